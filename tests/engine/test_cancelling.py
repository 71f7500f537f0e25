from rushes.domain.states import JobState
from rushes.engine.generation import GenerationWish
from rushes.library.library import Library
from rushes.simulator.server import Simulator
from tests.engine.tiny_model import ENTRY, SPEC
from tests.engine.waiting import MakeEngine, is_in, until

LOST = {"when": "after_reading", "do": "reset"}


async def test_a_lost_answer_is_asked_for_until_it_comes(
    library: Library, make_engine: MakeEngine
) -> None:
    async with Simulator(models=[ENTRY], pace_seconds=60.0, slots=1) as simulator:
        simulator.faults.add({"call": "cancel", "count": 1, "fault": LOST})
        engine = await make_engine(simulator.url)
        (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "x"})])
        await until(library, entry.job.id, lambda job: job.remote_id is not None)
        asked = await engine.cancel(entry.job.id)
        assert asked.cancel_asked_at is not None
        assert (asked.cancel_answer, asked.state) == (None, JobState.IN_QUEUE)
        cancelled = await until(library, entry.job.id, is_in(JobState.CANCELLED))
        assert cancelled.cancel_answer == "cancelled"
        assert [each.call.kind for each in simulator.faults.played if each.call] == ["cancel"]


async def test_a_wish_to_cancel_survives_the_end_of_the_program(
    library: Library, make_engine: MakeEngine
) -> None:
    async with Simulator(models=[ENTRY], pace_seconds=60.0, slots=1) as simulator:
        simulator.faults.add({"call": "cancel", "count": 1, "fault": LOST})
        first = await make_engine(simulator.url)
        (entry,) = await first.generate([GenerationWish(SPEC, {"prompt": "x"})])
        await until(library, entry.job.id, lambda job: job.remote_id is not None)
        await first.cancel(entry.job.id)
        await first.settle_cancels()
        await first.stop()
        assert (await library.job(entry.job.id)).job.cancel_answer is None
        await make_engine(simulator.url)
        await until(library, entry.job.id, is_in(JobState.CANCELLED))


async def test_a_refused_question_is_told_and_the_job_goes_on(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    simulator.faults.add(
        {
            "call": "cancel",
            "fault": {
                "when": "after_reading",
                "status": 404,
                "body": {"json": {"error_code": 404001, "error_message": "unknown"}},
            },
        }
    )
    engine = await make_engine()
    (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "x"})])
    await until(library, entry.job.id, lambda job: job.remote_id is not None)
    await engine.cancel(entry.job.id)
    told = await until(library, entry.job.id, lambda job: job.cancel_answer is not None)
    assert told.cancel_answer == "refused"
    await until(library, entry.job.id, is_in(JobState.READY))
