"""A test leaves nothing behind: no window, no thread, no child process, no task, no open file.

Files and sockets are told by Python itself, as ResourceWarning; here they are only found in time,
by collecting garbage before the test is over, so that the test to blame is blamed.
"""

import asyncio
import contextlib
import gc
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from pytest_asyncio import is_async_test

from tests.habits.outcomes import has_passed
from tests.habits.windows import release_windows, windows_without_parent

# Threads and processes that were told to end may take this long to do so.
GRACE_SECONDS = 2.0


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What was imported until now is never garbage: left out of every later collection."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_behind(home: object, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails the test after its other fixtures are gone, if anything that it began goes on."""
    windows_before = {_address(window) for window in windows_without_parent()}
    threads_before = set(threading.enumerate())
    children_before = _children()
    yield
    # The values of fixtures would live until after the last moment at which a test can fail.
    request.node.funcargs.clear()
    release_windows(request.node)
    _clear_clipboard()
    gc.collect()
    left = [
        *_close_windows(windows_before),
        *_join_threads(threads_before),
        *_end_children(children_before),
    ]
    if left and has_passed(request.node):
        pytest.fail("Left behind:\n" + "\n".join(left), pytrace=False)


@pytest.fixture(autouse=True)
def no_task_left_behind(
    nothing_left_behind: None, request: pytest.FixtureRequest
) -> Iterator[None]:
    """Fails an asynchronous test whose event loop would be closed over tasks still pending."""
    if not is_async_test(request.node):
        yield
        return
    runner = request.getfixturevalue("_function_scoped_runner")
    yield
    # One more turn, for those that were cancelled or are about to return.
    runner.run(asyncio.sleep(0))
    pending = [repr(task) for task in asyncio.all_tasks(runner.get_loop())]
    if pending and has_passed(request.node):
        pytest.fail("Tasks left pending:\n" + "\n".join(pending), pytrace=False)


def _clear_clipboard() -> None:
    """Off screen Qt keeps what was copied until after Python has ended, and crashes on it then."""
    if "PySide6.QtGui" not in sys.modules:
        return
    from PySide6.QtGui import QGuiApplication

    if isinstance(QGuiApplication.instance(), QGuiApplication):
        QGuiApplication.clipboard().clear()


def _address(window: Any) -> int:
    from shiboken6 import getCppPointer

    return int(getCppPointer(window)[0])


def _close_windows(before: set[int]) -> list[str]:
    """Destroys the windows that are not among those `before`; returns what they were."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QToolTip

    def delete_what_waits_for_it() -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # A tool tip belongs to Qt, which hides it in its own time.
    QToolTip.hideText()
    delete_what_waits_for_it()
    left = [window for window in windows_without_parent() if _address(window) not in before]
    names = [f"window {window!r}" for window in left]
    for window in left:
        window.close()
        window.deleteLater()
    delete_what_waits_for_it()
    return names


def _join_threads(before: set[threading.Thread]) -> list[str]:
    left = []
    deadline = time.monotonic() + GRACE_SECONDS
    for thread in set(threading.enumerate()) - before:
        if thread.daemon:
            continue
        thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            frame = sys._current_frames().get(thread.ident or 0)
            where = "".join(traceback.format_stack(frame, limit=-3)) if frame else ""
            left.append(f"thread {thread.name}\n{where}")
    return left


def _children() -> set[int]:
    """The process ids of this process's children."""
    threads = Path("/proc/self/task")
    if not (threads / str(os.getpid()) / "children").exists():
        return {child.pid for child in psutil.Process().children()}
    # Asked twice a test: twenty times faster than a look at every process of the machine.
    children: set[int] = set()
    for thread in threads.iterdir():
        with contextlib.suppress(OSError):
            children.update(int(pid) for pid in (thread / "children").read_text().split())
    return children


def _end_children(before: set[int]) -> list[str]:
    new = []
    for pid in _children() - before:
        with contextlib.suppress(psutil.NoSuchProcess):
            new.append(psutil.Process(pid))
    _, alive = psutil.wait_procs(new, timeout=GRACE_SECONDS) if new else ([], [])
    left = []
    for child in alive:
        with contextlib.suppress(psutil.NoSuchProcess):
            left.append(f"process {child.pid} {' '.join(child.cmdline())}")
            child.kill()
    psutil.wait_procs(alive, timeout=GRACE_SECONDS)
    return left
