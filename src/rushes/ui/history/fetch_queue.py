"""Wishes of views, served newest first, one fetch at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from rushes.engine.tasks import Tasks


class FetchQueue:
    """Holds what views wish to see, as numbers, and has it fetched.

    The newest wish comes first, for it is what is on the screen now; old ones fall out once there
    are too many. One fetch is under way at a time. A wish may come again while it is fetched, so
    `fetch` leaves out what is there already.

    Args:
        name: name of the fetching task.
        fetch: fetches a batch of wishes; called again only when it has returned.
        batch: how many wishes one fetch takes.
        longest: how many wishes are remembered.
    """

    def __init__(
        self,
        name: str,
        fetch: Callable[[Sequence[int]], Awaitable[None]],
        batch: int,
        longest: int,
    ) -> None:
        self._name = name
        self._fetch = fetch
        self._batch = batch
        self._longest = longest
        self._wishes: dict[int, None] = {}
        self._is_running = False

    def wish(self, number: int, tasks: Tasks) -> None:
        """Wish for something; it is the newest wish now. `tasks` holds the fetching."""
        self._wishes.pop(number, None)
        self._wishes[number] = None
        if len(self._wishes) > self._longest:
            del self._wishes[next(iter(self._wishes))]
        if not self._is_running and _loop_runs():
            self._is_running = True
            tasks.spawn(self._run(), self._name)

    def clear(self) -> None:
        """Forget all wishes; a fetch under way ends by itself."""
        self._wishes.clear()

    async def _run(self) -> None:
        try:
            while self._wishes:
                batch = [self._wishes.popitem()[0] for _ in range(self._batch) if self._wishes]
                await self._fetch(batch)
        finally:
            self._is_running = False
            self._wishes.clear()


def _loop_runs() -> bool:
    """Tell whether work can begin: a view may be painted before the loop runs, and after."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
