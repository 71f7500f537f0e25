"""The top-level boxes of an mp4 or mov file (ISO/IEC 14496-12, section 4.2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MAX_BOXES = 200_000
"""A file with more top-level boxes than this is not walked on; real ones have tens."""


@dataclass(frozen=True, slots=True)
class TopBox:
    """One top-level box.

    Attributes:
        kind: its four-letter type.
        start: offset of its first byte in the file.
        header: bytes of size and type, 8 or 16.
        stop: offset behind its last byte; beyond the end of the file when the file is cut.
        to_end: whether its size says "up to the end of the file".
    """

    kind: bytes
    start: int
    header: int
    stop: int
    to_end: bool = False


def top_boxes(file: BinaryIO, size: int) -> Iterator[TopBox]:
    """Walk the top-level boxes of a file of *size* bytes; reads headers only.

    Ends at the first header that makes no sense, so a file with rubbish behind its last box
    gives the boxes before it.
    """
    start = 0
    for _ in range(MAX_BOXES):
        if start + 8 > size:
            return
        file.seek(start)
        head = file.read(16)
        length, kind = int.from_bytes(head[:4], "big"), head[4:8]
        header = 8
        if length == 1:
            header = 16
            length = int.from_bytes(head[8:16], "big")
        to_end = length == 0
        stop = size if to_end else start + length
        if stop < start + header or not kind.isascii() or not kind.decode("ascii").isprintable():
            return
        yield TopBox(kind, start, header, stop, to_end)
        start = stop
