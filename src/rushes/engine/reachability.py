"""One shared memory of how the service does, so that a thousand jobs do not find out one by one."""

import random
import time
from collections.abc import Callable

from rushes.domain.errors import (
    ConnectionLost,
    NotReachable,
    RushesError,
    TokenMissing,
    TokenRefused,
    TooManyCalls,
)
from rushes.engine.events import Reach, ReachChanged
from rushes.engine.pacing import backoff_delay, reconnect_delay, token_delay

_UNHEARD = (NotReachable, ConnectionLost)


class Reachability:
    """Shared back-off of all calls to the service, on the monotonic clock.

    What the service never heard (no network, a broken connection) is tried again within seconds;
    what it answered with trouble of its own, or with a wish for fewer calls, is left alone for
    longer and longer, and for as long as it asks.

    Attributes:
        reach: how it is now.
        error: why, where it is not well.
    """

    def __init__(self, tell: Callable[[ReachChanged], None], chance: random.Random) -> None:
        self.reach = Reach.NOT_TRIED
        self.error: RushesError | None = None
        self._tell = tell
        self._chance = chance
        self._failures = 0
        self._quiet_until = 0.0
        self._since = 0.0

    @property
    def pause(self) -> float:
        """Seconds for which nothing should be sent; infinite while a token is needed."""
        return float("inf") if self.reach is Reach.TOKEN_NEEDED else self._quiet

    @property
    def pause_of_questions(self) -> float:
        """Seconds for which nothing should be asked.

        A token that was refused once is tried again after minutes, by questions that cost
        nothing: the no may have been a slip. Without any token it is infinite.
        """
        return float("inf") if isinstance(self.error, TokenMissing) else self._quiet

    def note_answer(self) -> None:
        """The service answered in its own form."""
        self._failures, self._quiet_until = 0, 0.0
        self._become(Reach.ONLINE, None)

    def note_trouble(self, error: RushesError) -> None:
        """A call failed in a way that concerns all calls."""
        if isinstance(error, TokenMissing | TokenRefused):
            self._wait_for_token()
            self._become(Reach.TOKEN_NEEDED, error)
            return
        self._wait_longer(error)
        if not isinstance(error, TooManyCalls):
            self._become(Reach.OFFLINE, error)

    def try_now(self) -> None:
        """Forget the back-off: the network changed, the computer woke, or the token is new."""
        self._failures, self._quiet_until = 0, 0.0
        if self.reach is Reach.TOKEN_NEEDED:
            self._become(Reach.NOT_TRIED, None)

    @property
    def _quiet(self) -> float:
        return max(0.0, self._quiet_until - time.monotonic())

    def _wait_for_token(self) -> None:
        if self._quiet <= 0.0:
            self._failures += 1
            wait = token_delay(self._failures, self._chance)
            self._quiet_until = time.monotonic() + wait

    def _wait_longer(self, error: RushesError) -> None:
        now = time.monotonic()
        asked = getattr(error, "retry_after", None) or 0.0
        # Calls that were under way together fail together: one failure of the service.
        is_new = now >= self._quiet_until
        if is_new:
            self._failures += 1
            if isinstance(error, _UNHEARD):
                wait = reconnect_delay(self._failures, self._chance)
            else:
                wait = backoff_delay(self._failures, asked, self._chance)
            self._quiet_until = now + wait
        self._quiet_until = max(self._quiet_until, now + asked)

    def _become(self, reach: Reach, error: RushesError | None) -> None:
        """Tell a change; also when a service out of reach turns out to have its own problem."""
        is_same = reach is self.reach
        if is_same and isinstance(error, _UNHEARD) == isinstance(self.error, _UNHEARD):
            return
        self._since = self._since if is_same else time.time()
        self.reach, self.error = reach, error
        self._tell(ReachChanged(reach, self._since, error))
