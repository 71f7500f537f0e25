import asyncio
import dataclasses
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import apsw
import pytest

from rushes.domain.errors import (
    JobNotFound,
    LibraryInUse,
    LibraryNotWritable,
    LibraryTooNew,
    MediaMissing,
)
from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job, JobError
from rushes.domain.media_facts import MediaFacts
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library.announcements import Announcement, JobsAdded, JobsChanged
from rushes.library.layout import Layout
from rushes.library.library import IllegalStep, Library
from rushes.library.receipts import read_receipts


def new_job(prompt: str = "A cabin", **changes: object) -> Job:
    job_id = new_job_id()
    job = Job(
        id=job_id,
        shot_id=job_id,
        take=0,
        request=GenerationRequest("maker/model/kind", {"prompt": prompt, "seed": 7}),
        state=JobState.WAITING,
        created_at=time.time(),
    )
    return dataclasses.replace(job, **changes)  # type: ignore[arg-type]


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    opened = Library(tmp_path / "library")
    await opened.open()
    yield opened
    await opened.close()


async def test_a_job_comes_back_as_it_was_written(library: Library) -> None:
    facts = MediaFacts("video", "mp4", "h264", 1280, 720, 97, Fraction(24000, 1001), 4.04, 90, True)
    full = new_job(
        "Caffè, notte",
        parent_id=new_job_id(),
        remote_id="r-1",
        service_word="warming_up",
        queue_position=3,
        sent_at=1.5,
        price_shown=Decimal("0.25"),
        cost=Decimal("0.31"),
        error=JobError("job_failed", "Words.", "raw"),
        clips=(Clip(0, "https://a.example/x?sig=1", "2026-11/x.mp4", FileState.PRESENT, 9, 9,
                    '"e"', "ab", facts), Clip(1, "https://a.example/y")),
    )  # fmt: skip
    (entry,) = await library.add([full])
    assert (await library.job(full.id)).job == dataclasses.replace(full, take=1) == entry.job


async def test_takes_are_numbered_within_their_shot(library: Library) -> None:
    first = new_job()
    takes = [first, new_job(shot_id=first.id), new_job(shot_id=first.id)]
    assert [entry.job.take for entry in await library.add(takes)] == [1, 2, 3]
    (later,) = await library.add([new_job(shot_id=first.id)])
    assert later.job.take == 4


async def test_changes_are_announced_after_they_are_committed(library: Library) -> None:
    heard: list[Announcement] = []
    end = library.subscribe(heard.append)
    job = new_job()
    await library.add([job])
    await library.change(job.id, lambda each: dataclasses.replace(each, queue_position=2))
    await library.change(job.id, lambda each: each)
    assert [type(each) for each in heard] == [JobsAdded, JobsChanged]
    assert isinstance(heard[1], JobsChanged)
    assert heard[1].entries[0].job.queue_position == 2
    end()
    await library.change(job.id, lambda each: dataclasses.replace(each, queue_position=1))
    assert len(heard) == 2


async def test_a_step_that_life_does_not_have_changes_nothing(library: Library) -> None:
    job = new_job()
    await library.add([job])
    with pytest.raises(IllegalStep):
        await library.change(job.id, lambda each: dataclasses.replace(each, state=JobState.READY))
    assert (await library.job(job.id)).job.state is JobState.WAITING
    with pytest.raises(JobNotFound):
        await library.change(new_job_id(), lambda each: each)


async def test_two_changes_at_once_do_not_undo_each_other(library: Library) -> None:
    job = new_job()
    await library.add([job])
    await asyncio.gather(
        library.change(job.id, lambda each: dataclasses.replace(each, queue_position=9)),
        library.change(job.id, lambda each: dataclasses.replace(each, cancel_asked_at=1.0)),
    )
    now = (await library.job(job.id)).job
    assert (now.queue_position, now.cancel_asked_at) == (9, 1.0)


async def test_sending_is_on_the_disk_with_its_receipt_before_it_returns(library: Library) -> None:
    job = new_job()
    await library.add([job])
    await library.journal_sending(job.id, 5.0)
    opened, receipt = read_receipts(library.layout.receipts)
    assert (opened.event, opened.job_id) == ("opened", "")
    assert (receipt.event, receipt.job_id, receipt.at) == ("sending", job.id, 5.0)
    assert receipt.values["inputs"] == {"prompt": "A cabin", "seed": 7}
    with pytest.raises(IllegalStep):
        await library.journal_sending(job.id, 6.0)
    assert len(list(read_receipts(library.layout.receipts))) == 2


async def test_without_a_receipt_nothing_is_sent(library: Library) -> None:
    job = new_job()
    await library.add([job])
    library.layout.receipts.unlink()
    library.layout.receipts.mkdir()
    with pytest.raises(LibraryNotWritable):
        await library.journal_sending(job.id, 5.0)
    assert (await library.job(job.id)).job.state is JobState.WAITING


async def test_a_job_found_sending_is_unknown_unless_a_receipt_names_its_id(
    library: Library,
) -> None:
    lost, kept = new_job(), new_job()
    await library.add([lost, kept])
    await library.journal_sending(lost.id, 5.0)
    await library.journal_sending(kept.id, 5.0)
    library._receipts.accepted(kept.id, "remote-9", 6.0)
    await library.recover()
    assert (await library.job(lost.id)).job.state is JobState.UNKNOWN
    found = (await library.job(kept.id)).job
    assert (found.state, found.remote_id) == (JobState.IN_QUEUE, "remote-9")


