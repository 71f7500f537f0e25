"""Thumbnails, in a database of their own that may be dropped and is made again."""

from pathlib import Path

import apsw

from rushes.library.database import run_script


def open_thumbnails(path: Path) -> apsw.Connection:
    """Open or create the store; one that cannot be read is dropped and begun anew.

    Raises apsw.Error, OSError.
    """
    try:
        return _open(path)
    except (apsw.CorruptError, apsw.NotADBError):
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        return _open(path)


def _open(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    # Nothing here is worth waiting for the disk: what is lost is drawn again.
    run_script(
        connection,
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = OFF;
        PRAGMA trusted_schema = OFF;
        CREATE TABLE IF NOT EXISTS thumbnails (
            job_key INTEGER PRIMARY KEY, jpeg BLOB NOT NULL
        ) STRICT;
        """,
    )
    return connection


def put_thumbnail(connection: apsw.Connection, key: int, jpeg: bytes) -> None:
    """Keep a thumbnail (JPEG) for a job's key."""
    connection.execute("INSERT OR REPLACE INTO thumbnails VALUES (?, ?)", (key, jpeg))


def drop_thumbnails(connection: apsw.Connection, keys: list[int]) -> None:
    """Forget the thumbnails of these keys."""
    connection.executemany("DELETE FROM thumbnails WHERE job_key = ?", [(key,) for key in keys])


def read_thumbnails(connection: apsw.Connection, keys: list[int]) -> dict[int, bytes]:
    """Return the thumbnails (JPEG) that are there for these keys."""
    marks = ", ".join("?" * len(keys))
    rows = connection.execute(f"SELECT * FROM thumbnails WHERE job_key IN ({marks})", keys)
    return {int(row[0]): bytes(row[1]) for row in rows}
