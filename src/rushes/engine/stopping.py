"""Stop by event: work looks between its steps, and nothing is torn from under it."""

import asyncio


class Stop:
    """A wish to stop, seen by everything that runs."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    @property
    def is_set(self) -> bool:
        """Whether to stop."""
        return self._event.is_set()

    def set(self) -> None:
        """Ask everything to stop at its next step."""
        self._event.set()

    async def wait_for(self, wake: asyncio.Event, seconds: float) -> None:
        """Return when woken, when the time is over, or when it is time to stop."""
        if self.is_set or wake.is_set():
            return
        waits = {asyncio.ensure_future(self._event.wait()), asyncio.ensure_future(wake.wait())}
        try:
            await asyncio.wait(
                waits,
                timeout=None if seconds == float("inf") else seconds,
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    async def sleep(self, seconds: float) -> None:
        """Wait, but not longer than until it is time to stop."""
        await self.wait_for(asyncio.Event(), seconds)
