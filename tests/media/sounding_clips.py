"""Small clips with a sound whose every moment is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from tests.media.clips import numbered_image

RATE = 48_000
CLICK_SAMPLES = 24

Wave = NDArray[np.float32]
"""Channels × samples."""


@dataclass(frozen=True)
class SoundingClip:
    """What `write_sounding_clip` writes.

    Attributes:
        wave: the sound, whose first sample belongs to the first picture.
        first_pts: when the first picture is shown, in frames of the file's own time.
        sound_late: so many seconds after the first picture the wave begins.
    """

    wave: Wave
    frames: int = 24
    rate: Fraction = Fraction(24)
    codec: str = "aac"
    picture_codec: str = "libx264"
    sample_rate: int = RATE
    layout: str = "stereo"
    first_pts: int = 0
    sound_late: Fraction = Fraction(0)
    options: Mapping[str, str] = field(default_factory=dict)
    container_options: Mapping[str, str] = field(default_factory=dict)


def write_sounding_clip(path: Path, wave: Wave, **changes: Any) -> Path:
    """Write a clip of numbered pictures with *wave* as its sound."""
    clip = SoundingClip(wave, **changes)
    with av.open(str(path), "w", options=dict(clip.container_options)) as container:
        pictures = container.add_stream(clip.picture_codec, rate=clip.rate)
        pictures.width, pictures.height, pictures.pix_fmt = 272, 96, "yuv420p"
        pictures.options = dict(clip.options)
        pictures.thread_count = 1
        sound = container.add_stream(clip.codec, rate=clip.sample_rate)
        sound.layout = clip.layout
        sound.codec_context.format = sound.codec_context.codec.audio_formats[0].name
        if clip.codec in ("aac", "libopus", "libmp3lame"):
            sound.bit_rate = 192_000
        _write_pictures(container, pictures, clip)
        _write_wave(container, sound, clip)
    return path


def _write_pictures(container: Any, stream: Any, clip: SoundingClip) -> None:
    for index in range(clip.frames):
        image = VideoFrame.from_ndarray(numbered_image(index + 1), format="rgb24")
        picture = image.reformat(format="yuv420p", dst_color_range=1, dst_colorspace=5)
        picture.pts, picture.time_base = clip.first_pts + index, 1 / clip.rate
        container.mux(stream.encode(picture))
    container.mux(stream.encode(None))


def _write_wave(container: Any, stream: Any, clip: SoundingClip) -> None:
    into = av.AudioResampler(
        format=stream.codec_context.format.name, layout=clip.layout, rate=clip.sample_rate
    )
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(clip.wave, np.float32), format="fltp", layout=clip.layout
    )
    begin = clip.first_pts / clip.rate + clip.sound_late
    frame.sample_rate, frame.time_base = clip.sample_rate, Fraction(1, clip.sample_rate)
    frame.pts = round(begin * clip.sample_rate)
    for piece in [*into.resample(frame), *into.resample(None)]:
        container.mux(stream.encode(piece))
    container.mux(stream.encode(None))


def clicks(
    moments: list[float], seconds: float, *, rate: int = RATE, channels: int = 2, loud: float = 0.8
) -> Wave:
    """Silence with short clicks that begin at *moments*, in seconds."""
    wave = np.zeros((channels, round(seconds * rate)), np.float32)
    for moment in moments:
        at = round(moment * rate)
        wave[:, at : at + CLICK_SAMPLES] = loud
    return wave


def ramp(seconds: float) -> Wave:
    """Sound whose every sample tells its own place: see `place_in_ramp`.

    Left rises while right falls, and nowhere are both silent.
    """
    places = np.arange(round(seconds * RATE), dtype=np.float32)
    left = places / 65536 - np.float32(0.5)
    return np.stack([left, np.float32(2 / 32768) - left])


def place_in_ramp(samples: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """The places, in samples of the clip, that *samples* × (left, right) of a `ramp` come from."""
    return (samples[:, 0].astype(np.float64) + 0.5) * 65536