async def test_words_find_prompts_whatever_case_accent_or_part(library: Library) -> None:
    prompts = ["Café at night", "A NIGHT tram", "100% rain_drop", "lighthouse"]
    for number, prompt in enumerate(prompts):
        await library.add([new_job(prompt, created_at=float(number))])

    async def found(words: str) -> list[str]:
        order = await library.order(words)
        return [entry.job.prompt for entry in await library.jobs(order.keys)]

    assert await found("") == list(reversed(prompts))
    assert await found("cafe") == ["Café at night"]
    assert await found("night") == ["A NIGHT tram", "Café at night"]
    assert await found("night tram") == ["A NIGHT tram"]
    assert await found("ight") == ["lighthouse", "A NIGHT tram", "Café at night"]
    assert await found("0%") == ["100% rain_drop"]
    assert await found('n"') == []
    assert await found("volcano") == []
    assert len(await library.order("", limit=2)) == 2


async def test_one_owner_at_a_time_and_readers_beside_it(library: Library) -> None:
    await library.add([new_job()])
    second = Library(library.layout.root)
    with pytest.raises(LibraryInUse) as refused:
        await second.open()
    assert f"process {os.getpid()}" in refused.value.detail
    beside = Library(library.layout.root)
    await beside.open_beside()
    assert len(await beside.order()) == 1
    await beside.close()
    await second.close()


OWNER = """
import asyncio, sys
from pathlib import Path
from rushes.library.library import Library
async def hold():
    library = Library(Path(sys.argv[1]))
    await library.open()
    print("open", flush=True)
    await asyncio.sleep(60)
asyncio.run(hold())
"""


async def test_the_library_is_free_again_when_its_owner_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "open\n"
        late = Library(tmp_path)
        with pytest.raises(LibraryInUse) as refused:
            await late.open()
        assert str(owner.pid) in refused.value.detail
        owner.send_signal(signal.SIGKILL)
        owner.wait()
    await late.close()
    late = Library(tmp_path)
    await late.open()
    await late.close()


async def test_a_newer_schema_is_refused_and_left_byte_for_byte(tmp_path: Path) -> None:
    path = Layout(tmp_path).database
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE future (x); PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    library = Library(tmp_path)
    with pytest.raises(LibraryTooNew):
        await library.open()
    await library.close()
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "media",
        "rushes.db",
        "rushes.lock",
    ]


@pytest.mark.allow_log("the database is damaged", "the database was made again")
async def test_a_damaged_database_is_told_and_kept(tmp_path: Path) -> None:
    path = Layout(tmp_path).database
    path.write_bytes(b"this is no database" * 100)
    library = Library(tmp_path)
    await library.open()
    assert library.rebuilt is not None
    assert (library.rebuilt.damaged / path.name).read_bytes() == b"this is no database" * 100
    assert len(await library.order()) == 0
    await library.close()


async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    library = Library(tmp_path / "file" / "library")
    with pytest.raises(LibraryNotWritable):
        await library.open()
    await library.close()


async def test_the_connection_keeps_every_commit(library: Library) -> None:
    def pragmas(connection: apsw.Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "mmap_size")
        return [connection.pragma(name) for name in names]

    assert await library._own.read(pragmas) == ["wal", 2, 1, 0, 0]


async def test_torn_and_damaged_receipts_are_passed_over(library: Library) -> None:
    jobs = [new_job(), new_job()]
    await library.add(jobs)
    await library.journal_sending(jobs[0].id, 1.0)
    path = library.layout.receipts
    whole = path.read_bytes()
    path.write_bytes(whole + b'00000000 {"event":"sending"}\n' + whole[: len(whole) // 2])
    await library.journal_sending(jobs[1].id, 2.0)
    assert [each.job_id for each in read_receipts(path)] == ["", jobs[0].id, "", jobs[1].id]
    assert json.loads(whole.splitlines()[1].split(b" ", 1)[1])["job"] == jobs[0].id


async def test_a_path_that_leads_out_of_the_library_is_refused(
    library: Library, tmp_path: Path
) -> None:
    inside, outside = library.layout.media / "inside", tmp_path / "outside"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a.mp4").write_bytes(b"")
    (library.layout.media / "link").symlink_to(outside)
    (library.layout.media / "circle").symlink_to(library.layout.media / "circle")
    assert await library.place_of("inside/a.mp4") == (inside / "a.mp4").resolve()
    for path in ("../../secret", "link/a.mp4", "/etc/passwd", "circle/a.mp4", "a\0b"):
        with pytest.raises(MediaMissing):
            await library.place_of(path)


async def test_where_a_file_lies_is_asked_off_the_loop(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[threading.Thread] = []
    true = Path.resolve

    def resolve(path: Path, strict: bool = False) -> Path:
        asked.append(threading.current_thread())
        return true(path, strict)

    monkeypatch.setattr(Path, "resolve", resolve)
    await library.place_of("2026-01/a.mp4")
    assert asked
    assert threading.main_thread() not in asked


async def test_thumbnails_are_kept_and_a_broken_store_is_begun_anew(tmp_path: Path) -> None:
    library = Library(tmp_path)
    await library.open()
    await library.add_thumbnail(1, b"jpeg")
    assert await library.thumbnails([1, 2]) == {1: b"jpeg"}
    await library.close()
    library.layout.thumbnails.write_bytes(b"broken" * 1000)
    library = Library(tmp_path)
    await library.open()
    assert await library.thumbnails([1]) == {}
    await library.close()
