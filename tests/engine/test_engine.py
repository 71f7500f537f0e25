import asyncio
import random
from pathlib import Path

import pytest

from rushes.domain.errors import InputRefused, TokenMissing
from rushes.domain.states import FileState, JobState
from rushes.engine.events import DownloadProgressed, EngineEvent, Reach, ReachChanged
from rushes.engine.generation import GenerationWish
from rushes.library.announcements import Announcement, JobsChanged
from rushes.library.library import Library
from rushes.library.media_files import digest_of
from rushes.library.receipts import read_receipts
from rushes.media.settings_box import read_settings
from rushes.simulator.server import Simulator
from tests.engine.tiny_model import ENTRY, SPEC
from tests.engine.waiting import LIMIT, MakeEngine, is_in, until


async def test_a_wish_becomes_a_clip_with_all_that_belongs_to_it(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    states: list[JobState] = []
    events: list[EngineEvent] = []

    def note(announcement: Announcement) -> None:
        if isinstance(announcement, JobsChanged):
            states.extend(entry.job.state for entry in announcement.entries)

    library.subscribe(note)
    engine = await make_engine()
    engine.subscribe(events.append)
    (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "a cabin at dawn"})])
    job = await until(library, entry.job.id, is_in(JobState.READY))
    assert [state for i, state in enumerate(states) if state not in states[:i]] == [
        JobState.SENDING,
        JobState.IN_QUEUE,
        *([JobState.IN_PROGRESS] if JobState.IN_PROGRESS in states else []),
        JobState.FINISHED,
        JobState.DOWNLOADING,
        JobState.READY,
    ]
    (line,) = simulator.accepted
    assert line.request_id == job.remote_id
    assert line.body_digest == job.request.digest
    assert isinstance(job.request.inputs["seed"], int)
    (clip,) = job.clips
    assert clip.state is FileState.PRESENT
    assert clip.path is not None
    assert clip.facts is not None
    assert (clip.facts.frames, clip.facts.codec) == (2, "h264")
    path = library.media.absolute(clip.path)
    settings = read_settings(path)
    assert settings is not None
    assert settings["inputs"] == dict(job.request.inputs)
    assert settings["request_id"] == job.remote_id
    assert settings["sha256"] == clip.sha256 != digest_of(path)
    assert simulator.url not in str(settings)
    async with asyncio.timeout(LIMIT):
        while not (thumbnails := await library.thumbnails([entry.key])):
            await asyncio.sleep(0.02)
    assert thumbnails[entry.key].startswith(b"\xff\xd8")
    receipts = list(read_receipts(library.layout.receipts))
    assert [each.event for each in receipts] == ["opened", "sending", "accepted", "ready"]
    assert any(isinstance(event, DownloadProgressed) for event in events)
    assert not list(library.layout.media.rglob("*.part"))
    # The token goes to the service alone, never to where the media lie.
    assert simulator.received_tokens == ()


