"""The one window: top bar, Compose, Viewer, History and Activity as docks that stay put."""

import base64
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenuBar,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from rushes.ui.activity.activity_list import ActivityList
from rushes.ui.activity.activity_strip import ActivityStrip
from rushes.ui.components.toast import Toast
from rushes.ui.compose.panel import ComposePanel
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.take_info.take_info import TakeInfo
from rushes.ui.theme.icons import application_icon
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.panel import ViewerPanel
from rushes.ui.window.top_bar import CREATE, REVIEW, TopBar

_STATE_VERSION = 1
_SMALLEST = (1120, 640)
_USUAL = (1440, 900)
_SIDES = ((1200, (288, 300)), (1400, (312, 300)), (2000, (328, 428)), (99_999, (400, 704)))
"""Widths of Compose and History for windows up to a width, in pixels at 100 %."""


class MainWindow(QMainWindow):
    """Composes the panels; holds no jobs and acts on none.

    Attributes:
        compose, viewer, take_info, history, activity, activity_list: the panels.
        menus: the menu bar, filled by `rushes.ui.window.window_menus`.

    Signals:
        close_requested: a person closed the window; it is hidden, and its session comes to rest.
        first_painted: the window has been on the screen once.
    """

    close_requested = Signal()
    first_painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self._may_close = False
        self.setWindowTitle("Rushes")
        self.setWindowIcon(application_icon())
        # Qt's own menu would hide bars and docks that have other ways to go and come.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks)
        self.menus = QMenuBar()
        self.top_bar = TopBar(self.menus, self)
        self.setMenuWidget(self.top_bar)
        self.compose = ComposePanel(self)
        self.viewer = ViewerPanel(self)
        self.take_info = TakeInfo(self)
        self.history = HistoryPanel(self)
        self.activity = ActivityStrip(self)
        self.activity_list = ActivityList(self, model=self.activity.model)
        self.setCentralWidget(self._middle())
        self._compose_dock = self._dock(self.tr("Compose"), "compose", self.compose)
        self._history_dock = self._dock(self.tr("History"), "history", self.history)
        self._activity_dock = self._dock(self.tr("Activity"), "activity", self.activity_list)
        self._place_docks()
        self.toast = Toast(self.viewer)
        self.top_bar.workspace_requested.connect(self.show_workspace)
        self.activity.open_requested.connect(self._activity_dock.setVisible)
        self.activity_list.close_requested.connect(self._activity_dock.hide)
        self._activity_dock.visibilityChanged.connect(self.activity.show_open)
        self._workspace = CREATE
        self._apply_theme()

    @property
    def workspace(self) -> str:
        """The workspace that is on: `CREATE` or `REVIEW`."""
        return self._workspace

    def show_workspace(self, name: str) -> None:
        """Turn to a workspace; Review puts Compose out of the way."""
        self._workspace = name
        self.top_bar.show_workspace(name)
        self._compose_dock.setVisible(name == CREATE)
        if name == REVIEW:
            self.viewer.setFocus()

    def toggle_activity(self) -> None:
        """Open or close the list of what is running."""
        self._activity_dock.setVisible(not self._activity_dock.isVisible())

    def shape(self) -> dict[str, Any]:
        """Return size, place and docks as plain values."""
        return {
            "geometry": _text(self.saveGeometry()),
            "docks": _text(self.saveState(_STATE_VERSION)),
            "workspace": self._workspace,
        }

    def restore_shape(self, values: dict[str, Any]) -> None:
        """Put size, place and docks back; what cannot be read is left as it is."""
        if not self.restoreGeometry(_bytes(values.get("geometry"))):
            self.resize(*(current_theme().px(side) for side in _USUAL))
        if not self.restoreState(_bytes(values.get("docks")), _STATE_VERSION):
            self._usual_widths()
        self._activity_dock.hide()
        self.show_workspace(REVIEW if values.get("workspace") == REVIEW else CREATE)

    def bring_to_front(self) -> None:
        """Show the window above all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def close_for_good(self) -> None:
        """Close the window; its session has come to rest."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.viewer, 1)
        layout.addWidget(self.take_info)
        return middle

    def _dock(self, title: str, name: str, panel: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        panel.setAutoFillBackground(True)
        dock.setWidget(panel)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
        # The panel's own head is title enough.
        dock.setTitleBarWidget(QWidget(dock))
        return dock

    def _place_docks(self) -> None:
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        bottom = Qt.DockWidgetArea.BottomDockWidgetArea
        self.setCorner(Qt.Corner.BottomLeftCorner, left)
        self.setCorner(Qt.Corner.BottomRightCorner, bottom)
        self.addDockWidget(left, self._compose_dock)
        self.addDockWidget(right, self._history_dock)
        self.addDockWidget(bottom, self._activity_dock)
        self._activity_dock.hide()
        strip = QToolBar(self.tr("Activity"), self)
        strip.setObjectName("activity_strip")
        strip.setMovable(False)
        strip.addWidget(self.activity)
        layout = strip.layout()
        if layout is not None:
            # One line of the gap between panels shows above it.
            layout.setContentsMargins(0, 1, 0, 0)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, strip)

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setMinimumSize(*(theme.px(side) for side in _SMALLEST))

    def _usual_widths(self) -> None:
        """Give the side panels the widths that suit a window of this width."""
        scale = current_theme().scale
        width = self.width() / scale
        compose, history = next(sides for widest, sides in _SIDES if width <= widest)
        self.resizeDocks(
            [self._compose_dock, self._history_dock],
            [round(compose * scale), round(history * scale)],
            Qt.Orientation.Horizontal,
        )


def _text(value: QByteArray) -> str:
    return base64.b64encode(value.data()).decode("ascii")


def _bytes(text: object) -> QByteArray:
    try:
        return (
            QByteArray(base64.b64decode(text, validate=True))
            if isinstance(text, str)
            else (QByteArray())
        )
    except ValueError:
        return QByteArray()
