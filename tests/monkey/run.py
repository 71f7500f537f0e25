"""A run of the monkey: acts by lot, then rests and looks whether all is true."""

import faulthandler
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.monkey.actions import REST, TIDY, Action, Chooser
from tests.monkey.clip_set import MonkeyClip
from tests.monkey.hands import Hands
from tests.monkey.listening import Listening
from tests.monkey.resources import GapWatch, Resources
from tests.monkey.truth import Truth
from tests.monkey.viewer_window import ViewerWindow
from tests.ui.viewer.painted_frames import PaintedFrames

_REST_SECONDS = 20.0
_HANGS_SECONDS = 90.0
_LARGEST_FRAME = 1280 * 720 * 3
"""Bytes."""

_BETWEEN_TIDYINGS = 25
"""So many rests lie between two counts of what is there."""

LONGEST_GAP = 4.0
"""Seconds; on a machine that is not busy with other things it is far less."""


@dataclass
class Outcome:
    """What a run came to.

    Attributes:
        faults: what is wrong, in words; empty after a good run.
        done: the actions, in order.
        rests: how often all was looked at at rest.
        paints: how many paints were looked at.
        read, unread: pictures whose number was read, and those that were too small for it.
        gap: seconds of the longest gap of the event loop, and what was done then.
        growth: megabytes for every 1,000 actions.
        megabytes: memory in use at each tidy moment.
        counts: how often each thing was done.
        shot: the window as it was when the first picture was wrong.
    """

    faults: list[str] = field(default_factory=list)
    done: list[Action] = field(default_factory=list)
    rests: int = 0
    paints: int = 0
    read: int = 0
    unread: int = 0
    gap: tuple[float, str] = (0.0, "")
    growth: float = 0.0
    megabytes: list[float] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    shot: QImage | None = None


