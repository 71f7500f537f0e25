"""Chains of process lifetimes on one library, each ended by SIGKILL at a random moment."""

import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rushes.domain.states import JobState
from rushes.library.layout import Layout
from rushes.library.ownership import read_owner
from tests.faults.judge import Verdict, jobs_of, judge, submits_under_way
from tests.faults.starter import Starter
from tests.faults.surroundings import LIMIT, Person, Service, serving
from tests.faults.trials import chance

if TYPE_CHECKING:
    import subprocess

_STATE_LINE = re.compile(rb"^[0-9a-f-]{36}  ([a-z_]+)$")
_LONGEST_LIFE = 8.0
"""Seconds after which a lifetime is ended, whatever it was to wait for."""

_PAUSES = (0.03, 0.15, 0.3, 0.5)
"""Longest seconds between a word of the program and its death: what lies between the journal and
the acceptance takes some hundredths of a second, and at a cold start some tenths."""

_JUST_BILLED = 0.05
"""Seconds after a submit was billed within which its answer may still be on its way."""

FAULTS: tuple[object, ...] = (
    {"preset": "submit_reset_after_accepting", "chance": 0.04},
    {"preset": "submit_reset_mid_body", "chance": 0.04},
    {"preset": "submit_cut_in_body", "chance": 0.03},
    {"preset": "submit_cut_in_headers", "chance": 0.03},
    {"preset": "submit_503", "chance": 0.03},
    {"call": "submit", "chance": 0.5, "fault": {"delay_seconds": 0.1}},
    {"preset": "status_reset", "chance": 0.02},
    {"preset": "download_closed_at_random", "chance": 0.1},
)
"""What the service does wrong meanwhile; see `rushes simulate --help`. Replies that come late
leave more time to die in."""


@dataclass(slots=True)
class Tally:
    """What became of a chain.

    Attributes:
        kills: lifetimes that ended by SIGKILL.
        while_sending: those of them in which a submit was under way.
        ran_out: lifetimes that came to their end before the kill.
        moments: kills by the kind of moment that was waited for.
        verdict: of the judge, after a last run that was left alone.
        faults: anything else that was not as it must be.
    """

    kills: int = 0
    while_sending: int = 0
    ran_out: int = 0
    moments: Counter[str] = field(default_factory=Counter)
    verdict: Verdict = field(default_factory=Verdict)
    faults: list[str] = field(default_factory=list)


