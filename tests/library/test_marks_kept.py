"""Tags, notes, ranges, trash, albums and history are kept by all that keeps a library."""

import dataclasses
from pathlib import Path

import apsw
import pytest

from rushes.domain.mark_changes import (
    MarkChange,
    MarkStep,
    NoteChange,
    RangesChange,
    TagChange,
    TrashChange,
)
from rushes.domain.marks import UNMARKED, Flag, GoodRange, Mark, Marks, Note
from rushes.library.albums import Album
from rushes.library.check import check_library
from rushes.library.layout import Layout
from rushes.library.library import Library
from rushes.library.schema import ALBUMS_SINCE
from tests.library.lives import live, new_job, opened
from tests.library.mark_tables import assert_tables_agree, keys_with
from tests.library.older import make_older

SPOKEN = Marks(
    4, tags=("Night shot", "rain"), notes=(Note("all good"), Note("she blinks", 42)),
    ranges=(GoodRange(49, 87),), trashed_at=1.79e9,
)  # fmt: skip
REBUILT = ("the database is damaged", "the database was made again")


async def speak(library: Library, key: int) -> None:
    """Give a job the marks of `SPOKEN`."""
    changes = (
        MarkChange(Mark.RATING, 4), TagChange("rain"), TagChange("Night shot"),
        NoteChange("she blinks", 42), NoteChange("all good"), RangesChange(SPOKEN.ranges),
        TrashChange(SPOKEN.trashed_at),
    )  # fmt: skip
    await library.mark_steps([MarkStep((key,), each) for each in changes], words="all of it")


async def marks(library: Library, *keys: int) -> list[Marks]:
    return [entry.job.marks for entry in await library.jobs(keys)]


async def filled(root: Path) -> Library:
    library = await opened(root)
    await library.add([new_job(f"{number} " * 300) for number in range(60)])
    await speak(library, 1)
    album = await library.add_album("Night")
    await library.add_to_album(album.key, [1, 30])
    await library.add_album("found", "tag:rain")
    return library


ALBUMS = (Album(2, "found", "tag:rain", None), Album(1, "Night", None, 1))


async def assert_all_there(library: Library) -> None:
    assert await marks(library, 1, 2) == [SPOKEN, UNMARKED]
    assert await library.albums() == ALBUMS
    assert_tables_agree(library.layout.root)
    undone = await library.undo_marks()
    assert undone is not None
    assert undone.words == "all of it"
    assert await marks(library, 1) == [UNMARKED]
    assert [each.jobs for each in await library.albums()] == [None, 2]
    assert_tables_agree(library.layout.root)


def damage_row(root: Path, script: str) -> None:
    connection = apsw.Connection(str(Layout(root).database))
    connection.execute(f"PRAGMA ignore_check_constraints = ON; {script}").fetchall()
    connection.close()


async def test_a_job_comes_with_all_its_marks(tmp_path: Path) -> None:
    library = await filled(tmp_path)
    await library.close()
    library = await opened(tmp_path)
    await assert_all_there(library)
    await library.close()
    assert check_library(tmp_path).is_sound


async def test_pieces_of_words_are_found_but_not_across_two_of_them(tmp_path: Path) -> None:
    library = await filled(tmp_path)
    await library.mark([2], TagChange("São"))
    await library.mark([3], NoteChange("a\nb"))
    await library.close()
    connection = apsw.Connection(str(library.layout.database), flags=apsw.SQLITE_OPEN_READONLY)
    for text, keys in {
        "ight SH": {1}, "blink": {1}, "sao": {2}, "shot rain": set(), "tag": set(), "a\nb": {3},
    }.items():  # fmt: skip
        assert keys_with(connection, text) == keys, text
    connection.close()


