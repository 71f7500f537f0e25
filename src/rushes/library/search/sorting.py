"""All jobs of a library in an order of one's own choice, made from the one by date."""

from array import array
from collections.abc import Iterator
from itertools import compress
from typing import NamedTuple

import apsw

from rushes.domain.job_sort import JobSort, SortKey
from rushes.domain.titles import model_title, sorting_text
from rushes.library.search.arrangement import Arrangement
from rushes.library.search.newest_first import NewestFirst
from rushes.library.search.sorting_titles import SortingTitles
from rushes.library.search.whole_numbers import whole_numbers

_RATED = "FROM marks WHERE rating > 0"
_LONG = "FROM traits WHERE seconds IS NOT NULL"


class _Groups(NamedTuple):
    """The keys of equal values side by side, the lowest value first, and how many each has."""

    keys: "array[int]"
    counts: "array[int]"


class _Stamp(NamedTuple):
    """What an arrangement was made from: made again from the same, it is the same."""

    sort: JobSort
    readings: int
    length: int
    groups: _Groups | None = None
    titles: int = 0


class Sorting:
    """Sorts all jobs by their values, and keeps the last order for as long as it holds.

    An index gives the keys of equal value side by side; where each group stands by date says how
    it goes on within. So nothing is compared but whole numbers, and what has no value is not read.

    Args:
        newest: all jobs, newest first; up to date whenever it is asked for another order.
    """

    def __init__(self, newest: NewestFirst) -> None:
        self._newest = newest
        self._titles = SortingTitles()
        self._read: tuple[SortKey, tuple[int, int], _Groups] | None = None
        self._stamp: _Stamp | None = None
        self._last = Arrangement()

    def arranged(self, connection: apsw.Connection, sort: JobSort) -> Arrangement:
        """Return all jobs in an order; inside of the transaction that `newest` was read in."""
        if sort == JobSort():
            return self._newest.jobs
        newest = self._newest
        stamp = _Stamp(sort, newest.readings, len(newest.jobs))
        if sort.key is SortKey.TITLE:
            self._titles.bring_up_to_date(connection, newest)
            stamp = stamp._replace(titles=self._titles.changes)
        elif not sort.is_by_date:
            if self._read is None or self._read[:2] != (sort.key, newest.moment):
                self._read = sort.key, newest.moment, _read_groups(connection, sort.key)
            stamp = stamp._replace(groups=self._read[2])
        if stamp != self._stamp:
            self._last = self._made(stamp)
            self._stamp = stamp
        return self._last

    def _made(self, stamp: _Stamp) -> Arrangement:
        jobs = self._newest.jobs
        if stamp.sort.is_by_date:
            return Arrangement(jobs.keys[::-1], jobs.times[::-1])
        groups = self._titles.groups() if stamp.groups is None else _apart(stamp.groups)
        keys, times = array("q"), array("d")
        left = bytearray(b"\1") * len(jobs)
        for group in reversed(list(groups)) if stamp.sort.falls else groups:
            rows = jobs.rows_of(group)
            rows.sort()
            keys.extend(map(jobs.keys.__getitem__, rows))
            times.extend(map(jobs.times.__getitem__, rows))
            for row in rows:
                left[row] = 0
        keys.extend(compress(jobs.keys, left))
        times.extend(compress(jobs.times, left))
        return Arrangement(keys, times)


def _read_groups(connection: apsw.Connection, key: SortKey) -> _Groups:
    if key is SortKey.MODEL:
        return _models(connection)
    value, source = ("rating", _RATED) if key is SortKey.RATING else ("seconds", _LONG)
    counts = connection.execute(f"SELECT count(*) {source} GROUP BY {value} ORDER BY {value}")
    keys = connection.execute(f"SELECT job_key {source} ORDER BY {value}")
    return _Groups(array("q", whole_numbers(keys)), array("q", whole_numbers(counts)))


def _models(connection: apsw.Connection) -> _Groups:
    found: dict[str, array[int]] = {}
    for row in connection.execute("SELECT DISTINCT model_id FROM jobs").fetchall():
        model = str(row[0])
        keys = connection.execute("SELECT key FROM jobs WHERE model_id = ?", (model,))
        found.setdefault(sorting_text(model_title(model)), array("q")).extend(whole_numbers(keys))
    found.pop("", None)
    groups = _Groups(array("q"), array("q"))
    for title in sorted(found):
        groups.keys.extend(found[title])
        groups.counts.append(len(found[title]))
    return groups


def _apart(groups: _Groups) -> "Iterator[array[int]]":
    start = 0
    for count in groups.counts:
        yield groups.keys[start : start + count]
        start += count
