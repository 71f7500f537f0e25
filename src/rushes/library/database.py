"""Open the library's database: settings of the connection, migrations, backups."""

import errno
import time
from pathlib import Path

import apsw

from rushes.domain.errors import (
    DiskFull,
    LibraryDamaged,
    LibraryError,
    LibraryNotWritable,
    LibraryTooNew,
)
from rushes.library.schema import MIGRATIONS

BUSY_MILLISECONDS = 5_000

_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.ENOENT)


def open_for_writing(path: Path, backups: Path) -> apsw.Connection:
    """Open or create the database, bring its schema up to date, and return the connection.

    A database with content is copied into `backups` before its schema changes. One of a newer
    Rushes is refused and left as it is, byte for byte.

    Raises LibraryTooNew, LibraryDamaged, LibraryNotWritable, DiskFull.
    """
    try:
        if path.exists() and path.stat().st_size > 0:
            _refuse_newer(path)
        connection = apsw.Connection(str(path))
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        _configure(connection)
        _migrate(connection, backups)
    except (apsw.Error, OSError) as error:
        raise library_error(error) from error
    return connection


def open_for_reading(path: Path) -> apsw.Connection:
    """Open an existing database beside its owner; nothing can be written through it.

    Raises LibraryDamaged, LibraryTooNew, LibraryError.
    """
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        run_script(connection, "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF")
        if _version(connection) > len(MIGRATIONS):
            raise LibraryTooNew(f"schema {_version(connection)}")
    except apsw.Error as error:
        raise library_error(error) from error
    return connection


def run_script(connection: apsw.Connection, script: str) -> None:
    """Run all statements of a script; apsw stops at the first row until it is fetched."""
    connection.execute(script).fetchall()


def library_error(error: Exception) -> LibraryError:
    """Say in our own terms what SQLite or the system refused."""
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, apsw.FullError) or getattr(error, "errno", None) == errno.ENOSPC:
        return DiskFull(detail)
    if isinstance(error, apsw.CorruptError | apsw.NotADBError):
        return LibraryDamaged(detail)
    if isinstance(error, apsw.ReadOnlyError | apsw.CantOpenError | apsw.PermissionsError):
        return LibraryNotWritable(detail)
    if isinstance(error, OSError) and error.errno in _NOT_WRITABLE:
        return LibraryNotWritable(detail)
    return LibraryError(detail)


def _refuse_newer(path: Path) -> None:
    """Look at the version before anything could write, the switch to WAL included."""
    peek = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        if _version(peek) > len(MIGRATIONS):
            raise LibraryTooNew(f"schema {_version(peek)}")
    finally:
        peek.close()


def _configure(connection: apsw.Connection) -> None:
    # FULL, because WAL with NORMAL may lose a commit when the power goes.
    run_script(
        connection,
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA mmap_size = 0;
        """,
    )


def _migrate(connection: apsw.Connection, backups: Path) -> None:
    version = _version(connection)
    if version == len(MIGRATIONS):
        return
    if version > 0:
        back_up(connection, backups / f"before-schema-{version + 1}-{int(time.time())}.db")
    with connection:
        for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
            migration(connection)
            connection.execute(f"PRAGMA user_version = {number}")


def back_up(connection: apsw.Connection, target: Path) -> None:
    """Copy the database as of now into a new file; raises apsw.Error, OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    copy = apsw.Connection(str(target))
    try:
        with copy.backup("main", connection, "main") as backup:
            while not backup.done:
                backup.step(256)
    finally:
        copy.close()


def _version(connection: apsw.Connection) -> int:
    return int(connection.pragma("user_version") or 0)
