"""The bar at the top: menus, the two workspaces, the library and the network."""

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from rushes.engine.events import Reach
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented
from rushes.ui.theme.icons import paint_mark
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.window.fact_chip import FactChip
from rushes.ui.window.main_window import CREATE, REVIEW

_NARROW = 1200
_HEIGHT = 40


class TopBar(QWidget):
    """The bar at the top, 40 px.

    Signals:
        workspace_requested: a person chose `CREATE` or `REVIEW`.
    """

    workspace_requested = Signal(object)

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
        self._library = FactChip("folder", parent=self)
        self._network = FactChip("cloud", parent=self)
        self.show_reach(Reach.NOT_TRIED)
        left, right = QHBoxLayout(), QHBoxLayout()
        self._sides = (left, right)
        left.addWidget(_Mark(self))
        if not menus.isNativeMenuBar():
            menus.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            left.addWidget(menus)
        left.addStretch(1)
        right.addStretch(1)
        right.addWidget(self._library)
        right.addWidget(self._network)
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
        self._library.show_fact("folder", name, place)

    def show_reach(self, reach: Reach) -> None:
        """Show whether the service answers; nothing is shown before it was asked."""
        words = {
            Reach.ONLINE: ("cloud", self.tr("Online"), Role.MUTED),
            Reach.OFFLINE: ("offline", self.tr("Offline"), Role.WARN),
            Reach.TOKEN_NEEDED: ("key", self.tr("Token needed"), Role.WARN),
        }
        self._network.setVisible(reach in words)
        if reach in words:
            icon, text, role = words[reach]
            self._network.show_fact(icon, text, role=role)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current_theme().px(_HEIGHT))

    def resizeEvent(self, event: object) -> None:
        # The name of the library is the first to give way.
        self._library.setVisible(self.width() >= current_theme().px(_NARROW))

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
