"""Which event loop an asynchronous test runs on: Qt's when it uses Qt, else asyncio's own.

"Uses Qt" means that it asks for `qapp` or `qtbot`, itself or through another fixture. In such a
test await events; `qtbot.wait…` would start a second loop inside the first, and hang.
"""

import asyncio
from collections.abc import Callable
from typing import Any, ClassVar
from weakref import WeakSet

import pytest
import pytestqt.plugin
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

LoopFactory = Callable[[], asyncio.AbstractEventLoop]


def pytest_configure() -> None:
    """Has pytest-qt process no events between the phases of a test whose loop goes on after them.

    A timer of a widget would begin a task there, where no loop runs.
    """
    process_events = pytestqt.plugin._process_events

    def process_events_of_no_loop() -> None:
        if all(loop.is_closed() for loop in PausingQtLoop.made):
            process_events()

    pytestqt.plugin._process_events = process_events_of_no_loop


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Function
) -> dict[str, LoopFactory]:
    if "qapp" in item.fixturenames:
        return {"qt": lambda: PausingQtLoop(_time_limit(item))}
    return {"asyncio": asyncio.new_event_loop}


def _time_limit(item: pytest.Function) -> float:
    """The seconds that pytest-timeout gives to a test; 0 for no end."""
    mark = item.get_closest_marker("timeout")
    if mark is not None and mark.args:
        return float(mark.args[0])
    return float(item.config.getoption("timeout") or item.config.getini("timeout") or 0)


class PausingQtLoop(QEventLoop):  # type: ignore[misc]
    """Qt's loop, whose tasks stand still while it does not run, as those of any other loop do.

    Its callbacks are Qt's timers. Where Qt's events are processed outside of it, as a test that
    looks for leaks does, a task that a fixture began would be woken, find no running loop, and die.

    It ends by itself shortly before a test's time is over (`time_limit`, in seconds, 0 for never):
    what pytest-timeout raises in a slot or callback would be caught on its way through Qt, and the
    loop would run on for ever.
    """

    made: ClassVar["WeakSet[PausingQtLoop]"] = WeakSet()

    def __init__(self, time_limit: float) -> None:
        super().__init__(QApplication.instance())
        self.made.add(self)
        self._time_limit = time_limit
        self._postponed: list[asyncio.Handle] = []

    def call_later(
        self, delay: float, callback: Callable[..., Any], *args: Any, context: Any = None
    ) -> asyncio.Handle:
        handle = PausingHandle(callback, args, self, context)
        self._add_callback(handle, delay)
        return handle

    def run_forever(self) -> None:
        postponed, self._postponed = self._postponed, []
        for handle in postponed:
            self._add_callback(handle)
        limit = QTimer(singleShot=True)
        limit.timeout.connect(self.stop)
        if self._time_limit:
            margin = min(10, self._time_limit / 2)
            limit.start(int((self._time_limit - margin) * 1000))
        try:
            super().run_forever()
        finally:
            limit.stop()

    def run_until_complete(self, future: Any) -> Any:
        """As of any other loop; qasync's own processes Qt's events once more, outside of it."""
        waited_for = asyncio.ensure_future(future, loop=self)
        waited_for.add_done_callback(self._stop_with)
        try:
            self.run_forever()
        finally:
            waited_for.remove_done_callback(self._stop_with)
        if not waited_for.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return waited_for.result()

    def _stop_with(self, _: "asyncio.Future[Any]") -> None:
        self.stop()

    def postpone(self, handle: asyncio.Handle) -> None:
        """Keeps `handle` until the loop runs again."""
        self._postponed.append(handle)


class PausingHandle(asyncio.Handle):
    """A callback that waits for its loop to run."""

    _loop: PausingQtLoop

    def _run(self) -> None:
        if self._loop.is_running():
            super()._run()
        else:
            self._loop.postpone(self)
