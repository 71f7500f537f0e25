"""Watches all jobs that are with the service: one loop, one due time for each."""

import asyncio
import heapq
import itertools
import logging
import random
import time
from collections.abc import Callable, Iterable

from rushes.api.client import ServiceClient
from rushes.domain.errors import (
    ConnectionLost,
    JobNotFound,
    LibraryError,
    NotReachable,
    RequestGone,
    ServiceDown,
    ServiceError,
    TokenMissing,
    TokenRefused,
    TooManyCalls,
)
from rushes.domain.job import Job
from rushes.engine.following import Follower, Watch
from rushes.engine.pacing import poll_delay
from rushes.engine.reachability import Reachability
from rushes.engine.stopping import Stop
from rushes.engine.tasks import Tasks
from rushes.library.library import Library

_log = logging.getLogger(__name__)

AT_ONCE = 6
"""Questions under way at the same time."""

SPACING = 0.08
"""Seconds between the beginnings of two questions, however many jobs are due."""

_LIBRARY_REST = 5.0

_CONCERNS_ALL = (
    ConnectionLost,
    NotReachable,
    ServiceDown,
    TokenMissing,
    TokenRefused,
    TooManyCalls,
)


class Poller:
    """Asks for the state of every job with the service, and for the result of those that ended.

    Args:
        on_finished: told of every job that ended well and has files to fetch.
        chance: source of jitter.
        note_bug: told what a bug broke off.
    """

    def __init__(
        self,
        library: Library,
        service: ServiceClient,
        reachability: Reachability,
        on_finished: Callable[[Job], None],
        chance: random.Random,
        note_bug: Callable[[str, BaseException], None],
    ) -> None:
        self._service = service
        self._reachability = reachability
        self._follower = Follower(library, service, on_finished)
        self._chance = chance
        self._note_bug = note_bug
        self._watches: dict[str, Watch] = {}
        self._heap: list[tuple[float, int, str]] = []
        self._order = itertools.count()
        self._wake = asyncio.Event()
        self._tasks = Tasks()

    def watch(self, jobs: Iterable[Job], first_look: float = 0.0) -> None:
        """Begin to watch jobs; the first look comes after `first_look` seconds, spread a little."""
        for job in jobs:
            if job.remote_id is not None and job.id not in self._watches:
                watch = Watch(job.id, job.remote_id)
                self._watches[job.id] = watch
                self._schedule(watch, first_look * self._chance.uniform(0.8, 1.2))
        self._wake.set()

    def poke(self) -> None:
        """Look at every job soon: the computer woke, the network changed, or a person asks."""
        for watch in self._watches.values():
            watch.looks = 0
            if not watch.is_asked:
                self._schedule(watch, self._chance.uniform(0.0, 2.0))
        self._wake.set()

    def wake(self) -> None:
        """Look again whether the back-off is over."""
        self._wake.set()

    async def run(self, stop: Stop) -> None:
        """Watch until told to stop."""
        # A run that broke off may have taken a watch out of the order, and not put it back.
        for each in self._watches.values():
            if not each.is_asked:
                self._schedule(each, max(0.0, each.due - time.monotonic()))
        while not stop.is_set:
            self._wake.clear()
            pause = self._reachability.pause_of_questions
            if pause <= 0.0:
                pause = self._time_to_next()
            if pause <= 0.0:
                watch = self._take_due()
                if watch is not None:
                    self._tasks.spawn(self._look(watch), f"poll {watch.job_id}")
                    watch.is_asked = True
                await stop.sleep(SPACING)
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

    def _take_due(self) -> Watch | None:
        _, _, job_id = heapq.heappop(self._heap)
        return self._watches.get(job_id)

    def _schedule(self, watch: Watch, seconds: float) -> None:
        watch.due = time.monotonic() + seconds
        heapq.heappush(self._heap, (watch.due, next(self._order), watch.job_id))

    async def _look(self, watch: Watch) -> None:
        position: int | None = None
        going_on = True
        rest = 0.0
        try:
            going_on, position = await self._ask(watch)
        except _CONCERNS_ALL as error:
            self._reachability.note_trouble(error)
        except LibraryError as error:
            # What the service said is said again at the next look.
            _log.info("job %s cannot be followed for now: %s", watch.job_id, error.code)
            going_on, rest = not isinstance(error, JobNotFound), _LIBRARY_REST
        except Exception as error:
            self._note_bug(f"the look at job {watch.job_id}", error)
        finally:
            watch.is_asked = False
            if going_on:
                delay = max(rest, poll_delay(watch.looks, position, self._chance))
                watch.looks += 1
                self._schedule(watch, delay)
            else:
                self._watches.pop(watch.job_id, None)
            self._wake.set()

    async def _ask(self, watch: Watch) -> tuple[bool, int | None]:
        """Ask, and act on the answer; return whether to go on, and the place in the queue."""
        try:
            reply = await self._service.status(watch.remote_id)
            self._reachability.note_answer()
            return await self._follower.act_on(watch, reply), reply.queue_position
        except _CONCERNS_ALL:
            raise
        except RequestGone as error:
            self._reachability.note_answer()
            return await self._follower.note_gone(watch, error), None
        except ServiceError as error:
            self._reachability.note_answer()
            return await self._follower.note_strange(watch, error), None
