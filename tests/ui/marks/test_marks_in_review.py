"""Marking in a window with Viewer, filmstrip and History: by real keys, also in full screen."""

import asyncio
import dataclasses
from collections.abc import AsyncIterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from rushes.domain.job import Clip
from rushes.domain.marks import UNMARKED, Flag, Marks
from rushes.domain.states import FileState, JobState
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.components.button import Button
from rushes.ui.components.toast import Toast
from rushes.ui.filmstrip.panel import FilmstripPanel
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.marks.mark_toast import MarkToast
from rushes.ui.marks.mark_wishes import MarkWishes
from rushes.ui.marks.marking import Marking
from rushes.ui.marks.marks_row import MarksRow
from rushes.ui.marks.seen_watch import SeenWatch
from rushes.ui.take_info.take_info import TakeInfo
from rushes.ui.viewer.panel import ViewerPanel
from tests.media.clips import write_clip
from tests.ui.job_faces.jobs import TellingEngine, make_clip, make_job, until

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SHADOW = 14
"""Pixels that a toast reaches beyond its bar."""


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_clip(tmp_path_factory.mktemp("clips") / "seen.mp4", frames=9, rate=Fraction(24))


class Review:
    """A window of four panels, wired as the program's."""

    def __init__(self, library: Library, tasks: Tasks, circumstances: Circumstances) -> None:
        self.library, self.tasks = library, tasks
        self.window = QWidget()
        self.viewer = ViewerPanel(self.window)
        self.info = TakeInfo(self.window)
        self.strip = FilmstripPanel(self.window)
        self.history = HistoryPanel(self.window)
        self.history.model.set_stacked(False)
        self.row = MarksRow(self.window)
        layout = QVBoxLayout(self.window)
        for panel in (self.viewer, self.info, self.strip, self.row, self.history):
            layout.addWidget(panel)
        self.window.resize(700, 1100)
        self.toast = Toast(self.viewer)
        self.shown: JobEntry | None = None
        self.marking = Marking(library, circumstances.marks_ahead, tasks)
        self.toasts = MarkToast(self.marking, self.toast, self.viewer.stage)
        self.wishes = MarkWishes(self.marking, lambda: self.shown, self.strip)
        self.wishes.take_keys_from(self.viewer.stage.mark_requested)
        self.wishes.take_clicks_from(self.row.mark_requested)
        self.wishes.take_list(self.strip)
        self.wishes.take_list(self.history)
        self.seen = SeenWatch(self.viewer)
        self.seen.seen.connect(self.marking.note_seen)
        self.history.current_changed.connect(self.show)
        self.history.current_updated.connect(self.show)
        self.strip.current_changed.connect(lambda entry: self.history.select_job(entry.job.id))
        self.history.attach(library, circumstances, tasks)
        self.strip.attach(library, circumstances, tasks)

    def show(self, entry: JobEntry | None) -> None:
        self.shown = entry
        self.strip.show_current(entry)
        self.info.show_job(None if entry is None else entry.job)
        self.seen.show(entry)
        if entry is not None:
            self.row.show_marks(entry.job.marks)

    async def settled(self) -> None:
        await until(lambda: not self.tasks)

    async def choose(self, entry: JobEntry) -> None:
        self.history.select_job(entry.job.id)
        await until(lambda: self.shown is not None and self.shown.key == entry.key)
        await until(lambda: self.strip.view.currentIndex().isValid())
        await self.settled()

    async def marks(self, entry: JobEntry) -> Marks:
        await self.settled()
        marks = (await self.library.job(entry.job.id)).job.marks
        return dataclasses.replace(marks, seen_at=None)

    def close(self) -> None:
        self.viewer.close_clip()
        self.strip.detach()
        self.history.detach()
        self.window.close()
        self.marking.deleteLater()
        self.window.deleteLater()


