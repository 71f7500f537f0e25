"""Whether a file is all there, told by its own structure without decoding anything.

A cut download often still plays up to the cut; it must not pass for the whole clip.
"""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from rushes.media.file_format import GIF, JPEG, MATROSKA, MOV, MP4, PNG, WAV, WEBM, WEBP, FileFormat
from rushes.media.top_boxes import top_boxes

_SCAN_BYTES = 1 << 20
_NO_SIZE = (0, 0xFFFFFFFF)


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
    header = _ebml_element(file, 0)
    segment = _ebml_element(file, header[2]) if header and header[2] is not None else None
    if segment is None or segment[0] != b"\x18\x53\x80\x67":
        return "cut: there is no segment"
    stop = segment[2]
    if stop is not None and stop > size:
        return f"cut: {stop - size} bytes of the segment are missing"
    return None


def _ebml_element(file: BinaryIO, start: int) -> tuple[bytes, int, int | None] | None:
    """Id, start of the body, and end (None: not told) of the element at *start* (RFC 8794)."""
    file.seek(start)
    head = file.read(16)
    if len(head) < 2 or head[0] == 0:
        return None
    id_length = 9 - head[0].bit_length()
    at = id_length
    if id_length > 4 or len(head) <= at or head[at] == 0:
        return None
    size_length = 9 - head[at].bit_length()
    raw = int.from_bytes(head[at : at + size_length], "big")
    length = raw & ((1 << 7 * size_length) - 1)
    body = start + id_length + size_length
    unknown = length == (1 << 7 * size_length) - 1
    return head[:id_length], body, None if unknown else body + length


def _png(file: BinaryIO, size: int) -> str | None:
    at = 8
    while at + 12 <= size:
        file.seek(at)
        head = file.read(8)
        at += 12 + int.from_bytes(head[:4], "big")
        if head[4:] == b"IEND":
            return None if at <= size else "cut in its last chunk"
    return "cut: there is no IEND chunk"


def _jpeg(file: BinaryIO, size: int) -> str | None:
    at = 2
    while at + 4 <= size:
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
