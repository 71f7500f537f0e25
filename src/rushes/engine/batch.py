"""Work through jobs without a window, and know when to give up waiting."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from enum import IntEnum

from rushes.domain.job import Job
from rushes.domain.states import ENDED_STATES, JobState
from rushes.engine.engine import Engine
from rushes.engine.events import EngineEvent, Reach, ReachChanged
from rushes.library.announcements import Announcement, JobsAdded, JobsChanged
from rushes.library.library import Library

UNSENT_PATIENCE = 6.0
"""Seconds without the service after which jobs that were not sent are left to wait."""

SENT_PATIENCE = 30.0
"""Seconds without the service after which jobs that it has are left for later."""


class Exit(IntEnum):
    """Exit codes of the command line."""

    DONE = 0
    JOB_FAILED = 1
    BAD_INPUT = 2
    TOKEN = 3
    NOT_REACHABLE = 4
    OUTCOME_UNKNOWN = 5
    LIBRARY = 6
    INTERRUPTED = 130


class Batch:
    """Follows jobs until nothing more happens to them by itself.

    Args:
        report: called with every job that is followed, at each change of it.
        only: ids of the jobs to follow; None follows all that are pending.
    """

    def __init__(
        self,
        library: Library,
        engine: Engine,
        report: Callable[[Job], None],
        only: frozenset[str] | None = None,
    ) -> None:
        self._library = library
        self._engine = engine
        self._report = report
        self._only = only
        self._wake = asyncio.Event()
        self._offline_since: float | None = None
        self._token_needed = False
        self._jobs: dict[str, Job] = {}

    async def run(self, *, until_sent: bool = False) -> Exit:
        """Wait until all jobs came to rest, or the service cannot be had; return the exit code.

        Args:
            until_sent: rest already when the service has answered every submit.
        """
        endings = [
            self._library.subscribe(self._on_announcement),
            self._engine.subscribe(self._on_event),
        ]
        try:
            return await self._follow(until_sent)
        finally:
            for end in endings:
                end()

    async def _follow(self, until_sent: bool) -> Exit:
        for entry in await self._engine.pending():
            self._note(entry.job)
        for job_id in self._only or ():
            self._note((await self._library.job(job_id)).job)
        while True:
            self._wake.clear()
            pending = [entry.job for entry in await self._engine.pending()]
            mine = [job for job in pending if self._only is None or job.id in self._only]
            unsent = [job for job in mine if job.state in (JobState.WAITING, JobState.SENDING)]
            if not (unsent if until_sent else mine):
                return self._verdict()
            if self._token_needed and all(job.state is not JobState.SENDING for job in unsent):
                return Exit.TOKEN
            waits = all(job.state is JobState.WAITING for job in unsent) and bool(unsent)
            patience = UNSENT_PATIENCE if waits else SENT_PATIENCE
            if self._offline_for() > patience:
                return Exit.NOT_REACHABLE
            # Not wait_for: on Python 3.11 it loses an interrupt that comes along with the event.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1.0):
                    await self._wake.wait()

    def _offline_for(self) -> float:
        since = self._offline_since
        return 0.0 if since is None else time.monotonic() - since

    def _verdict(self) -> Exit:
        errors = {job.error.code for job in self._jobs.values() if job.error is not None}
        states = {job.state for job in self._jobs.values()}
        if "token_refused" in errors:
            return Exit.TOKEN
        if JobState.UNKNOWN in states:
            return Exit.OUTCOME_UNKNOWN
        if states & (ENDED_STATES - {JobState.READY}) or JobState.FINISHED in states:
            return Exit.JOB_FAILED
        return Exit.DONE

    def _on_announcement(self, announcement: Announcement) -> None:
        if isinstance(announcement, JobsAdded | JobsChanged):
            for entry in announcement.entries:
                self._note(entry.job)
            self._wake.set()

    def _note(self, job: Job) -> None:
        if (self._only is None or job.id in self._only) and self._jobs.get(job.id) != job:
            self._jobs[job.id] = job
            self._report(job)

    def _on_event(self, event: EngineEvent) -> None:
        if isinstance(event, ReachChanged):
            self._token_needed = event.reach is Reach.TOKEN_NEEDED
            if event.reach is not Reach.OFFLINE:
                self._offline_since = None
            elif self._offline_since is None:
                self._offline_since = time.monotonic()
            self._wake.set()
