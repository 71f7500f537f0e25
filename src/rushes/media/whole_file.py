"""Whether a file is all there, told by its own structure without decoding anything.

A cut download often still plays up to the cut; it must not pass for the whole clip.
"""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from rushes.media.ebml import segment_of
from rushes.media.file_format import GIF, JPEG, MATROSKA, MOV, MP4, PNG, WAV, WEBM, WEBP, FileFormat
from rushes.media.png_chunks import png_chunks
from rushes.media.top_boxes import top_boxes

_SCAN_BYTES = 1 << 20
_NO_SIZE = (0, 0xFFFFFFFF)

_MOST_PARTS = 100_000
"""A picture with more chunks or segments than this is not walked on; real ones have tens."""


def what_is_missing(path: Path, file_format: FileFormat) -> str | None:
    """Say in English what a file lacks, or None when nothing is seen to be missing.

    Formats whose structure does not tell (mp3, flac, ogg) always pass. Raises OSError.
    """
    check = _CHECKS.get(file_format)
    if check is None:
        return None
    with path.open("rb") as file:
        return check(file, path.stat().st_size)


def _mp4(file: BinaryIO, size: int) -> str | None:
    kinds = set()
    for box in top_boxes(file, size):
        # Nothing is lost with the end of unused space, such as settings half written.
        if box.stop > size and box.kind != b"free":
            return (
                f"cut: box {box.kind.decode()} ends {box.stop - size} bytes behind the file's end"
            )
        kinds.add(box.kind)
    if b"moov" not in kinds:
        return "cut: there is no moov box"
    return None


def _matroska(file: BinaryIO, size: int) -> str | None:
    segment = segment_of(file)
    if segment is None:
        return "cut: there is no segment"
    if segment.stop is not None and segment.stop > size:
        return f"cut: {segment.stop - size} bytes of the segment are missing"
    return None


def _png(file: BinaryIO, size: int) -> str | None:
    for number, (kind, start, length) in enumerate(png_chunks(file, size)):
        if kind == b"IEND":
            return None if start + length + 4 <= size else "cut in its last chunk"
        if number > _MOST_PARTS:
            return f"more than {_MOST_PARTS} chunks"
    return "cut: there is no IEND chunk"


def _jpeg(file: BinaryIO, size: int) -> str | None:
    at = 2
    for _ in range(_MOST_PARTS):
        if at + 4 > size:
            break
        file.seek(at)
        head = file.read(4)
        if head[0] != 0xFF:
            return "cut or broken between its segments"
        if head[1] == 0xFF:
            at += 1
            continue
        at += 2 + int.from_bytes(head[2:], "big")
        if head[1] == 0xDA:
            return None if _has_marker(file, at, b"\xff\xd9") else "cut: there is no end of image"
    return "cut in its headers"


def _has_marker(file: BinaryIO, start: int, marker: bytes) -> bool:
    file.seek(start)
    last = b""
    while piece := file.read(_SCAN_BYTES):
        if marker in last + piece:
            return True
        last = piece[-1:]
    return False


def _gif(file: BinaryIO, size: int) -> str | None:
    file.seek(max(0, size - 64))
    tail = file.read(64).rstrip(b"\0")
    return None if tail.endswith(b";") else "cut: there is no trailer"


def _riff(file: BinaryIO, size: int) -> str | None:
    file.seek(4)
    length = int.from_bytes(file.read(4), "little")
    if length in _NO_SIZE or length + 8 <= size:
        return None
    return f"cut: {length + 8 - size} bytes are missing"


_CHECKS: dict[FileFormat, Callable[[BinaryIO, int], str | None]] = {
    MP4: _mp4,
    MOV: _mp4,
    WEBM: _matroska,
    MATROSKA: _matroska,
    PNG: _png,
    JPEG: _jpeg,
    GIF: _gif,
    WEBP: _riff,
    WAV: _riff,
}
