"""The bridge between a clip's worker threads and the GUI thread."""

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from rushes.media.cache_budget import CacheBudget
from rushes.media.clip_frames import ClipFrames
from rushes.media.picture import Picture
from rushes.media.picture_ahead import AheadRoom
from rushes.media.play_order import LoopKind

_LONGEST_JOIN_SECONDS = 5.0


class ClipFeed(QObject):
    """Opens one clip after another and brings what its threads tell to the GUI thread.

    Every opening has a number; what an earlier one still has to say is dropped.

    Signals:
        opened: (`MediaFacts`, `FrameTimes`) of the clip.
        picture_came: the picture of the frame at this index is there, or is better than before.
        failed: (`MediaError`) the clip cannot be opened or read on, or a frame is damaged.
    """

    opened = Signal(object, object)
    picture_came = Signal(int)
    failed = Signal(object)

    # The worker threads emit these; the slots run on the GUI thread.
    _clip_opened = Signal(int, object, object)
    _clip_picture = Signal(int, int)
    _clip_error = Signal(int, object)

    def __init__(self, budget: CacheBudget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._budget = budget
        self._number = 0
        self._clip: ClipFrames | None = None
        self._ending: list[ClipFrames] = []
        self._room = (0, 0)
        self._ahead = AheadRoom()
        queued = Qt.ConnectionType.QueuedConnection
        self._clip_opened.connect(self._on_opened, queued)
        self._clip_picture.connect(self._on_picture, queued)
        self._clip_error.connect(self._on_error, queued)

    def open(self, path: Path) -> None:
        """Open a clip in place of the one before."""
        self.let_go()
        number = self._number
        self._clip = ClipFrames(
            path,
            self._budget,
            on_opened=partial(self._clip_opened.emit, number),
            on_picture=partial(self._clip_picture.emit, number),
            on_error=partial(self._clip_error.emit, number),
        )
        self._clip.set_room(self._ahead)
        self._clip.set_size(*self._room)

    def let_go(self) -> None:
        """Stop showing the clip; its threads end by themselves soon after."""
        self._number += 1
        if self._clip is not None:
            self._clip.close()
            self._ending.append(self._clip)
            self._clip = None
        self._ending = [clip for clip in self._ending if not clip.join(0)]

    def close(self) -> None:
        """Stop, and wait for the threads, which end within one frame's decoding; for the end."""
        self.let_go()
        deadline = time.monotonic() + _LONGEST_JOIN_SECONDS
        for clip in self._ending:
            clip.join(max(deadline - time.monotonic(), 0) / 2)
        self._ending = [clip for clip in self._ending if not clip.join(0)]

    @property
    def has_ended(self) -> bool:
        """Whether no clip is open, and the threads of all that were have ended."""
        return self._clip is None and all(clip.join(0) for clip in self._ending)

    def set_room(self, width: int, height: int) -> None:
        """Pictures are to fit into so many pixels of the screen."""
        self._room = (width, height)
        if self._clip is not None:
            self._clip.set_size(width, height)

    def set_ahead(self, ahead: AheadRoom) -> None:
        """So many pictures are to be held."""
        if ahead != self._ahead:
            self._ahead = ahead
            if self._clip is not None:
                self._clip.set_room(ahead)

    def want(
        self, index: int, heading: int, span: tuple[int, int], loop: LoopKind, *, at_rest: bool
    ) -> None:
        """Say that the frame at `index` is looked at.

        `heading` is where the playhead goes (1 or -1), `span` the first frame that is played and
        the one behind the last, `at_rest` whether the playhead stays.
        """
        if self._clip is not None:
            first, stop = span
            self._clip.want(
                index,
                direction=heading,
                first=first,
                stop=stop,
                loop=loop,
                at_rest=at_rest,
            )

    def picture(self, index: int) -> Picture | None:
        """The picture of a frame, or None while there is none."""
        return None if self._clip is None else self._clip.picture(index)

    def picture_at_once(self, index: int) -> Picture | None:
        """A picture of a frame at the clip's own size where it can be made right away."""
        return None if self._clip is None else self._clip.picture_at_once(index)

    def is_missing(self, index: int) -> bool:
        """Tell whether a frame is damaged and will never come."""
        return self._clip is not None and self._clip.is_missing(index)

    def _on_opened(self, number: int, facts: object, times: object) -> None:
        if number == self._number:
            self.opened.emit(facts, times)

    def _on_picture(self, number: int, index: int) -> None:
        if number == self._number:
            self.picture_came.emit(index)

    def _on_error(self, number: int, error: object) -> None:
        if number == self._number:
            self.failed.emit(error)
