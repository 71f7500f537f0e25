"""Copies files so that what has its final name is whole, read back, and on the disk."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rushes.domain.errors import CopyDiffers, NoRoomThere
from rushes.domain.progress import LongWork
from rushes.library.drives import free_bytes, is_link
from rushes.library.layout import sync_folder

_PIECE = 1 << 20
_UNPROVEN = ".unproven"
_COARSE_NANOSECONDS = 2 * 10**9
"""FAT keeps times in steps of two seconds."""
_MARGIN = 32 * 1024**2
"""Bytes that stay free at least."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file below a folder.

    Attributes:
        path: relative to the folder.
        size: bytes.
        mtime_ns: when it was written last, nanoseconds since the epoch.
        link: where it leads when it is a link, else empty; a link is never followed.
    """

    path: Path
    size: int
    mtime_ns: int
    link: str = ""


def files_below(
    folder: Path, is_left_out: Callable[[Path], bool] = lambda _: False
) -> list[FoundFile]:
    """Return all files below a folder, by their relative paths in order; links as links.

    Raises OSError.
    """
    return sorted(_walk(folder, Path(), is_left_out), key=lambda each: each.path)


def _walk(folder: Path, relative: Path, is_left_out: Callable[[Path], bool]) -> Iterator[FoundFile]:
    with os.scandir(folder / relative) as entries:
        for entry in entries:
            path = relative / entry.name
            if is_left_out(path):
                continue
            if is_link(folder / path):
                yield FoundFile(path, 0, 0, str((folder / path).resolve()))
            elif entry.is_dir(follow_symlinks=False):
                yield from _walk(folder, path, is_left_out)
            else:
                found = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(found.st_mode):
                    yield FoundFile(path, found.st_size, found.st_mtime_ns)


def copy_all(
    source: Path, target: Path, files: list[FoundFile], work: LongWork, step: str = "copying"
) -> None:
    """Copy files into a folder, but for those that are there already from an earlier time.

    What lies there under its own name was proven then, if its length and time are the source's.
    Raises NoRoomThere, CopyDiffers, WorkStopped, OSError.
    """
    todo = [each for each in files if not each.link and not is_copied(target, each)]
    total = sum(each.size for each in files)
    needed = sum(each.size for each in todo)
    free = free_bytes(target)
    if needed and free < needed + _MARGIN:
        raise NoRoomThere(needed, free)
    done = total - needed
    folders = {target}
    for each in todo:
        place = target / each.path
        place.parent.mkdir(parents=True, exist_ok=True)
        folders.update((place.parent, *(target / above for above in each.path.parents)))
        begun = done

        def tell(copied: int, begun: int = begun, name: str = each.path.name) -> None:
            work.tell(step, begun + copied, total, name)

        copy_proven(source / each.path, place, work, tell)
        done += each.size
    for folder in folders:
        if folder.is_dir():
            sync_folder(folder)
    work.tell(step, total, total)


def is_copied(target: Path, file: FoundFile) -> bool:
    """Tell whether a file lies in the target as it is in the source."""
    try:
        found = (target / file.path).lstat()
    except OSError:
        return False
    is_same_time = abs(found.st_mtime_ns - file.mtime_ns) <= _COARSE_NANOSECONDS
    return stat.S_ISREG(found.st_mode) and found.st_size == file.size and is_same_time


def copy_proven(
    source: Path, target: Path, work: LongWork, tell: Callable[[int], None] = lambda _: None
) -> str:
    """Copy one file with its time, read the copy back, and only then give it its name.

    Returns its SHA-256 in hexadecimal. Raises CopyDiffers, WorkStopped, OSError.
    """
    unproven = target.with_name(target.name + _UNPROVEN)
    try:
        before = source.stat()
        told, copied = hashlib.sha256(), 0
        with source.open("rb") as reading, unproven.open("wb") as writing:
            while piece := reading.read(_PIECE):
                told.update(piece)
                writing.write(piece)
                copied += len(piece)
                tell(copied)
                work.check()
            writing.flush()
            os.fsync(writing.fileno())
            _forget_cached(writing.fileno())
        digest = told.hexdigest()
        if unproven.stat().st_size != copied or _digest(unproven, work) != digest:
            raise CopyDiffers(str(source))
        os.utime(unproven, ns=(before.st_atime_ns, before.st_mtime_ns))
        unproven.replace(target)
    except BaseException:
        unproven.unlink(missing_ok=True)
        raise
    return digest


def remove_copied(source: Path, files: list[FoundFile], work: LongWork) -> None:
    """Remove files that were copied, and the folders that are empty then; raises OSError.

    What came since, or is not as it was copied, stays.
    """
    for number, each in enumerate(files):
        place = source / each.path
        if each.link:
            if is_link(place):
                place.unlink()
        elif is_copied(source, each):
            place.unlink()
        if number % 64 == 0:
            work.tell("removing", number, len(files))
    remove_empty(source)


def remove_empty(folder: Path) -> bool:
    """Remove a folder with all that is empty in it; returns whether it is gone."""
    if not folder.is_dir() or is_link(folder):
        return not folder.exists()
    is_empty = True
    for each in list(folder.iterdir()):
        if not (each.is_dir() and not is_link(each) and remove_empty(each)):
            is_empty = False
    if is_empty:
        folder.rmdir()
    return is_empty


def _digest(path: Path, work: LongWork) -> str:
    told = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            told.update(piece)
            work.check()
    return told.hexdigest()


def _forget_cached(descriptor: int) -> None:
    """Have the copy be read from the disk, not from memory, where the system takes the hint."""
    forget = getattr(os, "posix_fadvise", None)
    if forget is not None:
        forget(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
