"""A prompt that can be read, chosen and copied, with the words underlined that are new in it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from rushes.domain.word_changes import Span
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.line_spacing import SpacedTextLayout
from rushes.ui.components.long_texts import shown_part
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_MOST_LINES = 12
_THICKNESS = 2
_BELOW_BASELINE = 3


class PromptLines(QPlainTextEdit):
    """The text itself, as high as its lines are; it cannot be changed.

    Signals:
        broken: its lines were broken at another width.
    """

    broken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spans: list[tuple[int, int]] = []
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self._spacing = SpacedTextLayout(self.document())
        self.document().setDocumentLayout(self._spacing)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, spans: Sequence[Span]) -> None:
        """Show a text, underlined in these parts of it."""
        if text != self.toPlainText():
            self.setPlainText(text)
        # Qt counts in units of UTF-16.
        self._spans = [(_units(text[: span.start]), _units(text[: span.end])) for span in spans]
        self._mark()
        self.viewport().update()

    def apply_theme(self) -> None:
        """Take font, line height and colours from the theme in force."""
        theme = current_theme()
        font = theme.font(TextStyle.BODY)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._spacing.set_line_height(theme.line_height(TextStyle.BODY))
        palette = QPalette(theme.palette)
        palette.setColor(QPalette.ColorRole.Base, theme.color(Role.PANEL))
        palette.setColor(QPalette.ColorRole.Text, theme.color(Role.TEXT))
        self.setPalette(palette)
        self._mark()

    def line_count(self) -> int:
        """How many lines the text takes at its width."""
        return max(round(self._spacing.documentSize().height()), 1)

    def _mark(self) -> None:
        marks = []
        for start, end in self._spans:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setForeground(current_theme().color(Role.STRONG))
            mark.cursor, mark.format = cursor, form
            marks.append(mark)
        self.setExtraSelections(marks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.broken.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._spans:
            return
        painter = QPainter(self.viewport())
        ink = current_theme().color(Role.ACCENT)
        block = self.document().firstBlock()
        while block.isValid():
            corner = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
            layout = block.layout()
            for number in range(layout.lineCount()):
                for box in self._boxes(layout.lineAt(number), block.position(), corner):
                    painter.fillRect(box, ink)
            block = block.next()

    def _boxes(self, line: QTextLine, offset: int, corner: QPointF) -> list[QRectF]:
        """The lines under what is marked in a line of text."""
        px = current_theme().px
        first, after = line.textStart(), line.textStart() + line.textLength()
        boxes = []
        for start, end in self._spans:
            begin, stop = max(start - offset, first), min(end - offset, after)
            if begin >= stop:
                continue
            left, right = _across(line, begin), _across(line, stop)
            # Spaces at the end of a line are no words.
            right = min(right, line.naturalTextRect().right())
            top = corner.y() + line.y() + line.ascent() + px(_BELOW_BASELINE)
            width = abs(right - left)
            boxes.append(QRectF(corner.x() + min(left, right), round(top), width, px(_THICKNESS)))
        return boxes


class PromptView(QWidget):
    """Shows a prompt; of a very long one the first lines, and the rest when asked.

    Attributes:
        lines: the text.
        more: shows the rest, or hides it again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = PromptLines(self)
        self.lines.setAccessibleName(self.tr("Prompt"))
        self.more = Button("", self, kind=ButtonKind.QUIET, small=True)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._fit)
        self.lines.broken.connect(self._fit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.lines)
        self._column.addWidget(self.more)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._apply_theme()

    def show_prompt(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Show a prompt, underlined in these parts of it."""
        shown = shown_part(text)
        if shown != self.lines.toPlainText():
            self.more.setChecked(False)
        kept = [Span(span.start, min(span.end, len(shown))) for span in spans]
        self.lines.show_text(shown, [span for span in kept if span.start < span.end])
        self._fit()

    def _fit(self) -> None:
        count = self.lines.line_count()
        is_cut = count > _MOST_LINES and not self.more.isChecked()
        shown = _MOST_LINES if is_cut else count
        self.lines.setFixedHeight(shown * current_theme().line_height(TextStyle.BODY))
        self.more.setText(self.tr("Show all") if is_cut else self.tr("Show less"))
        self.more.setVisible(count > _MOST_LINES)

    def _apply_theme(self) -> None:
        self._column.setSpacing(current_theme().px(4))
        self.lines.apply_theme()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()


def _across(line: QTextLine, position: int) -> float:
    """How far from the left a position stands in its line."""
    # The type hints leave out that PySide returns the place with the position.
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2
