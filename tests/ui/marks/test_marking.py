"""Marks are shown at once, written down behind it, and taken back in their order."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rushes.domain.errors import DiskFull
from rushes.domain.mark_changes import (
    MarkChange,
    MarkStep,
    NoteChange,
    RangesChange,
    TagChange,
    TrashChange,
)
from rushes.domain.marks import UNMARKED, Flag, GoodRange, Mark, Marks, Note
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.library.mark_history import Undone
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.measures import count_text
from rushes.ui.marks.mark_keys import MarkCommand
from rushes.ui.marks.marking import Marking, MarkNotice
from tests.ui.job_faces.jobs import make_job, until
from tests.ui.marks.conftest import Notices

THREE, FOUR = MarkChange(Mark.RATING, 3), MarkChange(Mark.RATING, 4)
PICK = MarkChange(Mark.FLAG, Flag.PICK)
RED = MarkChange(Mark.LABEL, 6, toggles=True)


async def added(library: Library, count: int = 1) -> list[JobEntry]:
    return await library.add([make_job("Night tram, rain") for _ in range(count)])


async def marks(library: Library, entry: JobEntry) -> Marks:
    return (await library.job(entry.job.id)).job.marks


async def settled(tasks: Tasks) -> None:
    await until(lambda: not tasks)


async def test_a_mark_is_seen_before_it_is_written_and_then_told(
    library: Library, tasks: Tasks, marking: Marking, circumstances: Circumstances, notices: Notices
) -> None:
    (entry,) = await added(library)
    marking.mark([entry.key], PICK, entry)
    assert circumstances.marks_ahead.over(entry).job.marks == Marks(flag=Flag.PICK)
    assert notices == [MarkNotice("Pick · Night tram, take 1", MarkCommand.UNDO)]
    await settled(tasks)
    assert await marks(library, entry) == Marks(flag=Flag.PICK)
    # What is ahead is laid over nothing any more.
    assert circumstances.marks_ahead.over(entry) is entry


async def test_marks_given_quickly_end_as_the_last_one_and_go_back_one_by_one(
    library: Library, tasks: Tasks, marking: Marking, circumstances: Circumstances, notices: Notices
) -> None:
    (entry,) = await added(library)
    for change in (THREE, FOUR, PICK):
        marking.mark([entry.key], change, entry)
    assert circumstances.marks_ahead.over(entry).job.marks == Marks(4, Flag.PICK)
    marking.undo()
    marking.undo()
    await settled(tasks)
    assert await marks(library, entry) == Marks(3)
    marking.redo()
    await settled(tasks)
    assert await marks(library, entry) == Marks(4)
    assert notices[-1] == MarkNotice("4 stars · Night tram, take 1", MarkCommand.UNDO)
    # A new mark is the end of what could be done again.
    marking.mark([entry.key], THREE, entry)
    marking.redo()
    await settled(tasks)
    assert await marks(library, entry) == Marks(3)
    for _ in range(5):
        marking.undo()
    await settled(tasks)
    assert await marks(library, entry) == UNMARKED
    assert notices[-1].offered is MarkCommand.REDO
    assert notices[-1].text == "Taken back: 3 stars · Night tram, take 1"


async def test_a_selection_goes_back_to_what_each_was(
    library: Library, tasks: Tasks, marking: Marking, notices: Notices
) -> None:
    entries = await added(library, 1000)
    keys = [entry.key for entry in entries]
    await library.mark(keys[:10], FOUR)
    marking.mark(keys, THREE, entries[0])
    assert notices.texts == [f"3 stars · {count_text(1000)} takes"]
    await settled(tasks)
    assert {entry.job.marks for entry in await library.jobs(keys)} == {Marks(3)}
    marking.undo()
    await settled(tasks)
    after = [entry.job.marks.rating for entry in await library.jobs(keys)]
    assert after == [4] * 10 + [0] * 990


async def test_the_label_of_the_shown_take_decides_for_all(
    library: Library, tasks: Tasks, marking: Marking
) -> None:
    first, second = await added(library, 2)
    keys = [first.key, second.key]
    await library.mark([first.key], MarkChange(Mark.LABEL, 6))
    first = await library.job(first.job.id)
    marking.mark(keys, RED, first)
    await settled(tasks)
    assert [await marks(library, each) for each in (first, second)] == [UNMARKED, UNMARKED]
    marking.mark(keys, RED, second)
    # Pressed again before the first was written: it is seen, so it is taken away.
    marking.mark(keys, RED, second)
    await settled(tasks)
    assert [await marks(library, each) for each in (first, second)] == [UNMARKED, UNMARKED]


async def test_what_the_library_refuses_is_shown_no_longer_and_said(
    library: Library,
    tasks: Tasks,
    marking: Marking,
    circumstances: Circumstances,
    notices: Notices,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (entry,) = await added(library)
    marking.mark([entry.key], THREE, entry)
    await settled(tasks)
    entry = await library.job(entry.job.id)

    async def refuse(*_: object, **__: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(library, "mark_steps", refuse)
        patched.setattr(library, "undo_marks", refuse)
        marking.mark([entry.key], FOUR, entry)
        assert circumstances.marks_ahead.over(entry).job.marks == Marks(4)
        await settled(tasks)
        assert circumstances.marks_ahead.over(entry).job.marks == Marks(3)
        assert notices[-1].offered is None
        assert "disk" in notices[-1].text
        marking.undo()
        await settled(tasks)
        assert marking.history.can_undo
        assert circumstances.marks_ahead.over(entry).job.marks == Marks(3)
    assert await marks(library, entry) == Marks(3)
    marking.undo()
    await settled(tasks)
    assert await marks(library, entry) == UNMARKED


async def test_nothing_to_mark_or_to_take_back_is_nothing(
    library: Library, tasks: Tasks, marking: Marking, notices: Notices
) -> None:
    marking.mark([], PICK)
    marking.undo()
    marking.redo()
    await settled(tasks)
    assert notices == []
    (entry,) = await added(library)
    await library.mark([entry.key], PICK)
    marking.mark([entry.key], PICK, await library.job(entry.job.id))
    await settled(tasks)
    # It was marked so already: there is nothing to take back.
    assert not marking.history.can_undo


async def test_words_ranges_and_the_trash_are_marks_like_any(
    library: Library, tasks: Tasks, marking: Marking, circumstances: Circumstances, notices: Notices
) -> None:
    (entry,) = await added(library)
    changes = (
        TagChange("rain"), NoteChange("she blinks", 42), RangesChange((GoodRange(49, 87),)),
        TrashChange(5.0),
    )  # fmt: skip
    for change in changes:
        marking.mark([entry.key], change, entry)
    expected = Marks(
        tags=("rain",), notes=(Note("she blinks", 42),), ranges=(GoodRange(49, 87),), trashed_at=5.0
    )
    assert circumstances.marks_ahead.over(entry).job.marks == expected
    await settled(tasks)
    assert await marks(library, entry) == expected
    assert [text.partition(" · ")[0] for text in notices.texts] == [
        "Tag “rain”", "Note on frame 43", "Good 50–88", "Moved to Trash",
    ]  # fmt: skip
    for _ in changes:
        marking.undo()
    await settled(tasks)
    assert await marks(library, entry) == UNMARKED


async def test_several_changes_go_back_together(
    library: Library, tasks: Tasks, marking: Marking, notices: Notices
) -> None:
    first, second = await added(library, 2)
    steps = [
        MarkStep((first.key, second.key), TagChange("rain")),
        MarkStep((second.key,), TagChange("night")),
    ]
    marking.mark_steps(steps, "Tags · 2 takes")
    await settled(tasks)
    assert (await marks(library, second)).tags == ("night", "rain")
    assert marking.history.undo_words == "Tags · 2 takes"
    marking.undo()
    await settled(tasks)
    assert [await marks(library, each) for each in (first, second)] == [UNMARKED, UNMARKED]
    assert notices.texts[-1] == "Taken back: Tags · 2 takes"
    assert marking.history.redo_words == "Tags · 2 takes"


async def test_what_is_taken_back_is_seen_before_it_is_written(
    library: Library,
    tasks: Tasks,
    marking: Marking,
    circumstances: Circumstances,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (entry,) = await added(library)
    marking.mark([entry.key], THREE, entry)
    await settled(tasks)
    entry = await library.job(entry.job.id)
    written, undo_marks = asyncio.Event(), library.undo_marks

    async def slowly() -> Undone | None:
        await written.wait()
        return await undo_marks()

    monkeypatch.setattr(library, "undo_marks", slowly)
    marking.undo()
    await until(lambda: circumstances.marks_ahead.over(entry).job.marks == UNMARKED)
    assert await marks(library, entry) == Marks(3)
    written.set()
    await settled(tasks)
    assert await marks(library, entry) == UNMARKED


async def test_the_last_session_can_be_taken_back_after_a_restart(
    tmp_path: Path, qapp: QApplication, tasks: Tasks
) -> None:
    library = Library(tmp_path)
    await library.open(program="test")
    marking = Marking(library, Circumstances().marks_ahead, tasks)
    (entry,) = await added(library)
    marking.mark([entry.key], PICK, entry)
    await settled(tasks)
    marking.deleteLater()
    await library.close()
    library = Library(tmp_path)
    await library.open(program="test")
    marking = Marking(library, Circumstances().marks_ahead, tasks)
    heard = Notices()
    marking.told.connect(heard.append)
    assert not marking.history.can_undo
    marking.refresh_history()
    await settled(tasks)
    assert marking.history.undo_words == "Pick · Night tram, take 1"
    marking.undo()
    await settled(tasks)
    assert heard == [MarkNotice("Taken back: Pick · Night tram, take 1", MarkCommand.REDO)]
    assert await marks(library, entry) == UNMARKED
    assert marking.history.redo_words == "Pick · Night tram, take 1"
    marking.deleteLater()
    await library.close()


async def test_a_job_is_marked_by_its_id_if_there_is_one(
    library: Library, tasks: Tasks, marking: Marking, notices: Notices
) -> None:
    (entry,) = await added(library)
    marking.mark_job(entry.job.id, PICK)
    marking.mark_job("nobody", PICK)
    await settled(tasks)
    assert await marks(library, entry) == Marks(flag=Flag.PICK)
    assert notices.texts == ["Pick · Night tram, take 1"]


async def test_that_a_clip_was_seen_is_no_matter_to_tell(
    library: Library,
    tasks: Tasks,
    marking: Marking,
    notices: Notices,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (entry,) = await added(library)

    async def refuse(keys: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(library, "note_seen", refuse)
        marking.note_seen(entry.key)
        await settled(tasks)
    assert not (await marks(library, entry)).is_seen
    marking.note_seen(entry.key)
    await settled(tasks)
    assert (await marks(library, entry)).is_seen
    assert notices == []
    assert not marking.history.can_undo
