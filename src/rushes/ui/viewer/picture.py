"""The picture itself: one converted frame in the surround, pixel for pixel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.painting import paint_box
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.keyboard_focus import ring_after
from rushes.ui.viewer.picture_painting import (
    count_in_screen_pixels,
    paint_picture,
    paint_pixel_grid,
)
from rushes.ui.viewer.surround import checker_brush, paint_surround
from rushes.ui.viewer.zoom.hand import ZoomHand
from rushes.ui.viewer.zoom.sizes import area_around, painted_size, room_for, touched_pixels
from rushes.ui.viewer.zoom.view_zoom import ViewZoom

if TYPE_CHECKING:
    from rushes.media.picture import Picture

_MARGIN = 12
_RING_GAP = 2
_GRID_ABOVE = 4.0
_SHARP_FROM = 2.0


class PictureView(QWidget):
    """Shows one picture in the surround, as large as its zoom says, and nothing on it.

    Fitted, and at less than 100 %, the picture comes already converted to the pixels of the
    screen, so that painting is one copy. From 100 % on it comes at its own size, and what is seen
    of it is painted enlarged. While one of another size is shown, until the next picture comes,
    it is scaled.

    Args:
        parent: the widget that it lies in.
        zoom: how the picture is looked at; views that share one are looked at alike. By default
            the view has its own.

    Attributes:
        margin: surround around the fitted picture, in pixels at 100 %.
        zooms_on_double_click: whether a double click on the picture goes to 100 % and back.

    Signals:
        room_changed: the picture is to be as large as these numbers of screen pixels allow.
        placed: the picture lies elsewhere, or is painted at another size.
        picture_changed: another picture is shown, or a better one of the same frame.
        menu_requested: a person asks what can be done with the picture; a place on the screen.
        surround_double_clicked: a double click beside the picture.
    """

    room_changed = Signal(int, int)
    placed = Signal()
    picture_changed = Signal()
    menu_requested = Signal(QPoint)
    surround_double_clicked = Signal()

    margin = _MARGIN

    def __init__(self, parent: QWidget | None = None, zoom: ViewZoom | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._shape = QSize()
        self._expected = QSize()
        self._fit_room = QSize()
        self._room = QSize()
        self._ring = False
        self._zoom = zoom or ViewZoom(self)
        self._hand = ZoomHand(self)
        self.zooms_on_double_click = True
        self._zoom.changed.connect(self._on_zoom_changed)
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
    def shape(self) -> QSize:
        """The clip's own size in square pixels; empty while nothing is shown."""
        return self._shape

    @property
    def room(self) -> QSize:
        """The largest size of a picture to paint, in pixels of the screen."""
        return self._room

    @property
    def zoom(self) -> ViewZoom:
        """How the picture is looked at."""
        return self._zoom

    def expect(self, shape: QSize) -> None:
        """Pictures of another size come soon: ask for them at the size they will be painted."""
        self._expected = shape
        self.measure()

    def show_picture(self, picture: "Picture", shape: QSize) -> None:
        """Show a picture; `shape` is the clip's own size in square pixels."""
        self._picture = picture
        form = QImage.Format.Format_ARGB32 if picture.has_alpha else QImage.Format.Format_RGB32
        # The image lends the picture's memory; the picture is kept above for as long.
        self._image = QImage(picture.pixels, picture.width, picture.height, picture.stride, form)
        self._expected = QSize()
        if shape != self._shape:
            self._shape = shape
            self.measure()
            self.update()
            self._on_placed()
        else:
            self.update(self.picture_area().toAlignedRect().intersected(self.rect()))
        self.picture_changed.emit()

    def clear(self) -> None:
        """Show the surround alone."""
        self._picture = self._image = None
        self._shape = QSize()
        self._hand.release()
        self.update()
        self._on_placed()

    def picture_area(self) -> QRectF:
        """Where all of the picture lies, in the widget's coordinates and on whole screen pixels.

        Of a picture that is looked at closely, much may lie beyond the widget.
        """
        area, corner, ratio = self.screen_area(), self._screen_corner(), self.devicePixelRatio()
        if area.isEmpty():
            return QRectF()
        left, top = (area.left() - corner.x()) / ratio, (area.top() - corner.y()) / ratio
        return QRectF(left, top, area.width() / ratio, area.height() / ratio)

    def screen_area(self) -> QRect:
        """Where all of the picture lies, in screen pixels from the window's corner."""
        return self._area_from(self._screen_corner())

    def screen_middle(self) -> QPointF:
        """The middle of the view, in screen pixels from the window's corner."""
        return self._middle_from(self._screen_corner())

    def screen_place(self, place: QPointF) -> QPointF:
        """A place of the widget, in screen pixels from the window's corner."""
        return self._screen_corner() + place * self.devicePixelRatio()

    def size_at(self, scale: float | None) -> QSize:
        """How large the picture is painted at a scale, in screen pixels; None fits it."""
        return painted_size(self._shape, self._fit_room, scale)

    def can_pan(self) -> bool:
        """Whether there is more of the picture than the view shows."""
        area, ratio = self.screen_area(), self.devicePixelRatio()
        larger = area.width() > self.width() * ratio or area.height() > self.height() * ratio
        return larger and not self._zoom.is_fit

    def zoom_at(self, place: QPointF, scale: float | None) -> None:
        """Look at the picture at a scale; what lies at `place` in the widget stays there.

        None fits the picture.
        """
        self._hand.zoom_at(place, scale)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(652 + 2 * _MARGIN), theme.px(367 + 2 * _MARGIN))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def measure(self) -> None:
        """See how large a picture may be; done by itself while the widget is seen."""
        margin = current_theme().px(self.margin)
        ratio = self.devicePixelRatio()
        fit_room = QSize(
            max(int((self.width() - 2 * margin) * ratio), 0),
            max(int((self.height() - 2 * margin) * ratio), 0),
        )
        if fit_room != self._fit_room:
            self._fit_room = fit_room
            self.update()
            self._on_placed()
        shape = self._shape if self._expected.isEmpty() else self._expected
        if not shape.isEmpty() and not fit_room.isEmpty():
            across, down = fit_room.width() / shape.width(), fit_room.height() / shape.height()
            self._zoom.fit_scale = min(across, down)
        room = room_for(shape, fit_room, self._zoom.scale)
        if room != self._room:
            self._room = room
            self.room_changed.emit(room.width(), room.height())

    def _screen_corner(self) -> QPointF:
        # At fractional scales only the window's own corner lies surely on a screen pixel.
        return QPointF(self.mapTo(self.window(), QPoint(0, 0))) * self.devicePixelRatio()

    def _middle_from(self, corner: QPointF) -> QPointF:
        return corner + QPointF(self.width(), self.height()) * (self.devicePixelRatio() / 2)

    def _area_from(self, corner: QPointF) -> QRect:
        size = self.size_at(self._zoom.scale)
        return area_around(self._middle_from(corner), size, self._zoom.centre)

    def _on_zoom_changed(self) -> None:
        self.measure()
        self.update()
        self._on_placed()

    def _on_placed(self) -> None:
        if self._hand.is_dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.can_pan():
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.StyleChange):
            self.measure()
        elif isinstance(event, QNativeGestureEvent) and self._hand.pinch(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_ring(ring_after(event, self._ring))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_ring(ring_after(event, self._ring))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_ring(False)
        if self._hand.press(event):
            self._on_placed()
        # Who holds the view may want to know of it as well: the moves still come here.
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._hand.move(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._hand.is_dragging:
            self._hand.release()
            self._on_placed()
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not self.picture_area().contains(event.position()):
            self.surround_double_clicked.emit()
        elif self.zooms_on_double_click:
            self._hand.toggle_at(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._shape.isEmpty():
            self._hand.turn_wheel(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.mapToGlobal(self.rect().center()) if by_key else event.globalPos()
        self.menu_requested.emit(place)
        event.accept()

    def _set_ring(self, shown: bool) -> None:
        if shown != self._ring:
            self._ring = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, ratio = current_theme(), self.devicePixelRatio()
        painter = QPainter(self)
        painter.save()
        corner = count_in_screen_pixels(painter, ratio)
        area = self._area_from(corner)
        seen = touched_pixels(event.rect(), corner, ratio)
        shown = seen.intersected(area) if self._image is not None else QRect()
        paint_surround(painter, QRegion(seen) - QRegion(shown), theme, ratio)
        if self._image is not None and not shown.isEmpty():
            if self._image.hasAlphaChannel():
                painter.fillRect(shown, checker_brush(theme, ratio))
            self._paint_image(painter, self._image, area, shown)
        painter.restore()
        if self._ring:
            self._paint_ring(painter)

    def _paint_image(self, painter: QPainter, image: QImage, area: QRect, seen: QRect) -> None:
        scale = self._zoom.scale or 0.0
        is_own_size = image.size() == self._shape
        sharp = is_own_size and scale >= _SHARP_FROM
        paint_picture(painter, image, area, seen, sharp=sharp)
        if sharp and scale > _GRID_ABOVE and self._zoom.shows_grid:
            color = current_theme().color(Role.PIXEL_GRID)
            paint_pixel_grid(painter, color, area, self._shape, seen)

    def _paint_ring(self, painter: QPainter) -> None:
        theme = current_theme()
        width = theme.focus_width
        reach = _RING_GAP + width
        inside = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        framed = self.picture_area().intersected(inside) if self._image is not None else inside
        ring = framed.adjusted(-reach, -reach, reach, reach)
        paint_box(painter, ring, 0, line=theme.color(Role.ACCENT), line_width=width)
