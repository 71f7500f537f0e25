"""The keys of the trash: they put takes there, and get them back out of it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

DELETE_KEY = "Del"
RESTORE_KEY = "R"

_NONE = Qt.KeyboardModifier.NoModifier
_PAD = Qt.KeyboardModifier.KeypadModifier
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
"""The second is what keyboards of Macs have in its place."""


class TrashKeyFilter(QObject):
    """Hears the keys of the trash while a widget, or what lies in it, has the keyboard.

    Signals:
        delete_requested: what is chosen is to go.
        restore_requested: what is chosen is to come back.
    """

    delete_requested = Signal()
    restore_requested = Signal()

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~_PAD != _NONE:
            return False
        deletes, restores = event.key() in _DELETE, event.key() == Qt.Key.Key_R
        if not deletes and not restores:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # Before the window's shortcuts.
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if not event.isAutoRepeat():
            (self.delete_requested if deletes else self.restore_requested).emit()
        return True
