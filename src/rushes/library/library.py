"""A library: the only writer of jobs and clips, which announces what it has committed."""

import dataclasses
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import apsw

from rushes.domain.error_words import job_error
from rushes.domain.errors import OutcomeUnknown
from rushes.domain.job import Job
from rushes.domain.states import JobState, may_step
from rushes.library import job_rows, queries
from rushes.library.announcements import (
    Announcement,
    JobEntry,
    JobsAdded,
    JobsChanged,
    Subscriber,
    ThumbnailAdded,
)
from rushes.library.database import library_error, open_for_reading, open_for_writing
from rushes.library.database_thread import DatabaseThread
from rushes.library.layout import Layout
from rushes.library.media_files import MediaFiles
from rushes.library.ownership import Ownership
from rushes.library.receipts import ReceiptLog, read_receipts
from rushes.library.thumbnails import open_thumbnails, put_thumbnail, read_thumbnails


class IllegalStep(Exception):
    """A job was to take a step that its life does not have: a bug."""


class Library:
    """A library that this process owns, or reads beside its owner.

    All calls are coroutines of one event loop; the disk is touched on threads of the library's
    own. Announcements come on the event loop, after the commit they tell of.

    Attributes:
        layout: where its files lie.
        media: its media files.
    """

    def __init__(self, root: Path) -> None:
        self.layout = Layout(root.absolute())
        self.media = MediaFiles(self.layout)
        self._receipts = ReceiptLog(self.layout.receipts)
        self._ownership: Ownership | None = None
        self._writer: DatabaseThread | None = None
        self._reader = DatabaseThread(lambda: open_for_reading(self.layout.database), "library-r")
        self._pictures: DatabaseThread | None = None
        self._subscribers: list[Subscriber] = []

    async def open(self, **owner_words: str) -> None:
        """Take the library for writing, making it if there is none; `owner_words` go on the lock.

        Raises LibraryInUse, LibraryTooNew, LibraryDamaged, LibraryNotWritable, DiskFull.
        """
        writer = DatabaseThread(lambda: self._take(owner_words), "library-w")
        await writer.open()
        self._writer = writer
        await self._reader.open()
        self._pictures = DatabaseThread(
            lambda: open_thumbnails(self.layout.thumbnails), "library-thumbnails"
        )
        await self._pictures.open()

    async def open_beside(self) -> None:
        """Open an existing library for reading, whoever owns it; raises LibraryError."""
        await self._reader.open()

    async def close(self) -> None:
        """Finish what is under way, close the files, and give the library free."""
        for thread in (self._pictures, self._reader, self._writer):
            if thread is not None:
                await thread.close()
        if self._ownership is not None:
            self._ownership.release()
            self._ownership = None

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Have a function called with every announcement; returns what ends that."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    async def add(self, jobs: Sequence[Job]) -> list[JobEntry]:
        """Write down new jobs, all or none; each gets the next take of its shot.

        Raises LibraryError.
        """

        def insert(connection: apsw.Connection) -> list[JobEntry]:
            entries = []
            for job in jobs:
                taken = dataclasses.replace(job, take=job_rows.next_take(connection, job.shot_id))
                entries.append(JobEntry(job_rows.insert_job(connection, taken), taken))
            return entries

        entries = await self._own.write(insert)
        self._announce(JobsAdded(tuple(entries)))
        return entries

    async def change(self, job_id: str, transform: Callable[[Job], Job]) -> Job:
        """Read a job, let `transform` make the new one, and commit it, as one transaction.

        Nothing is written or announced when the job stays the same. `transform` runs on the
        database's thread and may run without effect if the commit fails.

        Raises JobNotFound, LibraryError; IllegalStep for a step the life of a job does not have.
        """
        return await self._change(job_id, transform)

    async def journal_sending(self, job_id: str, at: float) -> Job:
        """Write down that a waiting job is being sent, in database and receipts.

        When this returns, both are on the disk; when it raises, nothing may be sent.

        Raises JobNotFound, LibraryError; IllegalStep if the job is not waiting.
        """

        def to_sending(job: Job) -> Job:
            if job.state is not JobState.WAITING:
                raise IllegalStep(f"{job.id}: {job.state} to sending")
            sending = dataclasses.replace(job, state=JobState.SENDING, sent_at=at, error=None)
            self._receipts.sending(sending, at)
            return sending

        return await self._change(job_id, to_sending)

    async def journal_acceptance(self, job_id: str, remote_id: str, at: float) -> Job:
        """Keep the id that the service gave; raises LibraryError, and may then be called again."""

        def to_queue(job: Job) -> Job:
            self._receipts.accepted(job.id, remote_id, at)
            return dataclasses.replace(
                job, state=JobState.IN_QUEUE, remote_id=remote_id, accepted_at=at, error=None
            )

        return await self._change(job_id, to_queue)

    async def journal_ready(self, job_id: str, transform: Callable[[Job], Job]) -> Job:
        """Commit that all files of a job are in place, with its receipt; raises LibraryError."""

        def to_ready(job: Job) -> Job:
            ready = transform(job)
            self._receipts.ready(ready, ready.ready_at or time.time())
            return ready

        return await self._change(job_id, to_ready)

    async def recover(self) -> list[JobEntry]:
        """Settle what an earlier process left half done; return the jobs concerned.

        A job found SENDING whose receipt names the service's id is followed on; any other is
        UNKNOWN, for nobody can tell whether it arrived.
        """
        found = await self.in_states([JobState.SENDING])
        if not found:
            return []

        def remote_ids() -> dict[str, str]:
            return {
                receipt.job_id: str(receipt.values.get("remote_id"))
                for receipt in read_receipts(self.layout.receipts)
                if receipt.event == "accepted"
            }

        known = await self._reader.read(lambda _: remote_ids())
        settled = []
        for entry in found:
            remote_id = known.get(entry.job.id)
            if remote_id is not None:
                job = await self._change(entry.job.id, _follow(remote_id))
            else:
                job = await self._change(entry.job.id, _unknown)
            settled.append(JobEntry(entry.key, job))
        return settled

    async def job(self, job_id: str) -> JobEntry:
        """Return a job; raises JobNotFound."""
        key, job = await self._reader.read(lambda c: job_rows.read_job(c, job_id))
        return JobEntry(key, job)

    async def jobs(self, keys: Iterable[int]) -> list[JobEntry]:
        """Return the jobs of these keys, in the order of the keys; missing ones are left out."""
        wanted = list(keys)
        found = await self._reader.read(lambda c: job_rows.read_jobs(c, wanted))
        return [JobEntry(key, found[key]) for key in wanted if key in found]

    async def in_states(self, states: Iterable[JobState]) -> list[JobEntry]:
        """Return all jobs in these states, oldest first."""
        wanted = list(states)
        return await self.jobs(await self._reader.read(lambda c: queries.keys_in_states(c, wanted)))

    async def order(self, words: str = "", limit: int = -1) -> queries.JobOrder:
        """Return which jobs match the words, newest first; see `rushes.library.queries`."""
        return await self._reader.read(lambda c: queries.job_order(c, words, limit))

    async def add_thumbnail(self, key: int, jpeg: bytes) -> None:
        """Keep a thumbnail (JPEG) for a job's key; raises LibraryError."""
        if self._pictures is not None:
            await self._pictures.write(lambda c: put_thumbnail(c, key, jpeg))
            self._announce(ThumbnailAdded(key))

    async def thumbnails(self, keys: Iterable[int]) -> dict[int, bytes]:
        """Return the thumbnails (JPEG) there are for these keys."""
        wanted = list(keys)
        if self._pictures is None or not wanted:
            return {}
        return await self._pictures.read(lambda c: read_thumbnails(c, wanted))

    @property
    def _own(self) -> DatabaseThread:
        if self._writer is None:
            raise RuntimeError("the library was not opened for writing")
        return self._writer

    def _take(self, owner_words: dict[str, str]) -> apsw.Connection:
        try:
            self.layout.create()
            ownership = Ownership.acquire(self.layout.lock, **owner_words)
        except OSError as error:
            raise library_error(error) from error
        try:
            connection = open_for_writing(self.layout.database, self.layout.backups)
        except BaseException:
            ownership.release()
            raise
        self._ownership = ownership
        return connection

    async def _change(self, job_id: str, transform: Callable[[Job], Job]) -> Job:
        def rewrite(connection: apsw.Connection) -> tuple[int, Job, bool]:
            key, old = job_rows.read_job(connection, job_id)
            new = transform(old)
            if new == old:
                return key, old, False
            if not may_step(old.state, new.state):
                raise IllegalStep(f"{job_id}: {old.state} to {new.state}")
            job_rows.update_job(connection, key, new)
            return key, new, True

        key, job, changed = await self._own.write(rewrite)
        if changed:
            self._announce(JobsChanged((JobEntry(key, job),)))
        return job

    def _announce(self, announcement: Announcement) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(announcement)


def _follow(remote_id: str) -> Callable[[Job], Job]:
    return lambda job: dataclasses.replace(
        job,
        state=JobState.IN_QUEUE,
        remote_id=remote_id,
        accepted_at=job.accepted_at or job.sent_at,
    )


def _unknown(job: Job) -> Job:
    error = job_error(OutcomeUnknown("Rushes ended while the job was being sent."))
    return dataclasses.replace(job, state=JobState.UNKNOWN, error=error)
