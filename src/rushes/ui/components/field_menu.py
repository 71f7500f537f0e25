"""The menu of a field that holds a number: undo, cut, copy, paste."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractSpinBox


def open_field_menu(field: QAbstractSpinBox, event: QContextMenuEvent) -> None:
    """Open the menu of the text in `field`, and return at once.

    What Qt opens by itself waits in an event loop of its own until the menu is closed
    (`QAbstractSpinBox::contextMenuEvent`).
    """
    menu = field.lineEdit().createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
    menu.popup(field.mapToGlobal(field.rect().center()) if by_key else event.globalPos())
    event.accept()
