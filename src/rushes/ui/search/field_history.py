"""What stood in the search field before, step by step, for undo and redo."""

from dataclasses import dataclass
from enum import Enum, auto

_MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class FieldState:
    """What stands in a search field.

    Attributes:
        chips: the finished parts of the query, as they are written.
        rest: what is written after them.
        cursor: where in `rest` one types.
    """

    chips: tuple[str, ...] = ()
    rest: str = ""
    cursor: int = 0

    @property
    def text(self) -> str:
        """The whole query."""
        return " ".join((*self.chips, self.rest)) if self.chips else self.rest

    def looks_like(self, other: "FieldState") -> bool:
        """Tell whether the two differ by the cursor at most."""
        return (self.chips, self.rest) == (other.chips, other.rest)


class Change(Enum):
    """How the text became another one; changes of one kind in a row are undone together."""

    TYPED = auto()
    DELETED = auto()
    OTHER = auto()


class FieldHistory:
    """The states that undo and redo lead to. A word that was typed at a stretch is one step."""

    def __init__(self) -> None:
        self._now = FieldState()
        self._before: list[FieldState] = []
        self._after: list[FieldState] = []
        self._last = Change.OTHER

    @property
    def now(self) -> FieldState:
        """What stands in the field."""
        return self._now

    @property
    def can_undo(self) -> bool:
        """Whether anything stood there before."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether anything was undone since."""
        return bool(self._after)

    def note(self, state: FieldState, change: Change) -> None:
        """Take down what stands there now, and how it came to."""
        if state.looks_like(self._now):
            self._now = state
            return
        goes_on = change is self._last and change is not Change.OTHER
        if change is Change.TYPED and (not self._now.rest or self._now.rest.endswith(" ")):
            goes_on = False
        if not goes_on:
            self._before.append(self._now)
            del self._before[:-_MOST_STEPS]
        self._after.clear()
        self._now, self._last = state, change

    def note_cursor(self, cursor: int) -> None:
        """One goes on elsewhere: what is typed there is a step of its own."""
        if cursor != self._now.cursor:
            self._now = FieldState(self._now.chips, self._now.rest, cursor)
            self._last = Change.OTHER

    def undo(self) -> FieldState | None:
        """Go one step back and return what stood there, or None."""
        return self._go(self._before, self._after)

    def redo(self) -> FieldState | None:
        """Go one step on again and return what stood there, or None."""
        return self._go(self._after, self._before)

    def _go(self, source: list[FieldState], other: list[FieldState]) -> FieldState | None:
        if not source:
            return None
        other.append(self._now)
        self._now, self._last = source.pop(), Change.OTHER
        return self._now
