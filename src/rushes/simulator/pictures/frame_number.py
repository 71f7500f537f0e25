"""The number of a frame, written into its lower edge for machines to read.

Sixteen blocks of 16 × 16 pixels from the left, white for 1 and black for 0, most significant
first. They survive coding because they fill whole macroblocks' worth of flat light.
"""

import numpy as np
from numpy.typing import NDArray

BLOCK = 16
BITS = 16


def write_number(picture: NDArray[np.uint8], number: int) -> None:
    """Write a number into a picture (height, width, 3), which is changed."""
    for bit in range(BITS):
        level = 255 if number >> (BITS - 1 - bit) & 1 else 0
        picture[-BLOCK:, bit * BLOCK : (bit + 1) * BLOCK] = level


def read_number(picture: NDArray[np.uint8]) -> int:
    """Read the number from a picture, (height, width) or (height, width, 3)."""
    number = 0
    for bit in range(BITS):
        block = picture[-BLOCK + 4 : -4, bit * BLOCK + 4 : (bit + 1) * BLOCK - 4]
        number = number << 1 | int(block.mean() > 127)
    return number
