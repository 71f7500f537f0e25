"""What the service says of one job, turned into what the library keeps of it."""

import dataclasses
import time
from collections.abc import Callable

from rushes.api.client import ServiceClient
from rushes.domain.error_words import job_error, words_for
from rushes.domain.errors import (
    AtAnotherService,
    Refused,
    ReplyMalformed,
    RequestGone,
    ResultNotReady,
    ServiceError,
)
from rushes.domain.job import Clip, Job, JobError
from rushes.domain.replies import Phase, ResultReply, StatusReply
from rushes.domain.states import REMOTE_STATES, JobState
from rushes.library.library import Library

_EMPTY_RESULTS = 5
_UNSETTLED_LOOKS = 8
_STRANGE_REPLIES = 3
_GONE_LOOKS = 6
_GONE_SECONDS = 120.0


@dataclasses.dataclass(slots=True)
class Watch:
    """What is remembered of one job between two looks; times are monotonic seconds.

    Attributes:
        word: the service's last word.
        looks: looks since that word changed.
        empty_results: successes without a file, one after the other.
        unsettled_looks: ends that the result did not know of yet.
        strange_replies: replies without sense, one after the other.
        gone_looks, gone_since: how often and since when the service denies the job.
        due: when to look next.
        is_asked: whether a look is under way.
    """

    job_id: str
    remote_id: str
    word: str = ""
    looks: int = 0
    empty_results: int = 0
    unsettled_looks: int = 0
    strange_replies: int = 0
    gone_looks: int = 0
    gone_since: float = 0.0
    due: float = 0.0
    is_asked: bool = False


class Follower:
    """Looks at one job at a time. Each call returns whether the job is to be watched on.

    Args:
        on_finished: told of every job that ended well and has files to fetch.
    """

    def __init__(
        self, library: Library, service: ServiceClient, on_finished: Callable[[Job], None]
    ) -> None:
        self._library = library
        self._service = service
        self._on_finished = on_finished

    async def act_on(self, watch: Watch, reply: StatusReply) -> bool:
        """Follow a status, and ask for the result where it told an end.

        Raises ServiceError, TokenMissing, LibraryError.
        """
        watch.gone_looks = watch.strange_replies = 0
        if reply.phase in (Phase.QUEUED, Phase.RUNNING, Phase.UNRECOGNISED):
            return await self._note_state(watch, reply.phase, reply.word, reply.queue_position)
        try:
            result = await self._service.result(watch.remote_id)
        except ResultNotReady as error:
            watch.unsettled_looks += 1
            if watch.unsettled_looks >= _UNSETTLED_LOOKS:
                return await self._end_by_status(watch, reply, error)
            return True
        except RequestGone as error:
            return await self._end_by_status(watch, reply, error)
        watch.unsettled_looks = 0
        if result.phase in (Phase.QUEUED, Phase.RUNNING, Phase.UNRECOGNISED):
            return await self._note_state(watch, result.phase, result.word, None)
        return await self._act_on_result(watch, result)

    async def note_gone(self, watch: Watch, error: RequestGone) -> bool:
        """A 404 may be a slip of the service: only when it stays is the job given up.

        A job that went to another service is not given up, but left until that one is back.
        Raises LibraryError.
        """
        job = await self._library.change(watch.job_id, self._note_service)
        if not job.is_with(self._service.origin):
            return False
        if watch.gone_looks == 0:
            watch.gone_since = time.monotonic()
        watch.gone_looks += 1
        lasted = time.monotonic() - watch.gone_since
        if watch.gone_looks < _GONE_LOOKS or lasted < _GONE_SECONDS:
            return True
        return await self._end(watch, JobState.EXPIRED, job_error(error))

    async def note_strange(self, watch: Watch, error: ServiceError) -> bool:
        """A no, or an answer without sense: shown with the job, which is followed all the same.

        Raises LibraryError.
        """
        watch.strange_replies += 1
        if isinstance(error, ReplyMalformed) and watch.strange_replies < _STRANGE_REPLIES:
            return True

        def to_noted(job: Job) -> Job:
            return dataclasses.replace(job, error=job_error(error)) if _is_remote(job) else job

        return _is_remote(await self._library.change(watch.job_id, to_noted))

    def _note_service(self, job: Job) -> Job:
        if job.is_with(self._service.origin) or not _is_remote(job):
            return job
        return dataclasses.replace(job, error=job_error(AtAnotherService(job.service or "")))

    async def _end_by_status(self, watch: Watch, reply: StatusReply, error: Refused) -> bool:
        """The status told an end that the result does not confirm: a bad end is believed."""
        if reply.phase is Phase.CANCELLED:
            return await self._end(watch, JobState.CANCELLED, None)
        if reply.phase is Phase.FAILED:
            return await self._end(watch, JobState.FAILED, _failure(error.detail))
        if isinstance(error, RequestGone):
            raise error
        return True

    async def _act_on_result(self, watch: Watch, result: ResultReply) -> bool:
        if result.phase is Phase.CANCELLED:
            return await self._end(watch, JobState.CANCELLED, None)
        if result.phase is Phase.FAILED:
            return await self._end(watch, JobState.FAILED, _failure(result.failure))
        if not result.urls:
            watch.empty_results += 1
            if watch.empty_results < _EMPTY_RESULTS:
                return True
            error = JobError("result_empty", words_for("result_empty").sentence)
            return await self._end(watch, JobState.FAILED, error)

        def to_finished(job: Job) -> Job:
            if not _is_remote(job):
                return job
            return dataclasses.replace(
                job,
                state=JobState.FINISHED,
                service_word=result.word,
                queue_position=None,
                finished_at=time.time(),
                cost=result.cost if result.cost is not None else job.cost,
                clips=tuple(Clip(i, url) for i, url in enumerate(result.urls)),
                error=None,
            )

        job = await self._library.change(watch.job_id, to_finished)
        if job.state is JobState.FINISHED:
            self._on_finished(job)
        return False

    async def _note_state(
        self, watch: Watch, phase: Phase, word: str, position: int | None
    ) -> bool:
        state = JobState.IN_QUEUE if phase is Phase.QUEUED else JobState.IN_PROGRESS

        def to_state(job: Job) -> Job:
            if not _is_remote(job):
                return job
            started = job.started_at
            if started is None and state is JobState.IN_PROGRESS:
                started = time.time()
            return dataclasses.replace(
                job,
                state=state,
                service_word=word,
                queue_position=position,
                started_at=started,
                error=None,
            )

        if watch.word != word:
            watch.word, watch.looks = word, 0
        return _is_remote(await self._library.change(watch.job_id, to_state))

    async def _end(self, watch: Watch, state: JobState, error: JobError | None) -> bool:
        def to_end(job: Job) -> Job:
            if not _is_remote(job):
                return job
            return dataclasses.replace(
                job, state=state, error=error, queue_position=None, finished_at=time.time()
            )

        await self._library.change(watch.job_id, to_end)
        return False


def _is_remote(job: Job) -> bool:
    return job.state in REMOTE_STATES


def _failure(said: str) -> JobError:
    return JobError("job_failed", words_for("job_failed").sentence, said)
