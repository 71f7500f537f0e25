"""A slider over time that a hand moves: shared by the timeline of one clip and of several."""

from abc import abstractmethod

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from rushes.ui.viewer.keyboard_focus import ring_after
from rushes.ui.viewer.timeline_grip import Grip, grip_at, index_under
from rushes.ui.viewer.timeline_menu import TimelineMenu
from rushes.ui.viewer.timeline_places import TimelinePlaces
from rushes.ui.viewer.wheel_steps import WheelSteps


class TimeSlider(QAbstractSlider):
    """Turns mouse and wheel into wishes, and shows its focus for keys alone.

    Qt's metaclass does not refuse to make it; mypy refuses one that lacks its abstract method.

    Signals:
        scrub_started, scrub_ended: a hand takes hold of the playhead or a handle, and lets go.
        seek_requested: show what lies at this index.
        step_requested: go on by so many frames, back if negative.
        in_requested, out_requested: set In or Out to this index; None clears it.
        mark_requested: a `MarkWish` for the take that is looked at.
    """

    scrub_started = Signal()
    scrub_ended = Signal()
    seek_requested = Signal(int)
    step_requested = Signal(int)
    in_requested = Signal(object)
    out_requested = Signal(object)
    mark_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = 0
        self._range: tuple[int | None, int | None] = (None, None)
        self._held: Grip | None = None
        self._wheel = WheelSteps()
        self._ring = False
        self.setRange(1, 1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ownFocusRing", True)
        # Time runs from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @abstractmethod
    def places(self) -> TimelinePlaces:
        """Where everything lies that is shown."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._set_ring(False)
        self._held = grip_at(self.places(), event.position().toPoint())
        self.scrub_started.emit()
        if self._held is Grip.PLAYHEAD:
            self._move_held(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._move_held(event.position().x())
            return
        over = grip_at(self.places(), event.position().toPoint()) is not Grip.PLAYHEAD
        self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._held is not None:
            self._held = None
            self.scrub_ended.emit()

    def _move_held(self, x: float) -> None:
        if self._held is None:
            return
        index = index_under(self.places(), self._held, x)
        if self._held is Grip.IN:
            self.in_requested.emit(index)
        elif self._held is Grip.OUT:
            self.out_requested.emit(index)
        self.seek_requested.emit(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = self._wheel.turn(event)
        if steps:
            self.step_requested.emit(steps)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self._shown if by_key else self.places().scale.index_at(event.pos().x())
        menu = TimelineMenu(self, has_range=self._range != (None, None))
        menu.set_in_chosen.connect(lambda: self.in_requested.emit(index))
        menu.set_out_chosen.connect(lambda: self.out_requested.emit(index))
        menu.clear_chosen.connect(self._on_clear)
        self.fill_menu(menu, index)
        menu.popup(event.globalPos())

    def fill_menu(self, menu: TimelineMenu, index: int) -> None:
        """Add rows about what lies at an index; by itself there is nothing more to say."""

    def _on_clear(self) -> None:
        self.in_requested.emit(None)
        self.out_requested.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the Viewer, whose keys are the same wherever the focus is."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_ring(ring_after(event, self._ring))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_ring(ring_after(event, self._ring))

    def _set_ring(self, shown: bool) -> None:
        if shown != self._ring:
            self._ring = shown
            self.update()
