"""The one way to start work in the background: held, named, and heard when it fails."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from rushes.domain.errors import RushesError

_log = logging.getLogger(__name__)


class Tasks:
    """Holds the tasks of one owner until they end.

    Args:
        on_failure: told of every exception that ends a task, after it was logged: expected errors
            by their code, bugs with their trace.
    """

    def __init__(self, on_failure: Callable[[BaseException], None] | None = None) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._on_failure = on_failure

    def spawn(self, work: Coroutine[Any, Any, Any], name: str) -> "asyncio.Task[Any]":
        """Start a coroutine as a task that is kept alive and logged when it fails."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._on_done)
        return task

    async def finish(self, grace: float) -> None:
        """Wait for all tasks, cancel those that outlast `grace` seconds, and wait for these."""
        loop = asyncio.get_running_loop()
        end = loop.time() + grace
        while self._tasks and loop.time() < end:
            await asyncio.wait(set(self._tasks), timeout=end - loop.time())
        while self._tasks:
            for task in self._tasks:
                task.cancel()
            await asyncio.wait(set(self._tasks))

    @property
    def running(self) -> frozenset["asyncio.Task[Any]"]:
        """The tasks that have not ended."""
        return frozenset(self._tasks)

    def __len__(self) -> int:
        return len(self._tasks)

    def _on_done(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            if isinstance(error, RushesError):
                _log.info("%s: %s", task.get_name(), error.code)
            else:
                _log.error("%s failed", task.get_name(), exc_info=error)
            if self._on_failure is not None:
                self._on_failure(error)
