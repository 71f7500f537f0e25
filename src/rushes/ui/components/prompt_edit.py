"""The well that a prompt is written in: text, and a foot with its length."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.hairline import Hairline
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.line_spacing import SpacedTextLayout
from rushes.ui.components.painting import paint_box
from rushes.ui.components.text_lines import TextLines
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_LOWEST = 132
_HIGHEST = 240
_FOOT = 32
_ICON = 13


class PromptText(QPlainTextEdit):
    """The text itself: plain, with Qt's own undo; Tab leaves it.

    Signals:
        focus_changed: it got the keyboard, or lost it.
    """

    focus_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self._spacing = SpacedTextLayout(self.document())
        self.document().setDocumentLayout(self._spacing)
        self.horizontalScrollBar().rangeChanged.connect(self._on_width_counted)
        self.apply_theme()

    def _on_width_counted(self, lowest: int, highest: int) -> None:
        # Qt counts the margins twice, and scrolls text that runs from right to left by that.
        if highest > 0:
            self.horizontalScrollBar().setRange(0, 0)

    def apply_theme(self) -> None:
        """Take font, line height and colours from the theme in force."""
        theme = current_theme()
        font = theme.font(TextStyle.PROMPT)
        if self.font() != font:
            self.setFont(font)
            self.document().setDefaultFont(font)
        self._spacing.set_line_height(theme.line_height(TextStyle.PROMPT))
        palette = QPalette(theme.palette)
        palette.setColor(QPalette.ColorRole.Base, theme.color(Role.WELL))
        self.setPalette(palette)
        self.setCursorWidth(1)

    def set_placeholder(self, text: str) -> None:
        """Show these words, in lines like those of the text, while there is none."""
        self._placeholder = text
        self.setAccessibleDescription(text)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._placeholder or not self.document().isEmpty():
            return
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.setPen(theme.color(Role.FAINT if self.isEnabled() else Role.OFF))
        width = self.viewport().width() - theme.px(8)
        height = theme.line_height(TextStyle.PROMPT)
        lines = TextLines(self._placeholder, self.font(), width, height, self.layoutDirection())
        # Lines of the text have their spare height below them.
        above = (height - self.fontMetrics().height()) / 2
        lines.paint(painter, QPointF(0, -above), Qt.AlignmentFlag.AlignLeft)

    def lines_height(self) -> int:
        """The height of all lines as they are broken now, in pixels."""
        lines = max(round(self._spacing.documentSize().height()), 1)
        return lines * current_theme().line_height(TextStyle.PROMPT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()


class PromptEdit(QWidget):
    """A prompt field that grows from 132 to 240 px; its foot counts characters.

    Attributes:
        editor: the `PromptText`, for cursors, completion and highlighting.

    Signals:
        text_edited: a person changed the text, undo and redo included; setters do not emit it.
    """

    text_edited = Signal(str)

    def __init__(
        self, placeholder: str = "", parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._quiet = False
        self._message = ""
        self.editor = PromptText(self)
        self.editor.set_placeholder(placeholder)
        self.editor.setAccessibleName(name or self.tr("Prompt"))
        self.setAccessibleName(name or self.tr("Prompt"))
        self._count = ElidedLabel("", TextStyle.CAPTION, Role.MUTED, self, tabular=True)
        self._foot = QWidget(self)
        self._foot_row = QHBoxLayout(self._foot)
        self._foot_row.addWidget(self._count, 1)
        self._foot.installEventFilter(self)
        self._text_row = QVBoxLayout()
        self._text_row.addWidget(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        layout.addLayout(self._text_row, 1)
        layout.addWidget(Hairline(parent=self))
        layout.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self.editor)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._foot.setCursor(Qt.CursorShape.ArrowCursor)
        self.editor.focus_changed.connect(self.update)
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._on_grown)
        self._show_count()
        self._apply_theme()

    def text(self) -> str:
        """The prompt as it is written."""
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another prompt; Ctrl+Z brings the one before back."""
        if text == self.text():
            return
        self._quiet = True
        cursor = QTextCursor(self.editor.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._quiet = False
        self._show_count()

    def add_foot_button(self, button: IconButton) -> None:
        """Put a small icon button at the end of the foot."""
        self._foot_row.addWidget(button)

    def set_message(self, text: str) -> None:
        """Say in the foot what is wrong with the text; an empty one brings the count back."""
        self._message = text
        self._show_count()
        self._apply_theme()

    def set_refused(self, refused: bool) -> None:
        """Show that the text cannot be sent."""
        self.setProperty("refused", refused)
        self.update()

    def _show_count(self) -> None:
        if self._message:
            self._count.setText(self._message)
            self._count.set_role(Role.BAD)
            return
        count = len(self.text())
        words = self.tr("{count} characters") if count != 1 else self.tr("{count} character")
        self._count.setText(words.format(count=count))
        self._count.set_role(Role.MUTED)

    def _on_text_changed(self) -> None:
        self._show_count()
        if not self._quiet:
            self.text_edited.emit(self.text())

    def _on_grown(self) -> None:
        self.updateGeometry()

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.editor.apply_theme()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = theme.px(10), theme.px(2)
        left, right = (right, left) if mirrored else (left, right)
        self._text_row.setContentsMargins(left, theme.px(10), right, theme.px(3))
        icon = theme.px(_ICON + 5) if self._message else 0
        left, right = theme.px(10) + icon, theme.px(2)
        left, right = (right, left) if mirrored else (left, right)
        self._foot_row.setContentsMargins(left, 0, right, 0)
        self._foot_row.setSpacing(theme.px(2))
        self._foot.setFixedHeight(theme.px(_FOOT))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        wanted = self.editor.lines_height() + theme.px(_FOOT + 13) + 7
        height = max(theme.px(_LOWEST), min(wanted, theme.px(_HIGHEST)))
        return QSize(theme.px(296), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(160), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._apply_theme()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._foot and event.type() == QEvent.Type.Paint and self._message:
            theme = current_theme()
            side = theme.px(_ICON)
            left = theme.px(10)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left = self._foot.width() - left - side
            box = QRectF(left, (self._foot.height() - side) / 2, side, side)
            paint_icon(QPainter(self._foot), "failed", box, theme.color(Role.BAD))
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill = color(Role.WELL)
        if self.property("refused"):
            paint_box(painter, area, Radius.CARD, fill, color(Role.BAD), theme.focus_width)
        elif self.editor.hasFocus():
            paint_box(painter, area, Radius.CARD, fill, color(Role.ACCENT), theme.focus_width)
        else:
            paint_box(painter, area, Radius.CARD, fill, color(Role.RIM))
