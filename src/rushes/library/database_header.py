"""What the first bytes of a database say, read without SQLite, which would write beside it.

SQLite's file format, 1.3 (header) and 4.1 (write-ahead log).
"""

import os
from dataclasses import dataclass
from pathlib import Path

from rushes.domain.errors import LibraryDamaged
from rushes.library.layout import with_companions

HEADER_BYTES = 100

_MAGIC = b"SQLite format 3\0"
_WAL_HEADER, _FRAME_HEADER = 32, 24
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_KNOWN_FORMATS = (1, 2)


@dataclass(frozen=True, slots=True)
class DatabaseHeader:
    """The numbers that tell whose database it is.

    Attributes:
        version: SQLite's ``user_version``, which is the schema's version.
        application: SQLite's ``application_id``.
    """

    version: int
    application: int


def read_header(path: Path) -> DatabaseHeader | None:
    """Return the header, as the last commit left it; None for a file that is empty or missing.

    Raises LibraryDamaged when it is no database of SQLite, OSError.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEADER_BYTES)
    except FileNotFoundError:
        return None
    if not head:
        return None
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65_536 if page_size == 1 else page_size
    if (
        len(head) < HEADER_BYTES
        or not head.startswith(_MAGIC)
        or page_size < 512
        or page_size & (page_size - 1)
        or head[18] not in _KNOWN_FORMATS
        or head[19] not in _KNOWN_FORMATS
    ):
        raise LibraryDamaged("the header is not one of SQLite")
    newer = _first_page_in_wal(with_companions(path)[1], page_size)
    head = newer or head
    return DatabaseHeader(int.from_bytes(head[60:64], "big"), int.from_bytes(head[68:72], "big"))


def _first_page_in_wal(path: Path, page_size: int) -> bytes | None:
    """Return the head of the newest committed first page in a write-ahead log, if there is one."""
    try:
        file = path.open("rb")
    except OSError:
        return None
    with file:
        head = file.read(_WAL_HEADER)
        if len(head) < _WAL_HEADER or int.from_bytes(head[:4], "big") not in _WAL_MAGIC:
            return None
        if int.from_bytes(head[8:12], "big") != page_size:
            return None
        salts, latest, committed = head[16:24], None, None
        size = os.fstat(file.fileno()).st_size
        place = _WAL_HEADER
        while place + _FRAME_HEADER + page_size <= size:
            file.seek(place)
            frame = file.read(_FRAME_HEADER)
            if frame[8:16] != salts:
                break
            if int.from_bytes(frame[:4], "big") == 1:
                latest = file.read(HEADER_BYTES)
            if frame[4:8] != b"\0\0\0\0":
                committed = latest
            place += _FRAME_HEADER + page_size
        return committed
