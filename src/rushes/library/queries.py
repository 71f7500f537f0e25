"""Which jobs there are, in which order: cost follows the answer, not the library."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import apsw

from rushes.domain.states import JobState

if TYPE_CHECKING:
    from array import array


@dataclass(frozen=True, slots=True)
class JobOrder:
    """The jobs that a view shows, in their order, as arrays of one length.

    Attributes:
        keys: row keys, 8 bytes each.
        times: when each was written down, seconds since the epoch.
        counts: where each stands for its shot, how many takes of that were found; else None.
    """

    keys: "array[int]"
    times: "array[float]"
    counts: "array[int] | None" = None

    def __len__(self) -> int:
        return len(self.keys)


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
    """Return the takes of a shot that are not in the trash, the first one first."""
    rows = connection.execute(
        "SELECT key, id FROM jobs LEFT JOIN marks ON job_key = key "
        "WHERE shot_id = ? AND trashed_at IS NULL ORDER BY take, key",
        (shot_id,),
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


def id_of_owner(connection: apsw.Connection, remote_id: str) -> str | None:
    """Return our id of the job that follows this request id, or None."""
    row = connection.execute("SELECT id FROM jobs WHERE remote_id = ?", (remote_id,)).fetchone()
    return str(row[0]) if row else None


def is_being_sent(connection: apsw.Connection, digest: str) -> bool:
    """Tell whether a request of this digest is on its way, its reply not written down yet."""
    rows = connection.execute(
        "SELECT 1 FROM jobs WHERE state = ? AND digest = ? LIMIT 1",
        (JobState.SENDING.value, digest),
    )
    return rows.fetchone() is not None


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
