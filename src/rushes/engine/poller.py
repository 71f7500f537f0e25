"""Watches all jobs that are with the service: one loop, one due time for each."""

import asyncio
import dataclasses
import heapq
import itertools
import random
import time
from collections.abc import Callable, Iterable

from rushes.api.client import ServiceClient
from rushes.domain.error_words import job_error, words_for
from rushes.domain.errors import (
    ConnectionLost,
    NotReachable,
    ReplyMalformed,
    RequestGone,
    ResultNotReady,
    ServiceDown,
    ServiceError,
    TokenMissing,
    TokenRefused,
    TooManyCalls,
)
from rushes.domain.job import Clip, Job, JobError
from rushes.domain.replies import Phase, ResultReply, StatusReply
from rushes.domain.states import REMOTE_STATES, JobState
from rushes.engine.pacing import poll_delay
from rushes.engine.reachability import Reachability
from rushes.engine.stopping import Stop
from rushes.engine.tasks import Tasks
from rushes.library.library import Library

AT_ONCE = 6
"""Questions under way at the same time."""

_SPACING = 0.04
_EMPTY_RESULTS = 5
_GONE_LOOKS = 6
_GONE_SECONDS = 120.0

_CONCERNS_ALL = (
    ConnectionLost,
    NotReachable,
    ServiceDown,
    TokenMissing,
    TokenRefused,
    TooManyCalls,
)


@dataclasses.dataclass(slots=True)
class _Watch:
    """What is remembered of one job between two looks; times are monotonic seconds."""

    job_id: str
    remote_id: str
    word: str = ""
    looks: int = 0
    empty_results: int = 0
    gone_looks: int = 0
    gone_since: float = 0.0
    due: float = 0.0


