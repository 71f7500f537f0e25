"""Marks in a library: written for many jobs at once, kept by all that keeps jobs."""

import dataclasses
import time
from collections.abc import AsyncIterator
from pathlib import Path

import apsw
import pytest

from rushes.domain.mark_changes import MarkChange, MarkStep, undoing_steps
from rushes.domain.marks import UNMARKED, Flag, Mark, Marks
from rushes.library import database
from rushes.library.announcements import Announcement, JobsChanged, MarksChanged
from rushes.library.check import check_library
from rushes.library.layout import Layout
from rushes.library.library import Library
from rushes.library.schema import MARKED_SINCE, MIGRATIONS
from tests.library.lives import live, new_job, opened
from tests.library.older import make_older

FOUR = MarkChange(Mark.RATING, 4)
PICK = MarkChange(Mark.FLAG, Flag.PICK)
REJECT = MarkChange(Mark.FLAG, Flag.REJECT)
RED = MarkChange(Mark.LABEL, 6)


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    made = await opened(tmp_path / "library")
    yield made
    await made.close()


async def marks_of(library: Library, *job_ids: str) -> list[Marks]:
    return [(await library.job(each)).job.marks for each in job_ids]


def plain(marks: Marks) -> Marks:
    """Marks without when the clip was seen."""
    return dataclasses.replace(marks, seen_at=None)


async def test_a_mark_comes_with_the_job_and_is_announced_alone(library: Library) -> None:
    (first, second) = await library.add([new_job(), new_job()])
    assert first.job.marks == UNMARKED
    heard: list[Announcement] = []
    stop = library.subscribe(heard.append)
    marked = await library.mark([first.key], FOUR)
    assert heard == [MarksChanged({first.key: Marks(rating=4)})]
    assert marked.before == {first.key: UNMARKED}
    await library.mark([first.key], PICK)
    await library.mark([first.key], RED)
    assert await marks_of(library, first.job.id) == [Marks(4, Flag.PICK, 6)]
    assert await marks_of(library, second.job.id) == [UNMARKED]
    # Done already, and of nobody: nothing to write, nothing to tell.
    heard.clear()
    assert (await library.mark([first.key, 999], RED)).after == {}
    assert heard == []
    stop()


async def test_what_the_engine_writes_leaves_marks_alone(library: Library) -> None:
    (entry,) = await library.add([new_job()])
    await library.mark([entry.key], FOUR)
    heard: list[Announcement] = []
    stop = library.subscribe(heard.append)
    await library.change(entry.job.id, lambda job: dataclasses.replace(job, service_word="hm"))
    (told,) = heard
    assert isinstance(told, JobsChanged)
    assert told.entries[0].job.marks == Marks(rating=4)
    await library.change(
        entry.job.id, lambda job: dataclasses.replace(job, service_word="ha", marks=UNMARKED)
    )
    assert await marks_of(library, entry.job.id) == [Marks(rating=4)]
    stop()


async def test_a_thousand_are_marked_in_one_transaction_and_brought_back(
    library: Library,
) -> None:
    entries = await library.add([new_job() for _ in range(1000)])
    keys = [entry.key for entry in entries]
    await library.mark(keys[::3], RED)
    await library.mark(keys[::2], FOUR)
    heard: list[Announcement] = []
    stop = library.subscribe(heard.append)
    started = time.perf_counter()
    steps = [MarkStep(tuple(keys), MarkChange(Mark.RATING, 2)), MarkStep(tuple(keys), REJECT)]
    marked = await library.mark_steps(steps)
    assert time.perf_counter() - started < 1.0
    assert len(heard) == 1
    found = [entry.job.marks for entry in await library.jobs(keys)]
    assert {(marks.rating, marks.flag) for marks in found} == {(2, Flag.REJECT)}
    assert sum(marks.label == 6 for marks in found) == 334
    back = await library.mark_steps(undoing_steps(steps, marked.before))
    assert back.after == marked.before
    assert len(heard) == 2
    stop()


