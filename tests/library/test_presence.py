"""Files of clips that are gone, changed or back, and a library whose folder goes away."""

import asyncio
import dataclasses
import hashlib
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import apsw
import pytest

from rushes.domain.errors import DiskFull, JobNotFound, LibraryAway, LibraryInUse
from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library.announcements import (
    Announcement,
    JobsAdded,
    JobsChanged,
    LibraryCameBack,
    LibraryWentAway,
    MediaAway,
    MediaBack,
    WritingRefused,
    WritingWorks,
)
from rushes.library.file_sweep import CHUNK
from rushes.library.library import Library
from rushes.library.receipts import read_receipts

CONTENT = b"a clip that was paid for"
SETTINGS = b" and its settings"


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().removesuffix(SETTINGS)).hexdigest()


def write_file(library: Library, relative: str) -> os.stat_result:
    path = library.layout.media / relative
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(CONTENT + SETTINGS)
    os.utime(path, ns=(10**18, 10**18))
    return path.stat()


def ready_job(library: Library, number: int = 0, *, is_noted: bool = True) -> Job:
    relative = f"2026-11/{number}.mp4"
    found = write_file(library, relative)
    job_id = new_job_id()
    clip = Clip(
        0,
        "https://a.example/x",
        relative,
        FileState.PRESENT,
        len(CONTENT),
        len(CONTENT),
        sha256=hashlib.sha256(CONTENT).hexdigest(),
        disk_size=found.st_size if is_noted else None,
        disk_mtime_ns=found.st_mtime_ns if is_noted else None,
    )
    request = GenerationRequest("maker/model/kind", {"prompt": "A cabin"})
    return Job(job_id, job_id, 0, request, JobState.READY, time.time(), clips=(clip,))


def waiting_job() -> Job:
    job_id = new_job_id()
    request = GenerationRequest("maker/model/kind", {"prompt": "A cabin"})
    return Job(job_id, job_id, 0, request, JobState.WAITING, time.time())


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    opened = Library(tmp_path / "drive" / "library")
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def heard(library: Library) -> list[Announcement]:
    told: list[Announcement] = []
    library.subscribe(told.append)
    return told


async def state_of(library: Library, job: Job) -> FileState:
    return (await library.job(job.id)).job.clips[0].state


def place_of(library: Library, job: Job) -> Path:
    return library.media.absolute(job.clips[0].path or "")


def is_media_away(library: Library) -> bool:
    return library.media.is_away


async def test_files_as_they_were_are_left_alone(
    library: Library, heard: list[Announcement]
) -> None:
    await library.add([ready_job(library, number) for number in range(3)])
    heard.clear()
    report = await library.sweep_files(digest_of)
    assert (report.looked_at, report.missing, report.changed, report.returned) == (3, 0, 0, 0)
    assert not heard


async def test_a_file_that_is_gone_is_told_and_comes_back(
    library: Library, heard: list[Announcement]
) -> None:
    job, other = ready_job(library, 1), ready_job(library, 2)
    await library.add([job, other])
    place_of(library, job).rename(library.layout.root / "elsewhere.mp4")
    assert (await library.sweep_files(digest_of)).missing == 1
    assert await state_of(library, job) is FileState.MISSING
    assert await state_of(library, other) is FileState.PRESENT
    changed = [each for each in heard if isinstance(each, JobsChanged)]
    assert [[entry.job.id for entry in each.entries] for each in changed] == [[job.id]]
    (library.layout.root / "elsewhere.mp4").rename(place_of(library, job))
    report = await library.sweep_files(digest_of)
    assert (report.missing, report.returned) == (0, 1)
    assert await state_of(library, job) is FileState.PRESENT


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (CONTENT + SETTINGS, FileState.PRESENT),
        (CONTENT[::-1] + SETTINGS, FileState.CHANGED),
        (CONTENT[:4], FileState.CHANGED),
        (CONTENT + SETTINGS + b"more", FileState.CHANGED),
        (b"", FileState.CHANGED),
    ],
)
async def test_only_other_bytes_make_another_file(
    library: Library, content: bytes, state: FileState
) -> None:
    job = ready_job(library)
    await library.add([job])
    place_of(library, job).write_bytes(content)
    await library.sweep_files(digest_of)
    assert await state_of(library, job) is state
    write_file(library, job.clips[0].path or "")
    await library.sweep_files(digest_of)
    assert await state_of(library, job) is FileState.PRESENT


async def test_a_touched_file_is_read_once(library: Library) -> None:
    job = ready_job(library)
    await library.add([job])
    os.utime(place_of(library, job))
    reads: list[Path] = []

    def counted(path: Path) -> str:
        reads.append(path)
        return digest_of(path)

    await library.sweep_files(counted)
    await library.sweep_files(counted)
    assert reads == [place_of(library, job)]
    assert await state_of(library, job) is FileState.PRESENT


