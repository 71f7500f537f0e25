"""Asks what is left on the account, and notices the service's return when nothing else asks."""

import asyncio
import logging
import time
from collections.abc import Callable

from rushes.api.client import ServiceClient
from rushes.domain.errors import (
    ConnectionLost,
    NotReachable,
    ServiceDown,
    ServiceError,
    TokenMissing,
    TokenRefused,
    TooManyCalls,
)
from rushes.engine.events import BalanceTold, Reach
from rushes.engine.models import FIRST_MODEL
from rushes.engine.reachability import Reachability
from rushes.engine.stopping import Stop

_log = logging.getLogger(__name__)

EVERY = 300.0
"""Seconds between two questions while the service answers and nothing happens."""

_AFTER_JOBS = 2.0
_CONCERNS_ALL = (ConnectionLost, NotReachable, ServiceDown, TokenRefused, TooManyCalls)


class AccountWatch:
    """Asks for the balance: at the start, after jobs ended, and now and then.

    The balance is asked for on a host of its own (the service's documentation), and a proxy may
    not offer it at all: what goes wrong there says nothing of the service. So whether the service
    answers is asked of the service, by a question that costs nothing and changes nothing; this is
    how its return is noticed while no job is asked about. All keeps to the shared back-off.

    Args:
        tell: told of every balance that came.
        every: seconds between two questions while nothing happens.
        after_jobs: seconds between a poke and its question, so that many are answered by one.
    """

    def __init__(
        self,
        service: ServiceClient,
        reachability: Reachability,
        tell: Callable[[BalanceTold], None],
        *,
        every: float = EVERY,
        after_jobs: float = _AFTER_JOBS,
    ) -> None:
        self._service = service
        self._reachability = reachability
        self._tell = tell
        self._every = every
        self._after_jobs = after_jobs
        self._wake = asyncio.Event()
        self._due = 0.0
        self._was_online = False

    def poke(self) -> None:
        """What is left may be another sum, or there may be a token now."""
        has_token = self._due != float("inf")
        self._due = min(self._due, time.monotonic() + (self._after_jobs if has_token else 0.0))
        self._wake.set()

    def wake(self) -> None:
        """Look again whether the back-off is over, or the service out of reach."""
        self._wake.set()

    async def run(self, stop: Stop) -> None:
        """Watch until told to stop; does nothing while there is no token."""
        while not stop.is_set:
            self._wake.clear()
            pause = self._time_to_next()
            if pause > 0.0:
                await stop.wait_for(self._wake, pause)
                continue
            self._due = time.monotonic() + self._every
            try:
                await self._ask()
            except TokenMissing:
                self._due = float("inf")
                await stop.wait_for(self._wake, float("inf"))
            self._was_online = self._reachability.reach is Reach.ONLINE

    def _time_to_next(self) -> float:
        reach, pause = self._reachability.reach, self._reachability.pause
        came_back = reach is Reach.ONLINE and not self._was_online
        self._was_online = reach is Reach.ONLINE
        if came_back:
            self._due = min(self._due, time.monotonic())
        if pause > 0.0 or reach is Reach.OFFLINE:
            return pause
        return self._due - time.monotonic()

    async def _ask(self) -> None:
        if self._reachability.reach is not Reach.ONLINE and not await self._answers():
            self._due = 0.0
            return
        try:
            balance = await self._service.balance()
        except TooManyCalls as error:
            _log.info("the balance was not told: %s", error.code)
            self._due = time.monotonic() + max(error.retry_after or 0.0, self._every)
        except ServiceError as error:
            _log.info("the balance was not told: %s", error.code)
            if isinstance(error, _CONCERNS_ALL):
                await self._answers()
        else:
            self._tell(BalanceTold(balance))

    async def _answers(self) -> bool:
        """Ask the service for one model's entry; tell whether it answered, and have it shared."""
        try:
            await self._service.model(FIRST_MODEL)
        except _CONCERNS_ALL as error:
            self._reachability.note_trouble(error)
            return False
        except ServiceError as error:
            # It may not offer this very question, but it is there.
            _log.debug("the service answers: %s", error.code)
        self._reachability.note_answer()
        return True
