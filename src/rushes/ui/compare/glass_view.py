"""A picture that lies on another one: a part of it, or all of it like glass."""

from enum import Enum
from math import floor

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.picture_painting import count_in_screen_pixels
from rushes.ui.viewer.surround import checker_brush, paint_surround
from rushes.ui.viewer.zoom.view_zoom import ViewZoom


class WipeKind(Enum):
    """How the line of a wipe stands."""

    UPRIGHT = "upright"
    """The picture beneath is left of it."""

    LYING = "lying"
    """The picture beneath is above it."""


class GlassView(PictureView):
    """Lies over another view of the same size and shows its picture on that one's.

    Either as a wipe, from a line on that follows the pointer, or as a whole with an opacity.

    Attributes:
        line: where the wipe's line is, as a share of the view's width or height.
    """

    def __init__(self, parent: QWidget | None = None, zoom: ViewZoom | None = None) -> None:
        super().__init__(parent, zoom)
        self.line = 0.5
        self._opacity: float | None = None
        self._kind = WipeKind.UPRIGHT
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.setMouseTracking(True)

    @property
    def wipe_kind(self) -> WipeKind:
        """How the line stands."""
        return self._kind

    def set_wipe(self, kind: WipeKind) -> None:
        """Show the picture on one side of a line."""
        self._kind, self._opacity = kind, None
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """Show all of the picture; 0 cannot be seen, 1 covers what is beneath."""
        self._opacity = opacity
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._line_to(event.position())

    def _line_to(self, place: QPointF) -> None:
        upright = self._kind is WipeKind.UPRIGHT
        along, length = (place.x(), self.width()) if upright else (place.y(), self.height())
        line = min(max(along / max(length, 1), 0.0), 1.0)
        if line == self.line or self._opacity is not None:
            return
        low, high = sorted((line * length, self.line * length))
        self.line = line
        start, stop = floor(low) - 2, floor(high) + 4
        if upright:
            self.update(QRect(start, 0, stop - start, self.height()))
        else:
            self.update(QRect(0, start, self.width(), stop - start))

    def half(self, whole: QRect) -> QRect:
        """The side of the line that this view's picture has of `whole`, in the same pixels.

        The line itself is the first row or column of it.
        """
        if self._kind is WipeKind.UPRIGHT:
            left = whole.left() + min(floor(self.line * whole.width()), whole.width())
            return QRect(left, whole.top(), whole.right() + 1 - left, whole.height())
        top = whole.top() + min(floor(self.line * whole.height()), whole.height())
        return QRect(whole.left(), top, whole.width(), whole.bottom() + 1 - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        image = self._image
        if image is None:
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatio()
        corner = count_in_screen_pixels(painter, ratio)
        size = QSize(floor(self.width() * ratio), floor(self.height() * ratio))
        whole = QRect(corner.toPoint(), size)
        area = self._area_from(corner)
        if self._opacity is None:
            self._paint_wipe(painter, image, area, whole)
        else:
            painter.setOpacity(self._opacity)
            self._paint_image(painter, image, area, whole)

    def _paint_wipe(self, painter: QPainter, image: QImage, area: QRect, whole: QRect) -> None:
        theme = current_theme()
        half = self.half(whole)
        painter.setClipRect(half)
        shown = half.intersected(area)
        ratio = self.devicePixelRatio()
        paint_surround(painter, QRegion(half) - QRegion(shown), theme, ratio)
        if image.hasAlphaChannel():
            painter.fillRect(shown, checker_brush(theme, ratio))
        self._paint_image(painter, image, area, shown)
        line = QRect(half)
        if self._kind is WipeKind.UPRIGHT:
            line.setWidth(max(floor(ratio), 1))
            line = line.intersected(QRect(line.left(), area.top(), line.width(), area.height()))
        else:
            line.setHeight(max(floor(ratio), 1))
            line = line.intersected(QRect(area.left(), line.top(), area.width(), line.height()))
        painter.fillRect(line, theme.color(Role.PICTURE_LINE))
