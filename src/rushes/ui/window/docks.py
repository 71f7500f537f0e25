"""The docks around the Viewer: which are on in each workspace, how wide, beside or behind."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabWidget, QWidget

from rushes.ui.window.window_frame import GAP, usual_details, usual_sides
from rushes.ui.window.workspaces import CREATE, REVIEW, SidePanel

_ROOM_FOR_VIEWER = 560
"""What the Viewer keeps, in pixels at 100 %, before two panels at the right become tabs."""

_WIDEST = 4_000


_USUALLY_ON = {CREATE: (SidePanel.HISTORY,), REVIEW: (SidePanel.DETAILS,)}


class Docks(QObject):
    """Places Compose, History, Details and Activity around the middle of a window.

    Each workspace remembers which panels it has at the right. Two of them stand side by side, or
    as tabs where the Viewer would become too narrow.

    Args:
        window: in which they are docked.
        titles: the words of each panel's tab, translated.

    Signals:
        changed: other panels are on, or they stand otherwise.
        keyboard_left: a panel that had the keyboard was taken away.
    """

    changed = Signal()
    keyboard_left = Signal()

    def __init__(
        self,
        window: QMainWindow,
        *,
        compose: QWidget,
        activity: QWidget,
        sides: Mapping[SidePanel, QWidget],
        titles: Mapping[SidePanel, str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = CREATE
        self._on = {name: set(panels) for name, panels in _USUALLY_ON.items()}
        self._widths: dict[str, int] = {}
        self._beside: QDockWidget | None = None
        self._is_beside = False
        self._are_tabs: bool | None = None
        self._at_press: dict[str, int] = {}
        self.compose = self._dock("compose", compose)
        self.activity = self._dock("activity", activity)
        self._sides = {name: self._dock(name.value, panel) for name, panel in sides.items()}
        for name, title in titles.items():
            self._sides[name].setWindowTitle(title)
        self._place()
        window.installEventFilter(self)

    def _dock(self, name: str, panel: QWidget) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        panel.setAutoFillBackground(True)
        dock.setWidget(panel)
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        # The panel's own head is title enough.
        dock.setTitleBarWidget(QWidget(dock))
        return dock

    def _place(self) -> None:
        window, area = self._window, Qt.DockWidgetArea
        window.setCorner(Qt.Corner.BottomLeftCorner, area.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, area.BottomDockWidgetArea)
        window.setTabPosition(area.RightDockWidgetArea, QTabWidget.TabPosition.North)
        window.addDockWidget(area.LeftDockWidgetArea, self.compose)
        window.addDockWidget(area.BottomDockWidgetArea, self.activity)
        for dock in self._sides.values():
            window.addDockWidget(area.RightDockWidgetArea, dock)
            dock.hide()
        self.activity.hide()

    # What is on

    def show_workspace(self, name: str) -> None:
        """Turn to what a workspace has around its Viewer."""
        self._workspace = name
        self.arrange()

    def is_on(self, panel: SidePanel) -> bool:
        """Whether a panel is wanted in this workspace; it may be behind another one's tab."""
        return panel in self._on[self._workspace]

    def toggle(self, panel: SidePanel) -> None:
        """Take a panel away, or show it; one behind a tab comes to the front first."""
        if self.is_on(panel) and not self._is_behind(panel) and not self._is_beside:
            focused = QApplication.focusWidget()
            had_focus = focused is not None and self._sides[panel].isAncestorOf(focused)
            self._on[self._workspace].discard(panel)
            self.arrange()
            if had_focus:
                self.keyboard_left.emit()
        else:
            self.show(panel)

    def show(self, panel: SidePanel) -> None:
        """Have a panel in sight, in front of another one's tab."""
        if not self.is_on(panel):
            self._on[self._workspace].add(panel)
            self.arrange()
        self._sides[panel].raise_()

    def toggle_activity(self) -> None:
        """Open or close the list of what is running."""
        self.activity.setVisible(not self.activity.isVisible())

    def show_beside(self, panel: QWidget | None) -> None:
        """Show a panel in the place of those at the right, or with None those again."""
        width = sum(dock.width() for dock in self._in_sight())
        if panel is not None and self._beside is None:
            self._beside = self._dock("beside", panel)
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._beside)
        self._is_beside = panel is not None
        self.arrange()
        if self._beside is not None and panel is not None and width:
            self._window.resizeDocks([self._beside], [width], Qt.Orientation.Horizontal)

    # How it stands

    def arrange(self) -> None:
        """Show the docks that belong here, as wide as they were left."""
        self.compose.setVisible(self._workspace == CREATE)
        on = [] if self._is_beside else [name for name in SidePanel if self.is_on(name)]
        if self._beside is not None:
            self._beside.setVisible(self._is_beside)
        if len(on) == len(SidePanel):
            self._stand_together(self._must_be_tabs())
        else:
            self._stand_alone()
        for name, dock in self._sides.items():
            if dock.isHidden() is (name in on):
                dock.setVisible(name in on)
        self._resize(on)
        self.changed.emit()

    def fit(self) -> None:
        """Stand side by side or as tabs, as the window's width now allows."""
        if self._are_tabs is not None and self._must_be_tabs() is not self._are_tabs:
            self.arrange()

    def _stand_together(self, are_tabs: bool) -> None:
        first, second = (self._sides[name] for name in SidePanel)
        if are_tabs is not self._are_tabs:
            self._are_tabs = are_tabs
            had_focus = QApplication.focusWidget()
            # A dock that was a tab stays one until it is taken out.
            self._window.removeDockWidget(second)
            if are_tabs:
                self._window.tabifyDockWidget(first, second)
            else:
                self._window.splitDockWidget(first, second, Qt.Orientation.Horizontal)
            first.show()
            second.show()
            if had_focus is not None:
                had_focus.setFocus()

    def _stand_alone(self) -> None:
        """Take tabs apart: what is left of them would be a tab by itself."""
        if self._are_tabs:
            second = list(self._sides.values())[-1]
            self._window.removeDockWidget(second)
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, second)
        self._are_tabs = None

    def _must_be_tabs(self) -> bool:
        compose = self._width_of("compose") if self._workspace == CREATE else 0
        room = self._window.width() / self._scale - compose - 3 * GAP
        return room - sum(self._width_of(name) for name in SidePanel) < _ROOM_FOR_VIEWER

    def _is_behind(self, panel: SidePanel) -> bool:
        """Whether only the panel's tab is seen."""
        return bool(self._are_tabs) and not self._is_seen(self._sides[panel])

    def _is_seen(self, dock: QDockWidget) -> bool:
        """Whether a dock is on the screen; Qt puts those behind a tab beyond the window's edge."""
        return dock.isVisible() and self._window.rect().intersects(dock.geometry())

    def _in_sight(self) -> list[QDockWidget]:
        docks = [*self._sides.values(), *([self._beside] if self._beside is not None else [])]
        return [each for each in docks if self._is_seen(each)]

    # How wide

    @property
    def _scale(self) -> float:
        from rushes.ui.theme.theme import current_theme

        return current_theme().scale

    def _width_of(self, name: str) -> int:
        """The width that a person gave a dock, or the usual one; in pixels at 100 %."""
        width = self._window.width() / self._scale
        compose, history = usual_sides(width)
        usual = {"compose": compose, "history": history, "details": usual_details(width)}
        return self._widths.get(name, usual[name])

    def _resize(self, on: list[SidePanel]) -> None:
        shown = [self._sides[name] for name in on]
        docks = [self.compose, *shown] if self._workspace == CREATE else shown
        widths = {dock.objectName(): self._width_of(dock.objectName()) for dock in docks}
        if self._are_tabs:
            # They share one place, which has room for both.
            widest = max(widths[name] for name in on)
            widths |= dict.fromkeys(map(str, on), widest)
        if docks:
            sizes = [round(widths[dock.objectName()] * self._scale) for dock in docks]
            self._window.resizeDocks(docks, sizes, Qt.Orientation.Horizontal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear a person drag the edge of a panel: the window itself gets the mouse there."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._at_press = self._seen_widths()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            # Qt moves the panels a moment after the pointer.
            QTimer.singleShot(0, self, self._note_widths)
        return False

    def _seen_widths(self) -> dict[str, int]:
        docks = (self.compose, *self._sides.values())
        return {dock.objectName(): dock.width() for dock in docks if self._is_seen(dock)}

    def _note_widths(self) -> None:
        """Know the widths that a person has just given the docks."""
        for name, width in self._seen_widths().items():
            if width != self._at_press.get(name, width):
                self._widths[name] = round(width / self._scale)
        self._at_press = {}

    # What is kept

    def shape(self) -> dict[str, Any]:
        """Return what is on, and how wide it is, as plain values."""
        on = {name: sorted(map(str, panels)) for name, panels in self._on.items()}
        return {"on": on, "widths": dict(self._widths)}

    def restore(self, values: object) -> None:
        """Have it as it was; what cannot be read is left as it is."""
        known = values if isinstance(values, dict) else {}
        on, widths = known.get("on"), known.get("widths")
        for name in self._on:
            panels = on.get(name) if isinstance(on, dict) else None
            if isinstance(panels, list):
                self._on[name] = {panel for panel in SidePanel if panel in panels}
        for name in ("compose", *SidePanel):
            width = widths.get(name) if isinstance(widths, dict) else None
            if isinstance(width, int) and 0 < width < _WIDEST:
                self._widths[str(name)] = width
