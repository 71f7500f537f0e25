"""The engine: what a window or a command asks for, done by sender, poller and fetcher."""

import dataclasses
import logging
import random
import time
from collections.abc import Awaitable, Callable, Sequence

from rushes.api.client import ServiceClient
from rushes.api.media_download import MediaDownload
from rushes.domain.errors import FileTooLarge, HostNotTrusted, TokenMissing
from rushes.domain.job import Job
from rushes.domain.states import (
    ACTIVE_STATES,
    ENDED_STATES,
    FETCHING_STATES,
    REMOTE_STATES,
    JobState,
)
from rushes.domain.subscribers import Subscribers
from rushes.engine.account_watch import AccountWatch
from rushes.engine.answers import Answers
from rushes.engine.canceller import Canceller
from rushes.engine.credentials import Credentials
from rushes.engine.events import (
    EngineEvent,
    EventSubscriber,
    LibraryUnsound,
    Reach,
    ReachChanged,
    SendingPaused,
)
from rushes.engine.fetcher import WAITS_FOR_PERSON, Fetcher
from rushes.engine.generation import GenerationWish, jobs_for
from rushes.engine.library_care import LibraryCare
from rushes.engine.library_watch import LibraryWatch
from rushes.engine.pacing import FIRST
from rushes.engine.poller import Poller
from rushes.engine.reachability import Reachability
from rushes.engine.send_gate import SendGate
from rushes.engine.sender import Sender
from rushes.engine.stopping import Stop
from rushes.engine.supervision import Supervision
from rushes.engine.tasks import Tasks
from rushes.engine.waiting import WaitingJobs
from rushes.engine.wake_watch import WakeWatch
from rushes.library.announcements import Announcement, JobEntry, JobsChanged
from rushes.library.library import Library

_log = logging.getLogger(__name__)

POST_GRACE = 10.0
"""Seconds that a submit under way is waited for when the program closes."""

GRACE = 3.0
"""Seconds that anything else is waited for."""

_HELD_BACK = frozenset({JobState.WAITING, JobState.SENDING})


