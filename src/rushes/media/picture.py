"""Frames as pictures for the screen: turned upright, in RGB, at the size that is painted."""

import os
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from rushes.domain.errors import MediaUnreadable
from rushes.media.colour_facts import ColourFacts, colour_facts
from rushes.media.decoder_watch import hold_on_pictures
from rushes.media.frame import UPRIGHT, Frame, Orientation
from rushes.media.libav import load_libav

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BYTES_PER_PIXEL = 4

_PIXELS_FOR_THREADS = 1_500_000
"""From this size on a conversion is spread over several cores."""

_MAX_THREADS = 4

_CHEAP_FORMATS = frozenset({"yuv420p", "yuvj420p", "nv12"})
_CHEAP_PIXELS = 1920 * 1088


class Quality(Enum):
    """How much care a conversion takes."""

    QUICK = "quick"
    """For pictures that move: 1 to 7 ms for 720p."""

    FINE = "fine"
    """For a picture that stands, is saved or copied: colours exact to one step in 255, and
    colour interpolated between its samples; three to ten times slower."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An upright RGB picture that can be painted as it is.

    Attributes:
        index: the frame's index in its clip.
        width, height: pixels.
        stride: bytes from one line to the next, a multiple of 4.
        pixels: read-only bytes in the order blue, green, red, alpha. This is QImage's
            Format_RGB32 (Format_ARGB32 when `has_alpha`), which may use them without a copy for
            as long as this object is kept.
        has_alpha: whether it may be transparent; alpha is 255 everywhere if not.
        quality: how carefully it was made.
        colour: how the colours of its frame are stored, where it was made of one.
    """

    index: int
    width: int
    height: int
    stride: int
    pixels: memoryview = field(repr=False)
    has_alpha: bool
    quality: Quality
    colour: ColourFacts | None = None

    @property
    def nbytes(self) -> int:
        """Memory that it holds, in bytes."""
        return self.pixels.nbytes

    def array(self) -> "NDArray[np.uint8]":
        """A read-only view, rows × columns × (blue, green, red, alpha)."""
        import numpy as np

        lines = np.frombuffer(self.pixels, np.uint8).reshape(self.height, self.stride)
        pixels = lines[:, : self.width * BYTES_PER_PIXEL]
        return pixels.reshape(self.height, self.width, BYTES_PER_PIXEL)


def fitted_size(shown: tuple[int, int], box: tuple[int, int]) -> tuple[int, int]:
    """The largest size with the aspect of *shown* that fits into *box*; at least 1 × 1 pixel."""
    width, height = shown
    scale = min(box[0] / width, box[1] / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def is_cheap(frame: Frame) -> bool:
    """Whether a conversion at the frame's own size takes well under a millisecond.

    So it is for what FFmpeg converts in one go: 8 bits, 4:2:0, upright, square pixels, up to 1080p.
    """
    return (
        frame.pixel_format in _CHEAP_FORMATS
        and frame.width * frame.height <= _CHEAP_PIXELS
        and frame.orientation == UPRIGHT
        and frame.shown_size == (frame.width, frame.height)
    )


class Converter:
    """Makes pictures of frames. Keeps its scaler's tables, so each thread has one of its own."""

    def __init__(self) -> None:
        load_libav()
        from av.video.reformatter import VideoReformatter

        self._scaler = VideoReformatter()
        self._hold = hold_on_pictures()

    def picture(
        self,
        frame: Frame,
        size: tuple[int, int] | None = None,
        quality: Quality = Quality.QUICK,
    ) -> Picture:
        """Convert *frame* to exactly *size* pixels (width, height), by default as it is shown.

        BT.2020 pictures are converted with their own matrix; wide gamut and high dynamic range
        are shown as they are stored, without tone mapping. Raises MediaUnreadable for a layout
        of pixels that cannot be converted.
        """
        import av
        from av.video.reformatter import ColorRange

        width, height = size or frame.shown_size
        if frame.orientation.transpose:
            width, height = height, width
        large = width * height >= _PIXELS_FOR_THREADS
        self._hold.enter(frame.mark)
        try:
            converted = self._scaler.reformat(
                frame.held,
                width,
                height,
                "bgra",
                src_colorspace=frame.matrix.value,
                dst_colorspace=frame.matrix.value,
                src_color_range=ColorRange.JPEG if frame.full_range else ColorRange.MPEG,
                dst_color_range=ColorRange.JPEG,
                interpolation=_interpolation(frame, width, height, quality),
                threads=min(_MAX_THREADS, os.cpu_count() or 1) if large else 1,
            )
        except av.FFmpegError as error:
            raise MediaUnreadable(f"{frame.pixel_format}: {error}") from error
        finally:
            self._hold.rest()
        plane = converted.planes[0]
        picture = Picture(
            index=frame.index,
            width=width,
            height=height,
            stride=plane.line_size,
            pixels=memoryview(plane).toreadonly(),
            has_alpha=frame.has_alpha,
            quality=quality,
            colour=colour_facts(frame),
        )
        return _upright(picture, frame.orientation)


def _interpolation(frame: Frame, width: int, height: int, quality: Quality) -> int:
    from av.video.reformatter import Interpolation

    shrinks = width < frame.width or height < frame.height
    if quality is Quality.QUICK:
        return Interpolation.AREA if shrinks else Interpolation.BILINEAR
    exact = Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT | Interpolation.FULL_CHR_H_INP
    return exact | (Interpolation.AREA if shrinks else Interpolation.BICUBIC)


def _upright(picture: Picture, orientation: Orientation) -> Picture:
    if orientation == UPRIGHT:
        return picture
    import numpy as np

    # One number for each pixel moves faster than four bytes.
    lines = np.frombuffer(picture.pixels, np.uint32).reshape(picture.height, -1)
    turned = lines[:, : picture.width]
    if orientation.transpose:
        turned = turned.T
    if orientation.flip_rows:
        turned = turned[::-1]
    if orientation.flip_columns:
        turned = turned[:, ::-1]
    turned = np.ascontiguousarray(turned)
    height, width = turned.shape
    return Picture(
        index=picture.index,
        width=width,
        height=height,
        stride=width * BYTES_PER_PIXEL,
        pixels=turned.view(np.uint8).reshape(-1).data.toreadonly(),
        has_alpha=picture.has_alpha,
        quality=picture.quality,
        colour=picture.colour,
    )
