"""A text chunk of our own in a PNG file, before its last chunk (PNG specification, 11.3.3.4)."""

import os
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_SIGNATURE_BYTES = 8
_AROUND = 12
"""Bytes of a chunk beside its data: length, type and checksum."""

_MAX_CHUNKS = 100_000
_PREFIX = b"Rushes settings\0\0\0\0\0"
"""Keyword, no compression, no language, no translated keyword."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    """One chunk: its type, the offset of its first byte, and that behind its last."""

    kind: bytes
    start: int
    stop: int


def read_chunk(path: Path, max_bytes: int) -> bytes | None:
    """What our chunk in the PNG *path* holds; None without one, or when over *max_bytes*."""
    with path.open("rb") as file:
        own = [chunk for chunk in _chunks(file) if _is_own(file, chunk)]
        if not own:
            return None
        start, stop = own[-1].start + 8 + len(_PREFIX), own[-1].stop - 4
        if stop - start > max_bytes:
            return None
        file.seek(start)
        return file.read(stop - start)


def write_chunk(path: Path, data: bytes) -> bool:
    """Put *data* into our chunk of the PNG *path*, in place of what was there.

    The file is written anew beside the old one and takes its place when it is whole and synced.
    False when it has no last chunk.
    """
    with path.open("rb") as file:
        end = next((chunk for chunk in _chunks(file) if chunk.kind == b"IEND"), None)
        if end is None:
            return False
        pieces = _without_own(file, _chunks(file))
    _rewrite(path, pieces, insert_at=end.start, insert=_own_chunk(data))
    return True


def with_chunk(png: bytes, data: bytes) -> bytes:
    """A PNG of our own making, given as its bytes, with *data* in our chunk."""
    return png[:-_AROUND] + _own_chunk(data) + png[-_AROUND:]


def remove_chunk(path: Path) -> bool:
    """Take our chunks out of the PNG *path*; False when there was none."""
    with path.open("rb") as file:
        if not any(_is_own(file, chunk) for chunk in _chunks(file)):
            return False
        pieces = _without_own(file, _chunks(file))
    _rewrite(path, pieces)
    return True


def original_pieces(path: Path) -> list[tuple[int, int]]:
    """The stretches of the PNG *path*, from offset to offset, that came with it."""
    with path.open("rb") as file:
        return _without_own(file, _chunks(file))


def _own_chunk(data: bytes) -> bytes:
    body = b"iTXt" + _PREFIX + data
    return (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")


def _chunks(file: BinaryIO) -> list[_Chunk]:
    return list(_walk(file, os.fstat(file.fileno()).st_size))


def _walk(file: BinaryIO, size: int) -> Iterator[_Chunk]:
    start = _SIGNATURE_BYTES
    for _ in range(_MAX_CHUNKS):
        if start + _AROUND > size:
            return
        file.seek(start)
        head = file.read(8)
        stop = start + _AROUND + int.from_bytes(head[:4], "big")
        if stop > size:
            return
        yield _Chunk(head[4:], start, stop)
        if head[4:] == b"IEND":
            return
        start = stop


def _is_own(file: BinaryIO, chunk: _Chunk) -> bool:
    if chunk.kind != b"iTXt" or chunk.stop - chunk.start < _AROUND + len(_PREFIX):
        return False
    file.seek(chunk.start + 8)
    return file.read(len(_PREFIX)) == _PREFIX


def _without_own(file: BinaryIO, chunks: list[_Chunk]) -> list[tuple[int, int]]:
    size = os.fstat(file.fileno()).st_size
    pieces, start = [], 0
    for chunk in chunks:
        if _is_own(file, chunk):
            pieces.append((start, chunk.start))
            start = chunk.stop
    return [*pieces, (start, size)]


def _rewrite(
    path: Path, pieces: list[tuple[int, int]], insert_at: int = -1, insert: bytes = b""
) -> None:
    """Make *path* of its own *pieces*, with *insert* at the offset *insert_at*."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as new, path.open("rb") as old:
            for start, stop in pieces:
                if start <= insert_at < stop:
                    _copy(old, new, start, insert_at)
                    new.write(insert)
                    _copy(old, new, insert_at, stop)
                else:
                    _copy(old, new, start, stop)
            new.flush()
            os.fsync(new.fileno())
        shutil.copymode(path, name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _copy(source: BinaryIO, target: BinaryIO, start: int, stop: int) -> None:
    source.seek(start)
    while start < stop and (data := source.read(min(1 << 20, stop - start))):
        target.write(data)
        start += len(data)
