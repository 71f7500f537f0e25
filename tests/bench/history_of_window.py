"""A whole window over a filled library: ``JOBS IDLE_SECONDS``; RUSHES_LIBRARY names the library.

Drawn into memory, with a service that nobody answers at. Prints figures as JSON, in seconds and
bytes: from the start of the process to cards on the screen; from a key press in the search field
to painted results, the time of the processor that the GUI thread takes for it, and what the bare
query costs; the longest gaps between two ticks of a timer of 5 ms, idle and while the history is
scrolled from end to end in several ways; from the key that marks 1,000 takes until that is written
down, and the gap meanwhile; resident memory at the end.
"""

import asyncio
import json
import statistics
import sys
import time
from pathlib import Path

import apsw
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.engine.configuration import configure
from rushes.library.announcements import Announcement, MarksChanged
from rushes.ui.event_loop import run_until_done
from rushes.ui.garbage import spare_the_start
from rushes.ui.history.job_roles import JobRole
from rushes.ui.theme.theme import Theme, apply_theme
from rushes.ui.window.appearance import theme_settings
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.window_sessions import WindowSessions
from tests.bench.gaps_of_window import GapWatch

WORDS = ("cabin", "rain", "tram", "snow lens", "light", "umbrella")
MARKED = 1_000
_SETTLE_SECONDS = 1.0
_LIMIT = 150.0
_STEP_SECONDS = 0.008
_CLOCK_TICKS = 100.0


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


