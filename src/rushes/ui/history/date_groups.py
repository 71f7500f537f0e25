"""Jobs by the day on which they were written down, and the words for such a day."""

import bisect
import datetime
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import neg

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_DAYS_BY_NAME = 6


class DateGroups:
    """The days of a list that is sorted newest first.

    Building costs as much as there are days; the rows themselves are not walked. A built one does
    not change, so that a layout that was made from it stays true to itself.

    Attributes:
        days: local dates, newest first.
        starts: the first row of each day.
        counts: how many rows each day has.
    """

    def __init__(self, times: Sequence[float] = ()) -> None:
        self.days: list[datetime.date] = []
        self.starts: list[int] = []
        self.counts: list[int] = []
        row = 0
        while row < len(times):
            day = datetime.date.fromtimestamp(times[row])
            begin = datetime.datetime.combine(day, datetime.time.min).timestamp()
            # Two nights of one date, where clocks are set back at midnight, must not stop this.
            end = max(bisect.bisect_right(times, -begin, lo=row, key=neg), row + 1)
            self.days.append(day)
            self.starts.append(row)
            self.counts.append(end - row)
            row = end

    def __len__(self) -> int:
        return len(self.days)

    def with_rows(self, times: Iterable[float]) -> "DateGroups":
        """The days after rows of these times were added."""
        grown = DateGroups()
        grown.days, grown.counts = list(self.days), list(self.counts)
        for moment in times:
            day = datetime.date.fromtimestamp(moment)
            index = bisect.bisect_left(grown.days, -day.toordinal(), key=_negative_ordinal)
            if index == len(grown.days) or grown.days[index] != day:
                grown.days.insert(index, day)
                grown.counts.insert(index, 0)
            grown.counts[index] += 1
        grown.starts = [0, *accumulate(grown.counts)][:-1]
        return grown

    def without_rows(self, times: Iterable[float]) -> "DateGroups":
        """The days after rows of these times were taken out; one without rows goes."""
        left = DateGroups()
        left.days, left.counts = list(self.days), list(self.counts)
        for moment in times:
            day = datetime.date.fromtimestamp(moment)
            index = bisect.bisect_left(left.days, -day.toordinal(), key=_negative_ordinal)
            left.counts[index] -= 1
            if not left.counts[index]:
                del left.days[index]
                del left.counts[index]
        left.starts = [0, *accumulate(left.counts)][:-1]
        return left


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