@pytest.fixture
async def review(
    dark: None, library: Library, tasks: Tasks, engine: TellingEngine
) -> AsyncIterator[Review]:
    made = Review(library, tasks, Circumstances())
    made.window.show()
    made.window.activateWindow()
    await until(lambda: made.history.model.is_loaded)
    yield made
    made.close()


async def takes(library: Library, count: int) -> list[JobEntry]:
    shot_id = make_job().shot_id
    ready = {"state": JobState.READY, "clips": (make_clip(),), "shot_id": shot_id}
    return await library.add([make_job("Night tram", **ready) for _ in range(count)])


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


async def test_keys_mark_the_shown_take_wherever_the_keyboard_is(
    library: Library, review: Review
) -> None:
    entries = await takes(library, 3)
    await review.choose(entries[1])
    press(review.viewer, K.Key_P, K.Key_4)
    press(review.strip.view, K.Key_9)
    # It is seen everywhere before it is written.
    assert review.shown is not None
    wanted = Marks(4, Flag.PICK, 9)
    assert review.shown.job.marks == wanted
    assert review.info.marks.accessibleName() == "4 stars, Pick, Label 9, blue"
    assert review.row.stars.value() == 4
    for model in (review.strip.model, review.history.model):
        face = model.data(model.index(1), JobRole.FACE)
        assert (face.rating, face.pick, face.label) == (4, True, 9)
    assert await review.marks(entries[1]) == wanted
    press(review.history.grid, K.Key_9, K.Key_X)
    assert await review.marks(entries[1]) == Marks(4, Flag.REJECT)
    assert await review.marks(entries[0]) == UNMARKED


async def test_history_marks_its_whole_selection(library: Library, review: Review) -> None:
    entries = await takes(library, 1000)
    await until(lambda: review.history.model.rowCount() == 1000)
    await review.choose(entries[0])
    QTest.keyClick(review.history.grid, K.Key_A, CONTROL)
    press(review.history.grid, K.Key_3)
    await review.settled()
    found = await library.jobs([entry.key for entry in entries])
    assert {entry.job.marks.rating for entry in found} == {3}
    QTest.keyClick(review.history.grid, K.Key_Z, CONTROL)
    await review.settled()
    found = await library.jobs([entry.key for entry in entries])
    assert {entry.job.marks for entry in found} == {UNMARKED}


async def test_the_toast_says_what_was_done_and_takes_it_back(
    library: Library, review: Review
) -> None:
    entries = await takes(library, 3)
    await review.choose(entries[2])
    press(review.viewer, K.Key_P)
    assert review.toast.isVisible()
    assert review.toast.text() == "Pick · Night tram, take 3"
    press(review.viewer, K.Key_X)
    assert review.toast.text() == "Reject · Night tram, take 3"
    QTest.mouseClick(review.toast.findChild(Button), LEFT)
    assert await review.marks(entries[2]) == Marks(flag=Flag.PICK)
    assert review.toast.text() == "Taken back: Reject · Night tram, take 3"
    QTest.keyClick(review.viewer, K.Key_Z, CONTROL | SHIFT)
    assert await review.marks(entries[2]) == Marks(flag=Flag.REJECT)
    # What others say there is not ours to take back.
    review.toast.show_message("Frame 43 saved", act="Show")
    QTest.mouseClick(review.toast.findChild(Button), LEFT)
    assert await review.marks(entries[2]) == Marks(flag=Flag.REJECT)


async def test_a_mark_by_key_goes_on_to_the_next_take_where_wanted(
    library: Library, review: Review
) -> None:
    entries = await takes(library, 3)
    await review.choose(entries[0])
    press(review.viewer, K.Key_2)
    await review.settled()
    assert review.shown is not None
    assert review.shown.key == entries[0].key
    review.strip.set_advances(True)
    press(review.viewer, K.Key_P)
    await until(lambda: review.shown is not None and review.shown.key == entries[1].key)
    await review.settled()
    press(review.strip.view, K.Key_X)
    await until(lambda: review.shown is not None and review.shown.key == entries[2].key)
    await review.settled()
    # A click on a control is no reason to go on, nor is there anything after the last.
    QTest.mouseClick(review.row.label.buttons[0], LEFT)
    press(review.viewer, K.Key_5)
    await review.settled()
    assert review.shown.key == entries[2].key
    found = [await review.marks(entry) for entry in entries]
    assert found == [Marks(2, Flag.PICK), Marks(flag=Flag.REJECT), Marks(5, label=6)]


