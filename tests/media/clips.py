"""Small media files for tests, whose every picture carries its own number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.stream import AudioStream
from av.codec import CodecContext
from av.container import OutputContainer
from av.video.frame import VideoFrame
from numpy.typing import NDArray

BLOCK = 16
BITS = 16

Image = NDArray[np.uint8]
"""Rows × columns × (red, green, blue)."""


def numbered_image(number: int, width: int = 272, height: int = 96) -> Image:
    """A picture that moves with its number, which stands in blocks along the lower edge."""
    rows, columns = np.mgrid[0:height, 0:width]
    image = np.stack(
        [
            (columns + 3 * number) % 200 + 20,
            (rows * 2 + 5 * number) % 200 + 20,
            (rows + columns + 7 * number) % 200 + 20,
        ],
        axis=-1,
    ).astype(np.uint8)
    for bit in range(BITS):
        white = number >> (BITS - 1 - bit) & 1
        image[height - BLOCK :, bit * BLOCK : (bit + 1) * BLOCK] = 255 * white
    return image


def read_number(image: NDArray[np.generic], scale: float = 1.0) -> int:
    """The number that stands in *image* (rows × columns, or × components), shown at *scale*."""
    grey = np.asarray(image, dtype=np.float64)
    if grey.ndim == 3:
        grey = grey[:, :, :3].mean(axis=2)
    block = BLOCK * scale
    middle = grey.max() / 2
    row = int(grey.shape[0] - block / 2)
    number = 0
    for bit in range(BITS):
        column = int((bit + 0.5) * block)
        patch = grey[row - 1 : row + 2, max(0, column - 1) : column + 2]
        number = number << 1 | int(patch.mean() > middle)
    return number


@dataclass(frozen=True)
class Clip:
    """What `write_clip` writes.

    Attributes:
        times: presentation times in ticks of `time_base`; None for one tick of the rate each.
        rotation: degrees clockwise that a player must turn the stored picture.
        tags: colour matrix and range to tag the stream with (ITU-T H.273 numbers).
    """

    frames: int = 12
    width: int = 272
    height: int = 96
    codec: str = "libx264"
    rate: Fraction = Fraction(24)
    pixel_format: str = "yuv420p"
    options: Mapping[str, str] = field(default_factory=dict)
    times: Sequence[int] | None = None
    time_base: Fraction | None = None
    rotation: int = 0
    tags: tuple[int, int] | None = None
    sound: bool = False
    pixel_aspect: Fraction | None = None
    container_options: Mapping[str, str] = field(default_factory=dict)


def write_clip(path: Path, **changes: Any) -> Path:
    """Write a clip of numbered pictures, counted from 1, and return *path*."""
    clip = Clip(**changes)
    with av.open(str(path), "w", options=dict(clip.container_options)) as container:
        stream = container.add_stream(clip.codec, rate=clip.rate)
        stream.width, stream.height = clip.width, clip.height
        stream.pix_fmt = clip.pixel_format
        stream.options = dict(clip.options)
        stream.thread_count = 1
        if clip.time_base is not None:
            stream.codec_context.time_base = clip.time_base
            stream.time_base = clip.time_base
        if clip.tags is not None:
            stream.colorspace, stream.color_range = clip.tags
        if clip.pixel_aspect is not None:
            stream.codec_context.sample_aspect_ratio = clip.pixel_aspect
        if clip.rotation:
            stream.set_display_rotation(-clip.rotation)
        sound = container.add_stream("aac", rate=48_000) if clip.sound else None
        for index in range(clip.frames):
            for packet in stream.encode(_picture(clip, index)):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
        if sound is not None:
            _write_sound(container, sound, clip.frames / clip.rate)
    return path


def write_sound(path: Path, codec: str, seconds: float = 1.0) -> Path:
    """Write a file with sound alone."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=48_000)
        stream.layout = "stereo"
        _write_sound(container, stream, Fraction(seconds))
    return path


def write_still(path: Path, image: Image, codec: str, pixel_format: str) -> Path:
    """Write one picture, given in red, green, blue (and alpha), as a still image file."""
    layout = "rgba" if image.shape[2] == 4 else "rgb24"
    frame = VideoFrame.from_ndarray(np.ascontiguousarray(image), format=layout)
    full = 2 if pixel_format.startswith("yuvj") else None
    frame = frame.reformat(format=pixel_format, dst_colorspace=5, dst_color_range=full)
    frame.pts = 0
    encoder = CodecContext.create(codec, "w")
    encoder.width, encoder.height = frame.width, frame.height
    encoder.pix_fmt, encoder.time_base = pixel_format, Fraction(1, 25)
    if codec == "mjpeg":
        encoder.color_range = 2
        encoder.options = {"qmin": "1", "qmax": "1"}
    elif codec == "libwebp":
        encoder.options = {"lossless": "1"}
    path.write_bytes(b"".join(map(bytes, [*encoder.encode(frame), *encoder.encode(None)])))
    return path


def _picture(clip: Clip, index: int) -> VideoFrame:
    turns = clip.rotation // 90
    width, height = clip.width, clip.height
    if turns % 2:
        width, height = height, width
    image = np.rot90(numbered_image(index + 1, width, height), turns)
    picture = VideoFrame.from_ndarray(np.ascontiguousarray(image), format="rgb24")
    picture = picture.reformat(format=clip.pixel_format, dst_color_range=1, dst_colorspace=5)
    picture.pts = index if clip.times is None else clip.times[index]
    picture.time_base = clip.time_base or 1 / clip.rate
    return picture


def _write_sound(container: OutputContainer, stream: AudioStream, seconds: Fraction) -> None:
    samples = int(seconds * 48_000)
    wave = 0.2 * np.sin(np.arange(samples, dtype=np.float32) * 0.05)
    frame = av.AudioFrame.from_ndarray(
        np.stack([wave, wave]).astype(np.float32), format="fltp", layout="stereo"
    )
    frame.sample_rate = 48_000
    frame.pts = 0
    for packet in [*stream.encode(frame), *stream.encode(None)]:
        container.mux(packet)
