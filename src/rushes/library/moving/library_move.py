"""Moves a whole library to another folder or drive.

The copy grows beside the target under another name. When every file of it is proven, the old
folder gets another name, the copy gets its own, and only then the old files go. Wherever that
breaks off, the same call goes on from there: at no moment are there two libraries, or none that
the journal does not lead to. On one drive the folder is renamed, and nothing is copied.
"""

import contextlib
import dataclasses
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import apsw

from rushes.domain.errors import (
    LibraryDamaged,
    LibraryNotWritable,
    NoLibraryThere,
    PlaceInside,
    PlaceTaken,
    WorkStopped,
)
from rushes.domain.progress import LongWork
from rushes.library.database import harden, library_error
from rushes.library.drives import existing_part, is_on_same_drive
from rushes.library.layout import Layout, sync_folder, with_companions
from rushes.library.library_look import refuse_network
from rushes.library.moving.journal import Move, MoveJournal, MoveKind, Stage
from rushes.library.ownership import Ownership
from rushes.library.proven_copy import (
    FoundFile,
    copy_all,
    files_below,
    is_copied,
    remove_copied,
    remove_empty,
)
from rushes.library.soundness import problems_of

Switched = Callable[[Path], None]
"""Told the folder of the library as soon as it is the new one; may be told more than once."""


def move_library(
    root: Path, target: Path, journal: MoveJournal, work: LongWork, switched: Switched
) -> Path:
    """Move a library that nobody has open; returns its new folder. Blocking, for long.

    A move of it that was broken off is finished instead, if it had the same target or was past
    its copying. Stopped while it copies, all is put back, unless the work says that it stays.

    Args:
        root: the library's folder.
        target: where it is to be: a folder that is empty, or is not there.
        journal: remembers the move.
        work: is told how far it is.
        switched: has the program know of the new place.

    Raises NoLibraryThere, LibraryInUse, PlaceTaken, PlaceInside, PlaceOnNetwork,
    LibraryNotWritable, NoRoomThere, CopyDiffers, DiskFull, WorkStopped, LibraryError.
    """
    try:
        return _move(root.absolute(), target.absolute(), journal, work, switched)
    except (apsw.Error, OSError) as error:
        raise library_error(error) from error


def finish_move(move: Move, journal: MoveJournal, work: LongWork, switched: Switched) -> Path:
    """Finish a move of a library that is past its copying; returns the new folder.

    Raises LibraryError.
    """
    try:
        return _switched_over(move, journal, work, switched, None)
    except OSError as error:
        raise library_error(error) from error


def copy_or_put_back(
    move: Move, journal: MoveJournal, work: LongWork, copy: Callable[[Move, LongWork], None]
) -> None:
    """Begin a move: copy what cannot be renamed. Where that fails or is stopped, nothing is left.

    Raises what `copy` raises, and WorkStopped; only where the work says that it stays, what was
    copied until then is kept.
    """
    journal.write(move)
    try:
        if not move.is_rename:
            copy(move, work)
        work.check()
    except WorkStopped:
        if not work.stays:
            put_back(move, journal)
        raise
    except BaseException:
        with contextlib.suppress(OSError):
            put_back(move, journal)
        raise


def put_back(move: Move, journal: MoveJournal) -> None:
    """Give up a move that still copies: what was copied is removed. Raises LibraryError."""
    try:
        if move.stage is Stage.COPYING:
            if move.arriving.exists():
                shutil.rmtree(move.arriving)
            journal.forget(move)
    except OSError as error:
        raise library_error(error) from error


def _move(
    root: Path, target: Path, journal: MoveJournal, work: LongWork, switched: Switched
) -> Path:
    known = journal.read(root)
    if known is not None and known.kind is MoveKind.LIBRARY:
        if known.stage is not Stage.COPYING:
            return _switched_over(known, journal, work, switched, None)
        if known.target != target:
            put_back(known, journal)
    layout = Layout(root)
    if not layout.database.is_file():
        raise NoLibraryThere(str(root))
    refuse_target(root, target)
    refuse_network(target)
    ownership = Ownership.acquire(layout.lock, program="rushes moving the library")
    try:
        can_rename = is_on_same_drive(root, target)
        move = Move(MoveKind.LIBRARY, root, root, target, is_rename=can_rename)
        copy_or_put_back(move, journal, work, _copy)
        # From here on it only goes forward.
        move = dataclasses.replace(move, stage=Stage.SWITCHING)
        journal.write(move)
        return _switched_over(move, journal, work, switched, ownership)
    finally:
        with contextlib.suppress(OSError, ValueError):
            ownership.release()


