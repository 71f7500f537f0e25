"""Which waiting jobs may go out by themselves, and which wait for a person's word."""

import asyncio
from collections.abc import Callable, Iterable

from rushes.engine.events import Reach, SendingAsked

PATIENCE = 20.0
"""Seconds without the service after which what waits is no longer sent unasked."""


class SendGate:
    """Holds waiting jobs back that a person did not just now ask to be sent.

    A job goes out unasked when it was written down while the service could be reached, in this
    session, and no long time without the service lay between. Everything else waits for one
    confirmation: a queue of yesterday must not cost money because a cable was plugged in.

    Args:
        tell: told whenever the jobs that wait for a word are others, or the word would have
            another effect.
        on_opened: called when jobs may go out that could not before.

    Attributes:
        asks: whether there is a person to ask; without one, time without the service changes
            nothing.
    """

    def __init__(self, tell: Callable[[SendingAsked], None], on_opened: Callable[[], None]) -> None:
        self._tell = tell
        self._on_opened = on_opened
        self._free: set[str] = set()
        self._asked: dict[str, None] = {}
        self._withheld: dict[str, bool] = {}
        self._reach = Reach.NOT_TRIED
        self._was_offline = False
        self._closing: asyncio.TimerHandle | None = None
        self.asks = True

    def may_go(self, job_id: str) -> bool:
        """Tell whether a waiting job may be sent."""
        return job_id in self._free

    def let_go(self, job_ids: Iterable[str]) -> None:
        """Jobs that a person has just asked for; without the service they wait for its return."""
        wanted = [job_id for job_id in job_ids if job_id not in self._withheld]
        if self.asks and self._reach is Reach.OFFLINE:
            self._was_offline = True
            self._ask_for(wanted)
        else:
            self._free.update(wanted)
            self._on_opened()

    def hold(self, job_ids: Iterable[str]) -> None:
        """Jobs that wait since an earlier session."""
        self._ask_for(job_ids)

    def open(self) -> None:
        """A person gave the word for all that waits for it."""
        if self._asked:
            self._free.update(self._asked)
            self._asked.clear()
            self._was_offline = False
            self._say()
            self._on_opened()

    def forget(self, job_id: str) -> None:
        """A job does not wait any more."""
        self._free.discard(job_id)
        self._withheld.pop(job_id, None)
        if job_id in self._asked:
            del self._asked[job_id]
            self._say()

    def withhold(self, job_id: str) -> None:
        """Let a waiting job not go, whatever word is given for the others, until `give_back`."""
        if job_id not in self._withheld:
            was_free = job_id in self._free
            self.forget(job_id)
            self._withheld[job_id] = was_free

    def give_back(self, job_id: str) -> None:
        """Have a job that was withheld wait, or go, as it did before."""
        was_free = self._withheld.pop(job_id, None)
        if was_free is not None:
            (self.let_go if was_free else self._ask_for)([job_id])

    def note_reach(self, reach: Reach) -> None:
        """Whether the service answers was told; the same may be told again."""
        if reach is self._reach:
            return
        self._reach = reach
        self.stop()
        if reach is Reach.OFFLINE and self.asks:
            loop = asyncio.get_running_loop()
            self._closing = loop.call_later(PATIENCE, self._close)
        if self._asked:
            self._say()

    def stop(self) -> None:
        """Let nothing happen by itself any more."""
        if self._closing is not None:
            self._closing.cancel()
            self._closing = None

    def _close(self) -> None:
        self._closing = None
        if self._free:
            self._was_offline = True
            waiting = sorted(self._free)
            self._free.clear()
            self._ask_for(waiting)

    def _ask_for(self, job_ids: Iterable[str]) -> None:
        added = dict.fromkeys(job_ids)
        if added:
            self._asked.update(added)
            self._say()

    def _say(self) -> None:
        is_reachable = self._reach in (Reach.ONLINE, Reach.NOT_TRIED)
        # Ids are made in the order of time, and so of sending.
        self._tell(SendingAsked(tuple(sorted(self._asked)), is_reachable, self._was_offline))
