"""Where two pictures differ, and by how much."""

from dataclasses import replace
from typing import TYPE_CHECKING

from rushes.media.picture import BYTES_PER_PIXEL, Picture

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST_GAIN, MOST_GAIN = 1, 16
"""Bounds of what differences are multiplied by."""

_BRIGHTEST = 255

_OPAQUE = bytes(BYTES_PER_PIXEL - 1) + bytes((_BRIGHTEST,))

_BLOCK_BYTES = 1 << 18
"""Pictures are gone through in pieces that stay in the processor's own memory."""


def difference(reference: Picture, other: Picture, gain: int = LEAST_GAIN) -> Picture:
    """The picture of how far *other* lies from *reference* in blue, green and red, times *gain*.

    At a gain of 1 it is exact; what is brighter than white is white. It is opaque, as large as
    *reference* and carries its index. A picture of another size is brought to that size first.
    Raises ValueError for a gain out of bounds.
    """
    import numpy as np

    if not LEAST_GAIN <= gain <= MOST_GAIN:
        raise ValueError(gain)
    one = reference.array()
    two = other.array()
    if one.shape != two.shape:
        two = _resized(two, reference.width, reference.height)
    found = np.empty(one.shape, np.uint8)
    rows = max(1, _BLOCK_BYTES // max(one.shape[1] * BYTES_PER_PIXEL, 1))
    spare = np.empty((rows, *one.shape[1:]), np.uint8)
    for top in range(0, reference.height, rows):
        part = slice(top, top + rows)
        _subtract(one[part], two[part], found[part], spare, gain)
    # One number for each pixel: all of them opaque.
    whole = found.reshape(-1).view(np.uint32)
    whole |= np.frombuffer(_OPAQUE, np.uint32)
    pixels = found.reshape(-1).data.toreadonly()
    return Picture(
        index=reference.index,
        width=reference.width,
        height=reference.height,
        stride=reference.width * BYTES_PER_PIXEL,
        pixels=pixels,
        has_alpha=False,
        quality=reference.quality,
    )


def averaged(picture: Picture, width: int, height: int) -> Picture:
    """A smaller picture, each of whose pixels is the mean of those that it stands for."""
    pixels = _resized(picture.array(), width, height)
    return replace(
        picture,
        width=width,
        height=height,
        stride=width * BYTES_PER_PIXEL,
        pixels=pixels.reshape(-1).data.toreadonly(),
    )


def _subtract(
    one: "NDArray[np.uint8]",
    two: "NDArray[np.uint8]",
    found: "NDArray[np.uint8]",
    spare: "NDArray[np.uint8]",
    gain: int,
) -> None:
    """Write |one - two| × gain into *found*, 255 where that is more; *spare* is overwritten."""
    import numpy as np

    over = spare[: len(one)]
    np.maximum(one, two, out=found)
    np.minimum(one, two, out=over)
    found -= over
    if gain > LEAST_GAIN:
        np.greater(found, _BRIGHTEST // gain, out=over.view(np.bool_))
        # 1 becomes 255, which covers whatever is left of a product that ran over.
        np.negative(over, out=over)
        found *= np.uint8(gain)
        found |= over


def _resized(pixels: "NDArray[np.uint8]", width: int, height: int) -> "NDArray[np.uint8]":
    import numpy as np
    from av.video.frame import VideoFrame
    from av.video.reformatter import Interpolation, VideoReformatter

    frame = VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="bgra")
    smaller = width < pixels.shape[1] or height < pixels.shape[0]
    kind = Interpolation.AREA if smaller else Interpolation.BICUBIC
    resized = VideoReformatter().reformat(frame, width, height, "bgra", interpolation=kind)
    return np.ascontiguousarray(resized.to_ndarray(), np.uint8)
