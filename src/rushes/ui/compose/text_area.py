"""A small field for several lines of plain text."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QColor, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from rushes.ui.compose.well import Well
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_FEWEST_LINES = 2
_MOST_LINES = 6


class TextArea(Well):
    """Two lines of text that grow to six; Tab leaves it.

    Attributes:
        editor: the text field.

    Signals:
        edited: a person changed the text; setters do not emit it.
    """

    edited = Signal()

    def __init__(
        self, placeholder: str = "", parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._quiet = False
        self.editor = QPlainTextEdit(self)
        self.editor.setTabChangesFocus(True)
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.viewport().setAutoFillBackground(False)
        self.editor.document().setDocumentMargin(0)
        self.editor.setPlaceholderText(placeholder)
        self.editor.setAccessibleName(name)
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.blockCountChanged.connect(self._grow)
        self.setAccessibleName(name)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hold(self.editor)
        self._apply_theme()

    def text(self) -> str:
        """The words as typed."""
        return self.editor.toPlainText()

    def show_text(self, text: str) -> None:
        """Show other words; one undo brings the former ones back."""
        if text == self.text():
            return
        self._quiet = True
        cursor = QTextCursor(self.editor.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._quiet = False
        self._grow()

    def _on_text_changed(self) -> None:
        self._grow()
        if not self._quiet:
            self.edited.emit()

    def _lines(self) -> int:
        # In a plain text document the height counts lines, wrapped ones included.
        return int(self.editor.document().size().height())

    def _grow(self) -> None:
        theme = current_theme()
        lines = max(_FEWEST_LINES, min(self._lines(), _MOST_LINES))
        line = self.editor.fontMetrics().lineSpacing()
        self.setFixedHeight(lines * line + 2 * theme.px(6) + 2)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(160), self.minimumHeight())

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setContentsMargins(theme.px(8), theme.px(6) + 1, theme.px(2), theme.px(6) + 1)
        font = theme.font(TextStyle.CONTROL)
        self.editor.setFont(font)
        palette = QPalette(theme.palette)
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.editor.setPalette(palette)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
