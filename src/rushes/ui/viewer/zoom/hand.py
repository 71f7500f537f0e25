"""The hand on a picture: wheel, pinch, double click and drag, each at the pointer."""

from math import floor
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent

from rushes.ui.viewer.wheel_steps import WheelSteps
from rushes.ui.viewer.zoom.places import origin_under, share_for_origin
from rushes.ui.viewer.zoom.steps import LARGEST_SCALE, allowed_scale
from rushes.ui.viewer.zoom.view_zoom import ViewZoom

_DRAGGING = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)


class ZoomedView(Protocol):
    """What the hand needs of a view; all but places in the widget is in pixels of the screen."""

    @property
    def zoom(self) -> ViewZoom:
        """How its picture is looked at."""
        ...

    @property
    def shape(self) -> QSize:
        """The picture's own size."""
        ...

    def screen_area(self) -> QRect:
        """Where the whole picture lies, beyond the view as well."""
        ...

    def screen_middle(self) -> QPointF:
        """The middle of the view."""
        ...

    def screen_place(self, place: QPointF) -> QPointF:
        """A place in the widget."""
        ...

    def size_at(self, scale: float) -> QSize:
        """How large the picture is painted at a scale."""
        ...

    def can_pan(self) -> bool:
        """Whether there is more of the picture than the view shows."""
        ...


class ZoomHand:
    """Changes how a view's picture is looked at."""

    def __init__(self, view: ZoomedView) -> None:
        self._view = view
        self._wheel = WheelSteps(sideways=False)
        self._grip: tuple[QPointF, QRect] | None = None
        self._pinched = 1.0

    @property
    def is_dragging(self) -> bool:
        """Whether the picture is in the hand."""
        return self._grip is not None

    def zoom_at(self, place: QPointF, scale: float | None) -> None:
        """Look at the picture at a scale, keeping what lies at `place` in the widget there.

        None fits the picture.
        """
        view = self._view
        if scale is None:
            view.zoom.fit()
            return
        area, middle = view.screen_area(), view.screen_middle()
        pointer, size = view.screen_place(place), view.size_at(allowed_scale(scale))
        x, y = (
            origin_under(floor(at) + 0.5, start, length, new_length, pixels)
            for at, start, length, new_length, pixels in (
                (pointer.x(), area.left(), area.width(), size.width(), view.shape.width()),
                (pointer.y(), area.top(), area.height(), size.height(), view.shape.height()),
            )
        )
        across = share_for_origin(middle.x(), size.width(), x)
        down = share_for_origin(middle.y(), size.height(), y)
        view.zoom.set_scale(scale, (across, down))

    def toggle_at(self, place: QPointF) -> None:
        """Go to 100 % at a place, or back to all of the picture."""
        self.zoom_at(place, 1.0 if self._view.zoom.is_fit else None)

    def turn_wheel(self, event: QWheelEvent) -> None:
        """Zoom by whole steps; what a touchpad turns adds up to them."""
        if event.phase() == Qt.ScrollPhase.ScrollMomentum:
            # The fingers have left the touchpad: what was looked at stays.
            return
        steps = -self._wheel.turn(event)
        if steps and self._grip is None:
            self.zoom_at(event.position(), self._view.zoom.stepped(steps))

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Zoom with two fingers; tells whether the gesture is one of zooming."""
        kind, zoom = event.gestureType(), self._view.zoom
        if kind == Qt.NativeGestureType.BeginNativeGesture:
            self._pinched = zoom.shown_scale
        elif kind == Qt.NativeGestureType.ZoomNativeGesture:
            least = min(zoom.fit_scale, 1.0)
            self._pinched = min(max(self._pinched * (1 + event.value()), least), LARGEST_SCALE)
            fits = self._pinched == least
            self.zoom_at(event.position(), None if fits else self._pinched)
        elif kind == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.toggle_at(event.position())
        else:
            return kind == Qt.NativeGestureType.EndNativeGesture
        return True

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of the picture if there is more of it than is seen; tells whether."""
        if event.button() not in _DRAGGING or not self._view.can_pan():
            return False
        self._grip = (self._view.screen_place(event.position()), self._view.screen_area())
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Have the picture follow the hand; tells whether it is in it."""
        if self._grip is None:
            return False
        view = self._view
        start, area = self._grip
        moved = (view.screen_place(event.position()) - start).toPoint()
        middle = view.screen_middle()
        across = share_for_origin(middle.x(), area.width(), area.left() + moved.x())
        down = share_for_origin(middle.y(), area.height(), area.top() + moved.y())
        view.zoom.set_centre((across, down))
        return True

    def release(self) -> None:
        """Let go."""
        self._grip = None
