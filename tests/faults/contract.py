"""What every trial of a promise has in common: a name, a goal, two lengths, and what it came to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Reached:
    """What a trial came to.

    Attributes:
        figure: in words for the table, such as ``300 kills: 0 lost, 0 paid twice``.
        holds: whether the promise was kept.
        details: what to look at when it was not.
    """

    figure: str
    holds: bool
    details: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """One row of the table of promises.

    Attributes:
        name: the promise, as the table says it.
        goal: the figure that it must reach, in words.
        short: how many trials belong to a test run.
        long: how many belong to the long run.
        run: tries it that many times in an empty folder; blocking.
        seconds: what one test run of it may take at most.
    """

    name: str
    goal: str
    short: int
    long: int
    run: Callable[[int, Path], Reached]
    seconds: int = 180
