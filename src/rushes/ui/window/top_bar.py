"""The bar at the top: menus, the two workspaces, the library, the network and the balance."""

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from rushes.domain.error_words import words_for
from rushes.domain.errors import RushesError
from rushes.domain.replies import Balance
from rushes.engine.events import Reach
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.key_cap import key_text
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented
from rushes.ui.job_faces.prices import money_text
from rushes.ui.libraries.library_button import LibraryButton
from rushes.ui.theme.icons import paint_mark
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.translation import translated_words
from rushes.ui.window.fact_chip import FactChip
from rushes.ui.window.main_window import CREATE, REVIEW

_NARROW = 1200
_NARROWER = 1100
_HEIGHT = 40

SETTINGS_KEY = "Ctrl+,"


class TopBar(QWidget):
    """The bar at the top, 40 px.

    Attributes:
        library: names the library, and opens the menu that it is given.

    Signals:
        workspace_requested: a person chose `CREATE` or `REVIEW`.
        settings_requested: a person wants to see the settings.
    """

    workspace_requested = Signal(object)
    settings_requested = Signal()

    def __init__(self, menus: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Top bar"))
        self._workspaces = Segmented(
            [Option(CREATE, self.tr("Create")), Option(REVIEW, self.tr("Review"))],
            self,
            name=self.tr("Workspace"),
        )
        self._workspaces.value_edited.connect(self.workspace_requested)
        self._workspaces.set_value(CREATE)
        self.library = LibraryButton(self)
        self.library.hide()
        self._network = FactChip("cloud", parent=self)
        self._balance = FactChip("", parent=self)
        self._is_balance_known = False
        self._settings = IconButton(
            "settings", self.tr("Settings"), self, key=key_text(SETTINGS_KEY)
        )
        self._settings.clicked.connect(self.settings_requested)
        self.show_reach(Reach.NOT_TRIED)
        left, right = QHBoxLayout(), QHBoxLayout()
        self._sides = (left, right)
        left.addWidget(_Mark(self))
        if not menus.isNativeMenuBar():
            menus.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            left.addWidget(menus)
        left.addStretch(1)
        right.addStretch(1)
        right.addWidget(self.library)
        right.addWidget(self._network)
        right.addWidget(self._balance)
        right.addWidget(self._settings)
        self._grid = QGridLayout(self)
        self._grid.addLayout(left, 0, 0)
        self._grid.addWidget(self._workspaces, 0, 1)
        self._grid.addLayout(right, 0, 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        self._apply_theme()

    def show_workspace(self, name: str) -> None:
        """Show which workspace is on."""
        self._workspaces.set_value(name)

    def show_library(self, name: str, place: str) -> None:
        """Show the library's name; its place is told in the tool tip."""
        self.library.show_library(name, place)
        self._show_what_fits()

    def show_reach(self, reach: Reach, error: RushesError | None = None) -> None:
        """Show whether the service answers, and why not; nothing is shown before it was asked."""
        role = Role.MUTED if reach is Reach.ONLINE else Role.WARN
        icon, text = "cloud", self.tr("Online")
        told = self.tr("The service answers.")
        if reach is Reach.TOKEN_NEEDED:
            icon, text = "key", self.tr("Token needed")
            told = _sentence(error, "token_refused")
        elif reach is Reach.OFFLINE and error is not None and error.code == "service_down":
            icon, text = "warn", self.tr("Service has a problem")
            told = _sentence(error, "service_down")
        elif reach is Reach.OFFLINE:
            icon, text = "offline", self.tr("Offline")
            told = _sentence(error, "not_reachable")
        self._network.setVisible(reach is not Reach.NOT_TRIED)
        self._network.show_fact(icon, text, told, role=role, leads=role is Role.WARN)
        if reach is not Reach.ONLINE:
            # What was left before may be gone by now; it is told again once the service answers.
            self.show_balance(None)

    def show_balance(self, balance: Balance | None) -> None:
        """Show what is left on the account; None while that is not told."""
        self._is_balance_known = balance is not None
        if balance is not None:
            amount = money_text(balance.amount, balance.currency)
            if balance.amount > 0:
                text, told, role = self.tr("{amount} left"), "", Role.MUTED
            else:
                text, role = self.tr("Balance {amount}"), Role.WARN
                told = self.tr("Nothing is left on your RunComfy account; new jobs are refused.")
            is_low = role is Role.WARN
            self._balance.show_fact("", text.format(amount=amount), told, role=role, leads=is_low)
        self._show_what_fits()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current_theme().px(_HEIGHT))

    def resizeEvent(self, event: object) -> None:
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """The name of the library is the first to give way, then the balance."""
        width, px = self.width(), current_theme().px
        self.library.setVisible(bool(self.library.name) and width >= px(_NARROW))
        self._balance.setVisible(self._is_balance_known and width >= px(_NARROWER))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), current_theme().color(Role.PANEL))

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setFixedHeight(theme.px(_HEIGHT))
        self._grid.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._workspaces.setFixedWidth(theme.px(208))
        for side in self._sides:
            side.setSpacing(theme.px(2))


def _sentence(error: RushesError | None, usual: str) -> str:
    return translated_words(words_for(error or usual)).sentence


class _Mark(QWidget):
    """The program's mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = current_theme().px(20)
        return QSize(side + current_theme().px(8), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        side = theme.px(20)
        rect = QRectF(0, (self.height() - side) / 2, side, side)
        paint_mark(painter, rect, theme.color(Role.STRONG), theme.color(Role.PANEL))
