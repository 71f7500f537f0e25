"""The menu of a row of Activity: what can be done with its job, or with the jobs of its row."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from rushes.ui.components.key_cap import key_text
from rushes.ui.components.menu import Menu

Act = Callable[[], None]


class RowMenu(Menu):
    """Offers only what can be done now; `popup` shows it, and it goes by itself."""

    def __init__(self, parent: QWidget, show: Act) -> None:
        super().__init__("", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add(_tr("Show in History"), "grid", show)

    def add(self, words: str, icon: str, act: Act) -> None:
        """Offer one thing more."""
        self.add_action(words, icon).triggered.connect(lambda: act())

    def add_waiting(self, row: int, rows: range, move: Callable[[int], None], edit: Act) -> None:
        """Offer what can be done with jobs that wait: a change, and another place.

        Args:
            row: where they stand.
            rows: the rows of all that wait.
            move: called with the row before which they are to stand.
            edit: called when they are to be changed.
        """
        self.add(_tr("Edit…"), "settings", edit)
        if row > rows.start:
            self.add(_tr("Send first"), "first_frame", lambda: move(rows.start))
            sooner = _with_key(_tr("Send sooner"), "Alt+Up")
            self.add(sooner, "chevron_up", lambda: move(row - 1))
        if row < rows.stop - 1:
            self.add(
                _with_key(_tr("Send later"), "Alt+Down"), "chevron_down", lambda: move(row + 2)
            )


def _with_key(words: str, key: str) -> str:
    return f"{words}\t{key_text(QKeySequence(key))}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActivityList", text)
