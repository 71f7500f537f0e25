"""A bar that floats at the bottom of a panel, over what is there, until it is settled."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.painting import mirrored_rect, paint_box
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

EDGE = 3
"""Width of the edge that tells what kind of news it is, in pixels."""

_WIDEST = 520
_MARGIN, _NARROW_MARGIN = 12, 4
_NARROW = 220


class FloatingBar(QWidget):
    """Stays at the bottom centre of its host, as wide as that has room for; never a window.

    Args:
        host: the panel that it floats over.
        edge: the colour role of its edge.
    """

    def __init__(self, host: QWidget, edge: Role) -> None:
        super().__init__(host)
        self._edge = edge
        host.installEventFilter(self)
        self.hide()

    @property
    def is_narrow(self) -> bool:
        """Whether the host has room for one column of cards only."""
        host = self.parentWidget()
        return host is not None and host.width() < current_theme().px(_NARROW)

    def place(self) -> None:
        """Lie where it belongs, above all else in the host."""
        host = self.parentWidget()
        if host is None:
            return
        px = current_theme().px
        margin = px(_NARROW_MARGIN if self.is_narrow else _MARGIN)
        width = min(px(_WIDEST), host.width() - 2 * margin)
        height = self.heightForWidth(width)
        height = height if height > 0 else self.sizeHint().height()
        left = (host.width() - width) // 2
        self.setGeometry(left, host.height() - height - margin, width, height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self.place()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(painter, area, Radius.CARD, fill, line)
        shape = QPainterPath()
        shape.addRoundedRect(area, Radius.CARD, Radius.CARD)
        painter.setClipPath(shape)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = QRectF(area.left(), area.top(), EDGE, area.height())
        painter.fillRect(mirrored_rect(edge, area, mirrored), theme.color(self._edge))
