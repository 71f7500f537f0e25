"""How the picture is looked at: its zoom, what lies around it, and what is told of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from rushes.ui.components.key_cap import key_text
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.information.presenter import InformationPresenter
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand
from rushes.ui.viewer.picture_menu import PictureMenu
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.screens.picture_screens import PictureScreens
from rushes.ui.viewer.single_clip import SingleClip
from rushes.ui.viewer.stage import ViewerStage
from rushes.ui.viewer.stage_commands import StageCommands
from rushes.ui.viewer.surround import surround_after
from rushes.ui.viewer.zoom.zoom_button import ZoomButton

if TYPE_CHECKING:
    from rushes.ui.compare.chosen_take import LookedAt


class PictureControls(QObject):
    """Carries out what keys, the zoom button and the picture's menu ask for.

    Attributes:
        zoom: of the picture; a board of several takes it for all of its views.
        zoom_button: in the transport.
        information: what is told of the frame on the screen.

    Signals:
        surround_requested: the `Surround` that a person wants around the picture.
        information_changed: whether the information is wanted.
        menu_filling: the `Menu` of the picture, before it opens, for rows about the frame.
    """

    surround_requested = Signal(object)
    information_changed = Signal(bool)
    menu_filling = Signal(object)

    def __init__(
        self,
        stage: ViewerStage,
        playback: Playback,
        clip: SingleClip,
        screens: PictureScreens,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self._clip = clip
        self._playback = playback
        self._screens = screens
        self.zoom = stage.picture.zoom
        self.zoom_button = ZoomButton(self.zoom, stage.transport)
        transport = stage.transport
        transport.add_control(self.zoom_button, before=transport.compare, yields=False)
        self.information = InformationPresenter(clip.presenter, stage.picture, playback, self)
        clip.opened.connect(self._on_opened)
        clip.renamed.connect(self._on_renamed)
        stage.picture.menu_requested.connect(self.open_menu)
        stage.picture.surround_double_clicked.connect(screens.toggle_full)
        screens.second.changed.connect(self._on_second_screen)

    def add_to(self, commands: StageCommands) -> None:
        """Have the commands of looking carried out here."""
        command, zoom = ViewerCommand, self.zoom
        commands.add(
            {
                command.FIT: zoom.toggle_fit,
                command.FULL_SIZE: lambda: zoom.set_scale(1.0),
                command.DOUBLE_SIZE: lambda: zoom.set_scale(2.0),
                command.ZOOM_IN: lambda: zoom.step(1),
                command.ZOOM_OUT: lambda: zoom.step(-1),
                command.PIXEL_GRID: lambda: zoom.set_shows_grid(not zoom.shows_grid),
            }
        )
        commands.add(
            {
                command.INFORMATION: self.toggle_information,
                command.NEXT_SURROUND: self._ask_for_next_surround,
                command.FULL_SCREEN: self._screens.toggle_full,
                command.SECOND_SCREEN: self._screens.toggle_second,
            },
            needs_clip=False,
        )

    def toggle_information(self) -> None:
        """Tell what is known of the frame, or tell it no longer."""
        self.show_information(not self.information.is_wanted)

    def show_information(self, shown: bool) -> None:
        """Have the information told, or not."""
        if shown is not self.information.is_wanted:
            self.information.set_wanted(shown)
            self.information_changed.emit(shown)

    def follow(self, looked: "LookedAt | None") -> None:
        """Tell of the take that is looked at among several; None is the one clip again."""
        if looked is None:
            presenter, picture = self._clip.presenter, self._stage.picture
            self.information.follow(presenter, picture, self._clip.title, self._due)
        else:
            told = (looked.clip, looked.view, looked.title, looked.due)
            self.information.follow(*told, is_blind=looked.is_blind)

    def _due(self) -> int:
        return self._playback.due

    def open_menu(self, place: QPoint) -> None:
        """Open the picture's menu at a place on the screen."""
        command, screens = ViewerCommand, self._screens
        states = {
            command.PIXEL_GRID: self.zoom.shows_grid,
            command.INFORMATION: self.information.is_wanted,
            command.FULL_SCREEN: screens.is_full,
            command.SECOND_SCREEN: screens.second.is_away,
        }
        menu = PictureMenu(
            self._stage.area,
            self.zoom,
            ticked={each for each, on in states.items() if on},
            fill=self.menu_filling.emit,
        )
        menu.command_requested.connect(self._stage.command_requested)
        menu.scale_requested.connect(self.zoom.set_scale)
        menu.surround_requested.connect(self.surround_requested)
        menu.popup(place)

    def _on_opened(self) -> None:
        self.information.title = self._clip.title

    def _on_renamed(self) -> None:
        self.information.title = self._clip.title
        self.information.refresh()

    def _on_second_screen(self, away: bool) -> None:
        words = self.tr("Bring the picture back") if away else self.tr("On a second screen")
        key = key_text(DEFAULT_KEYS[ViewerCommand.SECOND_SCREEN])
        self._stage.transport.second_screen.set_words(words, key)

    def _ask_for_next_surround(self) -> None:
        self.surround_requested.emit(surround_after(current_theme().surround))
