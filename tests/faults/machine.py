"""A state machine over the life of a library: everything that can happen, in any order.

Processes are real and die by SIGKILL; the service is a simulator of this process, so that faults
can be played to it from one step to the next.
"""

import asyncio
import shutil
import threading
from collections import Counter
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.simulator.server import Simulator
from tests.engine.tiny_model import ENTRY
from tests.faults.failpoints import FAILPOINTS
from tests.faults.judge import jobs_of, judge
from tests.faults.session_life import Died, SessionLife
from tests.faults.starter import Starter
from tests.faults.surroundings import Person

_POINTS = sorted(name for name, point in FAILPOINTS.items() if point.stage != "migrate")
_FAULTS = (
    "submit_reset_after_accepting",
    "submit_reset_mid_body",
    "submit_closed_without_reply",
    "submit_cut_in_body",
    "submit_html",
    "submit_no_id",
    "submit_503",
    "submit_400",
    "submit_refused_connection",
    "status_reset",
    "status_404_then_back",
    "result_404_then_back",
    "download_closed_at_random",
    "download_403_once",
    "cancel_lost_reply",
)


class ThreadedSimulator:
    """A simulator on an event loop in a thread of its own."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.simulator = self.call(self._start())

    def call(self, work: Any) -> Any:
        """Run a coroutine on the simulator's loop and return what it returns."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(60)

    async def _start(self) -> Simulator:
        simulator = Simulator(models=[ENTRY], pace_seconds=0.1, balance_usd=1e6)
        await simulator.start()
        return simulator

    def play(self, *steps: Any) -> None:
        """Add faults to the script; none empties it."""

        async def change() -> None:
            if steps:
                self.simulator.faults.add(*steps)
            else:
                self.simulator.faults.clear()

        self.call(change())

    def close(self) -> None:
        """Stop the simulator and its thread."""
        self.call(self.simulator.stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
        self.loop.close()


class LibraryMachine(RuleBasedStateMachine):
    """Random lives of one library; the judge must have nothing to say at any time of rest.

    Attributes:
        folder: where all examples work.
        tally: what all examples did, by name.
    """

    folder: ClassVar[Path]
    tally: ClassVar["Counter[str]"]

    def __init__(self) -> None:
        super().__init__()
        self.tally["example"] += 1
        home = self.folder / f"example-{self.tally['example']}"
        self.service = ThreadedSimulator()
        self.person = Person(home, self.service.simulator.url)
        home.mkdir(parents=True)
        self.starter = Starter(self.person).__enter__()
        self.life = SessionLife(self.starter)
        self.copies: list[Path] = []
        self.by_word: Counter[str] = Counter()
        # An older copy finds out that it is one when it is opened, and not before.
        self.is_restored = False

    @initialize(takes=st.integers(1, 3), fault=st.sampled_from(("", *_FAULTS)))
    def begin(self, takes: int, fault: str) -> None:
        """Every life begins with jobs, half of them at a service that is not well."""
        self.life.start()
        if fault:
            self.service.play({"preset": fault, "times": takes})
        self._ask("generate", takes=takes)

    @precondition(lambda self: not self.life.is_alive)
    @rule(
        failpoint=st.one_of(st.just(""), st.just(""), st.sampled_from(_POINTS)),
        count=st.integers(1, 3),
    )
    def start(self, failpoint: str, count: int) -> None:
        words = f"{failpoint}:{count}" if failpoint else ""
        if self._try(lambda: self.life.start(words), "start"):
            self.is_restored = False

    @precondition(lambda self: self.life.is_alive)
    @rule(takes=st.integers(1, 3))
    def generate(self, takes: int) -> None:
        self._ask("generate", takes=takes)

    @precondition(lambda self: self.life.is_alive)
    @rule(seconds=st.floats(0.0, 0.4))
    def work(self, seconds: float) -> None:
        self._ask("wait", seconds=seconds)

    @precondition(lambda self: self.life.is_alive)
    @rule()
    def crash(self) -> None:
        self.tally["crash"] += 1
        self.life.kill()

    @precondition(lambda self: self.life.is_alive)
    @rule()
    def stop(self) -> None:
        self.tally["stop"] += 1
        code = self.life.stop()
        assert code in (0, -9), code

    @precondition(lambda self: self.life.is_alive)
    @rule(name=st.sampled_from(_FAULTS), times=st.integers(1, 3))
    def fault(self, name: str, times: int) -> None:
        self.tally["fault"] += 1
        self.service.play({"preset": name, "times": times})

    @precondition(lambda self: not self.life.is_alive and self.person.library.exists())
    @rule()
    def copy(self) -> None:
        self.tally["copy"] += 1
        target = self.person.home / f"copy-{len(self.copies)}"
        shutil.copytree(self.person.library, target)
        self.copies.append(target)

    @precondition(lambda self: not self.life.is_alive and self.copies)
    @rule(number=st.integers(0, 99), database_only=st.booleans())
    def restore(self, number: int, database_only: bool) -> None:
        """Put an older copy in place: of the whole folder, or of the database alone."""
        self.tally["restore"] += 1
        self.is_restored = True
        source = self.copies[number % len(self.copies)]
        library = self.person.library
        if database_only:
            for path in library.glob("rushes.db*"):
                path.unlink()
            for path in source.glob("rushes.db*"):
                shutil.copy2(path, library)
            return
        before = Counter(job.request.digest for job in jobs_of(library))
        shutil.rmtree(library)
        shutil.copytree(source, library)
        after = Counter(job.request.digest for job in jobs_of(library))
        # Jobs that the copy is too old for are gone by the person's own hand.
        self.by_word += before - after

    @precondition(lambda self: self.life.is_alive)
    @rule(number=st.integers(0, 99), way=st.sampled_from(("adopt", "send_again", "keep")))
    def answer_unknown(self, number: int, way: str) -> None:
        job = self._pick(number, JobState.UNKNOWN)
        if job is None:
            return
        if way == "adopt":
            known = {each.remote_id for each in self._jobs()}
            mine = [
                line.request_id
                for line in self.service.simulator.accepted
                if line.body_digest == job.request.digest and line.request_id not in known
            ]
            self._ask("adopt", job=job.id, remote_id=mine[0] if mine else "no-such-request")
        else:
            self._ask(way, job=job.id)

    @precondition(lambda self: self.life.is_alive)
    @rule(number=st.integers(0, 99), way=st.sampled_from(("send_held", "drop_held")))
    def answer_held(self, number: int, way: str) -> None:
        job = self._pick(number, JobState.HELD)
        if job is not None:
            self.by_word[job.request.digest] += 1
            self._ask(way, job=job.id)

    @precondition(lambda self: self.life.is_alive)
    @rule(number=st.integers(0, 99))
    def cancel(self, number: int) -> None:
        jobs = self._jobs()
        if jobs:
            job = jobs[number % len(jobs)]
            if job.state is JobState.HELD:
                self.by_word[job.request.digest] += 1
            self._ask("cancel", job=job.id)

    @invariant()
    def the_judge_is_content(self) -> None:
        if not (self.life.is_alive or self.is_restored) and self.person.library.exists():
            self._judge("sending")

    def teardown(self) -> None:
        try:
            self.life.kill()
            self.service.play()
            self.life.start()
            pending = self.life.ask("rest", seconds=90.0)
            assert pending == 0, f"{pending} jobs do not come to rest"
            assert self.life.stop() == 0
            self._judge()
            self.tally["paid"] += len(self.service.simulator.accepted)
            self.tally["deaths"] += self.life.deaths
        finally:
            self.life.close()
            self.starter.__exit__(None, None, None)
            self.service.close()

    def _ask(self, do: str, **given: Any) -> None:
        self._try(lambda: self.life.ask(do, **given), do)

    def _try(self, work: Any, name: str) -> bool:
        """Do something; tell whether the process lived through it."""
        self.tally[name] += 1
        try:
            work()
        except Died:
            self.tally["died"] += 1
            note("died")
            return False
        return True

    def _jobs(self) -> list[Job]:
        return jobs_of(self.person.library)

    def _pick(self, number: int, state: JobState) -> Job | None:
        fitting = [job for job in self._jobs() if job.state is state]
        return fitting[number % len(fitting)] if fitting else None

    def _judge(self, *in_flight: str) -> None:
        verdict = judge(
            self.service.simulator.accepted,
            self.person.library,
            in_flight=in_flight,
            by_word=self.by_word,
        )
        assert verdict.holds, f"{verdict.sentences}\nin {self.person.home}"
