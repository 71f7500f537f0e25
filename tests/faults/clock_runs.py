"""Runs whose clock is set, whose process stands still, or whose network goes away for a while."""

import itertools
import os
import re
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.judge import Verdict, judge
from tests.faults.relay import Relay
from tests.faults.starter import Run, Starter
from tests.faults.surroundings import Person, serving

TEN_YEARS = 315_576_000
LATEST_LOOK = 10.0
"""Seconds within which a job must be asked about again."""

TAKES = 3
PACE = 3.0
"""Seconds that a job takes at the service: long enough to be asked about several times."""

_ID = re.compile(r"(?m)^[0-9a-f-]{36}  in_queue$")


@dataclass(frozen=True, slots=True)
class Upset:
    """One thing that happens to a run.

    Attributes:
        kind: ``clock``, ``stop`` or ``network``.
        seconds: by how much the clock is set, or how long it lasts.
        state: the state of a job at which a clock is set; ``start`` for before anything.
    """

    kind: str
    seconds: float
    state: str = ""

    @property
    def words(self) -> str:
        """What it is, for messages."""
        return f"{self.kind} {self.seconds:+g} s {self.state}".strip()


@dataclass(slots=True)
class Outcome:
    """What came of a lane.

    Attributes:
        latest: seconds after which the slowest job was asked about again.
        verdict: of the judge, at the end.
        faults: what was not as it must be.
    """

    latest: float = 0.0
    verdict: Verdict = field(default_factory=Verdict)
    faults: list[str] = field(default_factory=list)


LONGEST_WITHOUT_NETWORK = 20.0
"""Seconds: a command leaves after 30 s without the service, and says so."""


def upsets(trials: int, lasting: float) -> list[Upset]:
    """Return that many: clocks set both ways at each state, stops, and networks that go."""
    clocks = [
        Upset("clock", sign * TEN_YEARS, state)
        for state in ("in_queue", "start", "sending", "finished")
        for sign in (1, -1)
    ]
    others = [Upset("stop", lasting), Upset("network", min(lasting, LONGEST_WITHOUT_NETWORK))]
    each = [*clocks[:4], *others, *clocks[4:], *others]
    return [each[number % len(each)] for number in range(trials)]


def upset_often(folder: Path, lane: list[Upset]) -> Outcome:
    """Let each upset happen to a run of its own, all on one library."""
    outcome = Outcome()
    with (
        serving(folder / "service", pace=PACE) as service,
        Relay(int(service.url.rpartition(":")[2])) as relay,
    ):
        person = Person(folder / "person", f"http://127.0.0.1:{relay.port}")
        with Starter(person) as starter:
            for number, upset in enumerate(lane):
                _upset(starter, relay, upset, folder / f"looks-{number}.txt", outcome)
        outcome.verdict = judge(service.ledger(), person.library)
    if outcome.verdict.states.keys() - {"ready"}:
        outcome.faults.append(f"not all jobs are ready: {dict(outcome.verdict.states)}")
    if outcome.verdict.paid != TAKES * len(lane):
        outcome.faults.append(f"{outcome.verdict.paid} were paid, not {TAKES * len(lane)}")
    return outcome


def _upset(starter: Starter, relay: Relay, upset: Upset, looks: Path, outcome: Outcome) -> None:
    looks.touch()
    variables = {"RUSHES_LOOKS": str(looks)}
    if upset.kind == "clock":
        variables["RUSHES_CLOCK"] = f"{upset.seconds}@{upset.state}"
    run = starter.start(*starter.person.generate("a cabin", TAKES), **variables)
    gone_until = 0.0
    if upset.kind != "clock":
        if not _sent(run):
            outcome.faults.append(f"{upset.words}: the jobs were not sent")
        _let_it_happen(run, relay, upset)
        gone_until = time.monotonic()
    code = run.wait(upset.seconds + 60 if upset.kind != "clock" else 60)
    if code != 0:
        err = run.err.read_text("utf-8", "replace")
        outcome.faults.append(f"{upset.words}: the run ended with {code}: {err[-500:]}")
    waited = _longest_wait(looks, gone_until)
    outcome.latest = max(outcome.latest, waited)
    if waited > LATEST_LOOK:
        outcome.faults.append(f"{upset.words}: {waited:.1f} s without a look at any job")


def _sent(run: Run) -> bool:
    """Wait until the service has all jobs."""
    give_up = time.monotonic() + 30
    while time.monotonic() < give_up:
        if len(_ID.findall(run.err.read_text("utf-8", "replace"))) >= TAKES:
            return True
        time.sleep(0.05)
    return False


def _let_it_happen(run: Run, relay: Relay, upset: Upset) -> None:
    if upset.kind == "stop":
        os.kill(run.pid, signal.SIGSTOP)
        time.sleep(upset.seconds)
        os.kill(run.pid, signal.SIGCONT)
    else:
        relay.go_away()
        time.sleep(upset.seconds)
        relay.come_back()


def _longest_wait(looks: Path, after: float) -> float:
    """Return the longest time without a look, in seconds, from the acceptance to the last look.

    With `after`, a moment of the monotonic clock, only what came later counts.
    """
    moments = [float(line) for line in looks.read_text().splitlines()]
    if after:
        moments = [after, *(moment for moment in moments if moment > after)]
    if len(moments) < 2:
        return float("inf")
    return max(later - sooner for sooner, later in itertools.pairwise(moments))
