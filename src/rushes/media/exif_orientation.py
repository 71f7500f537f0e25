"""How the camera was held, as a picture's EXIF data tells (Exif 2.32, 4.5.4; TIFF 6.0, section 2).

PyAV cannot be asked: it tells the turn alone, and a mirror image would be shown upside down.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from rushes.media.file_format import JPEG, PNG, WEBP, FileFormat
from rushes.media.frame import UPRIGHT, Orientation
from rushes.media.png_chunks import png_chunks

_ORIENTATION_TAG = 0x0112
_MAX_PARTS = 1_000
"""Segments or chunks after which no more EXIF data is looked for."""

_MAX_BYTES = 1 << 20

_ORIENTATIONS = {
    1: UPRIGHT,
    2: Orientation(flip_columns=True),
    3: Orientation(flip_rows=True, flip_columns=True),
    4: Orientation(flip_rows=True),
    5: Orientation(transpose=True),
    6: Orientation(transpose=True, flip_columns=True),
    7: Orientation(transpose=True, flip_rows=True, flip_columns=True),
    8: Orientation(transpose=True, flip_rows=True),
}


def exif_orientation(path: Path, file_format: FileFormat) -> Orientation:
    """The orientation of the still image *path*; upright when it tells none. Raises OSError."""
    parts = _PARTS_OF.get(file_format)
    if parts is None:
        return UPRIGHT
    with path.open("rb") as file:
        size = path.stat().st_size
        for kind, start, length in islice(parts(file, size), _MAX_PARTS):
            if kind in (b"\xe1", b"eXIf", b"EXIF"):
                file.seek(start)
                data = file.read(min(length, _MAX_BYTES))
                # A JPEG's segment says what it holds; some writers say so in a WebP as well.
                if data.startswith(_EXIF_HEADER):
                    data = data[len(_EXIF_HEADER) :]
                elif kind == b"\xe1":
                    continue
                return _ORIENTATIONS.get(_orientation_number(data), UPRIGHT)
    return UPRIGHT


def _jpeg_segments(file: BinaryIO, size: int) -> Iterator[tuple[bytes, int, int]]:
    """Marker, offset of the body and its length for each segment before the pixels."""
    at = 2
    while at + 4 <= size:
        file.seek(at)
        head = file.read(4)
        if head[0] != 0xFF or head[1] == 0xDA:
            return
        length = int.from_bytes(head[2:], "big")
        yield head[1:2], at + 4, max(0, length - 2)
        at += 2 + length


def _riff_chunks(file: BinaryIO, size: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, offset of the body and its length for each chunk (WebP container, RIFF)."""
    at = 12
    while at + 8 <= size:
        file.seek(at)
        head = file.read(8)
        length = int.from_bytes(head[4:], "little")
        yield head[:4], at + 8, length
        at += 8 + length + length % 2


_PARTS_OF = {JPEG: _jpeg_segments, PNG: png_chunks, WEBP: _riff_chunks}
_EXIF_HEADER = b"Exif\0\0"


def _orientation_number(tiff: bytes) -> int:
    """The value of the orientation tag in the first directory of *tiff*; 0 without one."""
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return 0

    def number(start: int, length: int) -> int:
        return int.from_bytes(
            tiff[start : start + length], "little" if order == "little" else "big"
        )

    directory = number(4, 4)
    for entry in range(number(directory, 2)):
        start = directory + 2 + 12 * entry
        if number(start, 2) == _ORIENTATION_TAG:
            return number(start + 8, 2)
    return 0