async def test_what_nobody_noted_is_noted_at_the_first_sweep(library: Library) -> None:
    job, cut = ready_job(library, 1, is_noted=False), ready_job(library, 2, is_noted=False)
    await library.add([job, cut])
    place_of(library, cut).write_bytes(CONTENT[:5])
    await library.sweep_files(digest_of)
    clip = (await library.job(job.id)).job.clips[0]
    found = place_of(library, job).stat()
    assert (clip.disk_size, clip.disk_mtime_ns) == (found.st_size, found.st_mtime_ns)
    assert await state_of(library, cut) is FileState.CHANGED


async def test_many_are_told_in_pieces(library: Library, heard: list[Announcement]) -> None:
    jobs = [ready_job(library, number) for number in range(CHUNK + 20)]
    await library.add(jobs)
    for job in jobs:
        place_of(library, job).unlink()
    heard.clear()
    assert (await library.sweep_files(digest_of)).missing == len(jobs)
    sizes = [len(each.entries) for each in heard if isinstance(each, JobsChanged)]
    assert (sum(sizes), max(sizes)) == (len(jobs), CHUNK)


async def test_the_file_that_could_not_be_opened_is_looked_for_alone(library: Library) -> None:
    job, other = ready_job(library, 1), ready_job(library, 2)
    await library.add([job, other])
    for each in (job, other):
        place_of(library, each).unlink()
    assert (await library.note_missing(job.id)).clips[0].state is FileState.MISSING
    assert await state_of(library, other) is FileState.PRESENT


async def test_a_media_folder_that_is_gone_is_one_fact_and_marks_no_row(
    library: Library, heard: list[Announcement]
) -> None:
    jobs = [ready_job(library, number) for number in range(3)]
    await library.add(jobs)
    heard.clear()
    library.layout.media.rename(library.layout.root / "unplugged")
    assert (await library.sweep_files(digest_of)).is_media_away
    assert [type(each) for each in heard] == [MediaAway]
    for job in jobs:
        assert await state_of(library, job) is FileState.MISSING
    with pytest.raises(LibraryAway):
        library.media.part(jobs[0], 0)
    assert not library.layout.media.exists()
    (library.layout.root / "unplugged").rename(library.layout.media)
    await library.sweep_files(digest_of)
    assert [type(each) for each in heard] == [MediaAway, MediaBack]
    assert await state_of(library, jobs[0]) is FileState.PRESENT


async def test_an_empty_folder_where_a_drive_was_is_not_taken_for_it(tmp_path: Path) -> None:
    drive, root = tmp_path / "drive", tmp_path / "library"
    for folder in (drive / "media", root):
        folder.mkdir(parents=True)
    (root / "media").symlink_to(drive / "media")
    library = Library(root)
    await library.open()
    job = ready_job(library)
    await library.add([job])
    await library.close()
    library = Library(root)
    await library.open()
    assert not is_media_away(library)
    await library.close()
    (drive / "media").rename(tmp_path / "unplugged")
    (drive / "media").mkdir()
    library = Library(root)
    await library.open()
    assert is_media_away(library)
    assert await state_of(library, job) is FileState.MISSING
    (drive / "media").rmdir()
    (tmp_path / "unplugged").rename(drive / "media")
    await library.sweep_files(digest_of)
    assert not is_media_away(library)
    assert await state_of(library, job) is FileState.PRESENT
    await library.close()


async def test_a_folder_that_a_person_emptied_can_be_filled_again(tmp_path: Path) -> None:
    library = Library(tmp_path)
    await library.open()
    job = ready_job(library)
    await library.add([job])
    await library.close()
    place_of(library, job).unlink()
    (library.layout.media / "2026-11").rmdir()
    library = Library(library.layout.root)
    await library.open()
    assert not library.media.is_away
    assert library.media.part(job, 0).parent.is_dir()
    await library.close()


async def test_a_library_whose_folder_is_gone_says_so_and_is_made_nowhere(
    library: Library, tmp_path: Path, heard: list[Announcement]
) -> None:
    job, waiting = ready_job(library), waiting_job()
    await library.add([job, waiting])
    heard.clear()
    (tmp_path / "drive").rename(tmp_path / "unplugged")
    (tmp_path / "drive").mkdir()
    # Before anybody has noticed.
    with pytest.raises(LibraryAway):
        await library.journal_sending(waiting.id, 1.0)
    with pytest.raises(LibraryAway):
        await asyncio.to_thread(library.media.part, job, 0)
    assert not library.is_in_place()
    library.go_away()
    library.go_away()
    with pytest.raises(LibraryAway):
        await library.job(job.id)
    with pytest.raises(LibraryAway):
        await library.add([waiting_job()])
    with pytest.raises(LibraryAway):
        await library.come_back()
    assert list((tmp_path / "drive").iterdir()) == []
    (tmp_path / "drive").rmdir()
    (tmp_path / "unplugged").rename(tmp_path / "drive")
    assert library.is_in_place()
    await library.come_back()
    assert [type(each) for each in heard] == [LibraryWentAway, LibraryCameBack]
    assert (await library.journal_sending(waiting.id, 2.0)).state is JobState.SENDING
    assert await state_of(library, job) is FileState.PRESENT


