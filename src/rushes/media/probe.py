"""What a media file is, and whether it is whole."""

from fractions import Fraction
from pathlib import Path

from rushes.domain.errors import MediaTooLarge, MediaUnreadable
from rushes.domain.media_facts import MediaFacts
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.frame_source import FrameSource
from rushes.media.opening import OpenedMedia, codec_name, media_errors


def probe(path: Path, limits: DecodeLimits = DEFAULT_LIMITS) -> MediaFacts:
    """Read the facts of the media file *path*; takes about as long as decoding one picture.

    Every packet of a clip is counted and its first picture decoded, so a file that passes is
    the medium that it claims to be, as long as it says. Blocks: call it off the GUI thread.

    Raises MediaUnreadable for a file that is broken, cut, missing or of no known format, and
    MediaTooLarge for one that is over *limits*.
    """
    with OpenedMedia(path, limits) as media:
        if media.pictures is None:
            return _sound_facts(media, limits)
    with FrameSource(path, limits) as source:
        return source.facts


def _sound_facts(media: OpenedMedia, limits: DecodeLimits) -> MediaFacts:
    stream = media.sound
    assert stream is not None
    seconds = Fraction(0)
    with media_errors(media.path):
        for packet in media.container.demux(stream):
            if packet.is_corrupt:
                raise MediaUnreadable(f"{media.path.name}: cut after {float(seconds):.1f} s")
            if packet.size and packet.pts is not None:
                seconds = max(seconds, (packet.pts + (packet.duration or 0)) * packet.time_base)
            if seconds > limits.max_seconds:
                raise MediaTooLarge(f"{media.path.name}: more than {limits.max_seconds:.0f} s")
    if seconds <= 0:
        raise MediaUnreadable(f"{media.path.name}: there is no sound in it")
    return MediaFacts(
        kind="audio",
        container=media.file_format.name,
        codec=codec_name(stream),
        width=0,
        height=0,
        frames=0,
        rate=Fraction(0),
        seconds=float(seconds),
        has_sound=True,
    )