class Poller:
    """Asks for the state of every job with the service, and for the result of those that ended.

    Args:
        on_finished: told of every job that ended well and has files to fetch.
        chance: source of jitter.
    """

    def __init__(
        self,
        library: Library,
        service: ServiceClient,
        reachability: Reachability,
        on_finished: Callable[[Job], None],
        chance: random.Random,
    ) -> None:
        self._library = library
        self._service = service
        self._reachability = reachability
        self._on_finished = on_finished
        self._chance = chance
        self._watches: dict[str, _Watch] = {}
        self._heap: list[tuple[float, int, str]] = []
        self._order = itertools.count()
        self._wake = asyncio.Event()
        self._tasks = Tasks()

    def watch(self, jobs: Iterable[Job], first_look: float = 0.0) -> None:
        """Begin to watch jobs; the first look comes after `first_look` seconds, spread a little."""
        for job in jobs:
            if job.remote_id is not None and job.id not in self._watches:
                watch = _Watch(job.id, job.remote_id)
                self._watches[job.id] = watch
                self._schedule(watch, first_look * self._chance.uniform(0.8, 1.2))
        self._wake.set()

    def poke(self) -> None:
        """Look at every job soon: the computer woke, the network changed, or a person asks."""
        for watch in self._watches.values():
            watch.looks = 0
            self._schedule(watch, self._chance.uniform(0.0, 2.0))
        self._wake.set()

    def wake(self) -> None:
        """Look again whether the back-off is over."""
        self._wake.set()

    async def run(self, stop: Stop) -> None:
        """Watch until told to stop."""
        while not stop.is_set:
            self._wake.clear()
            pause = self._reachability.pause
            if pause <= 0.0:
                pause = self._time_to_next()
            if pause <= 0.0:
                watch = self._take_due()
                if watch is not None:
                    self._tasks.spawn(self._look(watch), f"poll {watch.job_id}")
                await stop.sleep(_SPACING)
            else:
                await stop.wait_for(self._wake, pause)

    async def finish(self, grace: float) -> None:
        """Wait for the questions under way, `grace` seconds at most."""
        await self._tasks.finish(grace)

    def _time_to_next(self) -> float:
        if len(self._tasks) >= AT_ONCE:
            return float("inf")
        while self._heap:
            due, _, job_id = self._heap[0]
            watch = self._watches.get(job_id)
            if watch is None or watch.due != due:
                heapq.heappop(self._heap)
                continue
            return due - time.monotonic()
        return float("inf")

    def _take_due(self) -> _Watch | None:
        _, _, job_id = heapq.heappop(self._heap)
        return self._watches.get(job_id)

    def _schedule(self, watch: _Watch, seconds: float) -> None:
        watch.due = time.monotonic() + seconds
        heapq.heappush(self._heap, (watch.due, next(self._order), watch.job_id))

    async def _look(self, watch: _Watch) -> None:
        position: int | None = None
        going_on = True
        try:
            reply = await self._service.status(watch.remote_id)
            self._reachability.note_answer()
            watch.gone_looks = 0
            position = reply.queue_position
            going_on = await self._act_on(watch, reply)
        except _CONCERNS_ALL as error:
            self._reachability.note_trouble(error)
        except RequestGone as error:
            going_on = await self._note_gone(watch, error)
        except ServiceError:
            self._reachability.note_answer()
        finally:
            if going_on and watch.job_id in self._watches:
                delay = poll_delay(watch.looks, position, self._chance)
                watch.looks += 1
                self._schedule(watch, delay)
            else:
                self._watches.pop(watch.job_id, None)
            self._wake.set()

    async def _act_on(self, watch: _Watch, reply: StatusReply) -> bool:
        """Follow a status; return whether the job is to be watched on."""
        if reply.phase in (Phase.QUEUED, Phase.RUNNING, Phase.UNRECOGNISED):
            return await self._note_state(watch, reply.phase, reply.word, reply.queue_position)
        try:
            result = await self._service.result(watch.remote_id)
        except (ResultNotReady, ReplyMalformed):
            return True
        except RequestGone as error:
            if reply.phase is Phase.CANCELLED:
                return await self._end(watch, JobState.CANCELLED, None)
            if reply.phase is Phase.FAILED:
                return await self._end(watch, JobState.FAILED, _failure(error.detail))
            raise
        if result.phase in (Phase.QUEUED, Phase.RUNNING, Phase.UNRECOGNISED):
            return await self._note_state(watch, result.phase, result.word, None)
        return await self._act_on_result(watch, result)

    async def _act_on_result(self, watch: _Watch, result: ResultReply) -> bool:
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
            if job.state not in REMOTE_STATES:
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
        self, watch: _Watch, phase: Phase, word: str, position: int | None
    ) -> bool:
        state = JobState.IN_QUEUE if phase is Phase.QUEUED else JobState.IN_PROGRESS

        def to_state(job: Job) -> Job:
            if job.state not in REMOTE_STATES:
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
        job = await self._library.change(watch.job_id, to_state)
        return job.state in REMOTE_STATES

    async def _end(self, watch: _Watch, state: JobState, error: JobError | None) -> bool:
        def to_end(job: Job) -> Job:
            if job.state not in REMOTE_STATES:
                return job
            return dataclasses.replace(
                job, state=state, error=error, queue_position=None, finished_at=time.time()
            )

        await self._library.change(watch.job_id, to_end)
        return False

    async def _note_gone(self, watch: _Watch, error: RequestGone) -> bool:
        """A 404 may be a slip of the service: only when it stays is the job given up."""
        self._reachability.note_answer()
        if watch.gone_looks == 0:
            watch.gone_since = time.monotonic()
        watch.gone_looks += 1
        lasted = time.monotonic() - watch.gone_since
        if watch.gone_looks < _GONE_LOOKS or lasted < _GONE_SECONDS:
            return True
        return await self._end(watch, JobState.EXPIRED, job_error(error))


def _failure(said: str) -> JobError:
    return JobError("job_failed", words_for("job_failed").sentence, said)
