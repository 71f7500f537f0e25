"""Raw text of others, folded away until somebody asks for it."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.long_texts import shown_part
from rushes.ui.components.painting import paint_box
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_FEWEST_LINES, _MOST_LINES = 3, 8


class DetailsWell(QWidget):
    """Raw text that can be read, selected and copied, as high as it needs to be."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = QPlainTextEdit(self)
        self.editor.setReadOnly(True)
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(name)
        self.editor.document().setDocumentMargin(0)
        self.editor.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.editor)

    def apply_theme(self) -> None:
        """Take font and sizes from the theme in force."""
        px = current_theme().px
        self.editor.setFont(current_theme().font(TextStyle.CONTROL))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(px(12), px(8), px(8), px(8))
        lines = min(max(self.editor.document().blockCount(), _FEWEST_LINES), _MOST_LINES)
        height = lines * QFontMetrics(self.editor.font()).lineSpacing()
        self.setFixedHeight(height + 2 * px(8) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill, line = theme.color(Role.WELL), theme.color(Role.LINE)
        paint_box(QPainter(self), QRectF(self.rect()), Radius.CARD, fill, line)


class DetailsFold(QWidget):
    """A quiet button that opens and closes a well of raw text; hidden while there is none.

    Attributes:
        button: opens and closes.
        text: the raw text, plain.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, centred: bool = False) -> None:
        super().__init__(parent)
        self.button = Button(title, self, kind=ButtonKind.QUIET, icon="chevron_right", small=True)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_toggled)
        self._well = DetailsWell(title, self)
        self._well.hide()
        self.text = self._well.editor
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self._column.addWidget(self.button, 0, side)
        self._column.addWidget(self._well)
        self._apply_theme()

    def show_text(self, text: str) -> None:
        """Keep another raw text behind the button, folded away; the same text changes nothing."""
        text = shown_part(text)
        if text != self.text.toPlainText():
            self.button.setChecked(False)
            self.text.setPlainText(text)
            self._well.apply_theme()
        self.setVisible(bool(text))

    def _on_toggled(self, shown: bool) -> None:
        self.button.set_icon_name("chevron_down" if shown else "chevron_right")
        self._well.setVisible(shown)

    def _apply_theme(self) -> None:
        self._column.setSpacing(current_theme().px(8))
        self._well.apply_theme()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
