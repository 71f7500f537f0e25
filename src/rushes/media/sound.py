"""The sound of a clip as plain samples, laid along the time of its pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from rushes.domain.errors import MediaTooLarge, MediaUnreadable
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.frame_index import read_frame_index
from rushes.media.opening import OpenedMedia, media_errors

if TYPE_CHECKING:
    import numpy as np
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler
    from av.audio.stream import AudioStream
    from numpy.typing import NDArray

SOUND_RATE = 48_000
"""Samples a second, for each channel."""

MAX_SOUND_BYTES = 64 << 20
"""What one clip's sound may take; of a longer one only the first 5 min 49 s are heard."""

_BYTES_FOR_EACH = 4
"""Two channels of 16 bits."""

_FASTEST_RATE, _MOST_CHANNELS = 768_000, 64
"""Beyond these a file is broken, or means harm."""

_MAX_BROKEN_PACKETS = 250
"""Damaged packets in a row after which a sound is given up."""

_GAP_SECONDS = 0.005
"""Times that are further from the count of samples are a gap, not rounding."""


@dataclass(frozen=True, slots=True)
class SoundTrack:
    """Stereo sound of a clip; the first sample belongs to the first moment of the first picture.

    Attributes:
        samples: samples × (left, right), 16 bits; 0 where there is no sound, or none yet.
        rate: samples a second.
        whole: whether it reaches to the end of the pictures; else it was cut at the limit.
    """

    samples: "NDArray[np.int16]"
    rate: int = SOUND_RATE
    whole: bool = True

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / self.rate


class SoundDecoder:
    """Decodes the sound of one clip into its `SoundTrack`, piece by piece; for one thread.

    Sound is placed by the presentation times of the file, so that what containers say of a late
    beginning (edit lists) and of the coder's own first samples (priming) is obeyed. What lies
    before the first picture or behind the last is left out; six channels become two.

    Attributes:
        track: filled from `decode`, readable all the time.
    """

    def __init__(
        self,
        path: Path,
        limits: DecodeLimits = DEFAULT_LIMITS,
        *,
        max_bytes: int = MAX_SOUND_BYTES,
    ) -> None:
        """Open *path* and make room for its sound.

        Raises MediaUnreadable when there is no sound that can be read, and MediaTooLarge.
        """
        import numpy as np

        self.path = path
        self._zero, seconds = _picture_time(path, limits)
        wanted = max(1, round(seconds * SOUND_RATE))
        frames = min(wanted, max_bytes // _BYTES_FOR_EACH)
        # Memory is only taken where something is written.
        samples = np.zeros((frames, 2), np.int16)
        self.track = SoundTrack(samples, whole=frames == wanted)
        self._media = OpenedMedia(path, limits)
        try:
            self._stream = _sound_of(self._media)
        except BaseException:
            self._media.close()
            raise
        self._resampler: AudioResampler | None = None
        self._begin = Fraction(0)
        self._read = 0
        self._next = 0

    def __enter__(self) -> "SoundDecoder":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the track stays."""
        self._media.close()

    def decode(self) -> Iterator[float]:
        """Fill the track; tells after each piece up to which second it is filled.

        Raises MediaUnreadable when the file is damaged beyond use or holds no sound after all.
        """
        heard = False
        for frame in self._frames():
            heard = True
            self._take(frame)
            if self._next >= len(self.track.samples):
                return
            yield self._next / SOUND_RATE
        self._flush()
        if not heard:
            raise MediaUnreadable(f"{self.path.name}: there is no sound in it")

    def _frames(self) -> "Iterator[AudioFrame]":
        import av

        broken = 0
        packets = self._media.container.demux(self._stream)
        while True:
            with media_errors(self.path):
                packet = next(packets, None)
            if packet is None:
                return
            try:
                frames = packet.decode()
                broken = 0
            except av.FFmpegError as error:
                # Of damage a sound's decoders say many things; the next piece may be whole.
                broken += 1
                if broken > _MAX_BROKEN_PACKETS:
                    raise MediaUnreadable(f"{self.path.name}: {error}") from error
                continue
            yield from frames

    def _take(self, frame: "AudioFrame") -> None:
        """Place one decoded piece where its time says."""
        from av.audio.resampler import AudioResampler

        if frame.samples == 0:
            return
        _check_form(self.path.name, frame.sample_rate, frame.layout.nb_channels)
        counted = self._begin + Fraction(self._read, frame.sample_rate)
        tick = frame.time_base or Fraction(0)
        told = counted if frame.pts is None else frame.pts * tick
        if self._resampler is None or abs(told - counted) > _GAP_SECONDS + tick:
            self._flush()
            self._resampler = AudioResampler(format="s16", layout="stereo", rate=SOUND_RATE)
            self._begin, self._read = told, 0
            self._next = round((told - self._zero) * SOUND_RATE)
        self._read += frame.samples
        # The times of the pieces are known here; those inside of the resampler are its own.
        frame.pts = None
        with media_errors(self.path):
            for piece in self._resampler.resample(frame):
                self._place(piece)

    def _flush(self) -> None:
        """Place what the resampler still holds."""
        if self._resampler is not None:
            with media_errors(self.path):
                for piece in self._resampler.resample(None):
                    self._place(piece)
            self._resampler = None

    def _place(self, piece: "AudioFrame") -> None:
        samples = piece.to_ndarray().reshape(-1, 2)
        start, self._next = self._next, self._next + len(samples)
        room = len(self.track.samples)
        first, stop = min(max(start, 0), room), min(max(self._next, 0), room)
        self.track.samples[first:stop] = samples[first - start : stop - start]


def _picture_time(path: Path, limits: DecodeLimits) -> tuple[Fraction, float]:
    """When the first picture is shown, in seconds of the file, and how long all of them are."""
    with OpenedMedia(path, limits) as media:
        index = read_frame_index(media, limits)
        assert media.pictures is not None
        return index.pts[0] * (media.pictures.time_base or Fraction(1)), index.times.end


def _sound_of(media: OpenedMedia) -> "AudioStream":
    """The stream of sound, with all others left out of the reading."""
    from av.stream import Discard

    if media.sound is None:
        raise MediaUnreadable(f"{media.path.name}: there is no sound in it")
    for other in media.container.streams:
        if other.index != media.sound.index:
            other.discard = Discard.all
    return media.sound


def _check_form(name: str, rate: int, channels: int) -> None:
    if not 0 < rate <= _FASTEST_RATE or not 0 < channels <= _MOST_CHANNELS:
        raise MediaTooLarge(f"{name}: {channels} channels of {rate} samples a second")
