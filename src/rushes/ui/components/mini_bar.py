"""A thin bar: how much has come, or that something is under way."""

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.motion import LoopTicker, loop_phase
from rushes.ui.components.painting import paint_box
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_WIDTH = 72
_HEIGHT = 3
_MOVING_SHARE = 0.30
_DASH = 6


def paint_bar(
    painter: QPainter,
    rect: QRectF,
    share: float | None,
    groove: QColor,
    color: QColor,
    *,
    phase: float,
    still: bool,
    mirrored: bool = False,
    radius: float = 1.5,
) -> None:
    """Paint a bar of progress.

    `share` is 0 to 1, or None where nobody knows: then a piece of 30 % crosses as `phase` goes
    from 0 to 1, or, where things should keep `still`, dashes stand.
    """
    paint_box(painter, rect, radius, groove)
    painter.save()
    painter.setClipRect(rect)
    if share is not None:
        width = rect.width() * max(0.0, min(share, 1.0))
        left = rect.right() - width if mirrored else rect.left()
        paint_box(painter, QRectF(left, rect.top(), width, rect.height()), radius, color)
    elif still:
        pen = QPen(color, rect.height())
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        dash = _DASH / rect.height()
        pen.setDashPattern([dash, dash])
        painter.setPen(pen)
        middle = rect.center().y()
        painter.drawLine(QLineF(rect.left(), middle, rect.right(), middle))
    else:
        width = rect.width() * _MOVING_SHARE
        way = phase if not mirrored else 1 - phase
        left = rect.left() - width + (rect.width() + width) * way
        paint_box(painter, QRectF(left, rect.top(), width, rect.height()), radius, color)
    painter.restore()


class MiniBar(QWidget):
    """A bar of 72 x 3 px; it moves only while it is seen, and not under reduced motion."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._share: float | None = None
        self._ticker = LoopTicker(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float | None:
        """How much has come, 0 to 1; None where nobody knows."""
        return self._share

    def set_share(self, share: float | None) -> None:
        """Show how much has come, 0 to 1, or None for "under way"."""
        self._share = share
        self.setAccessibleDescription("" if share is None else f"{round(share * 100)} %")
        self.update()

    def is_moving(self) -> bool:
        """Tell whether a next step of its movement is due."""
        return self._ticker.is_running()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(24), theme.px(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_bar(
            QPainter(self),
            QRectF(self.rect()),
            self._share,
            theme.color(Role.PRESS),
            theme.color(Role.ACCENT),
            phase=loop_phase(),
            still=theme.reduced_motion,
            mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
        if self._share is None:
            self._ticker.painted()
