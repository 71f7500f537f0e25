"""Takes a library for writing: the lock, the database, and the mark of this opening."""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass

import apsw

from rushes.domain.errors import LibraryDamaged
from rushes.domain.found_clip import ReadClip
from rushes.library.database import (
    LOOK_AGAIN_AFTER,
    drop_unchanged,
    is_damage,
    library_error,
    open_for_writing,
)
from rushes.library.facts import write_facts
from rushes.library.layout import Layout, with_companions
from rushes.library.machine_memory import MachineMemory
from rushes.library.openings import Opening, note_opening
from rushes.library.ownership import Ownership
from rushes.library.rebuild import RebuildReport, mark_for_rebuild, rebuild
from rushes.library.receipts import ReceiptLog
from rushes.library.soundness import problems_of

CHECKED_AT_ONCE = 8 * 1024**2
"""Bytes up to which a database is checked before anything is done with it, in some hundredths of
a second; a larger one is checked when everything runs."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """A library that belongs to this process.

    Attributes:
        ownership: the lock.
        connection: the writer's.
        opening: what was found, and the mark that was left.
        rebuilt: how the database was made again, or None when it was sound.
    """

    ownership: Ownership
    connection: apsw.Connection
    opening: Opening
    rebuilt: RebuildReport | None


def take_library(
    layout: Layout,
    log: ReceiptLog,
    memory: MachineMemory | None,
    read_clip: ReadClip | None,
    owner_words: Mapping[str, str],
) -> Taken:
    """Lock and open a library, making it if there is none; a damaged one is made again.

    Raises LibraryInUse, LibraryTooNew, LibraryDamaged, LibraryNotWritable, DiskFull.
    """
    try:
        layout.create()
        ownership = Ownership.acquire(layout.lock, **owner_words)
        try:
            return _open(layout, log, memory, read_clip, ownership)
        except BaseException:
            ownership.release()
            raise
    except (apsw.Error, OSError) as error:
        raise library_error(error) from error


def _open(
    layout: Layout,
    log: ReceiptLog,
    memory: MachineMemory | None,
    read_clip: ReadClip | None,
    ownership: Ownership,
) -> Taken:
    report = None
    if layout.rebuild_mark.exists():
        report = rebuild(layout, read_clip)
    elif _is_empty(layout) and layout.has_past:
        mark_for_rebuild(layout, "there is no database")
        report = rebuild(layout, read_clip)
    try:
        connection, opening = _open_looking_twice(layout, log, memory)
    except LibraryDamaged as error:
        if report is not None:
            raise
        _log.warning("the database is damaged: %s", error.detail)
        mark_for_rebuild(layout, error.detail)
        report = rebuild(layout, read_clip)
        connection, opening = _open_and_mark(layout, log, memory)
    return Taken(ownership, connection, opening, report)


def _open_looking_twice(
    layout: Layout, log: ReceiptLog, memory: MachineMemory | None
) -> tuple[apsw.Connection, Opening]:
    """Open the database; only what is damaged at a second opening too is damaged.

    Raises LibraryDamaged, apsw.Error, OSError, LibraryError.
    """
    try:
        return _open_and_mark(layout, log, memory)
    except LibraryDamaged as error:
        _log.info("the database seems damaged, and is looked at again: %s", error.detail)
    time.sleep(LOOK_AGAIN_AFTER)
    return _open_and_mark(layout, log, memory)


def _open_and_mark(
    layout: Layout, log: ReceiptLog, memory: MachineMemory | None
) -> tuple[apsw.Connection, Opening]:
    left_over = with_companions(layout.database)[1]
    was_cut_off = left_over.exists() and left_over.stat().st_size > 0
    connection = open_for_writing(layout.database, layout.backups)
    is_small = layout.database.stat().st_size <= CHECKED_AT_ONCE
    problems = problems_of(connection) if is_small else ()
    if problems:
        drop_unchanged(connection)
        raise LibraryDamaged("; ".join(problems))
    try:
        opening = note_opening(connection, layout, log, memory)
        if was_cut_off:
            write_facts(connection, changed=1)
    except (apsw.Error, UnicodeDecodeError) as error:
        if not is_damage(error):
            connection.close(True)
            raise
        drop_unchanged(connection)
        raise library_error(error) from error
    except BaseException:
        connection.close(True)
        raise
    return connection, opening


def _is_empty(layout: Layout) -> bool:
    return not layout.database.exists() or layout.database.stat().st_size == 0
