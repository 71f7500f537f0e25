"""Exact frames of one media file, by index."""

from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from rushes.domain.errors import MediaError, MediaUnreadable
from rushes.domain.media_facts import MediaFacts
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.exif_orientation import exif_orientation
from rushes.media.file_format import JPEG
from rushes.media.frame import Frame, Orientation, keep_frame
from rushes.media.frame_index import Entry, packet_time, read_frame_index
from rushes.media.opening import OpenedMedia, check_picture_size, codec_name, media_errors

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

    from rushes.media.frame_times import FrameTimes

_MAX_BROKEN_PACKETS = 250
"""Damaged packets in a row after which a file is given up."""

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
        self._media = OpenedMedia(path, limits)
        self._entry = 0
        self._fresh = True
        self._run: Iterator[tuple[int, VideoFrame]] = iter(())
        self._keep_from = 0
        self._first: Frame | None = None
        self._orientation: Orientation | None = None
        self.position: int | None = None
        try:
            self._index = read_frame_index(self._media, limits)
            self.times: FrameTimes = self._index.times
            self._usable = list(self._index.entries)
            if self._media.file_format == JPEG:
                self._orientation = exif_orientation(path)
            self._first = self.decode(0)
            self._orientation = self._first.orientation
            self.facts: MediaFacts = self._facts()
        except BaseException:
            self._media.close()
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
        self._media.close()

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
        self._keep_from = keep_from
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
            aspect = _pixel_aspect(self._stream)
            return keep_frame(picture, index, self.times.starts[index], aspect, self._orientation)

    @property
    def _stream(self) -> "VideoStream":
        assert self._media.pictures is not None
        return self._media.pictures

    def _entry_before(self, index: int) -> int:
        return max(0, bisect_right(self._usable, index, key=lambda entry: entry.index) - 1)

    def _enter(self, entry: int) -> None:
        """Bring demuxer and decoder to the key frame at *entry*."""
        self._run = iter(())
        self._entry, self._fresh = entry, True
        target = self._usable[entry]
        self.position = target.index
        with media_errors(self.path):
            packets = self._packets_from(target)
        self._run = self._pictures(packets, target)

    def _packets_from(self, target: Entry) -> Iterator["Packet[VideoStream]"]:
        """The packets from the key frame *target* on, however the demuxer can be led there."""
        import av

        for seek_to in (target.seek_to, target.pts, None):
            try:
                if seek_to is None:
                    self._reopen()
                else:
                    self._media.container.seek(seek_to, stream=self._stream, backward=True)
            except av.FFmpegError:
                continue
            packets = self._media.container.demux(self._stream)
            for packet in packets:
                # The packet without a size is the one that flushes the decoder at the end.
                if packet.size and packet_time(packet) == target.pts:
                    return chain((packet,), packets)
        raise MediaUnreadable(f"{self.path.name}: frame {target.index + 1} cannot be found")

    def _reopen(self) -> None:
        """Open the file again: some formats cannot be sought in."""
        from av.stream import Discard

        self._media.close()
        self._media = OpenedMedia(self.path, self._limits)
        for other in self._media.container.streams:
            if other.index != self._stream.index:
                other.discard = Discard.all

    def _pictures(
        self, packets: Iterator["Packet[VideoStream]"], entry: Entry
    ) -> Iterator[tuple[int, "VideoFrame"]]:
        """Decode *packets*: every picture with its index, from *entry* on, in order of showing."""
        import av

        last, broken = entry.index - 1, 0
        while True:
            with media_errors(self.path):
                packet = next(packets, None)
            if packet is None:
                return
            self._skip_if_possible(packet)
            try:
                pictures = packet.decode()
                broken = 0
            except (av.InvalidDataError, av.PatchWelcomeError) as error:
                broken += 1
                if broken > _MAX_BROKEN_PACKETS:
                    raise MediaUnreadable(f"{self.path.name}: {error}") from error
                continue
            except av.FFmpegError as error:
                raise MediaUnreadable(f"{self.path.name}: {error}") from error
            for picture in pictures:
                index = self._index_of(picture, last)
                if index is not None and index > last:
                    last = index
                    yield index, picture

    def _index_of(self, picture: "VideoFrame", last: int) -> int | None:
        time = picture.pts if picture.pts is not None else picture.dts
        if time is None:
            return last + 1 if last + 1 < len(self) else None
        index = self._index.index_of(time)
        # Several frames may share a time; they come in order.
        if index is not None and index <= last < len(self) - 1:
            return last + 1 if self._index.pts[last + 1] == time else None
        return index

    def _skip_if_possible(self, packet: "Packet[VideoStream]") -> None:
        """Let the decoder leave out a picture that nobody asked for and none refers to.

        Only H.264 says so for each picture without exception (nal_ref_idc, ITU-T H.264, 7.4.1).
        """
        context = self._stream.codec_context
        if context.name != "h264":
            return
        unwanted = self._keep_from < len(self) and (
            packet.pts is not None and packet.pts < self._index.pts[self._keep_from]
        )
        context.skip_frame = "NONREF" if unwanted else "DEFAULT"

    def _facts(self) -> MediaFacts:
        first, media = self.first_frame, self._media
        width, height = first.shown_size
        still = media.file_format.still
        return MediaFacts(
            kind="image" if still else "video",
            container=media.file_format.name,
            codec=codec_name(self._stream),
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


def _pixel_aspect(stream: "VideoStream") -> Fraction:
    told = stream.sample_aspect_ratio
    believable = told is not None and _WIDEST_PIXEL >= told >= 1 / _WIDEST_PIXEL
    return told if told is not None and believable else Fraction(1)
