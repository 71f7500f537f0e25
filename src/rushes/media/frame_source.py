"""Exact frames of one media file, by index."""

from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from rushes.domain.errors import MediaError, MediaUnreadable
from rushes.domain.media_facts import MediaFacts
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.decoder_setup import check_picture_size
from rushes.media.exif_orientation import exif_orientation
from rushes.media.frame import UPRIGHT, Frame, Orientation, keep_frame, shown_size
from rushes.media.frame_index import Entry
from rushes.media.opening import codec_name, media_errors
from rushes.media.picture_reader import PictureReader

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

    from rushes.media.frame_times import FrameTimes

_NEAR_FRAMES = 8
"""So many frames are sooner decoded through than passed over by a new start."""

_WIDEST_PIXEL = Fraction(8)
"""Pixels told to be more oblong than this are taken to be square."""


class FrameSource:
    """Decodes the frames of one clip or still image; every frame is the one that was asked for.

    Belongs to one thread: the one that makes it, uses it and closes it.

    Frames are known by their presentation times, listed once from the packets, so no rate and no
    rounding can lead to a neighbour. Decoding begins at a key frame. Where a key frame turns out
    not to decode by itself (open groups, gradual refresh, damage), an earlier one is taken and
    that one is not used again.

    Attributes:
        path: the file.
        times: when each frame is shown.
        facts: what the file is.
        position: index of the earliest frame that decoding on can still give, or None when the
            next frame needs a new start at a key frame.
    """

    def __init__(self, path: Path, limits: DecodeLimits = DEFAULT_LIMITS) -> None:
        """Open *path*, list its frames and decode the first.

        Raises MediaUnreadable or MediaTooLarge.
        """
        self.path = path
        self._limits = limits
        self._reader = PictureReader(path, limits)
        self._index = self._reader.index
        self._entry = 0
        self._fresh = True
        self._run: Iterator[tuple[int, VideoFrame]] = iter(())
        self._first: Frame | None = None
        self._orientation: Orientation | None = None
        self.position: int | None = None
        try:
            self.times: FrameTimes = self._index.times
            self._usable = list(self._index.entries)
            file_format = self._reader.media.file_format
            if file_format.still:
                with media_errors(path):
                    self._orientation = exif_orientation(path, file_format)
            self._first = self.decode(0)
            self._orientation = self._first.orientation
            self.facts: MediaFacts = self._facts()
        except BaseException:
            self.close()
            raise

    @property
    def first_frame(self) -> Frame:
        """The frame with index 0, which was decoded while opening."""
        return self.decode(0)

    def __len__(self) -> int:
        """Number of frames."""
        return len(self._index.pts)

    def __enter__(self) -> "FrameSource":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; safe to call twice."""
        self._run = iter(())
        self.position = None
        self._reader.close()

    def release(self) -> None:
        """Give the file free, and the decoder's memory back; what is asked later opens it again.

        A file that holds other frames by then is MediaUnreadable.
        """
        self._run = iter(())
        self.position = None
        self._reader.release()

    def rest(self) -> None:
        """Say that nothing more is asked for now, and has not been for a while.

        Until then, or `close`, the file counts as being in the decoder's hands: its threads work
        on for some frames after it has given one.
        """
        self._reader.media.rest()

    def decode(self, index: int) -> Frame:
        """Decode frame *index*.

        Raises IndexError outside of the clip, and MediaUnreadable when that frame is damaged.
        """
        if not 0 <= index < len(self):
            raise IndexError(index)
        if index == 0 and self._first is not None:
            return self._first
        if not self.continues_to(index):
            self.start_at(index)
        frame = self.next_frame(index)
        if frame is None or frame.index != index:
            self.position = None
            raise MediaUnreadable(f"{self.path.name}: frame {index + 1} cannot be decoded")
        return frame

    def decode_run(self, start: int, stop: int) -> Iterator[Frame]:
        """Decode the frames from *start* to before *stop*, in order; damaged ones are left out."""
        index = max(0, start)
        stop = min(stop, len(self))
        if index == 0 < stop:
            yield self.first_frame
            index = 1
        while index < stop:
            if not self.continues_to(index):
                self.start_at(index)
            frame = self.next_frame(index)
            if frame is None or frame.index >= stop:
                return
            yield frame
            index = frame.index + 1

    def continues_to(self, index: int) -> bool:
        """Whether decoding on reaches frame *index* sooner than a new start would."""
        if self.position is None or self.position > index:
            return False
        near = index - self.position <= _NEAR_FRAMES
        return near or self.start_for(index) <= self.position

    def start_for(self, index: int) -> int:
        """Index of the frame at which decoding has to begin to reach frame *index*."""
        return self._usable[self._entry_before(index)].index

    def start_at(self, index: int) -> None:
        """Go to the last key frame from which frame *index* decodes."""
        self._enter(self._entry_before(index))

    def next_frame(self, keep_from: int = 0) -> Frame | None:
        """Decode on and give the next frame whose index is at least *keep_from*.

        None at the end of the clip. Frames before *keep_from* are passed over as fast as
        possible, and cannot be had without a new start. Raises MediaUnreadable when the file is
        damaged beyond use, and MediaTooLarge when a picture is over the limits.
        """
        self._reader.keep_from = keep_from
        self._reader.media.wake()
        try:
            return self._next_frame(keep_from)
        except MediaError:
            self.position = None
            raise

    def _next_frame(self, keep_from: int) -> Frame | None:
        while True:
            entry = self._usable[self._entry]
            decoded = next(self._run, None)
            if self._fresh and self._entry > 0 and not _decodes_alone(decoded, entry):
                del self._usable[self._entry]
                self._enter(self._entry_before(max(entry.index, keep_from)))
                continue
            if decoded is None:
                self.position = None
                return None
            self._fresh = False
            index, picture = decoded
            self.position = index + 1
            if index >= keep_from:
                return self._kept(index, picture)

    def _kept(self, index: int, picture: "VideoFrame") -> Frame:
        check_picture_size(self.path.name, picture.width, picture.height, self._limits)
        with media_errors(self.path):
            stream = self._reader.stream
            aspect = _pixel_aspect(stream, picture.width, picture.height, self._limits)
            seconds, mark = self.times.starts[index], self._reader.media.mark
            return keep_frame(picture, index, seconds, aspect, self._orientation, mark)

    def _entry_before(self, index: int) -> int:
        return max(0, bisect_right(self._usable, index, key=lambda entry: entry.index) - 1)

    def _enter(self, entry: int) -> None:
        """Bring demuxer and decoder to the key frame at *entry*."""
        self._run, self.position = iter(()), None
        self._entry, self._fresh = entry, True
        target = self._usable[entry]
        self._run = self._reader.pictures_from(target)
        self.position = target.index

    def _facts(self) -> MediaFacts:
        first, media = self.first_frame, self._reader.media
        width, height = first.shown_size
        still = media.file_format.still
        return MediaFacts(
            kind="image" if still else "video",
            container=media.file_format.name,
            codec=codec_name(self._reader.stream),
            width=width,
            height=height,
            frames=len(self),
            rate=self.times.rate,
            seconds=self.times.end,
            rotation=first.orientation.degrees,
            has_sound=media.sound is not None,
        )


def _decodes_alone(decoded: "tuple[int, VideoFrame] | None", entry: Entry) -> bool:
    """Whether the first picture after a start is whole and the one that was expected."""
    return decoded is not None and decoded[0] == entry.index and not decoded[1].is_corrupt


def _pixel_aspect(stream: "VideoStream", width: int, height: int, limits: DecodeLimits) -> Fraction:
    """The told shape of a pixel, unless it is absurd or would make a picture over the limits."""
    told = stream.sample_aspect_ratio
    if told is None or not 1 / _WIDEST_PIXEL <= told <= _WIDEST_PIXEL:
        return Fraction(1)
    width, height = shown_size(width, height, UPRIGHT, told)
    fits = width * height <= limits.max_pixels and max(width, height) <= limits.max_side
    return told if fits else Fraction(1)
