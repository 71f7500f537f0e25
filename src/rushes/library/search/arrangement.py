"""Jobs in one order, in memory: so that what is found is put in that order at once."""

from array import array
from collections.abc import Iterable
from itertools import compress

from rushes.library.queries import JobOrder
from rushes.library.rows_by_key import NumberByKey, numbers_of, rows_by_key

_FEW = 16
"""Of so many jobs one: fewer are sorted, more are picked out of all."""


class Arrangement:
    """The keys and times of all jobs of a library in one order.

    It takes 16 bytes a job, 20 once something was looked up.

    Attributes:
        keys, times: of the jobs, arrays of one length; changed by `insert` alone.
    """

    def __init__(
        self, keys: "array[int] | None" = None, times: "array[float] | None" = None
    ) -> None:
        self.keys = keys if keys is not None else array("q")
        self.times = times if times is not None else array("d")
        self._rows: NumberByKey | None = None

    def __len__(self) -> int:
        return len(self.keys)

    def insert(self, row: int, key: int, time: float) -> None:
        """Put a job into a row."""
        self.keys.insert(row, key)
        self.times.insert(row, time)
        self._rows = None

    def all(self, without: Iterable[int]) -> JobOrder:
        """Return all jobs but those of some keys."""
        left_out = list(without)
        if not left_out:
            return JobOrder(self.keys[:], self.times[:])
        mask = bytearray(b"\1") * len(self.keys)
        for row in self.rows_of(left_out):
            mask[row] = 0
        return self._masked(mask)

    def of(self, keys: Iterable[int], without: Iterable[int]) -> JobOrder:
        """Return the jobs of these keys but those of some, each once, in order."""
        rows, left_out = self.rows_of(keys), self.rows_of(without)
        if len(rows) * _FEW < len(self.keys):
            rows = sorted(set(rows).difference(left_out))
            return JobOrder(
                array("q", [self.keys[row] for row in rows]),
                array("d", [self.times[row] for row in rows]),
            )
        mask = bytearray(len(self.keys))
        for row in rows:
            mask[row] = 1
        for row in left_out:
            mask[row] = 0
        return self._masked(mask)

    def stacked(self, order: JobOrder) -> JobOrder:
        """Return the jobs of an order with counts, and these, in this order."""
        if order.counts is None:
            return self.of(order.keys, ())
        counts = array("i", bytes(4 * len(self.keys)))
        for row, count in zip(self.rows_of(order.keys), order.counts, strict=True):
            counts[row] = count
        found = self._masked(counts)
        return JobOrder(found.keys, found.times, array("i", filter(None, counts)))

    def rows_of(self, keys: Iterable[int]) -> list[int]:
        """Return where the jobs of keys stand; what the words name and the library has not is out.

        The keys may repeat.
        """
        if self._rows is None:
            self._rows = rows_by_key(self.keys)
        return numbers_of(self._rows, keys)

    def _masked(self, mask: "bytearray | array[int]") -> JobOrder:
        return JobOrder(
            array("q", compress(self.keys, mask)), array("d", compress(self.times, mask))
        )
