"""Movement of the components: short transitions, and loops that run only while they are seen."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation
from PySide6.QtWidgets import QWidget

from rushes.ui.theme.theme import current_theme

QUICK_MILLISECONDS = 100
"""Switch knobs, segment bars, fills under the pointer."""
OPENING_MILLISECONDS = 160
"""Docks, stacks, toasts that come."""
LEAVING_MILLISECONDS = 120
LOOP_SECONDS = 1.6
"""A moving bar crosses, a ring turns once, in this time."""
_LOOP_STEP_MILLISECONDS = 33

clock: Callable[[], float] = time.monotonic
"""Where loops take their time from, in seconds; pictures for comparison put it to rest."""


def loop_phase() -> float:
    """How far the loops have come, 0 to 1. All of them move together."""
    return (clock() / LOOP_SECONDS) % 1.0


class Transition(QObject):
    """A number on its way to another one, for painting a change that takes 100 ms.

    Under reduced motion, and while the widget cannot be seen, it arrives at once. Nothing runs
    once it has arrived.
    """

    def __init__(
        self, widget: QWidget, value: float = 0.0, milliseconds: int = QUICK_MILLISECONDS
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._value = value
        self._goal = value
        self._milliseconds = milliseconds
        self._animation: QVariantAnimation | None = None

    @property
    def value(self) -> float:
        """Where it is now."""
        return self._value

    @property
    def goal(self) -> float:
        """Where it is going."""
        return self._goal

    def go_to(self, goal: float) -> None:
        """Set out for `goal`."""
        if goal == self._goal:
            return
        self._goal = goal
        duration = current_theme().milliseconds(self._milliseconds)
        if duration == 0 or not self._widget.isVisible():
            self.jump_to(goal)
            return
        if self._animation is None:
            self._animation = QVariantAnimation(self)
            self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
            self._animation.valueChanged.connect(self._on_value_changed)
        self._animation.stop()
        self._animation.setDuration(duration)
        self._animation.setStartValue(float(self._value))
        self._animation.setEndValue(float(goal))
        self._animation.start()

    def jump_to(self, goal: float) -> None:
        """Be at `goal` at once."""
        if self._animation is not None:
            self._animation.stop()
        self._goal = self._value = goal
        self._widget.update()

    def _on_value_changed(self, value: object) -> None:
        if isinstance(value, float):
            self._value = value
            self._widget.update()


class LoopTicker(QObject):
    """Repaints a widget while a loop in it is seen.

    The widget calls `painted()` from its paint event whenever it has drawn something that moves.
    A widget that is not painted, because it is hidden, scrolled away or covered, asks for no
    further tick, so the loop stops by itself and starts again with the next paint.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOP_STEP_MILLISECONDS)
        self._timer.timeout.connect(widget.update)

    def painted(self) -> None:
        """Something that moves was drawn: ask for the next step."""
        if not self._timer.isActive() and not current_theme().reduced_motion:
            self._timer.start()

    def is_running(self) -> bool:
        """Tell whether a next step is due."""
        return self._timer.isActive()
