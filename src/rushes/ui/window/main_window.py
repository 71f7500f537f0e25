"""The one window: top bar, Compose, Viewer, History and Activity as docks that stay put.

It is imported before the first paint. Whatever needs Qt's own enumeration (`Qt`) imports it where
it is needed: to make its names takes four times as long as that paint.
"""

import base64
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.settings import Settings
from rushes.ui.window.view_shape import restore_view, view_shape
from rushes.ui.window.window_frame import GAP, WindowFrame
from rushes.ui.window.workspaces import CREATE, REVIEW, SidePanel

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenuBar

    from rushes.ui.activity.activity_list import ActivityList
    from rushes.ui.activity.activity_strip import ActivityStrip
    from rushes.ui.compare.differs_panel import DiffersPanel
    from rushes.ui.components.toast import Toast
    from rushes.ui.compose.panel import ComposePanel
    from rushes.ui.details.panel import DetailsPanel
    from rushes.ui.filmstrip.panel import FilmstripPanel
    from rushes.ui.history.panel import HistoryPanel
    from rushes.ui.take_info.take_info import TakeInfo
    from rushes.ui.viewer.panel import ViewerPanel
    from rushes.ui.window.docks import Docks
    from rushes.ui.window.top_bar import TopBar

__all__ = ["CREATE", "REVIEW", "MainWindow"]

_SMALLEST = (1120, 640)
_ROOM_FOR_TAKES = 840


class MainWindow(WindowFrame):
    """Composes the panels; holds no jobs and acts on none.

    It can be shown at once; `furnish` makes the panels, and must come before anything else.

    Attributes:
        compose, viewer, take_info, history, details, activity, activity_list: the panels.
        docks: where they stand, and which are on.
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
    details: "DetailsPanel"
    docks: "Docks"
    activity: "ActivityStrip"
    activity_list: "ActivityList"
    toast: "Toast"
    menus: "QMenuBar"

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__(settings)
        self._workspace = CREATE

    def furnish(self) -> None:
        """Make the panels. What they need is imported here, after the first paint."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMenuBar

        from rushes.ui.activity.activity_list import ActivityList
        from rushes.ui.activity.activity_strip import ActivityStrip
        from rushes.ui.components.toast import Toast
        from rushes.ui.compose.panel import ComposePanel
        from rushes.ui.details.panel import DetailsPanel, by_id
        from rushes.ui.filmstrip.panel import FilmstripPanel, StripForm
        from rushes.ui.history.panel import HistoryPanel
        from rushes.ui.take_info.take_info import TakeInfo
        from rushes.ui.theme.icons import application_icon
        from rushes.ui.viewer.panel import ViewerPanel
        from rushes.ui.window.docks import Docks
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
        self.takes.player = self.filmstrip.player = self.viewer.stage
        self.history = HistoryPanel(self)
        self.details = DetailsPanel(self, models=lambda: by_id(self.compose.models))
        self.activity = ActivityStrip(self)
        self.activity_list = ActivityList(self, model=self.activity.model)
        self._about_take = QWidget(self)
        self._above_filmstrip = QWidget(self)
        self._above_filmstrip.setFixedHeight(GAP)
        self.setCentralWidget(self._middle())
        self.docks = Docks(
            self,
            compose=self.compose,
            activity=self.activity_list,
            sides={SidePanel.HISTORY: self.history, SidePanel.DETAILS: self.details},
            titles={
                SidePanel.HISTORY: self.tr("History"),
                SidePanel.DETAILS: self.tr("Details"),
            },
        )
        self._place_strip()
        self.toast = Toast(self.viewer, above=self.viewer.stage.transport)
        # History may be too narrow for a sentence.
        self.history.album_acts.toast = self.toast
        self.top_bar.workspace_requested.connect(self.show_workspace)
        self.docks.changed.connect(self.arrange_middle)
        self.docks.keyboard_left.connect(self.viewer.setFocus)
        self.activity.open_requested.connect(self.docks.activity.setVisible)
        self.activity_list.close_requested.connect(self.docks.activity.hide)
        self.docks.activity.visibilityChanged.connect(self.activity.show_open)
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
        self.docks.show_workspace(name)
        if name == REVIEW:
            self.viewer.setFocus()
        self.workspace_changed.emit(name)

    def arrange_middle(self) -> None:
        """Have under the Viewer what belongs there now, as far as there is room for it."""
        high = self.height() >= _ROOM_FOR_TAKES * self._theme_scale()
        # What differs tells more of takes that are compared.
        is_job = self.strip.current is not None and not self.viewer.is_comparing
        # Details tells the same and more.
        is_told = self._workspace == REVIEW and self.docks.is_on(SidePanel.DETAILS)
        self._about_take.setVisible(not is_told and not self.viewer.is_comparing)
        self.takes.setVisible(self._workspace == CREATE and is_job and high)
        in_review = self._workspace == REVIEW and is_job
        self.filmstrip.setVisible(in_review)
        self._above_filmstrip.setVisible(in_review)

    def show_beside(self, panel: "DiffersPanel | None") -> None:
        """Show a panel in the place of those at the right, or those again."""
        self.docks.show_beside(panel)

    def find_in_history(self) -> None:
        """Go to the search of History, which comes into sight."""
        self.docks.show(SidePanel.HISTORY)
        self.history.focus_search()

    def show_trash(self) -> None:
        """Look at what lies in the trash; History comes into sight."""
        from PySide6.QtCore import Qt

        from rushes.ui.trash.trash_view import TRASH_QUERY

        self.docks.show(SidePanel.HISTORY)
        self.history.search.set_text(TRASH_QUERY)
        self.history.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_activity(self) -> None:
        """Open or close the list of what is running."""
        self.docks.toggle_activity()

    def shape(self) -> dict[str, Any]:
        """Return size, place and docks as plain values."""
        return {
            "geometry": _text(self.saveGeometry()),
            "workspace": self._workspace,
            "view": view_shape(self),
        }

    def restore_shape(self, values: dict[str, Any]) -> None:
        """Put docks and workspace back; what cannot be read is left as it is."""
        restore_view(self, values.get("view"))
        self.docks.activity.hide()
        self.show_workspace(REVIEW if values.get("workspace") == REVIEW else CREATE)
        if not self.isVisible():
            return
        # A window on the screen gives docks their widths only once its layout has come to rest.
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, self._place_docks)

    def _place_docks(self) -> None:
        self.docks.arrange()
        self.setUpdatesEnabled(True)

    def bring_to_front(self) -> None:
        """Show the window above all others."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        if self._furnished:
            self.docks.fit()
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

    def _place_strip(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QToolBar

        strip = QToolBar(self.tr("Activity"), self)
        strip.setObjectName("activity_strip")
        strip.setMovable(False)
        holder = QWidget(strip)
        holder.setSizePolicy(self.activity.sizePolicy())
        column = QVBoxLayout(holder)
        # One line of the gap between panels shows above it. A tool bar's own layout takes its
        # margins crosswise, so that it is given none.
        column.setContentsMargins(0, 1, 0, 0)
        column.addWidget(self.activity)
        strip.addWidget(holder)
        layout = strip.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, strip)

    def _apply_theme(self) -> None:
        scale = self._theme_scale()
        self.setMinimumSize(*(round(side * scale) for side in _SMALLEST))

    def _theme_scale(self) -> float:
        from rushes.ui.theme.theme import current_theme

        return current_theme().scale


def _text(value: "QByteArray") -> str:
    return base64.b64encode(value.data()).decode("ascii")
