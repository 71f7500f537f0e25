"""The clips that viewers are measured with: every picture carries its own number.

The number stands in 16 black or white blocks along the lower edge, the highest bit first, each a
sixteenth of the picture wide, so that it can be read from any grabbed picture of any size.
"""

from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rushes.media.encode import Sound, encode_mp4

BITS = 16
_BAND = 16
"""The lower so many-th of the picture holds the number."""


def short_clip(path: Path) -> Path:
    """97 frames of 1280 × 720 at 24 a second, without sound."""
    return _written(path, 97, (1280, 720), Fraction(24), None)


def long_clip(path: Path) -> Path:
    """240 frames of 1920 × 1080 at 24 a second: 10 seconds, with sound."""
    seconds = np.arange(10 * 48_000, dtype=np.float32) / 48_000
    tone = (0.2 * np.sin(2 * np.pi * 220 * seconds)).astype(np.float32)
    return _written(path, 240, (1920, 1080), Fraction(24), Sound(np.stack([tone, tone]), 48_000))


def _written(
    path: Path, frames: int, size: tuple[int, int], rate: Fraction, sound: Sound | None
) -> Path:
    if not path.exists():
        pictures = (_picture(number, *size) for number in range(1, frames + 1))
        encode_mp4(path, pictures, rate=rate, sound=sound)
    return path


def _picture(number: int, width: int, height: int) -> NDArray[np.uint8]:
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    wave = np.sin(columns / 37 + number / 5) + np.sin(rows / 23 - number / 7)
    grain = np.random.default_rng(number).normal(0, 2, (height, width))
    base = 120 + 45 * wave + grain
    picture = np.stack([base, np.roll(base, 3 * number, 1), np.roll(base, 2 * number, 0)], axis=-1)
    for bit in range(BITS):
        white = number >> (BITS - 1 - bit) & 1
        left, right = bit * width // BITS, (bit + 1) * width // BITS
        picture[height - height // _BAND :, left:right] = 255 * white
    return picture.clip(0, 255).astype(np.uint8)


def number_in(image: NDArray[np.uint8]) -> int:
    """The number that stands in a picture of rows × columns × components."""
    grey = image[:, :, :3].mean(axis=2)
    row = int(grey.shape[0] - grey.shape[0] / _BAND / 2)
    number = 0
    for bit in range(BITS):
        column = int((bit + 0.5) * grey.shape[1] / BITS)
        number = number << 1 | int(grey[row, column] > 128)
    return number
