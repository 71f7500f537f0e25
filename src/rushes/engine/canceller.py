"""Asks the service to cancel jobs, and goes on asking until it has answered."""

import dataclasses
import logging
import time
from collections.abc import Callable

from rushes.api.client import ServiceClient
from rushes.domain.errors import LibraryError, Refused, ServiceError, TokenMissing, TokenRefused
from rushes.domain.job import Job
from rushes.domain.states import REMOTE_STATES, JobState
from rushes.engine.stopping import Stop
from rushes.engine.tasks import Tasks
from rushes.library.library import Library

_log = logging.getLogger(__name__)

REFUSED = "refused"
"""What a job keeps as the answer when the service refused the very question."""

_FIRST_PAUSE = 2.0
_LONGEST_PAUSE = 60.0


class Canceller:
    """Carries the wish to cancel to the service; the wish is in the library already.

    Args:
        note_bug: told what a bug broke off.
    """

    def __init__(
        self,
        library: Library,
        service: ServiceClient,
        note_bug: Callable[[str, BaseException], None],
    ) -> None:
        self._library = library
        self._service = service
        self._note_bug = note_bug
        self._tasks = Tasks()
        self._asking: set[str] = set()
        self._untried: set[str] = set()

    def ask(self, job: Job, stop: Stop) -> None:
        """Begin to ask, unless that is under way."""
        if job.remote_id is not None and job.id not in self._asking:
            self._asking.add(job.id)
            self._untried.add(job.id)
            self._tasks.spawn(self._ask(job.id, job.remote_id, stop), f"cancel {job.id}")

    @property
    def is_trying(self) -> bool:
        """Whether a wish was not yet tried to be told to the service."""
        return bool(self._untried)

    async def finish(self, grace: float) -> None:
        """Wait for questions under way, `grace` seconds at most."""
        await self._tasks.finish(grace)

    async def _ask(self, job_id: str, remote_id: str, stop: Stop) -> None:
        pause = _FIRST_PAUSE
        try:
            while not stop.is_set:
                try:
                    if not await self._still_wished(job_id):
                        return
                    outcome = (await self._service.cancel(remote_id)).outcome
                    await self._note(job_id, outcome)
                    return
                except Refused as error:
                    if not isinstance(error, TokenRefused):
                        # A 404 says that the service does not know it; its state will tell.
                        await self._note(job_id, REFUSED)
                        return
                except (ServiceError, TokenMissing, LibraryError) as error:
                    _log.info("cancelling job %s: %s", job_id, error.code)
                except Exception as error:
                    self._note_bug(f"the wish to cancel job {job_id}", error)
                self._untried.discard(job_id)
                await stop.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
        finally:
            self._untried.discard(job_id)
            self._asking.discard(job_id)

    async def _still_wished(self, job_id: str) -> bool:
        job = (await self._library.job(job_id)).job
        return job.state in REMOTE_STATES and job.cancel_asked_at is not None

    async def _note(self, job_id: str, outcome: str) -> None:
        """Keep the answer; the outcome alone decides, whatever state is told beside it."""

        def to_answered(job: Job) -> Job:
            if job.state not in REMOTE_STATES:
                return job
            answered = dataclasses.replace(job, cancel_answer=outcome)
            if outcome == "cancelled":
                return dataclasses.replace(
                    answered, state=JobState.CANCELLED, queue_position=None,
                    finished_at=time.time(),
                )  # fmt: skip
            return answered

        await self._library.change(job_id, to_answered)
