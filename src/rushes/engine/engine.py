"""The engine: what a window or a command asks for, done by sender, poller and fetcher."""

import dataclasses
import logging
import random
import time
from collections.abc import Callable, Sequence

from rushes.api.client import ServiceClient
from rushes.api.media_download import MediaDownload
from rushes.domain.errors import ServiceError, TokenMissing
from rushes.domain.job import Job
from rushes.domain.states import ACTIVE_STATES, FETCHING_STATES, REMOTE_STATES, JobState
from rushes.engine.credentials import Credentials
from rushes.engine.events import (
    EngineEvent,
    EventSubscriber,
    ReachChanged,
    SendingPaused,
)
from rushes.engine.fetcher import WAITS_FOR_PERSON, Fetcher
from rushes.engine.generation import GenerationWish, jobs_for
from rushes.engine.pacing import FIRST
from rushes.engine.poller import Poller
from rushes.engine.reachability import Reachability
from rushes.engine.sender import Sender
from rushes.engine.stopping import Stop
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library

_log = logging.getLogger(__name__)

POST_GRACE = 10.0
"""Seconds that a submit under way is waited for when the program closes."""

GRACE = 3.0
"""Seconds that anything else is waited for."""


class Engine:
    """Moves the jobs of one library through their lives, with one service.

    It lives on one event loop. What it commits is announced by the library; passing things are
    told to its own subscribers.

    Args:
        library: open, and owned by this process.
        service: calls to the service; closed by `stop`.
        download: fetches media; closed by `stop`.
        credentials: where the token comes from.
    """

    def __init__(
        self,
        library: Library,
        service: ServiceClient,
        download: MediaDownload,
        credentials: Credentials,
    ) -> None:
        chance = random.Random()
        self._library = library
        self._service = service
        self._download = download
        self._credentials = credentials
        self._subscribers: list[EventSubscriber] = []
        self._stop = Stop()
        self._tasks = Tasks()
        self.reachability = Reachability(self._on_reach, chance)
        self._sender = Sender(library, service, self.reachability, self._on_accepted)
        self._poller = Poller(library, service, self.reachability, self._on_finished, chance)
        self._fetcher = Fetcher(library, service, download, self._tell, chance)

    @classmethod
    def create(
        cls, library: Library, origin: str, largest_download: int, credentials: Credentials
    ) -> "Engine":
        """Make an engine and its clients for a service's origin."""
        service = ServiceClient(origin, credentials.token)
        download = MediaDownload(origin, largest_download)
        return cls(library, service, download, credentials)

    async def start(self) -> None:
        """Settle what an earlier process left, and begin to work."""
        for entry in await self._library.recover():
            _log.info("job %s was being sent when Rushes ended: %s", entry.job.id, entry.job.state)
        remote = await self._library.in_states(REMOTE_STATES)
        self._poller.watch((entry.job for entry in remote), first_look=0.5)
        for entry in await self._library.in_states(FETCHING_STATES):
            if not _waits_for_person(entry.job):
                self._fetcher.fetch(entry.job, self._stop)
        self._tasks.spawn(self._sender.run(self._stop), "sender")
        self._tasks.spawn(self._poller.run(self._stop), "poller")

    async def stop(self) -> None:
        """Come to rest: a submit under way is waited for, all else stops at its next step."""
        self._stop.set()
        await self._sender.finish(POST_GRACE)
        await self._poller.finish(GRACE)
        await self._fetcher.finish(GRACE)
        await self._tasks.finish(GRACE)
        await self._service.close()
        await self._download.close()

    def subscribe(self, subscriber: EventSubscriber) -> Callable[[], None]:
        """Have a function called with every engine event; returns what ends that."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    async def generate(self, wishes: Sequence[GenerationWish]) -> list[JobEntry]:
        """Write down the jobs of the wishes, and have them sent.

        Raises InputRefused, TokenMissing and LibraryError; then nothing was written or sent.
        """
        if not self._credentials.token():
            raise TokenMissing
        jobs = [job for wish in wishes for job in jobs_for(wish)]
        entries = await self._library.add(jobs)
        self._sender.poke()
        return entries

    async def cancel(self, job_id: str) -> Job:
        """Cancel a job that waits here, or ask the service to cancel one that it has.

        The job shows that cancelling was asked until the service answers. Raises JobNotFound,
        LibraryError.
        """

        def to_asked(job: Job) -> Job:
            if job.state is JobState.WAITING:
                return dataclasses.replace(job, state=JobState.CANCELLED, finished_at=time.time())
            if job.state in REMOTE_STATES:
                return dataclasses.replace(job, cancel_asked_at=time.time(), cancel_answer=None)
            return job

        job = await self._library.change(job_id, to_asked)
        if job.state in REMOTE_STATES and job.remote_id is not None:
            self._tasks.spawn(self._ask_to_cancel(job.id, job.remote_id), f"cancel {job_id}")
        return job

    async def settle_cancels(self) -> None:
        """Return when no question to cancel is under way."""
        while any(task.get_name().startswith("cancel ") for task in self._tasks.running):
            await self._stop.sleep(0.05)

    def pause_sending(self, paused: bool) -> None:
        """Hold waiting jobs back, or let them go."""
        self._sender.paused = paused
        self._sender.poke()
        self._tell(SendingPaused(paused))

    @property
    def is_sending_paused(self) -> bool:
        """Whether waiting jobs are held back."""
        return self._sender.paused

    def look_now(self) -> None:
        """Ask about everything soon: the computer woke, or the network changed."""
        self.reachability.try_now()
        self._poller.poke()
        self._sender.poke()

    async def pending(self) -> list[JobEntry]:
        """Return the jobs that the engine will still move by itself."""
        active = await self._library.in_states(ACTIVE_STATES)
        return [entry for entry in active if not _waits_for_person(entry.job)]

    async def _ask_to_cancel(self, job_id: str, remote_id: str) -> None:
        tries = 0
        while not self._stop.is_set and tries < 3:
            try:
                reply = await self._service.cancel(remote_id)
            except (ServiceError, TokenMissing) as error:
                tries += 1
                _log.info("cancelling job %s: %s", job_id, error.code)
                await self._stop.sleep(2.0 * tries)
                continue

            def to_answered(job: Job, outcome: str = reply.outcome) -> Job:
                if job.state not in REMOTE_STATES:
                    return job
                answered = dataclasses.replace(job, cancel_answer=outcome)
                if outcome == "cancelled":
                    return dataclasses.replace(
                        answered, state=JobState.CANCELLED, finished_at=time.time()
                    )
                return answered

            await self._library.change(job_id, to_answered)
            return

    def _on_accepted(self, job: Job) -> None:
        self._poller.watch([job], first_look=FIRST)

    def _on_finished(self, job: Job) -> None:
        self._fetcher.fetch(job, self._stop)

    def _on_reach(self, change: ReachChanged) -> None:
        self._sender.poke()
        self._poller.wake()
        self._tell(change)

    def _tell(self, event: EngineEvent) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(event)


def _waits_for_person(job: Job) -> bool:
    return job.error is not None and job.error.code in WAITS_FOR_PERSON
