"""The trash of a library, and how it is emptied: crash-safe, resumable, and remembered."""

import asyncio
import dataclasses
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rushes.domain.errors import LibraryAway
from rushes.domain.mark_changes import TrashChange
from rushes.domain.selection import Selection
from rushes.library.announcements import Announcement, JobsRemoved
from rushes.library.check import check_library
from rushes.library.layout import Layout
from rushes.library.library import Library
from tests.library.lives import live, new_job, opened, states
from tests.library.trashed import Bin, file_of, findings, ids_in, keys_of, trash_jobs

REBUILT = pytest.mark.allow_log(
    "the database is damaged", "the database was made again", optional=True
)


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    made = await opened(tmp_path / "library")
    yield made
    await made.close()


@pytest.fixture
def bin_(tmp_path: Path) -> Bin:
    return Bin(tmp_path / "bin")


async def test_what_is_trashed_goes_to_the_systems_trash_and_is_forgotten(
    bin_: Bin, tmp_path: Path
) -> None:
    library = await opened(tmp_path / "library")
    ids = [await live(library, fate) for fate in ("ready", "ready", "refused", "unknown")]
    kept, gone, refused, lost = ids
    keys = await trash_jobs(library, gone, refused)
    await library.add_thumbnail(keys[0], b"jpeg")
    contents = await library.trash_contents()
    assert (contents.jobs, contents.size, contents.under_way) == (2, 6, 0)
    heard: list[Announcement] = []
    stop = library.subscribe(heard.append)
    told: list[tuple[int, int]] = []
    done = await library.empty_trash(bin_.take, on_progress=lambda *each: told.append(each))
    stop()
    assert (done.jobs, done.files, done.size, done.refused) == (2, 1, 6, 0)
    assert told == [(2, 2)]
    assert heard == [JobsRemoved(frozenset(keys))]
    assert bin_.names == {f"{gone}-1.mp4"}
    assert await ids_in(library) == {kept, lost}
    assert await library.thumbnails(keys) == {}
    assert file_of(library.layout.root, kept).exists()
    assert (await library.trash_contents()).jobs == 0
    assert len(await library.order("refused")) == 0
    await library.close()
    assert findings(tmp_path / "library") == []


async def test_what_is_under_way_stays_and_is_counted(library: Library, bin_: Bin) -> None:
    fates = ("waiting", "accepted", "unknown", "ready")
    ids = [await live(library, fate) for fate in fates]
    keys = await trash_jobs(library, *ids)
    assert await library.selection(keys) == Selection(
        jobs=4, with_file=1, with_prompt=4, trashed=4, waiting=1, running=1, asking=1, can_cancel=2
    )
    assert {each.key for each in await library.under_way_among(keys)} == set(keys[:3])
    assert (await library.trash_contents()).under_way == 3
    done = await library.empty_trash(bin_.take)
    assert (done.jobs, done.under_way) == (1, 3)
    assert await ids_in(library) == set(ids[:3])
    # An answer that was given ends it.
    await library.change(ids[2], lambda job: dataclasses.replace(job, answer="kept"))
    assert (await library.empty_trash(bin_.take)).jobs == 1


async def test_only_what_is_in_the_trash_can_be_removed(library: Library, bin_: Bin) -> None:
    one, other = [await live(library, "ready") for _ in range(2)]
    keys = await keys_of(library, one, other)
    await library.mark([keys[0]], TrashChange(1.0))
    done = await library.empty_trash(bin_.take, keys)
    assert (done.jobs, await ids_in(library)) == (1, {other})


async def test_a_job_restored_while_its_file_moves_keeps_its_row(
    library: Library, bin_: Bin
) -> None:
    job_id = await live(library, "ready")
    keys = await trash_jobs(library, job_id)
    loop = asyncio.get_running_loop()

    def take(path: Path) -> bool:
        restore = library.mark(keys, TrashChange(None))
        asyncio.run_coroutine_threadsafe(restore, loop).result(10)
        return bin_.take(path)

    assert (await library.empty_trash(take)).jobs == 0
    assert await ids_in(library) == {job_id}


