"""What a benchmark is: two contestants who do the same, run in turn, and the ratios promised.

A benchmark is a file `bench_NAME.py` in this folder with one function

    def races(workspace: Path) -> Iterator[Race]

`workspace` is an empty folder that is removed afterwards. The function is a generator: what it sets
up for a race is made before its `yield`, and taken down after it. Contestants do one whole run each
time they are called, and return what they measured; they raise when they cannot, since a number
that was not measured must not look like one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

# One run: measure → value, for instance {"first paint": 0.31, "memory": 98_000_000}.
Contestant = Callable[[], Mapping[str, float]]


@dataclass(frozen=True)
class Goal:
    """What is promised of one measure.

    Attributes: `measure`, the key in what contestants return; `unit`, one of UNITS; `ratio`, the
    most that ours may be in proportion to the rival's; 0 where ours has to be nothing at all.
    """

    measure: str
    unit: str
    ratio: float


@dataclass(frozen=True)
class Race:
    """Ours against a rival.

    Attributes: `name`, what is raced, for the table; `rival_name`; `ours` and `rival`; `goals`, one
    for each measure; `runs`, how many pairs are run after one pair that is not counted.
    """

    name: str
    rival_name: str
    ours: Contestant
    rival: Contestant
    goals: tuple[Goal, ...]
    runs: int = 9


# Unit → (factor, decimals) from what is measured (seconds, bytes) to what is read.
UNITS: Mapping[str, tuple[float, int]] = {
    "ms": (1000, 1), "s": (1, 2), "MB": (1e-6, 1), "frames": (1, 0),
}  # fmt: skip
