"""The field of several lines in which a note is written."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.painting import paint_box
from rushes.ui.components.prompt_edit import PromptText
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_LOWEST = 3
_HIGHEST = 8
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class _Lines(PromptText):
    """Ctrl+Enter is not a new line."""

    keep_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURN and event.modifiers() & _CONTROL:
            self.keep_requested.emit()
            return
        super().keyPressEvent(event)


class NoteText(QWidget):
    """Grows from three lines to eight.

    Signals:
        text_edited: a person changed the text; setters do not emit it.
        keep_requested: Ctrl+Enter.
        height_changed: it needs another height.
    """

    text_edited = Signal(str)
    keep_requested = Signal()
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_setting = False
        self.editor = _Lines(self)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.editor)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.editor.textChanged.connect(self._on_changed)
        self.editor.keep_requested.connect(self.keep_requested)
        self.editor.focus_changed.connect(self.update)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._on_grown)
        px = current_theme().px
        self._layout.setContentsMargins(px(8) + 1, px(6) + 1, 3, px(6) + 1)

    def set_text(self, text: str) -> None:
        """Show another text, the cursor at its end."""
        if text != self.text():
            self._is_setting = True
            self.editor.setPlainText(text)
            self._is_setting = False
        cursor = self.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.editor.setTextCursor(cursor)

    def text(self) -> str:
        """The text as it is typed."""
        return self.editor.toPlainText()

    def _on_changed(self) -> None:
        if not self._is_setting:
            self.text_edited.emit(self.text())

    def _on_grown(self) -> None:
        self.updateGeometry()
        self.height_changed.emit()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        line = theme.line_height(TextStyle.PROMPT)
        lines = max(_LOWEST * line, min(self.editor.lines_height(), _HIGHEST * line))
        return QSize(theme.px(280), lines + 2 * theme.px(6) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(120), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.editor.setFocus(event.reason())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        focused = self.editor.hasFocus()
        line = theme.color(Role.ACCENT if focused else Role.RIM)
        width = theme.focus_width if focused else 1
        area = QRectF(self.rect())
        paint_box(QPainter(self), area, Radius.CONTROL, theme.color(Role.WELL), line, width)
