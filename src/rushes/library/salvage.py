"""Rows that can still be read from a database that is damaged, old, or somebody else's.

The file given is never opened itself: SQLite would write to it. Rows are read key by key around
what cannot be read; a row whose values cannot be those of a job is passed over and counted.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

from rushes.domain.job import Clip, Job
from rushes.domain.marks import Marks
from rushes.library import job_rows
from rushes.library.database import harden
from rushes.library.evidence import is_job_id, is_time
from rushes.library.facts import number, read_facts
from rushes.library.layout import with_companions
from rushes.library.marks import salvaged_marks
from rushes.library.salvaged_albums import SalvagedAlbums, salvaged_albums
from rushes.library.schema import ALBUMS_SINCE, MARKED_SINCE, MIGRATIONS

_PAGE_BYTES = 4096
"""Size of SQLite's pages unless somebody says otherwise, which Rushes never does."""

BEFORE_MARKS = Marks(seen_at=0.0)
"""The marks of jobs from before there were any: looked at, for all that anybody knows."""

_MOST_KEYS = 5_000_000
_MOST_LOOKS = 20_000
"""Single keys that are asked for between what can be read from both ends."""


@dataclass(slots=True)
class Salvaged:
    """What one database gave.

    Attributes:
        rows: jobs by id, with the key of their row, and whether their inputs are those that
            were written (the digest still fits).
        unreadable: rows, or stretches of rows, that could not be read or make no sense.
        facts: what it knew of itself.
        albums: its albums, and the history of its marks.
        is_whole: whether all tables were there, nothing was missing or unreadable, and SQLite
            finds the database sound.
    """

    rows: dict[str, "SalvagedRow"] = field(default_factory=dict)
    unreadable: int = 0
    facts: dict[str, str] = field(default_factory=dict)
    albums: SalvagedAlbums = field(default_factory=SalvagedAlbums)
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class SalvagedRow:
    """One job as it was found; see `Salvaged.rows`.

    Its marks stand apart from the job: None where they could not be read.
    """

    key: int
    job: Job
    is_sound: bool
    marks: Marks | None = None


def salvage(database: Path) -> list[Salvaged]:
    """Return what can be read of a database in several ways, the newest content first.

    What stands in the write-ahead log is newer, but a damaged log can make unreadable what is
    fine without it; and where the first page, with the schema, is damaged, one of a new database
    stands in for it. Raises OSError when there is no room for a copy.
    """
    found = []
    for with_log, with_new_schema in ((True, False), (True, True), (False, False), (False, True)):
        one = Salvaged()
        with _opened_copy(database, with_log, with_new_schema) as connection:
            if connection is not None:
                _read_all(connection, one)
        found.append(one)
        if one.is_whole:
            break
    return found


def _read_all(connection: apsw.Connection, found: Salvaged) -> None:
    with suppress(apsw.Error, UnicodeDecodeError):
        found.facts = read_facts(connection)
    job_columns, clip_columns = _columns(connection, "jobs"), _columns(connection, "clips")
    if "id" not in job_columns:
        return
    jobs = _selected(job_rows.JOB_COLUMNS, job_columns)
    clips = _selected(job_rows.CLIP_COLUMNS, clip_columns)
    found.is_whole = bool(clip_columns) and _is_sound(connection)
    marks = _marks_of(connection, found)
    for row in _job_rows_of(connection, jobs, found):
        try:
            own_clips = _clips_of(connection, clips, row[0], found) if clip_columns else ()
            job = job_rows.job_from_row(row[1:], own_clips)
        except (ValueError, TypeError, ArithmeticError, LookupError, RecursionError):
            found.unreadable += 1
            continue
        if not is_sensible(job):
            found.unreadable += 1
            continue
        digest = row[1 + job_rows.JOB_COLUMNS.index("digest")]
        kept = found.rows.get(job.id)
        if kept is None or not kept.is_sound:
            is_sound = digest == job.request.digest
            found.rows[job.id] = SalvagedRow(row[0], job, is_sound, marks(row[0]))
    has_all_marks = all(row.marks is not None for row in found.rows.values())
    found.is_whole = found.is_whole and not found.unreadable and has_all_marks
    schema = number(found.facts, "schema")
    if schema is not None and schema < ALBUMS_SINCE:
        found.albums.is_whole = True
    else:
        found.albums = salvaged_albums(connection)
    found.is_whole = found.is_whole and found.albums.is_whole


def _marks_of(connection: apsw.Connection, found: Salvaged) -> Callable[[int], Marks | None]:
    """Return what tells the marks of the job of a key."""
    schema = number(found.facts, "schema")
    if schema is not None and schema < MARKED_SINCE:
        return lambda _: BEFORE_MARKS
    marks, is_whole = salvaged_marks(connection)
    found.unreadable += not is_whole
    return marks.get


def is_sensible(job: Job) -> bool:
    """Tell whether every value of a job is of its type, and its ids are of our form."""
    texts = (
        job.parent_id,
        job.remote_id,
        job.service_word,
        job.cancel_answer,
        job.answer,
        job.service,
    )
    times = (
        *(job.created_at, job.sent_at, job.accepted_at, job.started_at),
        *(job.finished_at, job.ready_at, job.cancel_asked_at, job.waiting_rank),
    )
    error = (job.error.code, job.error.message, job.error.detail) if job.error else ()
    return (
        is_job_id(job.id)
        and isinstance(job.shot_id, str)
        and isinstance(job.request.model_id, str)
        and isinstance(job.take, int)
        and isinstance(job.created_at, float)
        and (job.queue_position is None or isinstance(job.queue_position, int))
        and all(each is None or isinstance(each, str) for each in (*texts, *error))
        and all(each is None or is_time(each) for each in times)
        and all(_is_sensible_clip(clip) for clip in job.clips)
    )


