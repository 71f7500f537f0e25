"""Pictures of one view, made a few frames ahead of the playhead so that a paint is one copy."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from rushes.domain.errors import MediaError, MediaUnreadable
from rushes.media.frame import Frame
from rushes.media.picture import BYTES_PER_PIXEL, Converter, Picture, Quality, fitted_size
from rushes.media.play_order import Wanted, frames_by_need

_log = logging.getLogger(__name__)

AHEAD_BYTES = 48 * 1024 * 1024
"""Memory for the pictures of one view."""

_MOST_AHEAD = 8
_FEWEST_ALONE, _FEWEST_OF_FEW, _FEWEST_OF_MANY = 3, 2, 1
_FEW = 4

_LEAST_STAND_IN = 4
"""How many times enlarged a picture of an older size may be shown at most."""


@dataclass(frozen=True, slots=True)
class AheadRoom:
    """How many pictures a view may hold: what `nbytes` have room for, 8 at most.

    At least `fewest` are held, whatever their size, besides the one on the screen.
    """

    nbytes: int = AHEAD_BYTES
    fewest: int = _FEWEST_ALONE


def ahead_room(views: int) -> AheadRoom:
    """The room for each of so many views side by side; 0 is for one out of sight: no picture.

    Up to four share what they would have alone, more of them have 192 MiB together. Where that is
    too little, two to four hold two pictures each, and more of them one: nine of 4K at their own
    size take 300 MB, and for a moment, while the next ones are made, as much again.
    """
    if views == 0:
        return AheadRoom(0, 0)
    few = _FEWEST_OF_FEW if views <= _FEW else _FEWEST_OF_MANY
    nbytes = min(AHEAD_BYTES, _FEW * AHEAD_BYTES // views)
    return AheadRoom(nbytes, _FEWEST_ALONE if views == 1 else few)


@dataclass(frozen=True, slots=True)
class _View:
    """What is to be shown now: the wish, the box in pixels, and whether the playhead rests."""

    wanted: Wanted
    box: tuple[int, int]
    at_rest: bool
    ahead: AheadRoom = AheadRoom()

    def size_of(self, frame: Frame) -> tuple[int, int]:
        return fitted_size(frame.shown_size, self.box)

    def dwarfs(self, picture: Picture) -> bool:
        """Whether a picture, made for an older box, is too small to stand in for one of this."""
        width, height = fitted_size((picture.width, picture.height), self.box)
        return _LEAST_STAND_IN * max(picture.width, picture.height) < max(width, height)

    def count(self) -> int:
        """How many pictures to hold."""
        nbytes = max(1, self.box[0] * self.box[1] * BYTES_PER_PIXEL)
        return max(self.ahead.fewest, min(_MOST_AHEAD, self.ahead.nbytes // nbytes))


class PictureAhead:
    """Turns frames into pictures at the size of one view, on a thread of its own.

    All methods but `join` may be called from any thread and return at once. A picture of the right
    frame at an older size stands in until the new one is made, unless it is far smaller. When the
    playhead rests, its picture is made a second time with more care.

    Args:
        frame_at: gives a frame, or None while it is not decoded.
        on_picture: called from this thread with the index of a picture that is new or better.
        on_error: called from this thread when a frame cannot be made a picture.
    """

    def __init__(
        self,
        frame_at: Callable[[int], Frame | None],
        *,
        on_picture: Callable[[int], None],
        on_error: Callable[[MediaError], None],
    ) -> None:
        self._frame_at = frame_at
        self._on_picture, self._on_error = on_picture, on_error
        # Written by the converting thread alone; single look-ups from others need no lock.
        self._pictures: dict[int, Picture] = {}
        self._failed: set[int] = set()
        # Guarded by the condition.
        self._changed = threading.Condition()
        self._view = _View(Wanted(0, 1, 0, 1), (0, 0), at_rest=False)
        self._frames = 0
        self._news = False
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="convert pictures", daemon=True)
        self._thread.start()

    def set_length(self, frames: int) -> None:
        """Tell the number of frames in the clip; nothing is made before."""
        with self._changed:
            self._frames = frames
            self._notify()

    def set_size(self, width: int, height: int) -> None:
        """Set the box, in pixels of the screen, into which pictures are fitted."""
        with self._changed:
            self._show(replace(self._view, box=(width, height)))

    def set_room(self, ahead: AheadRoom) -> None:
        """Hold more pictures, or fewer; those that are too many go at once."""
        with self._changed:
            self._show(replace(self._view, ahead=ahead))

    def want(self, wanted: Wanted, at_rest: bool) -> None:
        """Move the playhead; *at_rest* when it stays there for now."""
        with self._changed:
            self._show(replace(self._view, wanted=wanted, at_rest=at_rest))

    def frame_arrived(self) -> None:
        """Tell that `frame_at` may give a frame that it did not give before."""
        with self._changed:
            self._notify()

    def picture(self, index: int) -> Picture | None:
        """The picture of frame *index*, or None while there is none that tells what is in it."""
        picture = self._pictures.get(index)
        return None if picture is None or self._view.dwarfs(picture) else picture

    def has_failed(self, index: int) -> bool:
        """Whether no picture can be made of frame *index*."""
        return index in self._failed

    def close(self) -> None:
        """Tell the thread to end."""
        with self._changed:
            self._closing = True
            self._notify()

    def join(self, timeout: float | None = None) -> bool:
        """Wait until the thread has ended, *timeout* seconds at most; not for the GUI thread."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _show(self, view: _View) -> None:
        if view != self._view:
            self._view = view
            self._notify()

    def _notify(self) -> None:
        self._news = True
        self._changed.notify_all()

    # What follows runs on the converting thread.

    def _work(self) -> None:
        try:
            self._serve()
        except Exception as error:
            _log.exception("converting pictures")
            self._report(MediaUnreadable(repr(error)))
        self._pictures.clear()

    def _serve(self) -> None:
        converter = Converter()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._news)
                self._news = False
                view, frames = self._view, self._frames
                if self._closing:
                    return
            order = self._order(view, frames)
            # One picture at a time, with a fresh look at the wish in between.
            while not self._news and (job := self._next_job(view, order)) is not None:
                self._make(converter, view, *job)

    def _order(self, view: _View, frames: int) -> list[int]:
        """The frames whose pictures are to be held, the playhead's first; drops all others."""
        if frames == 0 or 0 in view.box:
            return []
        order = list(islice(frames_by_need(view.wanted.within(frames), frames), view.count()))
        for index in self._pictures.keys() - set(order):
            del self._pictures[index]
        return order

    def _next_job(self, view: _View, order: list[int]) -> tuple[Frame, Quality] | None:
        for place, index in enumerate(order):
            frame = self._frame_at(index)
            if frame is None or index in self._failed:
                continue
            held = self._pictures.get(index)
            if held is None or (held.width, held.height) != view.size_of(frame):
                return frame, Quality.QUICK
            if place == 0 and view.at_rest and held.quality is not Quality.FINE:
                return frame, Quality.FINE
        return None

    def _make(self, converter: Converter, view: _View, frame: Frame, quality: Quality) -> None:
        try:
            picture = converter.picture(frame, view.size_of(frame), quality)
        except MediaError as error:
            self._failed.add(frame.index)
            self._report(error)
            return
        self._pictures[frame.index] = picture
        if not self._closing:
            self._on_picture(frame.index)

    def _report(self, error: MediaError) -> None:
        if not self._closing:
            self._on_error(error)
