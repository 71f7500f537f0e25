"""A wheel in the hand."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

NO_KEYS = Qt.KeyboardModifier.NoModifier


def turn_wheel(
    widget: QWidget, place: QPointF, notches: float, modifiers: Qt.KeyboardModifier = NO_KEYS
) -> None:
    """Turn the wheel over a place of a widget; away from the hand is positive."""
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
