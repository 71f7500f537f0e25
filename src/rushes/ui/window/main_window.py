"""The one window: top bar, Compose, Viewer, History and Activity as docks that stay put."""

import base64
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMenuBar, QToolBar, QVBoxLayout, QWidget

from rushes.domain.settings import Settings
from rushes.ui.window.view_shape import restore_view, view_shape
from rushes.ui.window.window_frame import GAP, WindowFrame, bytes_from, usual_sides

if TYPE_CHECKING:
    from rushes.ui.activity.activity_list import ActivityList
    from rushes.ui.activity.activity_strip import ActivityStrip
    from rushes.ui.compare.differs_panel import DiffersPanel
    from rushes.ui.components.toast import Toast
    from rushes.ui.compose.panel import ComposePanel
    from rushes.ui.filmstrip.panel import FilmstripPanel
    from rushes.ui.history.panel import HistoryPanel
    from rushes.ui.take_info.take_info import TakeInfo
    from rushes.ui.viewer.panel import ViewerPanel
    from rushes.ui.window.top_bar import TopBar

CREATE, REVIEW = "create", "review"
"""The names of the workspaces."""

_STATE_VERSION = 1
_SMALLEST = (1120, 640)
_ROOM_FOR_TAKES = 840


class MainWindow(WindowFrame):
    """Composes the panels; holds no jobs and acts on none.

    It can be shown at once; `furnish` makes the panels, and must come before anything else.

    Attributes:
        compose, viewer, take_info, history, activity, activity_list: the panels.
        takes, filmstrip: the takes of the current shot, in Create and in Review.
        menus: the menu bar, filled by `rushes.ui.window.window_menus`.
        toast: says what was done, over the Viewer.

    Signals:
        workspace_changed: another workspace is on; its name.
    """

    workspace_changed = Signal(str)

    top_bar: "TopBar"
    compose: "ComposePanel"
    viewer: "ViewerPanel"
    take_info: "TakeInfo"
    takes: "FilmstripPanel"
    filmstrip: "FilmstripPanel"
    history: "HistoryPanel"
    activity: "ActivityStrip"
    activity_list: "ActivityList"
    toast: "Toast"
    menus: QMenuBar

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__(settings)
        self._workspace = CREATE
        self._beside: QDockWidget | None = None

    def furnish(self) -> None:
        """Make the panels. What they need is imported here, after the first paint."""
        from rushes.ui.activity.activity_list import ActivityList
        from rushes.ui.activity.activity_strip import ActivityStrip
        from rushes.ui.components.toast import Toast
        from rushes.ui.compose.panel import ComposePanel
        from rushes.ui.filmstrip.panel import FilmstripPanel, StripForm
        from rushes.ui.history.panel import HistoryPanel
        from rushes.ui.take_info.take_info import TakeInfo
        from rushes.ui.theme.icons import application_icon
        from rushes.ui.viewer.panel import ViewerPanel
        from rushes.ui.window.top_bar import TopBar

        self.setWindowIcon(application_icon())
        # Qt's own menu would hide bars and docks that have other ways to go and come.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDockOptions(WindowFrame.DockOption.AnimatedDocks)
        self.menus = QMenuBar()
        self.top_bar = TopBar(self.menus, self)
        self.setMenuWidget(self.top_bar)
        self.compose = ComposePanel(self)
        self.viewer = ViewerPanel(self)
        self.take_info = TakeInfo(self)
        self.takes = FilmstripPanel(self, form=StripForm.CREATE)
        self.filmstrip = FilmstripPanel(self, form=StripForm.REVIEW)
        self.history = HistoryPanel(self)
        self.activity = ActivityStrip(self)
        self.activity_list = ActivityList(self, model=self.activity.model)
        self._about_take = QWidget(self)
        self._above_filmstrip = QWidget(self)
        self._above_filmstrip.setFixedHeight(GAP)
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
        self._furnished = True
        self._apply_theme()

    @property
    def workspace(self) -> str:
        """The workspace that is on: `CREATE` or `REVIEW`."""
        return self._workspace

    @property
    def strip(self) -> "FilmstripPanel":
        """The takes of the current shot, where this workspace has them."""
        return self.filmstrip if self._workspace == REVIEW else self.takes

    def show_workspace(self, name: str) -> None:
        """Turn to a workspace; Review puts Compose out of the way."""
        self._workspace = name
        self.top_bar.show_workspace(name)
        self._compose_dock.setVisible(name == CREATE)
        self.arrange_middle()
        if name == REVIEW:
            self.viewer.setFocus()
        self.workspace_changed.emit(name)

    def arrange_middle(self) -> None:
        """Have under the Viewer what belongs there now, as far as there is room for it."""
        high = self.height() >= _ROOM_FOR_TAKES * self._theme_scale()
        # What differs tells more of takes that are compared.
        is_job = self.strip.current is not None and not self.viewer.is_comparing
        self._about_take.setVisible(not self.viewer.is_comparing)
        self.takes.setVisible(self._workspace == CREATE and is_job and high)
        in_review = self._workspace == REVIEW and is_job
        self.filmstrip.setVisible(in_review)
        self._above_filmstrip.setVisible(in_review)

    def show_beside(self, panel: "DiffersPanel | None") -> None:
        """Show a panel in the place of History, or History again."""
        if panel is not None and self._beside is None:
            self._beside = self._dock(self.tr("What differs"), "differs", panel)
            self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._beside)
        if self._beside is None:
            return
        width = (self._history_dock if panel is not None else self._beside).width()
        self._history_dock.setVisible(panel is None)
        self._beside.setVisible(panel is not None)
        self.arrange_middle()
        shown = self._history_dock if panel is None else self._beside
        self.resizeDocks([shown], [width], Qt.Orientation.Horizontal)

    def toggle_activity(self) -> None:
        """Open or close the list of what is running."""
        self._activity_dock.setVisible(not self._activity_dock.isVisible())

    def shape(self) -> dict[str, Any]:
        """Return size, place and docks as plain values."""
        return {
            "geometry": _text(self.saveGeometry()),
            "docks": _text(self.saveState(_STATE_VERSION)),
            "workspace": self._workspace,
            "view": view_shape(self),
        }

    def restore_shape(self, values: dict[str, Any]) -> None:
        """Put docks and workspace back; what cannot be read is left as it is."""
        restore_view(self, values.get("view"))
        self._activity_dock.hide()
        self.show_workspace(REVIEW if values.get("workspace") == REVIEW else CREATE)
        docks = bytes_from(values.get("docks"))
        if not self.isVisible():
            self._place_sides(docks)
            return
        # A window on the screen gives docks their widths only once its layout has come to rest.
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, lambda: self._place_sides(docks))

    def _place_sides(self, docks: QByteArray) -> None:
        if not self.restoreState(docks, _STATE_VERSION):
            self._usual_widths()
        self._activity_dock.hide()
        self._history_dock.show()
        self._compose_dock.setVisible(self._workspace == CREATE)
        self.setUpdatesEnabled(True)

    def bring_to_front(self) -> None:
        """Show the window above all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._furnished:
            self.arrange_middle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._furnished:
            self._apply_theme()

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.viewer, 1)
        about = QVBoxLayout(self._about_take)
        about.setContentsMargins(0, 0, 0, 0)
        about.addWidget(self.take_info)
        layout.addWidget(self._about_take)
        layout.addWidget(self.takes)
        layout.addWidget(self._above_filmstrip)
        layout.addWidget(self.filmstrip)
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
        scale = self._theme_scale()
        self.setMinimumSize(*(round(side * scale) for side in _SMALLEST))

    def _theme_scale(self) -> float:
        from rushes.ui.theme.theme import current_theme

        return current_theme().scale

    def _usual_widths(self) -> None:
        """Give the side panels the widths that suit a window of this width."""
        scale = self._theme_scale()
        compose, history = usual_sides(self.width() / scale)
        self.resizeDocks(
            [self._compose_dock, self._history_dock],
            [round(compose * scale), round(history * scale)],
            Qt.Orientation.Horizontal,
        )


def _text(value: QByteArray) -> str:
    return base64.b64encode(value.data()).decode("ascii")
