"""The script of a running simulator: it chooses the fault for each call."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from rushes.domain.request import JsonValue
from rushes.simulator.faults.fault import Act, Fault, Moment
from rushes.simulator.faults.fault_file import read_steps
from rushes.simulator.faults.step import Call, Step


@dataclass(frozen=True, slots=True)
class Played:
    """A fault that was played: the name of its step, and the call; None for a whole port."""

    name: str
    call: Call | None


@dataclass(slots=True, eq=False)
class _Progress:
    """How far a step has come."""

    step: Step
    seen: int = 0
    played: int = 0
    refused_at: int = -1
    by_request: Counter[str] = field(default_factory=Counter)

    def has_times_left(self) -> bool:
        return self.step.times is None or self.played < self.step.times

    def is_next(self) -> bool:
        """Whether the next fitting call is one that the step strikes."""
        return self.seen + 1 in self.step.count and self.has_times_left()


class FaultScript:
    """Steps in order; the first that fits a call strikes it. Made and used on one event loop.

    Args:
        seed: of all that is drawn by chance.

    Attributes:
        played: every fault that was played, oldest first.
        chance: draws what is left to chance.
    """

    def __init__(self, seed: int = 0) -> None:
        self.played: list[Played] = []
        self.chance = random.Random(seed)
        self._progress: list[_Progress] = []
        self._listeners: list[Callable[[], None]] = []

    def add(self, *steps: JsonValue, folder: Path | None = None) -> None:
        """Append steps, each as it stands in a file, or the name of a preset alone.

        `folder` is where the files are that bodies are read from. Raises FaultFileUnreadable.
        """
        self._progress += [_Progress(step) for step in read_steps(steps, folder or Path())]
        self._tell()

    def clear(self) -> None:
        """Drop all steps; what is refused is served again. `played` is kept."""
        self._progress.clear()
        self._tell()

    def call_on_change(self, act: Callable[[], None]) -> None:
        """Call whenever steps were added or dropped."""
        self._listeners.append(act)

    def choose(self, call: Call) -> Fault | None:
        """Count a call that has come, and return the fault that strikes it, if any."""
        chosen: _Progress | None = None
        for each in self._progress:
            step = each.step
            if not step.fits(call):
                continue
            each.seen += 1
            each.by_request[call.request_id] += 1
            if (
                chosen is None
                and step.fault.when is not Moment.CONNECTING
                and each.seen in step.count
                and each.by_request[call.request_id] in step.request_count
                and each.has_times_left()
                and self._happens(step)
            ):
                chosen = each
        return None if chosen is None else self._play(chosen, call)

    def greet(self, *, media: bool) -> Fault | None:
        """Return the fault that strikes a connection to a port as soon as it opens, if any.

        The connection stands for the call that it would have brought.
        """
        for each in self._connecting(media):
            if each.step.fault.do is not Act.REFUSE_CONNECTIONS and each.is_next():
                each.seen += 1
                if self._happens(each.step):
                    return self._play(each, None)
        return None

    def refusal(self, *, media: bool) -> Fault | None:
        """Return the fault that closes a port from now on, if any; asked once a call has ended."""
        for each in self._connecting(media):
            refuses = each.step.fault.do is Act.REFUSE_CONNECTIONS
            if refuses and each.is_next() and each.refused_at != each.seen:
                each.refused_at = each.seen
                if self._happens(each.step):
                    return self._play(each, None)
        return None

    @property
    def is_empty(self) -> bool:
        """Whether there are no steps."""
        return not self._progress

    def _connecting(self, media: bool) -> list[_Progress]:
        return [
            each
            for each in self._progress
            if each.step.fault.when is Moment.CONNECTING and each.step.strikes_media == media
        ]

    def _happens(self, step: Step) -> bool:
        return step.chance >= 1 or self.chance.random() < step.chance

    def _play(self, progress: _Progress, call: Call | None) -> Fault:
        progress.played += 1
        self.played.append(Played(progress.step.name, call))
        return progress.step.fault

    def _tell(self) -> None:
        for act in self._listeners:
            act()
