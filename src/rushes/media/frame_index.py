"""The list of a clip's frames, read from its packets without decoding them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rushes.domain.errors import MediaTooLarge, MediaUnreadable
from rushes.media.decode_limits import DecodeLimits
from rushes.media.frame_times import FrameTimes, times_from_ticks
from rushes.media.opening import OpenedMedia, codec_name, media_errors

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.stream import VideoStream


@dataclass(frozen=True, slots=True)
class Entry:
    """A key frame at which decoding can begin.

    Attributes:
        index: the first frame, in order of showing, that decodes from here.
        pts: its packet's presentation time in ticks.
        seek_to: the time in ticks by which the demuxer finds the packet.
    """

    index: int
    pts: int
    seek_to: int


@dataclass(frozen=True, slots=True)
class FrameIndex:
    """Every frame of a clip in order of showing.

    Attributes:
        pts: presentation times in ticks of the stream's time base, ascending.
        entries: key frames, ascending; never empty.
        times: when each frame is shown, in seconds.
    """

    pts: tuple[int, ...]
    entries: tuple[Entry, ...]
    times: FrameTimes

    def index_of(self, pts: int) -> int | None:
        """Index of the (first) frame with presentation time *pts*, or None."""
        index = bisect_left(self.pts, pts)
        return index if index < len(self.pts) and self.pts[index] == pts else None


def read_frame_index(media: OpenedMedia, limits: DecodeLimits) -> FrameIndex:
    """Read all packets of the pictures of *media* and list the frames.

    Leaves the demuxer at the end of the file. Raises MediaUnreadable when the file turns out
    to be cut, or holds no picture, and MediaTooLarge when it is over *limits*.
    """
    stream = media.pictures
    if stream is None or stream.time_base is None:
        raise MediaUnreadable(f"{media.path.name}: there is no picture in it")
    pts: list[int] = []
    keys: list[tuple[int, int]] = []
    last_shown, last_length, packets = 0, 0, 0
    for packet in _packets(media, stream):
        packets += 1
        time = packet_time(packet)
        if packet.is_corrupt:
            raise MediaUnreadable(f"{media.path.name}: cut in frame {len(pts) + 1}")
        if packet.is_keyframe:
            keys.append((time, packet.dts if packet.dts is not None else time))
        if packet.is_discard or is_hidden(codec_name(stream), packet):
            continue
        pts.append(time)
        if time >= last_shown:
            last_shown, last_length = time, packet.duration or 0
        if len(pts) > limits.max_frames:
            raise MediaTooLarge(f"{media.path.name}: more than {limits.max_frames} frames")
    if not pts:
        raise MediaUnreadable(f"{media.path.name}: there is no picture in it")
    _check_complete(media, stream, packets)
    return _make_index(media, limits, sorted(pts), keys, last_length, stream)


def packet_time(packet: "Packet[VideoStream]") -> int:
    """When a packet's picture is shown, in ticks; 0 for the packet of a still image."""
    if packet.pts is not None:
        return packet.pts
    return packet.dts if packet.dts is not None else 0


def _make_index(
    media: OpenedMedia,
    limits: DecodeLimits,
    pts: list[int],
    keys: list[tuple[int, int]],
    last_length: int,
    stream: "VideoStream",
) -> FrameIndex:
    assert stream.time_base is not None
    if media.file_format.still:
        times = FrameTimes.still()
    else:
        times = times_from_ticks(pts, last_length, stream.time_base, _told_rate(stream))
    if times.end > limits.max_seconds:
        raise MediaTooLarge(f"{media.path.name}: {times.end:.0f} s long")
    by_index: dict[int, Entry] = {}
    for time, seek_to in sorted(keys):
        # A key frame that is not itself shown serves the first frame after it. Of two key
        # frames that serve the same frame the later one is nearer.
        index = min(bisect_left(pts, time), len(pts) - 1)
        by_index[index] = Entry(index, time, seek_to)
    entries = tuple(by_index[index] for index in sorted(by_index))
    if not entries or entries[0].index > 0:
        entries = (Entry(0, pts[0], pts[0]), *entries)
    return FrameIndex(tuple(pts), entries, times)


def _told_rate(stream: "VideoStream") -> Fraction | None:
    rate = stream.average_rate or stream.guessed_rate
    return rate if rate is not None and 0 < rate <= 1000 else None


def _packets(media: OpenedMedia, stream: "VideoStream") -> Iterator["Packet[VideoStream]"]:
    from av.stream import Discard

    with media_errors(media.path):
        for other in media.container.streams:
            if other.index != stream.index:
                other.discard = Discard.all
        # The last packet is an empty one, made to flush the decoder.
        for packet in media.container.demux(stream):
            if packet.size:
                yield packet


def _check_complete(media: OpenedMedia, stream: "VideoStream", packets: int) -> None:
    """Compare what came with the sample table of an mp4, which lists every packet."""
    if media.file_format.demuxer != "mov":
        return
    listed = len(stream.index_entries)
    if packets < listed:
        raise MediaUnreadable(f"{media.path.name}: cut, {listed - packets} frames are missing")


def is_hidden(codec: str, packet: "Packet[VideoStream]") -> bool:
    """Whether a packet of VP8 or VP9 holds a picture that is only referred to, never shown.

    VP8: RFC 6386, section 9.1. VP9: bitstream specification 6.2; a superframe (annex B)
    always ends with a picture that is shown.
    """
    if codec == "vp8":
        return not memoryview(packet)[0] & 0x10
    if codec == "vp9":
        data = memoryview(packet)
        if data[-1] & 0xE0 == 0xC0:
            return False
        profile = data[0] >> 5 & 1 | data[0] >> 3 & 2
        # Bits from the top: marker 2, profile 2 (3 for profile 3), show existing, type, show.
        shift = 2 if profile == 3 else 3
        shows_existing = data[0] >> shift & 1
        return not shows_existing and not data[0] >> (shift - 2) & 1
    return False
