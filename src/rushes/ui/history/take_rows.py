"""The takes of an open stack, with the cards that are made for them there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rushes.domain.marks import Marks
from rushes.library.announcements import JobEntry
from rushes.ui.history.row_cache import RowCache
from rushes.ui.history.take_faces import TakeFaces

_ROWS = 600


class TakeRows:
    """Answers what the row of a take shows: its number, and what changed from the take before.

    Args:
        clock: seconds since the epoch.

    Attributes:
        faces: makes the cards.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._keys: list[int] = []
        self._places: dict[int, int] = {}
        self._rows = RowCache(_ROWS)
        self.faces = TakeFaces(self._rows, clock)
        self.faces.shows_changes = True
        self.faces.key_before = self._key_before

    def show(self, keys: Sequence[int]) -> None:
        """Know which takes there are, the first one first."""
        self._keys = list(keys)
        self._places = {key: place for place, key in enumerate(keys)}
        self._rows.forget_faces()

    def clear(self) -> None:
        """Forget all."""
        self._keys.clear()
        self._places.clear()
        self._rows.clear()

    def value(self, key: int, role: int, known: RowCache) -> tuple[bool, Any]:
        """Whether a take is here, and what its row answers; `known` are jobs that may serve."""
        cached = self._rows.get(key)
        if cached is None:
            row = known.get(key)
            if row is None:
                return False, None
            self.put([row.entry])
            cached = self._rows.get(key)
            assert cached is not None
        return True, self.faces.value(cached, role)

    def put(self, entries: Iterable[JobEntry]) -> list[JobEntry]:
        """Keep those that are takes; return those after them, which may tell other changes now."""
        after = []
        for entry in entries:
            place = self._places.get(entry.key)
            if place is None:
                continue
            self._rows.put(entry)
            if place + 1 < len(self._keys):
                row = self._rows.peek(self._keys[place + 1])
                if row is not None:
                    row.face = None
                    after.append(row.entry)
        return after

    def mark(self, marks: Mapping[int, Marks]) -> None:
        """Keep takes as they are marked now."""
        self._rows.mark(marks)

    def forget_faces(self, keys: Iterable[int] | None = None) -> None:
        """Have cards made anew, for some takes or for all."""
        self._rows.forget_faces(keys)

    def _key_before(self, key: int) -> int | None:
        place = self._places.get(key, 0)
        return self._keys[place - 1] if place else None
