"""A small file of one process that says which media files its decoder has in hand right now.

It is mapped into memory: to write into it costs as much as any other variable, and what was
written is kept by the system when the process dies of a crash.

::

    header │ entry │ entry │ …        8 KiB each; more are added by the block
    header: the state, 1 while the process lives and 2 once it ended in order
    entry:  1 while the decoder is at work, else 0; size; digest; length of the path; the path
"""

import mmap
import os
import secrets
import struct
import threading
from collections import deque
from pathlib import Path
from typing import BinaryIO

from rushes.media.file_lock import lock
from rushes.media.file_mark import DIGEST_BYTES, FileMark

RECORDS = "decoder-1-*.record"

_ENTRY_BYTES = 8 * 1024
_BLOCK_BYTES = 16 * _ENTRY_BYTES
"""A multiple of what every system can map (64 KiB on Windows)."""

_ALIVE, _ENDED = 1, 2
_FIELDS = struct.Struct(f"<Q{DIGEST_BYTES}sH")
_FIELDS_AT = 8
_PATH_AT = _FIELDS_AT + _FIELDS.size
LONGEST_PATH_BYTES = _ENTRY_BYTES - _PATH_AT


class Entry:
    """Room for one file in a record; belongs to one thread."""

    __slots__ = ("_at", "_map")

    def __init__(self, memory: mmap.mmap, at: int) -> None:
        self._map, self._at = memory, at

    def name(self, mark: FileMark) -> None:
        """Say which file is meant; never while the decoder is at work."""
        path = os.fsencode(mark.path)[:LONGEST_PATH_BYTES]
        start = self._at + _FIELDS_AT
        fields = _FIELDS.pack(mark.size, mark.digest, len(path)) + path
        self._map[start : start + len(fields)] = fields

    def enter(self) -> None:
        """The decoder begins to work on the file."""
        self._map[self._at] = 1

    def leave(self) -> None:
        """The decoder is at rest."""
        self._map[self._at] = 0


class DecoderRecord:
    """The record of this process.

    Its file is locked for as long as the process lives, which tells it from one left behind.
    """

    def __init__(self, folder: Path) -> None:
        """Make the file in *folder*; raises OSError."""
        self.path = folder / f"decoder-1-{os.getpid()}-{secrets.token_hex(4)}.record"
        self._file: BinaryIO = self.path.open("x+b")
        self._growing = threading.Lock()
        self._free: deque[Entry] = deque()
        try:
            lock(self._file)
            self._blocks = [self._new_block()]
        except BaseException:
            self._file.close()
            raise
        self._blocks[0][0] = _ALIVE
        # The first entry's place is the header's.
        self._free.popleft()

    def take(self) -> Entry:
        """An entry that nobody uses; raises OSError when the disk is too full for more."""
        while True:
            try:
                return self._free.popleft()
            except IndexError:
                with self._growing:
                    if not self._free:
                        self._blocks.append(self._new_block())

    def give_back(self, entry: Entry) -> None:
        """Give an entry free; may be called at any moment, the garbage collector's included."""
        entry.leave()
        self._free.append(entry)

    def end(self) -> None:
        """The process ends in order: whatever the entries say, no file is to blame."""
        self._blocks[0][0] = _ENDED
        self._file.close()
        # Where a mapped file cannot be removed, the next start does it.
        try:
            self.path.unlink()
        except OSError:
            return

    def _new_block(self) -> mmap.mmap:
        # Real zeros: a hole would be filled by the first store into it, and where the disk is
        # full by then, the process dies.
        at = self._file.seek(0, os.SEEK_END)
        self._file.write(bytes(_BLOCK_BYTES))
        self._file.flush()
        block = mmap.mmap(self._file.fileno(), _BLOCK_BYTES, offset=at)
        self._free.extend(Entry(block, place) for place in range(0, _BLOCK_BYTES, _ENTRY_BYTES))
        return block


def files_in_hand(data: bytes) -> list[FileMark]:
    """The files on which the decoder was at work when the process of the record *data* died."""
    marks: list[FileMark] = []
    if not data or data[0] != _ALIVE:
        return marks
    for at in range(_ENTRY_BYTES, len(data) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        if data[at] == 1:
            size, digest, length = _FIELDS.unpack_from(data, at + _FIELDS_AT)
            path = os.fsdecode(data[at + _PATH_AT : at + _PATH_AT + length])
            if 0 < length <= LONGEST_PATH_BYTES and Path(path).is_absolute():
                marks.append(FileMark(Path(path), size, digest))
    return marks
