"""All jobs of a library in their order, in memory: so that what is found is put in order at once.

A job keeps its time for as long as it lives, so what was read once stays right; new jobs are put
in, and only where jobs are gone all is read again. Once jobs were shown by shots it takes 4 bytes
a job more than `Arrangement` tells.
"""

import bisect
from array import array
from collections.abc import Sequence
from operator import neg

import apsw

from rushes.library.queries import JobOrder
from rushes.library.rows_by_key import NumberByKey, number_by_key
from rushes.library.search.arrangement import Arrangement


class NewestFirst:
    """The keys and times of all jobs, newest first; for the thread of one connection at a time.

    Attributes:
        jobs: the jobs.
        moment: differs for any two moments between which somebody wrote to the library.
        readings: how often all was read; until it is another number, jobs were only added.
    """

    def __init__(self) -> None:
        self.jobs = Arrangement()
        self.moment: tuple[int, int] = (0, -1)
        self.readings = 0
        self._connection: apsw.Connection | None = None
        self._version = -1
        self._highest = 0
        self._shots: NumberByKey | None = None
        self._shot_count = 0

    def bring_up_to_date(self, connection: apsw.Connection) -> None:
        """Read what the library has now; inside of a transaction that the answer is read in."""
        version = int(connection.pragma("data_version"))
        if connection is self._connection and version == self._version:
            return
        count = int(connection.execute("SELECT count(*) FROM jobs").get)
        fresh: list[tuple[int, float, str]] = []
        is_same = connection is self._connection
        if is_same:
            rows = connection.execute(
                "SELECT key, created_at, shot_id FROM jobs WHERE key > ? ORDER BY key",
                (self._highest,),
            )
            fresh = [(key, created, shot_id) for key, created, shot_id in rows]
        if is_same and len(self.jobs) + len(fresh) == count:
            self._add(connection, fresh)
        else:
            self._read_all(connection)
        self._connection, self._version = connection, version
        self.moment = (self.readings, version)

    def stacked(self, connection: apsw.Connection, order: JobOrder) -> JobOrder:
        """Return one job for each shot of an order, the first that stands there, and how many."""
        shots = self._shots if self._shots is not None else self._read_shots(connection)
        counts: dict[int, int] = {}
        keys, times = array("q"), array("d")
        for key, time in zip(order.keys, order.times, strict=True):
            shot = shots[key]
            if shot in counts:
                counts[shot] += 1
            else:
                counts[shot] = 1
                keys.append(key)
                times.append(time)
        return JobOrder(keys, times, array("i", counts.values()))

    def _read_all(self, connection: apsw.Connection) -> None:
        keys, times = array("q"), array("d")
        for key, created in connection.execute(
            "SELECT key, created_at FROM jobs ORDER BY created_at DESC, key DESC"
        ):
            keys.append(key)
            times.append(created)
        self.jobs = Arrangement(keys, times)
        self._highest = max(keys, default=0)
        self._shots = None
        self.readings += 1

    def _add(self, connection: apsw.Connection, fresh: Sequence[tuple[int, float, str]]) -> None:
        if not fresh:
            return
        if self._shots is not None:
            self._add_shots(connection, [(key, shot_id) for key, _, shot_id in fresh])
        for key, created, _ in fresh:
            # Keys only grow, so of one moment the new job is the first.
            row = bisect.bisect_left(self.jobs.times, -created, key=neg)
            self.jobs.insert(row, key, created)
        self._highest = fresh[-1][0]

    def _read_shots(self, connection: apsw.Connection) -> NumberByKey:
        shots = number_by_key(self.jobs.keys)
        last: str | None = None
        number = 0
        for shot_id, key in connection.execute("SELECT shot_id, key FROM jobs ORDER BY shot_id"):
            if shot_id != last:
                last = shot_id
                number += 1
            shots[key] = number
        self._shots, self._shot_count = shots, number
        return shots

    def _add_shots(self, connection: apsw.Connection, fresh: Sequence[tuple[int, str]]) -> None:
        shots = self._shots
        if shots is None:
            return
        for key, shot_id in fresh:
            older = connection.execute(
                "SELECT min(key) FROM jobs WHERE shot_id = ? AND key < ?", (shot_id, key)
            ).get
            if older is None:
                self._shot_count += 1
            number = self._shot_count if older is None else shots[older]
            if isinstance(shots, array):
                shots.extend([-1] * (key + 1 - len(shots)))
            shots[key] = number
