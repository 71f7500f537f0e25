"""Open the library's database: whose it is, settings of the connection, migrations."""

import errno
import time
from pathlib import Path

import apsw

from rushes.domain.errors import (
    DiskFull,
    LibraryDamaged,
    LibraryError,
    LibraryNotWritable,
    LibraryOutdated,
    LibraryTooNew,
)
from rushes.library.database_copy import copy_database
from rushes.library.database_header import read_header
from rushes.library.facts import number, read_facts, write_facts
from rushes.library.layout import with_companions
from rushes.library.schema import (
    APPLICATION_ID,
    MIGRATIONS,
    NAMED_SINCE,
    expected_objects,
    schema_objects,
)

BUSY_MILLISECONDS = 5_000

LOOK_AGAIN_AFTER = 0.1
"""Seconds after which a database that seemed damaged is looked at once more."""

_LONGEST_VALUE = 64 * 1024**2
"""Bytes of one text or row; far over anything that Rushes writes."""

_FACTS_SINCE = 2
_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.ENOENT)


def open_for_writing(path: Path, backups: Path) -> apsw.Connection:
    """Open or create the database, bring its schema up to date, and return the connection.

    A database with content is copied into `backups` before its schema changes. One of a newer
    Rushes is refused and left as it is, byte for byte, with nothing made beside it.

    Raises LibraryTooNew, LibraryDamaged, LibraryNotWritable, DiskFull.
    """
    connection: apsw.Connection | None = None
    try:
        _refuse_foreign(path)
        connection = apsw.Connection(str(path))
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        harden(connection)
        # Until it is known to be sound, nothing is written: what is damaged is kept as it is.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        version = _checked_version(connection)
        _configure(connection)
        if version < len(MIGRATIONS):
            _migrate(connection, version, backups)
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
    except (apsw.Error, OSError, UnicodeDecodeError) as error:
        if connection is not None:
            drop_unchanged(connection)
        raise library_error(error) from error
    except LibraryError:
        if connection is not None:
            drop_unchanged(connection)
        raise
    return connection


def drop_unchanged(connection: apsw.Connection) -> None:
    """Close a database that turned out to be damaged, without tidying anything up in it."""
    leave_unchanged(connection)
    connection.close(True)


def leave_unchanged(connection: apsw.Connection) -> None:
    """Have what is written from now on stay in the log, beside what was found to be damaged."""
    connection.wal_autocheckpoint(0)
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)


def open_for_reading(path: Path) -> apsw.Connection:
    """Open an existing database beside its owner; nothing can be written through it.

    One of an older Rushes is refused: it has not the tables that are read; see
    `rushes.library.updating`. Raises LibraryDamaged, LibraryTooNew, LibraryOutdated, LibraryError.
    """
    connection: apsw.Connection | None = None
    try:
        _refuse_foreign(path)
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        harden(connection)
        run_script(connection, "PRAGMA query_only = ON")
        version = _version(connection)
        if version != len(MIGRATIONS):
            kind = LibraryTooNew if version > len(MIGRATIONS) else LibraryOutdated
            raise kind(f"schema {version}")
    except (apsw.Error, OSError, UnicodeDecodeError) as error:
        if connection is not None:
            connection.close(True)
        raise library_error(error) from error
    except LibraryError:
        if connection is not None:
            connection.close(True)
        raise
    return connection


def is_outdated(path: Path) -> bool:
    """Tell whether a database is there that is empty, or of an older schema than ours.

    Raises LibraryDamaged, OSError.
    """
    header = read_header(path)
    return path.exists() if header is None else header.version < len(MIGRATIONS)


