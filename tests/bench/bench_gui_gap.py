"""The longest gap of the window's event loop during four downloads and fifty polls, against idle.

Both are measured in the same run of the same window, one after the other. The goal is what a bare
event loop with staggered calls reaches: 14 ms against 6.5 ms idle.
"""

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.children import figures_of, person, serving
from tests.bench.contract import Goal, Race
from tests.bench.large_clip import write_large_clip

DOWNLOADS = 4
POLLS = 50
CLIP_BYTES = 50_000_000
IDLE_SECONDS = 6.0
GOALS = (Goal("longest gap", "ms", 2.2),)


class WindowRuns:
    """Runs one window for each pair: the first half of a pair measures, the other tells the rest.

    Args:
        clip: what each download brings.
        workspace: where people's homes are made.
    """

    def __init__(self, clip: Path, workspace: Path) -> None:
        self._clip = clip
        self._homes = (workspace / f"home-{number}" for number in itertools.count(1))
        self._last: dict[str, float] = {}

    def at_work(self) -> dict[str, float]:
        """Run a window; the longest gap while it was at work, in seconds."""
        with serving(self._clip) as url:
            variables = person(next(self._homes), url, QT_QPA_PLATFORM="offscreen")
            self._last = figures_of(
                "tests.bench.gaps_of_window", DOWNLOADS, POLLS, IDLE_SECONDS, **variables
            )
        told = f"{self._last['polls']:.0f} polls in {self._last['work_seconds']:.1f} s"
        gaps = f"{self._last['work'] * 1000:.1f} ms, idle {self._last['idle'] * 1000:.1f} ms"
        print(f"  {DOWNLOADS} downloads and {told}: {gaps}", file=sys.stderr)
        return {"longest gap": self._last["work"]}

    def idle(self) -> dict[str, float]:
        """The longest gap of that same window while it was left alone, in seconds."""
        return {"longest gap": self._last["idle"]}


def races(workspace: Path) -> Iterator[Race]:
    """One race."""
    clip = write_large_clip(workspace / "clip.mp4", CLIP_BYTES)
    runs = WindowRuns(clip, workspace)
    name = f"window at {DOWNLOADS} downloads, {POLLS} polls"
    yield Race(name, "the window idle", runs.at_work, runs.idle, GOALS, runs=5)
