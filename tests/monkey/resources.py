"""Whether anything grows that must not: threads, widgets, objects, memory."""

import contextlib
import ctypes
import gc
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.monkey.viewer_window import ViewerWindow

_OF_CLIPS = ("decode ", "convert ", "strip ", "compare ", "sound ", "ordered ")
"""How the names of the threads begin that end with their clip."""

_GRACE_SECONDS = 20.0
_WARM_UP = 3
"""So many tidy moments pass before what is there counts as usual."""

_WORTH_ASKING_SECONDS = 1.0

_MORE_WIDGETS, _MORE_OBJECTS = 12, 120
_MORE_MEGABYTES, _MORE_PER_THOUSAND = 60.0, 8.0


@dataclass(frozen=True)
class Count:
    """What there was at one tidy moment, with nothing open."""

    actions: int
    widgets: int
    objects: int
    megabytes: float


class Resources:
    """Counts whenever everything is put away."""

    def __init__(self, viewer: ViewerWindow) -> None:
        self._viewer = viewer
        self._usual_threads = {thread.name for thread in threading.enumerate()}
        self.counts: list[Count] = []

    def count(self, actions: int) -> Iterator[str]:
        """Put all away, count, and tell what is left that must not be."""
        viewer = self._viewer
        viewer.put_away()
        viewer.wait_until(lambda: not self._clip_threads(), _GRACE_SECONDS)
        viewer.wait_until(lambda: viewer.panel.budget.used_bytes == 0, 2.0)
        # Threads that are through with their clips are swept by timers.
        QTest.qWait(150)
        _delete_what_waits()
        left = self._clip_threads()
        if left:
            yield f"threads are left: {', '.join(left)}"
        if viewer.panel.budget.used_bytes:
            yield f"{viewer.panel.budget.used_bytes} bytes of frames are held by nobody"
        viewer.leaving.tidy()
        for path in viewer.pictures.glob("*") if viewer.pictures.exists() else ():
            path.unlink()
        self.counts.append(
            Count(
                actions,
                len(QApplication.allWidgets()),
                sum(len(each.findChildren(QObject)) for each in QApplication.topLevelWidgets()),
                resident_megabytes(),
            )
        )
        yield from self._growth()

    def _clip_threads(self) -> list[str]:
        return [
            thread.name for thread in threading.enumerate() if thread.name.startswith(_OF_CLIPS)
        ]

    @staticmethod
    def caches() -> int:
        """How many clips are open, those included that are about to end."""
        return sum(thread.name.startswith("decode ") for thread in threading.enumerate())

    def unknown_threads(self) -> list[str]:
        """Threads that nobody expects."""
        expected = _OF_CLIPS
        return [
            thread.name
            for thread in threading.enumerate()
            if thread.name not in self._usual_threads and not thread.name.startswith(expected)
        ]

    def _growth(self) -> Iterator[str]:
        if len(self.counts) <= _WARM_UP:
            return
        usual, now = self.counts[_WARM_UP - 1], self.counts[-1]
        if now.widgets > usual.widgets + _MORE_WIDGETS:
            yield f"{now.widgets} widgets, where there were {usual.widgets}"
        if now.objects > usual.objects + _MORE_OBJECTS:
            yield f"{now.objects} objects, where there were {usual.objects}"

    @property
    def growth_per_thousand(self) -> float:
        """Megabytes for every 1,000 actions, as the line through the later half of all counts."""
        later = self.counts[len(self.counts) // 2 :]
        if len(later) < 4:
            return 0.0
        xs = [count.actions / 1000 for count in later]
        ys = [count.megabytes for count in later]
        middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
        spread = sum((x - middle_x) ** 2 for x in xs)
        product = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
        return product / spread if spread else 0.0

    def leak(self) -> Iterator[str]:
        """Whether memory goes on growing; for the end of a long run."""
        if len(self.counts) < 20:
            return
        later = self.counts[len(self.counts) // 2 :]
        more = later[-1].megabytes - later[0].megabytes
        if self.growth_per_thousand > _MORE_PER_THOUSAND and more > _MORE_MEGABYTES:
            yield f"memory grows by {self.growth_per_thousand:.1f} MB for every 1,000 actions"


def _delete_what_waits() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


def resident_megabytes() -> float:
    """Memory of this process that is in use, without what is free for its own use."""
    if hasattr(os, "sysconf") and Path("/proc/self/statm").exists():
        ctypes.CDLL(None).malloc_trim(0)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0


def _waits_for_a_processor() -> dict[str, int]:
    """For how many nanoseconds each thread was ready to run and did not; only Linux tells."""
    waits = {}
    for task in Path("/proc/self/task").glob("*"):
        # A thread may end meanwhile.
        with contextlib.suppress(OSError):
            waits[task.name] = int((task / "schedstat").read_text().split()[1])
    return waits


class GapWatch(QObject):
    """Notes for how long the window did not turn: between two ticks, and within single acts.

    What a thread waited for a processor that others had does not count: one that holds the
    interpreter keeps the window waiting with it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._on_tick)
        self._last = 0.0
        self.longest = 0.0
        self.where = ""
        self._during = ""
        self._waits: dict[str, int] = {}

    def begin(self, during: str) -> None:
        """Something begins that is to leave the window free."""
        self._during = during
        self._waits = _waits_for_a_processor()
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """What comes now does not count."""
        self._on_tick()
        self._timer.stop()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        gap = now - self._last
        if gap > max(self.longest, _WORTH_ASKING_SECONDS):
            gap -= self._waited()
        if gap > self.longest:
            self.longest, self.where = gap, self._during
        self._last = time.perf_counter()

    def _waited(self) -> float:
        """Seconds that the thread which waited most for a processor has done so since `begin`."""
        before = self._waits
        waits = [wait - before.get(name, 0) for name, wait in _waits_for_a_processor().items()]
        return max(waits, default=0) / 1e9
