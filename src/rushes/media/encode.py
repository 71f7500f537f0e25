"""Write pictures and sound as files: H.264 in mp4, still images, sound files.

Pictures come in as RGB arrays of shape (height, width, 3), one byte a channel. All functions
block: they are for worker threads.
"""

import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import Literal

import av
import numpy as np
from av.audio.resampler import AudioResampler
from av.video.frame import VideoFrame
from av.video.reformatter import (
    ColorPrimaries,
    ColorRange,
    Colorspace,
    ColorTrc,
    Interpolation,
    VideoReformatter,
)
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""One picture: height × width × 3, red green blue."""

StillFormat = Literal["png", "jpeg", "webp"]
SoundFormat = Literal["wav", "mp3", "ogg_opus"]

_HD_WIDTH, _HD_HEIGHT = 1280, 720


@dataclass(frozen=True, slots=True)
class Sound:
    """A piece of sound.

    Attributes:
        samples: channels × samples, from -1 to 1.
        rate: samples per second.
    """

    samples: NDArray[np.float32]
    rate: int


@dataclass(frozen=True, slots=True)
class _Colours:
    """How the picture's colours are coded and said to be coded."""

    matrix: Colorspace
    matrix_tag: int
    primaries: ColorPrimaries
    transfer: ColorTrc


# ITU-T H.273 numbers the matrices: 1 is BT.709, 6 is SMPTE 170M (BT.601 with 525 lines).
_HD = _Colours(Colorspace.ITU709, 1, ColorPrimaries.BT709, ColorTrc.BT709)
_SD = _Colours(Colorspace.ITU601, 6, ColorPrimaries.SMPTE170M, ColorTrc.SMPTE170M)


def encode_mp4(
    path: Path,
    frames: Iterable[Picture],
    *,
    rate: Fraction,
    sound: Sound | None = None,
    crf: float = 18.0,
    preset: str = "veryfast",
) -> int:
    """Write frames as an H.264 mp4 that plays while it is still being loaded (moov first).

    All frames have the size of the first; both sides are even. Groups are closed and start at
    least once a second, so that a seek decodes little. HD is coded and tagged as BT.709, smaller
    pictures as BT.601. `rate` is in frames per second; `sound` becomes an AAC track.

    Returns the number of frames. Raises ValueError for no frames, odd sides or a changed size.
    """
    pictures = iter(frames)
    first = next(pictures, None)
    if first is None:
        raise ValueError("there are no frames to encode")
    height, width = _size(first)
    if width % 2 or height % 2:
        raise ValueError(f"both sides must be even, not {width} × {height}")
    hd = width >= _HD_WIDTH or height >= _HD_HEIGHT
    colours = _HD if hd else _SD
    group = max(1, round(rate))
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=rate)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        context = stream.codec_context
        context.time_base = 1 / rate
        context.colorspace = colours.matrix_tag
        context.color_primaries = colours.primaries
        context.color_trc = colours.transfer
        context.color_range = ColorRange.MPEG
        stream.options = {
            "crf": f"{crf:g}",
            "preset": preset,
            # aq-mode 3 spends more bits on dark, smooth areas, which band first.
            "x264-params": f"keyint={group}:open-gop=0:aq-mode=3",
        }
        track = _SoundTrack(container, sound) if sound is not None else None
        convert = _Converter(width, height, colours)
        count = 0
        for picture in chain((first,), pictures):
            if _size(picture) != (height, width):
                raise ValueError("all frames must have one size")
            frame = convert(picture)
            frame.pts, frame.time_base = count, 1 / rate
            container.mux(stream.encode(frame))
            count += 1
            if track is not None:
                track.write_until(float(count / rate))
        container.mux(stream.encode(None))
        if track is not None:
            track.finish()
    return count


def encode_still(picture: Picture, form: StillFormat) -> bytes:
    """Write one picture as a PNG, JPEG or WebP file."""
    codec, pixels, muxer, options = {
        "png": ("png", "rgb24", "image2pipe", {"compression_level": "4"}),
        "jpeg": ("mjpeg", "yuvj444p", "image2pipe", {"qscale": "2", "qmin": "1"}),
        "webp": ("libwebp", "yuv420p", "webp", {"quality": "90"}),
    }[form]
    height, width = _size(picture)
    target = io.BytesIO()
    with av.open(target, "w", format=muxer) as container:
        stream = container.add_stream(codec, rate=1, options=options)
        if not isinstance(stream, av.VideoStream):
            raise TypeError(f"{codec} does not code pictures")
        stream.width, stream.height, stream.pix_fmt = width, height, pixels
        frame = VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
        full = ColorRange.JPEG if form != "webp" else ColorRange.MPEG
        if pixels != "rgb24":
            stream.codec_context.color_range = full
            frame = frame.reformat(
                format=pixels,
                dst_colorspace=Colorspace.ITU601,
                src_color_range=ColorRange.JPEG,
                dst_color_range=full,
            )
        frame.pts = 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return target.getvalue()


