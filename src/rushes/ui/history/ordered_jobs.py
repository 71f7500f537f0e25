"""Which jobs a list shows, newest first: two arrays, searched and not walked."""

import bisect
from array import array
from collections.abc import Iterable, Sequence
from operator import neg
from typing import TYPE_CHECKING

from rushes.library.announcements import JobEntry

if TYPE_CHECKING:
    # Brings the database with it, which the window does not need before it is painted.
    from rushes.library.queries import JobOrder


class OrderedJobs:
    """The keys and times of a list's jobs, newest first, in 16 bytes each.

    Jobs stand by the time they were written down, those of one moment by their key. Finding a
    row takes as many steps as the length has binary digits.
    """

    def __init__(self, order: "JobOrder | None" = None) -> None:
        self._keys = array("q") if order is None else order.keys
        self._times = array("d") if order is None else order.times

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def times(self) -> "Sequence[float]":
        """When each job was written down, seconds since the epoch; not to be changed."""
        return self._times

    def key_at(self, row: int) -> int:
        """Key of the job in a row."""
        return self._keys[row]

    def keys_between(self, first: int, end: int) -> list[int]:
        """Keys of the rows from `first` up to, not including, `end`."""
        return self._keys[max(first, 0) : end].tolist()

    def place_for(self, entry: JobEntry) -> int:
        """The row where a job stands, or would stand."""
        return self._place(entry.key, entry.job.created_at)

    def find(self, entry: JobEntry) -> int:
        """The row of a job, or -1 if the list does not show it."""
        row = self.place_for(entry)
        return row if row < len(self._keys) and self._keys[row] == entry.key else -1

    def insert(self, entries: Iterable[JobEntry]) -> None:
        """Put in jobs that the list does not show yet."""
        for entry in entries:
            row = self.place_for(entry)
            self._keys.insert(row, entry.key)
            self._times.insert(row, entry.job.created_at)

    def rows_of(self, keys: Iterable[int]) -> dict[int, int]:
        """Rows by key for those of `keys` that the list shows; walks the whole list once."""
        wanted = set(keys)
        if not wanted:
            return {}
        return {key: row for row, key in enumerate(self._keys) if key in wanted}

    def _place(self, key: int, created_at: float) -> int:
        # Both arrays fall, so both are compared by their negative.
        first = bisect.bisect_left(self._times, -created_at, key=neg)
        end = bisect.bisect_right(self._times, -created_at, lo=first, key=neg)
        return bisect.bisect_left(self._keys, -key, lo=first, hi=end, key=neg)


def unbroken_runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rising rows as pairs of first and last of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] + 1 == row:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