def _is_sensible_clip(clip: Clip) -> bool:
    facts = clip.facts
    numbers = (clip.size, clip.disk_size, clip.disk_mtime_ns)
    sizes = (facts.width, facts.height, facts.frames, facts.rotation) if facts is not None else ()
    words = (facts.kind, facts.container, facts.codec) if facts is not None else ()
    return (
        isinstance(clip.ordinal, int)
        and isinstance(clip.url, str)
        and isinstance(clip.etag, str)
        and isinstance(clip.received, int)
        and (clip.path is None or isinstance(clip.path, str))
        and (clip.sha256 is None or isinstance(clip.sha256, str))
        and all(each is None or isinstance(each, int) for each in numbers)
        and all(isinstance(each, int) for each in sizes)
        and all(isinstance(each, str) for each in words)
        and (facts is None or isinstance(facts.seconds, float))
    )


def _is_sound(connection: apsw.Connection) -> bool:
    try:
        return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except apsw.Error:
        return False


@contextmanager
def _opened_copy(
    database: Path, with_log: bool, with_new_schema: bool
) -> Iterator[apsw.Connection | None]:
    with tempfile.TemporaryDirectory(dir=database.parent, prefix="reading-") as folder:
        copy = Path(folder) / "rushes.db"
        source, log, _ = with_companions(database)
        if source.exists():
            shutil.copyfile(source, copy)
        if with_log and log.exists():
            shutil.copyfile(log, with_companions(copy)[1])
        if with_new_schema:
            _put_first_page(copy, Path(folder) / "new.db")
        connection = None
        with suppress(apsw.Error):
            connection = apsw.Connection(str(copy))
            harden(connection)
            connection.execute("PRAGMA query_only = ON").fetchall()
        try:
            yield connection
        finally:
            if connection is not None:
                connection.close(True)


def _put_first_page(copy: Path, fresh: Path) -> None:
    """Put the first page of a new database over that of a copy.

    Jobs and clips are the first tables that are ever made, so they begin in the same pages in
    every database.
    """
    connection = apsw.Connection(str(fresh))
    for migration in MIGRATIONS:
        migration(connection)
    connection.close()
    page = bytearray(fresh.read_bytes()[:_PAGE_BYTES])
    size = copy.stat().st_size if copy.exists() else 0
    if size < 2 * _PAGE_BYTES:
        return
    # In the header (file format, 1.3): no write-ahead log, as many pages as there are, none free.
    page[28:32] = (size // _PAGE_BYTES).to_bytes(4, "big")
    page[32:40] = bytes(8)
    page[92:96] = page[24:28]
    if with_companions(copy)[1].exists():
        page[18:20] = b"\2\2"
    with copy.open("r+b") as file:
        file.write(page)


def _columns(connection: apsw.Connection, table: str) -> set[str]:
    try:
        rows = connection.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchall()
    except (apsw.Error, UnicodeDecodeError):
        return set()
    return {str(row[0]) for row in rows}


def _selected(wanted: tuple[str, ...], there: set[str]) -> str:
    """Return the columns for a SELECT; those that an older schema has not are NULL."""
    return ", ".join(name if name in there else "NULL" for name in wanted)


def _job_rows_of(
    connection: apsw.Connection, columns: str, found: Salvaged
) -> Iterator[tuple[Any, ...]]:
    """Yield every row that can be read."""
    select = f"SELECT key, {columns} FROM jobs WHERE key = ?"
    for key in _keys_of(connection, found):
        try:
            yield from connection.execute(select, (key,)).fetchall()
        except (apsw.Error, UnicodeDecodeError):
            found.unreadable += 1


def _keys_of(connection: apsw.Connection, found: Salvaged) -> list[int]:
    """Return the keys from the first on, from the last one back, and all that lie between."""
    low, is_whole = _walk(connection, "ORDER BY key")
    if is_whole:
        return low
    found.unreadable += 1
    high, _ = _walk(connection, "ORDER BY key DESC")
    begin = low[-1] + 1 if low else 1
    end = high[-1] if high else begin + _MOST_LOOKS
    between = range(begin, min(end, begin + _MOST_LOOKS))
    return list(dict.fromkeys((*low, *between, *reversed(high))))


def _walk(connection: apsw.Connection, order: str) -> tuple[list[int], bool]:
    """Return keys up to the first that cannot be reached, and whether that was the end."""
    keys: list[int] = []
    try:
        query = f"SELECT key FROM jobs NOT INDEXED {order} LIMIT {_MOST_KEYS}"
        keys.extend(int(row[0]) for row in connection.execute(query))
    except apsw.Error:
        return keys, False
    return keys, True


def _clips_of(
    connection: apsw.Connection, columns: str, key: int, found: Salvaged
) -> tuple[Clip, ...]:
    """Return the clips of a job that can be read and make sense."""
    clips = []
    try:
        for row in connection.execute(
            f"SELECT {columns} FROM clips WHERE job_key = ? ORDER BY ordinal LIMIT 1000", (key,)
        ):
            try:
                clips.append(job_rows.clip_from_row(row))
            except (ValueError, TypeError, ArithmeticError, LookupError):
                found.unreadable += 1
    except (apsw.Error, UnicodeDecodeError):
        found.unreadable += 1
    return tuple(clips)
