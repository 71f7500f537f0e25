"""Sends waiting jobs: written down first, sent once, its outcome never guessed."""

import asyncio
import logging
import time
from collections.abc import Callable

from rushes.api.client import ServiceClient
from rushes.domain.errors import (
    JobNotFound,
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
from rushes.engine.supervision import GrowingPause
from rushes.engine.tasks import Tasks
from rushes.library.library import IllegalStep, Library

_log = logging.getLogger(__name__)

AT_ONCE = 3
"""Submits under way at the same time."""

_RETRY_PAUSE = 1.0
_LIBRARY_REST = 10.0


class Sender:
    """Takes waiting jobs in their order, and submits each exactly once.

    Args:
        may_go: asked whether a waiting job may be sent now.
        on_accepted: told of every job that the service took on.
        note_bug: told what a bug broke off.
    """

    def __init__(
        self,
        library: Library,
        service: ServiceClient,
        reachability: Reachability,
        may_go: Callable[[str], bool],
        on_accepted: Callable[[Job], None],
        note_bug: Callable[[str, BaseException], None],
    ) -> None:
        self._library = library
        self._service = service
        self._reachability = reachability
        self._may_go = may_go
        self._on_accepted = on_accepted
        self._note_bug = note_bug
        self._wake = asyncio.Event()
        self._under_way: set[str] = set()
        self._tasks = Tasks()
        self._rest_until = 0.0
        self._pauses: dict[str, GrowingPause] = {}
        self._resting: dict[str, float] = {}
        self._has_broken_off = False
        self.paused = False

    def poke(self) -> None:
        """There may be something to send."""
        self._wake.set()

    async def run(self, stop: Stop) -> None:
        """Send until told to stop; submits under way are waited for."""
        while not stop.is_set:
            self._wake.clear()
            if self._has_broken_off:
                await self._settle_broken_off()
            pause = max(self._reachability.pause, self._rest_until - time.monotonic())
            if self.paused:
                pause = float("inf")
            elif pause <= 0.0:
                pause = await self._begin(stop)
            await stop.wait_for(self._wake, pause)

    async def finish(self, grace: float) -> None:
        """Wait for the submits under way, `grace` seconds at most."""
        await self._tasks.finish(grace)

    async def _begin(self, stop: Stop) -> float:
        """Begin to send what there is room for; return seconds until it is worth another look."""
        try:
            jobs = await self._next_jobs()
        except LibraryError as error:
            _log.info("waiting jobs cannot be read for now: %s", error.code)
            return _LIBRARY_REST
        if not stop.is_set:
            for job in jobs:
                self._tasks.spawn(self._send(job), f"send {job.id}")
                self._under_way.add(job.id)
        now = time.monotonic()
        self._resting = {job_id: end for job_id, end in self._resting.items() if end > now}
        return min(self._resting.values(), default=float("inf")) - now

    async def _next_jobs(self) -> list[Job]:
        room = AT_ONCE - len(self._under_way)
        if room <= 0:
            return []
        waiting = await self._library.in_states([JobState.WAITING])
        waiting.sort(key=lambda entry: (entry.job.sending_order, entry.key))
        jobs = [entry.job for entry in waiting if self._may_go(entry.job.id)]
        now = time.monotonic()
        return [
            job
            for job in jobs
            if job.id not in self._under_way and self._resting.get(job.id, 0.0) <= now
        ][:room]

    async def _settle_broken_off(self) -> None:
        """Settle jobs whose send a bug broke off as a new start does: nothing goes out twice.

        One that surely never left waits again; one that may have left is UNKNOWN. Only here do
        sends begin, so none begins meanwhile.
        """
        self._has_broken_off = False
        try:
            await self._library.recover(frozenset(self._under_way))
        except LibraryError as error:
            _log.info("broken sends cannot be settled for now: %s", error.code)
            self._rest_until = time.monotonic() + _LIBRARY_REST
            self._has_broken_off = True
        except BaseException:
            self._has_broken_off = True
            raise

    async def _send(self, job: Job) -> None:
        try:
            await self._submit(job)
            self._pauses.pop(job.id, None)
        except Exception as error:
            self._note_bug(f"the send of job {job.id}", error)
            pause = self._pauses.setdefault(job.id, GrowingPause()).next()
            self._resting[job.id] = time.monotonic() + pause
            self._has_broken_off = True
        finally:
            self._under_way.discard(job.id)
            self._wake.set()

    async def _submit(self, job: Job) -> None:
        try:
            await self._library.journal_sending(job.id, time.time(), self._service.origin)
        except JobNotFound:
            return
        except LibraryError as error:
            # Nothing has been sent; without a journal nothing will be.
            _log.info("job %s was not sent: %s", job.id, error.code)
            self._rest_until = time.monotonic() + _LIBRARY_REST
            return
        except IllegalStep:
            # A person cancelled it a moment ago.
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
            self._on_accepted(await self._keep_id(job.id, accepted.remote_id))
            self._reachability.note_answer()

    async def _keep_id(self, job_id: str, remote_id: str) -> Job:
        """Write the id down, however long it takes: losing it would lose what was paid for."""
        accepted_at = time.time()
        pause = GrowingPause()
        while True:
            try:
                return await self._library.journal_acceptance(job_id, remote_id, accepted_at)
            except LibraryError as error:
                # The log is the last place where a person would find it.
                _log.warning(
                    "job %s is %s; it cannot be written down yet: %s", job_id, remote_id, error.code
                )
                await asyncio.sleep(_RETRY_PAUSE)
            except Exception as error:
                self._note_bug(f"writing down that job {job_id} is {remote_id}", error)
                await asyncio.sleep(pause.next())

    async def _settle(self, job_id: str, state: JobState, error: RushesError) -> None:
        """Write down how it ended; where the disk refuses, a new start takes it for UNKNOWN."""
        while True:
            try:
                await self._library.journal_settled(job_id, state, error)
                return
            except LibraryError as refusal:
                _log.info("job %s is %s, not written down: %s", job_id, state, refusal.code)
                await asyncio.sleep(_RETRY_PAUSE)
