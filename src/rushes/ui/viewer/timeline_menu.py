"""The menu of the timeline: In, Out and marks for those who use the mouse alone."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from rushes.ui.components.key_cap import key_text


class TimelineMenu(QMenu):
    """Opened at a frame; it goes away by itself.

    Signals:
        set_in_chosen, set_out_chosen: set In or Out where it was opened.
        clear_chosen: clear both.
    """

    set_in_chosen = Signal()
    set_out_chosen = Signal()
    clear_chosen = Signal()

    def __init__(self, parent: QWidget, *, has_range: bool) -> None:
        super().__init__(parent)
        self._add(self.tr("Set In here"), self.set_in_chosen.emit)
        self._add(self.tr("Set Out here"), self.set_out_chosen.emit)
        self.addSeparator()
        clear = self._add(self.tr("Clear In and Out"), self.clear_chosen.emit)
        clear.setEnabled(has_range)
        self.aboutToHide.connect(self.deleteLater)

    def add_row(self, text: str, chosen: Callable[[], object], key: str = "") -> QAction:
        """Add a row, with the key that does the same."""
        return self._add(f"{text}\t{key_text(key)}" if key else text, chosen)

    def _add(self, text: str, chosen: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda: chosen())
        self.addAction(action)
        return action
