"""A quiet fact with an icon, as the top bar shows the library and the network."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_ICON = 16
_GAP = 6
_PADDING = 8
_LONGEST = 180


class FactChip(QWidget):
    """An icon, where there is one, and a few words; tells, and cannot be pressed."""

    def __init__(self, icon: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._text, self._role = icon, text, Role.MUTED
        self._leads = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The words that are shown."""
        return self._text

    @property
    def role(self) -> Role:
        """The colour role of icon and words."""
        return self._role

    def show_fact(
        self,
        icon: str,
        text: str,
        help_text: str = "",
        *,
        role: Role = Role.MUTED,
        leads: bool = False,
    ) -> None:
        """Show another fact; `help_text` is its tool tip, `leads` sets it in semibold."""
        self._icon, self._text, self._role, self._leads = icon, text, role, leads
        self.setAccessibleName(text)
        self.setAccessibleDescription(help_text)
        set_tool_tip(self, help_text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = QFontMetricsF(self._font(theme)).horizontalAdvance(self._text)
        text = min(theme.px(_LONGEST), int(width) + 1)
        icon = theme.px(_ICON + _GAP) if self._icon else 0
        return QSize(text + icon + theme.px(2 * _PADDING), theme.metrics.control)

    def _font(self, theme: Theme) -> QFont:
        return theme.font(TextStyle.CONTROL, SEMIBOLD if self._leads else None, tabular=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        color = theme.color(self._role)
        left = float(theme.px(_PADDING))
        if self._icon:
            side = theme.px(_ICON)
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, self._icon, box, color)
            left += side + theme.px(_GAP)
        font = self._font(theme)
        painter.setFont(font)
        painter.setPen(color)
        room = QRectF(left, 0, self.width() - left - theme.px(_PADDING) + 1, self.height())
        elided = QFontMetricsF(font).elidedText(
            self._text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