def refuse_target(source: Path, target: Path) -> None:
    """Raise PlaceTaken, PlaceInside or LibraryNotWritable where nothing can be moved to."""
    if target.resolve().is_relative_to(source.resolve()):
        raise PlaceInside(str(target))
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise PlaceTaken(str(target))
    above = existing_part(target.parent)
    if not os.access(above, os.W_OK) or not target.name:
        raise LibraryNotWritable(str(above))


def _copy(move: Move, work: LongWork) -> None:
    """Make a proven copy of the library beside the target."""
    work.tell("counting")
    files = files_below(move.source, _is_left_out)
    move.arriving.mkdir(parents=True, exist_ok=True)
    copy_all(move.source, move.arriving, files, work)
    for each in files:
        place = move.arriving / each.path
        if each.link and not place.is_symlink():
            place.parent.mkdir(parents=True, exist_ok=True)
            os.symlink(each.link, place, target_is_directory=True)  # noqa: PTH211
    (move.arriving / "media").mkdir(exist_ok=True)
    work.tell("checking")
    _prove(
        move, [each.path for each in files if not each.link and not is_copied(move.arriving, each)]
    )


def _prove(move: Move, missing: list[Path]) -> None:
    """Look once more whether all is there and the database can be read."""
    if missing:
        raise LibraryDamaged(f"{missing[0]} was not copied")
    database = Layout(move.arriving).database
    # One that is not opened as immutable gets companions; one that has a log needs them.
    plain = f"{database.as_uri()}?immutable=1" if not _has_log(database) else database.as_uri()
    connection = apsw.Connection(plain, flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI)
    try:
        harden(connection)
        problems = problems_of(connection)
    finally:
        connection.close(True)
    if problems:
        raise LibraryDamaged("; ".join(problems))
    sync_folder(move.arriving)


def _has_log(database: Path) -> bool:
    log = with_companions(database)[1]
    return log.exists() and log.stat().st_size > 0


def _switched_over(
    move: Move,
    journal: MoveJournal,
    work: LongWork,
    switched: Switched,
    ownership: Ownership | None,
) -> Path:
    """Give both folders their names and clear the old one; goes on wherever it broke off."""
    with contextlib.suppress(WorkStopped):
        work.tell("switching")
    if move.stage is Stage.SWITCHING:
        if sys.platform == "win32" and ownership is not None:
            # No folder is renamed there while a file in it is open.
            ownership.release()
        _rename(move, journal)
        switched(move.target)
        move = dataclasses.replace(move, stage=Stage.REMOVING)
        journal.write(move)
    switched(move.target)
    if not move.is_rename:
        with contextlib.suppress(WorkStopped):
            _clear(move, work)
    journal.forget(move)
    return move.target


def _rename(move: Move, journal: MoveJournal) -> None:
    away = move.target if move.is_rename else move.leaving
    if move.source.exists() and not is_filled(away):
        try:
            away.parent.mkdir(parents=True, exist_ok=True)
            if away.exists():
                away.rmdir()
            move.source.rename(away)
        except OSError:
            # As when the library is a drive of its own: nothing has changed yet.
            give_up(move, journal)
            raise
        sync_folder(away.parent)
    if not move.is_rename and move.arriving.exists():
        if move.target.exists():
            move.target.rmdir()
        move.arriving.rename(move.target)
    sync_folder(move.target.parent)


def give_up(move: Move, journal: MoveJournal) -> None:
    """Take a move back that could not switch over, and has changed nothing."""
    move = dataclasses.replace(move, stage=Stage.COPYING)
    journal.write(move)
    put_back(move, journal)


def is_filled(folder: Path) -> bool:
    """Tell whether a folder has anything in it; raises OSError."""
    return folder.is_dir() and any(folder.iterdir())


def _clear(move: Move, work: LongWork) -> None:
    """Remove the old files that the new place has; anything else stays, and is not lost."""
    if not move.leaving.is_dir():
        return
    old = files_below(move.leaving, _is_left_out)
    remove_copied(move.leaving, [each for each in old if _is_there(move.target, each)], work)
    if move.leaving.is_dir():
        left = Layout(move.leaving)
        for path in (*with_companions(left.database)[1:], left.lock):
            path.unlink(missing_ok=True)
        remove_empty(move.leaving)


def _is_there(target: Path, file: FoundFile) -> bool:
    """Tell whether the new place has a file; the database and its kin may have changed since."""
    place = target / file.path
    if file.link or len(file.path.parts) == 1:
        return place.is_symlink() or place.exists()
    return is_copied(target, file)


def _is_left_out(path: Path) -> bool:
    """What belongs to a process, or to nobody: the lock, shared memory, unproven copies."""
    name = path.name
    is_lock = path.parent == Path() and name == "rushes.lock"
    return is_lock or name.endswith(("-shm", ".unproven"))
