"""The menu of the picture: all that can be done with it, each with its key."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from rushes.ui.components.menu import Menu
from rushes.ui.theme.theme import Surround, current_theme
from rushes.ui.viewer.keys import ViewerCommand
from rushes.ui.viewer.zoom.view_zoom import ViewZoom
from rushes.ui.viewer.zoom.zoom_menu import ZoomRows, with_key

_SCALES = (1.0, 2.0)


class PictureMenu(Menu):
    """Goes away by itself; it begins with the rows of those who do something with the frame.

    Args:
        zoom: how the picture is looked at.
        ticked: the commands whose state is on.
        fill: adds the rows about the frame.

    Signals:
        command_requested: the `ViewerCommand` of a row.
        scale_requested: a scale, 1 for 100 %.
        surround_requested: a `Surround`.
    """

    command_requested = Signal(object)
    scale_requested = Signal(float)
    surround_requested = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        zoom: ViewZoom,
        *,
        ticked: Collection[ViewerCommand],
        fill: Callable[[Menu], None],
    ) -> None:
        super().__init__("", parent)
        command = ViewerCommand
        self._ticked = ticked
        fill(self)
        if not self.isEmpty():
            self.addSeparator()
        rows = ZoomRows(self, zoom, _SCALES)
        rows.fit_requested.connect(zoom.fit)
        rows.scale_requested.connect(self.scale_requested)
        self.addSeparator()
        self._add_surrounds()
        self._add_switch(self.tr("Pixel grid"), command.PIXEL_GRID)
        self._add_switch(self.tr("Information"), command.INFORMATION)
        self.addSeparator()
        self._add_switch(self.tr("Full screen"), command.FULL_SCREEN)
        self._add_switch(self.tr("On a second screen"), command.SECOND_SCREEN)
        self.aboutToHide.connect(self.deleteLater)

    def _add_switch(self, words: str, command: ViewerCommand) -> None:
        action = self.addAction(with_key(words, command))
        action.setCheckable(True)
        action.setChecked(command in self._ticked)
        action.triggered.connect(lambda: self.command_requested.emit(command))

    def _add_surrounds(self) -> None:
        menu = self.add_menu(self.tr("Surround"))
        group = QActionGroup(menu)
        names = {
            Surround.BLACK: self.tr("Black"),
            Surround.DARK: self.tr("Dark"),
            Surround.GREY: self.tr("Grey"),
            Surround.CHECKER: self.tr("Checker"),
        }
        for surround, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setData(surround.value)
            group.addAction(action)
            action.setChecked(surround is current_theme().surround)
        group.triggered.connect(
            lambda action: self.surround_requested.emit(Surround(action.data()))
        )
        menu.addSeparator()
        following = menu.addAction(with_key(self.tr("Next surround"), ViewerCommand.NEXT_SURROUND))
        following.triggered.connect(
            lambda: self.command_requested.emit(ViewerCommand.NEXT_SURROUND)
        )
