"""What is measured of every viewer, in the same order and with the same random frames.

A viewer is made to open a clip, to go to frames, to step, to play; each time it is waited until
the frame that was asked for is on the screen.
"""

import json
import random
import time
from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from statistics import median
from typing import Protocol

from PySide6.QtCore import QEventLoop, QTimer

Shown = list[tuple[float, int]]
"""When each new frame was seen, in seconds, and its index."""

_LOOK_SECONDS = 0.05

SEEKS = 40
STEPS = 40
_LIMIT_MILLISECONDS = 20_000


class Measured(Protocol):
    """A viewer with one clip."""

    frames: int
    """Number of frames in the clip."""

    def seek(self, index: int) -> float:
        """Go to a frame, counted from 0; seconds until it was on the screen."""
        ...


class Waiter:
    """Lets Qt's events come until something has happened."""

    def __init__(self) -> None:
        self._loop = QEventLoop()
        self._done: Callable[[], bool] = lambda: True

    def look(self) -> None:
        """Something may have happened; for whoever hears of it."""
        if self._loop.isRunning() and self._done():
            self._loop.quit()

    def wait(self, done: Callable[[], bool], milliseconds: int = _LIMIT_MILLISECONDS) -> None:
        """Return once `done` holds; raises TimeoutError."""
        self._done = done
        if done():
            return
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(self._loop.quit)
        limit.start(milliseconds)
        self._loop.exec()
        if not done():
            raise TimeoutError("the viewer did not show what it was asked for")

    def rest(self, seconds: float) -> None:
        """Let events come for so long."""
        self._done = lambda: False
        QTimer.singleShot(round(seconds * 1000), self._loop.quit)
        self._loop.exec()


def seek_figures(viewer: Measured, *, seeks: int = SEEKS, steps: int = STEPS) -> dict[str, float]:
    """Median seconds of a seek to a random frame, of a step on, and of a step back."""
    chance = random.Random(43)
    jumps = []
    last = viewer.frames // 2
    for _ in range(seeks):
        index = chance.choice([each for each in range(viewer.frames) if each != last])
        jumps.append(viewer.seek(index))
        last = index
    middle = viewer.frames // 2
    steps = min(steps, viewer.frames - middle - 1)
    viewer.seek(middle)
    onwards = [viewer.seek(middle + step) for step in range(1, steps + 1)]
    backwards = [viewer.seek(middle + step) for step in range(steps - 1, -1, -1)]
    return {
        "random seek": median(jumps),
        "step forward": median(onwards),
        "step back": median(backwards),
    }


def frame_figures(shown: Shown, frames: int, rate: float, seconds: float) -> dict[str, float]:
    """What playing in a loop for so many seconds showed, as (time, index) of every new frame.

    Frames that the clock asked for and that were never seen count as dropped; the loop's seam is
    the median time from the last frame to the first, less one frame's own time.
    """
    if len(shown) < 2:
        raise RuntimeError("nothing was played")
    # One frame more or less begins or ends on the very edge.
    due = round(seconds * rate) - 1
    seams, wrong = [], 0
    for (before, last), (now, index) in pairwise(shown):
        if index < last:
            seams.append(now - before - (frames - last + index) / rate)
        if (index - last) % frames != 1:
            wrong += (index - last - 1) % frames
    return {
        "frames dropped": max(due - len(shown), wrong, 0),
        "frames shown": len(shown),
        "loop seam": max(0.0, median(seams)) if seams else 0.0,
    }


def together_figures(
    clips: list[Shown], frames: int, rate: float, seconds: float
) -> dict[str, float]:
    """What playing several clips of one length side by side showed, as for `frame_figures`.

    Dropped and shown are those of all clips together. Every twentieth of a second it is looked how
    many frames lie between the clip that is furthest on and the last one: "frames apart" is the
    median of it, and less than 1 means that they run together.
    """
    each = [frame_figures(shown, frames, rate, seconds) for shown in clips]
    begin = max(shown[0][0] for shown in clips)
    end = min(shown[-1][0] for shown in clips)
    looks = [begin + step * _LOOK_SECONDS for step in range(int((end - begin) / _LOOK_SECONDS))]
    apart = [_spread([_index_at(shown, look) for shown in clips], frames) for look in looks]
    return {
        "frames dropped": sum(figures["frames dropped"] for figures in each),
        "frames shown": sum(figures["frames shown"] for figures in each),
        "frames apart": float(median(apart)) if apart else 0.0,
    }


def _index_at(shown: Shown, moment: float) -> int:
    return shown[bisect_right(shown, moment, key=lambda each: each[0]) - 1][1]


def _spread(indexes: list[int], frames: int) -> int:
    """The shortest stretch of the loop that holds all indexes, in frames."""
    ordered = sorted(indexes)
    gaps = [after - before for before, after in pairwise([*ordered, ordered[0] + frames])]
    return frames - max(gaps)


def report(figures: dict[str, float]) -> None:
    """Print figures for `tests.bench.children.figures_of`."""
    print(json.dumps(figures))


def clock() -> float:
    """Seconds, from some moment on."""
    return time.perf_counter()
