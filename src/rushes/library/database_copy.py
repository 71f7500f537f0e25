"""Whole copies of a database, made while it is in use."""

from collections.abc import Generator
from pathlib import Path

import apsw

from rushes.library.facts import write_facts
from rushes.library.layout import sync_folder, with_companions

_PAGES_AT_ONCE = 256


def copy_database(connection: apsw.Connection, target: Path) -> None:
    """Copy the database as of now into a new file; raises apsw.Error, OSError."""
    fresh = target.with_name(target.name + ".new")
    for _ in copy_pages(connection, fresh):
        pass
    complete_copy(fresh, target)


def copy_pages(connection: apsw.Connection, fresh: Path) -> Generator[None, None, None]:
    """Copy the database into a file in small steps; what is committed meanwhile comes along.

    Each step belongs on the thread of the connection. Raises apsw.Error, OSError.
    """
    fresh.parent.mkdir(parents=True, exist_ok=True)
    remove_database(fresh)
    copy = apsw.Connection(str(fresh))
    try:
        with copy.backup("main", connection, "main") as backup:
            while not backup.done:
                backup.step(_PAGES_AT_ONCE)
                yield
    finally:
        copy.close(True)


def complete_copy(fresh: Path, target: Path) -> None:
    """Check what was copied and give it its name; raises apsw.Error, OSError.

    The file has its name only when it is whole, sound and on the disk. It carries the fact
    ``copy``, where it has facts.
    """
    try:
        copy = apsw.Connection(str(fresh))
        try:
            _complete(copy)
        finally:
            copy.close(True)
        fresh.replace(target)
        sync_folder(target.parent)
    finally:
        remove_database(fresh)


def remove_database(path: Path) -> None:
    """Remove a database and what SQLite keeps beside it; raises OSError."""
    for each in (*with_companions(path), path.with_name(f"{path.name}-journal")):
        each.unlink(missing_ok=True)


def _complete(copy: apsw.Connection) -> None:
    copy.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA").fetchall()
    has_facts = copy.execute("SELECT 1 FROM sqlite_schema WHERE name = 'facts'").fetchall()
    with copy:
        if has_facts:
            write_facts(copy, copy="backup", changed=None)
        else:
            # Any write has the file synced.
            copy.execute("PRAGMA user_version = " + str(copy.pragma("user_version")))
    problems = copy.execute("PRAGMA quick_check(1)").fetchall()
    if problems != [("ok",)]:
        raise apsw.CorruptError(str(problems))
