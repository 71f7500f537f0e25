"""Jobs that have not gone out: their order, changes of them, and another try."""

import asyncio
from collections.abc import Sequence

import pytest

from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.engine.engine import Engine
from rushes.engine.generation import GenerationWish
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.simulator.server import Simulator
from tests.engine.tiny_model import ENTRY, SPEC
from tests.engine.waiting import MakeEngine, is_in, until


async def paused(make_engine: MakeEngine, url: str = "") -> Engine:
    engine = await make_engine(url)
    engine.pause_sending(True)
    return engine


async def written(engine: Engine, *prompts: str) -> list[JobEntry]:
    return await engine.generate([GenerationWish(SPEC, {"prompt": prompt}) for prompt in prompts])


async def all_gone_out(library: Library, entries: Sequence[JobEntry]) -> None:
    for entry in entries:
        await until(library, entry.job.id, lambda job: job.remote_id is not None)


async def in_order_of_sending(library: Library, entries: Sequence[JobEntry]) -> list[str]:
    jobs = [(await library.job(entry.job.id)).job for entry in entries]
    jobs.sort(key=lambda job: job.sent_at or 0.0)
    return [job.prompt for job in jobs]


async def test_they_go_out_in_the_order_that_a_person_gave_them(
    library: Library, simulator: Simulator, make_engine: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rushes.engine.sender.AT_ONCE", 1)
    engine = await paused(make_engine)
    entries = await written(engine, "a", "b", "c", "d", "e")
    ids = [entry.job.id for entry in entries]
    await engine.waiting.reorder([ids[4], ids[1], ids[0]])
    await engine.waiting.reorder([ids[3], ids[2], "nobody", ids[3]])
    engine.pause_sending(False)
    await all_gone_out(library, entries)
    assert await in_order_of_sending(library, entries) == ["e", "b", "d", "c", "a"]


async def test_the_order_outlives_a_restart(
    library: Library, simulator: Simulator, make_engine: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rushes.engine.sender.AT_ONCE", 1)
    first = await paused(make_engine)
    entries = await written(first, "a", "b", "c")
    await first.waiting.reorder([entry.job.id for entry in reversed(entries)])
    await first.stop()
    await make_engine()
    await all_gone_out(library, entries)
    assert await in_order_of_sending(library, entries) == ["c", "b", "a"]


async def test_a_job_that_is_edited_goes_out_as_it_was_changed(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await paused(make_engine)
    (entry,) = await written(engine, "an old owl")
    job = await engine.waiting.begin_edit(entry.job.id)
    assert job is not None
    engine.pause_sending(False)
    other, *_ = await written(engine, "another")
    await until(library, other.job.id, lambda each: each.remote_id is not None)
    assert (await library.job(entry.job.id)).job.state is JobState.WAITING
    request = GenerationRequest(SPEC.model_id, {**job.request.inputs, "prompt": "a young fox"})
    assert await engine.waiting.edit(entry.job.id, request)
    assert list((await library.order("fox")).keys) == [entry.key]
    assert not len(await library.order("owl"))
    engine.waiting.end_edit(entry.job.id)
    sent = await until(library, entry.job.id, lambda each: each.remote_id is not None)
    bodies = {line.request_id: line.body_digest for line in simulator.accepted}
    assert bodies[str(sent.remote_id)] == request.digest


async def test_a_job_that_went_out_is_not_changed_any_more(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    (entry,) = await written(engine, "an owl")
    sent = await until(library, entry.job.id, lambda job: job.remote_id is not None)
    assert await engine.waiting.begin_edit(entry.job.id) is None
    assert not await engine.waiting.edit(entry.job.id, GenerationRequest(SPEC.model_id, {}))
    assert (await library.job(entry.job.id)).job.request == sent.request


async def test_an_edit_of_a_job_that_waits_for_a_word_gives_no_word(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    first = await paused(make_engine)
    (entry,) = await written(first, "an owl")
    await first.stop()
    engine = await make_engine(send_waiting=False)
    assert await engine.waiting.begin_edit(entry.job.id) is not None
    engine.waiting.end_edit(entry.job.id)
    await asyncio.sleep(0.1)
    assert (await library.job(entry.job.id)).job.state is JobState.WAITING
    engine.send_waiting()
    await until(library, entry.job.id, lambda job: job.remote_id is not None)


async def test_one_that_was_cancelled_is_tried_again_as_a_new_one(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await paused(make_engine)
    (entry,) = await written(engine, "an owl")
    assert await engine.waiting.try_again(entry.job.id) is None
    await engine.cancel(entry.job.id)
    engine.pause_sending(False)
    again = await engine.waiting.try_again(entry.job.id)
    assert again is not None
    ready = await until(library, again.job.id, is_in(JobState.READY))
    assert ready.request == entry.job.request
    assert (ready.shot_id, ready.parent_id) == (entry.job.shot_id, entry.job.id)
    assert (await library.job(entry.job.id)).job.state is JobState.CANCELLED
    assert len(simulator.accepted) == 1


async def test_all_are_cancelled_here_and_asked_for_there(
    library: Library, make_engine: MakeEngine
) -> None:
    async with Simulator(models=[ENTRY], pace_seconds=60.0, slots=1) as simulator:
        engine = await make_engine(simulator.url)
        sent = await written(engine, "a", "b")
        await all_gone_out(library, sent)
        engine.pause_sending(True)
        waiting = await written(engine, "c", "d")
        done = await engine.waiting.cancel_all()
        assert set(done.here) == {entry.job.id for entry in waiting}
        assert set(done.asked) == {entry.job.id for entry in sent}
        for entry in (*sent, *waiting):
            job = await until(
                library,
                entry.job.id,
                lambda job: job.state is JobState.CANCELLED or job.cancel_answer is not None,
            )
            assert job.cancel_asked_at is not None or entry in waiting
        assert len(simulator.accepted) == 2
