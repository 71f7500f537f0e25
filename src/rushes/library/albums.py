"""Albums: jobs put together by hand, and searches that are kept under a name."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

import apsw

from rushes.domain.errors import AlbumNameEmpty, AlbumNameTaken, AlbumNotFound
from rushes.domain.request import canonical_json
from rushes.library.announcements import AlbumsChanged
from rushes.library.marking import JobMarking


@dataclass(frozen=True, slots=True)
class Album:
    """An album as it is now.

    Attributes:
        key: names it for as long as it lives.
        name: of all albums no other has it, letters in upper or lower case being alike; without
            quotation marks, so that a query can say ``album:"name"``.
        search: the text of the query whose jobs it shows, or None for one that is filled by hand.
        jobs: how many jobs are in one that is filled by hand, those in the trash left out; None
            for a search.
    """

    key: int
    name: str
    search: str | None
    jobs: int | None


@dataclass(frozen=True, slots=True)
class RemovedAlbum:
    """All that brings back an album that was removed.

    Attributes:
        key, name, search: as in `Album`.
        created_at: when it was made, in seconds since the epoch.
        jobs: key of each of its jobs, and when it was put there in seconds since the epoch.
    """

    key: int
    name: str
    search: str | None
    created_at: float
    jobs: tuple[tuple[int, float], ...] = ()


def tidy_album_name(text: str) -> str:
    """Return a name as it is kept: no spaces around it, single ones inside, no quotation mark."""
    return " ".join(text.replace('"', " ").split())


class JobAlbums(JobMarking):
    """What can be done with the albums of a library; see `rushes.library.library.Library`.

    All raise LibraryError; `rushes.domain.errors.AlbumRefused` is none.
    """

    async def albums(self) -> tuple[Album, ...]:
        """Return all albums, in the order of their names."""
        return await self._reader.read(read_albums)

    async def add_album(self, name: str, search: str | None = None) -> Album:
        """Make an album: one that is filled by hand, or a search that is kept.

        Args:
            name: is tidied by `tidy_album_name`.
            search: the text of a query, or None.

        Raises AlbumNameEmpty, AlbumNameTaken, LibraryError.
        """
        fresh = RemovedAlbum(0, tidy_album_name(name), search, time.time())
        return await self.restore_album(fresh)

    async def rename_album(self, key: int, name: str) -> Album:
        """Give an album another name; raises as `add_album`, AlbumNotFound."""
        tidy = tidy_album_name(name)

        def rename(connection: apsw.Connection) -> Album:
            old = _existing(connection, key)
            _check_name(connection, tidy, key)
            connection.execute("UPDATE albums SET name = ? WHERE key = ?", (tidy, key))
            return Album(key, tidy, old.search, old.jobs)

        return await self._changed(await self._own.write(rename))

    async def change_search(self, key: int, search: str) -> Album:
        """Have the album of a search show another one; one filled by hand stays as it is.

        Raises AlbumNotFound, LibraryError.
        """

        def change(connection: apsw.Connection) -> Album:
            connection.execute(
                "UPDATE albums SET search = ? WHERE key = ? AND search IS NOT NULL", (search, key)
            )
            return _existing(connection, key)

        return await self._changed(await self._own.write(change))

    async def remove_album(self, key: int) -> RemovedAlbum:
        """Remove an album, not its jobs; return what `restore_album` needs.

        Raises AlbumNotFound, LibraryError.
        """
        removed = await self._own.write(lambda c: _remove(c, key))
        self._announce(AlbumsChanged((key,)))
        return removed

    async def restore_album(self, removed: RemovedAlbum) -> Album:
        """Bring back an album with the jobs that still exist, under its old key if that is free.

        Raises AlbumNameEmpty, AlbumNameTaken when another has its name by now, LibraryError.
        """
        return await self._changed(await self._own.write(lambda c: insert_album(c, removed)))

    async def add_to_album(self, key: int, job_keys: Iterable[int]) -> tuple[int, ...]:
        """Put jobs into an album that is filled by hand; one that is there already stays.

        Returns the keys of those that were not in it, for `take_from_album` to take back. Raises
        AlbumNotFound, also for a search; LibraryError.
        """
        wanted, at = canonical_json(list(job_keys)), time.time()

        def put(connection: apsw.Connection) -> tuple[int, ...]:
            _existing(connection, key, by_hand=True)
            rows = connection.execute(
                "INSERT OR IGNORE INTO album_jobs (album_key, job_key, added_at) "
                "SELECT DISTINCT ?, j.key, ? FROM json_each(?) AS w JOIN jobs AS j "
                "ON j.key = w.value RETURNING job_key",
                (key, at, wanted),
            )
            return tuple(int(row[0]) for row in rows)

        added = await self._own.write(put)
        if added:
            self._announce(AlbumsChanged((key,)))
        return added

    async def take_from_album(self, key: int, job_keys: Iterable[int]) -> tuple[int, ...]:
        """Take jobs out of an album; return the keys of those that were in it.

        Raises AlbumNotFound, also for a search; LibraryError.
        """
        wanted = canonical_json(list(job_keys))

        def take(connection: apsw.Connection) -> tuple[int, ...]:
            _existing(connection, key, by_hand=True)
            rows = connection.execute(
                "DELETE FROM album_jobs WHERE album_key = ? "
                "AND job_key IN (SELECT value FROM json_each(?)) RETURNING job_key",
                (key, wanted),
            )
            return tuple(int(row[0]) for row in rows)

        taken = await self._own.write(take)
        if taken:
            self._announce(AlbumsChanged((key,)))
        return taken

    async def _changed(self, album: Album) -> Album:
        self._announce(AlbumsChanged((album.key,)))
        return album


def read_albums(connection: apsw.Connection) -> tuple[Album, ...]:
    """Return all albums, in the order of their names."""
    return tuple(sorted(_select(connection), key=lambda album: (album.name.casefold(), album.key)))


def insert_album(connection: apsw.Connection, album: RemovedAlbum) -> Album:
    """Write an album with those of its jobs that exist, inside of the caller's transaction.

    It keeps its key if that is free and not 0. Raises AlbumNameEmpty, AlbumNameTaken.
    """
    _check_name(connection, album.name)
    is_free = album.key > 0 and not connection.execute(
        "SELECT 1 FROM albums WHERE key = ?", (album.key,)
    ).fetchall()  # fmt: skip
    connection.execute(
        "INSERT INTO albums (key, name, search, created_at) VALUES (?, ?, ?, ?)",
        (album.key if is_free else None, album.name, album.search, album.created_at),
    )
    key = connection.last_insert_rowid()
    if album.search is None:
        connection.executemany(
            "INSERT OR IGNORE INTO album_jobs (album_key, job_key, added_at) "
            "SELECT ?, key, ? FROM jobs WHERE key = ?",
            [(key, at, job_key) for job_key, at in album.jobs],
        )
    return _existing(connection, key)


def _remove(connection: apsw.Connection, key: int) -> RemovedAlbum:
    album = _existing(connection, key)
    created_at = connection.execute("SELECT created_at FROM albums WHERE key = ?", (key,)).get
    jobs = connection.execute(
        "SELECT job_key, added_at FROM album_jobs WHERE album_key = ?", (key,)
    )
    kept = tuple((int(job_key), float(at)) for job_key, at in jobs)
    connection.execute("DELETE FROM albums WHERE key = ?", (key,))
    return RemovedAlbum(key, album.name, album.search, float(created_at), kept)


def _existing(connection: apsw.Connection, key: int, *, by_hand: bool = False) -> Album:
    (album,) = _select(connection, key) or (None,)
    if album is None or (by_hand and album.search is not None):
        raise AlbumNotFound(str(key))
    return album


def _select(connection: apsw.Connection, key: int | None = None) -> list[Album]:
    rows = connection.execute(
        f"""
        SELECT a.key, a.name, a.search, CASE WHEN a.search IS NULL THEN (
            SELECT count(*) FROM album_jobs AS j WHERE j.album_key = a.key AND j.job_key NOT IN (
                SELECT job_key FROM marks WHERE trashed_at IS NOT NULL
            )
        ) END FROM albums AS a {"" if key is None else "WHERE a.key = ?"}
        """,
        () if key is None else (key,),
    )
    return [Album(*row) for row in rows]


def _check_name(connection: apsw.Connection, name: str, own_key: int = 0) -> None:
    if not name:
        raise AlbumNameEmpty
    names = connection.execute("SELECT name FROM albums WHERE key <> ?", (own_key,))
    # SQLite knows upper and lower case of the letters of English alone.
    if any(str(row[0]).casefold() == name.casefold() for row in names):
        raise AlbumNameTaken(name)