class HistoryRun:
    """One window, from its start to the last measure."""

    def __init__(self, sessions: WindowSessions, window: MainWindow) -> None:
        self._sessions, self._session = sessions, sessions.now
        self._window = window
        self._panel = window.history
        self._view = window.history.views.view
        self._paints = Paints(self._view.viewport())
        self._gaps = GapWatch()
        self._told: set[int] = set()
        self._paints_before: int | None = None
        for shown in (self._panel.model.modelReset, self._panel.model.order_changed):
            shown.connect(self._on_order_shown)

    async def run(self, jobs: int, idle_seconds: float) -> int:
        """Measure, print the figures, and close the window; returns the exit code."""
        running = asyncio.ensure_future(self._sessions.run())
        try:
            async with asyncio.timeout(_LIMIT):
                await self._session.ready.wait()
                await self._until(lambda: self._panel.model.is_loaded and self._is_complete())
                figures = {"launch": _seconds_since_start()}
                await asyncio.sleep(_SETTLE_SECONDS)
                for phase in (
                    self._scrolling(idle_seconds),
                    self._searching(),
                    self._marking(min(MARKED, jobs)),
                ):
                    figures |= await phase
                    print(figures, file=sys.stderr, flush=True)
                figures["memory"] = _resident_bytes()
        finally:
            self._window.close()
            code = await running
        print(json.dumps(figures))
        return code

    def _is_complete(self) -> bool:
        """Whether every card that is seen is there, and was painted."""
        model = self._panel.model
        rows = list(self._view.visible_rows())
        faces = [model.data(model.index(row), JobRole.FACE) for row in rows]
        return bool(rows) and None not in faces and self._paints.count > 0

    async def _until(self, met: object) -> None:
        while not met():  # type: ignore[operator]
            await asyncio.sleep(0.002)

    # Scrolling

    async def _scrolling(self, idle_seconds: float) -> dict[str, float]:
        self._gaps.start()
        await asyncio.sleep(idle_seconds)
        figures = {"idle gap": self._gaps.stop()}
        ways = {
            "wheel": self._wheel,
            "pages": self._pages,
            "drag": self._drag,
            "end and home": self._end_and_home,
        }
        for name, way in ways.items():
            self._view.verticalScrollBar().setValue(0)
            await asyncio.sleep(_SETTLE_SECONDS / 2)
            self._gaps.start()
            await way()
            await asyncio.sleep(_SETTLE_SECONDS / 2)
            figures[f"gap {name}"] = self._gaps.stop()
        figures["gap"] = max(value for name, value in figures.items() if name.startswith("gap"))
        return figures

    async def _wheel(self) -> None:
        """Notches at a hand's pace, then from end to end as a touch pad in full flight."""
        for _ in range(120):
            self._turn(QPoint(), -120)
            await asyncio.sleep(2 * _STEP_SECONDS)
        step = max(self._view.verticalScrollBar().maximum() // 250, 1)
        for _ in range(250):
            self._turn(QPoint(0, -step), 0)
            await asyncio.sleep(_STEP_SECONDS)

    def _turn(self, pixels: QPoint, angle: int) -> None:
        viewport = self._view.viewport()
        place = viewport.rect().center()
        event = QWheelEvent(
            QPointF(place),
            QPointF(viewport.mapToGlobal(place)),
            pixels,
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)

    async def _pages(self) -> None:
        bar = self._view.verticalScrollBar()
        pages = max(bar.maximum() // max(bar.pageStep(), 1), 1)
        for _ in range(min(pages, 200)):
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
            await asyncio.sleep(2 * _STEP_SECONDS)

    async def _drag(self) -> None:
        """The handle goes down the whole bar and up again, with a rest on the way."""
        bar = self._view.verticalScrollBar()
        bar.setSliderDown(True)
        steps = 200
        for step in [*range(steps), *range(steps, 0, -1)]:
            bar.setSliderPosition(bar.maximum() * step // steps)
            await asyncio.sleep(0.4 if step == steps // 2 else _STEP_SECONDS)
        bar.setSliderDown(False)

    async def _end_and_home(self) -> None:
        self._view.setFocus()
        for _ in range(4):
            for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
                QTest.keyClick(self._view, key)
                await asyncio.sleep(0.25)

    # Searching and marking

    async def _searching(self) -> dict[str, float]:
        times, busy = [], []
        longest = 0.0
        for words in WORDS:
            for text in (words, ""):
                self._gaps.start()
                before = time.thread_time()
                times.append(await self._search(text))
                busy.append(time.thread_time() - before)
                longest = max(longest, self._gaps.stop())
                await asyncio.sleep(0.1)
        found = times[::2]
        bare = [await asyncio.to_thread(self._bare, words) for words in WORDS * 3]
        return {
            "search": statistics.median(found),
            "search 95": sorted(found)[-1],
            "search GUI": statistics.median(busy[::2]),
            "search gap": longest,
            "bare query": statistics.median(bare),
        }

    async def _search(self, words: str) -> float:
        """Show what these words find; seconds until it is painted."""
        model = self._panel.model
        self._paints_before = None
        begun = time.perf_counter()
        model.set_words(words)
        await self._until(lambda: model.shown_words == words)
        if model.rowCount():
            await self._until(lambda: self._is_painted_anew() and self._is_complete())
        return time.perf_counter() - begun

    def _on_order_shown(self) -> None:
        self._paints_before = self._paints.count

    def _is_painted_anew(self) -> bool:
        return self._paints_before is not None and self._paints.count > self._paints_before

    def _bare(self, words: str) -> float:
        """Seconds of the bare full-text query for the same words, read whole."""
        connection = apsw.Connection(
            str(self._session.library.layout.database), flags=apsw.SQLITE_OPEN_READONLY
        )
        try:
            begun = time.perf_counter()
            match = " ".join(f'"{word}"' for word in words.split())
            connection.execute(
                "SELECT key, created_at FROM jobs WHERE key IN"
                " (SELECT rowid FROM words WHERE words MATCH ?) ORDER BY created_at DESC",
                (match,),
            ).fetchall()
            return time.perf_counter() - begun
        finally:
            connection.close()

    async def _marking(self, count: int) -> dict[str, float]:
        view, model = self._view, self._panel.model
        rows = min(count, model.rowCount())
        view.setFocus()
        self._panel.views.choose_row(0)
        view._selection.choose(model.index(rows - 1), Qt.KeyboardModifier.ShiftModifier)
        stop = self._session.library.subscribe(self._on_announcement)
        await asyncio.sleep(_SETTLE_SECONDS)
        self._gaps.start()
        begun = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_9)
        # Those that are marked so already are not told of; the others are, all at once.
        await self._until(lambda: len(self._told) > rows // 2)
        seconds = time.perf_counter() - begun
        await asyncio.sleep(_SETTLE_SECONDS / 2)
        stop()
        return {"mark 1,000": seconds, "mark gap": self._gaps.stop()}

    def _on_announcement(self, announcement: Announcement) -> None:
        if isinstance(announcement, MarksChanged):
            self._told.update(announcement.marks)


def _seconds_since_start() -> float:
    """Seconds since this process began, as the kernel counts them."""
    fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    began = float(fields[19]) / _CLOCK_TICKS
    return float(Path("/proc/uptime").read_text().split()[0]) - began


def _resident_bytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096.0


def main(jobs: int, idle_seconds: float) -> int:
    """Open the window, measure, and return the exit code."""
    spare_the_start()
    configuration = configure()
    application = QApplication(sys.argv[:1])
    apply_theme(application, Theme.from_settings(theme_settings(configuration.settings)))
    window = MainWindow(configuration.settings)
    window.restore_place(None)
    window.resize(1440, 900)
    window.furnish()
    window.restore_shape({})
    window.show()
    run = HistoryRun(WindowSessions(window, configuration), window)
    return run_until_done(application, run.run(jobs, idle_seconds))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), float(sys.argv[2])))
