"""Small JPEG pictures of clips, and the row of pictures along a timeline."""

from collections.abc import Iterator
from pathlib import Path

from rushes.domain.errors import MediaUnreadable
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.frame import Frame
from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter, Picture, Quality, fitted_size

_PLACES = (1 / 3, 1 / 2, 2 / 3, 1 / 6, 5 / 6, 0.0)
"""Where in a clip a frame is looked for that is not black, first choice first."""

_NEAR = 1 / 8
"""So much of the clip before such a place, a key frame does as well: it needs no others."""

_BLACK = 24
"""A frame whose brightest parts stay below this (of 255) is taken for black."""

_JPEG_SCALE = 3
"""The encoder's quantizer: 1 is the best, 31 the worst."""


def thumbnail(
    path: Path,
    width: int = 320,
    height: int = 180,
    at: int | None = None,
    limits: DecodeLimits = DEFAULT_LIMITS,
) -> bytes:
    """A JPEG of frame *at* of the clip or image *path*, fitted into *width* × *height* pixels.

    Without *at* a frame about a third into the clip is taken, and another where that is black.
    Blocks for as long as decoding takes. Raises MediaUnreadable, MediaTooLarge, and IndexError
    for a frame that is not in the clip.
    """
    with FrameSource(path, limits) as source:
        frame = _telling_frame(source) if at is None else source.decode(at)
        size = fitted_size(frame.shown_size, (width, height))
        return jpeg(Converter().picture(frame, size, Quality.FINE))


def _telling_frame(source: FrameSource) -> Frame:
    """The first choice, or the first that is not black; damaged frames are passed over."""
    choice: Frame | None = None
    for index in dict.fromkeys(int(place * len(source)) for place in _PLACES):
        key = source.start_for(index)
        try:
            frame = source.decode(key if key >= index - _NEAR * len(source) else index)
        except MediaUnreadable:
            continue
        choice = choice or frame
        if not is_black(frame):
            return frame
    return choice or source.first_frame


def is_black(frame: Frame) -> bool:
    """Whether next to nothing can be seen in *frame*."""
    small = Converter().picture(frame, (32, 18)).array()
    return int(small[:, :, :3].max()) < _BLACK


def strip(
    path: Path, count: int, height: int, limits: DecodeLimits = DEFAULT_LIMITS
) -> Iterator[Picture]:
    """*count* pictures spread evenly over the clip *path*, *height* pixels high, in order.

    Each is taken from the middle of its part of the clip, or from a key frame in that part, which
    needs less decoding; its `index` tells the frame. They come one by one, so that they can be
    shown as they come and the rest be left. A clip with fewer frames gives one for each.

    Raises MediaUnreadable or MediaTooLarge; damaged frames are left out.
    """
    converter = Converter()
    with FrameSource(path, limits) as source:
        frames = len(source)
        count = min(count, frames)
        for part in range(count):
            start, stop = part * frames // count, (part + 1) * frames // count
            middle = (start + stop) // 2
            key = source.start_for(middle)
            try:
                frame = source.decode(key if start <= key else middle)
            except MediaUnreadable:
                continue
            shown_width, shown_height = frame.shown_size
            size = max(1, round(shown_width * height / shown_height)), height
            yield converter.picture(frame, size)


def jpeg(picture: Picture) -> bytes:
    """*picture* as a JPEG file; what is transparent becomes black."""
    from fractions import Fraction

    import numpy as np
    from av.codec import CodecContext
    from av.video.frame import VideoFrame
    from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

    pixels = picture.array()
    if picture.has_alpha:
        alpha = pixels[:, :, 3:].astype(np.uint16)
        pixels = (pixels * alpha // 255).astype(np.uint8)
    source = VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="bgra")
    frame = VideoReformatter().reformat(
        source,
        format="yuvj420p",
        dst_colorspace=Colorspace.ITU601,
        src_color_range=ColorRange.JPEG,
        dst_color_range=ColorRange.JPEG,
    )
    frame.pts = 0
    encoder = CodecContext.create("mjpeg", "w")
    encoder.width, encoder.height, encoder.pix_fmt = picture.width, picture.height, "yuvj420p"
    encoder.time_base = Fraction(1, 25)
    encoder.color_range = ColorRange.JPEG
    encoder.options = {"qmin": str(_JPEG_SCALE), "qmax": str(_JPEG_SCALE)}
    return b"".join(bytes(packet) for packet in [*encoder.encode(frame), *encoder.encode(None)])
