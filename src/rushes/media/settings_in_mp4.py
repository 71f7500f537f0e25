"""A box of our own at the end of an mp4 or mov file.

ISO/IEC 14496-12, 4.2: a box of type ``uuid`` carries any data under a 16-byte identifier, and
programs skip those that they do not know. At the end of the file it moves none of the bytes that
the file's own tables point to.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from rushes.media.top_boxes import TopBox, top_boxes

BOX_ID = UUID("9f2a1d64-6c3b-4b0e-9a57-d1c08e7725ab")
"""Identifies the box with settings of Rushes."""

_MARK = b"uuid" + BOX_ID.bytes
_BEGUN = b"free" + BOX_ID.bytes
"""What our box is marked with until all of it is on the disk: programs pass over such a box even
when the file ends in the middle of it."""

_HEADER_BYTES = 4 + len(_MARK)
_NOT_BEHIND = frozenset({b"mfra", b"mfro"})
"""Tables that are found by counting back from the end of the file."""


def read_box(path: Path, max_bytes: int) -> bytes | None:
    """What our box in the mp4 *path* holds; None without one, or when it is over *max_bytes*."""
    with path.open("rb") as file:
        own = [box for box in _walk(file).boxes if _is_own(file, box)]
        if not own or own[-1].stop - own[-1].start - _HEADER_BYTES > max_bytes:
            return None
        file.seek(own[-1].start + _HEADER_BYTES)
        return file.read(own[-1].stop - own[-1].start - _HEADER_BYTES)


def write_box(path: Path, data: bytes) -> bool:
    """Put *data* into our box of the mp4 *path*, in place of what was there, and sync the file.

    Nothing but the end of the file is written. False when the file's form leaves no place.
    """
    with path.open("r+b") as file:
        _remove(file)
        walk = _walk(file)
        last = walk.boxes[-1] if walk.boxes else None
        # A box that reaches "to the end" would swallow ours; so would rubbish after the last.
        if last is None or last.to_end or last.stop != walk.size or last.kind in _NOT_BEHIND:
            return False
        try:
            file.seek(walk.size)
            file.write((_HEADER_BYTES + len(data)).to_bytes(4, "big") + _BEGUN + data)
            _sync(file)
            file.seek(walk.size + 4)
            file.write(_MARK)
            _sync(file)
        except OSError:
            file.truncate(walk.size)
            raise
        return True


def remove_box(path: Path) -> bool:
    """Take our box out of the mp4 *path*; False when there was none."""
    with path.open("r+b") as file:
        found = _remove(file)
        _sync(file)
        return found


def size_without_box(path: Path) -> int:
    """Bytes of the mp4 *path* up to our box at its end, which is how long it came."""
    with path.open("rb") as file:
        return _start_of_tail(file, _walk(file))


@dataclass(frozen=True, slots=True)
class _Walk:
    """The whole boxes of a file of *size* bytes."""

    boxes: list[TopBox]
    size: int


def _walk(file: BinaryIO) -> _Walk:
    size = os.fstat(file.fileno()).st_size
    return _Walk([box for box in top_boxes(file, size) if box.stop <= size], size)


def _is_own(file: BinaryIO, box: TopBox, begun: bool = False) -> bool:
    """Whether *box* is ours; with *begun* also one that never became valid."""
    if box.header != 8 or box.stop - box.start < _HEADER_BYTES:
        return False
    file.seek(box.start + 4)
    mark = file.read(len(_MARK))
    return mark == _MARK or (begun and mark == _BEGUN)


def _start_of_tail(file: BinaryIO, walk: _Walk) -> int:
    """Where our boxes at the end of the file start, or its size when there is none.

    One that was only half written, because the program died, counts as well.
    """
    start = walk.boxes[-1].stop if walk.boxes else 0
    if start < walk.size:
        file.seek(start + 4)
        begun = file.read(len(_BEGUN))
        if not begun or not (_MARK.startswith(begun) or _BEGUN.startswith(begun)):
            return walk.size
    for box in reversed(walk.boxes):
        if not _is_own(file, box, begun=True):
            break
        start = box.start
    return start


def _remove(file: BinaryIO) -> bool:
    walk = _walk(file)
    tail = _start_of_tail(file, walk)
    found = tail < walk.size
    if found:
        file.truncate(tail)
    for box in walk.boxes:
        if box.stop <= tail and _is_own(file, box):
            # Another program wrote behind it: emptied in its place, so that nothing moves.
            file.seek(box.start + 4)
            file.write(b"free" + bytes(box.stop - box.start - 8))
            found = True
    return found


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
