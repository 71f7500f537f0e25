"""What a person says to a job that cannot go on by itself, carried out; nothing pays unasked."""

import dataclasses
import time
from collections.abc import Callable, Iterable

from rushes.api.client import ServiceClient
from rushes.domain.errors import (
    AtAnotherService,
    JobFailed,
    NotAllowed,
    RemoteIdRefused,
    RemoteIdTaken,
    RequestGone,
    ResultEmpty,
    ResultNotReady,
)
from rushes.domain.ids import is_remote_id
from rushes.domain.job import Clip, Job
from rushes.domain.replies import Phase, ResultReply
from rushes.domain.states import FileState, JobState
from rushes.domain.under_way import ASKING_STATES
from rushes.engine.generation import asked_again
from rushes.library.announcements import JobEntry
from rushes.library.library import Library

KEPT = "kept"
SENT_AGAIN = "sent_again"

_MAY_ASK_AGAIN = frozenset({JobState.EXPIRED, JobState.FAILED, JobState.READY})


class Answers:
    """Carries out the answers to UNKNOWN, HELD, EXPIRED and FAILED jobs.

    Args:
        let_go: told the ids of waiting jobs that may be sent now.
        watch: told of jobs that are with the service.
        fetch: told of jobs whose clips can be fetched.
    """

    def __init__(
        self,
        library: Library,
        service: ServiceClient,
        let_go: Callable[[Iterable[str]], None],
        watch: Callable[[Job], None],
        fetch: Callable[[Job], None],
    ) -> None:
        self._library = library
        self._service = service
        self._let_go = let_go
        self._watch = watch
        self._fetch = fetch

    async def adopt(self, job_id: str, remote_id: str) -> Job:
        """Have a job follow the request of this id, once the service says that it knows it.

        Raises RemoteIdRefused, RemoteIdTaken, RemoteIdUnsettled, TokenMissing, ServiceError,
        LibraryError; then the job is as it was.
        """
        wanted = remote_id.strip()
        if not is_remote_id(wanted):
            raise RemoteIdRefused
        owner = await self._library.find_remote(wanted)
        if owner is not None and owner.job.id != job_id:
            raise RemoteIdTaken(owner.job.id)
        job = (await self._library.job(job_id)).job
        if job.state not in ASKING_STATES:
            return job
        await self._service.status(wanted)
        # Meanwhile the id may have come home to the job that it belongs to.
        adopted = await self._library.adopt(job_id, wanted, time.time(), self._service.origin)
        self._watch(adopted)
        return adopted

    async def send_again(self, job_id: str) -> JobEntry:
        """Write down a new job with the very same request, and have it sent.

        The old one keeps its state, so that it can still be followed if it did arrive. A second
        call makes no second new job. Raises LibraryError.
        """
        old = (await self._library.job(job_id)).job
        fresh = asked_again(old)

        def to_sent_again(job: Job) -> Job | None:
            if job.state is not JobState.UNKNOWN or job.answer == SENT_AGAIN:
                return None
            return dataclasses.replace(job, answer=SENT_AGAIN)

        entry = await self._library.change_and_add(job_id, to_sent_again, fresh)
        if entry is None:
            return await self._library.job(job_id)
        self._let_go([fresh.id])
        return entry

    async def keep(self, job_id: str) -> Job:
        """Leave an unknown job as it is, and ask no more; raises LibraryError."""

        def to_kept(job: Job) -> Job:
            if job.state is not JobState.UNKNOWN or job.answer is not None:
                return job
            return dataclasses.replace(job, answer=KEPT)

        return await self._library.change(job_id, to_kept)

    async def send_held(self, job_id: str) -> Job:
        """Send a job of an older copy of the library after all; raises LibraryError."""
        job = await self._step(job_id, JobState.HELD, JobState.WAITING)
        if job.state is JobState.WAITING:
            self._let_go([job.id])
        return job

    async def drop_held(self, job_id: str) -> Job:
        """Never send a job of an older copy of the library; raises LibraryError."""
        return await self._step(job_id, JobState.HELD, JobState.CANCELLED)

    async def ask_again(self, job_id: str) -> Job:
        """Ask the service once more for the result of a job that ended, or whose files are gone.

        Raises JobFailed or ResultEmpty when it says the same as before, ResultNotReady for a
        clip that is here in part, AtAnotherService for a job that this service does not have,
        TokenMissing, ServiceError, LibraryError; then nothing changed.
        """
        job = (await self._library.job(job_id)).job
        if job.state not in _MAY_ASK_AGAIN or job.remote_id is None:
            return job
        result = await self._result(job, job.remote_id)
        if result.phase in (Phase.QUEUED, Phase.RUNNING, Phase.UNRECOGNISED):
            return await self._follow(job)
        if result.phase in (Phase.FAILED, Phase.CANCELLED):
            raise JobFailed(result.failure)
        if not result.urls:
            raise ResultEmpty
        finished = await self._library.change(job_id, lambda now: _with_links(now, result))
        if finished.state is JobState.FINISHED:
            self._fetch(finished)
        return finished

    async def _result(self, job: Job, remote_id: str) -> ResultReply:
        try:
            return await self._service.result(remote_id)
        except (RequestGone, NotAllowed) as error:
            if job.is_with(self._service.origin):
                raise
            raise AtAnotherService(job.service or "") from error

    async def _follow(self, job: Job) -> Job:
        if job.state is JobState.READY:
            raise ResultNotReady

        def to_queue(now: Job) -> Job:
            if now.state not in (JobState.EXPIRED, JobState.FAILED):
                return now
            return dataclasses.replace(
                now, state=JobState.IN_QUEUE, error=None, finished_at=None, clips=()
            )

        followed = await self._library.change(job.id, to_queue)
        if followed.state is JobState.IN_QUEUE:
            self._watch(followed)
        return followed

    async def _step(self, job_id: str, before: JobState, after: JobState) -> Job:
        def to_after(job: Job) -> Job:
            if job.state is not before:
                return job
            ended = time.time() if after is JobState.CANCELLED else job.finished_at
            return dataclasses.replace(job, state=after, error=None, finished_at=ended)

        return await self._library.change(job_id, to_after)


def _with_links(job: Job, result: ResultReply) -> Job:
    """Return the job as finished anew; files that are here stay here."""
    if job.state not in _MAY_ASK_AGAIN:
        return job
    known = {clip.ordinal: clip for clip in job.clips}
    clips = []
    for ordinal, url in enumerate(result.urls):
        clip = known.pop(ordinal, None) or Clip(ordinal, url)
        if clip.state is not FileState.PRESENT:
            clip = dataclasses.replace(clip, url=url, received=0, etag="")
        clips.append(clip)
    # A file that is here is never forgotten because the service now names fewer.
    clips += [clip for clip in known.values() if clip.state is FileState.PRESENT]
    return dataclasses.replace(
        job,
        state=JobState.FINISHED,
        error=None,
        cost=result.cost if result.cost is not None else job.cost,
        clips=tuple(clips),
    )
