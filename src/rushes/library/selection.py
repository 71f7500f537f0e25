"""What a selection of jobs has in common: counted in the database, whatever its size."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import apsw

from rushes.domain.request import canonical_json
from rushes.domain.selection import Selection
from rushes.domain.states import REMOTE_STATES, JobState
from rushes.domain.under_way import RUNNING_STATES, WAITING_STATES
from rushes.library.albums import JobAlbums

_WANTED = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A job that goes on, or waits for an answer.

    Attributes:
        key: of its row.
        job_id: our id.
        can_cancel: whether asking to cancel could still have an effect.
    """

    key: int
    job_id: str
    can_cancel: bool


class JobSelecting(JobAlbums):
    """What is asked of many jobs at once; see `rushes.library.library.Library`."""

    async def selection(self, keys: Collection[int]) -> Selection:
        """Count what is true of the jobs of these keys; raises LibraryError."""
        return await self._reader.read(lambda c: read_selection(c, keys))

    async def under_way_among(self, keys: Collection[int]) -> list[UnderWay]:
        """Return those of the jobs that are under way; raises LibraryError."""
        return await self._reader.read(lambda c: jobs_under_way(c, keys))

    async def prompts(self, keys: Sequence[int]) -> list[str]:
        """Return the words of the jobs, in the order of the keys; raises LibraryError."""
        return await self._reader.read(lambda c: prompts_of(c, keys))

    async def files(self, keys: Sequence[int]) -> list[Path]:
        """Return the files that lie in their places, in the order of the keys.

        The disk is not asked. Raises LibraryError.
        """
        paths = await self._reader.read(lambda c: paths_of(c, keys))
        return [self.layout.media.joinpath(*path.split("/")) for path in paths]


def under_way_condition() -> str:
    """Return SQL for a job `j` that is under way, as `rushes.domain.under_way` means it."""
    return f"({_waiting()} OR {_running()} OR {_asking()})"


def read_selection(connection: apsw.Connection, keys: Collection[int]) -> Selection:
    """Count what is true of the jobs of these keys."""
    facts = (
        "count(*)",
        _count(_with_clip("present", "changed")),
        _count(_with_clip("missing")),
        _count("trim(j.prompt) <> ''"),
        _count("m.trashed_at IS NOT NULL"),
        _count(_waiting()),
        _count(_running()),
        _count(_asking()),
        _count(_can_cancel()),
    )
    row = connection.execute(
        f"SELECT {', '.join(facts)} FROM jobs AS j LEFT JOIN marks AS m ON m.job_key = j.key "
        f"WHERE j.key IN {_WANTED}",
        (canonical_json(list(keys)),),
    ).fetchone()
    return Selection(*(int(each) for each in row)) if row is not None else Selection()


def jobs_under_way(connection: apsw.Connection, keys: Collection[int]) -> list[UnderWay]:
    """Return those of the jobs that are under way."""
    rows = connection.execute(
        f"SELECT j.key, j.id, {_can_cancel()} FROM jobs AS j "
        f"WHERE j.key IN {_WANTED} AND {under_way_condition()}",
        (canonical_json(list(keys)),),
    )
    return [UnderWay(int(row[0]), str(row[1]), bool(row[2])) for row in rows]


def prompts_of(connection: apsw.Connection, keys: Sequence[int]) -> list[str]:
    """Return the words of those jobs that have any, in the order of the keys."""
    rows = connection.execute(
        "SELECT j.prompt FROM json_each(?) AS wanted JOIN jobs AS j ON j.key = wanted.value "
        "WHERE trim(j.prompt) <> '' ORDER BY wanted.key",
        (canonical_json(list(keys)),),
    )
    return [str(row[0]) for row in rows]


def paths_of(connection: apsw.Connection, keys: Sequence[int]) -> list[str]:
    """Return the files that lie in their places, in the order of the keys.

    They are relative to the media folder, with forward slashes.
    """
    rows = connection.execute(
        "SELECT c.path FROM json_each(?) AS wanted JOIN clips AS c ON c.job_key = wanted.value "
        "WHERE c.path IS NOT NULL AND c.state IN ('present', 'changed') "
        "ORDER BY wanted.key, c.ordinal",
        (canonical_json(list(keys)),),
    )
    return [str(row[0]) for row in rows]


def _count(condition: str) -> str:
    return f"count(*) FILTER (WHERE {condition})"


def _with_clip(*states: str) -> str:
    listed = ", ".join(f"'{state}'" for state in states)
    return (
        "EXISTS (SELECT 1 FROM clips AS c WHERE c.job_key = j.key AND c.path IS NOT NULL "
        f"AND c.state IN ({listed}))"
    )


def _listed(states: Collection[JobState]) -> str:
    return ", ".join(f"'{state.value}'" for state in sorted(states))


def _waiting() -> str:
    return f"j.state IN ({_listed(WAITING_STATES)})"


def _running() -> str:
    return f"j.state IN ({_listed(RUNNING_STATES)})"


def _can_cancel() -> str:
    return (
        f"(j.state = 'waiting' OR (j.state IN ({_listed(REMOTE_STATES)}) AND NOT "
        "(j.cancel_asked_at IS NOT NULL AND j.cancel_answer IS NULL) "
        "AND coalesce(j.cancel_answer, '') <> 'not_cancellable'))"
    )


def _asking() -> str:
    return "(j.state = 'held' OR (j.state = 'unknown' AND j.answer IS NULL))"
