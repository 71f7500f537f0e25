"""Tags, notes and good ranges in the whole window: by key, in lists, full screen and compare."""

import asyncio
import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rushes.domain.marks import UNMARKED, Flag, GoodRange, Marks, Note
from rushes.library.announcements import JobEntry
from rushes.simulator.server import Simulator
from rushes.ui.history.job_roles import JobRole
from rushes.ui.marks.mark_popup import MarkPopup
from rushes.ui.marks.notes.note_popup import NotePopup
from rushes.ui.marks.tags.tag_popup import TagPopup
from rushes.ui.window.main_window import REVIEW
from tests.ui.window.opened import Open, Opened
from tests.ui.window.shots import (
    FRAMES,
    choose_takes,
    compared,
    filled,
    is_current,
    press,
    reviewed,
    until_marked,
)

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TRAM = "Night tram"


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token="good", pace_seconds=0.3) as started:
        yield started


async def tram(
    open_window: Open, simulator: Simulator, folder: Path, count: int, at: int = 0
) -> tuple[Opened, list[JobEntry]]:
    takes = (await filled(folder, **{TRAM: count}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[at])
    await until_on_screen(opened, takes[at])
    return opened, takes


async def until_on_screen(opened: Opened, entry: JobEntry) -> None:
    """Wait until the picture of this very take is there."""
    clip = opened.window.viewer.clip
    await opened.until(lambda: clip.job_id == entry.job.id and clip.index >= 0)


def popup_of(opened: Opened) -> MarkPopup:
    popup = opened.session.reviewing.editors.popup
    assert popup is not None
    return popup


def type_in(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


async def test_tags_are_typed_at_the_picture_and_the_keyboard_comes_back(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 2)
    viewer = opened.window.viewer
    viewer.setFocus()
    picture = focused()
    press(picture, K.Key_T)
    popup = popup_of(opened)
    assert isinstance(popup, TagPopup)
    assert popup.field.hasFocus()
    type_in(popup.field, "night city, rain")
    press(popup.field, K.Key_Return)
    await until_marked(opened, takes[0], Marks(tags=("night city", "rain")))
    assert [chip.text() for chip in popup.chips.chips] == ["night city", "rain"]
    press(popup.field, K.Key_Escape)
    assert opened.session.reviewing.editors.popup is None
    assert focused() is picture
    # One change, one way back.
    QTest.keyClick(picture, K.Key_Z, CONTROL)
    await until_marked(opened, takes[0], UNMARKED)


async def test_tags_of_a_selection_are_told_and_given_to_all(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 3)
    window = opened.window
    choose_takes(opened, 0, 0)
    press(window.strip.view, K.Key_T)
    type_in(focused(), "rain")
    press(focused(), K.Key_Return, K.Key_Escape)
    await until_marked(opened, takes[0], Marks(tags=("rain",)))
    choose_takes(opened, 0, 2)
    press(window.strip.view, K.Key_T)
    popup = popup_of(opened)
    assert isinstance(popup, TagPopup)
    await opened.until(lambda: popup.chips.chips)
    (chip,) = popup.chips.chips
    assert chip.text() == "rain · on 1 of 3"
    QTest.mouseClick(chip, LEFT, pos=QPoint(20, chip.height() // 2))
    for take in takes:
        await until_marked(opened, take, Marks(tags=("rain",)))
    await opened.until(lambda: [each.text() for each in popup.chips.chips] == ["rain"])
    assert window.toast.text() == "Tag “rain” · 3 takes"
    press(popup.field, K.Key_Escape)
    assert focused() is window.strip.view
    model = window.filmstrip.model
    assert [model.data(model.index(row), JobRole.FACE).tags for row in range(3)] == [1, 1, 1]


async def test_tags_are_completed_from_those_of_the_library(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 3)
    choose_takes(opened, 0, 1)
    view = opened.window.strip.view
    press(view, K.Key_T)
    type_in(focused(), "night city, neon")
    press(focused(), K.Key_Return, K.Key_Escape)
    await until_marked(opened, takes[1], Marks(tags=("neon", "night city")))
    choose_takes(opened, 2, 2)
    press(view, K.Key_T)
    popup = popup_of(opened)
    assert isinstance(popup, TagPopup)
    await opened.until(lambda: popup.offers.offers)
    assert {(offer.text, offer.jobs) for offer in popup.offers.offers} == {
        ("neon", 2),
        ("night city", 2),
    }
    assert all(offer.is_recent for offer in popup.offers.offers)
    type_in(popup.field, "nig")
    await opened.until(lambda: [offer.text for offer in popup.offers.offers] == ["night city"])
    press(popup.field, K.Key_Tab, K.Key_Return, K.Key_Escape)
    await until_marked(opened, takes[2], Marks(tags=("night city",)))
    await opened.close()
    opened = await reviewed(open_window, simulator, takes[2])
    await until_on_screen(opened, takes[2])
    press(opened.window.strip.view, K.Key_T)
    popup = popup_of(opened)
    assert isinstance(popup, TagPopup)
    await opened.until(lambda: popup.offers.offers)
    assert [(each.text, each.is_recent) for each in popup.offers.offers] == [("neon", True)]


async def test_a_note_is_on_the_frame_that_is_painted(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 2)
    viewer, window = opened.window.viewer, opened.window
    viewer.setFocus()
    viewer.seek(4)
    await opened.until(lambda: viewer.current_index == 4)
    viewer.play()
    await opened.until(lambda: viewer.current_index == 6)
    press(focused(), K.Key_N)
    assert not viewer.is_playing
    index = viewer.current_index
    popup = popup_of(opened)
    assert isinstance(popup, NotePopup)
    assert popup.title == f"Note on frame {index + 1}"
    type_in(focused(), "Handle leaves")
    press(focused(), K.Key_Return)
    type_in(focused(), "her hand")
    QTest.keyClick(focused(), K.Key_Return, CONTROL)
    marks = Marks(notes=(Note("Handle leaves\nher hand", index),))
    await until_marked(opened, takes[0], marks)
    assert viewer.stage.timeline.marks.notes == marks.notes
    assert window.toast.text() == f"Note on frame {index + 1} · Night tram, take 1"
    face = window.filmstrip.model.data(window.filmstrip.model.index(0), JobRole.FACE)
    assert face.note
    # The same key finds it again; empty, it goes.
    press(viewer.stage.picture, K.Key_N)
    QTest.keyClick(focused(), K.Key_A, CONTROL)
    press(focused(), K.Key_Delete)
    QTest.mouseClick(viewer.stage.picture, LEFT)
    await until_marked(opened, takes[0], UNMARKED)


async def test_escape_leaves_a_note_as_it_was(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 2)
    press(opened.window.viewer, K.Key_N)
    type_in(focused(), "never mind")
    press(focused(), K.Key_Escape)
    assert opened.session.reviewing.editors.popup is None
    await asyncio.sleep(0.05)
    await until_marked(opened, takes[0], UNMARKED)


async def test_a_note_from_a_list_is_on_the_take_and_may_be_moved_to_the_frame(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 3)
    window = opened.window
    choose_takes(opened, 0, 0)
    press(window.strip.view, K.Key_N)
    popup = popup_of(opened)
    assert isinstance(popup, NotePopup)
    assert popup.title == "Note on the take"
    assert popup.where is not None
    type_in(focused(), "soft")
    frame = popup.where.segments[0]
    QTest.mouseClick(frame, LEFT)
    assert popup.title == "Note on frame 1"
    QTest.keyClick(focused(), K.Key_Return, CONTROL)
    await until_marked(opened, takes[0], Marks(notes=(Note("soft", 0),)))
    choose_takes(opened, 0, 2)
    press(window.strip.view, K.Key_N)
    await opened.until(lambda: opened.session.reviewing.editors.popup is not None)
    popup = popup_of(opened)
    assert isinstance(popup, NotePopup)
    assert popup.where is None
    type_in(focused(), "for all")
    QTest.keyClick(focused(), K.Key_Return, CONTROL)
    await until_marked(opened, takes[2], Marks(notes=(Note("for all"),)))
    await until_marked(opened, takes[0], Marks(notes=(Note("for all"), Note("soft", 0))))


async def test_what_is_typed_in_full_screen_is_seen_there(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 2)
    viewer = opened.window.viewer
    press(viewer, K.Key_F11)
    await opened.until(lambda: viewer.screens.is_full and viewer.stage.isActiveWindow())
    press(focused(), K.Key_T)
    popup = popup_of(opened)
    assert popup.window() is viewer.stage.window()
    type_in(focused(), "wide")
    press(focused(), K.Key_Return, K.Key_Escape)
    await until_marked(opened, takes[0], Marks(tags=("wide",)))
    assert viewer.screens.is_full
    press(focused(), K.Key_N)
    type_in(focused(), "kept")
    # Leaving the full screen leaves nothing that was typed behind.
    viewer.toggle_full_screen()
    await until_marked(opened, takes[0], Marks(tags=("wide",), notes=(Note("kept", 0),)))


async def test_good_ranges_come_and_go_by_key(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 2)
    viewer = opened.window.viewer
    viewer.playback.set_in(2)
    viewer.playback.set_out(5)
    press(viewer, K.Key_G)
    await until_marked(opened, takes[0], Marks(ranges=(GoodRange(2, 5),)))
    assert opened.window.toast.text() == "Good 3–6 · Night tram, take 1"
    assert viewer.stage.timeline.marks.ranges == (GoodRange(2, 5),)
    # From a list too: In and Out are those of the Viewer.
    press(opened.window.strip.view, K.Key_G)
    await until_marked(opened, takes[0], UNMARKED)
    viewer.playback.set_in(None)
    viewer.playback.set_out(7)
    press(viewer, K.Key_G)
    await until_marked(opened, takes[0], Marks(ranges=(GoodRange(0, 7),)))
    viewer.playback.set_out(None)
    press(viewer, K.Key_G)
    await until_marked(opened, takes[0], UNMARKED)
    press(viewer, K.Key_G)
    await until_marked(opened, takes[0], Marks(ranges=(GoodRange(0, FRAMES - 1),)))


async def test_keys_go_from_mark_to_mark(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 2)
    viewer = opened.window.viewer
    viewer.playback.set_in(2)
    viewer.playback.set_out(5)
    press(viewer, K.Key_G)
    viewer.seek(7)
    await opened.until(lambda: viewer.current_index == 7)
    press(viewer, K.Key_N)
    type_in(focused(), "end")
    QTest.keyClick(focused(), K.Key_Return, CONTROL)
    await until_marked(opened, takes[0], Marks(notes=(Note("end", 7),), ranges=(GoodRange(2, 5),)))
    viewer.seek(0)
    for wanted in (2, 5, 7, 7):
        QTest.keyClick(viewer, K.Key_Right, CONTROL)
        await opened.until(lambda wanted=wanted: viewer.current_index == wanted)
    for wanted in (5, 2, 2):
        QTest.keyClick(viewer, K.Key_Left, CONTROL)
        await opened.until(lambda wanted=wanted: viewer.current_index == wanted)


async def test_the_timeline_shows_the_marks_of_its_clip_alone(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 2)
    viewer = opened.window.viewer
    timeline = viewer.stage.timeline
    press(viewer, K.Key_G)
    assert timeline.marks.ranges
    press(opened.window.strip.view, K.Key_Right)
    await opened.until(lambda: viewer.clip.job_id == takes[1].job.id)
    await opened.until(lambda: viewer.current_index == 0)
    assert timeline.marks == UNMARKED
    press(opened.window.strip.view, K.Key_Left)
    await opened.until(lambda: timeline.marks.ranges)
    assert viewer.clip.job_id == takes[0].job.id


async def test_takes_with_the_same_file_have_their_own_marks_along_its_time(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 2)
    window, viewer, library = opened.window, opened.window.viewer, opened.session.library
    first, second = takes
    await library.change(second.job.id, lambda job: dataclasses.replace(job, clips=first.job.clips))
    press(viewer, K.Key_G)
    viewer.information_shown = True
    timeline = viewer.stage.timeline
    await until_marked(opened, first, Marks(ranges=(GoodRange(0, FRAMES - 1),)))
    assert timeline.marks.ranges == (GoodRange(0, FRAMES - 1),)
    viewer.seek(4)
    await opened.until(lambda: viewer.current_index == 4)
    press(window.strip.view, K.Key_Right)
    await until_on_screen(opened, second)
    # The very same picture stays where it is.
    assert viewer.current_index == 4
    assert timeline.marks == UNMARKED
    assert viewer.stage.picture.accessibleName() == "Picture of Night tram, take 2"
    assert viewer.controls.information.title == "Night tram, take 2"
    press(viewer, K.Key_I, K.Key_G)
    await until_marked(opened, second, Marks(ranges=(GoodRange(4, FRAMES - 1),)))
    for key, take, begin in ((K.Key_Left, first, 0), (K.Key_Right, second, 4)):
        press(window.strip.view, key)
        await until_on_screen(opened, take)
        assert timeline.marks.ranges == (GoodRange(begin, FRAMES - 1),)


async def test_compared_takes_are_marked_one_by_one(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 3)
    viewer = opened.window.viewer
    comparison = await compared(opened, 0, 2)
    comparison.choose(1)
    viewer.playback.set_in(1)
    viewer.playback.set_out(3)
    press(focused(), K.Key_G)
    await until_marked(opened, takes[1], Marks(ranges=(GoodRange(1, 3),)))
    viewer.seek(6)
    frame = comparison.group.clips[1]
    await opened.until(lambda: frame.shown == 6)
    press(focused(), K.Key_N)
    type_in(focused(), "Fifth leg")
    QTest.keyClick(focused(), K.Key_Return, CONTROL)
    marks = Marks(notes=(Note("Fifth leg", 6),), ranges=(GoodRange(1, 3),))
    await until_marked(opened, takes[1], marks)
    await until_marked(opened, takes[0], UNMARKED)
    lanes = comparison.lanes
    assert [lane.marks.ranges for lane in lanes.lanes] == [(), (GoodRange(1, 3),), ()]
    placed = lanes.marks_of(1)
    assert placed is not None
    viewer.seek(0)
    await opened.until(lambda: frame.shown == 0)
    QTest.mouseClick(lanes, LEFT, pos=placed.notes[0][1].center().toPoint())
    await opened.until(lambda: frame.shown == 6)
    # Nobody learns from the lanes which take is which, nor marks what nobody knows.
    comparison.set_blind(True, seed=1)
    assert all(lane.marks.ranges == () for lane in lanes.lanes)
    press(focused(), K.Key_T, K.Key_N, K.Key_G)
    assert opened.session.reviewing.editors.popup is None


async def test_history_goes_on_after_a_mark_where_the_switch_is_on(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    shots = await filled(tmp_path, **{"Harbour": 1, "Lighthouse": 1, TRAM: 1})
    newest, middle, oldest = (shots[each][0] for each in (TRAM, "Lighthouse", "Harbour"))
    opened = await reviewed(open_window, simulator, newest)
    window = opened.window
    grid = window.history.grid
    press(grid, K.Key_4)
    await until_marked(opened, newest, Marks(4))
    assert is_current(opened, newest)
    QTest.mouseClick(window.filmstrip.switch, LEFT)
    press(grid, K.Key_P)
    await opened.until(lambda: is_current(opened, middle))
    # Words are typed: nothing goes on under the hand.
    grid.setFocus()
    press(grid, K.Key_T)
    type_in(focused(), "rain")
    press(focused(), K.Key_Return, K.Key_Escape)
    await until_marked(opened, middle, Marks(tags=("rain",)))
    assert is_current(opened, middle)
    press(grid, K.Key_3)
    await opened.until(lambda: is_current(opened, oldest))
    press(grid, K.Key_3)
    await until_marked(opened, oldest, Marks(3))
    assert is_current(opened, oldest)


async def test_the_menu_does_what_the_keys_do(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 2)
    window = opened.window
    edit = next(each.menu() for each in window.menus.actions() if each.text() == "Edit")
    edit.aboutToShow.emit()
    rows = {row.text().partition("\t")[0]: row for row in edit.actions() if row.text()}
    assert not rows["Undo"].isEnabled()
    press(window.viewer, K.Key_P)
    await until_marked(opened, takes[0], Marks(flag=Flag.PICK))
    edit.aboutToShow.emit()
    rows = {row.text().partition("\t")[0]: row for row in edit.actions() if row.text()}
    rows["Undo Pick · Night tram, take 1"].trigger()
    await until_marked(opened, takes[0], UNMARKED)
    window.viewer.setFocus()
    rows["Tags…"].trigger()
    assert isinstance(popup_of(opened), TagPopup)
    press(focused(), K.Key_Escape)
    rows["Good range"].trigger()
    await until_marked(opened, takes[0], Marks(ranges=(GoodRange(0, FRAMES - 1),)))
    rows["Next after a mark"].trigger()
    assert window.filmstrip.advances
    assert rows["Tags…"].text() == "Tags…\tT"


async def test_what_is_typed_wins_over_every_key_of_the_window(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened, takes = await tram(open_window, simulator, tmp_path, 2)
    window = opened.window
    window.viewer.setFocus()

    def type_at_window(text: str) -> None:
        for sign in text:
            QTest.keyClick(focused(), sign)

    type_at_window("t")
    assert isinstance(popup_of(opened), TagPopup)
    type_at_window("c?1 x")
    QTest.keyClick(focused(), K.Key_Return)
    QTest.keyClick(focused(), K.Key_1, CONTROL)
    assert window.workspace == REVIEW
    QTest.keyClick(focused(), K.Key_Escape)
    await until_marked(opened, takes[0], Marks(tags=("c?1 x",)))
    type_at_window("n")
    type_at_window("p")
    # Ctrl+Enter is not Generate here.
    QTest.keyClick(focused(), K.Key_Return, CONTROL)
    await until_marked(opened, takes[0], Marks(tags=("c?1 x",), notes=(Note("p", 0),)))
    assert not window.viewer.is_comparing
    assert len((await opened.session.library.order()).keys) == 2
    type_at_window("p")
    wanted = Marks(flag=Flag.PICK, tags=("c?1 x",), notes=(Note("p", 0),))
    await until_marked(opened, takes[0], wanted)
