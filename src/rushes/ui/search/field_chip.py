"""A finished part of the query, as a box inside the search field."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.chip import Chip
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme


class FieldChip(Chip):
    """Reached by the arrow keys or a click; Delete or its cross removes it, Enter makes it text.

    Args:
        source: the part as it is written in the query.
        label: the part as it is shown.
        words: what it asks for, for tool tip and screen reader.

    Signals:
        step_requested: the arrow keys lead on: -1 to the chip before, 1 to the one after.
        text_requested: it is to be written out again.
        typed: a key that writes; it belongs into the field (QKeyEvent).
    """

    step_requested = Signal(int)
    text_requested = Signal()
    typed = Signal(object)

    def __init__(self, source: str, label: str, words: str, parent: QWidget) -> None:
        super().__init__(label, parent, checkable=True, removable=True)
        self.source = source
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Delete removes it, Enter writes it out"))
        set_tool_tip(self, words)

    def set_chosen(self, chosen: bool) -> None:
        """Show that it is chosen with all the rest of the query."""
        self.set_role(Role.ACCENT if chosen else None)

    def nextCheckState(self) -> None:
        """It is on for as long as it is there."""

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(32), self.sizeHint().height())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._is_on_cross(event.position()):
            self.text_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step_requested.emit(-1 if (key == Qt.Key.Key_Left) != self.is_mirrored() else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.text_requested.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit()
        else:
            self.typed.emit(event)

    def focus_ring_rect(self) -> QRect:
        """The ring lies on the edge: there is no room around it."""
        return self.rect().adjusted(2, 2, -2, -2)
