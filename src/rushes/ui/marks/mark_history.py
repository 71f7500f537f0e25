"""Changes of marks that can be taken back, and those that were and can be done again."""

from dataclasses import dataclass

from rushes.domain.marks import MarkStep

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class DoneMarks:
    """Marks that were given together.

    Attributes:
        words: what was done, for people.
        steps: what was done.
        undoing: what brings the marks back that there were before.
    """

    words: str
    steps: tuple[MarkStep, ...]
    undoing: tuple[MarkStep, ...]


class MarkHistory:
    """Remembers the last changes, in memory; the oldest are forgotten."""

    def __init__(self, longest: int = _LONGEST) -> None:
        self._longest = longest
        self._done: list[DoneMarks] = []
        self._undone: list[DoneMarks] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._undone)

    def put(self, done: DoneMarks) -> None:
        """Remember a new change; what was taken back before cannot be done again."""
        self._undone.clear()
        self._remember(done)

    def take_undo(self) -> DoneMarks | None:
        """Take out the last change, to take it back; None if there is none."""
        return self._done.pop() if self._done else None

    def take_redo(self) -> DoneMarks | None:
        """Take out the change that was taken back last, to do it again; None if there is none."""
        return self._undone.pop() if self._undone else None

    def put_undone(self, done: DoneMarks) -> None:
        """A change was taken back, or could not be done again."""
        self._undone.append(done)

    def put_redone(self, done: DoneMarks) -> None:
        """A change was done again, or could not be taken back."""
        self._remember(done)

    def clear(self) -> None:
        """Forget all."""
        self._done.clear()
        self._undone.clear()

    def _remember(self, done: DoneMarks) -> None:
        self._done.append(done)
        del self._done[: -self._longest]
