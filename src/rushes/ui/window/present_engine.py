"""Whichever engine works at present, for views that outlive it: another service is another one."""

import asyncio
from collections.abc import Callable

from rushes.domain.subscribers import Subscribers
from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.engine.events import EngineEvent, EventSubscriber
from rushes.library.library import Library


class PresentEngine:
    """Starts, replaces and stops the engine of a window, and passes on what it tells.

    Args:
        library: open before the first start.
        origin: see below.

    Attributes:
        origin: the service that is worked with.
        now: the engine, or None while there is none.
    """

    def __init__(self, library: Library, credentials: Credentials, origin: str) -> None:
        self.origin = origin
        self.now: Engine | None = None
        self._library = library
        self._credentials = credentials
        self._subscribers = Subscribers[EngineEvent]()
        self._is_there = asyncio.Event()
        self._changing = asyncio.Lock()
        self._has_ended = False

    def subscribe(self, subscriber: EventSubscriber) -> Callable[[], None]:
        """Have a function called with every event; returns what ends that."""
        return self._subscribers.add(subscriber)

    async def get(self) -> Engine:
        """Return the engine, as soon as there is one that works."""
        while self.now is None or not self._is_there.is_set():
            await self._is_there.wait()
        return self.now

    async def start(self, largest_download: int) -> None:
        """Begin to work; what waits since an earlier session waits for a person's word.

        Raises LibraryError.
        """
        self.now = Engine.create(self._library, self.origin, largest_download, self._credentials)
        self.now.subscribe(self._subscribers.tell)
        await self.now.start(send_waiting=False, asks=True)
        self._is_there.set()

    async def move_to(self, origin: str, largest_download: int) -> None:
        """Work with another service from now on; what the library holds stays.

        Raises LibraryError.
        """
        async with self._changing:
            if origin != self.origin and not self._has_ended:
                self.origin = origin
                await self._stop()
                self._credentials.serve(origin)
                await self.start(largest_download)
                await self._credentials.load()

    async def stop(self) -> None:
        """Come to rest for good."""
        self._has_ended = True
        async with self._changing:
            await self._stop()

    async def _stop(self) -> None:
        engine, self.now = self.now, None
        self._is_there.clear()
        if engine is not None:
            await engine.stop()
