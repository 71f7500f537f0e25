"""The keys that mean something only while takes are compared, besides the Viewer's."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from rushes.ui.compare.blind_trial import BlindTrial

_CHOICE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_VERDICT_KEYS = (
    Qt.Key.Key_P,
    Qt.Key.Key_X,
    Qt.Key.Key_U,
    Qt.Key.Key_T,
    Qt.Key.Key_N,
    Qt.Key.Key_G,
)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class BoardKey(Enum):
    """What a key means."""

    TURN_WIPE = "turn_wipe"
    """Let the wipe's line lie, or stand upright."""

    NOTHING = "nothing"
    """It does nothing now, so that nobody marks a take that nobody knows."""


def board_key(
    event: QKeyEvent, trial: BlindTrial | None, chosen: int, *, wipes: bool
) -> BoardKey | int | None:
    """What a key means: the place of the take that it chooses, or something else; None is nothing.

    `trial` is the blind choice that is open, `chosen` the place of the take with the ring.
    """
    modifiers = event.modifiers() & ~_KEYPAD
    if event.key() == Qt.Key.Key_W and modifiers == _SHIFT:
        return BoardKey.TURN_WIPE if wipes else None
    if trial is None:
        return None
    # Digits may need Shift, as on French keyboards.
    if event.text().isdigit() and not modifiers & ~_SHIFT:
        place = trial.place_of(int(event.text()))
        return BoardKey.NOTHING if place is None else place
    if modifiers:
        return None
    if event.key() in _CHOICE_KEYS:
        return chosen
    return BoardKey.NOTHING if event.key() in _VERDICT_KEYS else None
