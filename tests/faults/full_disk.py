"""A disk that takes no more: for SQLite a layer under it, for other files a stand-in for ``os``.

Which disk is full is told by folder, so that trials go on side by side in one process. What is
refused is refused before a byte of it is written, as a full disk does it at best, or, for every
other one, by a sync that fails, as a network drive does it.
"""

import errno
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

from rushes.engine import part_file
from rushes.library import receipts

VFS_NAME = "filling"


@dataclass(slots=True)
class Disk:
    """The disk under one folder.

    Attributes:
        folder: everything below it counts.
        writes_left: how many more writes and syncs it takes; None for as many as come.
        refused: how many it refused since.
        writes: how many it took.
    """

    folder: Path
    writes_left: int | None = None
    refused: int = 0
    writes: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def fill_after(self, writes: int) -> None:
        """Take so many writes and syncs yet, and then none."""
        with self._lock:
            self.writes_left = writes

    def free(self) -> None:
        """Take everything again."""
        with self._lock:
            self.writes_left = None

    def takes(self) -> bool:
        """Count a write; return whether it is taken."""
        with self._lock:
            if self.writes_left is None or self.writes_left > 0:
                self.writes += 1
                self.writes_left = None if self.writes_left is None else self.writes_left - 1
                return True
            self.refused += 1
            return False


class Disks:
    """All the disks of a trial: `under` tells the one that a file lies on."""

    def __init__(self) -> None:
        self._disks: list[Disk] = []

    def add(self, folder: Path) -> Disk:
        """Have a folder lie on a disk of its own."""
        disk = Disk(folder)
        self._disks.append(disk)
        return disk

    def under(self, path: str) -> Disk | None:
        """Return the disk that a file lies on, None for any other place."""
        return next((disk for disk in self._disks if Path(path).is_relative_to(disk.folder)), None)


@contextmanager
def full_disks() -> Iterator[Disks]:
    """Have every database, receipt and part that is opened meanwhile lie on disks that fill."""
    disks = Disks()
    layer = _FillingVfs(disks)
    stand_in = _FillingOs(disks)
    before = vars(receipts)["os"], vars(part_file)["os"]
    vars(receipts)["os"] = vars(part_file)["os"] = stand_in
    try:
        yield disks
    finally:
        vars(receipts)["os"], vars(part_file)["os"] = before
        layer.unregister()


class _FillingVfs(apsw.VFS):
    def __init__(self, disks: Disks) -> None:
        self._disks = disks
        # By name: this layer is about to be the default itself.
        self._base = apsw.vfs_names()[0]
        super().__init__(VFS_NAME, self._base, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> "_FillingFile":
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        return _FillingFile(self._base, name, flags, self._disks.under(path or ""))


class _FillingFile(apsw.VFSFile):
    def __init__(self, base: str, name: Any, flags: list[int], disk: Disk | None) -> None:
        self._disk = disk
        super().__init__(base, name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        if self._disk is not None and not self._disk.takes():
            raise apsw.FullError("the disk is full")
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        if self._disk is not None and not self._disk.takes():
            raise apsw.IOError("the disk is full")
        super().xSync(flags)


class _FillingOs:
    """The module ``os``, with a ``write`` and a ``fsync`` that a full disk refuses."""

    def __init__(self, disks: Disks) -> None:
        self._disks = disks

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def write(self, descriptor: int, data: Any) -> int:
        """Write, if there is room."""
        self._check(descriptor)
        return os.write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        """Sync, if there is room."""
        self._check(descriptor)
        os.fsync(descriptor)

    def _check(self, descriptor: int) -> None:
        disk = self._disks.under(_path_of(descriptor))
        if disk is not None and not disk.takes():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _path_of(descriptor: int) -> str:
    return str(Path(f"/proc/self/fd/{descriptor}").readlink())