def harden(connection: apsw.Connection) -> None:
    """Have nothing that stands in a database run or reach out of it: it may come from anybody."""
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0)
    connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 0)
    connection.limit(apsw.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    run_script(connection, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")


def run_script(connection: apsw.Connection, script: str) -> None:
    """Run all statements of a script; apsw stops at the first row until it is fetched."""
    connection.execute(script).fetchall()


def is_damage(error: BaseException) -> bool:
    """Tell whether an error says that the database is broken, rather than out of reach.

    A file that ends before its content does is an error of reading to SQLite, like those of disks.
    """
    if isinstance(error, apsw.IOError):
        return getattr(error, "extendedresult", 0) == apsw.SQLITE_IOERR_SHORT_READ
    return isinstance(error, apsw.CorruptError | apsw.NotADBError | UnicodeDecodeError)


def library_error(error: Exception) -> LibraryError:
    """Say in our own terms what SQLite or the system refused."""
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, apsw.FullError) or getattr(error, "errno", None) == errno.ENOSPC:
        return DiskFull(detail)
    if is_damage(error):
        return LibraryDamaged(detail)
    if isinstance(error, apsw.SQLError) and "fts5" in str(error):
        # The search index does not fit what SQLite knows of it.
        return LibraryDamaged(detail)
    if isinstance(error, apsw.ReadOnlyError | apsw.CantOpenError | apsw.PermissionsError):
        return LibraryNotWritable(detail)
    if isinstance(error, OSError) and error.errno in _NOT_WRITABLE:
        return LibraryNotWritable(detail)
    return LibraryError(detail)


def _refuse_foreign(path: Path) -> None:
    """Look whose database it is before anything could write, the switch to WAL included."""
    header = read_header(path)
    if header is None:
        return
    if header.version >= NAMED_SINCE and header.application not in (APPLICATION_ID, 0):
        raise LibraryDamaged(f"a database of another program, {header.application:#x}")
    if header.version > len(MIGRATIONS):
        if _says_otherwise(path):
            raise LibraryDamaged(f"the header says schema {header.version}, the tables do not")
        raise LibraryTooNew(f"schema {header.version}")


def _says_otherwise(path: Path) -> bool:
    """Whether a header of a newer schema is damage: every Rushes notes its schema twice."""
    log = with_companions(path)[1]
    if log.exists() and log.stat().st_size > 0:
        return False
    try:
        peek = apsw.Connection(
            f"{path.absolute().as_uri()}?immutable=1",
            flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI,
        )
        try:
            noted = number(read_facts(peek), "schema")
        finally:
            peek.close(True)
    except (apsw.Error, UnicodeDecodeError):
        return False
    return noted is not None and noted <= len(MIGRATIONS)


def _configure(connection: apsw.Connection) -> None:
    # FULL, because WAL with NORMAL may lose a commit when the power goes.
    run_script(
        connection,
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        """,
    )


def _checked_version(connection: apsw.Connection) -> int:
    """Return the schema's version; tables that are not as Rushes makes them are damage."""
    version = _version(connection)
    objects = schema_objects(connection)
    tables = {name for kind, name, _ in objects if kind == "table"}
    if bool(version) != ("jobs" in tables) or (version >= _FACTS_SINCE) != ("facts" in tables):
        raise LibraryDamaged(f"schema {version} has not the tables that it should")
    if version == len(MIGRATIONS) and objects != expected_objects():
        raise LibraryDamaged("the schema is not as it was made")
    if version >= _FACTS_SINCE and number(read_facts(connection), "schema") not in (None, version):
        raise LibraryDamaged(f"the schema is not {version}")
    return version


def _migrate(connection: apsw.Connection, version: int, backups: Path) -> None:
    if version > 0:
        back_up(connection, backups / f"before-schema-{version + 1}-{int(time.time())}.db")
    try:
        with connection:
            for reached, migration in enumerate(MIGRATIONS[version:], start=version + 1):
                migration(connection)
                connection.execute(f"PRAGMA user_version = {reached}")
            write_facts(connection, schema=len(MIGRATIONS))
    except apsw.SQLError as error:
        raise LibraryDamaged(f"schema {version} cannot be taken further: {error}") from error


def back_up(connection: apsw.Connection, target: Path) -> None:
    """Copy the database as of now into a new file; raises apsw.Error, OSError."""
    copy_database(connection, target)


def _version(connection: apsw.Connection) -> int:
    return int(connection.pragma("user_version") or 0)
