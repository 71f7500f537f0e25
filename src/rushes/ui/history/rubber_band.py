"""Choosing jobs by drawing a rectangle around them, which scrolls at the edges."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QElapsedTimer,
    QItemSelection,
    QItemSelectionModel,
    QObject,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from rushes.ui.components.painting import paint_box
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from rushes.ui.history.grid_view import GridView

_TICK_MILLISECONDS = 16
_EDGE = 24
_LONGEST_STEP = 80
_LONG_SECONDS = 0.008
_REST = 5
_FILL_OPACITY = 0.16
_Command = QItemSelectionModel.SelectionFlag
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class RubberBand(QObject):
    """What the rectangle touches is chosen, with Ctrl or Shift beside what was chosen before.

    It reaches from a place of the content, so that it grows while that scrolls. Rows are chosen
    once for each tick of a clock, however many moves of the pointer came.
    """

    def __init__(self, view: "GridView") -> None:
        super().__init__(view)
        self._view = view
        self._frame: _Frame | None = None
        self._start: QPoint | None = None
        self._point = QPoint()
        self._adds = False
        self._before = QItemSelection()
        self._runs: list[tuple[int, int]] = []
        self._not_before = 0.0
        self._since_tick = QElapsedTimer()
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.setInterval(_TICK_MILLISECONDS)
        self._clock.timeout.connect(self._tick)

    @property
    def is_held(self) -> bool:
        """Whether the button is down on empty ground."""
        return self._start is not None

    @property
    def is_drawn(self) -> bool:
        """Whether there is a rectangle."""
        return self._frame is not None

    def press(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The button went down at a point of the viewport where no job is."""
        self._start = point + QPoint(0, self._view.verticalOffset())
        self._point = point
        self._adds = bool(modifiers & _ADDING)

    def move(self, point: QPoint) -> None:
        """The pointer is elsewhere, with the button down."""
        if self._start is None:
            return
        self._point = point
        distance = point + QPoint(0, self._view.verticalOffset()) - self._start
        if self._frame is None and distance.manhattanLength() >= QApplication.startDragDistance():
            self._begin()

    def release(self) -> None:
        """The button is up: what is chosen now stays so."""
        if self._start is None:
            return
        if self._frame is not None:
            self._choose(at_once=True)
        chosen, current = self._view.selectionModel(), self._view.currentIndex()
        if self._frame is not None and self._runs and not chosen.isSelected(current):
            first = self._view.model().index(self._runs[0][0], 0)
            chosen.setCurrentIndex(first, _Command.NoUpdate)
        elif not self._adds and current.isValid() and not self._runs:
            # The ground alone lets all others go.
            chosen.select(current, _Command.ClearAndSelect)
        self._end()

    def cancel(self) -> None:
        """Have chosen what was chosen before."""
        if self._frame is not None:
            self._view.selectionModel().select(self._before, _Command.ClearAndSelect)
        self._end()

    def _begin(self) -> None:
        selection = self._view.selectionModel()
        self._before = QItemSelection(selection.selection())
        self._runs = []
        self._frame = _Frame(self._view.viewport())
        self._frame.show()
        selection.select(QItemSelection(), _Command.Select if self._adds else _Command.Clear)
        self._since_tick.start()
        self._clock.start()
        self._tick()

    def _end(self) -> None:
        self._clock.stop()
        self._start, self._runs = None, []
        self._before = QItemSelection()
        if self._frame is not None:
            self._frame.hide()
            self._frame.deleteLater()
            self._frame = None

    def _tick(self) -> None:
        self._scroll(self._since_tick.restart())
        self._choose()

    def _scroll(self, milliseconds: int) -> None:
        """Faster the further the pointer is beyond the edge."""
        height, y = self._view.viewport().height(), self._point.y()
        edge = min(_EDGE, height // 4)
        over = min(y - edge, 0) + max(y - (height - edge), 0)
        step = round(over * milliseconds / (3 * _TICK_MILLISECONDS))
        if step:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + max(-_LONGEST_STEP, min(step, _LONGEST_STEP)))

    def _choose(self, *, at_once: bool = False) -> None:
        if self._start is None or self._frame is None:
            return
        top = self._view.verticalOffset()
        end = self._point + QPoint(0, top)
        area = QRect(self._start, end).normalized()
        seen = self._view.viewport().rect().adjusted(-2, -2, 2, 2)
        self._frame.setGeometry(area.translated(0, -top).intersected(seen))
        began = time.monotonic()
        if began < self._not_before and not at_once:
            return
        runs = self._view.grid.runs_in(area)
        if runs != self._runs:
            self._runs = runs
            self._view.choose_runs(runs, _Command.Current | _Command.Select)
        # Of thousands of lines, part of each, the list is not chosen with every tick.
        took = time.monotonic() - began
        self._not_before = began + _REST * took if took > _LONG_SECONDS else 0.0


class _Frame(QWidget):
    """The rectangle."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        accent = current_theme().color(Role.ACCENT)
        painter = QPainter(self)
        painter.setOpacity(_FILL_OPACITY)
        painter.fillRect(self.rect(), accent)
        painter.setOpacity(1.0)
        paint_box(painter, QRectF(self.rect()), Radius.SMALL, line=accent)
