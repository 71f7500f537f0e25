"""All jobs of a library in their order, in memory: so that what is found is put in order at once.

A job keeps its time for as long as it lives, so what was read once stays right; new jobs are put
in, and only where jobs are gone all is read again. It takes 16 bytes a job, 20 once something was
searched, 24 once jobs were shown by shots.
"""

import bisect
from array import array
from collections.abc import Iterable, Sequence
from itertools import compress
from operator import neg

import apsw

from rushes.library.queries import JobOrder

_SPARSE = 8
"""How many times more keys than jobs there may be for a place for each key to be kept."""

_FEW = 16
"""Of so many jobs one: fewer are sorted, more are picked out of all."""

_ANYWAY = 10_000
"""Keys for which places are kept in any case."""


class NewestFirst:
    """The keys and times of all jobs, newest first; for the thread of one connection at a time."""

    def __init__(self) -> None:
        self._connection: apsw.Connection | None = None
        self._version = -1
        self._keys = array("q")
        self._times = array("d")
        self._highest = 0
        self._rows: array[int] | dict[int, int] | None = None
        self._shots: array[int] | dict[int, int] | None = None
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
        if is_same and len(self._keys) + len(fresh) == count:
            self._add(connection, fresh)
        else:
            self._read_all(connection)
        self._connection, self._version = connection, version

    def all(self, without: Iterable[int]) -> JobOrder:
        """Return all jobs but those of some keys."""
        left_out = list(without)
        if not left_out:
            return JobOrder(self._keys[:], self._times[:])
        mask = bytearray(b"\1") * len(self._keys)
        for row in self._rows_of(left_out):
            mask[row] = 0
        return self._masked(mask)

    def _masked(self, mask: bytearray) -> JobOrder:
        return JobOrder(
            array("q", compress(self._keys, mask)), array("d", compress(self._times, mask))
        )

    def of(self, keys: Iterable[int], without: Iterable[int]) -> JobOrder:
        """Return the jobs of these keys but those of some, each once, in order."""
        rows, left_out = self._rows_of(keys), self._rows_of(without)
        if len(rows) * _FEW < len(self._keys):
            rows = sorted(set(rows).difference(left_out))
            return JobOrder(
                array("q", [self._keys[row] for row in rows]),
                array("d", [self._times[row] for row in rows]),
            )
        mask = bytearray(len(self._keys))
        for row in rows:
            mask[row] = 1
        for row in left_out:
            mask[row] = 0
        return self._masked(mask)

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
        self._keys, self._times = keys, times
        self._highest = max(keys, default=0)
        self._rows = self._shots = None

    def _add(self, connection: apsw.Connection, fresh: Sequence[tuple[int, float, str]]) -> None:
        if not fresh:
            return
        if self._shots is not None:
            self._add_shots(connection, [(key, shot_id) for key, _, shot_id in fresh])
        for key, created, _ in fresh:
            # Keys only grow, so of one moment the new job is the first.
            row = bisect.bisect_left(self._times, -created, key=neg)
            self._keys.insert(row, key)
            self._times.insert(row, created)
        self._highest = fresh[-1][0]
        self._rows = None

    def _rows_of(self, keys: Iterable[int]) -> list[int]:
        """Return where the jobs of keys stand; what the words name and the library has not is out.

        The keys may repeat.
        """
        rows = self._rows if self._rows is not None else self._read_rows()
        if isinstance(rows, dict):
            return [rows[key] for key in keys if key in rows]
        end = len(rows)
        return [row for key in keys if key < end and (row := rows[key]) >= 0]

    def _read_rows(self) -> "array[int] | dict[int, int]":
        rows = self._by_key()
        for row, key in enumerate(self._keys):
            rows[key] = row
        self._rows = rows
        return rows

    def _read_shots(self, connection: apsw.Connection) -> "array[int] | dict[int, int]":
        shots = self._by_key()
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

    def _by_key(self) -> "array[int] | dict[int, int]":
        """Return room for a number for each key: an array where there are few gaps."""
        highest = max(self._keys, default=0)
        if highest > _SPARSE * len(self._keys) + _ANYWAY:
            return {}
        return array("i", [-1]) * (highest + 1)
