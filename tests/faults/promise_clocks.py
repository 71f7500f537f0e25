"""Nothing is lost or resent by a clock that is set, a process that stands still, a network gone."""

from functools import partial
from pathlib import Path

from tests.faults.clock_runs import LONGEST_WITHOUT_NETWORK, Outcome, upset_often, upsets
from tests.faults.contract import Promise, Reached
from tests.faults.trials import Score, seed, side_by_side

_LANES = 4
_SHORT = 12
_SHORT_STOP, _LONG_STOP = 8.0, 60.0
"""Seconds."""


def run(trials: int, folder: Path) -> Reached:
    """Let that many upsets happen; in the long form, a process stands still for a minute."""
    score = Score(seed(), folder)
    lasting = _LONG_STOP if trials > _SHORT else _SHORT_STOP
    plan = upsets(trials, lasting)
    outcomes: list[Outcome] = side_by_side(
        partial(upset_often, folder / f"lane-{lane}", plan[lane::_LANES]) for lane in range(_LANES)
    )
    for outcome in outcomes:
        score.verdict.add(outcome.verdict)
        score.faults += outcome.faults
    latest = max(outcome.latest for outcome in outcomes)
    verdict = score.verdict
    return score.reached(
        f"{trials} upsets (clock ±10 years, {lasting:g} s stopped, "
        f"{min(lasting, LONGEST_WITHOUT_NETWORK):g} s without network): "
        f"{len(verdict.lost)} lost, {len(verdict.twice)} resent; asked again within {latest:.1f} s"
    )


PROMISE = Promise(
    name="clock jumps ±10 years, 60 s stop, network change",
    goal="0 lost or resent; polled again within 10 s",
    short=_SHORT,
    long=48,
    run=run,
    seconds=180,
)
