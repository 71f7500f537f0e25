"""Jobs by the day on which they were written down, and the words for such a day."""

import bisect
import datetime
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import neg

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from rushes.domain.job_sort import NEWEST_FIRST, JobSort

_DAYS_BY_NAME = 6


class DateGroups:
    """The days of a list that is sorted by date, newest or oldest first; or one group of all.

    Building costs as much as there are days; the rows themselves are not walked. A built one does
    not change, so that a layout that was made from it stays true to itself.

    Attributes:
        days: local dates in their order; none where the rows are sorted by anything else.
        starts: the first row of each group.
        counts: how many rows each group has.
    """

    def __init__(self, times: Sequence[float] = (), sort: JobSort = NEWEST_FIRST) -> None:
        self._sort = sort
        self.days: list[datetime.date] = []
        self.starts: list[int] = []
        self.counts: list[int] = []
        if not sort.is_by_date:
            self._have(len(times))
            return
        row = 0
        while row < len(times):
            day = datetime.date.fromtimestamp(times[row])
            # Two nights of one date, where clocks are set back at midnight, must not stop this.
            end = max(self._end_of(day, times, row), row + 1)
            self.days.append(day)
            self.starts.append(row)
            self.counts.append(end - row)
            row = end

    def __len__(self) -> int:
        return len(self.counts)

    @property
    def has_days(self) -> bool:
        """Whether the rows stand under their days."""
        return self._sort.is_by_date

    def with_rows(self, times: Iterable[float]) -> "DateGroups":
        """The groups after rows of these times were added."""
        grown = DateGroups((), self._sort)
        if not self.has_days:
            grown._have(sum(self.counts) + sum(1 for _ in times))
            return grown
        grown.days, grown.counts = list(self.days), list(self.counts)
        for moment in times:
            day = datetime.date.fromtimestamp(moment)
            index = grown._place_of(day)
            if index == len(grown.days) or grown.days[index] != day:
                grown.days.insert(index, day)
                grown.counts.insert(index, 0)
            grown.counts[index] += 1
        grown.starts = [0, *accumulate(grown.counts)][:-1]
        return grown

    def without_rows(self, times: Iterable[float]) -> "DateGroups":
        """The groups after rows of these times were taken out; one without rows goes."""
        left = DateGroups((), self._sort)
        if not self.has_days:
            left._have(sum(self.counts) - sum(1 for _ in times))
            return left
        left.days, left.counts = list(self.days), list(self.counts)
        for moment in times:
            index = left._place_of(datetime.date.fromtimestamp(moment))
            left.counts[index] -= 1
            if not left.counts[index]:
                del left.days[index]
                del left.counts[index]
        left.starts = [0, *accumulate(left.counts)][:-1]
        return left

    def _have(self, count: int) -> None:
        """Be one group of so many rows."""
        self.starts, self.counts = ([0], [count]) if count else ([], [])

    def _end_of(self, day: datetime.date, times: Sequence[float], row: int) -> int:
        """The row behind the last of a day, of which `row` is the first."""
        if self._sort.falls:
            return bisect.bisect_right(times, -_midnight(day), lo=row, key=neg)
        following = day + datetime.timedelta(days=1)
        return bisect.bisect_left(times, _midnight(following), lo=row)

    def _place_of(self, day: datetime.date) -> int:
        if self._sort.falls:
            return bisect.bisect_left(self.days, -day.toordinal(), key=_negative_ordinal)
        return bisect.bisect_left(self.days, day)


def _midnight(day: datetime.date) -> float:
    return datetime.datetime.combine(day, datetime.time.min).timestamp()


def _negative_ordinal(day: datetime.date) -> int:
    return -day.toordinal()


def day_words(day: datetime.date, today: datetime.date) -> str:
    """What a day is called: Today, Yesterday, its weekday within a week, else its date.

    Texts are translated in the context ``HistoryGrid``.
    """
    ago = (today - day).days
    if ago == 0:
        return QCoreApplication.translate("HistoryGrid", "Today")
    if ago == 1:
        return QCoreApplication.translate("HistoryGrid", "Yesterday")
    locale = QLocale()
    if 1 < ago <= _DAYS_BY_NAME:
        name = locale.standaloneDayName(day.isoweekday())
        return name[:1].upper() + name[1:]
    return locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
