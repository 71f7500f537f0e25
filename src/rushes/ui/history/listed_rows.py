"""The rows of the job list: the jobs of an order, and behind one of them the takes of its shot."""

from collections.abc import Iterable, Sequence

from rushes.library.announcements import JobEntry
from rushes.ui.history.ordered_jobs import OrderedJobs


class OpenStack:
    """A shot whose takes are listed behind the job that stands for it.

    Attributes:
        shot_id: of the shot.
        row: of the job that stands for it, in the order and so in the list.
        keys: of the takes, the first one first; that job is among them.
    """

    def __init__(self, shot_id: str, row: int, keys: Sequence[int]) -> None:
        self.shot_id = shot_id
        self.row = row
        self.keys = list(keys)


class ListedRows:
    """Knows which job stands in which row.

    A job may stand in two: it stands for its shot, and is one of the takes.

    Attributes:
        jobs: the order.
        stack: the open stack, or None.
    """

    def __init__(self, jobs: OrderedJobs) -> None:
        self.jobs = jobs
        self.stack: OpenStack | None = None

    def __len__(self) -> int:
        return len(self.jobs) + (len(self.stack.keys) if self.stack else 0)

    def place_of_take(self, row: int) -> int:
        """Which take of the open stack a row shows, from 0; -1 for any other row."""
        if self.stack is None:
            return -1
        place = row - self.stack.row - 1
        return place if 0 <= place < len(self.stack.keys) else -1

    def place_in_order(self, row: int) -> int:
        """The place in the order of a row that shows no take."""
        if self.stack is None or row <= self.stack.row:
            return row
        return row - len(self.stack.keys)

    def row_of_place(self, place: int) -> int:
        """The row of a place in the order."""
        if self.stack is None or place <= self.stack.row:
            return place
        return place + len(self.stack.keys)

    def key_at(self, row: int) -> int:
        """Key of the job in a row."""
        take = self.place_of_take(row)
        if self.stack is not None and take >= 0:
            return self.stack.keys[take]
        return self.jobs.key_at(self.place_in_order(row))

    def keys_between(self, first: int, end: int) -> list[int]:
        """Keys of the rows from `first` up to, not including, `end`."""
        stack = self.stack
        if stack is None or end <= stack.row + 1:
            return self.jobs.keys_between(first, end)
        count = len(stack.keys)
        begin = stack.row + 1
        before = self.jobs.keys_between(first, begin) if first < begin else []
        # What changed in the first of some takes is told by the one before it.
        takes = stack.keys[max(first - begin - 1, 0) : max(end - begin, 0)]
        after = self.jobs.keys_between(max(first - count, begin), end - count)
        return [*before, *takes, *after]

    def keys_of_rows(self, first: int, end: int) -> list[int]:
        """Keys of exactly the rows from `first` up to, not including, `end`."""
        stack = self.stack
        if stack is None:
            return self.jobs.keys_between(first, end)
        begin, count = stack.row + 1, len(stack.keys)
        before = self.jobs.keys_between(first, min(end, begin))
        takes = stack.keys[max(first - begin, 0) : max(end - begin, 0)]
        return [*before, *takes, *self.jobs.keys_between(max(first - count, begin), end - count)]

    def behind_between(self, first: int, end: int) -> int:
        """How many takes lie in closed stacks in the rows from `first` up to `end`."""
        stack = self.stack
        if stack is None:
            return self.jobs.behind_between(first, end)
        count = len(stack.keys)
        return self.jobs.behind_between(first, min(end, stack.row)) + self.jobs.behind_between(
            max(first - count, stack.row + 1), end - count
        )

    def rows_of_head(self) -> list[int]:
        """The rows in which the job stands that stands for the open stack; none if none is."""
        if self.stack is None:
            return []
        key = self.jobs.key_at(self.stack.row)
        return [self.stack.row, *(self._take_row(key) for each in self.stack.keys if each == key)]

    def rows_showing(self, entry: JobEntry) -> list[int]:
        """The rows of a job: as a take, and as one that stands for its shot."""
        rows = []
        if self.stack is not None and entry.job.shot_id == self.stack.shot_id:
            rows += [self._take_row(key) for key in self.stack.keys if key == entry.key]
        place = self.jobs.find(entry)
        return [*rows, self.row_of_place(place)] if place >= 0 else rows

    def rows_of(self, keys: Iterable[int]) -> dict[int, int]:
        """Rows by key for those of the keys that are listed, as takes where they are takes."""
        wanted = set(keys)
        takes = [] if self.stack is None else [key for key in self.stack.keys if key in wanted]
        found = {key: self._take_row(key) for key in takes}
        places = self.jobs.rows_of(wanted.difference(takes))
        return {**found, **{key: self.row_of_place(place) for key, place in places.items()}}

    def _take_row(self, key: int) -> int:
        assert self.stack is not None
        return self.stack.row + 1 + self.stack.keys.index(key)
