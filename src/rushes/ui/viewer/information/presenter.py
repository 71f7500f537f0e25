"""Keeps the information overlay true to the frame on the screen."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from rushes.domain.media_facts import MediaFacts
from rushes.media.frame_times import FrameTimes
from rushes.ui.viewer.information.clip_information import ShownNow, information_lines
from rushes.ui.viewer.information.overlay import InformationOverlay
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.playback import Playback


class ClipOnScreen(Protocol):
    """What is asked of whoever shows a clip's frames in a view."""

    facts: MediaFacts | None
    times: FrameTimes | None
    shown: int | None

    @property
    def frame_shown(self) -> SignalInstance:
        """Another frame is on the screen."""
        ...


class InformationPresenter(QObject):
    """Follows one clip in one view; costs next to nothing while nothing is told.

    Attributes:
        overlay: where it is told.
        title: what the clip is called; plain text.
    """

    def __init__(
        self, clip: ClipOnScreen, view: PictureView, playback: Playback, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.overlay = InformationOverlay(view)
        self.title = ""
        self._clip = clip
        self._view = view
        self._playback = playback
        self._due: Callable[[], int] = lambda: playback.due
        self._wanted = False
        self._is_blind = False
        playback.moved.connect(self.refresh)
        playback.playing_changed.connect(self.refresh)
        self._connect()

    @property
    def is_wanted(self) -> bool:
        """Whether a person has switched it on."""
        return self._wanted

    def set_wanted(self, wanted: bool) -> None:
        """Switch it on or off."""
        self._wanted = wanted
        self.refresh()

    def follow(
        self,
        clip: ClipOnScreen,
        view: PictureView,
        title: str,
        due: Callable[[], int],
        *,
        is_blind: bool = False,
    ) -> None:
        """Tell of another clip, in its own view; `due` gives the index of the frame it is to show.

        Where takes are looked at blind, nothing is told by which one knows them apart.
        The view and the clip must last until another one is followed.
        """
        for signal in self._signals():
            signal.disconnect(self.refresh)
        self._clip, self._view, self.title, self._due = clip, view, title, due
        self._is_blind = is_blind
        self.overlay.move_to(view)
        self._connect()
        self.refresh()

    def _signals(self) -> tuple[SignalInstance, ...]:
        return (self._clip.frame_shown, self._view.picture_changed, self._view.placed)

    def _connect(self) -> None:
        for signal in self._signals():
            signal.connect(self.refresh)

    def refresh(self) -> None:
        """Tell how things stand now."""
        if not self._wanted or self._view.picture is None:
            self.overlay.hide()
            return
        shown = self._shown_now()
        if shown is None:
            # The picture of the clip before stays, and so does what is told of it.
            return
        self.overlay.show_lines(self.title, information_lines(shown, is_blind=self._is_blind))
        if not self._playback.is_playing:
            self.overlay.tell_accessibility()
        if self.overlay.isHidden():
            self.overlay.place()
            self.overlay.show()
            self.overlay.raise_()

    def _shown_now(self) -> ShownNow | None:
        clip, view = self._clip, self._view
        picture = view.picture
        if clip.facts is None or clip.times is None or clip.shown is None or picture is None:
            return None
        painted = view.size_at(view.zoom.scale)
        enlarged = (view.zoom.scale or 0.0) >= 1.0
        expected = view.shape if enlarged else painted
        exact = (picture.width, picture.height) == expected.toTuple()
        whole = view.shape.width()
        return ShownNow(
            facts=clip.facts,
            times=clip.times,
            index=clip.shown,
            due=self._due(),
            scale=painted.width() / whole if whole else 1.0,
            fits=view.zoom.is_fit,
            quality=picture.quality if exact else None,
            colour=picture.colour,
        )
