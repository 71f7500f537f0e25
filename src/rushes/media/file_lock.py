"""Locks on files, which the system takes back when a process dies."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

# Far behind the file's bytes, so that they can be read where locks are mandatory.
_LOCKED_BYTE = 1 << 30

_PAUSE = 0.01
"""Seconds between two tries."""


def lock(file: BinaryIO) -> None:
    """Lock *file* until it is closed; raises OSError at once when somebody else has it."""
    if sys.platform == "win32":
        import msvcrt

        place = file.tell()
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(place)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, patience: float = 2.0) -> Iterator[None]:
    """Hold the lock file *path* inside the block; waits *patience* seconds for others at most.

    Raises OSError when they do not let go of it, or when it cannot be made.
    """
    deadline = time.monotonic() + patience
    with path.open("a+b") as file:
        while True:
            try:
                lock(file)
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)
        yield
