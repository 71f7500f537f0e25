"""A label of plain text in one of the type sizes and one of the colour roles."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from rushes.ui.components.asked_heights import AskedHeights
from rushes.ui.components.long_texts import shown_part
from rushes.ui.components.text_lines import TextLines
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class TextLabel(QLabel):
    """Plain text with the line height of its style; follows every change of theme.

    `weight` overrides the style's own, `tabular` gives digits one width, `wrap` breaks lines at
    the width there is.
    """

    def __init__(
        self,
        text: str = "",
        style: TextStyle = TextStyle.BODY,
        role: Role = Role.TEXT,
        parent: QWidget | None = None,
        *,
        weight: QFont.Weight | None = None,
        tabular: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._role = role
        self._weight = weight
        self._tabular = tabular
        self._heights = AskedHeights()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        vertical = QSizePolicy.Policy.Fixed if not wrap else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self._apply_font()
        self.setText(text)

    @property
    def role(self) -> Role:
        """The colour role of the text."""
        return self._role

    def set_role(self, role: Role) -> None:
        """Show the text in another colour role."""
        if role is not self._role:
            self._role = role
            self.update()

    def set_weight(self, weight: QFont.Weight | None) -> None:
        """Show the text in another weight; None is the style's own."""
        if weight != self._weight:
            self._weight = weight
            self._apply_font()

    def _apply_font(self) -> None:
        self.setFont(current_theme().font(self._style, self._weight, tabular=self._tabular))
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_font()

    def _line_height(self) -> int:
        return current_theme().line_height(self._style)

    def _lines(self, width: float) -> TextLines:
        return TextLines(
            self.text(),
            self.font(),
            width,
            self._line_height(),
            self.layoutDirection(),
            wrap=self.wordWrap(),
        )

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        return self._height_in(room) + margins.top() + margins.bottom()

    def _height_in(self, room: int) -> int:
        asked = (self.text(), self.font().key(), room)
        return self._heights.of(asked, lambda: self._lines(room).height)

    def _natural_width(self) -> int:
        metrics = QFontMetricsF(self.font())
        lines = shown_part(self.text()).split("\n")
        return int(max(metrics.horizontalAdvance(line) for line in lines) + 1)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self._natural_width() + margins.left() + margins.right()
        if self.wordWrap():
            # About the longest line that is still pleasant to read.
            width = min(width, current_theme().px(420))
            return QSize(width, self.heightForWidth(width))
        lines = shown_part(self.text()).count("\n") + 1
        return QSize(width, lines * self._line_height() + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        if self.wordWrap():
            return QSize(current_theme().px(40), self._line_height())
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setPen(theme.color(self._role if self.isEnabled() else Role.OFF))
        area = QRectF(self.contentsRect())
        lines = self._lines(area.width())
        top = area.top()
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max((area.height() - lines.height) // 2, 0)
        lines.paint(painter, QPointF(area.left(), top), self.alignment())