class Engine:
    """Moves the jobs of one library through their lives, with one service.

    It lives on one event loop. What it commits is announced by the library; passing things are
    told to its own subscribers.

    Args:
        library: open, and owned by this process.
        service: calls to the service; closed by `stop`.
        download: fetches media; closed by `stop`.
        credentials: where the token comes from.

    Attributes:
        answers: what a person says to jobs that cannot go on by themselves.
        reachability: whether the service answers.
        waiting: what a person does to jobs that have not gone out.
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
        self._subscribers = Subscribers[EngineEvent]()
        self._stop = Stop()
        self._tasks = Tasks()
        self.reachability = Reachability(self._on_reach, chance)
        self._gate = SendGate(self._tell, self._poke_sender)
        self._supervision = Supervision(self._tell, self._take_up)
        note_bug = self._supervision.note_bug
        self._sender = Sender(
            library, service, self.reachability, self._gate.may_go, self._on_accepted, note_bug
        )
        self._poller = Poller(
            library, service, self.reachability, self._on_finished, chance, note_bug
        )
        self._fetcher = Fetcher(
            library, service, download, self._tell, chance, note_bug, self.reachability
        )
        self._canceller = Canceller(library, service, note_bug)
        self._account = AccountWatch(service, self.reachability, self._tell)
        self.answers = Answers(
            library, service, self._gate.let_go, self._on_accepted, self._on_finished
        )
        self.waiting = WaitingJobs(library, self._gate, self.cancel)
        self._unsubscribe = library.subscribe(self._on_announcement)

    @classmethod
    def create(
        cls, library: Library, origin: str, largest_download: int, credentials: Credentials
    ) -> "Engine":
        """Make an engine and its clients for a service's origin."""
        service = ServiceClient(origin, credentials.token)
        download = MediaDownload(origin, largest_download)
        return cls(library, service, download, credentials)

    async def start(self, *, send_waiting: bool = True, asks: bool = False) -> None:
        """Settle what an earlier process left, and begin to work.

        Args:
            send_waiting: whether jobs that wait since an earlier session go out as well.
            asks: whether there is a person to ask: what waits through a time without the service
                then goes out only after one more word. `SendingAsked` tells of these and of
                those of an earlier session; `send_waiting` lets them go.
        """
        await self._library.recover()
        self._gate.asks = asks
        waiting = [entry.job.id for entry in await self._library.in_states([JobState.WAITING])]
        (self._gate.let_go if send_waiting else self._gate.hold)(waiting)
        await self._take_up()
        watch = LibraryWatch(
            self._library, self._poke_sender, self._on_back, self._supervision.note_bug
        )
        self._run("sender", self._sender.run)
        self._run("poller", self._poller.run)
        self._run("wake watch", WakeWatch(self.look_now).run)
        self._run("library watch", watch.run)
        self._run("supervision", self._supervision.run)
        if asks:
            self._run("account watch", self._account.run)
            care = LibraryCare(self._library, lambda: self._tell(LibraryUnsound()))
            self._run("library care", care.run)

    async def stop(self) -> None:
        """Come to rest: a submit under way is waited for, all else stops at its next step."""
        if self._stop.is_set:
            return
        self._stop.set()
        self._gate.stop()
        await self._sender.finish(POST_GRACE)
        await self._poller.finish(GRACE)
        await self._fetcher.finish(GRACE)
        await self._canceller.finish(GRACE)
        await self._tasks.finish(GRACE)
        self._unsubscribe()
        await self._service.close()
        await self._download.close()

    def subscribe(self, subscriber: EventSubscriber) -> Callable[[], None]:
        """Have a function called with every engine event; returns what ends that."""
        return self._subscribers.add(subscriber)

    async def generate(self, wishes: Sequence[GenerationWish]) -> list[JobEntry]:
        """Write down the jobs of the wishes, and have them sent.

        Without the service they wait for its return and one more word. Raises InputRefused,
        TokenMissing and LibraryError; then nothing was written or sent.
        """
        if not self._credentials.token():
            raise TokenMissing
        jobs = [job for wish in wishes for job in jobs_for(wish)]
        entries = await self._library.add(jobs)
        self._gate.let_go(entry.job.id for entry in entries)
        return entries

    async def cancel(self, job_id: str) -> Job:
        """Cancel a job that waits here, or ask the service to cancel one that it has.

        The job shows that cancelling was asked until the service answers, which it is asked
        until it does. Raises JobNotFound, LibraryError.
        """

        def to_asked(job: Job) -> Job:
            if job.state in (JobState.WAITING, JobState.HELD):
                return dataclasses.replace(job, state=JobState.CANCELLED, finished_at=time.time())
            if job.state in REMOTE_STATES:
                return dataclasses.replace(job, cancel_asked_at=time.time(), cancel_answer=None)
            return job

        job = await self._library.change(job_id, to_asked)
        if job.state in REMOTE_STATES:
            self._canceller.ask(job, self._stop)
        return job

    async def settle_cancels(self) -> None:
        """Return when every wish to cancel was answered, or could not be told for now."""
        while self._canceller.is_trying:
            await self._stop.sleep(0.05)

    async def fetch_anyway(self, job_id: str) -> Job:
        """Fetch a clip from a host that is not the service's, or one over the size limit.

        Raises JobNotFound, LibraryError.
        """
        job = (await self._library.job(job_id)).job
        if job.state is JobState.FINISHED and job.error is not None:
            anyway = job.error.code in (HostNotTrusted.code, FileTooLarge.code)
            self._fetcher.fetch(job, self._stop, anyway=anyway)
        return job

    def limit_downloads(self, largest: int) -> None:
        """From now on, fetch no file of more than so many bytes unasked."""
        self._download.largest = largest

    def pause_sending(self, paused: bool) -> None:
        """Hold waiting jobs back, or let them go."""
        self._sender.paused = paused
        self._sender.poke()
        self._tell(SendingPaused(paused))

    @property
    def is_sending_paused(self) -> bool:
        """Whether waiting jobs are held back."""
        return self._sender.paused

    def send_waiting(self) -> None:
        """Send everything that `SendingAsked` told of: a person gave the word."""
        self.reachability.try_now()
        self._gate.open()

    def look_now(self) -> None:
        """Ask about everything soon: the computer woke, or the network changed."""
        self.reachability.try_now()
        self._poller.poke()
        self._fetcher.poke()
        self._sender.poke()
        self._account.poke()

    async def pending(self) -> list[JobEntry]:
        """Return the jobs that the engine will still move by itself."""
        active = await self._library.in_states(ACTIVE_STATES)
        return [
            entry
            for entry in active
            if not _waits_for_person(entry.job)
            and (entry.job.state is not JobState.WAITING or self._gate.may_go(entry.job.id))
        ]

    def _run(self, name: str, loop: Callable[[Stop], Awaitable[None]]) -> None:
        self._tasks.spawn(self._supervision.keep_running(loop, name, self._stop), name)

    async def _take_up(self) -> None:
        """Follow and fetch everything that is on its way."""
        remote = [entry.job for entry in await self._library.in_states(REMOTE_STATES)]
        self._poller.watch(remote, first_look=0.5)
        for job in remote:
            if job.cancel_asked_at is not None and job.cancel_answer is None:
                self._canceller.ask(job, self._stop)
        for entry in await self._library.in_states(FETCHING_STATES):
            if not _waits_for_person(entry.job):
                self._fetcher.fetch(entry.job, self._stop)

    async def _on_back(self, settled: Sequence[JobEntry]) -> None:
        """The library was away and is there again; its jobs may be others than before."""
        for entry in settled:
            _log.info("job %s was left half done: %s", entry.job.id, entry.job.state)
        await self._take_up()
        self.look_now()

    def _poke_sender(self) -> None:
        self._sender.poke()

    def _on_announcement(self, announcement: Announcement) -> None:
        if isinstance(announcement, JobsChanged):
            for entry in announcement.entries:
                if entry.job.state not in _HELD_BACK:
                    self._gate.forget(entry.job.id)
                if entry.job.state in ENDED_STATES:
                    self._account.poke()

    def _on_accepted(self, job: Job) -> None:
        self._poller.watch([job], first_look=FIRST)

    def _on_finished(self, job: Job) -> None:
        self._fetcher.fetch(job, self._stop)

    def _on_reach(self, change: ReachChanged) -> None:
        self._gate.note_reach(change.reach)
        if change.reach is Reach.ONLINE:
            self._fetcher.poke()
        self._sender.poke()
        self._poller.wake()
        self._account.wake()
        self._tell(change)

    def _tell(self, event: EngineEvent) -> None:
        self._subscribers.tell(event)


def _waits_for_person(job: Job) -> bool:
    return job.error is not None and job.error.code in WAITS_FOR_PERSON
