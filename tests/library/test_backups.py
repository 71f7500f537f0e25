"""Backups: one on a day with changes, sound, thinned out, and never in the way."""

import asyncio
import datetime
from pathlib import Path

import apsw
import pytest

from rushes.library.backups import backup_of, thin_out
from rushes.library.layout import Layout
from rushes.library.library import Library
from tests.library.lives import live, new_job, opened


async def test_a_day_with_changes_gets_one_backup(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    assert await library.back_up() is None
    await live(library, "waiting")
    first = await library.back_up()
    assert first == backup_of(library.layout.backups, datetime.date.today())
    await live(library, "waiting")
    assert await library.back_up() is None
    await library.close()
    # The second change is not forgotten: on another day it is reason enough.
    assert first is not None
    first.rename(backup_of(library.layout.backups, datetime.date(2020, 1, 1)))
    library = await opened(tmp_path)
    assert await library.back_up() is not None
    await library.close()
    backup_of(library.layout.backups, datetime.date.today()).unlink()
    library = await opened(tmp_path)
    assert await library.back_up() is None
    await library.close()
    assert [each.suffix for each in library.layout.backups.iterdir()] == [".db"]


async def test_a_backup_is_whole_although_jobs_come_in_meanwhile(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    await library.add([new_job("word " * 500) for _ in range(1000)])
    making = asyncio.create_task(library.back_up())
    late = 0
    while not making.done():
        await library.add([new_job()])
        late += 1
    backup = await making
    assert backup is not None
    assert late > 1
    await library.close()
    connection = apsw.Connection(str(backup), flags=apsw.SQLITE_OPEN_READONLY)
    assert connection.execute("PRAGMA integrity_check").get == "ok"
    count = connection.execute("SELECT count(*) FROM jobs").get
    assert isinstance(count, int)
    assert 1000 <= count <= 1000 + late
    assert connection.execute("SELECT value FROM facts WHERE name = 'copy'").get == "backup"
    connection.close()


async def test_an_unsound_database_makes_no_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rushes.domain.errors import LibraryDamaged
    from rushes.library import database_copy

    library = await opened(tmp_path)
    await live(library, "waiting")

    def refuse(_: object) -> None:
        raise apsw.CorruptError("for the test")

    monkeypatch.setattr(database_copy, "_complete", refuse)
    with pytest.raises(LibraryDamaged):
        await library.back_up()
    assert list(library.layout.backups.iterdir()) == []
    await library.close()


def test_seven_days_and_four_weeks_stay_and_those_before_a_new_schema(tmp_path: Path) -> None:
    backups = Layout(tmp_path).backups
    backups.mkdir()
    today = datetime.date(2026, 11, 22)
    for age in range(90):
        backup_of(backups, today - datetime.timedelta(days=age)).write_bytes(b"x")
    others = ["before-schema-2-1700000000.db", "notes.txt", "2026-99-99.db"]
    for name in others:
        (backups / name).write_bytes(b"x")
    deleted = thin_out(backups)
    kept = sorted(each.stem for each in backups.iterdir() if each.name not in others)
    assert kept[-7:] == [str(today - datetime.timedelta(days=age)) for age in range(6, -1, -1)]
    weeks = [datetime.date.fromisoformat(each).isocalendar()[:2] for each in kept[:-7]]
    assert len(weeks) == len(set(weeks)) == 4
    assert len(deleted) == 90 - 11
    assert deleted == sorted(deleted)
    assert all((backups / name).exists() for name in others)
    assert thin_out(backups) == []


async def test_a_cut_off_session_leaves_reason_for_a_backup(tmp_path: Path) -> None:
    library = await opened(tmp_path / "library")
    await live(library, "waiting")
    import shutil

    shutil.copytree(tmp_path / "library", tmp_path / "killed")
    await library.close()
    killed = Library(tmp_path / "killed")
    await killed.open()
    assert await killed.back_up() is not None
    await killed.close()
