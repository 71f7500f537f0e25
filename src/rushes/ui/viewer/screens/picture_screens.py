"""Where the picture is: in its panel, filling a screen, or in a window of its own."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rushes.ui.viewer.full_screen import FullScreen
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.screens.second_screen import SecondScreen
from rushes.ui.viewer.stage import ViewerStage


class PictureScreens(QObject):
    """The full screen and the second one, which never take the picture both.

    Attributes:
        full: the whole stage fills a screen.
        second: the picture alone has a window of its own.
    """

    def __init__(self, stage: ViewerStage, playback: Playback, panel: QWidget) -> None:
        super().__init__(panel)
        self.full = FullScreen(stage, playback, panel)
        self.second = SecondScreen(stage, playback, panel)

    @property
    def is_full(self) -> bool:
        """Whether the picture fills a screen, whichever."""
        return self.full.is_full or self.second.is_full

    def toggle_full(self) -> None:
        """Fill the screen that the picture is on, or come back."""
        if self.second.is_away:
            self.second.toggle_full()
        else:
            self.full.toggle()

    def toggle_second(self) -> None:
        """Give the picture a window of its own, or bring it back."""
        self.full.leave()
        self.second.toggle()

    def leave_full(self) -> None:
        """Fill no screen."""
        self.second.leave_full()
        self.full.leave()

    def close(self) -> None:
        """Have everything in the panel again; for the end."""
        self.full.leave()
        self.second.bring_back()
