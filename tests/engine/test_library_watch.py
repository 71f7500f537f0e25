"""A library's folder that goes away and comes back while somebody watches it."""

import asyncio
import dataclasses
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest

from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.engine import library_watch
from rushes.engine.library_watch import LibraryWatch, sweep
from rushes.engine.part_file import finish_part
from rushes.engine.stopping import Stop
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from tests.media.clips import write_clip

LIMIT = 20.0


async def until(wanted: Callable[[], bool]) -> None:
    async with asyncio.timeout(LIMIT):
        while not wanted():
            await asyncio.sleep(0.01)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_watch, "EVERY", 0.02)


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    opened = Library(tmp_path / "drive" / "library")
    await opened.open()
    yield opened
    await opened.close()


class Watched:
    """A watch that runs, and what it told."""

    def __init__(self, library: Library) -> None:
        self.told: list[str] = []
        self.bugs: list[tuple[str, BaseException]] = []
        self.settled: list[JobEntry] = []
        self._stop = Stop()
        self._watch = LibraryWatch(library, self._on_away, self._on_back, self._on_bug)

    def _on_bug(self, work: str, error: BaseException) -> None:
        self.bugs.append((work, error))

    def _on_away(self) -> None:
        self.told.append("away")

    async def _on_back(self, entries: Sequence[JobEntry]) -> None:
        self.told.append("back")
        self.settled.extend(entries)

    async def __aenter__(self) -> "Watched":
        self._task = asyncio.ensure_future(self._watch.run(self._stop))
        return self

    async def __aexit__(self, *_: object) -> None:
        self._stop.set()
        await self._task
        assert self.bugs == []


async def ready_job(library: Library) -> Job:
    """Write down a job whose clip is in its place, with its settings inside."""
    job_id = new_job_id()
    request = GenerationRequest("maker/model/kind", {"prompt": "A cabin"})
    job = Job(job_id, job_id, 1, request, JobState.READY, time.time())
    part = library.media.part(job, 0)
    write_clip(part.with_suffix(".mp4"))
    part.with_suffix(".mp4").rename(part)
    in_place = await finish_part(part, job, 0, library.media)
    clip = in_place(Clip(0, "https://a.example/x"))
    (entry,) = await library.add([Job(job_id, job_id, 1, request, JobState.READY, 1.0)])
    return await library.change(entry.job.id, lambda now: dataclasses.replace(now, clips=(clip,)))


async def test_away_and_back_are_told_once(library: Library, tmp_path: Path) -> None:
    async with Watched(library) as watched:
        await asyncio.sleep(0.1)
        assert watched.told == []
        (tmp_path / "drive").rename(tmp_path / "unplugged")
        await until(lambda: library.is_away)
        await asyncio.sleep(0.1)
        assert watched.told == ["away"]
        assert not (tmp_path / "drive").exists()
        (tmp_path / "unplugged").rename(tmp_path / "drive")
        await until(lambda: watched.told == ["away", "back"])
        assert not library.is_away
        assert len(await library.order()) == 0


async def test_another_folder_at_the_place_is_not_the_library(
    library: Library, tmp_path: Path
) -> None:
    async with Watched(library) as watched:
        (tmp_path / "drive").rename(tmp_path / "unplugged")
        (tmp_path / "drive" / "library" / "media").mkdir(parents=True)
        await until(lambda: library.is_away)
        await asyncio.sleep(0.1)
        assert watched.told == ["away"]
        assert list((tmp_path / "drive").rglob("*")) == [
            tmp_path / "drive" / "library",
            tmp_path / "drive" / "library" / "media",
        ]


async def test_a_look_that_hangs_counts_as_away_and_holds_nobody_up(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_watch, "PATIENCE", 0.1)
    free = threading.Event()
    looks: list[int] = []
    look = library.is_in_place

    def hanging() -> bool:
        looks.append(threading.get_ident())
        free.wait(LIMIT)
        return look()

    monkeypatch.setattr(library, "is_in_place", hanging)
    async with Watched(library) as watched:
        await until(lambda: watched.told == ["away"])
        await asyncio.sleep(0.3)
        assert len(looks) == 1
        free.set()
        await until(lambda: watched.told == ["away", "back"])


async def test_a_media_folder_that_goes_away_leaves_the_library_open(library: Library) -> None:
    job = await ready_job(library)
    media = library.layout.media
    async with Watched(library) as watched:
        media.rename(media.with_name("unplugged"))
        await until(lambda: library.media.is_away)
        assert (await library.job(job.id)).job.clips[0].state is FileState.MISSING
        media.with_name("unplugged").rename(media)
        await until(lambda: not library.media.is_away)
        assert (await library.job(job.id)).job.clips[0].state is FileState.PRESENT
        assert watched.told == []


async def test_files_are_gone_through_after_the_start_and_after_a_return(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_watch, "_FIRST_SWEEP", 0.0)
    lost, later = await ready_job(library), await ready_job(library)
    place = library.media.absolute(lost.clips[0].path or "")
    place.unlink()

    async def is_missing(job: Job) -> None:
        async with asyncio.timeout(LIMIT):
            while (await library.job(job.id)).job.clips[0].state is not FileState.MISSING:
                await asyncio.sleep(0.02)

    async with Watched(library) as watched:
        await is_missing(lost)
        (tmp_path / "drive").rename(tmp_path / "unplugged")
        await until(lambda: watched.told == ["away"])
        (tmp_path / "unplugged" / place.relative_to(tmp_path / "drive")).with_name(
            Path(later.clips[0].path or "").name
        ).unlink()
        (tmp_path / "unplugged").rename(tmp_path / "drive")
        await until(lambda: watched.told == ["away", "back"])
        await is_missing(later)


async def test_a_clip_with_its_settings_is_the_one_that_came(library: Library) -> None:
    job = await ready_job(library)
    place = library.media.absolute(job.clips[0].path or "")
    content = place.read_bytes()
    # As a copy from a backup would leave it.
    place.write_bytes(content)
    report = await sweep(library)
    assert (report.looked_at, report.changed, report.missing) == (1, 0, 0)
    place.write_bytes(content[:2000] + bytes([content[2000] ^ 1]) + content[2001:])
    assert (await sweep(library)).changed == 1


async def test_nothing_is_logged_as_an_error_while_it_is_away(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with Watched(library) as watched:
        (tmp_path / "drive").rename(tmp_path / "unplugged")
        await until(lambda: watched.told == ["away"])
        (tmp_path / "unplugged").rename(tmp_path / "drive")
        await until(lambda: watched.told == ["away", "back"])
    assert {each.levelname for each in caplog.records if "rushes" in each.name} == {"INFO"}


async def test_a_look_that_breaks_off_is_a_bug_that_is_told_and_no_drive_that_is_gone_for_good(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = library.is_in_place
    answers: list[Callable[[], bool]] = [lambda: bool(1 // 0)]
    monkeypatch.setattr(library, "is_in_place", lambda: (answers.pop() if answers else looked)())
    async with Watched(library) as watched:
        await until(lambda: watched.told == ["away", "back"])
        work, error = watched.bugs.pop()
    assert work == "the library-look"
    assert isinstance(error, ZeroDivisionError)