class _States:
    """Follows what a command says on its error output."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._seen: Counter[str] = Counter()
        self._news = threading.Condition()
        self._ended = False
        self.text = b""
        self._process = process
        self._readers = [
            threading.Thread(target=work, daemon=True) for work in (self._follow, self._drain)
        ]
        for reader in self._readers:
            reader.start()

    def wait_for(self, states: tuple[str, ...], count: int, limit: float) -> None:
        """Return once `count` lines told of one of the states, at the end, or after the limit."""
        with self._news:
            self._news.wait_for(
                lambda: self._ended or sum(self._seen[each] for each in states) >= count, limit
            )

    def close(self) -> None:
        """Wait until both outputs have ended."""
        for reader in self._readers:
            reader.join(10)

    def _follow(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            told = _STATE_LINE.match(line.rstrip())
            with self._news:
                self.text += line
                if told:
                    self._seen[told[1].decode()] += 1
                self._news.notify_all()
        with self._news:
            self._ended = True
            self._news.notify_all()

    def _drain(self) -> None:
        assert self._process.stdout is not None
        while self._process.stdout.read(65_536):
            pass


def command_chain(folder: Path, kills: int, number: int, lane: str) -> Tally:
    """Kill `kills` lifetimes of the command line on one library, then let one run to its end."""
    by_chance, tally = chance(number, lane), Tally()
    with serving(folder / "service", faults=FAULTS, faults_seed=number) as service:
        person = Person(folder / "person", service.url)
        under_way: set[str] = set()
        while tally.kills < kills:
            _live(person, service, by_chance, tally)
            now = submits_under_way(person.library)
            tally.while_sending += bool(now - under_way)
            under_way = now
            if tally.kills % 50 == 49:
                _resume(person, tally)
        _resume(person, tally)
        tally.verdict = judge(service.ledger(), person.library)
        _expect_rest(tally)
    return tally


def _live(person: Person, service: Service, by_chance: random.Random, tally: Tally) -> None:
    """One lifetime, killed when its moment has come."""
    takes = by_chance.choice((1, 2, 3))
    command = ["resume"] if by_chance.random() < 0.25 else person.generate("a cabin", takes)
    moment = by_chance.choices(("start", "sending", "billed", "later"), (15, 35, 35, 15))[0]
    count, pause = by_chance.randint(1, takes), by_chance.uniform(0.0, by_chance.choice(_PAUSES))
    process = person.start(*command)
    try:
        states = _States(process)
        if moment == "start":
            time.sleep(by_chance.uniform(0.0, 0.7))
        elif moment == "billed":
            _wait_for_growth(service, process)
            time.sleep(min(pause, _JUST_BILLED))
        elif moment == "sending":
            states.wait_for(("sending",), count, _LONGEST_LIFE)
            time.sleep(pause)
        else:
            states.wait_for(("in_queue", "downloading", "ready"), count, _LONGEST_LIFE)
            time.sleep(pause)
        process.kill()
        code = process.wait(LIMIT)
        states.close()
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
    if code == -9:
        tally.kills += 1
        tally.moments[moment] += 1
    else:
        tally.ran_out += 1
        if code not in (0, 1, 5):
            tally.faults.append(f"{command[0]} ended with {code}: {states.text[-500:].decode()}")


def _wait_for_growth(service: Service, process: "subprocess.Popen[bytes]") -> None:
    """Return as soon as the service bills something, or the process has ended."""
    size, give_up = service.ledger_file.stat().st_size, time.monotonic() + _LONGEST_LIFE
    while (
        service.ledger_file.stat().st_size == size
        and process.poll() is None
        and time.monotonic() < give_up
    ):
        time.sleep(0.001)


def window_chain(folder: Path, kills: int, number: int) -> Tally:
    """Kill the window while it follows and fetches what commands before it have left."""
    by_chance, tally = chance(number, "window"), Tally()
    with serving(folder / "service") as service:
        person = Person(folder / "person", service.url)
        with Starter(person) as starter:
            while tally.kills < kills:
                left = by_chance.choice(
                    ("post.left", "accepted.after_commit:2", "waiting.after_commit")
                )
                starter.run(*person.generate("a cabin", 2), RUSHES_FAILPOINT=left)
                _live_as_window(person, service, by_chance, tally)
        _resume(person, tally)
        tally.verdict = judge(service.ledger(), person.library)
        _expect_rest(tally)
    return tally


def _live_as_window(
    person: Person, service: Service, by_chance: random.Random, tally: Tally
) -> None:
    lock = Layout(person.library).lock
    unsent = {
        job.request.digest for job in jobs_of(person.library) if job.state is JobState.WAITING
    }
    process = person.start()
    try:
        if by_chance.random() < 0.85:
            give_up = time.monotonic() + LIMIT
            while read_owner(lock).get("pid") != process.pid and time.monotonic() < give_up:
                if process.poll() is not None:
                    break
                time.sleep(0.02)
            time.sleep(by_chance.uniform(0.0, 2.5))
            moment = "open"
        else:
            time.sleep(by_chance.uniform(0.1, 0.8))
            moment = "start"
        process.kill()
        _, err = process.communicate(timeout=LIMIT)
    finally:
        process.kill()
        process.communicate()
    if process.returncode != -9:
        tally.faults.append(f"the window ended with {process.returncode}: {err[-500:].decode()}")
    if unsent & {line.body_digest for line in service.ledger()}:
        tally.faults.append("the window sent jobs of an earlier session without a person's word")
    tally.kills += 1
    tally.moments[f"window {moment}"] += 1


def _resume(person: Person, tally: Tally) -> None:
    code, _, err = person.run("resume")
    if code not in (0, 1, 5):
        tally.faults.append(f"resume ended with {code}: {err[-500:]}")


def _expect_rest(tally: Tally) -> None:
    """After a run that was left alone, no job may be on its way any more."""
    for state in ("waiting", "sending", "in_queue", "in_progress", "finished", "downloading"):
        count = sum(n for each, n in tally.verdict.states.items() if each.value == state)
        if count:
            tally.faults.append(f"{count} jobs are still {state} after the last run")
