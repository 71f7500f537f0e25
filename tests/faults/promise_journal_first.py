"""The journal is on the disk before the first byte of a submit leaves; no journal, no submit."""

import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.faults.contract import Promise, Reached
from tests.faults.failpoints import REFUSALS, VARIABLE
from tests.faults.judge import judge
from tests.faults.surroundings import ROOT, Person, Service, serving
from tests.faults.traces import CALLS, judge_trace, read_trace
from tests.faults.trials import Score, seed, side_by_side

_PATIENCE = 8.0
"""Seconds for which a run that cannot write its journal is watched."""


def run(trials: int, folder: Path) -> Reached:
    """Trace that many runs, and refuse the journal in each way that there is."""
    score = Score(seed(), folder)
    side_by_side(partial(_refuse, score, folder / name, name) for name in REFUSALS)
    traced = "no trace: strace is not installed"
    if shutil.which("strace") is not None:
        with serving(folder / "service") as service:
            posts = sum(_trace(score, service, folder, number) for number in range(trials))
        traced = f"{posts} traced submits left after the syncs of receipts and database"
    return score.reached(f"{traced}; {len(REFUSALS)} ways of a refused journal: nothing sent")


def _refuse(score: Score, folder: Path, name: str) -> None:
    """A run whose journal is refused must send nothing, and the next one everything."""
    with serving(folder / "service") as service:
        person = Person(folder / "person", service.url)
        with person.start(
            *person.generate("a cabin", 2), module="tests.faults.child", **{VARIABLE: name}
        ) as process:
            try:
                process.communicate(timeout=_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
        if service.ledger():
            score.faults.append(f"{name}: {len(service.ledger())} submits left without a journal")
        code, _, err = person.run("resume")
        paid = service.ledger()
        if code != 0 or len(paid) != 2:
            score.faults.append(
                f"{name}: the next run ended with {code}, {len(paid)} paid: {err[-300:]}"
            )
        score.verdict.add(judge(paid, person.library))


def _trace(score: Score, service: Service, folder: Path, number: int) -> int:
    """Trace one run with two takes; return how many submits its trace proves."""
    person = Person(folder / f"traced-{number}", service.url)
    log = folder / f"trace-{number}.txt"
    strace = ["strace", "-f", "-y", "-tt", "-s", "600", "-o", str(log), "-e", f"trace={CALLS}"]
    code, err = _run_traced(person, [*strace, sys.executable, "-m", "rushes"])
    if code != 0:
        score.faults.append(f"the traced run ended with {code}: {err[-300:]}")
    proof = judge_trace(read_trace(log.read_text("utf-8", "replace").splitlines()))
    score.faults += [f"{log.name}: {fault}" for fault in proof.faults]
    return proof.posts


def _run_traced(person: Person, command: list[str]) -> tuple[int, str]:
    done = subprocess.run(
        [*command, *person.generate("a cabin", 2)],
        cwd=ROOT,
        env=person.environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stderr


PROMISE = Promise(
    name="journal before money",
    goal="fsync of the journal before the first byte of the POST; disk full or read-only: 0 sent",
    short=1,
    long=10,
    run=run,
    seconds=180,
)