class MonkeyRun:
    """One monkey at one Viewer.

    Args:
        clips: what may be opened.
        folder: for files that are made on the way.
        note: told of every action before it is done, for the case that it is the last.
    """

    def __init__(
        self, clips: list[MonkeyClip], folder: Path, note: Callable[[Action], None] | None = None
    ) -> None:
        self._note = note
        self._viewer = ViewerWindow(clips, folder)
        self._hands = Hands(self._viewer)
        self._truth = Truth(self._viewer)
        self._resources = Resources(self._viewer)
        self._gaps = GapWatch()
        self._paints = PaintedFrames(self._look, dict)
        self._painted: list[str] = []
        self.outcome = Outcome()

    def by_lot(self, seed: int, goes_on: Callable[[Outcome], bool]) -> Outcome:
        """Do what a seed says for as long as is wanted, until the first fault."""
        chooser = Chooser(seed, len(self._viewer.clips))

        def actions() -> Iterator[Action]:
            for number in range(1, 1 << 62):
                if not goes_on(self.outcome):
                    return
                yield from chooser.burst()
                if number % _BETWEEN_TIDYINGS == 0:
                    yield Action(TIDY)

        return self._run(actions())

    def again(self, actions: Sequence[Action]) -> Outcome:
        """Do what was done before."""
        return self._run(iter(actions))

    def _run(self, actions: Iterator[Action]) -> Outcome:
        outcome = self.outcome
        with Listening() as listening:
            self._listening = listening
            try:
                for action in actions:
                    outcome.done.append(action)
                    if self._note is not None:
                        self._note(action)
                    # What never returns is told by the traces of all threads.
                    faulthandler.dump_traceback_later(_HANGS_SECONDS, exit=True)
                    outcome.faults += self._do(action)
                    if outcome.faults:
                        break
                else:
                    outcome.faults += self._end()
            except Exception:
                outcome.faults.append(traceback.format_exc())
            finally:
                faulthandler.cancel_dump_traceback_later()
                self._gaps.stop()
                self._viewer.close()
                self._note_figures()
            outcome.faults += self._heard()
        return outcome

    def _do(self, action: Action) -> list[str]:
        self._gaps.begin(str(action))
        for window in self._viewer.picture_windows():
            self._paints.watch(window)
        if action.name == REST:
            faults = self._rest()
        elif action.name == TIDY:
            faults = self._tidy()
        else:
            self._hands.do(action)
            faults = []
        return [*self._heard(), *faults]

    def _heard(self) -> list[str]:
        """What went wrong since the last time that was asked."""
        heard = [*self._listening.complaints, *self._painted]
        heard += [f"while painting: {fault!r}" for fault in self._paints.faults]
        self._listening.complaints.clear()
        self._painted.clear()
        self._paints.faults.clear()
        return heard

    def _look(self, window: QWidget, image: QImage) -> int | None:
        self._painted += self._truth.at_paint(window, image)
        self.outcome.paints += 1
        return None

    def _rest(self) -> list[str]:
        """Let everything come to rest, and judge."""
        viewer, panel = self._viewer, self._viewer.panel
        viewer.close_popups()
        panel.pause()
        if panel.playback.is_held:
            return ["a hand holds the playhead that has let go"]
        if not viewer.wait_until(self._is_at_rest, _REST_SECONDS):
            return [f"it does not come to rest: {self._where_it_stands()}"]
        QTest.qWait(20)
        viewer.wait_until(self._is_at_rest, _REST_SECONDS)
        self._gaps.stop()
        self._paints.clear()
        self.outcome.rests += 1
        faults = list(self._truth.at_rest())
        if not viewer.wait_until(self._is_within_budget, _REST_SECONDS):
            faults.append(f"{panel.budget.used_bytes} bytes, of {panel.budget.total_bytes}")
        unknown = self._resources.unknown_threads()
        if unknown:
            faults.append(f"threads that nobody expects: {', '.join(unknown)}")
        return faults

    def _is_within_budget(self) -> bool:
        """Whether no more frames are held than may be: each cache may hold one in any case."""
        budget = self._viewer.panel.budget
        least = self._resources.caches() * _LARGEST_FRAME
        return budget.used_bytes <= max(budget.total_bytes, least)

    def _is_at_rest(self) -> bool:
        panel = self._viewer.panel
        due = panel.playback.due
        if panel.is_comparing:
            comparison = panel.comparing.comparison
            assert comparison is not None
            group = comparison.group
            if len(group.errors) == len(group.clips):
                return True
            seen = [
                clip for clip in group.clips if clip.times is not None and clip.view.isVisible()
            ]
            return group.is_open and all(
                clip.shown == clip.index_of(due) or clip.lacks(due) for clip in seen
            )
        clip = panel.clip
        if clip.path is None:
            return True
        presenter = clip.presenter
        return presenter.times is not None and (presenter.shown == due or presenter.lacks(due))

    def _where_it_stands(self) -> str:
        panel = self._viewer.panel
        comparison = panel.comparing.comparison
        if comparison is None or not comparison.is_open:
            return f"due {panel.playback.due}, shown {panel.current_index}, {panel.clip.path}"
        shown = [
            (clip.shown, clip.index_of(panel.playback.due), clip.times is not None)
            for clip in comparison.group.clips
        ]
        return f"due {panel.playback.due}, shown and wanted {shown}"

    def _tidy(self) -> list[str]:
        self._gaps.stop()
        faults = list(self._resources.count(self._hand_count()))
        if self._gaps.longest > LONGEST_GAP:
            faults.append(f"the window stood for {self._gaps.longest:.1f} s at {self._gaps.where}")
        return faults

    def _end(self) -> list[str]:
        return [*self._tidy(), *self._resources.leak()]

    def _hand_count(self) -> int:
        return sum(action.name not in (REST, TIDY) for action in self.outcome.done)

    def _note_figures(self) -> None:
        outcome = self.outcome
        outcome.read, outcome.unread = self._truth.read, self._truth.unread
        outcome.shot = self._truth.shot
        outcome.gap = (self._gaps.longest, self._gaps.where)
        outcome.growth = self._resources.growth_per_thousand
        outcome.counts = dict(sorted(self._hands.counts.items()))
        outcome.megabytes = [count.megabytes for count in self._resources.counts]


def during(minutes: float) -> Callable[[Outcome], bool]:
    """Goes on for so many minutes."""
    end = time.monotonic() + minutes * 60
    return lambda _outcome: time.monotonic() < end
