"""A prompt in at most two lines; the rest is told by the tool tip."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_LINES = 2


class TwoLines(QWidget):
    """Shows text in two lines of body type, elided at the end of the second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show another text; line breaks count as spaces."""
        self._text = " ".join(text.split())
        self.setAccessibleName(self._text)
        set_tool_tip(self, self._text)
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(200), _LINES * theme.line_height(TextStyle.BODY))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        font = theme.font(TextStyle.BODY)
        height = theme.line_height(TextStyle.BODY)
        metrics = QFontMetricsF(font)
        painter = QPainter(self)
        painter.setPen(theme.color(Role.TEXT))
        painter.setFont(font)
        layout = QTextLayout(self._text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        start = 0
        for number in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            start = line.textStart()
            baseline = number * height + (height + metrics.ascent() - metrics.descent()) / 2
            end = start + line.textLength()
            text = self._text[start:end]
            if number == _LINES - 1 and end < len(self._text):
                text = metrics.elidedText(
                    self._text[start:], Qt.TextElideMode.ElideRight, self.width()
                )
            painter.drawText(QPointF(0, baseline), text)
        layout.endLayout()
