"""The keys that mark, the same wherever takes are looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from rushes.domain.mark_changes import AnyChange, MarkChange
from rushes.domain.marks import LABELS, MOST_STARS, Flag, Mark


class MarkCommand(Enum):
    """What a key can ask for, besides a mark that has one value only."""

    TAGS = "tags"
    """Open the tags of what is marked."""
    NOTE = "note"
    """Write a note: on the frame that is looked at, or in a list on the take."""
    GOOD_RANGE = "good_range"
    """Have the frames from In to Out be good, or not any more."""
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class NoteWish:
    """The note on a frame is to be written.

    Attributes:
        frame: the frame's index, from 0; None for the note on the take.
    """

    frame: int | None


MarkWish = AnyChange | MarkCommand | NoteWish
"""What a person wants: a mark changed, a word typed, or the last change taken back or redone."""

DEFAULT_MARK_KEYS: Mapping[MarkWish, str] = {
    **{MarkChange(Mark.RATING, stars): str(stars) for stars in range(MOST_STARS + 1)},
    MarkChange(Mark.FLAG, Flag.PICK): "P",
    MarkChange(Mark.FLAG, Flag.REJECT): "X",
    MarkChange(Mark.FLAG, Flag.NONE): "U",
    **{MarkChange(Mark.LABEL, label, toggles=True): str(label) for label in LABELS},
    MarkCommand.TAGS: "T",
    MarkCommand.NOTE: "N",
    MarkCommand.GOOD_RANGE: "G",
    MarkCommand.UNDO: "Ctrl+Z",
    MarkCommand.REDO: "Ctrl+Shift+Z",
}
"""One key for each wish."""

_TYPED = Qt.KeyboardModifier.ShiftModifier
"""May be held to write a digit, as on French keyboards."""


class MarkKeys:
    """Turns presses of keys into wishes; a key that repeats by itself counts once."""

    def __init__(self, keys: Mapping[MarkWish, str] = DEFAULT_MARK_KEYS) -> None:
        self._wishes = {_first_key(key): wish for wish, key in keys.items()}
        self._by_digit = {key: wish for wish, key in keys.items() if key.isdigit()}

    def meaning(self, event: QKeyEvent) -> MarkWish | None:
        """What the key stands for, or None."""
        # Keys of the number pad count like their twins.
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        found = self._wishes.get(QKeyCombination(modifiers, Qt.Key(event.key())))
        if found is None and not modifiers & ~_TYPED:
            found = self._by_digit.get(event.text())
        return found

    def pressed(self, event: QKeyEvent) -> MarkWish | None:
        """What a press asks for, or None."""
        return None if event.isAutoRepeat() else self.meaning(event)


class MarkKeyFilter(QObject):
    """Hears the keys that mark while a widget has the keyboard.

    Signals:
        wished: the `MarkWish` of a key.
    """

    wished = Signal(object)

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self._keys = MarkKeys()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or self._keys.meaning(event) is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # Before the window's shortcuts.
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        wish = self._keys.pressed(event)
        if wish is not None:
            self.wished.emit(wish)
        return True


def _first_key(key: str) -> QKeyCombination:
    # The type hints leave out that a sequence is one.
    combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
    return combination
