"""Everything a view needs of one clip: open it, say what is looked at, take pictures."""

from collections.abc import Callable
from pathlib import Path

from rushes.domain.errors import MediaError
from rushes.domain.media_facts import MediaFacts
from rushes.media.cache_budget import CacheBudget
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.frame import Frame
from rushes.media.frame_cache import FrameCache
from rushes.media.frame_times import FrameTimes
from rushes.media.picture import Converter, Picture, is_cheap
from rushes.media.picture_ahead import AheadRoom, PictureAhead
from rushes.media.play_order import LoopKind, Wanted

_TO_THE_END = 1 << 62


class ClipFrames:
    """One open clip: a thread decodes into a cache, another makes pictures of what is near.

    ::

        view ──want, set_size──▶ FrameCache ──frames──▶ PictureAhead ──on_picture──▶ view
                                    │ FrameSource (decoding thread)

    The GUI thread calls everything but `join`; nothing waits. The callbacks come from the two
    threads and must hand over to the GUI thread, for example by a queued signal; they return soon
    and do not call `join`. After `close` has returned no callback begins, though one
    that had begun may still be under way.

    Args:
        path: the clip or still image.
        budget: the memory that all open clips share.
        limits: what is too large to open.
        on_opened: the facts of the clip, and when its frames are shown; comes once, first.
        on_picture: the index of a picture that is new, or better than before. The view paints
            when that is the frame it wants to show.
        on_error: the clip cannot be opened or read on, or a frame is damaged.
    """

    def __init__(
        self,
        path: Path,
        budget: CacheBudget,
        *,
        limits: DecodeLimits = DEFAULT_LIMITS,
        on_opened: Callable[[MediaFacts, FrameTimes], None],
        on_picture: Callable[[int], None],
        on_error: Callable[[MediaError], None],
    ) -> None:
        self.path = path
        self._opened = on_opened
        self._converter: Converter | None = None
        self._pictures = PictureAhead(self.frame, on_picture=on_picture, on_error=on_error)
        self._cache = FrameCache(
            path,
            budget,
            limits=limits,
            on_opened=self._on_opened,
            on_frame=self._on_frame,
            on_error=on_error,
        )
        self._cache.start()

    def set_size(self, width: int, height: int) -> None:
        """Set the box, in pixels of the screen, into which pictures are fitted."""
        self._pictures.set_size(width, height)

    def set_room(self, ahead: AheadRoom) -> None:
        """Set how many pictures are held; 0 for a clip out of sight."""
        self._pictures.set_room(ahead)

    def want(
        self,
        index: int,
        *,
        direction: int = 1,
        first: int = 0,
        stop: int = _TO_THE_END,
        loop: LoopKind = LoopKind.LOOP,
        at_rest: bool = False,
    ) -> None:
        """Move the playhead to frame *index*.

        *direction* is that of play (1 or -1), *first* and *stop* the range that is played, and
        *at_rest* tells that the playhead stays where it is, so that its picture is worth more care.
        """
        wanted = Wanted(index, direction, first, stop, loop)
        self._cache.request(wanted)
        self._pictures.want(wanted, at_rest)

    def picture(self, index: int) -> Picture | None:
        """The picture of frame *index*, or None while there is none.

        It may still be of an older size, not far smaller: of the right frame, to be painted scaled.
        """
        return self._pictures.picture(index)

    def picture_at_once(self, index: int) -> Picture | None:
        """A picture of frame *index* at its own size, made here and now where that is cheap.

        It is where the frame is decoded and needs neither scaling nor turning: 0.3 ms for 720p,
        less than it takes to hand the work to another thread and back. None where it is not.
        For one thread alone.
        """
        frame = self.frame(index)
        if frame is None or not is_cheap(frame):
            return None
        if self._converter is None:
            self._converter = Converter()
        try:
            return self._converter.picture(frame)
        except MediaError:
            # The other thread meets it as well, and tells.
            return None

    def frame(self, index: int) -> Frame | None:
        """Frame *index* as it was decoded, or None while it is not in the cache."""
        return self._cache.get(index)

    def is_missing(self, index: int) -> bool:
        """Whether frame *index* is damaged and will never come."""
        return self._cache.is_missing(index) or self._pictures.has_failed(index)

    def close(self) -> None:
        """Let go of the file and the memory; both threads end soon."""
        self._cache.close()
        self._pictures.close()

    def join(self, timeout: float | None = None) -> bool:
        """Wait until both threads have ended, *timeout* seconds each; not for the GUI thread."""
        ended = self._cache.join(timeout)
        return self._pictures.join(timeout) and ended

    def _on_opened(self, facts: MediaFacts, times: FrameTimes) -> None:
        self._pictures.set_length(times.frames)
        self._opened(facts, times)

    def _on_frame(self, _generation: int, _index: int) -> None:
        self._pictures.frame_arrived()
