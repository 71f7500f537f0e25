"""Puts the frames that are due on the screen, each under its own number."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from rushes.domain.media_facts import MediaFacts
from rushes.media.cache_budget import CacheBudget
from rushes.media.frame_times import FrameTimes
from rushes.ui.viewer.asked_frames import AskedFrames
from rushes.ui.viewer.clip_feed import ClipFeed
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.playback import Playback

_REST_MILLISECONDS = 150


class FramePresenter(QObject):
    """Shows one clip in one picture view, following a playback that others may follow too.

    Until the first picture of a newly opened clip is there, the last one of the clip before stays.

    Attributes:
        facts, times: of the clip that was opened last; None until it is open.
        shown: index of the frame on the screen, or None while none of this clip is.

    Signals:
        opened: the facts and times of the clip are known.
        first_shown: the first picture of the clip is on the screen.
        frame_shown: the frame at this index is on the screen.
        frame_lacking: the frame at this index is damaged and cannot be shown.
        failed: the clip cannot be shown; a `MediaError`.
    """

    opened = Signal()
    first_shown = Signal()
    frame_shown = Signal(int)
    frame_lacking = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        view: PictureView,
        playback: Playback,
        budget: CacheBudget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._playback = playback
        self._feed = ClipFeed(budget, self)
        self._asked = AskedFrames()
        self.facts: MediaFacts | None = None
        self.times: FrameTimes | None = None
        self.shown: int | None = None
        # A picture that stays is worth a second, careful conversion; one under a hand is not.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MILLISECONDS)
        self._rest.timeout.connect(self._on_rest)
        view.room_changed.connect(self._feed.set_room)
        self._feed.set_room(view.room.width(), view.room.height())
        self._feed.opened.connect(self._on_opened)
        self._feed.picture_came.connect(self._on_picture_came)
        self._feed.failed.connect(self._on_failed)
        playback.moved.connect(self._on_moved)
        playback.playing_changed.connect(self._on_playing_changed)
        playback.settings_changed.connect(self._tell_wish)

    def open(self, path: Path) -> None:
        """Open another clip."""
        self._forget()
        self._feed.open(path)

    def let_go(self) -> None:
        """Show no clip any more; the screen stays as it is."""
        self._forget()
        self._feed.let_go()

    def close(self) -> None:
        """Let go, and wait for the threads."""
        self._forget()
        self._feed.close()

    def _forget(self) -> None:
        self._rest.stop()
        self._asked = AskedFrames()
        self.facts = self.times = self.shown = None

    def _on_opened(self, facts: MediaFacts, times: FrameTimes) -> None:
        self.facts, self.times = facts, times
        self.opened.emit()

    def _on_moved(self) -> None:
        """Another frame is due: show it if its picture is there, else as soon as it comes."""
        if self.times is None:
            return
        index = self._playback.due
        self._asked.ask(index)
        self._tell_wish()
        if not self._show(index) and self._feed.is_missing(index):
            self.frame_lacking.emit(index)

    def _on_playing_changed(self) -> None:
        self._tell_wish()

    def _tell_wish(self, *, at_rest: bool = False) -> None:
        if self.times is None:
            return
        playback = self._playback
        self._feed.want(
            playback.due, playback.heading, playback.span, playback.loop, at_rest=at_rest
        )
        if playback.is_playing or at_rest:
            self._rest.stop()
        else:
            self._rest.start()

    def _on_rest(self) -> None:
        self._tell_wish(at_rest=True)

    def _on_picture_came(self, index: int) -> None:
        if self._asked.may_show(index):
            self._show(index)

    def _show(self, index: int) -> bool:
        picture = self._feed.picture(index)
        if picture is None or self.facts is None:
            return False
        first = self.shown is None
        changed = index != self.shown
        self._asked.showed(index)
        self.shown = index
        self._view.show_picture(picture, QSize(self.facts.width, self.facts.height))
        if first:
            self.first_shown.emit()
        if changed:
            self.frame_shown.emit(index)
        return True

    def _on_failed(self, error: object) -> None:
        if self.shown is not None:
            # What is on the screen stays; single damaged frames are told as they are met.
            if self._feed.is_missing(self._playback.due):
                self.frame_lacking.emit(self._playback.due)
            return
        self.failed.emit(error)
