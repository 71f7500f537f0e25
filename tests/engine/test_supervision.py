"""A bug breaks off a part of the work: all goes on, a person is told, nothing is paid twice."""

import asyncio
import logging
import time
from typing import Any

import pytest

from rushes.api.client import ServiceClient
from rushes.domain.states import JobState
from rushes.engine import clip_transfer
from rushes.engine.engine import Engine
from rushes.engine.events import EngineEvent, WorkBroken
from rushes.engine.fetcher import Fetcher
from rushes.engine.following import Follower
from rushes.engine.generation import GenerationWish
from rushes.engine.pacing import restart_delay
from rushes.engine.poller import Poller
from rushes.engine.stopping import Stop
from rushes.engine.supervision import Supervision
from rushes.library.library import Library
from rushes.library.receipts import read_receipts
from rushes.simulator.server import Simulator
from tests.engine.tiny_model import ENTRY, SPEC
from tests.engine.waiting import LIMIT, MakeEngine, is_in, until


class Bug(Exception):
    """Nobody expects this one."""


class Seam:
    """Takes the place of a method; its first calls break, before or after the true one's work."""

    def __init__(self, *, after: bool = False, times: int = 1) -> None:
        self.left = times
        self._after = after

    def put(self, patch: pytest.MonkeyPatch, owner: object, name: str) -> None:
        true = getattr(owner, name)

        async def broken_late(*given: Any, **named: Any) -> Any:
            self._break(not self._after)
            told = await true(*given, **named)
            self._break(self._after)
            return told

        def broken(*given: Any, **named: Any) -> Any:
            self._break(not self._after)
            told = true(*given, **named)
            self._break(self._after)
            return told

        patch.setattr(owner, name, broken_late if asyncio.iscoroutinefunction(true) else broken)

    def _break(self, is_time: bool) -> None:
        if is_time and self.left:
            self.left -= 1
            raise Bug


async def generate(engine: Engine) -> tuple[str, list[EngineEvent]]:
    events: list[EngineEvent] = []
    engine.subscribe(events.append)
    (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "a cabin"})])
    return entry.job.id, events


def told_bugs(events: list[EngineEvent]) -> int:
    return sum(isinstance(event, WorkBroken) for event in events)


SEAMS = {
    "the sender's loop": (Library, "in_states", False),
    "before a send is written down": (Library, "journal_sending", False),
    "after a send is written down": (Library, "_remember", False),
    "before the id is written down": (Library, "journal_acceptance", False),
    "after the id is written down": (Library, "journal_acceptance", True),
    "when the id is passed on": (Poller, "watch", False),
    "the poller's loop": (Poller, "_take_due", True),
    "a look": (Follower, "act_on", False),
    "the end of a download": (clip_transfer, "finish_part", False),
    "the step to ready": (Fetcher, "_received", False),
}


@pytest.mark.parametrize("name", SEAMS)
@pytest.mark.allow_log("broke off")
async def test_a_bug_delays_a_job_and_costs_nothing(
    name: str,
    library: Library,
    simulator: Simulator,
    make_engine: MakeEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = await make_engine()
    owner, method, after = SEAMS[name]
    seam = Seam(after=after)
    seam.put(monkeypatch, owner, method)
    job_id, events = await generate(engine)
    job = await until(library, job_id, is_in(JobState.READY))
    assert seam.left == 0
    assert [line.request_id for line in simulator.accepted] == [job.remote_id]
    assert told_bugs(events) == 1


@pytest.mark.allow_log("broke off")
@pytest.mark.parametrize("is_settled", [True, False])
async def test_a_send_that_a_bug_broke_off_is_unknown_and_never_repeated(
    is_settled: bool,
    library: Library,
    simulator: Simulator,
    make_engine: MakeEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = await make_engine()
    Seam(after=True).put(monkeypatch, ServiceClient, "submit")
    if not is_settled:
        Seam().put(monkeypatch, Library, "journal_settled")
    job_id, events = await generate(engine)
    job = await until(library, job_id, is_in(JobState.UNKNOWN))
    assert job.error is not None
    assert job.error.code == "outcome_unknown"
    # Longer than the pause before anything is tried again.
    await asyncio.sleep(1.5)
    assert len(simulator.accepted) == 1
    assert (await library.job(job_id)).job.state is JobState.UNKNOWN
    assert told_bugs(events) == 1
    sent = [each for each in read_receipts(library.layout.receipts) if each.event == "sending"]
    assert len(sent) == 1


@pytest.mark.allow_log("broke off")
async def test_a_wish_to_cancel_outlives_a_bug(
    library: Library, make_engine: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Simulator(models=[ENTRY], pace_seconds=20.0, slots=1) as simulator:
        engine = await make_engine(simulator.url)
        job_id, events = await generate(engine)
        await until(library, job_id, lambda job: job.remote_id is not None)
        Seam().put(monkeypatch, ServiceClient, "cancel")
        await engine.cancel(job_id)
        await until(library, job_id, lambda job: job.cancel_answer is not None)
        assert told_bugs(events) == 1


@pytest.mark.allow_log("was not taken in")
async def test_who_listens_badly_breaks_nothing(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    def listen(_: object) -> None:
        raise Bug

    engine = await make_engine()
    library.subscribe(listen)
    engine.subscribe(listen)
    job_id, _ = await generate(engine)
    async with asyncio.timeout(LIMIT):
        while (await library.job(job_id)).job.state is not JobState.READY:
            await asyncio.sleep(0.02)
    assert len(simulator.accepted) == 1


def test_pauses_grow_to_a_minute() -> None:
    assert [restart_delay(times) for times in (1, 2, 3, 6, 7, 8, 5_000)] == [
        *(1.0, 2.0, 4.0, 32.0, 60.0, 60.0, 60.0)
    ]


@pytest.mark.allow_log("broke off")
async def test_one_bug_is_told_once_and_stopping_waits_for_no_pause(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    told: list[WorkBroken] = []
    runs: list[float] = []
    stop = Stop()

    async def nothing() -> None:
        """There is nothing to take up."""

    async def loop(_: Stop) -> None:
        runs.append(time.monotonic())
        raise Bug if len(runs) < 3 else ValueError

    supervision = Supervision(told.append, nothing)
    running = asyncio.ensure_future(supervision.keep_running(loop, "a loop", stop))
    async with asyncio.timeout(LIMIT):
        while len(runs) < 3:
            await asyncio.sleep(0.02)
    assert 0.9 < runs[1] - runs[0] < runs[2] - runs[1]
    begun = time.monotonic()
    stop.set()
    await running
    assert time.monotonic() - begun < 1.0
    traces = [record for record in caplog.records if record.exc_info]
    assert [record.exc_info[0] for record in traces if record.exc_info] == [Bug, ValueError]
    assert len(told) == 2
    assert "a loop broke off again: Bug" in caplog.text
