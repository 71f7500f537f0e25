"""Files that are there whole or not at all, and never in place of another one."""

import errno
import os
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from rushes.domain.errors import FolderFull, FolderNotWritable, PictureNotSaved

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST})


def write_new_file(folder: Path, name: str, data: bytes) -> Path:
    """Write *data* as a new file of *folder*, which is made if need be, and return its path.

    Where *name* is taken by a file of the same bytes, that one is returned; where it is taken by
    another, ``-2``, ``-3`` … comes before the ending. The file gets its name when all of it is on
    the disk. Raises PictureNotSaved.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".rushes-", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            # A temporary file is for its owner alone; a picture is a file like any other.
            _allow_as_usual(Path(temporary))
            return _named(Path(temporary), folder, name, data)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except OSError as error:
        raise _told(error) from error


def _named(temporary: Path, folder: Path, name: str, data: bytes) -> Path:
    for free in _names(name):
        target = folder / free
        if _give_name(temporary, target):
            return target
        if _holds(target, data):
            return target
    raise AssertionError("names do not end")


def _names(name: str) -> Iterator[str]:
    yield name
    stem, dot, ending = name.rpartition(".")
    for number in count(2):
        yield f"{stem}-{number}{dot}{ending}" if stem else f"{name}-{number}"


def _give_name(temporary: Path, target: Path) -> bool:
    """Give a finished file its name, unless that is taken; tell whether it has it now."""
    try:
        if os.name == "nt":
            # Windows refuses to rename onto a file that is there.
            temporary.rename(target)
        else:
            os.link(temporary, target)
        return True
    except FileExistsError:
        return False
    except OSError:
        return _claim(temporary, target)


def _claim(temporary: Path, target: Path) -> bool:
    """Do so where a file cannot have two names, as on exFAT: take the name first."""
    try:
        target.open("xb").close()
    except FileExistsError:
        return False
    try:
        temporary.replace(target)
    except OSError:
        target.unlink(missing_ok=True)
        raise
    return True


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _allow_as_usual(path: Path) -> None:
    if os.name == "nt":
        return
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def _told(error: OSError) -> PictureNotSaved:
    detail = str(error)
    if error.errno in _FULL:
        return FolderFull(detail)
    if error.errno in _REFUSED:
        return FolderNotWritable(detail)
    return PictureNotSaved(detail)