async def test_several_chosen_takes_are_marked_and_none_is_gone_on_to(
    library: Library, review: Review
) -> None:
    entries = await takes(library, 4)
    await review.choose(entries[0])
    review.strip.set_advances(True)
    QTest.keyClick(review.strip.view, K.Key_Right, SHIFT)
    await review.settled()
    press(review.strip.view, K.Key_8)
    found = [await review.marks(entry) for entry in entries]
    assert [marks.label for marks in found] == [8, 8, 0, 0]
    assert review.strip.view.chosen_rows == [0, 1]


async def test_letters_in_a_field_are_letters(library: Library, review: Review) -> None:
    entries = await takes(library, 1)
    await review.choose(entries[0])
    review.history.focus_search()
    field = review.history.search.field.editor
    QTest.keyClicks(field, "p4x")
    assert field.text() == "p4x"
    assert await review.marks(entries[0]) == UNMARKED


async def put_clip(library: Library, entry: JobEntry, source: Path) -> tuple[JobEntry, Path]:
    """Put a real clip into its place."""
    part = library.media.part(entry.job, 0)
    part.write_bytes(source.read_bytes())
    relative = library.media.settle(part, "mp4")
    clip = Clip(0, "", relative, FileState.PRESENT)
    await library.change(entry.job.id, lambda job: dataclasses.replace(job, clips=(clip,)))
    return await library.job(entry.job.id), library.layout.media / relative


async def test_marks_in_full_screen_are_given_and_told_there(
    library: Library, review: Review, clip: Path
) -> None:
    entries = await takes(library, 2)
    await review.choose(entries[0])
    review.viewer.show_clip(clip)
    await until(lambda: review.viewer.current_index == 0)
    review.viewer.toggle_full_screen()
    stage = review.viewer.stage
    assert stage.window() is not review.window
    press(stage, K.Key_P)
    press(stage.picture, K.Key_4)
    assert await review.marks(entries[0]) == Marks(4, Flag.PICK)
    toast = review.toasts.shown
    assert toast.window() is stage.window()
    assert toast.isVisible()
    assert toast.text() == "4 stars · Night tram, take 1"
    assert toast.geometry().bottom() - SHADOW < stage.transport.geometry().top()
    assert not review.toast.isVisible()
    QTest.keyClick(stage, K.Key_Z, CONTROL)
    assert await review.marks(entries[0]) == Marks(flag=Flag.PICK)
    review.viewer.toggle_full_screen()
    press(review.viewer, K.Key_1)
    assert review.toasts.shown is review.toast
    assert review.toast.isVisible()
    assert await review.marks(entries[0]) == Marks(1, Flag.PICK)


async def test_a_take_is_seen_once_its_clip_was_on_the_screen(
    library: Library, review: Review, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = await takes(library, 2)
    entry, place = await put_clip(library, entries[0], clip)
    review.seen._timer.setInterval(50)
    await review.choose(entry)
    # Another clip than that of the shown take says nothing of it.
    review.viewer.show_clip(clip)
    await until(lambda: review.viewer.current_index == 0)
    await asyncio.sleep(0.2)
    assert not (await library.job(entry.job.id)).job.marks.is_seen
    review.viewer.show_clip(place)
    await until(lambda: review.shown is not None and review.shown.job.marks.is_seen)
    assert (await library.job(entry.job.id)).job.marks.is_seen
    assert not (await library.job(entries[1].job.id)).job.marks.is_seen
    model = review.strip.model
    assert not model.data(model.index(0), JobRole.FACE).is_new
    assert QApplication.activeWindow() is not None
