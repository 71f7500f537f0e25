"""The menus: every act with its key, grouped as people look for them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from rushes.ui.components.menu import Menu

Wish = Callable[[], object]


@dataclass(frozen=True)
class Act:
    """One act of a menu.

    Attributes:
        text: its words, translated.
        wish: what is done.
        key: its key; acts of a panel's own keys name them only in the panel.
    """

    text: str
    wish: Wish
    key: QKeySequence.StandardKey | str | None = None


class Menus(QObject):
    """Fills a menu bar. Keys work in the whole window, wherever the focus is."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar

    def add_menu(self, title: str, *sections: list[Act]) -> Menu:
        """Add a menu of sections, parted by lines."""
        menu = Menu(title, self._bar)
        self._bar.addMenu(menu)
        for number, section in enumerate(sections):
            if number:
                menu.addSeparator()
            for act in section:
                self.add_act(menu, act)
        return menu

    def add_act(self, menu: QMenu, act: Act) -> QAction:
        """Add one act to a menu."""
        action = QAction(act.text, menu)
        if act.key is not None:
            action.setShortcut(QKeySequence(act.key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _=False: act.wish())
        menu.addAction(action)
        return action

    def add_choice(
        self,
        menu: Menu,
        title: str,
        choices: list[tuple[str, str]],
        chosen: str,
        choose: Callable[[str], None],
    ) -> Menu:
        """Add a submenu of which one entry is on.

        Args:
            menu: where it is added.
            title: its words.
            choices: value and words of each entry.
            chosen: the value that is on.
            choose: called with the value that a person chose.
        """
        submenu = menu.add_menu(title)
        group = QActionGroup(submenu)
        for value, text in choices:
            action = QAction(text, submenu)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _=False, value=value: choose(value))
            group.addAction(action)
            submenu.addAction(action)
        return submenu
