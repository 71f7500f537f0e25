"""The field in place of the frame's number, for as long as another one is typed."""

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from rushes.ui.components.line_field import LineField
from rushes.ui.viewer.place_entry import SIGNS

_HEIGHT = 24
_LONGEST = 24
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FrameField(LineField):
    """Takes every key while it is open; Enter asks to go, Escape or another focus leaves.

    Signals:
        entered: what was typed, when Enter is pressed.
        left: it is not needed any more; True where the keyboard is still here to be given on.
    """

    entered = Signal(str)
    left = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, height=_HEIGHT, tabular=True)
        self.setMaxLength(_LONGEST)
        signs = QRegularExpression(SIGNS.pattern)
        self.setValidator(QRegularExpressionValidator(signs, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            # No key of the Viewer acts while a number is typed; those with Control do as always.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(True)
        elif event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit(self.text())
        else:
            super().keyPressEvent(event)
        # What it does not know is not for the Viewer either.
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu or another window takes the keyboard for a while only.
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit(False)
