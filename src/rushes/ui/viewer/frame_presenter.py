"""Puts the frames that are due on the screen, each under its own number."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from rushes.domain.errors import MediaError
from rushes.media.cache_budget import CacheBudget
from rushes.ui.viewer.asked_frames import AskedFrames
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.shown_clip import ShownClip


class FramePresenter(ShownClip):
    """Shows one clip in one picture view, following a playback that others may follow too.

    Until the first picture of a newly opened clip is there, the last one of the clip before stays.

    Signals:
        frame_lacking: the frame at this index is damaged and cannot be shown.
        failed: the clip cannot be shown; a `MediaError`.
    """

    frame_lacking = Signal(int)

    def __init__(
        self,
        view: PictureView,
        playback: Playback,
        budget: CacheBudget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(view, playback, budget, parent)
        self._asked = AskedFrames()
        self.picture_came.connect(self._on_picture_came)
        playback.moved.connect(self._on_moved)
        playback.playing_changed.connect(self._look_at_due)
        playback.settings_changed.connect(self._look_at_due)

    def open(self, path: Path) -> None:
        """Open another clip."""
        self._asked = AskedFrames()
        super().open(path)

    def _on_moved(self) -> None:
        """Another frame is due: show it if its picture is there, else as soon as it comes."""
        if self.times is None:
            return
        due = self._playback.due
        index = self.index_of(due)
        self._asked.ask(index)
        self.look_at(due)
        if self.show_frame(index):
            return
        if self._playback.is_playing:
            self.late += 1
        if self.lacks(due):
            self._tell_lacking(index)

    def _look_at_due(self) -> None:
        self.look_at(self._playback.due)

    def _on_picture_came(self, index: int) -> None:
        if self._asked.may_show(index):
            self.show_frame(index)

    def tell_shown(self, index: int) -> None:
        """Know that a frame is on the screen: what was asked for before it is void."""
        self._asked.showed(index)
        super().tell_shown(index)

    def _on_failed(self, error: MediaError) -> None:
        due = self._playback.due
        if self.times is None or (self.shown is None and self.lacks(0)):
            super()._on_failed(error)
        elif self.lacks(due):
            self._tell_lacking(self.index_of(due))

    def _tell_lacking(self, index: int) -> None:
        """Tell a damaged frame as it is met; what is on the screen stays."""
        if self.shown is None and not self.lacks(0):
            # Nothing is there that could stay.
            self._playback.seek(0)
        else:
            self.frame_lacking.emit(index)
