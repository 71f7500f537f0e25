"""Moves the media of a library alone: to another drive, or back into the library.

The library's folder then holds a link in the place of its media folder. Clips may lie on a
network drive; the database stays where it is. The steps are those of a whole library's move.
"""

import contextlib
import dataclasses
from pathlib import Path

import apsw

from rushes.domain.errors import NoLibraryThere, WorkStopped
from rushes.domain.progress import LongWork
from rushes.library.database import library_error
from rushes.library.drives import is_link, is_on_same_drive
from rushes.library.layout import Layout, sync_folder
from rushes.library.moving.journal import Move, MoveJournal, MoveKind, Stage
from rushes.library.moving.library_move import (
    copy_or_put_back,
    give_up,
    is_filled,
    put_back,
    refuse_target,
)
from rushes.library.moving.links import can_link, place_link, remove_link
from rushes.library.ownership import Ownership
from rushes.library.proven_copy import copy_all, files_below, is_copied, remove_copied


def move_media(root: Path, target: Path | None, journal: MoveJournal, work: LongWork) -> Path:
    """Move the media of a library that nobody has open; returns where they lie now.

    A move of them that was broken off is finished instead, if it had the same target or was past
    its copying. Stopped while it copies, all is put back, unless the work says that it stays.

    Args:
        root: the library's folder.
        target: a folder that is empty, or is not there; None for the library's own.
        journal: remembers the move.
        work: is told how far it is.

    Raises NoLibraryThere, LibraryInUse, PlaceTaken, PlaceInside, LinkRefused,
    LibraryNotWritable, NoRoomThere, CopyDiffers, DiskFull, WorkStopped, LibraryError.
    """
    try:
        return _move(Layout(root.absolute()), target, journal, work)
    except (apsw.Error, OSError) as error:
        raise library_error(error) from error


def finish_media_move(move: Move, journal: MoveJournal, work: LongWork) -> Path:
    """Finish a move of media that is past its copying; returns where they lie.

    Raises LibraryError.
    """
    try:
        return _switched_over(move, journal, work)
    except OSError as error:
        raise library_error(error) from error


def _move(layout: Layout, target: Path | None, journal: MoveJournal, work: LongWork) -> Path:
    known = journal.read(layout.root)
    place = (target or layout.media).absolute()
    if known is not None and known.kind is MoveKind.MEDIA:
        if known.stage is not Stage.COPYING:
            return _switched_over(known, journal, work)
        if known.target != place:
            put_back(known, journal)
    if not layout.database.is_file() or not layout.media.is_dir():
        raise NoLibraryThere(str(layout.root))
    is_home = place == layout.media
    source = layout.media.resolve()
    if source == place.resolve() and not (is_home and is_link(layout.media)):
        return place
    if not is_home:
        refuse_target(layout.root, place)
        can_link(layout.root, place)
    ownership = Ownership.acquire(layout.lock, program="rushes moving the clips")
    try:
        can_rename = is_on_same_drive(source, place.parent)
        move = Move(MoveKind.MEDIA, layout.root, source, place, is_rename=can_rename)
        copy_or_put_back(move, journal, work, _copy)
        move = dataclasses.replace(move, stage=Stage.SWITCHING)
        journal.write(move)
        return _switched_over(move, journal, work)
    finally:
        with contextlib.suppress(OSError, ValueError):
            ownership.release()


def _copy(move: Move, work: LongWork) -> None:
    work.tell("counting")
    files = [each for each in files_below(move.source, _is_left_out) if not each.link]
    move.arriving.mkdir(parents=True, exist_ok=True)
    copy_all(move.source, move.arriving, files, work)


def _switched_over(move: Move, journal: MoveJournal, work: LongWork) -> Path:
    with contextlib.suppress(WorkStopped):
        work.tell("switching")
    layout = Layout(move.root)
    if move.stage is Stage.SWITCHING:
        _switch(move, layout, journal)
        move = dataclasses.replace(move, stage=Stage.REMOVING)
        journal.write(move)
    if not move.is_rename:
        with contextlib.suppress(WorkStopped):
            _clear(move, work)
    journal.forget(move)
    return move.target


def _switch(move: Move, layout: Layout, journal: MoveJournal) -> None:
    """Bring the new folder to its name, and have the library lead to it."""
    is_home = move.target == layout.media
    fresh = move.source if move.is_rename else move.arriving
    if is_home:
        remove_link(layout.media)
    try:
        is_inside = not is_link(layout.media) and layout.media.exists()
        if not is_home and is_inside and not move.is_rename:
            layout.media.rename(move.leaving)
        if fresh.exists() and not is_filled(move.target):
            move.target.parent.mkdir(parents=True, exist_ok=True)
            if move.target.exists():
                move.target.rmdir()
            fresh.rename(move.target)
            sync_folder(move.target.parent)
    except OSError:
        if move.source.is_dir() and not is_home:
            # As when the media folder is a drive of its own: nothing has changed yet.
            give_up(move, journal)
        raise
    if not is_home:
        place_link(layout.media, move.target)
    sync_folder(layout.root)


def _clear(move: Move, work: LongWork) -> None:
    """Remove the old files that the new place has; anything else stays, and is not lost."""
    old = move.leaving if move.leaving.is_dir() else move.source
    if not old.is_dir() or old.resolve() == move.target.resolve():
        return
    files = files_below(old, _is_left_out)
    remove_copied(old, [each for each in files if is_copied(move.target, each)], work)


def _is_left_out(path: Path) -> bool:
    return path.name.endswith(".unproven")


__all__ = ["finish_media_move", "move_media"]