async def test_letting_go_leaves_the_log_of_the_library_that_came_back(
    library: Library, tmp_path: Path
) -> None:
    """The same files lie at the path again before the old connection is closed."""
    job = waiting_job()
    await library.add([job])
    log = library.layout.database.with_name("rushes.db-wal")
    assert log.stat().st_size > 0
    library.go_away()
    await asyncio.sleep(0.1)
    assert log.stat().st_size > 0
    await library.come_back()
    assert (await library.job(job.id)).job.state is JobState.WAITING


async def test_what_is_being_sent_by_this_process_is_not_settled_by_a_return(
    library: Library,
) -> None:
    sent, lost = waiting_job(), waiting_job()
    await library.add([sent, lost])
    await library.journal_sending(sent.id, 1.0)
    await library.journal_sending(lost.id, 1.0)
    # As though the answer to the second had come too late for the one who asked.
    library._sending.discard(lost.id)
    library.go_away()
    settled = await library.come_back()
    assert [entry.job.id for entry in settled] == [lost.id]
    assert (await library.job(lost.id)).job.state is JobState.UNKNOWN
    assert (await library.journal_acceptance(sent.id, "remote-1", 2.0)).remote_id == "remote-1"


async def test_another_process_that_has_it_meanwhile_keeps_it(library: Library) -> None:
    library.go_away()
    await asyncio.sleep(0.1)
    other = Library(library.layout.root)
    await other.open()
    with pytest.raises(LibraryInUse):
        await library.come_back()
    assert library.is_away
    await other.close()
    await library.come_back()
    assert len(await library.order()) == 0


async def test_who_waits_for_a_dead_drive_is_told(library: Library) -> None:
    import threading

    answered = threading.Event()

    def hang(_: apsw.Connection) -> None:
        answered.wait(10.0)

    waiting = asyncio.ensure_future(library._own.write(hang))
    await asyncio.sleep(0.05)
    library.go_away()
    with pytest.raises(LibraryAway):
        await waiting
    answered.set()
    await asyncio.sleep(0.1)
    await library.come_back()
    assert dataclasses.is_dataclass(await library.order())


async def test_a_disk_that_takes_no_more_is_told_once_and_so_is_its_end(
    library: Library, heard: list[Announcement]
) -> None:
    def full(_: apsw.Connection) -> None:
        raise apsw.FullError("the disk is full")

    job = waiting_job()
    for _ in range(2):
        with pytest.raises(DiskFull):
            await library._own.write(full)
    with pytest.raises(JobNotFound):
        await library.change("nobody", lambda each: each)
    await library.add([job])
    assert [type(each) for each in heard] == [WritingRefused, WritingWorks, JobsAdded]
    assert heard[0] == WritingRefused("disk_full")


async def test_who_reads_while_a_library_comes_back_is_told_that_it_is_away(
    library: Library,
) -> None:
    library.go_away()
    coming = asyncio.ensure_future(library.come_back())
    told = 0
    while not coming.done():
        try:
            await library.order()
        except LibraryAway:
            told += 1
        await asyncio.sleep(0)
    await coming
    assert told > 0
    assert len(await library.order()) == 0


async def test_a_job_that_was_written_down_but_not_sent_waits_again_after_a_return(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The drive goes between the commit and the moment in which the job may be sent."""
    job = waiting_job()
    await library.add([job])

    def unplug() -> None:
        raise LibraryAway

    with monkeypatch.context() as patch:
        patch.setattr(library, "_remember", unplug)
        with pytest.raises(LibraryAway):
            await library.journal_sending(job.id, 1.0)
    assert (await library.job(job.id)).job.state is JobState.WAITING

    async def unreachable(*_: object) -> None:
        raise LibraryAway

    with monkeypatch.context() as patch:
        patch.setattr(library, "_remember", unplug)
        patch.setattr(library, "_take_back", unreachable)
        with pytest.raises(LibraryAway):
            await library.journal_sending(job.id, 2.0)
    assert (await library.job(job.id)).job.state is JobState.SENDING
    library.go_away()
    await library.come_back()
    assert (await library.job(job.id)).job.state is JobState.WAITING
    events = [each.event for each in read_receipts(library.layout.receipts) if each.job_id]
    assert events == ["sending", "returned"] * 2
