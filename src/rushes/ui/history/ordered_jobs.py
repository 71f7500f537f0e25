"""Which jobs a list shows, in their order: arrays, searched and not walked."""

import bisect
from array import array
from collections.abc import Iterable, Sequence
from operator import neg
from typing import TYPE_CHECKING

from rushes.domain.job_sort import NEWEST_FIRST, JobSort
from rushes.library.announcements import JobEntry
from rushes.ui.history.rows_by_key import RowsByKey, newest_key

if TYPE_CHECKING:
    # Brings the database with it, which the window does not need before it is painted.
    from rushes.library.queries import JobOrder

_FEW = 6


class OrderedJobs:
    """The keys and times of a list's jobs in 16 bytes each, 20 where they are not newest first.

    Newest first, jobs stand by the time they were written down, those of one moment by their key;
    finding a row takes as many steps as the length has binary digits. Of any other order only the
    library knows where a job stands; what is made for finding rows takes a walk of the whole list.
    In a list of shots each stands for the takes of its shot, and 4 bytes more tell how many.

    Attributes:
        sort: the order.
    """

    def __init__(self, order: "JobOrder | None" = None, sort: JobSort = NEWEST_FIRST) -> None:
        self.sort = sort
        self._keys = array("q") if order is None else order.keys
        self._times = array("d") if order is None else order.times
        self._counts: array[int] | None = None if order is None else order.counts
        is_usual = sort == NEWEST_FIRST
        self._rows = None if is_usual else RowsByKey(self._keys)
        self._newest = None if is_usual else newest_key(self._keys, self._times)

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def times(self) -> "Sequence[float]":
        """When each job was written down, seconds since the epoch; not to be changed."""
        return self._times

    @property
    def job_count(self) -> int:
        """How many jobs the list stands for."""
        return len(self._keys) if self._counts is None else sum(self._counts)

    def copied_keys(self) -> "array[int]":
        """Return all keys as they are now, for another thread."""
        return self._keys[:]

    def key_at(self, row: int) -> int:
        """Key of the job in a row."""
        return self._keys[row]

    def count_at(self, row: int) -> int:
        """How many takes the job in a row stands for, itself among them."""
        return 1 if self._counts is None else self._counts[row]

    def behind_between(self, first: int, end: int) -> int:
        """How many takes the jobs from `first` up to `end` stand for besides themselves."""
        if self._counts is None or end <= first:
            return 0
        return sum(self._counts[first:end]) - (end - first)

    def keys_between(self, first: int, end: int) -> list[int]:
        """Keys of the rows from `first` up to, not including, `end`."""
        return self._keys[max(first, 0) : max(end, 0)].tolist()

    def place_for(self, entry: JobEntry) -> int:
        """The row where a job stands, or would stand; of jobs that are newest first."""
        return self._place_of(entry.key, entry.job.created_at)

    def place_of_time(self, created_at: float) -> int:
        """The first row behind those of before this moment, as the order goes; it is by date."""
        if self.sort.falls:
            return bisect.bisect_left(self._times, -created_at, key=neg)
        return bisect.bisect_left(self._times, created_at)

    def place_from(self, other: "OrderedJobs", place: int) -> int:
        """The row where the job that another list has in a place would stand here."""
        if self._rows is None:
            return self._place_of(other.key_at(place), other.times[place])
        before = (self.find_key(other.key_at(each)) for each in range(place - 1, -1, -1))
        return next((row + 1 for row in before if row >= 0), 0)

    def newest_row(self) -> int:
        """The row of the job that was written down last; 0 where it is gone."""
        return max(self.find_key(self._newest), 0) if self._newest is not None else 0

    def find(self, entry: JobEntry) -> int:
        """The row of a job, or -1 if the list does not show it."""
        if self._rows is not None:
            return self._rows.find(self._keys, entry.key)
        row = self.place_for(entry)
        return row if row < len(self._keys) and self._keys[row] == entry.key else -1

    def find_key(self, key: int) -> int:
        """The row of a key, or -1; walks the list where jobs are newest first."""
        if self._rows is not None:
            return self._rows.find(self._keys, key)
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def insert(self, entries: Iterable[JobEntry]) -> None:
        """Put in jobs that the list does not show yet; they are newest first."""
        for entry in entries:
            row = self.place_for(entry)
            self._keys.insert(row, entry.key)
            self._times.insert(row, entry.job.created_at)
            if self._counts is not None:
                self._counts.insert(row, 1)

    def remove(self, first: int, end: int) -> None:
        """Take out the rows from `first` up to, not including, `end`."""
        self._note_change(end - first)
        del self._keys[first:end]
        del self._times[first:end]
        if self._counts is not None:
            del self._counts[first:end]

    def insert_from(
        self, other: "OrderedJobs", first: int, end: int, at: int | None = None
    ) -> None:
        """Put in what another list has from `first` up to `end`, at the row `at` or at `first`."""
        at = first if at is None else at
        self._note_change(end - first)
        self._keys[at:at] = other._keys[first:end]
        self._times[at:at] = other._times[first:end]
        if self._counts is not None and other._counts is not None:
            self._counts[at:at] = other._counts[first:end]

    def move(self, row: int, to: int) -> None:
        """Have the job of a row stand in another one, counted without it."""
        self._note_change(1)
        arrays = (self._keys, self._times, self._counts)
        for each in arrays:
            if each is not None:
                each.insert(to, each.pop(row))  # type: ignore[arg-type]

    def holds_same(self, other: "OrderedJobs") -> bool:
        """Tell whether another list shows the same jobs in the same rows."""
        return self._keys == other._keys

    def take_counts(self, other: "OrderedJobs") -> list[int]:
        """Know from a list of the same jobs what each stands for; return the rows that differ."""
        before, self._counts = self._counts, other._counts
        if before is None or other._counts is None or before == other._counts:
            return []
        return [
            row
            for row, pair in enumerate(zip(before, other._counts, strict=True))
            if pair[0] != pair[1]
        ]

    def rows_of(self, keys: Iterable[int]) -> dict[int, int]:
        """Rows by key for those of `keys` that the list shows; walks the whole list at most."""
        wanted = set(keys)
        if self._rows is None and len(wanted) > _FEW:
            return {key: row for row, key in enumerate(self._keys) if key in wanted}
        found = {key: self.find_key(key) for key in wanted}
        return {key: row for key, row in found.items() if row >= 0}

    def _place_of(self, key: int, created_at: float) -> int:
        # Both arrays fall, so both are compared by their negative.
        first = bisect.bisect_left(self._times, -created_at, key=neg)
        end = bisect.bisect_right(self._times, -created_at, lo=first, key=neg)
        return bisect.bisect_left(self._keys, -key, lo=first, hi=end, key=neg)

    def _note_change(self, count: int) -> None:
        if self._rows is not None:
            self._rows.note_change(count)


def unbroken_runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rising rows as pairs of first and last of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] + 1 == row:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
