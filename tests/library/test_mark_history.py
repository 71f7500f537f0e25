"""What was marked can be taken back, after a restart as well, and never raises for a bad row."""

from collections.abc import AsyncIterator
from pathlib import Path

import apsw
import pytest

from rushes.domain.errors import DiskFull
from rushes.domain.mark_changes import MarkChange, MarkStep, NoteChange, TagChange
from rushes.domain.marks import UNMARKED, Mark, Marks
from rushes.library import mark_history, marking
from rushes.library.announcements import Announcement, MarksChanged
from rushes.library.check import check_library
from rushes.library.layout import Layout
from rushes.library.library import Library
from tests.library.lives import new_job, opened

KEY = 1


def stars(count: int) -> MarkChange:
    return MarkChange(Mark.RATING, count)


class Sessions:
    """One library, opened time and again.

    Attributes:
        library: as it is open now.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.is_open = False

    async def begin(self) -> Library:
        self.library = await opened(self.root)
        self.is_open = True
        return self.library

    async def end(self) -> None:
        if self.is_open:
            self.is_open = False
            await self.library.close()

    async def again(self) -> Library:
        await self.end()
        return await self.begin()


@pytest.fixture
async def sessions(tmp_path: Path) -> AsyncIterator[Sessions]:
    made = Sessions(tmp_path)
    await (await made.begin()).add([new_job(), new_job()])
    yield made
    await made.end()


@pytest.fixture
def library(sessions: Sessions) -> Library:
    return sessions.library


async def rating(library: Library) -> int:
    (entry,) = await library.jobs([KEY])
    return entry.job.marks.rating


def on_disk(root: Path, script: str) -> list[tuple[object, ...]]:
    connection = apsw.Connection(str(Layout(root).database))
    try:
        return connection.execute(script).fetchall()
    finally:
        connection.close()


async def test_it_is_told_what_is_taken_back_and_what_that_changes(library: Library) -> None:
    await library.mark([KEY, 2], stars(3), words="3 stars")
    heard: list[Announcement] = []
    stop = library.subscribe(heard.append)
    ahead = await library.next_undo()
    assert ahead is not None
    assert ahead.steps == (MarkStep((1, 2), stars(0)),)
    undone = await library.undo_marks()
    assert undone is not None
    assert undone.words == ahead.words == "3 stars"
    assert undone.marked.after == {1: UNMARKED, 2: UNMARKED}
    assert heard == [MarksChanged({1: UNMARKED, 2: UNMARKED})]
    assert await library.undo_marks() is None
    assert await library.next_undo() is None
    again = await library.next_redo()
    assert again is not None
    assert again.steps == (MarkStep((1, 2), stars(3)),)
    assert await library.redo_marks() is not None
    assert heard[1:] == [MarksChanged({1: Marks(3), 2: Marks(3)})]
    assert await library.redo_marks() is None
    stop()


async def test_what_nobody_did_by_hand_or_changed_nothing_is_not_remembered(
    library: Library,
) -> None:
    await library.mark([KEY], stars(3))
    await library.mark([KEY], stars(3), words="again")
    await library.mark([99], stars(3), words="nobody")
    assert not (await library.mark_history_state()).can_undo


async def test_it_goes_back_through_the_last_session_and_no_further(
    sessions: Sessions, library: Library
) -> None:
    for number in (1, 2, 3):
        await library.mark([KEY], stars(number), words=f"{number} of the first")
        if number == 2:
            library = await sessions.again()
    library = await sessions.again()
    await library.mark([KEY], stars(4), words="of the third")
    words = []
    while (undone := await library.undo_marks()) is not None:
        words.append(undone.words)
    # The change of the second session, not those of the first.
    assert words == ["of the third", "3 of the first"]
    assert await rating(library) == 2


async def test_what_was_taken_back_can_be_done_again_after_a_restart(
    sessions: Sessions, library: Library
) -> None:
    await library.mark([KEY], stars(2), words="two")
    await library.mark([KEY], stars(4), words="four")
    await library.undo_marks()
    library = await sessions.again()
    state = await library.mark_history_state()
    assert (state.undo_words, state.redo_words) == ("two", "four")
    await library.redo_marks()
    assert await rating(library) == 4
    await library.undo_marks()
    # A session that was only looked at in between is none.
    await sessions.again()
    library = await sessions.again()
    await library.mark([KEY], stars(1), words="one")
    assert await library.redo_marks() is None
    assert await rating(library) == 1


async def test_the_oldest_are_forgotten(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mark_history, "LONGEST", 3)
    for number in range(11):
        # Taken back in between: their numbers count for nothing.
        await library.mark([KEY], stars(1 + number % 4), words=str(number))
        if number % 2:
            await library.undo_marks()
    words = []
    while (undone := await library.undo_marks()) is not None:
        words.append(undone.words)
    assert words == ["10", "8", "6"]


async def test_all_happens_or_nothing(
    sessions: Sessions, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise apsw.FullError("database or disk is full")

    change = TagChange("rain")
    with monkeypatch.context() as patched:
        patched.setattr(marking.mark_history, "remember", refuse)
        with pytest.raises(DiskFull):
            await library.mark([KEY], change, words="Tag")
    (entry,) = await library.jobs([KEY])
    assert entry.job.marks == UNMARKED
    await library.mark([KEY], change, words="Tag")
    with monkeypatch.context() as patched:
        patched.setattr("rushes.library.marks.index_words", refuse)
        with pytest.raises(DiskFull):
            await library.undo_marks()
    assert (await library.mark_history_state()).undo_words == "Tag"
    await sessions.end()
    assert on_disk(library.layout.root, "SELECT tag FROM job_tags") == [("rain",)]
    assert on_disk(library.layout.root, "SELECT id FROM remarks_docsize") == [(1,)]


HOSTILE = [
    "no json", "{}", "[1]", "[[]]", '[[["rating",9],[[1,1]]]]', '[[["rating",2],[[2,1]]]]',
    '[[["rating",2],[[1,99999999999999]]]]', '[[["rating",true],[[1,1]]]]',
    '[[["what",2],[[1,1]]]]', '[[["seen_at",2],[[1,1]]]]', '[[["rating",2],[[1.5,2]]]]',
    '[[["tags",["\\ud800",true]],[[1,1]]]]', '[[["tags",["",true]],[[1,1]]]]',
    '[[["notes",[-1,"x"]],[[1,1]]]]', '[[["ranges",[[4,2]]],[[1,1]]]]',
    '[[["trashed_at",1e400],[[1,1]]]]', '[[["flag","maybe"],[[1,1]]]]', "[" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("column", ["steps", "undoing"])
async def test_a_row_that_cannot_be_read_is_passed_over(
    sessions: Sessions, library: Library, text: str, column: str
) -> None:
    await library.mark([KEY], stars(2), words="two")
    await library.mark([KEY], NoteChange("x"), words="note")
    await sessions.end()
    connection = apsw.Connection(str(library.layout.database))
    connection.execute(f"UPDATE mark_history SET {column} = ? WHERE number = 2", (text,))
    connection.close()
    assert check_library(library.layout.root).is_sound
    library = await sessions.begin()
    assert library.rebuilt is None
    assert (await library.mark_history_state()).undo_words == "two"
    undone = await library.undo_marks()
    assert undone is not None
    assert undone.words == "two"
    assert await rating(library) == 0


async def test_texts_that_are_none_are_passed_over(sessions: Sessions, library: Library) -> None:
    await library.mark([KEY], stars(2), words="two")
    library = await sessions.again()
    for number in (3, 4, 5):
        await library.mark([KEY], stars(number), words="more")
    await sessions.end()
    root = library.layout.root
    on_disk(root, "UPDATE mark_history SET session = CAST(x'ff' AS TEXT) WHERE number = 2")
    on_disk(root, "UPDATE mark_history SET words = CAST(x'fffe' AS TEXT) WHERE number = 3")
    library = await sessions.begin()
    assert (await library.mark_history_state()).undo_words == "more"
    await library.mark([KEY], stars(1), words="one")
    for _ in range(9):
        await library.undo_marks()
    assert await rating(library) == 4
    await sessions.end()


async def test_the_tags_given_last_are_known_after_a_restart(
    sessions: Sessions, library: Library
) -> None:
    for tag in ("dusk", "rain", "Dusk", "fog", "snow"):
        await library.mark([KEY, 2], TagChange(tag), words=f"Tag {tag}")
    await library.mark([KEY], TagChange("rain", is_given=False), words="Tag rain off")
    await library.undo_marks()
    await library.undo_marks()
    library = await sessions.again()
    assert await library.recent_tags(8) == ["fog", "Dusk", "rain"]
    assert await library.recent_tags(1) == ["fog"]
