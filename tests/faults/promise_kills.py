"""No paid job is lost and none paid twice by `kill -9` at random moments."""

from functools import partial
from pathlib import Path

from tests.faults.contract import Promise, Reached
from tests.faults.kill_runs import Tally, command_chain, window_chain
from tests.faults.trials import Score, seed, side_by_side

_CHAINS = 2
_WINDOW_SHARE = 30


def run(trials: int, folder: Path) -> Reached:
    """Kill that many lifetimes, a few of them windows, on libraries side by side."""
    score = Score(seed(), folder)
    windows = max(1, trials // _WINDOW_SHARE)
    rest = trials - windows
    lanes = [
        partial(
            command_chain, folder / f"chain-{lane}", rest // _CHAINS + (lane < rest % _CHAINS),
            score.seed, f"chain {lane}",
        )
        for lane in range(_CHAINS)
    ]  # fmt: skip
    tallies: list[Tally] = side_by_side(
        [*lanes, partial(window_chain, folder / "windows", windows, score.seed)]
    )
    for tally in tallies:
        score.verdict.add(tally.verdict)
        score.faults += tally.faults
        score.trials += tally.kills
    sending = sum(tally.while_sending for tally in tallies)
    if score.trials >= 100 and sending < score.trials // 5:
        score.faults.append(f"only {sending} kills fell while a submit was under way")
    verdict = score.verdict
    return score.reached(
        f"{score.trials:,} kills, {sending:,} while submitting, {windows} of the window; "
        f"{verdict.paid:,} paid, {verdict.owned_up:,} of them without an answer: "
        f"{len(verdict.lost)} lost, {len(verdict.twice)} paid twice"
    )


PROMISE = Promise(
    name="no paid job lost, none paid twice: kill -9 at random moments",
    goal="half of 300 kills (long: of 3,000): 0 ledger lines without a job, 0 billed twice",
    short=150,
    long=1_500,
    run=run,
    seconds=600,
)
