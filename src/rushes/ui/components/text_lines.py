"""Plain text broken into lines at a fixed distance from each other."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from rushes.ui.components.long_texts import shown_part
from rushes.ui.components.painting import baseline

_LINE_SEPARATOR = "\u2028"


class TextLines:
    """Text laid out for a width; `direction` is that of the window.

    Attributes:
        count: number of lines, at least one.
        height: all of them together, in pixels.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        line_height: int,
        direction: Qt.LayoutDirection,
        *,
        wrap: bool = True,
    ) -> None:
        self._font = font
        self._width = width
        self._line_height = line_height
        self._from_right = direction == Qt.LayoutDirection.RightToLeft
        self._layout = QTextLayout(shown_part(text).replace("\n", _LINE_SEPARATOR), font)
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if wrap
            else QTextOption.WrapMode.NoWrap
        )
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1.0))
        self._layout.endLayout()

    @property
    def count(self) -> int:
        """Number of lines, at least one."""
        return max(self._layout.lineCount(), 1)

    @property
    def height(self) -> int:
        """All lines together, in pixels."""
        return self.count * self._line_height

    def paint(self, painter: QPainter, corner: QPointF, align: Qt.AlignmentFlag) -> None:
        """Paint from the upper left corner in the painter's pen.

        `align` speaks of the reading direction: *left* is where a line begins.
        """
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            top = corner.y() + index * self._line_height
            box = QRectF(corner.x(), top, self._width, self._line_height)
            spare = self._width - line.naturalTextWidth()
            at_end = bool(align & Qt.AlignmentFlag.AlignRight) != self._from_right
            shift = spare if at_end else 0.0
            if align & Qt.AlignmentFlag.AlignHCenter:
                shift = spare / 2
            # A line of right-to-left letters is laid out against the right edge already.
            inset = line.naturalTextRect().x()
            y = baseline(box, metrics) - line.ascent() - line.y()
            line.draw(painter, QPointF(corner.x() + shift - inset, y))
