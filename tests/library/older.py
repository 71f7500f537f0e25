"""Libraries as older Rushes left them."""

from pathlib import Path

import apsw

from rushes.library.layout import Layout, with_companions
from rushes.library.schema import MARKED_SINCE, MIGRATIONS


def make_older(root: Path, version: int, *, cut_off: bool = False) -> None:
    """Give a library the database that an older Rushes would have, made by its own migrations."""
    path = Layout(root).database
    newer = apsw.Connection(str(path))
    older = apsw.Connection(str(path.with_name("older.db")))
    for reached, migration in enumerate(MIGRATIONS[:version], start=1):
        migration(older)
        older.execute(f"PRAGMA user_version = {reached}").fetchall()
    older.execute("PRAGMA journal_mode = WAL").fetchall()
    since = {"jobs": 1, "clips": 1, "facts": 2, "marks": MARKED_SINCE}
    for table in (table for table, first in since.items() if version >= first):
        columns = [row[1] for row in older.execute(f"PRAGMA table_info({table})")]
        rows = newer.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
        marks = ", ".join("?" * len(columns))
        older.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    older.execute("INSERT INTO words (rowid, prompt) SELECT key, prompt FROM jobs")
    if version > 1:
        older.execute("UPDATE facts SET value = ? WHERE name = 'schema'", (str(version),))
        older.execute("DELETE FROM facts WHERE name = 'changed'")
    newer.close()
    for each in with_companions(path):
        each.unlink(missing_ok=True)
    if cut_off:
        # As a crash leaves it: the last commits are in the log alone.
        for each, target in zip(
            with_companions(path.with_name("older.db")), with_companions(path), strict=True
        ):
            target.write_bytes(each.read_bytes())
        with_companions(path)[2].unlink()
    older.close()
    if not cut_off:
        path.with_name("older.db").rename(path)
    for each in with_companions(path.with_name("older.db")):
        each.unlink(missing_ok=True)
