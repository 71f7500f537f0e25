"""Whoever starts Rushes again gets the window that is open; a dead owner leaves no lock."""

from pathlib import Path

from tests.faults.contract import Promise, Reached
from tests.faults.second_starts import start_together
from tests.faults.trials import Score, seed

_AT_ONCE = 50


def run(trials: int, folder: Path) -> Reached:
    """Start that many windows, fifty at once."""
    score = Score(seed(), folder)
    owners, raised = [], 0
    while score.trials < trials:
        starts = min(_AT_ONCE, trials - score.trials)
        own, times, faults = start_together(folder / f"round-{score.trials}", starts)
        owners.append(own)
        raised += times
        score.faults += faults
        score.trials += starts
    most = max(owners)
    return score.reached(
        f"{score.trials} starts, {min(_AT_ONCE, trials)} at once: {most} owner, raised {raised} "
        "times, lock free after kill -9"
    )


PROMISE = Promise(
    name="second start",
    goal="50 simultaneous starts: 1 owner, first window raised; lock free again after kill -9",
    short=50,
    long=250,
    run=run,
    seconds=300,
)