def encode_sound(sound: Sound, form: SoundFormat) -> bytes:
    """Write sound as a WAV, MP3 or Ogg Opus file."""
    codec, muxer = {
        "wav": ("pcm_s16le", "wav"),
        "mp3": ("libmp3lame", "mp3"),
        "ogg_opus": ("libopus", "ogg"),
    }[form]
    target = io.BytesIO()
    with av.open(target, "w", format=muxer) as container:
        track = _SoundTrack(container, sound, codec)
        track.write_until(math.inf)
        track.finish()
    return target.getvalue()


def enlarge(picture: Picture, width: int, height: int) -> Picture:
    """Scale a picture to a size in pixels, smoothly."""
    frame = VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
    scaled = frame.reformat(width=width, height=height, interpolation=Interpolation.BICUBIC)
    return scaled.to_ndarray().astype(np.uint8, copy=False)


class _Converter:
    """Turns RGB pictures into video frames of 4:2:0 luma and chroma."""

    def __init__(self, width: int, height: int, colours: _Colours) -> None:
        self._reformatter = VideoReformatter()
        self._width, self._height, self._colours = width, height, colours

    def __call__(self, picture: Picture) -> VideoFrame:
        frame = VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
        coded = self._reformatter.reformat(
            frame,
            self._width,
            self._height,
            "yuv420p",
            dst_colorspace=self._colours.matrix,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
            interpolation=Interpolation.BICUBIC | Interpolation.ACCURATE_RND,
        )
        coded.colorspace = self._colours.matrix_tag
        coded.color_range = ColorRange.MPEG
        return coded


class _SoundTrack:
    """The sound of a container, written piece by piece beside the picture."""

    def __init__(
        self, container: av.container.OutputContainer, sound: Sound, codec: str = "aac"
    ) -> None:
        channels = sound.samples.shape[0]
        if channels not in (1, 2):
            raise ValueError("sound has one or two channels")
        self._container, self._sound, self._next = container, sound, 0
        self._layout = "mono" if channels == 1 else "stereo"
        # Opus knows 48 kHz and its plain fractions only (RFC 6716).
        rate = sound.rate if codec != "libopus" or 48_000 % sound.rate == 0 else 48_000
        stream = container.add_stream(codec, rate=rate)
        if not isinstance(stream, av.AudioStream):
            raise TypeError(f"{codec} does not code sound")
        stream.layout = self._layout
        if codec != "pcm_s16le":
            stream.bit_rate = 64_000 * channels
        self._stream = stream
        formats = stream.codec_context.codec.audio_formats
        coded = formats[0].name if formats else "s16"
        self._resampler = AudioResampler(format=coded, layout=self._layout, rate=rate)

    def write_until(self, seconds: float) -> None:
        """Write what belongs before a moment."""
        total = self._sound.samples.shape[1]
        end = total if math.isinf(seconds) else min(total, int(seconds * self._sound.rate))
        while self._next < end:
            piece = self._sound.samples[:, self._next : min(end, self._next + self._sound.rate)]
            frame = av.AudioFrame.from_ndarray(
                np.ascontiguousarray(piece, np.float32), format="fltp", layout=self._layout
            )
            frame.sample_rate = self._sound.rate
            frame.pts, frame.time_base = self._next, Fraction(1, self._sound.rate)
            self._next += piece.shape[1]
            self._mux(self._resampler.resample(frame))

    def finish(self) -> None:
        """Write what the coder still holds."""
        self._mux(self._resampler.resample(None))
        self._container.mux(self._stream.encode(None))

    def _mux(self, frames: Iterable[av.AudioFrame]) -> None:
        for frame in frames:
            self._container.mux(self._stream.encode(frame))


def _size(picture: Picture) -> tuple[int, int]:
    if picture.ndim != 3 or picture.shape[2] != 3 or picture.dtype != np.uint8:
        raise ValueError("a picture is height × width × 3 bytes")
    return picture.shape[0], picture.shape[1]
