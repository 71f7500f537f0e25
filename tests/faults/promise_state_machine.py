"""No paid job is lost and none paid twice by anything that can happen, in any order."""

from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as seeded
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.contract import Promise, Reached
from tests.faults.machine import LibraryMachine
from tests.faults.trials import Score, seed

_STEPS = 25


def run(trials: int, folder: Path) -> Reached:
    """Live that many random lives."""
    score = Score(seed(), folder)

    class Machine(LibraryMachine):
        pass

    Machine.folder, Machine.tally = folder, Counter()
    rules = settings(
        max_examples=trials,
        stateful_step_count=_STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    try:
        run_state_machine_as_test(seeded(score.seed)(Machine), settings=rules)
    except Exception as error:
        notes = "\n".join(getattr(error, "__notes__", ()))
        score.faults.append(f"{type(error).__name__}: {error}\n{notes}")
    did = Machine.tally
    return score.reached(
        f"{did['example']} lives: {did['deaths']} deaths, {did['fault']} faults, "
        f"{did['restore']} restores, {did['adopt'] + did['send_again'] + did['keep']} answers; "
        f"{did['paid']} paid: {'0 lost, 0 paid twice' if score.holds else 'not in order'}"
    )


PROMISE = Promise(
    name="no paid job lost, none paid twice: submit, crash, restart, fault, restore, adopt",
    goal="a state machine in any order: 0 lost, 0 billed twice without a person's word",
    short=25,
    long=250,
    run=run,
    seconds=240,
)
