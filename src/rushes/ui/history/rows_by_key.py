"""Where the jobs of an order stand that cannot be searched by halves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rushes.library.rows_by_key import numbers_of, rows_by_key

if TYPE_CHECKING:
    from array import array


class RowsByKey:
    """Finds the row of a key at once, and near where it was once rows came and went.

    Making one walks the whole list: work for another thread than that of the window. It takes 4
    bytes a job.

    Args:
        keys: of the jobs in their order.
    """

    def __init__(self, keys: "array[int]") -> None:
        self._rows = rows_by_key(keys)
        self._drift = 0

    def note_change(self, count: int) -> None:
        """Know that so many rows were put in or taken out."""
        self._drift += count

    def find(self, keys: "array[int]", key: int) -> int:
        """Return the row of a key in the keys as they are now, or -1."""
        row = next(iter(numbers_of(self._rows, (key,))), -1)
        if not self._drift:
            return row
        if row >= 0:
            near = _index(keys, key, max(row - self._drift, 0), row + self._drift + 1)
            if near >= 0:
                return near
        # It came since, or was moved.
        return _index(keys, key, 0, len(keys))


def _index(keys: "array[int]", key: int, start: int, end: int) -> int:
    try:
        return keys.index(key, start, end)
    except ValueError:
        return -1


def newest_key(keys: Sequence[int], times: "array[float]") -> int | None:
    """Return the key of the job that was written down last; walks the whole list."""
    return keys[times.index(max(times))] if times else None
