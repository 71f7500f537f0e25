"""Albums and the history of marks that can still be read from a damaged database.

A job's key may be another one in the new database; both are carried over by the jobs' ids.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import apsw

from rushes.domain.mark_changes import MarkStep
from rushes.library.albums import RemovedAlbum, insert_album, tidy_album_name
from rushes.library.evidence import is_time
from rushes.library.mark_history import HistoryEntry, read_history, write_history

_EARLIEST = 1e9
"""No album is older than Rushes: a number that is less is none of ours, but of another table."""


@dataclass(slots=True)
class SalvagedAlbums:
    """What one database gave; keys of jobs are those of that database.

    Attributes:
        albums: those that could be read, with the jobs in them that could.
        history: changes of marks that could be read, the oldest first.
        is_whole: whether all albums could be read; the history does not count, for it is no loss.
    """

    albums: list[RemovedAlbum] = field(default_factory=list)
    history: list[HistoryEntry] = field(default_factory=list)
    is_whole: bool = False


def salvaged_albums(connection: apsw.Connection) -> SalvagedAlbums:
    """Return what can be read of a database that has albums, and may be damaged."""
    found = SalvagedAlbums(is_whole=True)
    jobs: dict[int, dict[int, float]] = {}
    for album_key, job_key, at in _rows(
        connection, "album_key, job_key, added_at FROM album_jobs", found
    ):
        if isinstance(album_key, int) and isinstance(job_key, int) and is_time(at):
            jobs.setdefault(album_key, {})[job_key] = float(at)
        else:
            found.is_whole = False
    albums: dict[int, RemovedAlbum] = {}
    for key, name, search, at in _rows(
        connection, "key, name, search, created_at FROM albums", found
    ):
        if _is_album(key, name, search, at):
            own = tuple(jobs.get(key, {}).items())
            albums[key] = RemovedAlbum(key, tidy_album_name(name), search, float(at), own)
        else:
            found.is_whole = False
    found.albums = list(albums.values())
    with suppress(apsw.Error, UnicodeDecodeError):
        found.history.extend(each for each in read_history(connection) if each.at > _EARLIEST)
    return found


def _is_album(key: object, name: object, search: object, at: object) -> bool:
    return (
        isinstance(key, int)
        and isinstance(name, str)
        and bool(tidy_album_name(name))
        and isinstance(search, str | None)
        and is_time(at)
        and isinstance(at, float)
        and at > _EARLIEST
    )


def _rows(
    connection: apsw.Connection, selected: str, found: SalvagedAlbums
) -> Iterator[tuple[Any, ...]]:
    """Yield rows from the first on, and, where they break off, from the last one back."""
    for order in ("1", "1 DESC"):
        try:
            yield from connection.execute(f"SELECT {selected} NOT INDEXED ORDER BY {order}")
        except (apsw.Error, UnicodeDecodeError):
            found.is_whole = False
        else:
            return


class CarriedOver:
    """Albums and history of several sources, put together for a new database.

    Args:
        sources: what each gave, and the ids of its jobs by their keys; the newest first.
    """

    def __init__(self, sources: Sequence[tuple[SalvagedAlbums, Mapping[int, str]]]) -> None:
        self._sources = sources

    def write(self, connection: apsw.Connection, keys: Mapping[str, int]) -> int:
        """Write it, inside of the caller's transaction, for jobs of these keys by their ids.

        Returns how many albums there are now.
        """
        count = 0
        for album in self._albums(keys):
            insert_album(connection, album)
            count += 1
        write_history(connection, self._history(keys))
        return count

    def _albums(self, keys: Mapping[str, int]) -> Iterable[RemovedAlbum]:
        """Of every name the newest album; what a whole source does not know was removed."""
        kept: dict[str, RemovedAlbum] = {}
        for found, ids in self._sources:
            for album in found.albums:
                jobs = self._own_keys(album.jobs, ids, keys)
                known = kept.get(album.name.casefold())
                if known is None:
                    kept[album.name.casefold()] = replace(album, jobs=tuple(jobs.items()))
                else:
                    merged = jobs | dict(known.jobs)
                    kept[album.name.casefold()] = replace(known, jobs=tuple(merged.items()))
            if found.is_whole:
                break
        return kept.values()

    def _own_keys(
        self, jobs: Iterable[tuple[int, float]], ids: Mapping[int, str], keys: Mapping[str, int]
    ) -> dict[int, float]:
        own = {}
        for key, at in jobs:
            new = self._new_key(key, ids, keys)
            if new is not None:
                own[new] = at
        return own

    def _new_key(self, key: int, ids: Mapping[int, str], keys: Mapping[str, int]) -> int | None:
        job_id = ids.get(key)
        if job_id is None:
            # The row of the job itself was lost there, but another source has it.
            job_id = next((each[key] for _, each in self._sources if key in each), None)
        return keys.get(job_id) if job_id is not None else None

    def _history(self, keys: Mapping[str, int]) -> list[HistoryEntry]:
        """The history of the newest source that has any."""
        found, ids = next((each for each in self._sources if each[0].history), (None, {}))
        carried = []
        for entry in found.history if found is not None else ():
            steps = self._own_steps(entry.steps, ids, keys)
            undoing = self._own_steps(entry.undoing, ids, keys)
            if steps and undoing:
                carried.append(replace(entry, steps=steps, undoing=undoing))
        return carried

    def _own_steps(
        self, steps: Iterable[MarkStep], ids: Mapping[int, str], keys: Mapping[str, int]
    ) -> tuple[MarkStep, ...]:
        own = []
        for step in steps:
            new = [self._new_key(key, ids, keys) for key in step.keys]
            there = tuple(key for key in new if key is not None)
            if there:
                own.append(MarkStep(there, step.change))
        return tuple(own)
