"""The history with 10,000 and 100,000 jobs against the one with 100, window by window in turn.

Goals at 100,000: a launch of 1.2 times that at 100, 1.3 times the memory, a search of 3 times the
bare full-text query with one frame of the GUI thread's time, and no gap of the event loop more than
16 ms above idle while it is scrolled from end to end. The last is told as the part of a gap that
lies above idle and 16 ms; it has to be nothing at all.
"""

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from tests.bench.children import figures_of, person
from tests.bench.contract import Goal, Race
from tests.bench.filled_library import filled_library, fresh_copy
from tests.media.clips import write_clip

FEW = 100
SIZES = (10_000, 100_000)
IDLE_SECONDS = 3.0
MOST_GAP = 0.016
COLOURS = ("#336699", "#993366", "#669933", "#806040")
NO_SERVICE = "http://127.0.0.1:9"
GOALS = (Goal("launch", "ms", 1.2), Goal("memory", "MB", 1.3))
SEARCH = (Goal("search", "ms", 3.0),)
FRAME = (Goal("search GUI", "ms", 1.0),)
ONE_FRAME = {"search GUI": 1 / 60}
MARKING = (Goal("mark 1,000", "ms", 3.0),)
GAPS = (Goal("gap over 16 ms", "ms", 0.0),)


class Windows:
    """Runs windows over copies of filled libraries; the last figures of each size are kept.

    Args:
        workspace: where libraries and people's homes are made.
    """

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self._numbers = itertools.count(1)
        self._clip = write_clip(workspace / "clip.mp4")
        self.last: dict[int, dict[str, float]] = {}

    def run(self, jobs: int) -> dict[str, float]:
        """Run one window; returns its figures, in seconds and bytes."""
        home = self._workspace / f"home-{next(self._numbers)}"
        home.mkdir()
        library = fresh_copy(self._filled(jobs), home / "library")
        _settle(library)
        variables = person(home, NO_SERVICE, QT_QPA_PLATFORM="offscreen")
        module = "tests.bench.history_of_window"
        figures = figures_of(module, jobs, IDLE_SECONDS, **variables)
        over = figures["gap"] - figures["idle gap"] - MOST_GAP
        self.last[jobs] = {**figures, "gap over 16 ms": max(over, 0.0)}
        print(f"  {jobs} jobs: {_told(figures)}", file=sys.stderr)
        return self.last[jobs]

    def kept(self, jobs: int) -> dict[str, float]:
        """The figures of the last window of this size; one is run where there was none."""
        return self.last.get(jobs) or self.run(jobs)

    def bare(self, jobs: int) -> dict[str, float]:
        """What the bare query costs in the same library, under the name of the search."""
        return {"search": self.kept(jobs)["bare query"]}

    def _filled(self, jobs: int) -> Path:
        pictures = [_jpeg(colour) for colour in COLOURS]
        return filled_library(
            self._workspace, jobs, clips=[self._clip], pictures=pictures, most_pictures=jobs
        )


def races(workspace: Path) -> Iterator[Race]:
    """Launch and memory, then search, gaps and marking, for each size."""
    windows = Windows(workspace)
    for size in SIZES:
        name, rival = f"history of {size}", f"history of {FEW}"
        few, many = (lambda: windows.run(FEW)), (lambda size=size: windows.run(size))
        yield Race(name, rival, many, few, GOALS, runs=3)
        kept = lambda size=size: windows.kept(size)  # noqa: E731
        bare = lambda size=size: windows.bare(size)  # noqa: E731
        yield Race(name, "the bare query", kept, bare, SEARCH, runs=1)
        yield Race(name, "one frame of 60 Hz", kept, lambda: ONE_FRAME, FRAME, runs=1)
        yield Race(name, rival, kept, lambda: windows.kept(FEW), GAPS + MARKING, runs=1)


def _settle(library: Path) -> None:
    """Have the database know the files as they are, so that nobody looks into each of them."""
    (clip,) = library.rglob("filled/*.mp4")
    stat = clip.stat()
    connection = apsw.Connection(str(library / "rushes.db"))
    try:
        connection.execute(
            "UPDATE clips SET size = ?, received = ?, disk_size = ?, disk_mtime_ns = ?",
            (stat.st_size, stat.st_size, stat.st_size, stat.st_mtime_ns),
        )
    finally:
        connection.close()
    # A library lies on the disk when it is opened, and is not being written there.
    os.sync()


def _jpeg(colour: str) -> bytes:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "jpeg")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _told(figures: dict[str, float]) -> str:
    seconds = {name: f"{value * 1000:.1f} ms" for name, value in figures.items()}
    seconds["memory"] = f"{figures['memory'] / 1e6:.0f} MB"
    return ", ".join(f"{name} {value}" for name, value in seconds.items())
