"""Jobs that are gone for good by a person's word, and how that is remembered.

The receipt says it first, the rows go after it. From then on neither receipts nor older copies
bring the job back, but for one thing: a file of its own that lies in its place. Its files were
gone when the receipt was written, so a person has put it back since.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import apsw

from rushes.domain.job import Job
from rushes.domain.request import canonical_json
from rushes.library.evidence import Evidence
from rushes.library.facts import number, read_facts, write_facts

_LISTED = "(SELECT value FROM json_each(?))"


def is_removed(
    told: Evidence | None,
    job: Job | None,
    media: Path,
    names_it_too: Callable[[str], bool] = lambda _: False,
) -> bool:
    """Tell whether a job is gone for good.

    Args:
        told: what the receipts know of it.
        job: its row, where there is one.
        media: the media folder.
        names_it_too: whether a path is that of another job's clip as well.
    """
    if told is None or told.removed_at is None:
        return False
    paths = {clip.path for clip in job.clips if clip.path} if job is not None else set()
    paths |= set(_paths_in(told))
    return not any(_is_there(media, path) and not names_it_too(path) for path in paths)


def delete_jobs(connection: apsw.Connection, keys: Collection[int]) -> None:
    """Take jobs and all that belongs to them out of the database, in the caller's transaction.

    Their keys are never given to other jobs: much knows a job by its key alone.
    """
    if not keys:
        return
    highest = max(max(keys), number(read_facts(connection), "last_key") or 0)
    write_facts(connection, last_key=highest)
    listed = canonical_json(list(keys))
    for table in ("words", "remarks"):
        connection.execute(f"DELETE FROM {table} WHERE rowid IN {_LISTED}", (listed,))
    connection.execute(f"DELETE FROM jobs WHERE key IN {_LISTED}", (listed,))


def paths_of_others(
    connection: apsw.Connection, paths: Iterable[str], keys: Collection[int]
) -> set[str]:
    """Return those of the paths that clips of other jobs have as well; reads all clips."""
    rows = connection.execute(
        f"SELECT DISTINCT path FROM clips WHERE path IN {_LISTED} AND job_key NOT IN {_LISTED}",
        (canonical_json(list(paths)), canonical_json(list(keys))),
    )
    return {str(row[0]) for row in rows}


def _paths_in(told: Evidence) -> Iterator[str]:
    for each in told.files or ():
        path = each.get("path") if isinstance(each, dict) else None
        if isinstance(path, str):
            yield path


def _is_there(media: Path, path: str) -> bool:
    if Path(path).is_absolute() or ".." in path.split("/"):
        return False
    try:
        return (media / path).is_file()
    except (OSError, ValueError):
        return False
