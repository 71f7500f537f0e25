"""Whether a widget that paints its own focus ring shows it: for keys, not for the mouse."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent

_BY_KEY = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
# A menu or another window has the keyboard for a while only; what was shown stays.
_FOR_A_WHILE = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


def ring_after(event: QFocusEvent, shown: bool) -> bool:
    """Whether the ring is shown after a focus event; `shown` is whether it was before."""
    if event.reason() in _FOR_A_WHILE:
        return shown
    return event.type() == QEvent.Type.FocusIn and event.reason() in _BY_KEY
