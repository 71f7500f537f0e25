"""Brings a library up to date that is to be read only, so that every Rushes' libraries are read."""

import time

import apsw

from rushes.domain.errors import LibraryDamaged, LibraryInUse, LibraryOutdated
from rushes.library.database import is_outdated, library_error, open_for_writing
from rushes.library.facts import write_facts
from rushes.library.layout import Layout, with_companions
from rushes.library.ownership import Ownership, owner_of, owner_words

_PATIENCE = 3.0
"""Seconds that an owner is given: it may be bringing the library up to date just now."""

_PAUSE = 0.05


def bring_up_to_date(layout: Layout) -> None:
    """Give a library of an older Rushes our schema, if nobody owns it; its backup comes first.

    Blocking. Nothing else of the library changes: it is not opened in the sense of
    `rushes.library.openings`, and no job is settled.

    Raises LibraryOutdated when another program owns it and leaves it as it is, LibraryDamaged,
    LibraryTooNew, LibraryNotWritable, DiskFull, LibraryError.
    """
    try:
        while is_outdated(layout.database):
            wait_for_owner(layout)
            if not is_outdated(layout.database):
                return
            try:
                ownership = Ownership.acquire(layout.lock, program="rushes, bringing it up to date")
            except LibraryInUse:
                # It has come between; it is given its time like any other.
                continue
            try:
                _update(layout)
            finally:
                ownership.release()
    except (apsw.Error, OSError) as error:
        raise library_error(error) from error


def wait_for_owner(layout: Layout) -> None:
    """Return once an outdated library is up to date, or owned by nobody.

    Raises LibraryOutdated when its owner leaves it as it is, LibraryDamaged, OSError.
    """
    end = time.monotonic() + _PATIENCE
    while is_outdated(layout.database) and (owner := owner_of(layout.lock)) is not None:
        if time.monotonic() > end:
            raise LibraryOutdated(owner_words(owner))
        time.sleep(_PAUSE)


def _update(layout: Layout) -> None:
    """Bring the schema up to date; the caller owns the library."""
    is_empty = layout.database.stat().st_size == 0
    if layout.rebuild_mark.exists() or (is_empty and layout.has_past):
        raise LibraryDamaged("the database has to be made again first")
    log = with_companions(layout.database)[1]
    was_cut_off = log.exists() and log.stat().st_size > 0
    connection = open_for_writing(layout.database, layout.backups)
    try:
        if was_cut_off:
            # No trace of it is left for the next opening.
            write_facts(connection, changed=1)
    finally:
        connection.close(True)
