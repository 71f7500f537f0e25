"""Where the jobs of an order stand that cannot be searched by halves."""

from array import array
from collections.abc import Sequence

_SPARSE = 8
"""How many times more keys than jobs there may be for a row for each key to be kept."""

_ANYWAY = 10_000
"""Keys for which rows are kept in any case."""


class RowsByKey:
    """Finds the row of a key at once, and near where it was once rows came and went.

    Making one walks the whole list: work for another thread than that of the window. It takes 4
    bytes a job.

    Args:
        keys: of the jobs in their order.
    """

    def __init__(self, keys: "array[int]") -> None:
        highest = max(keys, default=0)
        self._rows: array[int] | dict[int, int] = {}
        if highest <= _SPARSE * len(keys) + _ANYWAY:
            self._rows = array("i", [-1]) * (highest + 1)
        for row, key in enumerate(keys):
            self._rows[key] = row
        self._drift = 0

    def note_change(self, count: int) -> None:
        """Know that so many rows were put in or taken out."""
        self._drift += count

    def find(self, keys: "array[int]", key: int) -> int:
        """Return the row of a key in the keys as they are now, or -1."""
        row = self._row_then(key)
        if not self._drift:
            return row
        if row >= 0:
            near = _index(keys, key, max(row - self._drift, 0), row + self._drift + 1)
            if near >= 0:
                return near
        # It came since, or was moved.
        return _index(keys, key, 0, len(keys))

    def _row_then(self, key: int) -> int:
        if isinstance(self._rows, dict):
            return self._rows.get(key, -1)
        return self._rows[key] if 0 <= key < len(self._rows) else -1


def _index(keys: "array[int]", key: int, start: int, end: int) -> int:
    try:
        return keys.index(key, start, end)
    except ValueError:
        return -1


def newest_key(keys: Sequence[int], times: "array[float]") -> int | None:
    """Return the key of the job that was written down last; walks the whole list."""
    return keys[times.index(max(times))] if times else None
