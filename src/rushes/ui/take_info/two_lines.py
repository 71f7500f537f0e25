"""A prompt in at most two lines; the rest is told by the tool tip."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.long_texts import shown_part
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_MOST_LINES = 2

_LONGEST = 2_000
"""Characters that are kept of a text: two lines of a screen hold far fewer."""


class TwoLines(QWidget):
    """Shows text in one or two lines, elided at the end of the second."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        style: TextStyle = TextStyle.BODY,
        role: Role = Role.TEXT,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._role = role
        self._text = ""
        self._lines: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show another text; line breaks count as spaces."""
        self._text = shown_part(" ".join(shown_part(text).split()), _LONGEST)
        self.setAccessibleName(self._text)
        set_tool_tip(self, self._text)
        self._break()

    def lines(self) -> list[str]:
        """The lines as they are shown."""
        return self._lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._break()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        font = theme.font(self._style)
        height = theme.line_height(self._style)
        metrics = QFontMetricsF(font)
        painter = QPainter(self)
        painter.setPen(theme.color(self._role))
        painter.setFont(font)
        first = (height + metrics.ascent() - metrics.descent()) / 2
        for number, line in enumerate(self._lines):
            painter.drawText(QPointF(0, first + number * height), line)

    def _break(self) -> None:
        """Break the text at the width there is, and be as high as that takes."""
        font = current_theme().font(self._style)
        layout = QTextLayout(self._text, font)
        # Qt counts in units of UTF-16.
        units = self._text.encode("utf-16-le", "replace")
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        self._lines = []
        layout.beginLayout()
        while len(self._lines) < _MOST_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            rest = _part(units, line.textStart())
            is_last = len(self._lines) == _MOST_LINES - 1
            if is_last and line.textStart() + line.textLength() < len(units) // 2:
                elide = Qt.TextElideMode.ElideRight
                self._lines.append(QFontMetricsF(font).elidedText(rest, elide, self.width()))
            else:
                self._lines.append(_part(units, line.textStart(), line.textLength()))
        layout.endLayout()
        lines = max(1, len(self._lines))
        self.setFixedHeight(lines * current_theme().line_height(self._style))
        self.update()


def _part(units: bytes, start: int, length: int | None = None) -> str:
    stop = None if length is None else 2 * (start + length)
    return units[2 * start : stop].decode("utf-16-le", "replace")
