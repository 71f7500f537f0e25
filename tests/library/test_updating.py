"""Libraries of every older Rushes can be read: brought up to date, or told why not."""

import asyncio
import dataclasses
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from rushes.domain.error_words import words_for
from rushes.domain.errors import LibraryDamaged, LibraryError, LibraryOutdated
from rushes.domain.job import Job
from rushes.domain.marks import UNMARKED
from rushes.library import database, updating
from rushes.library.check import check_library
from rushes.library.layout import Layout
from rushes.library.library import Library
from rushes.library.ownership import Ownership
from rushes.library.rebuild import mark_for_rebuild
from rushes.library.schema import MIGRATIONS
from tests.library.lives import live, opened
from tests.library.older import make_older

NEWEST = len(MIGRATIONS)
OLDER = range(1, NEWEST)


async def filled(root: Path) -> list[Job]:
    """Make a library of today; return its jobs as `plain` ones."""
    library = await opened(root)
    ids = [await live(library, fate) for fate in ("ready", "accepted", "refused", "waiting")]
    jobs = [(await library.job(each)).job for each in ids]
    await library.close()
    return [plain(job) for job in jobs]


def plain(job: Job) -> Job:
    """Leave out what not every older Rushes writes down."""
    clips = [dataclasses.replace(each, disk_size=None, disk_mtime_ns=None) for each in job.clips]
    return dataclasses.replace(job, marks=UNMARKED, clips=tuple(clips))


def snapshot(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file()
    }


def version_of(root: Path) -> int:
    connection = apsw.Connection(str(Layout(root).database), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return int(connection.pragma("user_version"))
    finally:
        connection.close()


async def read(root: Path) -> list[Job]:
    """Read all jobs as commands do, oldest first, as `plain` ones."""
    library = Library(root)
    try:
        await library.open_beside()
        order = await library.order()
        entries = await library.jobs(reversed(order.keys))
    finally:
        await library.close()
    return [plain(entry.job) for entry in entries]


OWNER = """
import sys
from pathlib import Path
from rushes.library.database import open_for_writing
from rushes.library.layout import Layout
from rushes.library.ownership import Ownership
layout = Layout(Path(sys.argv[1]))
ownership = Ownership.acquire(layout.lock, program="an older rushes")
print("owned", flush=True)
if sys.stdin.readline() == "update\\n":
    open_for_writing(layout.database, layout.backups).close()
    sys.stdin.readline()
ownership.release()
"""


@contextmanager
def owned(root: Path) -> "Iterator[subprocess.Popen[str]]":
    """Have another process own the library; it brings it up to date when it is told to."""
    command = [sys.executable, "-c", OWNER, str(root)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as owner:
        try:
            assert owner.stdout is not None
            assert owner.stdout.readline() == "owned\n"
            yield owner
        finally:
            assert owner.stdin is not None
            owner.stdin.close()
            owner.wait(20)


@pytest.mark.parametrize("cut_off", [False, True], ids=["closed", "cut off"])
@pytest.mark.parametrize("version", OLDER)
async def test_reading_brings_it_up_to_date_after_a_backup(
    tmp_path: Path, version: int, cut_off: bool
) -> None:
    jobs = await filled(tmp_path)
    make_older(tmp_path, version, cut_off=cut_off)
    receipts = Layout(tmp_path).receipts.read_bytes()
    assert await read(tmp_path) == jobs
    (backup,) = Layout(tmp_path).backups.glob(f"before-schema-{version + 1}-*")
    kept = apsw.Connection(str(backup))
    assert kept.pragma("user_version") == version
    assert kept.execute("SELECT count(*) FROM jobs").get == len(jobs)
    kept.close()
    # Reading is no opening: what waits is neither settled nor sent by it.
    assert Layout(tmp_path).receipts.read_bytes() == receipts
    assert await read(tmp_path) == jobs
    library = await opened(tmp_path, recovered=False)
    assert library.rebuilt is None
    assert (library.older is None) == (version > 1)
    # Of what was cut off no backup has all.
    assert (await library.back_up() is not None) == cut_off
    await library.close()


@pytest.mark.parametrize("cut_off", [False, True], ids=["closed", "cut off"])
@pytest.mark.parametrize("version", OLDER)
async def test_a_check_reads_it_without_a_trace(
    tmp_path: Path, version: int, cut_off: bool
) -> None:
    root = tmp_path / "library"
    await filled(root)
    make_older(root, version, cut_off=cut_off)
    before = snapshot(root)
    report = check_library(root)
    assert (report.findings, report.jobs) == ((), 4)
    assert snapshot(root) == before
    repaired = check_library(root, repair=True)
    assert (repaired.is_sound, repaired.jobs, repaired.rebuilt) == (True, 4, None)
    assert version_of(root) == NEWEST


@pytest.mark.parametrize("version", [1, NEWEST - 1])
async def test_where_an_older_rushes_has_it_open_that_is_said(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = await filled(tmp_path)
    make_older(tmp_path, version)
    monkeypatch.setattr(updating, "_PATIENCE", 0.1)
    with owned(tmp_path):
        data = Layout(tmp_path).database.read_bytes()
        for refused in (read(tmp_path), checked(tmp_path)):
            with pytest.raises(LibraryOutdated) as told:
                await refused
            assert "an older rushes, process" in told.value.detail
        words = words_for(told.value)
        assert words.happened
        assert words.kept
        assert words.todo
        assert Layout(tmp_path).database.read_bytes() == data
        assert not Layout(tmp_path).backups.exists()
    assert await read(tmp_path) == jobs


async def checked(root: Path) -> None:
    check_library(root)


async def test_an_owner_that_brings_it_up_to_date_itself_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = await filled(tmp_path)
    make_older(tmp_path, NEWEST - 1)
    monkeypatch.setattr(updating, "_PATIENCE", 30.0)
    with owned(tmp_path) as owner:
        reading = asyncio.ensure_future(read(tmp_path))
        await asyncio.sleep(0.2)
        assert not reading.done()
        assert owner.stdin is not None
        owner.stdin.write("update\n")
        owner.stdin.flush()
        assert await reading == jobs
        assert check_library(tmp_path).jobs == len(jobs)
    assert len(list(Layout(tmp_path).backups.iterdir())) == 1


async def test_what_has_to_be_made_again_is_left_as_it_is(tmp_path: Path) -> None:
    await filled(tmp_path)
    make_older(tmp_path, NEWEST - 1)
    mark_for_rebuild(Layout(tmp_path), "found by a check")
    with pytest.raises(LibraryDamaged):
        await read(tmp_path)
    assert version_of(tmp_path) == NEWEST - 1


async def test_an_empty_database_is_damage_only_where_there_were_jobs(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    Layout(fresh).database.touch()
    assert await read(fresh) == []
    past = tmp_path / "past"
    await filled(past)
    Layout(past).database.write_bytes(b"")
    with pytest.raises(LibraryDamaged):
        await read(past)
    assert Layout(past).database.read_bytes() == b""


async def test_nothing_reads_tables_that_are_not_there(tmp_path: Path) -> None:
    await filled(tmp_path)
    make_older(tmp_path, NEWEST - 1)
    with pytest.raises(LibraryOutdated):
        database.open_for_reading(Layout(tmp_path).database)


async def test_a_folder_that_cannot_be_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(tmp_path)
    make_older(tmp_path, NEWEST - 1)

    def refuse(*_: object, **__: object) -> Ownership:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Ownership, "acquire", refuse)
    with pytest.raises(LibraryError) as told:
        await read(tmp_path)
    assert told.value.code == "library_not_writable"
