"""Reads jobs, clips and thumbnails of a library."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from rushes.domain.errors import LibraryAway
from rushes.domain.job_sort import NEWEST_FIRST, JobSort
from rushes.domain.states import JobState
from rushes.domain.subscribers import Subscribers
from rushes.library import job_rows, queries
from rushes.library.announcements import Announcement, JobEntry, Subscriber
from rushes.library.database import open_for_reading
from rushes.library.database_thread import DatabaseThread
from rushes.library.layout import Layout
from rushes.library.media_files import MediaFiles
from rushes.library.presence import Anchor
from rushes.library.search.searching import Searching
from rushes.library.search.suggestions import Suggestion
from rushes.library.thumbnails import read_thumbnails
from rushes.library.updating import bring_up_to_date


class JobReading:
    """What can be asked of a library, whoever owns it; see `rushes.library.library.Library`.

    Attributes:
        layout: where its files lie.
        media: its media files.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.media = MediaFiles(layout)
        self._anchor = Anchor(layout.database)
        self._reader = self._new_reader()
        self._searching = Searching()
        self._pictures: DatabaseThread | None = None
        self._subscribers = Subscribers[Announcement]()

    async def open_beside(self) -> None:
        """Open an existing library for reading, whoever owns it.

        One of an older Rushes is brought up to date first. Raises LibraryOutdated when another
        program owns such a one, LibraryError.
        """
        await asyncio.to_thread(bring_up_to_date, self.layout)
        await self._reader.open()

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Have a function called with every announcement; returns what ends that."""
        return self._subscribers.add(subscriber)

    async def job(self, job_id: str) -> JobEntry:
        """Return a job; raises JobNotFound."""
        key, job = await self._reader.read(lambda c: job_rows.read_job(c, job_id))
        return JobEntry(key, self.media.as_seen(job))

    async def beginning_with(self, beginning: str, *, most: int) -> list[JobEntry]:
        """Return jobs whose ids begin so, an id that is no longer first; `most` at most."""
        return await self.jobs(
            await self._reader.read(lambda c: queries.keys_beginning_with(c, beginning, most))
        )

    async def children(self, job_id: str) -> list[JobEntry]:
        """Return the jobs that came from a job by remix or by sending it again, oldest first."""
        return await self.jobs(
            await self._reader.read(lambda c: queries.keys_with_parent(c, job_id))
        )

    async def find_remote(self, remote_id: str) -> JobEntry | None:
        """Return the job that follows this request id, or None."""
        key = await self._reader.read(lambda c: queries.key_of_remote_id(c, remote_id))
        return next(iter(await self.jobs([key])), None) if key is not None else None

    async def jobs(self, keys: Iterable[int]) -> list[JobEntry]:
        """Return the jobs of these keys, in the order of the keys; missing ones are left out."""
        wanted = list(keys)
        found = await self._reader.read(lambda c: job_rows.read_jobs(c, wanted))
        return [JobEntry(key, self.media.as_seen(found[key])) for key in wanted if key in found]

    async def in_states(self, states: Iterable[JobState]) -> list[JobEntry]:
        """Return all jobs in these states, oldest first."""
        wanted = list(states)
        return await self.jobs(await self._reader.read(lambda c: queries.keys_in_states(c, wanted)))

    async def order(
        self,
        text: str = "",
        limit: int = -1,
        *,
        stacked: bool = False,
        sort: JobSort = NEWEST_FIRST,
    ) -> queries.JobOrder:
        """Return which jobs a query finds, in their order; see `rushes.domain.search`.

        Args:
            text: the query; without one, all jobs that are not in the trash are found.
            limit: how many at most, the first ones; -1 for all.
            stacked: whether one job stands for each shot: the newest take that was found.
            sort: in which order they stand, each by its own value.

        Raises QueryNotUnderstood, LibraryError.
        """
        return await self._reader.read(
            lambda c: self._searching.order(c, text, limit, is_stacked=stacked, sort=sort)
        )

    async def count(self, texts: Sequence[str]) -> list[int]:
        """Return how many jobs each query finds; raises QueryNotUnderstood, LibraryError."""
        wanted = list(texts)
        return await self._reader.read(lambda c: self._searching.count(c, wanted))

    async def suggestions(
        self, name: str, beginning: str, most: int, within: str = ""
    ) -> list[Suggestion]:
        """Return what can stand behind a field's colon, the values of most jobs first.

        Args:
            name: the field, or the input; empty for the names of fields and inputs themselves.
            beginning: how the value begins so far.
            most: how many at most.
            within: a query: only the jobs that it finds are counted.

        Raises QueryNotUnderstood, LibraryError.
        """
        return await self._reader.read(
            lambda c: self._searching.suggestions(c, name, beginning, most, within)
        )

    async def input_names(self) -> frozenset[str]:
        """Return the inputs that the library's requests have, for `rushes.domain.search.parse`."""
        return await self._reader.read(self._searching.input_names)

    async def takes(self, shot_id: str) -> queries.ShotTakes:
        """Return which jobs are the takes of a shot, the first one first."""
        return await self._reader.read(lambda c: queries.takes_of_shot(c, shot_id))

    async def thumbnails(self, keys: Iterable[int]) -> dict[int, bytes]:
        """Return the thumbnails (JPEG) there are for these keys."""
        wanted = list(keys)
        if self._pictures is None or not wanted:
            return {}
        return await self._pictures.read(lambda c: read_thumbnails(c, wanted))

    async def place_of(self, path: str) -> Path:
        """Return where a clip's file lies in the system, with every link on the way resolved.

        Raises MediaMissing if its path leads out of the library, LibraryError.
        """
        return await self._reader.read(lambda _: self.media.absolute(path))

    def _new_reader(self) -> DatabaseThread:
        return DatabaseThread(
            lambda: open_for_reading(self.layout.database), "library-r", self._check_place
        )

    def _check_place(self) -> None:
        if not self._anchor.holds():
            raise LibraryAway

    def _announce(self, announcement: Announcement) -> None:
        self._subscribers.tell(announcement)
