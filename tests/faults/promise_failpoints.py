"""No paid job is lost and none paid twice by a death at any named point of its life."""

from functools import partial
from pathlib import Path

from tests.faults.contract import Promise, Reached
from tests.faults.death_runs import die_migrating, die_often, lanes_of, planned
from tests.faults.failpoints import FAILPOINTS
from tests.faults.trials import Score, chance, seed, side_by_side

_LANES = 4


def run(trials: int, folder: Path) -> Reached:
    """Die that many times, at every point in turn, on libraries side by side."""
    score = Score(seed(), folder)
    plan = planned(trials)
    migrating = [each for each in plan if each[0].stage == "migrate"]
    others = [each for each in plan if each[0].stage != "migrate"]
    chance(score.seed, "plan").shuffle(others)
    lanes = [
        partial(die_often, folder / f"lane-{number}", lane, score.seed, f"lane {number}")
        for number, lane in enumerate(lanes_of(others, _LANES))
    ]
    found = side_by_side([*lanes, partial(die_migrating, folder / "migration", migrating)])
    points = set()
    second = 0
    for deaths in found:
        score.verdict.add(deaths.verdict)
        score.faults += deaths.faults
        score.trials += deaths.hit.total()
        points |= set(deaths.hit)
        second += deaths.second
    verdict = score.verdict
    return score.reached(
        f"{score.trials:,} deaths at {len(points)} of {len(FAILPOINTS)} points, {second} starts "
        f"after them died as well; {verdict.paid:,} paid, {verdict.owned_up:,} of them without an "
        f"answer: {len(verdict.lost)} lost, "
        f"{len(verdict.twice)} paid twice, {len(verdict.files)} damaged files"
    )


PROMISE = Promise(
    name="no paid job lost, none paid twice: death at every named failpoint",
    goal="half of 300 kills (long: of 3,000): 0 lost, 0 billed twice, every clip's sum right",
    short=162,
    long=1_512,
    run=run,
    seconds=600,
)
