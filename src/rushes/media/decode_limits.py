"""How large a media file may be before it is refused, so that none can fill the memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DecodeLimits:
    """Limits that are checked before anything is decoded.

    Attributes:
        max_pixels: width × height of one picture.
        max_side: width or height of one picture, in pixels.
        max_seconds: length of a clip or a sound.
        max_frames: pictures in a clip.
    """

    max_pixels: int = 40_000_000
    max_side: int = 16_384
    max_seconds: float = 3_600.0
    max_frames: int = 216_000


DEFAULT_LIMITS = DecodeLimits()
"""An 8K picture; an hour at 60 frames per second."""
