"""How the takes are shown: grid or list, stacked or not, in which order and size."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.menu import Menu
from rushes.ui.history.card_sizes import CardSize
from rushes.ui.history.history_views import GRID, LIST, HistoryViews
from rushes.ui.history.sort_menu import add_sorts
from rushes.ui.history.sort_words import sort_words
from rushes.ui.theme.theme import current_theme


class ViewButtons(QWidget):
    """Icons at the end of the head; the last one opens a menu that has all of them and more.

    Attributes:
        grid, list, stack, sort, more: the buttons.
    """

    def __init__(self, views: HistoryViews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views = views
        self.grid = IconButton("grid", "", self, checkable=True)
        self.list = IconButton("list", "", self, checkable=True)
        self.stack = IconButton("stack", "", self, checkable=True)
        self.sort = IconButton("sort", "", self)
        self.more = IconButton("more", "", self)
        self._buttons = (self.grid, self.list, self.stack, self.sort)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for button in (*self._buttons, self.more):
            self._layout.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.grid.clicked.connect(lambda: self._choose_kind(GRID))
        self.list.clicked.connect(lambda: self._choose_kind(LIST))
        self.stack.clicked.connect(views.set_stacked)
        self.sort.clicked.connect(self.open_sorts)
        self.more.clicked.connect(self.open_menu)
        views.kind_changed.connect(self._show)
        views.stacked_changed.connect(self._show)
        views.sort_changed.connect(self._show)
        self._retranslate()
        self._apply_theme()

    def set_whole(self, whole: bool) -> None:
        """Show all buttons, or where there is no room that of the menu alone."""
        for button in self._buttons:
            button.setVisible(whole)

    def width_if(self, *, whole: bool) -> int:
        """How wide the buttons are, all of them or the last one alone."""
        side = self.more.sizeHint().width()
        others = len(self._buttons)
        return side + others * (side + self._layout.spacing()) if whole else side

    def open_sorts(self) -> Menu:
        """Open the menu of the orders in which takes can stand."""
        menu = Menu("", self)
        menu.aboutToHide.connect(menu.deleteLater)
        add_sorts(menu, self._views)
        menu.popup(self.sort.mapToGlobal(QPoint(0, self.sort.height() + 4)))
        return menu

    def open_menu(self) -> Menu:
        """Open the menu of how takes are shown."""
        menu = Menu("", self)
        menu.aboutToHide.connect(menu.deleteLater)
        kinds = QActionGroup(menu)
        for kind, words in ((GRID, self.tr("Grid")), (LIST, self.tr("List"))):
            action = kinds.addAction(menu.addAction(words))
            action.setCheckable(True)
            action.setChecked(self._views.kind == kind)
            action.triggered.connect(lambda _=False, kind=kind: self._views.set_kind(kind))
        menu.addSeparator()
        stacked = menu.addAction(self.tr("Stack the takes of a shot"))
        stacked.setCheckable(True)
        stacked.setChecked(self._views.is_stacked)
        stacked.triggered.connect(self._views.set_stacked)
        add_sorts(menu.add_menu(self.tr("Sort by"), "sort"), self._views)
        menu.addSeparator()
        self._add_sizes(menu)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))
        return menu

    def _add_sizes(self, menu: Menu) -> None:
        sizes = QActionGroup(menu)
        grid = self._views.grid
        for size, words in (
            (None, self.tr("Cards that suit the width")),
            (CardSize.SMALL, self.tr("Small cards")),
            (CardSize.MEDIUM, self.tr("Medium cards")),
            (CardSize.LARGE, self.tr("Large cards")),
        ):
            action = sizes.addAction(menu.addAction(words))
            action.setCheckable(True)
            action.setChecked(grid.card_size is size)
            action.setEnabled(self._views.kind == GRID)
            action.triggered.connect(lambda _=False, size=size: grid.set_card_size(size))

    def _choose_kind(self, kind: str) -> None:
        self._views.set_kind(kind)
        self._show()

    def _show(self) -> None:
        self.grid.setChecked(self._views.kind == GRID)
        self.list.setChecked(self._views.kind == LIST)
        self.stack.setChecked(self._views.is_stacked)
        self.sort.set_words(sort_words(self._views.sort))

    def _retranslate(self) -> None:
        self.grid.set_words(self.tr("Grid"))
        self.list.set_words(self.tr("List"))
        self.stack.set_words(self.tr("Stack the takes of a shot"))
        self.more.set_words(self.tr("How takes are shown"))
        self._show()

    def _apply_theme(self) -> None:
        self._layout.setSpacing(current_theme().px(4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