async def test_all_or_none_are_marked(library: Library) -> None:
    entries = await library.add([new_job() for _ in range(3)])
    keys = tuple(entry.key for entry in entries)
    heard: list[Announcement] = []
    stop = library.subscribe(heard.append)
    bad = MarkStep(keys[:1], MarkChange(Mark.LABEL, 7))
    object.__setattr__(bad.change, "value", 5)
    with pytest.raises(ValueError, match="no label"):
        await library.mark_steps([MarkStep(keys, FOUR), bad])
    assert heard == []
    assert await marks_of(library, entries[0].job.id) == [UNMARKED]
    stop()


async def test_a_clip_is_seen_once(library: Library) -> None:
    (entry,) = await library.add([new_job()])
    assert not entry.job.marks.is_seen
    before = time.time()
    heard: list[Announcement] = []
    stop = library.subscribe(heard.append)
    await library.note_seen([entry.key])
    (first,) = await marks_of(library, entry.job.id)
    assert first.seen_at is not None
    assert before <= first.seen_at <= time.time()
    await library.note_seen([entry.key])
    assert await marks_of(library, entry.job.id) == [first]
    assert len(heard) == 1
    # Marks keep it, and taking them back keeps it as well.
    marked = await library.mark([entry.key], FOUR)
    await library.mark_steps(undoing_steps([MarkStep((entry.key,), FOUR)], marked.before))
    assert await marks_of(library, entry.job.id) == [first]
    stop()


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        ("rating > 0 AND rating >= 3", "marks_by_rating"),
        ("flag <> 'none' AND flag = 'pick'", "marks_by_flag"),
        ("label > 0 AND label = 6", "marks_by_label"),
        ("seen_at IS NULL", "marks_unseen"),
    ],
)
async def test_marks_are_found_by_an_index(tmp_path: Path, condition: str, index: str) -> None:
    await (await opened(tmp_path)).close()
    connection = apsw.Connection(str(Layout(tmp_path).database), flags=apsw.SQLITE_OPEN_READONLY)
    plan = connection.execute(
        f"EXPLAIN QUERY PLAN SELECT job_key FROM marks WHERE {condition}"
    ).fetchall()
    connection.close()
    assert index in str(plan)


async def test_the_takes_of_a_shot_come_in_their_order(library: Library) -> None:
    shot = new_job()
    entries = await library.add([shot, *(new_job(shot_id=shot.shot_id) for _ in range(3))])
    await library.add([new_job()])
    takes = await library.takes(shot.shot_id)
    assert takes.keys == tuple(entry.key for entry in entries)
    assert takes.ids == tuple(entry.job.id for entry in entries)
    assert (await library.takes("nobody")).keys == ()


async def test_an_older_library_keeps_all_and_its_clips_are_no_news(tmp_path: Path) -> None:
    root = tmp_path / "library"
    library = await opened(root)
    ids = [await live(library, fate) for fate in ("ready", "accepted", "refused")]
    before = [(await library.job(each)).job for each in ids]
    await library.close()
    make_older(root, MARKED_SINCE - 1)
    library = await opened(root)
    assert library.rebuilt is None
    after = [(await library.job(each)).job for each in ids]
    assert [dataclasses.replace(job, marks=UNMARKED) for job in after] == before
    assert [job.marks for job in after] == [Marks(seen_at=0.0), UNMARKED, UNMARKED]
    (entry,) = await library.add([new_job()])
    await library.mark([entry.key], FOUR)
    await library.close()
    backups = list(Layout(root).backups.glob("before-schema-*"))
    assert len(backups) == 1
    assert check_library(root).is_sound


async def test_an_older_rushes_refuses_what_has_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "library"
    await (await opened(root)).close()
    data = Layout(root).database.read_bytes()
    monkeypatch.setattr(database, "MIGRATIONS", MIGRATIONS[: MARKED_SINCE - 1])
    refused = Library(root)
    with pytest.raises(database.LibraryTooNew):
        await refused.open()
    await refused.close()
    assert Layout(root).database.read_bytes() == data


