"""One writing owner for a library at a time, told apart by a lock that dies with its process."""

import contextlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any, BinaryIO

from rushes.domain.errors import LibraryInUse

# Far behind the words in the file, so that they stay readable where locks are mandatory.
_LOCKED_BYTE = 1 << 30

_TRIES = 5
_PAUSE = 0.02
"""Seconds between tries: somebody who only asks for the owner holds the lock for a moment."""


class Ownership:
    """The right to write to a library, held until `release` or the end of the process.

    Attributes:
        owner: what the lock file says of this process.
    """

    def __init__(self, stream: BinaryIO, owner: dict[str, Any]) -> None:
        self._stream = stream
        self.owner = owner

    @classmethod
    def acquire(cls, lock: Path, **words: str) -> "Ownership":
        """Take the library; `words` are told to those who come later.

        Raises LibraryInUse when somebody has it, OSError when the file cannot be made.
        """
        # "a+b" makes the file without emptying another owner's words.
        stream = lock.open("a+b")
        try:
            _lock_patiently(stream)
        except OSError as error:
            stream.close()
            raise LibraryInUse(owner_words(read_owner(lock))) from error
        owner = {"program": "rushes", "pid": os.getpid(), **words}
        stream.truncate(0)
        stream.write(json.dumps(owner).encode())
        stream.flush()
        return cls(stream, owner)

    def release(self) -> None:
        """Give the library free."""
        self._stream.truncate(0)
        self._stream.close()

    def abandon(self) -> None:
        """Let go of a lock whose drive is gone; nothing is written."""
        with contextlib.suppress(OSError):
            self._stream.close()


def owner_of(lock: Path) -> dict[str, Any] | None:
    """Return what the present owner says of itself, or None when nobody has the library.

    Takes and gives back the lock, without writing; for a second start that asks before it opens.
    """
    try:
        stream = lock.open("r+b")
    except OSError:
        return None
    with stream:
        try:
            _lock(stream, is_shared=True)
        except OSError:
            return read_owner(lock)
    return None


def read_owner(lock: Path) -> dict[str, Any]:
    """Return what the owner wrote about itself; empty when there is none or it cannot be read."""
    try:
        words = json.loads(lock.read_bytes() or b"{}")
    except (OSError, ValueError):
        return {}
    return words if isinstance(words, dict) else {}


def owner_words(owner: dict[str, Any]) -> str:
    """Return what names an owner: its program and its process."""
    return f"{owner.get('program', 'rushes')}, process {owner.get('pid', 'unknown')}"


def _lock_patiently(stream: BinaryIO) -> None:
    """Take the lock, over the heads of those who only ask, or raise OSError."""
    for _ in range(_TRIES - 1):
        try:
            return _lock(stream)
        except OSError:
            time.sleep(_PAUSE)
    return _lock(stream)


def _lock(stream: BinaryIO, *, is_shared: bool = False) -> None:
    """Take the lock at once or raise OSError; shared locks do not keep each other out."""
    if sys.platform == "win32":
        import msvcrt

        stream.seek(_LOCKED_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        stream.seek(0)
    else:
        import fcntl

        kind = fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX
        fcntl.flock(stream.fileno(), kind | fcntl.LOCK_NB)
