"""The picture itself: one converted frame, in the middle of the surround, pixel for pixel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.media.picture import fitted_size
from rushes.ui.components.painting import paint_box
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Surround, Theme, current_theme
from rushes.ui.viewer.keyboard_focus import ring_after

if TYPE_CHECKING:
    from rushes.media.picture import Picture

_MARGIN = 12
_RING_GAP = 2
_SQUARE = 8


class PictureView(QWidget):
    """Shows one picture at the largest size that fits, in its own shape, and nothing on it.

    The picture comes already converted to the pixels of the screen, so that painting is one copy.
    While one of another size is shown, between a resize and the next picture, it is scaled.

    Signals:
        room_changed: the picture may now be as large as these numbers of screen pixels.
    """

    room_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._shape = QSize()
        self._room = QSize()
        self._ring = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Picture"))

    @property
    def picture(self) -> "Picture | None":
        """What is shown."""
        return self._picture

    @property
    def room(self) -> QSize:
        """The largest size of a picture, in pixels of the screen."""
        return self._room

    def show_picture(self, picture: "Picture", shape: QSize) -> None:
        """Show a picture; `shape` is the clip's own size in square pixels."""
        moved = shape != self._shape
        self._picture = picture
        form = QImage.Format.Format_ARGB32 if picture.has_alpha else QImage.Format.Format_RGB32
        # The image lends the picture's memory; the picture is kept above for as long.
        self._image = QImage(picture.pixels, picture.width, picture.height, picture.stride, form)
        self._shape = shape
        if moved:
            self.update()
        else:
            self.update(self.picture_area().toAlignedRect())

    def clear(self) -> None:
        """Show the surround alone."""
        self._picture = self._image = None
        self._shape = QSize()
        self.update()

    def picture_area(self) -> QRectF:
        """Where the picture lies, in the widget's coordinates and on whole screen pixels."""
        if self._shape.isEmpty() or self._room.isEmpty():
            return QRectF()
        ratio = self.devicePixelRatio()
        shape, room = self._shape, self._room
        across, down = fitted_size((shape.width(), shape.height()), (room.width(), room.height()))
        # At fractional scales only the window's own corner lies surely on a screen pixel.
        corner = self.mapTo(self.window(), QPoint(0, 0))
        width, height = across / ratio, down / ratio
        x = corner.x() + (self.width() - width) / 2
        y = corner.y() + (self.height() - height) / 2
        return QRectF(
            round(x * ratio) / ratio - corner.x(),
            round(y * ratio) / ratio - corner.y(),
            width,
            height,
        )

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(652 + 2 * _MARGIN), theme.px(367 + 2 * _MARGIN))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def measure(self) -> None:
        """See how large a picture may be; done by itself while the widget is seen."""
        margin = current_theme().px(_MARGIN)
        ratio = self.devicePixelRatio()
        room = QSize(
            max(int((self.width() - 2 * margin) * ratio), 0),
            max(int((self.height() - 2 * margin) * ratio), 0),
        )
        if room != self._room:
            self._room = room
            self.room_changed.emit(room.width(), room.height())
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.StyleChange):
            self.measure()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_ring(ring_after(event, self._ring))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_ring(ring_after(event, self._ring))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_ring(False)
        super().mousePressEvent(event)

    def _set_ring(self, shown: bool) -> None:
        if shown != self._ring:
            self._ring = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = self.picture_area()
        around = QRegion(event.rect())
        if self._picture is not None and not self._picture.has_alpha:
            around -= QRegion(_whole_pixels_within(area))
        surround = _surround(theme)
        for rect in around:  # type: ignore[attr-defined]
            painter.fillRect(rect, surround)
        if self._image is not None:
            ratio = self.devicePixelRatio()
            size = self._image.size()
            exact = size.width() == round(area.width() * ratio) and size.height() == round(
                area.height() * ratio
            )
            if exact:
                self._image.setDevicePixelRatio(ratio)
                painter.drawImage(area.topLeft(), self._image)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(area, self._image, QRectF(0, 0, size.width(), size.height()))
        if self._ring:
            width = theme.focus_width
            reach = _RING_GAP + width
            framed = area if self._image is not None else QRectF(self.rect()).adjusted(8, 8, -8, -8)
            ring = framed.adjusted(-reach, -reach, reach, reach)
            accent = theme.color(Role.ACCENT)
            paint_box(painter, ring, 0, line=accent, line_width=width)


def _surround(theme: Theme) -> QBrush:
    """What the surround is painted with: one colour, or squares of two."""
    if theme.surround is not Surround.CHECKER:
        return QBrush(theme.color(Role.SURROUND))
    side = theme.px(_SQUARE)
    tile = QPixmap(2 * side, 2 * side)
    tile.fill(theme.color(Role.CHECKER_A))
    painter = QPainter(tile)
    for corner in (QPoint(0, 0), QPoint(side, side)):
        painter.fillRect(QRect(corner, QSize(side, side)), theme.color(Role.CHECKER_B))
    painter.end()
    return QBrush(tile)


def _whole_pixels_within(area: QRectF) -> QRect:
    """The whole logical pixels that `area` covers completely."""
    left, top = -int(-area.left() // 1), -int(-area.top() // 1)
    return QRect(left, top, int(area.right() // 1) - left, int(area.bottom() // 1) - top)
