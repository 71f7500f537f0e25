"""Keeps transport and timeline true to the picture on the screen and to how it plays."""

from PySide6.QtCore import QObject

from rushes.ui.viewer.frame_presenter import FramePresenter
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.spoken_place import SpokenPlace
from rushes.ui.viewer.stage import ViewerStage


class StageLabels(QObject):
    """Follows presenter and playback; it only shows, and asks for nothing."""

    def __init__(
        self,
        stage: ViewerStage,
        playback: Playback,
        presenter: FramePresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self._playback = playback
        self._presenter = presenter
        self._spoken = SpokenPlace(stage.transport.position, lambda: stage.picture, playback, self)
        presenter.frame_shown.connect(self._on_frame_shown)
        presenter.frame_lacking.connect(self._on_frame_lacking)
        playback.moved.connect(self._on_moved)
        playback.playing_changed.connect(self._on_playing_changed)
        playback.settings_changed.connect(self._on_settings_changed)
        self._on_settings_changed()

    def show_clip(self, title: str) -> None:
        """Begin with another clip, whose first picture is on the screen."""
        times = self._presenter.times
        if times is not None:
            self._stage.timeline.show_clip(times.frames)
            self._stage.transport.position.set_times(times)
            self.show_title(title)

    def show_title(self, title: str) -> None:
        """Call the picture by the title of its clip, which may be empty."""
        name = self.tr("Picture of %1").replace("%1", title) if title else self.tr("Picture")
        self._stage.picture.setAccessibleName(name)

    def _on_frame_shown(self, index: int) -> None:
        times = self._presenter.times
        if times is None:
            return
        position, timeline = self._stage.transport.position, self._stage.timeline
        tell = self._spoken.is_due()
        position.show_place(index, times.frames, times.start_of(index), times.rate)
        timeline.show_index(index, tell=tell)
        self._show_asked()
        if tell:
            self._spoken.tell_frame()

    def _on_moved(self) -> None:
        self._show_asked()

    def _show_asked(self) -> None:
        # While it plays the next frame is always asked for already: only a hand is shown.
        shown = self._presenter.shown
        if shown is not None:
            playing = self._playback.is_playing
            self._stage.timeline.show_asked(shown if playing else self._playback.due)

    def _on_frame_lacking(self, index: int) -> None:
        words = self.tr("Frame %1 is damaged").replace("%1", str(index + 1))
        self._stage.transport.position.show_message(words)
        self._spoken.tell_frame()

    def _on_playing_changed(self, playing: bool) -> None:
        self._stage.transport.show_playing(playing)
        self._spoken.tell_state()
        shown = self._presenter.shown
        if shown is not None and not playing:
            self._stage.timeline.show_index(shown)
            self._spoken.tell_frame()

    def _on_settings_changed(self) -> None:
        playback, stage = self._playback, self._stage
        stage.transport.show_speed(playback.chosen_speed, playback.speed)
        stage.transport.loop.show_kind(playback.loop)
        stage.timeline.show_range(playback.in_index, playback.out_index)
        self._spoken.tell_state()
