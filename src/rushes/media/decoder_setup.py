"""Options and threads of a decoder, within the memory that it may take."""

import os
from typing import TYPE_CHECKING

from rushes.domain.errors import MediaTooLarge
from rushes.media.decode_limits import DecodeLimits

if TYPE_CHECKING:
    from av.video.codeccontext import VideoCodecContext

_MOST_THREADS = 8

_REFERENCES = {
    **dict.fromkeys(("h264", "hevc"), 16),
    **dict.fromkeys(("vp9", "av1"), 8),
    **dict.fromkeys(("vp8", "mpeg4"), 3),
}
"""Pictures that a decoder may keep to refer back to: ITU-T H.264, A.3.1; ITU-T H.265, A.4.2; VP9
bitstream specification, 3 (RefFrame); AV1 bitstream specification, 3 (NUM_REF_FRAMES)."""

_PADDING = 128
"""More pixels than any decoder adds to a side."""

_MOST_BYTES_PER_PIXEL = 8.0
"""Four parts of 16 bits."""

_H264_BYTES_PER_PIXEL = {
    **dict.fromkeys(("Constrained Baseline", "Baseline", "Main", "Extended", "High"), 1.5),
    **dict.fromkeys(("High 10", "High 10 Intra"), 3.0),
    **dict.fromkeys(("High 4:2:2", "High 4:2:2 Intra"), 4.0),
}
"""The most that a profile allows (ITU-T H.264, A.2): FFmpeg tells no layout of H.264 beforehand."""

_MOST_H264_BYTES_PER_PIXEL = 6.0


def set_up_decoder(name: str, context: "VideoCodecContext", limits: DecodeLimits) -> None:
    """Prepare the decoder *context* of the file *name*, which is not open yet.

    Raises MediaTooLarge when a picture, or the memory that decoding may take, is over *limits*.
    """
    width, height = context.width, context.height
    check_picture_size(name, width, height, limits)
    # One that is decoded into, and one that is on its way out.
    pictures = _REFERENCES.get(context.codec.canonical_name, 0) + 2
    nbytes = _bytes_per_pixel(context) * max(width * height, 1)
    # Each thread but the first decodes into a picture of its own.
    spare = int(limits.max_bytes // nbytes) - pictures
    if spare < 0:
        raise MediaTooLarge(f"{name}: decoding may take {int(pictures * nbytes) >> 20} MB")
    context.thread_type = "AUTO"
    context.thread_count = max(1, min((os.cpu_count() or 1) + 1, _MOST_THREADS, spare + 1))
    # For a stream whose own headers tell another size than the container. Decoders count their
    # padding; the picture that comes out is checked again.
    fitting = int(limits.max_bytes / (pictures * _bytes_per_pixel(context)))
    padded = (width + _PADDING) * (height + _PADDING)
    options = {"max_pixels": str(max(min(2 * limits.max_pixels, fitting), padded))}
    if context.name == "h264":
        # A stream that does not tell how far its pictures are out of order would let the
        # decoder guess, and drop pictures while it learns; strict makes it assume the worst.
        options["strict"] = "strict"
    context.options = options


def check_picture_size(name: str, width: int, height: int, limits: DecodeLimits) -> None:
    """Raise MediaTooLarge when a picture of *width* × *height* pixels is over *limits*."""
    if width * height > limits.max_pixels or max(width, height) > limits.max_side:
        raise MediaTooLarge(f"{name}: {width} × {height} pixels")


def _bytes_per_pixel(context: "VideoCodecContext") -> float:
    layout = context.format
    if layout is None:
        if context.name == "h264":
            return _H264_BYTES_PER_PIXEL.get(context.profile or "", _MOST_H264_BYTES_PER_PIXEL)
        return _MOST_BYTES_PER_PIXEL
    return max(layout.padded_bits_per_pixel, 8) / 8
