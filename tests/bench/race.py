"""Runs the two sides of a race in turn, so that a slow minute of the machine slows both."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from tests.bench.contract import Goal, Race


@dataclass(frozen=True)
class Result:
    """One measure of one race: medians of both sides, in seconds or bytes."""

    race: Race
    goal: Goal
    ours: float
    rival: float

    @property
    def ratio(self) -> float:
        if self.ours == 0:
            return 0.0
        return self.ours / self.rival if self.rival else math.inf

    @property
    def is_met(self) -> bool:
        return self.ratio <= self.goal.ratio


def run(race: Race, runs: int | None = None) -> list[Result]:
    """Runs `race` as A B A B …, `runs` pairs or as many as it asks for, after one to warm up."""
    race.ours()
    race.rival()
    ours: list[Mapping[str, float]] = []
    rival: list[Mapping[str, float]] = []
    for _ in range(runs or race.runs):
        ours.append(race.ours())
        rival.append(race.rival())
    return [
        Result(
            race,
            goal,
            median(values[goal.measure] for values in ours),
            median(values[goal.measure] for values in rival),
        )
        for goal in race.goals
    ]
