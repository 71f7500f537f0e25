"""A pointer that moves without the event loop.

`QTest.mouseMove` processes events: within a coroutine under qasync, other tasks then run inside of
the one that moves the pointer, which asyncio forbids.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_NO_BUTTON = Qt.MouseButton.NoButton


def move_pointer(
    widget: QWidget, place: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton
) -> None:
    """Move the pointer to a place in a widget, with a button held down or none."""
    on_screen = QPointF(widget.mapToGlobal(place))
    no_keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), on_screen, _NO_BUTTON, held, no_keys)
    QApplication.sendEvent(widget, event)
