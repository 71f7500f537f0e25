"""Qt's event loop as an asyncio loop, from the first coroutine to an orderly end.

The only importer of qasync. Its own `run` and the shutdown its documentation shows lose the
cleanup of tasks or hang; this runner keeps Qt running until the main coroutine has ended, lets
what is left end within a grace, and only then closes the loop.
"""

import asyncio
import logging
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication

Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)

GRACE = 3.0
"""Seconds that tasks left over by the main coroutine get to end."""

_WORKERS = 8


def run_until_done(application: QApplication, main: Coroutine[Any, Any, Answer]) -> Answer:
    """Run a coroutine on Qt's event loop and return its answer or raise its exception.

    Qt may be told to quit meanwhile: the loop is entered again until the coroutine has ended.

    Args:
        application: its `quitOnLastWindowClosed` should be off, for the window's close event
            asks the coroutine to end, which still needs the loop.
        main: the whole session of the window.
    """
    import qasync

    application.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(application)
    loop.set_default_executor(
        ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="rushes-worker")
    )
    try:
        task = loop.create_task(main, name="session")
        _run_until(loop, task)
        _end_rest(loop)
        answer: Answer = task.result()
        return answer
    finally:
        loop.close()


def _run_until(loop: Any, task: "asyncio.Future[Any]") -> None:
    def stop(_: object) -> None:
        loop.call_soon(loop.stop)

    task.add_done_callback(stop)
    while not task.done():
        loop.run_forever()


def _end_rest(loop: Any) -> None:
    rest = [task for task in asyncio.all_tasks(loop) if not task.done()]
    if not rest:
        return
    _log.warning("tasks left at the end: %s", ", ".join(task.get_name() for task in rest))
    for task in rest:
        task.cancel()
    _run_until(loop, loop.create_task(_wait(rest), name="end of the rest"))


async def _wait(tasks: "list[asyncio.Task[Any]]") -> None:
    await asyncio.wait(tasks, timeout=GRACE)
