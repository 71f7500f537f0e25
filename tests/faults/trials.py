"""What trials share: a seed that is told, lanes side by side, and a folder kept when one fails."""

import os
import random
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.faults.contract import Reached
from tests.faults.judge import Verdict

SEED_VARIABLE = "RUSHES_FAULTS_SEED"
"""Environment variable with the seed of a run that is to be repeated."""

Answer = TypeVar("Answer")


def seed() -> int:
    """Return the seed of this run: that of the environment, or one of the moment."""
    given = os.environ.get(SEED_VARIABLE)
    return int(given) if given else time.time_ns() % 1_000_000


def side_by_side(lanes: Iterable[Callable[[], Answer]]) -> list[Answer]:
    """Run each lane in a thread of its own; raises what the first one to fail raised."""
    work = list(lanes)
    with ThreadPoolExecutor(max_workers=max(1, len(work))) as pool:
        return [future.result() for future in [pool.submit(lane) for lane in work]]


@dataclass(slots=True)
class Score:
    """What came of the trials of one promise.

    Attributes:
        seed: what to repeat it with.
        folder: where it worked.
        verdict: what the judge found, of all libraries together.
        trials: how many there were.
        faults: sentences about anything else that was not as it must be.
    """

    seed: int
    folder: Path
    verdict: Verdict = field(default_factory=Verdict)
    trials: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether everything was as promised."""
        return self.verdict.holds and not self.faults

    def reached(self, figure: str) -> Reached:
        """Return the figure for the table; a failure says how to repeat it."""
        if self.holds:
            return Reached(figure, True)
        lines = [self.verdict.sentences, *self.faults]
        lines += [f"Repeat with {SEED_VARIABLE}={self.seed}; what is left lies in {self.folder}."]
        return Reached(figure, False, "\n".join(line for line in lines if line))


def chance(number: int, *more: object) -> random.Random:
    """Return a source of chance for one lane of a run with this seed."""
    return random.Random(f"{number}/{'/'.join(map(str, more))}")
