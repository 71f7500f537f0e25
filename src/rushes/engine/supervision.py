"""Bugs in the engine's work: each is told once, and none ends a loop for good."""

import asyncio
import logging
import time
import traceback
from collections.abc import Awaitable, Callable

from rushes.domain.errors import LibraryError
from rushes.engine.events import WorkBroken
from rushes.engine.pacing import restart_delay
from rushes.engine.stopping import Stop

_log = logging.getLogger(__name__)

_QUIET_AGAIN = 120.0
"""Seconds without another bug after which the pauses begin anew."""


class GrowingPause:
    """How long to leave something alone that broke: longer each time, until it went well."""

    def __init__(self) -> None:
        self._times = 0
        self._last = float("-inf")

    def next(self) -> float:
        """Return the seconds to wait now that it broke once more."""
        now = time.monotonic()
        self._times = self._times + 1 if now - self._last < _QUIET_AGAIN else 1
        self._last = now
        return restart_delay(self._times)


class Supervision:
    """Starts loops again that broke, and has their jobs taken up again.

    What is wrong in the world has error types of its own and is handled where it happens. All
    else is a bug: its trace is logged once, a person is told once, and the work goes on after
    1 to 60 seconds.

    Args:
        tell: told of each bug when it is met for the first time.
        take_up: follows again everything that is on its way; what was broken off may have held a
            job that nobody else looks after.
    """

    def __init__(
        self, tell: Callable[[WorkBroken], None], take_up: Callable[[], Awaitable[None]]
    ) -> None:
        self._tell = tell
        self._take_up = take_up
        self._known: set[object] = set()
        self._met = asyncio.Event()

    def note_bug(self, work: str, error: BaseException) -> None:
        """A piece of work was broken off by a bug; `work` names it for the log."""
        self._met.set()
        place = traceback.extract_tb(error.__traceback__)
        bug = (type(error), *((frame.filename, frame.lineno) for frame in place[-1:]))
        if bug in self._known:
            _log.info("%s broke off again: %s", work, type(error).__name__)
            return
        self._known.add(bug)
        _log.error("%s broke off", work, exc_info=error)
        self._tell(WorkBroken())

    async def keep_running(
        self, loop: Callable[[Stop], Awaitable[None]], name: str, stop: Stop
    ) -> None:
        """Run a loop until it is told to stop, however often it breaks."""
        pause = GrowingPause()
        while not stop.is_set:
            try:
                return await loop(stop)
            except Exception as error:
                self.note_bug(name, error)
            await stop.sleep(pause.next())

    async def run(self, stop: Stop) -> None:
        """After each bug, have taken up again what may have been lost sight of."""
        pause = GrowingPause()
        while not stop.is_set:
            await stop.wait_for(self._met, float("inf"))
            await stop.sleep(pause.next())
            await self._mend(stop)

    async def _mend(self, stop: Stop) -> None:
        if stop.is_set:
            return
        self._met.clear()
        try:
            await self._take_up()
        except LibraryError as error:
            _log.info("jobs cannot be taken up again for now: %s", error.code)
            self._met.set()
