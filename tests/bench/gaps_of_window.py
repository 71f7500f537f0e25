"""The longest gap of a window's event loop, idle and at work: ``DOWNLOADS POLLS SECONDS``.

A whole window with its session, drawn into memory, and the service that RUSHES_SERVICE_URL names
(`tests.bench.cheap_service`). First it is left alone for so many seconds. Then all its jobs are
asked about, and those that turn out to be ready are brought home; this lasts until they are, and
until the polls were answered. A timer of 5 ms notes when it came late. Prints figures as JSON:
seconds of the longest gap and of the phase, idle and at work, and the polls that were answered.
"""

import asyncio
import json
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from rushes.domain.states import JobState
from rushes.engine.configuration import configure
from rushes.engine.generation import GenerationWish
from rushes.ui.event_loop import run_until_done
from rushes.ui.theme.theme import Theme, apply_theme
from rushes.ui.window.appearance import theme_settings
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.session import Session
from rushes.ui.window.window_menus import WindowMenus
from tests.bench.children import ask
from tests.engine.tiny_model import SPEC

TICK_MILLISECONDS = 5
_SETTLE_SECONDS = 2.0
_LIMIT = 180.0


class GapWatch(QObject):
    """Notes the longest time between two ticks of a timer on the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._on_tick)
        self._last = 0.0
        self.longest = 0.0

    def start(self) -> None:
        """Begin anew."""
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """Stop, and return the longest gap in seconds."""
        self._on_tick()
        self._timer.stop()
        return self.longest

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


class Measurement:
    """One window, idle and then at work."""

    def __init__(self, session: Session, window: MainWindow, url: str) -> None:
        self._session = session
        self._window = window
        self._url = url
        self._gaps = GapWatch()

    async def run(self, downloads: int, polls: int, idle_seconds: float) -> int:
        """Measure, print the figures, and close the window; returns the exit code."""
        running = asyncio.ensure_future(self._session.run())
        try:
            async with asyncio.timeout(_LIMIT):
                await self._session.ready.wait()
                await asyncio.sleep(_SETTLE_SECONDS)
                idle = await self._idle(idle_seconds)
                await self._submit(downloads + polls)
                figures = {**idle, **await self._at_work(downloads, polls)}
        finally:
            self._window.close()
            code = await running
        print(json.dumps(figures))
        return code

    async def _idle(self, seconds: float) -> dict[str, float]:
        self._gaps.start()
        await asyncio.sleep(seconds)
        return {"idle": self._gaps.stop(), "idle_seconds": seconds}

    async def _submit(self, count: int) -> None:
        engine = await self._session.working_engine()
        await engine.generate([GenerationWish(SPEC, {"prompt": "A cabin"}, takes=count)])
        while await self._count(JobState.IN_PROGRESS) < count:
            await asyncio.sleep(0.2)
        await asyncio.sleep(_SETTLE_SECONDS)

    async def _at_work(self, downloads: int, polls: int) -> dict[str, float]:
        engine = await self._session.working_engine()
        await asyncio.to_thread(ask, self._url, "finish", jobs=downloads)
        begun, answered = time.monotonic(), 0
        self._gaps.start()
        engine.look_now()
        while answered < polls or await self._count(JobState.READY) < downloads:
            await asyncio.sleep(0.25)
            now = time.monotonic()
            calls = await asyncio.to_thread(ask, self._url, "calls", since=begun, until=now)
            answered = int(calls["requests"])
        longest = self._gaps.stop()
        return {"work": longest, "work_seconds": time.monotonic() - begun, "polls": answered}

    async def _count(self, state: JobState) -> int:
        return len(await self._session.library.in_states([state]))


def main(downloads: int, polls: int, idle_seconds: float) -> int:
    """Open the window, measure, and return the exit code."""
    configuration = configure()
    application = QApplication(sys.argv[:1])
    apply_theme(application, Theme.from_settings(theme_settings(configuration.settings)))
    window = MainWindow(configuration.settings)
    window.restore_place(None)
    window.furnish()
    window.restore_shape({})
    window.show()
    session = Session(window, configuration)
    WindowMenus(window, session)
    work = Measurement(session, window, configuration.origin)
    return run_until_done(application, work.run(downloads, polls, idle_seconds))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