async def test_takes_in_the_trash_are_none_of_their_shot(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    shot = new_job()
    entries = await library.add([shot, *(new_job(shot_id=shot.shot_id) for _ in range(2))])
    keys = [entry.key for entry in entries]
    await library.mark(keys[1:2], TrashChange(5.0))
    takes = await library.takes(shot.shot_id)
    assert takes.keys == (keys[0], keys[2])
    # Its number is not given to another take.
    (fourth,) = await library.add([new_job(shot_id=shot.shot_id)])
    assert fourth.job.take == 4
    await library.undo_marks()
    await library.mark(keys[1:2], TrashChange(None))
    assert (await library.takes(shot.shot_id)).keys == (*keys, fourth.key)
    await library.close()


@pytest.mark.parametrize("version", range(1, ALBUMS_SINCE))
async def test_an_older_library_is_taken_on_and_can_be_tagged(tmp_path: Path, version: int) -> None:
    library = await opened(tmp_path)
    ids = [await live(library, fate) for fate in ("ready", "waiting")]
    await library.mark([1], MarkChange(Mark.RATING, 4))
    await library.mark([1, 2], MarkChange(Mark.FLAG, Flag.PICK))
    await library.note_seen([1])
    before = [(await library.job(each)).job for each in ids]
    await library.close()
    make_older(tmp_path, version)
    library = await opened(tmp_path)
    assert library.rebuilt is None
    after = [(await library.job(each)).job for each in ids]
    if version == ALBUMS_SINCE - 1:
        assert after == before
    else:
        assert [job.marks for job in after] == [Marks(seen_at=0.0), UNMARKED]
    await speak(library, 2)
    flag = after[1].marks.flag
    assert await marks(library, 2) == [dataclasses.replace(SPOKEN, flag=flag)]
    assert await library.albums() == ()
    assert_tables_agree(tmp_path)
    await library.close()
    assert check_library(tmp_path).is_sound


@pytest.mark.allow_log(*REBUILT, optional=True)
async def test_an_older_library_that_is_damaged_keeps_its_marks(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    await library.add([new_job() for _ in range(3)])
    await library.mark([1, 2], MarkChange(Mark.RATING, 4))
    await library.close()
    make_older(tmp_path, ALBUMS_SINCE - 1)
    damage_row(tmp_path, "UPDATE marks SET rating = 9 WHERE job_key = 2")
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert await marks(library, 1, 2, 3) == [Marks(4), Marks(seen_at=0.0), UNMARKED]
    assert await library.albums() == ()
    await library.close()


@pytest.mark.allow_log(*REBUILT, optional=True)
async def test_a_rebuild_from_its_own_rows_keeps_all(tmp_path: Path) -> None:
    library = await filled(tmp_path)
    await library.close()
    damage_row(tmp_path, "UPDATE marks SET rating = 9 WHERE job_key = 50")
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert (library.rebuilt.marked, library.rebuilt.albums) == (1, 2)
    await assert_all_there(library)
    await library.close()
    assert check_library(tmp_path).is_sound


@pytest.mark.allow_log(*REBUILT, optional=True)
async def test_a_rebuild_from_a_backup_keeps_all(tmp_path: Path) -> None:
    library = await filled(tmp_path)
    assert await library.back_up() is not None
    await library.add_album("later")
    await library.close()
    Layout(tmp_path).database.write_bytes(b"rubbish" * 999)
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    await assert_all_there(library)
    await library.close()


@pytest.mark.allow_log(*REBUILT, optional=True)
async def test_albums_that_can_be_read_win_over_those_of_a_backup(tmp_path: Path) -> None:
    library = await filled(tmp_path)
    removed = await library.add_album("removed since")
    assert await library.back_up() is not None
    await library.remove_album(removed.key)
    await library.rename_album(2, "found since")
    await library.take_from_album(1, [30])
    await library.close()
    # The row of a job alone is read from the backup.
    damage_row(tmp_path, "UPDATE jobs SET state = 'what' WHERE key = 1")
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert library.rebuilt.from_backup == 1
    found = await library.albums()
    assert [(each.name, each.jobs) for each in found] == [("found since", None), ("Night", 0)]
    assert await marks(library, 1) == [SPOKEN]
    await library.undo_marks()
    assert [each.jobs for each in await library.albums()] == [None, 1]
    await library.close()


@pytest.mark.allow_log(*REBUILT, optional=True)
@pytest.mark.parametrize(
    "script",
    [
        "UPDATE albums SET name = CAST(x'ff' AS TEXT) WHERE key = 1",
        "UPDATE albums SET search = CAST(x'ff' AS TEXT) WHERE key = 2",
        "DROP TABLE album_jobs",
    ],
)
async def test_albums_that_cannot_be_read_come_from_the_backup(tmp_path: Path, script: str) -> None:
    library = await filled(tmp_path)
    assert await library.back_up() is not None
    await library.close()
    damage_row(tmp_path, script)
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    await assert_all_there(library)
    await library.close()


HOSTILE = [
    ("tags", "'no json'"), ("tags", "'{}'"), ("tags", "'[1]'"), ("tags", "'[\"\"]'"),
    ("tags", "'[\"\\ud800\"]'"), ("tags", "CAST(x'5b22ff225d' AS TEXT)"), ("tags", "'[[\"a\"]]'"),
    ("notes", "'[[1]]'"), ("notes", "'[[-1,\"x\"]]'"), ("notes", "'[[true,\"x\"]]'"),
    ("notes", "'[[1.5,\"x\"]]'"), ("notes", "'[[1,\"x\"],[1,\"y\"]]'"), ("notes", "'[[1,null]]'"),
    ("notes", "'[[99999999999999999999,\"x\"]]'"), ("ranges", "'[[5,2]]'"),
    ("ranges", "'[[0,1e3]]'"), ("ranges", "'[[-3,2]]'"), ("ranges", "'7'"),
    ("trashed_at", "1e300"), ("trashed_at", "9e999"),
    ("tags", f"'{'[' * 50_000}'"),
]  # fmt: skip


@pytest.mark.allow_log(*REBUILT, optional=True)
async def test_marks_that_no_take_can_have_come_from_the_backup(tmp_path: Path) -> None:
    library = await filled(tmp_path)
    keys = range(2, 2 + len(HOSTILE))
    await library.mark(keys, TagChange("x"))
    assert await library.back_up() is not None
    await library.mark([1], TagChange("since"))
    await library.close()
    for key, (column, value) in zip(keys, HOSTILE, strict=True):
        damage_row(tmp_path, f"UPDATE marks SET {column} = {value} WHERE job_key = {key}")
    library = await opened(tmp_path)
    report = library.rebuilt
    assert report is not None
    assert (report.marks_from_backup, report.marks_lost) == (len(HOSTILE), 0)
    first, *others = await marks(library, 1, *keys)
    assert first.tags == ("Night shot", "rain", "since")
    assert others == [Marks(tags=("x",))] * len(HOSTILE)
    assert_tables_agree(tmp_path)
    await library.close()


@pytest.mark.allow_log(*REBUILT, optional=True)
@pytest.mark.parametrize(("column", "value"), HOSTILE[2::6])
async def test_one_such_row_is_enough_for_it(tmp_path: Path, column: str, value: str) -> None:
    library = await opened(tmp_path)
    await library.add([new_job()])
    await library.close()
    damage_row(tmp_path, f"UPDATE marks SET {column} = {value}")
    found = check_library(tmp_path)
    assert [each.kind.value for each in found.findings] == ["database_damaged"]
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert library.rebuilt.marks_lost == 1
    await library.close()


@pytest.mark.parametrize(
    "script",
    [
        "DELETE FROM job_tags WHERE tag = 'rain'",
        "INSERT INTO job_tags VALUES ('what', 3, 'what')",
        "DELETE FROM remarks WHERE rowid = 1",
        "INSERT INTO remarks (rowid, tags, notes) VALUES (9, 'what', '')",
    ],
)
async def test_words_out_of_step_are_found_and_mended(tmp_path: Path, script: str) -> None:
    library = await filled(tmp_path)
    await library.close()
    damage_row(tmp_path, script)
    report = check_library(tmp_path)
    assert [each.kind.value for each in report.findings] == ["words_out_of_step"]
    assert check_library(tmp_path, repair=True).is_sound
    assert check_library(tmp_path).findings == ()
    assert_tables_agree(tmp_path)
