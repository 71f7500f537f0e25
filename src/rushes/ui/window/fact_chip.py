"""A quiet fact with an icon, as the top bar shows the library and the network."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ICON = 16
_GAP = 6
_PADDING = 8
_LONGEST = 180


class FactChip(QWidget):
    """An icon and a few words; tells, and cannot be pressed."""

    def __init__(self, icon: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._text, self._role = icon, text, Role.MUTED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The words that are shown."""
        return self._text

    def show_fact(
        self, icon: str, text: str, help_text: str = "", *, role: Role = Role.MUTED
    ) -> None:
        """Show another fact; `help_text` is its tool tip."""
        self._icon, self._text, self._role = icon, text, role
        self.setAccessibleName(text)
        set_tool_tip(self, help_text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = QFontMetricsF(theme.font(TextStyle.CONTROL)).horizontalAdvance(self._text)
        text = min(theme.px(_LONGEST), int(width) + 1)
        return QSize(text + theme.px(_ICON + _GAP + 2 * _PADDING), theme.metrics.control)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        color = theme.color(self._role)
        side = theme.px(_ICON)
        box = QRectF(theme.px(_PADDING), (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, box, color)
        font = theme.font(TextStyle.CONTROL)
        painter.setFont(font)
        painter.setPen(color)
        left = box.right() + theme.px(_GAP)
        room = QRectF(left, 0, self.width() - left - theme.px(_PADDING) + 1, self.height())
        elided = QFontMetricsF(font).elidedText(
            self._text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
