"""Which jobs there are, in which order: cost follows the answer, not the library."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from rushes.domain.states import JobState

_SHORTEST_INDEXED = 3


@dataclass(frozen=True, slots=True)
class JobOrder:
    """The jobs that a view shows, newest first, as two arrays of one length.

    Attributes:
        keys: row keys, 8 bytes each.
        times: when each was written down, seconds since the epoch.
    """

    keys: "array[int]"
    times: "array[float]"

    def __len__(self) -> int:
        return len(self.keys)


def job_order(connection: apsw.Connection, words: str = "", limit: int = -1) -> JobOrder:
    """Return the jobs whose prompts hold all of the words, newest first.

    A word matches any part of a word, without regard to case and accents.
    """
    condition, values = _matching(words)
    keys, times = array("q"), array("d")
    for key, created in connection.execute(
        f"SELECT key, created_at FROM jobs {condition} ORDER BY created_at DESC, key DESC LIMIT ?",
        (*values, limit),
    ):
        keys.append(key)
        times.append(created)
    return JobOrder(keys, times)


@dataclass(frozen=True, slots=True)
class ShotTakes:
    """The takes of a shot in their order, as two sequences of one length.

    Attributes:
        keys: row keys.
        ids: ids of the jobs.
    """

    keys: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()


def takes_of_shot(connection: apsw.Connection, shot_id: str) -> ShotTakes:
    """Return the takes of a shot, the first one first."""
    rows = connection.execute(
        "SELECT key, id FROM jobs WHERE shot_id = ? ORDER BY take, key", (shot_id,)
    )
    pairs = [(int(row[0]), str(row[1])) for row in rows]
    return ShotTakes(tuple(key for key, _ in pairs), tuple(job_id for _, job_id in pairs))


def keys_in_states(connection: apsw.Connection, states: Sequence[JobState]) -> list[int]:
    """Return the keys of all jobs in these states, oldest first."""
    marks = ", ".join("?" * len(states))
    rows = connection.execute(
        f"SELECT key FROM jobs WHERE state IN ({marks}) ORDER BY key",
        [state.value for state in states],
    )
    return [int(row[0]) for row in rows]


def key_of_remote_id(connection: apsw.Connection, remote_id: str) -> int | None:
    """Return the key of the job that follows this request id, or None."""
    row = connection.execute("SELECT key FROM jobs WHERE remote_id = ?", (remote_id,)).fetchone()
    return int(row[0]) if row else None


def keys_beginning_with(connection: apsw.Connection, beginning: str, most: int) -> list[int]:
    """Return the keys of jobs whose ids begin so, in the order of their ids, *most* at most."""
    rows = connection.execute(
        "SELECT key FROM jobs WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        # No id goes on with a character as high.
        (beginning, beginning + "\U0010ffff", most),
    )
    return [int(row[0]) for row in rows]


def keys_with_parent(connection: apsw.Connection, parent_id: str) -> list[int]:
    """Return the keys of the jobs that came from a job, oldest first."""
    rows = connection.execute("SELECT key FROM jobs WHERE parent_id = ? ORDER BY key", (parent_id,))
    return [int(row[0]) for row in rows]


def _matching(words: str) -> tuple[str, list[str]]:
    terms = words.split()
    conditions: list[str] = []
    values: list[str] = []
    indexed = [term for term in terms if len(term) >= _SHORTEST_INDEXED]
    if indexed:
        conditions.append("key IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(" ".join('"' + term.replace('"', '""') + '"' for term in indexed))
    for term in terms:
        if len(term) < _SHORTEST_INDEXED:
            escaped = term.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
            conditions.append("prompt LIKE ? ESCAPE '\\'")
            values.append(f"%{escaped}%")
    return ("WHERE " + " AND ".join(conditions) if conditions else ""), values
