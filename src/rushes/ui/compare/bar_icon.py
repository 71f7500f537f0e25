"""An icon that stands beside a control and tells what it is for."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_SIDE = 14


class BarIcon(QWidget):
    """A quiet icon of 14 px; its words are its tool tip."""

    def __init__(self, icon: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        set_tool_tip(self, words)

    def sizeHint(self) -> QSize:
        side = current_theme().px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        paint_icon(QPainter(self), self._icon, area, current_theme().color(Role.MUTED))
