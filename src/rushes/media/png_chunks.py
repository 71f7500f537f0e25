"""The chunks of a PNG file (PNG specification, third edition, 5.3)."""

from collections.abc import Iterator
from typing import BinaryIO


def png_chunks(file: BinaryIO, size: int) -> Iterator[tuple[bytes, int, int]]:
    """Type, offset of the body and length of every chunk of a PNG, up to the first IEND."""
    at = 8
    while at + 12 <= size:
        file.seek(at)
        head = file.read(8)
        length = int.from_bytes(head[:4], "big")
        yield head[4:], at + 8, length
        if head[4:] == b"IEND":
            return
        at += 12 + length
