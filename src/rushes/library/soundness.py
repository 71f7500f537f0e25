"""Whether a database is sound: SQLite's own check, and rows that no job can have."""

import hashlib
import logging
import time
from collections.abc import Callable

import apsw

from rushes.domain.errors import LibraryDamaged
from rushes.domain.states import FileState, JobState
from rushes.library.database import LOOK_AGAIN_AFTER, is_damage, library_error
from rushes.library.marks import unreadable_marks

_log = logging.getLogger(__name__)

_MOST_PROBLEMS = 20

_JOB_STATES = ", ".join(f"'{state}'" for state in JobState)
_FILE_STATES = ", ".join(f"'{state}'" for state in FileState)

_TEXTS = {
    "jobs": (
        *("id", "shot_id", "parent_id", "model_id", "inputs", "prompt", "digest", "state"),
        *("remote_id", "service_word", "cancel_answer", "price_shown", "cost"),
        *("error_code", "error_message", "error_detail", "answer", "service"),
    ),
    "clips": ("url", "path", "state", "etag", "sha256", "kind", "container", "codec"),
    "marks": ("tags", "notes", "ranges"),
    "albums": ("name", "search"),
}

_IMPOSSIBLE = {
    "jobs whose row cannot be read": f"""
        SELECT count(*) FROM jobs WHERE state NOT IN ({_JOB_STATES}) OR length(id) <> 36
        OR NOT json_valid(inputs) OR length(digest) <> 64
        OR typeof(created_at) <> 'real' OR typeof(take) <> 'integer'
    """,
    "clips whose row cannot be read": f"""
        SELECT count(*) FROM clips WHERE state NOT IN ({_FILE_STATES})
        OR typeof(ordinal) <> 'integer' OR typeof(url) <> 'text'
    """,
    "jobs that their index does not know": """
        SELECT count(*) FROM jobs AS j NOT INDEXED WHERE NOT EXISTS (
            SELECT 1 FROM jobs AS i INDEXED BY sqlite_autoindex_jobs_1
            WHERE i.id = j.id AND i.key = j.key
        )
    """,
    "clips without a job": """
        SELECT count(*) FROM clips WHERE job_key NOT IN (SELECT key FROM jobs)
    """,
    "jobs whose marks are gone": """
        SELECT count(*) FROM jobs WHERE key NOT IN (SELECT job_key FROM marks)
    """,
}


def problems_seen_twice(look: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    """Return the problems that a look at the database finds, if a second one finds some too.

    A program that has the file in its hands for a moment, or a drive that stumbles, makes one read
    fail as damage does; the next one then says that all is well. Blocking.

    Args:
        look: opens the database anew and returns what is wrong with it; LibraryDamaged is an
            answer as well.

    Raises what `look` raises otherwise.
    """
    problems = _problems(look)
    if not problems:
        return ()
    time.sleep(LOOK_AGAIN_AFTER)
    again = _problems(look)
    if not again:
        _log.info("what seemed damaged is sound at a second look: %s", "; ".join(problems))
    return again


def _problems(look: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    try:
        return look()
    except LibraryDamaged as error:
        return (error.detail,)


def problems_of(connection: apsw.Connection) -> tuple[str, ...]:
    """Return what is wrong with a database, in SQLite's words or ours; empty when it is sound.

    Reads all of it. Raises LibraryError when it cannot be asked, as when the disk is gone.
    """
    try:
        rows = connection.execute(f"PRAGMA quick_check({_MOST_PROBLEMS})").fetchall()
        found = [str(row[0]) for row in rows if row[0] != "ok"]
        if not found:
            for words, query in _IMPOSSIBLE.items():
                count = connection.execute(query).get
                if count:
                    found.append(f"{count} {words}")
            found += _unreadable_texts(connection)
            found += _altered_inputs(connection)
            marks = unreadable_marks(connection)
            found += [f"{marks} jobs whose marks cannot be read"] if marks else []
    except (apsw.Error, UnicodeDecodeError) as error:
        if isinstance(error, apsw.SQLError) or is_damage(error):
            return (str(error),)
        raise library_error(error) from error
    return tuple(found)


def _unreadable_texts(connection: apsw.Connection) -> list[str]:
    """Texts that are no UTF-8, which SQLite does not look at."""
    found = []
    for table, columns in _TEXTS.items():
        joined = " || ".join(f"coalesce({column}, '')" for column in columns)
        count = 0
        for (text,) in connection.execute(f"SELECT CAST({joined} AS BLOB) FROM {table}"):
            try:
                bytes(text).decode()
            except UnicodeDecodeError:
                count += 1
        if count:
            found.append(f"{count} {table} with text that is none")
    return found


def _altered_inputs(connection: apsw.Connection) -> list[str]:
    """Inputs that are not those that were written: their text is what the digest is of."""
    query = "SELECT CAST(inputs AS BLOB), digest FROM jobs"
    count = sum(
        hashlib.sha256(bytes(text)).hexdigest() != digest
        for text, digest in connection.execute(query)
    )
    return [f"{count} jobs whose inputs are not those that were written"] if count else []
