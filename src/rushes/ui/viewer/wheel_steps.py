"""Whole steps out of what a wheel or a touchpad turns."""

from PySide6.QtGui import QWheelEvent

_NOTCH = 120
"""Eighths of a degree that a usual wheel turns at a time (QWheelEvent)."""


class WheelSteps:
    """Gathers small turns until they make a step: forwards is down, or to the right.

    Args:
        sideways: whether turns to the left and right count.
    """

    def __init__(self, *, sideways: bool = True) -> None:
        self._sideways = sideways
        self._turned = 0

    def turn(self, event: QWheelEvent) -> int:
        """How many steps the wheel has gone on with this turn, negative for back."""
        delta = event.angleDelta()
        across = self._sideways and abs(delta.x()) > abs(delta.y())
        self._turned -= delta.x() if across else delta.y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        return steps
