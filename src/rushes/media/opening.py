"""Opening a media file so that it can do no harm.

The format is told from the first bytes and forced on FFmpeg, only the file protocol may be
used, references to other files are not followed, and only well-known decoders are let near
the data.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rushes.domain.errors import MediaMissing, MediaTooLarge, MediaUnreadable
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.file_format import HEAD_BYTES, FileFormat, sniff
from rushes.media.whole_file import what_is_missing

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.video.stream import VideoStream

PICTURE_CODECS = frozenset(
    ["h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "prores", "dnxhd", "ffv1", "mjpeg", "png"]
) | {"webp", "gif", "rawvideo"}
"""Codecs of pictures that are decoded, by FFmpeg's canonical names."""

SOUND_CODECS = frozenset(["aac", "mp3", "mp2", "opus", "vorbis", "flac", "alac", "ac3", "eac3"])
"""Codecs of sound that are decoded; those whose name starts with ``pcm_`` are too."""

_MOST_THREADS = 8

_OPEN_OPTIONS = {
    "protocol_whitelist": "file",
    "enable_drefs": "0",
    # FFmpeg decodes several pictures while it opens a file, only to learn what the first
    # picture tells anyway; without that a 4K clip opens 50 times faster.
    "skip_frame": "all",
}


@contextmanager
def media_errors(path: Path) -> Iterator[None]:
    """Turn FFmpeg's and the system's errors inside the block into `MediaUnreadable`."""
    import av

    try:
        yield
    except (av.FFmpegError, OSError) as error:
        raise MediaUnreadable(f"{path.name}: {error}") from error


class OpenedMedia:
    """A media file opened for reading; use as a context manager, from one thread.

    Attributes:
        path: the file.
        file_format: what the file is.
        container: FFmpeg's demuxer.
        pictures: the stream of pictures, or None for a file with sound alone.
        sound: the stream of sound, or None.
    """

    def __init__(self, path: Path, limits: DecodeLimits = DEFAULT_LIMITS) -> None:
        """Open *path*; reads headers only.

        Raises MediaUnreadable for what is missing, cut, of another format or without any
        stream that can be decoded, MediaTooLarge for what is over *limits*.
        """
        self.path = path
        self.file_format = _told_format(path)
        self.container = _open_container(path, self.file_format)
        try:
            with media_errors(path):
                self.pictures = _picture_stream(self.container)
                self.sound = _sound_stream(self.container)
            self._check(limits)
        except BaseException:
            self.container.close()
            raise

    def _check(self, limits: DecodeLimits) -> None:
        name = self.path.name
        if self.pictures is None and self.sound is None:
            raise MediaUnreadable(f"{name}: nothing in it can be decoded")
        # Times are microseconds here.
        seconds = (self.container.duration or 0) / 1_000_000
        if seconds > limits.max_seconds:
            raise MediaTooLarge(f"{name}: {seconds:.0f} s long")
        if self.pictures is None:
            return
        context = self.pictures.codec_context
        check_picture_size(name, context.width, context.height, limits)
        # For a stream whose own headers tell another size than the container. Twice the limit,
        # because decoders count their padding; the picture that comes out is checked again.
        context.options = {"max_pixels": str(2 * limits.max_pixels)}
        if context.name == "h264":
            # A stream that does not tell how far its pictures are out of order would let the
            # decoder guess, and drop pictures while it learns; strict makes it assume the worst.
            context.options = {**context.options, "strict": "strict"}
        context.thread_type = "AUTO"
        # Each thread decodes, and holds, a frame of its own.
        context.thread_count = min((os.cpu_count() or 1) + 1, _MOST_THREADS)

    def close(self) -> None:
        """Close the file; safe to call twice."""
        self.container.close()

    def __enter__(self) -> "OpenedMedia":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()


def check_picture_size(name: str, width: int, height: int, limits: DecodeLimits) -> None:
    """Raise MediaTooLarge when a picture of *width* × *height* pixels is over *limits*."""
    if width * height > limits.max_pixels or max(width, height) > limits.max_side:
        raise MediaTooLarge(f"{name}: {width} × {height} pixels")


def _told_format(path: Path) -> FileFormat:
    try:
        # Opening a pipe or a device could wait for ever.
        if not path.is_file():
            kind = MediaUnreadable if path.exists() else MediaMissing
            raise kind(f"{path.name}: there is no such file")
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        file_format = sniff(head)
        if file_format is None:
            raise MediaUnreadable(f"{path.name}: not a known media format")
        missing = what_is_missing(path, file_format)
    except OSError as error:
        raise MediaUnreadable(f"{path.name}: {error.strerror}") from error
    if missing is not None:
        raise MediaUnreadable(f"{path.name}: {missing}")
    return file_format


def _open_container(path: Path, file_format: FileFormat) -> "InputContainer":
    import av

    with media_errors(path):
        return av.open(
            # With the protocol named, no part of a path can be taken for another protocol.
            f"file:{path.absolute()}",
            format=file_format.demuxer,
            options=_OPEN_OPTIONS,
            metadata_errors="replace",
        )


def _picture_stream(container: "InputContainer") -> "VideoStream | None":
    from av.stream import Disposition

    streams = [
        stream
        for stream in container.streams.video
        if not stream.disposition & (Disposition.attached_pic | Disposition.timed_thumbnails)
        and _canonical_name(stream) in PICTURE_CODECS
    ]
    streams.sort(key=lambda stream: not stream.disposition & Disposition.default)
    return streams[0] if streams else None


def _sound_stream(container: "InputContainer") -> "AudioStream | None":
    for stream in container.streams.audio:
        name = _canonical_name(stream)
        if name in SOUND_CODECS or name.startswith("pcm_"):
            return stream
    return None


def _canonical_name(stream: Any) -> str:
    # A stream without a decoder has no context in PyAV.
    if stream.codec_context is None:
        return ""
    return str(stream.codec_context.codec.canonical_name)


def codec_name(stream: "VideoStream | AudioStream") -> str:
    """The codec's canonical name, such as ``h264`` or ``av1``, whatever decoder is used."""
    return _canonical_name(stream)
