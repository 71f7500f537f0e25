"""One shared memory of how the service does, so that a thousand jobs do not find out one by one."""

import random
import time
from collections.abc import Callable

from rushes.domain.errors import RushesError, TokenMissing, TokenRefused, TooManyCalls
from rushes.engine.events import Reach, ReachChanged
from rushes.engine.pacing import backoff_delay


class Reachability:
    """Shared back-off of all calls to the service.

    Attributes:
        reach: how it is now.
    """

    def __init__(self, tell: Callable[[ReachChanged], None], chance: random.Random) -> None:
        self.reach = Reach.NOT_TRIED
        self._tell = tell
        self._chance = chance
        self._failures = 0
        self._quiet_until = 0.0

    @property
    def pause(self) -> float:
        """Seconds for which nothing should be asked; infinite while a token is needed."""
        if self.reach is Reach.TOKEN_NEEDED:
            return float("inf")
        return max(0.0, self._quiet_until - time.monotonic())

    def note_answer(self) -> None:
        """The service answered in its own form."""
        self._failures, self._quiet_until = 0, 0.0
        self._become(Reach.ONLINE, None)

    def note_trouble(self, error: RushesError) -> None:
        """A call failed in a way that concerns all calls."""
        if isinstance(error, TokenMissing | TokenRefused):
            self._become(Reach.TOKEN_NEEDED, error)
            return
        self._failures += 1
        wait = backoff_delay(self._failures, getattr(error, "retry_after", None), self._chance)
        self._quiet_until = max(self._quiet_until, time.monotonic() + wait)
        if not isinstance(error, TooManyCalls):
            self._become(Reach.OFFLINE, error)

    def try_now(self) -> None:
        """Forget the back-off: the network changed, the computer woke, or the token is new."""
        self._failures, self._quiet_until = 0, 0.0
        if self.reach is Reach.TOKEN_NEEDED:
            self._become(Reach.NOT_TRIED, None)

    def _become(self, reach: Reach, error: RushesError | None) -> None:
        if reach is self.reach:
            return
        self.reach = reach
        self._tell(ReachChanged(reach, time.time(), error))