async def test_takes_have_seeds_of_their_own_in_one_shot(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    wish = GenerationWish(SPEC, {"prompt": "waves", "seed": 2147483646}, takes=3)
    entries = await engine.generate([wish])
    jobs = [await until(library, entry.job.id, is_in(JobState.READY)) for entry in entries]
    assert [job.request.inputs["seed"] for job in jobs] == [2147483646, 2147483647, 0]
    assert [job.take for job in jobs] == [1, 2, 3]
    assert len({job.shot_id for job in jobs}) == 1
    assert len(simulator.accepted) == 3
    (remix,) = await engine.generate(
        [GenerationWish(SPEC, {"prompt": "other waves"}, parent=jobs[1])]
    )
    assert (remix.job.shot_id, remix.job.take) == (jobs[0].shot_id, 4)
    await until(library, remix.job.id, is_in(JobState.READY))


async def test_wrong_inputs_are_neither_written_nor_sent(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    with pytest.raises(InputRefused) as refused:
        await engine.generate([GenerationWish(SPEC, {"prompt": "", "num_frames": 3})])
    assert [problem.field for problem in refused.value.problems] == ["prompt", "num_frames"]
    assert len(await library.order()) == 0
    assert not simulator.accepted


async def test_without_a_token_nothing_is_written_or_sent(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine(token="")
    with pytest.raises(TokenMissing):
        await engine.generate([GenerationWish(SPEC, {"prompt": "x"})])
    assert len(await library.order()) == 0


async def test_a_refused_token_is_told_and_the_job_is_not_charged(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine(token="bad")
    events: list[EngineEvent] = []
    engine.subscribe(events.append)
    (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "x"})])
    job = await until(library, entry.job.id, is_in(JobState.REJECTED))
    assert job.error is not None
    assert job.error.code == "token_refused"
    assert any(isinstance(e, ReachChanged) and e.reach is Reach.TOKEN_NEEDED for e in events)
    assert not simulator.accepted


async def test_jobs_wait_while_the_service_is_away_and_go_out_when_it_is_back(
    library: Library, tmp_path: Path, make_engine: MakeEngine
) -> None:
    # Below the ports that systems hand out, so that nobody else takes it meanwhile.
    port = random.randrange(15_000, 30_000)
    origin = f"http://127.0.0.1:{port}"
    engine = await make_engine(origin)
    (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "x"})])
    waiting = await until(
        library, entry.job.id, lambda job: job.error is not None and job.state is JobState.WAITING
    )
    assert waiting.error is not None
    assert waiting.error.code == "not_reachable"
    assert engine.reachability.reach is Reach.OFFLINE
    async with Simulator(models=[ENTRY], port=port, pace_seconds=0) as back:
        engine.look_now()
        job = await until(library, entry.job.id, is_in(JobState.READY))
        assert [line.request_id for line in back.accepted] == [job.remote_id]


async def test_a_job_goes_on_after_a_restart_without_being_sent_again(
    library: Library, make_engine: MakeEngine
) -> None:
    async with Simulator(models=[ENTRY], token="good", pace_seconds=1.0) as simulator:
        first = await make_engine(simulator.url)
        (entry,) = await first.generate([GenerationWish(SPEC, {"prompt": "x"})])
        await until(library, entry.job.id, lambda job: job.remote_id is not None)
        await first.stop()
        await make_engine(simulator.url)
        await until(library, entry.job.id, is_in(JobState.READY))
        assert len(simulator.accepted) == 1


async def test_a_queued_job_can_be_cancelled_and_a_running_one_says_that_it_cannot(
    library: Library, make_engine: MakeEngine
) -> None:
    async with Simulator(models=[ENTRY], pace_seconds=20.0, slots=1) as simulator:
        engine = await make_engine(simulator.url)
        entries = await engine.generate([GenerationWish(SPEC, {"prompt": "x"}, takes=2)])
        for entry in entries:
            await until(library, entry.job.id, lambda job: job.remote_id is not None)
        await asyncio.gather(*(engine.cancel(entry.job.id) for entry in entries))
        asked = [(await library.job(entry.job.id)).job for entry in entries]
        assert all(job.cancel_asked_at is not None for job in asked)
        answers = [
            await until(library, entry.job.id, lambda job: job.cancel_answer is not None)
            for entry in entries
        ]
        assert {job.cancel_answer for job in answers} <= {"cancelled", "not_cancellable"}
        cancelled = [job for job in answers if job.state is JobState.CANCELLED]
        assert [job.cancel_answer for job in cancelled] == ["cancelled"] * len(cancelled)
        assert cancelled


async def test_a_waiting_job_is_cancelled_here_and_never_sent(
    library: Library, simulator: Simulator, make_engine: MakeEngine
) -> None:
    engine = await make_engine()
    engine.pause_sending(True)
    (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "x"})])
    job = await engine.cancel(entry.job.id)
    assert job.state is JobState.CANCELLED
    engine.pause_sending(False)
    await asyncio.sleep(0.3)
    assert not simulator.accepted
