"""Sends waiting jobs: written down first, sent once, its outcome never guessed."""

import asyncio
import dataclasses
import logging
import time
from collections.abc import Callable

from rushes.api.client import ServiceClient
from rushes.domain.error_words import job_error
from rushes.domain.errors import (
    LibraryError,
    NotReachable,
    OutcomeUnknown,
    Refused,
    RushesError,
    TokenMissing,
    TokenRefused,
    TooManyCalls,
)
from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.engine.reachability import Reachability
from rushes.engine.stopping import Stop
from rushes.engine.tasks import Tasks
from rushes.library.library import Library

_log = logging.getLogger(__name__)

AT_ONCE = 3
"""Submits under way at the same time."""

_KEEP_ID_PAUSE = 1.0
_LIBRARY_REST = 10.0


class Sender:
    """Takes waiting jobs, oldest first, and submits each exactly once.

    Args:
        on_accepted: told of every job that the service took on.
    """

    def __init__(
        self,
        library: Library,
        service: ServiceClient,
        reachability: Reachability,
        on_accepted: Callable[[Job], None],
    ) -> None:
        self._library = library
        self._service = service
        self._reachability = reachability
        self._on_accepted = on_accepted
        self._wake = asyncio.Event()
        self._under_way: set[str] = set()
        self._tasks = Tasks()
        self._rest_until = 0.0
        self.paused = False

    def poke(self) -> None:
        """There may be something to send."""
        self._wake.set()

    async def run(self, stop: Stop) -> None:
        """Send until told to stop; submits under way are waited for."""
        while not stop.is_set:
            self._wake.clear()
            pause = max(self._reachability.pause, self._rest_until - time.monotonic())
            if self.paused:
                pause = float("inf")
            elif pause <= 0.0:
                for job in await self._next_jobs():
                    self._under_way.add(job.id)
                    self._tasks.spawn(self._send(job), f"send {job.id}")
                pause = float("inf")
            await stop.wait_for(self._wake, pause)

    async def finish(self, grace: float) -> None:
        """Wait for the submits under way, `grace` seconds at most."""
        await self._tasks.finish(grace)

    async def _next_jobs(self) -> list[Job]:
        room = AT_ONCE - len(self._under_way)
        if room <= 0:
            return []
        waiting = await self._library.in_states([JobState.WAITING])
        return [entry.job for entry in waiting if entry.job.id not in self._under_way][:room]

    async def _send(self, job: Job) -> None:
        try:
            await self._submit(job)
        finally:
            self._under_way.discard(job.id)
            self._wake.set()

    async def _submit(self, job: Job) -> None:
        try:
            await self._library.journal_sending(job.id, time.time())
        except LibraryError as error:
            # Nothing has been sent; without a journal nothing will be.
            _log.warning("job %s was not sent: %s", job.id, error.code)
            self._rest_until = time.monotonic() + _LIBRARY_REST
            return
        try:
            accepted = await self._service.submit(job.request)
        except (NotReachable, TokenMissing, TooManyCalls) as error:
            await self._settle(job.id, JobState.WAITING, error)
            self._reachability.note_trouble(error)
        except Refused as error:
            await self._settle(job.id, JobState.REJECTED, error)
            if isinstance(error, TokenRefused):
                self._reachability.note_trouble(error)
            else:
                self._reachability.note_answer()
        except OutcomeUnknown as error:
            await self._settle(job.id, JobState.UNKNOWN, error)
        except BaseException:
            # Whatever broke here, the bytes may have left.
            await self._settle(job.id, JobState.UNKNOWN, OutcomeUnknown("the send broke off"))
            raise
        else:
            self._reachability.note_answer()
            self._on_accepted(await self._keep_id(job.id, accepted.remote_id))

    async def _keep_id(self, job_id: str, remote_id: str) -> Job:
        """Write the id down, however long it takes: losing it would lose what was paid for."""
        accepted_at = time.time()
        while True:
            try:
                return await self._library.journal_acceptance(job_id, remote_id, accepted_at)
            except LibraryError as error:
                _log.warning("the id of job %s cannot be written down yet: %s", job_id, error.code)
                await asyncio.sleep(_KEEP_ID_PAUSE)

    async def _settle(self, job_id: str, state: JobState, error: RushesError) -> None:
        await self._library.change(
            job_id, lambda job: dataclasses.replace(job, state=state, error=job_error(error))
        )
