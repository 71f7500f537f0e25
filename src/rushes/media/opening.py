"""Opening a media file so that it can do no harm.

The format is told from the first bytes and forced on FFmpeg, only the file protocol may be
used, references to other files are not followed, and only well-known decoders are let near
the data.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rushes.domain.errors import MediaMissing, MediaTooLarge, MediaUnreadable
from rushes.media.claims import check_claims, check_length
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.decoder_setup import set_up_decoder
from rushes.media.decoder_watch import hold
from rushes.media.file_format import HEAD_BYTES, FileFormat, sniff
from rushes.media.libav import load_libav
from rushes.media.whole_file import what_is_missing

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.video.stream import VideoStream

    from rushes.media.file_mark import FileMark

PICTURE_CODECS = frozenset(
    ["h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "prores", "dnxhd", "ffv1", "mjpeg", "png"]
) | {"webp", "gif", "rawvideo"}
"""Codecs of pictures that are decoded, by FFmpeg's canonical names."""

SOUND_CODECS = frozenset(["aac", "mp3", "mp2", "opus", "vorbis", "flac", "alac", "ac3", "eac3"])
"""Codecs of sound that are decoded; those whose name starts with ``pcm_`` are too."""

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

    The file counts as being in the decoder's hands (`decoder_watch`) until it is closed; who
    keeps it open and does nothing with it for long says so by `rest`, and by `wake` before it
    goes on.
    """

    def __init__(self, path: Path, limits: DecodeLimits = DEFAULT_LIMITS) -> None:
        """Open *path*; reads headers only.

        Raises MediaUnreadable for what is missing, cut, of another format or without any
        stream that can be decoded, MediaTooLarge for what is over *limits*, and
        MediaKilledDecoder for what the program died of.
        """
        self.path = path
        self.pictures: VideoStream | None = None
        self.sound: AudioStream | None = None
        self.file_format = _told_format(path, limits)
        self._hold = hold(path)
        try:
            self.container = _open_container(path, self.file_format, limits)
        except BaseException:
            self._hold.end()
            raise
        try:
            with media_errors(path):
                self.pictures = _picture_stream(self.container)
                self.sound = _sound_stream(self.container)
            self._check(limits)
        except BaseException:
            self.close()
            raise

    @property
    def mark(self) -> "FileMark | None":
        """By what the file is known again, where the decoder is watched."""
        return self._hold.mark

    def rest(self) -> None:
        """Nothing is read or decoded now, nor by FFmpeg's own threads any more."""
        self._hold.rest()

    def wake(self) -> None:
        """Reading and decoding go on."""
        self._hold.enter(self._hold.mark)

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
        set_up_decoder(name, self.pictures.codec_context, limits)

    def close(self) -> None:
        """Close the file; safe to call twice."""
        for stream in (self.pictures, self.sound):
            if stream is not None:
                # Its threads would else be waited for with Python's lock held.
                stream.codec_context.flush_buffers()
        self.pictures = self.sound = None
        self.container.close()
        self._hold.end()

    def __enter__(self) -> "OpenedMedia":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()


def _told_format(path: Path, limits: DecodeLimits) -> FileFormat:
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
        check_length(path, file_format, limits)
        missing = what_is_missing(path, file_format)
        if missing is None:
            check_claims(path, file_format, limits)
    except OSError as error:
        raise MediaUnreadable(f"{path.name}: {error.strerror}") from error
    if missing is not None:
        raise MediaUnreadable(f"{path.name}: {missing}")
    return file_format


def _open_container(path: Path, file_format: FileFormat, limits: DecodeLimits) -> "InputContainer":
    load_libav()
    import av

    with media_errors(path):
        return av.open(
            # With the protocol named, no part of a path can be taken for another protocol.
            f"file:{path.absolute()}",
            format=file_format.demuxer,
            options=_OPEN_OPTIONS,
            metadata_errors="replace",
            # For the whole of the opening, and for each packet.
            timeout=limits.max_seconds_of_silence,
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
