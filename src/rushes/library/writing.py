"""Writes jobs of a library, with the receipts that belong to their steps."""

import contextlib
import dataclasses
import time
from collections.abc import Callable, Mapping, Sequence

import apsw

from rushes.domain.error_words import job_error
from rushes.domain.errors import (
    JobNotFound,
    LibraryAway,
    LibraryError,
    RemoteIdTaken,
    RemoteIdUnsettled,
    RushesError,
)
from rushes.domain.job import Job
from rushes.domain.states import JobState, may_step
from rushes.domain.under_way import ASKING_STATES
from rushes.library import job_rows, queries
from rushes.library.announcements import JobEntry, JobsAdded, JobsChanged, ThumbnailAdded
from rushes.library.database_thread import DatabaseThread
from rushes.library.facts import write_facts
from rushes.library.layout import Layout
from rushes.library.machine_memory import MachineMemory
from rushes.library.openings import Opening, remember
from rushes.library.reading import JobReading
from rushes.library.receipts import ReceiptLog, read_receipts
from rushes.library.thumbnails import put_thumbnail
from rushes.library.traits import fill_traits


class IllegalStep(Exception):
    """A job was to take a step that its life does not have: a bug."""


class JobWriting(JobReading):
    """What the owner of a library can do to its jobs; see `rushes.library.library.Library`.

    Attributes:
        is_away: whether its folder is gone, as when a drive was unplugged; calls raise LibraryAway.
    """

    def __init__(self, layout: Layout, memory: MachineMemory | None) -> None:
        super().__init__(layout)
        self.is_away = False
        self._memory = memory
        self._receipts = ReceiptLog(layout.receipts)
        self._writer: DatabaseThread | None = None
        self._opening: Opening | None = None
        self._sending: set[str] = set()
        self._not_sent: dict[str, float] = {}

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

    async def change_and_add(
        self, job_id: str, transform: Callable[[Job], Job | None], fresh: Job
    ) -> JobEntry | None:
        """Change a job and write down a new one as one transaction; return the new one.

        `transform` returns the job as it is to be, or None for nothing to happen at all; then
        None is returned. Raises JobNotFound, LibraryError.
        """

        def rewrite(connection: apsw.Connection) -> tuple[JobEntry, JobEntry] | None:
            key, old = job_rows.read_job(connection, job_id)
            new = transform(old)
            if new is None:
                return None
            if not may_step(old.state, new.state):
                raise IllegalStep(f"{job_id}: {old.state} to {new.state}")
            self._rewrite(connection, key, old, new)
            take = job_rows.next_take(connection, fresh.shot_id)
            taken = dataclasses.replace(fresh, take=take)
            return JobEntry(key, new), JobEntry(job_rows.insert_job(connection, taken), taken)

        both = await self._own.write(rewrite)
        if both is None:
            return None
        changed, added = both
        self._announce(JobsChanged((changed,)))
        self._announce(JobsAdded((added,)))
        return added

    async def change(self, job_id: str, transform: Callable[[Job], Job]) -> Job:
        """Read a job, let `transform` make the new one, and commit it, as one transaction.

        A step that must outlive the database, as to READY, gets its receipt. Nothing is written
        or announced when the job stays the same. `transform` runs on the database's thread and
        may run without effect if the commit fails.

        Raises JobNotFound, LibraryError; IllegalStep for a step the life of a job does not have.
        """
        return await self._change(job_id, lambda _, job: transform(job))

    async def _change(self, job_id: str, transform: Callable[[apsw.Connection, Job], Job]) -> Job:
        """Do what `change` does; `transform` may look at the other jobs and raise."""

        def rewrite(connection: apsw.Connection) -> tuple[int, Job, bool]:
            key, old = job_rows.read_job(connection, job_id)
            new = transform(connection, old)
            if new == old:
                return key, old, False
            if not may_step(old.state, new.state):
                raise IllegalStep(f"{job_id}: {old.state} to {new.state}")
            self._rewrite(connection, key, old, new)
            return key, new, True

        key, job, changed = await self._own.write(rewrite)
        (self._sending.add if job.state is JobState.SENDING else self._sending.discard)(job_id)
        if changed:
            self._announce(JobsChanged((JobEntry(key, job),)))
        return job

    async def rank_waiting(self, ranks: Mapping[str, float]) -> None:
        """Have waiting jobs, by id, stand elsewhere among those that wait, all or none.

        Jobs that do not wait any more are passed over. Raises LibraryError.
        """

        def rewrite(connection: apsw.Connection) -> list[JobEntry]:
            moved = []
            for job_id, rank in ranks.items():
                with contextlib.suppress(JobNotFound):
                    key, old = job_rows.read_job(connection, job_id)
                    if old.state is JobState.WAITING and old.sending_order != rank:
                        new = dataclasses.replace(old, waiting_rank=rank)
                        job_rows.update_job(connection, key, new)
                        moved.append(JobEntry(key, new))
            return moved

        moved = await self._own.write(rewrite)
        if moved:
            self._announce(JobsChanged(tuple(moved)))

    async def journal_sending(self, job_id: str, at: float, service: str | None = None) -> Job:
        """Write down that a waiting job is being sent to a service, in database and receipts.

        When this returns, both are on the disk, and this computer knows how far the receipts
        went; when it raises, nothing may be sent.

        Raises JobNotFound, LibraryError; IllegalStep if the job is not waiting.
        """

        def to_sending(job: Job) -> Job:
            if job.state is not JobState.WAITING:
                raise IllegalStep(f"{job.id}: {job.state} to sending")
            if self.is_away:
                raise LibraryAway
            return dataclasses.replace(
                job, state=JobState.SENDING, sent_at=at, service=service, error=None
            )

        try:
            job = await self.change(job_id, to_sending)
            await self._own.read(lambda _: self._remember())
        except IllegalStep:
            raise
        except Exception:
            self._not_sent[job_id] = at
            await self._take_back_unsent()
            raise
        return job

    async def journal_settled(self, job_id: str, state: JobState, error: RushesError) -> Job:
        """Write down how a send ended that brought no id: WAITING, REJECTED or UNKNOWN.

        That a job surely never left, or was surely refused, stands in the receipts before it
        stands in the database: wherever that breaks off, what may have been sent is taken as
        sent. Raises JobNotFound, LibraryError; IllegalStep if the job was not being sent.
        """
        ended_at = None if state is JobState.WAITING else time.time()
        kept = job_error(error)
        return await self.change(
            job_id,
            lambda job: dataclasses.replace(job, state=state, error=kept, finished_at=ended_at),
        )

    async def journal_acceptance(
        self, job_id: str, remote_id: str, at: float, service: str | None = None
    ) -> Job:
        """Keep the id that the service gave; raises LibraryError, and may then be called again.

        `service` is the service's origin where it may be another than the job was sent to.
        """

        return await self.change(job_id, lambda job: _accepted(job, remote_id, at, service))

    async def adopt(self, job_id: str, remote_id: str, at: float, service: str) -> Job:
        """Have a job follow the request that a person names, if it still asks for one.

        Whether the request is another job's is looked at in the same transaction: until the reply
        to a job that is being sent is written down, nobody knows its id.

        Raises RemoteIdTaken, RemoteIdUnsettled, JobNotFound, LibraryError.
        """

        def to_adopted(connection: apsw.Connection, job: Job) -> Job:
            if job.state not in ASKING_STATES:
                return job
            owner = queries.id_of_owner(connection, remote_id)
            if owner is not None and owner != job_id:
                raise RemoteIdTaken(owner)
            if queries.is_being_sent(connection, job.request.digest):
                raise RemoteIdUnsettled
            return _accepted(job, remote_id, at, service)

        return await self._change(job_id, to_adopted)

    async def fill_traits(self, most: int) -> bool:
        """Make the figures that searches ask for of some more jobs of an older library.

        Returns whether there is more to do; raises LibraryError. See `rushes.library.traits`.
        """
        return await self._own.write(lambda c: fill_traits(c, most))

    async def add_thumbnail(self, key: int, jpeg: bytes) -> None:
        """Keep a thumbnail (JPEG) for a job's key; raises LibraryError."""
        if self._pictures is not None:
            await self._pictures.write(lambda c: put_thumbnail(c, key, jpeg))
            self._announce(ThumbnailAdded(key))

    @property
    def _own(self) -> DatabaseThread:
        if self._writer is None:
            raise RuntimeError("the library was not opened for writing")
        return self._writer

    def _rewrite(self, connection: apsw.Connection, key: int, old: Job, new: Job) -> None:
        """Write a job over its row; what must outlive the database is on the disk before that."""
        end = self._receipts.step(old, new)
        job_rows.update_job(connection, key, new)
        if new.prompt != old.prompt:
            job_rows.rewrite_words(connection, key, new)
        if end is not None:
            write_facts(connection, receipts_end=end)

    async def _take_back_unsent(self) -> None:
        """Have jobs wait again that were written down as being sent, and then were not.

        What the disk does not take now is taken back when the library comes back; after the end of
        the program nobody knows any more, and such a job is UNKNOWN.
        """
        with contextlib.suppress(LibraryError):
            for job_id, at in tuple(self._not_sent.items()):
                await self._take_back(job_id, at)
                self._not_sent.pop(job_id, None)

    async def _take_back(self, job_id: str, at: float) -> None:
        def to_waiting(job: Job) -> Job:
            if job.state is not JobState.SENDING or job.sent_at != at:
                return job
            return dataclasses.replace(job, state=JobState.WAITING, sent_at=None)

        def note(connection: apsw.Connection) -> None:
            told = read_receipts(self.layout.receipts, only={job_id})
            last = max(told, key=lambda receipt: receipt.start, default=None)
            if last is not None and last.event == "sending" and last.at == at:
                self._receipts.returned(job_id, at)

        await self.change(job_id, to_waiting)
        # Where the row was never written, its receipt may have been.
        await self._own.read(note)

    def _remember(self) -> None:
        if self._opening is not None:
            remember(self._opening, self.layout, self._memory)


def _accepted(job: Job, remote_id: str, at: float, service: str | None) -> Job:
    return dataclasses.replace(
        job,
        state=JobState.IN_QUEUE,
        remote_id=remote_id,
        accepted_at=at,
        service=service or job.service,
        finished_at=None,
        error=None,
    )
