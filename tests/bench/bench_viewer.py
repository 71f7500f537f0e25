"""The Viewer against QMediaPlayer and mpv, on the same clips, on an X server without a screen.

97 frames of 720p, alone and four side by side, and 10 seconds of 1080p with sound. Goals: going to
a random frame at least 20 times faster than QMediaPlayer and 5 times faster than mpv with exact
seeks; a step back as fast as a step forward; no frame dropped in a minute of playing, nor of four
clips together. RUSHES_BENCH_SECONDS sets another length for playing.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.bench.children import figures_of
from tests.bench.contract import Goal, Race
from tests.bench.numbered_clips import long_clip, short_clip
from tests.bench.screens import has_x_server, off_screen, x_screen

_SECONDS = float(os.environ.get("RUSHES_BENCH_SECONDS", "60"))
_PLAYED = frozenset({"frames dropped", "loop seam"})
_RUNS = 3
_TAKES = 4


class Viewers:
    """Runs the viewers one after the other; a viewer plays once, in its first counted run."""

    def __init__(self, clip: Path, frames: int, screen: Mapping[str, str]) -> None:
        self._clip = clip
        self._frames = frames
        self._screen = screen
        self._played: dict[str, Mapping[str, float]] = {}

    def rushes(self) -> dict[str, float]:
        """Measure the Viewer of Rushes."""
        return self._run("viewer_of_rushes")

    def qt(self) -> dict[str, float]:
        """Measure QMediaPlayer."""
        return self._run("viewer_of_qt", self._frames)

    def mpv(self) -> dict[str, float]:
        """Measure mpv, which is asked for single frames alone."""
        module = "tests.bench.viewer_of_mpv"
        return figures_of(module, self._clip, self._frames, **self._screen)

    def steps_back(self) -> dict[str, float]:
        """The step back of Rushes, called a step."""
        return {"step": self.rushes()["step back"]}

    def steps_forward(self) -> dict[str, float]:
        """The step forward of Rushes, called a step."""
        return {"step": self.rushes()["step forward"]}

    def _run(self, name: str, *facts: object) -> dict[str, float]:
        seconds = 0.0 if name in self._played else _SECONDS
        figures = figures_of(f"tests.bench.{name}", self._clip, *facts, seconds, **self._screen)
        if seconds:
            self._played[name] = {each: figures[each] for each in _PLAYED}
            dropped, shown = figures["frames dropped"], figures["frames shown"]
            print(f"  {name}: {dropped:.0f} dropped, {shown:.0f} shown", file=sys.stderr)
        return {**figures, **self._played[name]}


class Together:
    """Plays several takes side by side, once; what was measured then is told each time."""

    def __init__(self, clip: Path, frames: int, screen: Mapping[str, str]) -> None:
        self._clip, self._frames, self._screen = clip, frames, screen
        self._found: dict[str, dict[str, float]] = {}

    def rushes(self) -> dict[str, float]:
        """Measure comparing in Rushes."""
        return self._run("compare_of_rushes")

    def qt(self) -> dict[str, float]:
        """Measure as many QMediaPlayers."""
        return self._run("compare_of_qt", self._frames)

    def _run(self, name: str, *facts: object) -> dict[str, float]:
        if name not in self._found:
            told = (*facts, _TAKES, _SECONDS)
            found = figures_of(f"tests.bench.{name}", self._clip, *told, **self._screen)
            dropped, shown = found["frames dropped"], found["frames shown"]
            opened = 1000 * found["first frames"]
            words = f"{dropped:.0f} dropped, {shown:.0f} shown, first frames in {opened:.0f} ms"
            print(f"  {name}: {words}", file=sys.stderr)
            self._found[name] = found
        return self._found[name]


def races(workspace: Path) -> Iterator[Race]:
    """The races of both clips."""
    screen = x_screen if has_x_server() else off_screen
    makers: tuple[tuple[str, int, Callable[[Path], Path]], ...] = (
        ("97 × 720p", 97, short_clip),
        ("10 s of 1080p, sound", 240, long_clip),
    )
    for name, frames, make in makers:
        clip = make(workspace / f"{frames}.mp4")
        with screen() as variables:
            viewers = Viewers(clip, frames, variables)
            yield Race(name, "QMediaPlayer", viewers.rushes, viewers.qt, _AGAINST_QT, _RUNS)
            if shutil.which("mpv"):
                yield Race(name, "mpv", viewers.rushes, viewers.mpv, _AGAINST_MPV, _RUNS)
            back = viewers.steps_back
            yield Race(f"{name}, back", "forward", back, viewers.steps_forward, _BACK, _RUNS)
    clip = short_clip(workspace / "97.mp4")
    with screen() as variables:
        together = Together(clip, 97, variables)
        name, rival = f"{_TAKES}-up of 720p", f"{_TAKES} × QMediaPlayer"
        yield Race(name, rival, together.rushes, together.qt, _TOGETHER, 1)


_AGAINST_QT = (
    Goal("first frame", "ms", 1.0),
    Goal("random seek", "ms", 1 / 20),
    Goal("step forward", "ms", 1 / 20),
    Goal("step back", "ms", 1 / 20),
    Goal("loop seam", "ms", 1.0),
    Goal("frames dropped", "frames", 0.0),
)
_AGAINST_MPV = (
    Goal("first frame", "ms", 1.0),
    Goal("random seek", "ms", 1 / 5),
    Goal("step forward", "ms", 1 / 5),
    Goal("step back", "ms", 1 / 5),
)
_TOGETHER = (
    Goal("frames dropped", "frames", 0.0),
    Goal("frames apart", "frames", 1.0),
)
_BACK = (Goal("step", "ms", 1.15),)
