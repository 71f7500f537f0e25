import asyncio

import pytest

from rushes.domain.errors import (
    JobFailed,
    NotReachable,
    RemoteIdRefused,
    RemoteIdTaken,
    RequestGone,
    TokenRefused,
)
from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.engine.engine import Engine
from rushes.engine.events import BalanceTold, EngineEvent, SendingAsked
from rushes.engine.generation import GenerationWish
from rushes.library.library import Library
from rushes.library.receipts import read_receipts
from rushes.simulator.server import Simulator
from tests.engine.tiny_model import ENTRY, SPEC
from tests.engine.waiting import LIMIT, MakeEngine, is_in, until


async def unknown_job(
    library: Library, simulator: Simulator, engine: Engine, fault: str
) -> tuple[Job, str]:
    """Send a job whose reply is lost; return it with the id that the ledger has, if any."""
    simulator.faults.add(fault)
    (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "a cabin"})])
    job = await until(library, entry.job.id, is_in(JobState.UNKNOWN))
    return job, simulator.accepted[-1].request_id if simulator.accepted else ""


async def test_a_job_whose_reply_was_lost_is_followed_by_its_id_and_billed_once(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    job, remote_id = await unknown_job(library, simulator, engine, "submit_reset_after_accepting")
    assert job.error is not None
    assert job.error.code == "outcome_unknown"
    await engine.answers.adopt(job.id, f" {remote_id}\n")
    ready = await until(library, job.id, is_in(JobState.READY))
    assert ready.remote_id == remote_id
    assert ready.error is None
    assert len(simulator.accepted) == 1
    receipts = [each.event for each in read_receipts(library.layout.receipts)]
    assert receipts.count("accepted") == 1


async def test_an_id_that_cannot_be_right_changes_nothing(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    (good,) = await engine.generate([GenerationWish(SPEC, {"prompt": "another"})])
    other = await until(library, good.job.id, is_in(JobState.READY))
    job, _ = await unknown_job(library, simulator, engine, "submit_closed_unaccepted")
    assert other.remote_id is not None
    for remote_id, error in (
        ("../../v1/models", RemoteIdRefused),
        ("", RemoteIdRefused),
        (other.remote_id, RemoteIdTaken),
        ("no-such-request", RequestGone),
    ):
        with pytest.raises(error):
            await engine.answers.adopt(job.id, remote_id)
    assert (await library.job(job.id)).job == job


async def test_an_id_is_not_taken_on_trust_while_nobody_answers(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    job, remote_id = await unknown_job(library, simulator, engine, "submit_reset_after_accepting")
    await simulator.stop()
    with pytest.raises(NotReachable):
        await engine.answers.adopt(job.id, remote_id)
    assert (await library.job(job.id)).job.state is JobState.UNKNOWN


async def test_sending_again_makes_one_new_take_with_the_same_request(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    job, remote_id = await unknown_job(library, simulator, engine, "submit_reset_after_accepting")
    simulator.faults.clear()
    first, second = await asyncio.gather(
        engine.answers.send_again(job.id), engine.answers.send_again(job.id)
    )
    fresh = next(each.job for each in (first, second) if each.job.id != job.id)
    assert (first.job.id == job.id) != (second.job.id == job.id)
    assert (fresh.shot_id, fresh.take, fresh.parent_id) == (job.shot_id, job.take + 1, job.id)
    assert fresh.request == job.request
    await until(library, fresh.id, is_in(JobState.READY))
    assert len(simulator.accepted) == 2
    old = (await library.job(job.id)).job
    assert (old.state, old.answer) == (JobState.UNKNOWN, "sent_again")
    # It did arrive after all: both clips were paid for, and both come home.
    await engine.answers.adopt(job.id, remote_id)
    await until(library, job.id, is_in(JobState.READY))
    assert len(simulator.accepted) == 2


async def test_a_job_that_is_kept_stays_unknown_and_can_be_followed_later(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    job, remote_id = await unknown_job(library, simulator, engine, "submit_reset_after_accepting")
    kept = await engine.answers.keep(job.id)
    assert (kept.state, kept.answer) == (JobState.UNKNOWN, "kept")
    assert await engine.answers.keep(job.id) == kept
    await engine.answers.adopt(job.id, remote_id)
    await until(library, job.id, is_in(JobState.READY))
    assert len(simulator.accepted) == 1


async def test_a_failed_job_is_asked_for_again_and_comes_when_it_is_there_after_all(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    simulator.faults.add("result_failed_object")
    (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "x"})])
    failed = await until(library, entry.job.id, is_in(JobState.FAILED))
    assert failed.error is not None
    assert failed.error.code == "job_failed"
    with pytest.raises(JobFailed):
        await engine.answers.ask_again(failed.id)
    assert (await library.job(failed.id)).job == failed
    simulator.faults.clear()
    await engine.answers.ask_again(failed.id)
    await until(library, failed.id, is_in(JobState.READY))
    assert len(simulator.accepted) == 1


async def test_what_waits_since_an_earlier_session_goes_out_after_one_word(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    first = await make_engine()
    first.pause_sending(True)
    entries = await first.generate([GenerationWish(SPEC, {"prompt": "x"}, takes=3)])
    await first.stop()
    events: list[EngineEvent] = []
    second = await make_engine(send_waiting=False, asks=True)
    second.subscribe(events.append)
    (fresh,) = await second.generate([GenerationWish(SPEC, {"prompt": "new"})])
    await until(library, fresh.job.id, is_in(JobState.READY))
    assert [each.job.state for each in await library.in_states([JobState.WAITING])] == [
        JobState.WAITING
    ] * 3
    assert len(simulator.accepted) == 1
    await second.cancel(entries[0].job.id)
    asked = [event for event in events if isinstance(event, SendingAsked)]
    assert asked[-1].job_ids == tuple(entry.job.id for entry in entries[1:])
    second.send_waiting()
    for entry in entries[1:]:
        await until(library, entry.job.id, is_in(JobState.READY))
    assert len(simulator.accepted) == 3
    asked = [event for event in events if isinstance(event, SendingAsked)]
    assert asked[-1].job_ids == ()


async def test_what_was_written_down_without_the_service_asks_once_it_is_back(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine(send_waiting=False, asks=True)
    events: list[EngineEvent] = []
    engine.subscribe(events.append)
    async with asyncio.timeout(LIMIT):
        # Nothing else is being asked any more when the network goes.
        while not any(isinstance(event, BalanceTold) for event in events):
            await asyncio.sleep(0.02)
    simulator.faults.add("submit_refused_connection")
    (lost,) = await engine.generate([GenerationWish(SPEC, {"prompt": "x"})])
    await until(library, lost.job.id, lambda job: job.error is not None)
    entries = await engine.generate([GenerationWish(SPEC, {"prompt": "y"}, takes=2)])
    asked = [event for event in events if isinstance(event, SendingAsked)]
    assert asked[-1].job_ids == tuple(entry.job.id for entry in entries)
    assert (asked[-1].is_reachable, asked[-1].was_offline) == (False, True)
    # The one that was sent while nothing was amiss goes out by itself.
    await until(library, lost.job.id, is_in(JobState.READY))
    asked = [event for event in events if isinstance(event, SendingAsked)]
    assert asked[-1].is_reachable
    assert len(simulator.accepted) == 1
    engine.send_waiting()
    for entry in entries:
        await until(library, entry.job.id, is_in(JobState.READY))
    assert len(simulator.accepted) == 3


async def test_another_token_is_told_with_the_job_and_the_job_is_followed_on(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    simulator.faults.add(
        {
            "call": "status",
            "count": [1, 2],
            "fault": {
                "status": 403,
                "body": {"json": {"error_code": 403001, "error_message": "not yours"}},
            },
        }
    )
    (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "x"})])
    told = await until(library, entry.job.id, lambda job: job.error is not None)
    assert told.error is not None
    assert (told.error.code, told.state) == ("not_allowed", JobState.IN_QUEUE)
    ready = await until(library, entry.job.id, is_in(JobState.READY))
    assert ready.error is None


async def test_a_refused_token_at_an_answer_is_told_and_nothing_changes(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    job, remote_id = await unknown_job(library, simulator, engine, "submit_reset_after_accepting")
    simulator.faults.add({"call": "status", "fault": {"status": 401, "body": {"json": {}}}})
    with pytest.raises(TokenRefused):
        await engine.answers.adopt(job.id, remote_id)
    assert (await library.job(job.id)).job == job


async def test_a_job_that_went_to_another_service_is_not_given_up(
    library: Library, make_engine: MakeEngine
) -> None:
    async with (
        Simulator(models=[ENTRY], pace_seconds=60.0) as one,
        Simulator(models=[ENTRY], pace_seconds=60.0) as other,
    ):
        first = await make_engine(other.url)
        (entry,) = await first.generate([GenerationWish(SPEC, {"prompt": "x"})])
        sent = await until(library, entry.job.id, is_in(JobState.IN_QUEUE))
        assert sent.service == other.url
        await first.stop()
        second = await make_engine(one.url)
        told = await until(library, entry.job.id, lambda job: job.error is not None)
        assert told.error is not None
        assert (told.error.code, told.error.detail) == ("at_another_service", other.url)
        assert told.state is JobState.IN_QUEUE
        await second.stop()
        # Back at the first, it goes on as if nothing had been.
        await make_engine(other.url)
        back = await until(library, entry.job.id, lambda job: job.error is None)
        assert back.state in (JobState.IN_QUEUE, JobState.IN_PROGRESS)