async def test_a_file_of_two_jobs_stays_until_the_last_of_them_goes(
    library: Library, bin_: Bin
) -> None:
    one, other = [await live(library, "ready") for _ in range(2)]
    clip = (await library.job(one)).job.clips[0]
    file_of(library.layout.root, other).unlink()
    await library.change(other, lambda job: dataclasses.replace(job, clips=(clip,)))
    await trash_jobs(library, one)
    assert (await library.empty_trash(bin_.take)).files == 0
    assert file_of(library.layout.root, one).exists()
    await trash_jobs(library, other)
    assert (await library.empty_trash(bin_.take)).files == 1
    assert not file_of(library.layout.root, one).exists()


async def test_a_trash_that_takes_nothing_leaves_all_as_it_is(library: Library, bin_: Bin) -> None:
    ids = [await live(library, "ready") for _ in range(30)]
    await trash_jobs(library, *ids)
    asked: list[Path] = []
    bin_.refuses = lambda path: not asked.append(path)
    done = await library.empty_trash(bin_.take)
    assert (done.jobs, done.refused, len(asked)) == (0, 1, 1)
    assert len(await ids_in(library)) == 30
    # One that is held by another program holds up nobody else.
    held = file_of(library.layout.root, ids[3])
    bin_.refuses = lambda path: path == held
    done = await library.empty_trash(bin_.take)
    assert (done.jobs, done.refused) == (29, 1)
    assert await ids_in(library) == {ids[3]}


async def test_emptying_stops_between_two_jobs_and_goes_on_later(
    library: Library, bin_: Bin
) -> None:
    ids = [await live(library, "ready") for _ in range(5)]
    await trash_jobs(library, *ids)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def take(path: Path) -> bool:
        loop.call_soon_threadsafe(stop.set)
        time.sleep(0.05)
        return bin_.take(path)

    done = await library.empty_trash(take, stop=stop)
    assert (done.jobs, done.is_stopped) == (1, True)
    assert len(await ids_in(library)) == 4
    assert (await library.empty_trash(bin_.take)).jobs == 4


async def test_nothing_is_forgotten_while_the_drive_is_away(library: Library, bin_: Bin) -> None:
    job_id = await live(library, "ready")
    await trash_jobs(library, job_id)
    library.layout.media.rename(library.layout.root / "elsewhere")
    with pytest.raises(LibraryAway):
        await library.empty_trash(bin_.take)
    assert await ids_in(library) == {job_id}


async def test_no_other_job_gets_the_key_of_one_that_is_gone(library: Library, bin_: Bin) -> None:
    job_id = await live(library, "refused")
    (key,) = await trash_jobs(library, job_id)
    await library.empty_trash(bin_.take)
    (entry,) = await library.add([new_job()])
    assert entry.key > key


@REBUILT
async def test_neither_receipts_nor_backups_nor_copies_bring_it_back(
    tmp_path: Path, bin_: Bin
) -> None:
    root = tmp_path / "library"
    library = await opened(root)
    kept, gone, refused = [await live(library, fate) for fate in ("ready", "ready", "refused")]
    assert await library.back_up() is not None
    await library.close()
    older = Layout(root).database.read_bytes()
    library = await opened(root)
    await trash_jobs(library, gone, refused)
    await library.empty_trash(bin_.take)
    await library.close()
    # A database that can be read no more: receipts and the backup know both.
    Layout(root).database.write_bytes(b"rubbish" * 999)
    library = await opened(root)
    assert library.rebuilt is not None
    assert await ids_in(library) == {kept}
    await library.close()
    # An older database in its place knows them as they were.
    Layout(root).database.write_bytes(older)
    library = await opened(root)
    assert await ids_in(library) == {kept}
    await library.close()
    assert findings(root) == []
    assert check_library(root, repair=True).is_sound
    library = await opened(root)
    assert await ids_in(library) == {kept}
    await library.close()


@REBUILT
async def test_a_file_that_a_person_puts_back_brings_its_job_back(
    tmp_path: Path, bin_: Bin
) -> None:
    root = tmp_path / "library"
    library = await opened(root)
    job_id = await live(library, "ready")
    await trash_jobs(library, job_id)
    await library.empty_trash(bin_.take)
    await library.close()
    (bin_.folder / f"{job_id}-1.mp4").rename(file_of(root, job_id))
    Layout(root).database.write_bytes(b"rubbish" * 999)
    library = await opened(root)
    assert await states(library, job_id) == ["ready"]
    await library.close()
