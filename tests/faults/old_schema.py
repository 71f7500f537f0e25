"""Makes a library of today into one of the first schema, as an old Rushes would have left it."""

from pathlib import Path

import apsw

from rushes.library.layout import Layout
from rushes.library.schema import MIGRATIONS


def to_first_schema(library: Path) -> None:
    """Rewrite the database of a library that nobody has open; raises apsw.Error, OSError."""
    layout = Layout(library)
    fresh = layout.database.with_suffix(".first")
    fresh.unlink(missing_ok=True)
    connection = apsw.Connection(str(fresh))
    try:
        with connection:
            MIGRATIONS[0](connection)
            connection.pragma("user_version", 1)
        connection.execute("ATTACH ? AS today", (str(layout.database),)).fetchall()
        with connection:
            for table in ("jobs", "clips"):
                names = ", ".join(
                    row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")
                )
                connection.execute(
                    f"INSERT INTO main.{table} ({names}) SELECT {names} FROM today.{table}"
                ).fetchall()
            connection.execute(
                "INSERT INTO main.words (rowid, prompt) SELECT key, prompt FROM today.jobs"
            ).fetchall()
    finally:
        connection.close()
    for suffix in ("-wal", "-shm"):
        layout.database.with_name(layout.database.name + suffix).unlink(missing_ok=True)
    fresh.replace(layout.database)


def schema_of(library: Path) -> int:
    """Return the version of a library's schema."""
    connection = apsw.Connection(str(Layout(library).database), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return int(connection.pragma("user_version") or 0)
    finally:
        connection.close()
