"""Restores a saved library into a new folder, or in the place of one that is kept beside it.

What is restored says of itself that it is a copy: jobs that waited in it are held, and what was
being sent is unknown, by the way that every older copy goes; see `rushes.library.openings`.
"""

import contextlib
import shutil
import time
from pathlib import Path

import apsw

from rushes.domain.errors import LibraryDamaged, NoBackupThere, PlaceInside, WorkStopped
from rushes.domain.progress import LongWork
from rushes.library.database import harden, library_error
from rushes.library.facts import read_facts
from rushes.library.layout import Layout, sync_folder
from rushes.library.library_look import refuse_network
from rushes.library.moving.journal import Move, MoveJournal, MoveKind, Stage
from rushes.library.moving.library_move import refuse_target
from rushes.library.ownership import Ownership
from rushes.library.proven_copy import copy_all, files_below
from rushes.library.saving import read_card
from rushes.library.soundness import problems_of


def restore_library(
    saved: Path, target: Path, journal: MoveJournal, work: LongWork, *, takes_place: bool = False
) -> Path:
    """Restore a saved library; returns its folder. Blocking, for long.

    Args:
        saved: the folder that it was saved into; only read.
        target: an empty folder, or one that is not there; or that of a library that nobody has
            open, where `takes_place` says so.
        journal: remembers the moment at which one library takes the place of another.
        work: is told how far it is. Stopped, all is as it was before.
        takes_place: whether a library in `target` gives way; it is kept beside it.

    Raises NoBackupThere, LibraryDamaged, LibraryInUse, PlaceTaken, PlaceInside, PlaceOnNetwork,
    NoRoomThere, CopyDiffers, DiskFull, WorkStopped, LibraryError.
    """
    try:
        return _restore(saved.absolute(), target.absolute(), journal, work, takes_place)
    except (apsw.Error, OSError) as error:
        raise library_error(error) from error


def finish_restore(move: Move, journal: MoveJournal) -> Path:
    """Finish a restore that was about to switch over; returns the folder. Raises LibraryError."""
    try:
        return _switch(move, journal)
    except OSError as error:
        raise library_error(error) from error


def _restore(
    saved: Path, target: Path, journal: MoveJournal, work: LongWork, takes_place: bool
) -> Path:
    known = journal.read(target)
    if known is not None and known.kind is MoveKind.RESTORE:
        _switch(known, journal)
    read_card(saved)
    refuse_network(target)
    if target.resolve().is_relative_to(saved.resolve()) or saved.resolve().is_relative_to(
        target.resolve()
    ):
        raise PlaceInside(str(target))
    ownership: Ownership | None = None
    if takes_place and Layout(target).database.exists():
        ownership = Ownership.acquire(Layout(target).lock, program="rushes restoring a backup")
    else:
        refuse_target(saved, target)
    day = time.strftime("%Y-%m-%d %H-%M-%S")
    aside = target.with_name(f"{target.name}, before {day}")
    move = Move(MoveKind.RESTORE, target, aside, target, Stage.SWITCHING)
    try:
        _copy(saved, move, work)
        journal.write(move)
        if ownership is not None:
            ownership.release()
        return _switch(move, journal)
    except BaseException as error:
        is_kept = isinstance(error, WorkStopped) and work.stays
        if journal.read(target) is None and not is_kept:
            shutil.rmtree(move.arriving, ignore_errors=True)
        raise
    finally:
        if ownership is not None:
            with contextlib.suppress(OSError, ValueError):
                ownership.release()


def _copy(saved: Path, move: Move, work: LongWork) -> None:
    work.tell("counting")
    files = [each for each in files_below(saved, _is_left_out) if not each.link]
    move.arriving.mkdir(parents=True, exist_ok=True)
    copy_all(saved, move.arriving, files, work)
    (move.arriving / "media").mkdir(exist_ok=True)
    work.tell("checking")
    database = Layout(move.arriving).database
    connection = apsw.Connection(
        f"{database.as_uri()}?immutable=1", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    )
    try:
        harden(connection)
        problems = problems_of(connection)
        facts = read_facts(connection)
    finally:
        connection.close(True)
    if problems:
        raise LibraryDamaged("; ".join(problems))
    if "copy" not in facts:
        # It was opened since: then it is a library of its own, and no backup.
        raise NoBackupThere(database.name)
    sync_folder(move.arriving)


def _switch(move: Move, journal: MoveJournal) -> Path:
    if move.arriving.exists():
        if move.target.exists() and any(move.target.iterdir()):
            move.target.rename(move.source)
        elif move.target.exists():
            move.target.rmdir()
        move.arriving.rename(move.target)
        sync_folder(move.target.parent)
    journal.forget(move)
    return move.target


def _is_left_out(path: Path) -> bool:
    is_own = path.parent == Path() and path.name.startswith(("backup.json", "rushes.lock"))
    return is_own or path.name.endswith(("-shm", "-wal", ".unproven"))
