"""The jobs of the simulator: they wait in a queue, are made, and end."""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType

from rushes.simulator.made_file import MadeFile
from rushes.simulator.output_form import Commission

_logger = logging.getLogger(__name__)

_QUEUE_SHARE = 0.3
"""How much of the pace a job spends waiting in the queue, when nothing is before it."""

Make = Callable[[Commission, threading.Event], Awaitable[Sequence[MadeFile]]]
"""Makes the files of a commission; gives up early when the event is set."""


class RemoteState(StrEnum):
    """The state of a job as the result call names it."""

    IN_QUEUE = "in_queue"
    IN_PROGRESS = "in_progress"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(slots=True, eq=False)
class RemoteJob:
    """One accepted submit.

    Attributes:
        request_id: its id.
        owner: digest of the token that it came with.
        commission: what is to be made.
        state: where it is.
        created_at, finished_at: moments in UTC; the second is None until the job has ended.
        files: what was made, once it succeeded.
        failure: why it failed, else empty.
        abandoned: set when nobody wants the result any more.
        over: set once the job has ended.
        number: its place in the order of acceptance, counted from 1; 0 before that.
    """

    request_id: str
    owner: str
    commission: Commission
    state: RemoteState = RemoteState.IN_QUEUE
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    finished_at: datetime | None = None
    files: Sequence[MadeFile] = ()
    failure: str = ""
    abandoned: threading.Event = field(default_factory=threading.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    number: int = 0

    @property
    def has_ended(self) -> bool:
        """Whether the state will not change any more."""
        return self.finished_at is not None

    def end(self, state: RemoteState) -> None:
        """Enter a last state, now."""
        self.state, self.finished_at = state, datetime.now(UTC)
        self.over.set()


class JobQueue:
    """Moves jobs from the queue through the making to their end.

    A job waits for its share of the pace and for one of `slots` places, then is in progress for
    the rest of the pace, or longer if the making takes longer. The making begins at once, so that
    the pace also covers it.
    """

    def __init__(self, make: Make, *, pace_seconds: float, slots: int) -> None:
        self._make = make
        self._pace_seconds = pace_seconds
        self._places = asyncio.Semaphore(slots)
        self._jobs: dict[str, RemoteJob] = {}
        self._queued: dict[str, RemoteJob] = {}
        self._lives: dict[str, asyncio.Task[None]] = {}

    def submit(self, job: RemoteJob) -> None:
        """Take a job in."""
        job.number = len(self._jobs) + 1
        self._jobs[job.request_id] = self._queued[job.request_id] = job
        life = asyncio.create_task(self._live(job), name=f"job {job.request_id}")
        self._lives[job.request_id] = life
        life.add_done_callback(lambda _: self._lives.pop(job.request_id, None))

    @property
    def jobs(self) -> Mapping[str, RemoteJob]:
        """Every job by its id, in the order of acceptance."""
        return MappingProxyType(self._jobs)

    def find(self, request_id: str) -> RemoteJob | None:
        """Return a job, or None."""
        return self._jobs.get(request_id)

    def position(self, job: RemoteJob) -> int | None:
        """The job's place in the queue, counted from 1; None when it is not in the queue."""
        places = enumerate(self._queued, start=1)
        return next((place for place, each in places if each == job.request_id), None)

    def cancel(self, job: RemoteJob) -> bool:
        """Cancel a job that is still in the queue; return whether it is cancelled."""
        if job.state is RemoteState.IN_QUEUE:
            job.end(RemoteState.CANCELLED)
            self._leave(job)
        return job.state is RemoteState.CANCELLED

    async def stop(self) -> None:
        """Abandon all that is not finished."""
        lives = list(self._lives.values())
        for job in self._jobs.values():
            if not job.has_ended:
                self._leave(job)
        await asyncio.gather(*lives, return_exceptions=True)

    def _leave(self, job: RemoteJob) -> None:
        job.abandoned.set()
        self._queued.pop(job.request_id, None)
        life = self._lives.get(job.request_id)
        if life is not None:
            life.cancel()

    async def _live(self, job: RemoteJob) -> None:
        making = asyncio.ensure_future(self._make(job.commission, job.abandoned))
        try:
            await asyncio.sleep(self._pace_seconds * _QUEUE_SHARE)
            async with self._places:
                self._queued.pop(job.request_id, None)
                job.state = RemoteState.IN_PROGRESS
                # Both must be over: the pace and the making.
                pause = asyncio.sleep(self._pace_seconds * (1 - _QUEUE_SHARE))
                job.files, _ = await asyncio.gather(making, pause)
            job.end(RemoteState.SUCCEEDED)
        except Exception:
            _logger.exception("job %s cannot be made", job.request_id)
            job.failure = "The output could not be made."
            job.end(RemoteState.FAILED)
        finally:
            making.cancel()
            await asyncio.gather(making, return_exceptions=True)