async def test_a_backup_that_is_put_back_has_the_marks(tmp_path: Path) -> None:
    root = tmp_path / "library"
    library = await opened(root)
    job_id = await live(library, "ready")
    await library.mark([(await library.job(job_id)).key], FOUR)
    backup = await library.back_up()
    assert backup is not None
    await library.close()
    Layout(root).database.write_bytes(backup.read_bytes())
    library = await opened(root)
    assert library.rebuilt is None
    assert await marks_of(library, job_id) == [Marks(4)]
    await library.close()
    repaired = check_library(root, repair=True)
    assert repaired.is_sound
    library = await opened(root)
    assert await marks_of(library, job_id) == [Marks(4)]
    await library.close()


@pytest.mark.allow_log("the database is damaged", "the database was made again", optional=True)
async def test_a_rebuild_takes_the_marks_from_the_newest_backup_that_has_them(
    tmp_path: Path,
) -> None:
    root = tmp_path / "library"
    library = await opened(root)
    ids = [await live(library, "ready", f"{number}") for number in range(4)]
    keys = [(await library.job(each)).key for each in ids]
    await library.mark(keys[:2], FOUR)
    await library.mark(keys[1:2], REJECT)
    assert await library.back_up() is not None
    # After the backup: this the rebuild cannot know.
    await library.mark(keys[:1], MarkChange(Mark.RATING, 1))
    later = await live(library, "ready", "later")
    await library.close()
    Layout(root).database.write_bytes(b"rubbish" * 999)
    library = await opened(root)
    report = library.rebuilt
    assert report is not None
    assert (report.marked, report.marks_from_backup, report.marks_lost) == (2, 4, 1)
    assert await marks_of(library, *ids) == [
        Marks(4), Marks(4, Flag.REJECT), UNMARKED, UNMARKED,
    ]  # fmt: skip
    # Nobody knows whether it was looked at; it is not told as news.
    assert await marks_of(library, later) == [Marks(seen_at=0.0)]
    await library.close()


@pytest.mark.allow_log("the database is damaged", "the database was made again", optional=True)
async def test_marks_that_can_be_read_win_over_those_of_a_backup(tmp_path: Path) -> None:
    root = tmp_path / "library"
    library = await opened(root)
    entries = await library.add([new_job(f"{number} " * 300) for number in range(60)])
    keys = [entry.key for entry in entries]
    await library.mark(keys, FOUR)
    assert await library.back_up() is not None
    await library.mark(keys, PICK)
    await library.close()
    place = Layout(root).database
    data = bytearray(place.read_bytes())
    page = data.index((entries[30].job.id * 2).encode()) // 4096 * 4096
    data[page : page + 4096] = b"\xa5" * 4096
    place.write_bytes(data)
    library = await opened(root)
    report = library.rebuilt
    assert report is not None
    found = await library.jobs(keys)
    assert len(found) == 60
    assert report.marked == 60
    assert report.marks_from_backup == report.from_backup
    picked = sum(entry.job.marks == Marks(4, Flag.PICK) for entry in found)
    assert picked == 60 - report.from_backup
    assert all(entry.job.marks.rating == 4 for entry in found)
    await library.close()


@pytest.mark.allow_log("the database is damaged", "the database was made again", optional=True)
@pytest.mark.parametrize(
    "script",
    [
        "DELETE FROM marks WHERE job_key = 2",
        "PRAGMA ignore_check_constraints = ON; UPDATE marks SET rating = 9 WHERE job_key = 2",
        "PRAGMA ignore_check_constraints = ON; UPDATE marks SET flag = 'x' WHERE job_key = 2",
    ],
)
async def test_marks_that_no_take_can_have_come_from_the_backup(
    tmp_path: Path, script: str
) -> None:
    root = tmp_path / "library"
    library = await opened(root)
    entries = await library.add([new_job() for _ in range(3)])
    await library.mark([entry.key for entry in entries], FOUR)
    assert await library.back_up() is not None
    await library.mark([entries[0].key], RED)
    await library.close()
    connection = apsw.Connection(str(Layout(root).database))
    connection.execute(script).fetchall()
    connection.close()
    library = await opened(root)
    report = library.rebuilt
    assert report is not None
    assert (report.marks_from_backup, report.marks_lost) == (1, 0)
    found = await marks_of(library, *(entry.job.id for entry in entries))
    assert [plain(marks) for marks in found] == [Marks(4, label=6), Marks(4), Marks(4)]
    await library.close()
