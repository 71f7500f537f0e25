"""Details follow the window: the current take, what is chosen together, and what is asked there."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from rushes.domain.mark_changes import NoteChange
from rushes.domain.marks import Flag, Marks, Note
from rushes.library.state_file import read_values
from rushes.simulator.server import Simulator
from rushes.ui.details.fact import FactAct
from rushes.ui.history.card_sizes import CardSize
from rushes.ui.history.history_views import LIST
from rushes.ui.window.main_window import CREATE
from rushes.ui.window.workspaces import SidePanel
from tests.ui.window.opened import Open, Opened
from tests.ui.window.shots import choose_takes, filled, press, reviewed, show, until_marked

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TRAM = "Night tram"


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token="good", pace_seconds=0.3) as started:
        yield started


def told_keys(opened: Opened) -> tuple[int, ...]:
    return opened.window.details.takes.told.keys


async def test_details_follow_the_current_take(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    details = opened.window.details
    assert details.isVisible()
    assert not opened.window.take_info.isVisible()
    await opened.until(lambda: told_keys(opened) == (takes[0].key,))
    press(opened.window.filmstrip.view, K.Key_Right)
    await opened.until(lambda: told_keys(opened) == (takes[1].key,))
    assert details.page.take.count.text() == "Take 2 of 3"
    seed = next(fact for fact in details.page.inputs.list.facts if fact.label == "Seed")
    assert (seed.value, seed.beside) == ("1", "was 0")


async def test_marks_given_in_details_reach_library_and_strip_and_stay_there(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    window.filmstrip.set_advances(True)
    await opened.until(lambda: told_keys(opened) == (takes[0].key,))
    marks = window.details.page.marks
    QTest.mouseClick(marks.row.flag.segments[0], Qt.MouseButton.LeftButton)
    await until_marked(opened, takes[0], Marks(flag=Flag.PICK))
    # Whoever clicks looks at this take: the strip stays.
    assert told_keys(opened) == (takes[0].key,)
    assert marks.row.flag.value() is Flag.PICK
    QTest.keyClick(window.details.page.take.remix, K.Key_Z, CONTROL)
    await until_marked(opened, takes[0], Marks())
    await opened.until(lambda: marks.row.flag.value() is Flag.NONE)
    QTest.keyClick(window.details.page.take.remix, K.Key_3)
    await until_marked(opened, takes[0], Marks(3))
    # By key it goes on, as everywhere.
    await opened.until(lambda: told_keys(opened) == (takes[1].key,))


async def test_what_is_copied_from_details_is_told_in_a_few_words(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[1])
    window, clipboard = opened.window, QGuiApplication.clipboard()
    await opened.until(lambda: told_keys(opened) == (takes[1].key,))
    page, toast = window.details.page, opened.session.reviewing.toast
    seed = next(row for row in page.inputs.list.rows if row.fact.label == "Seed")
    seed.value.setFocus()
    QTest.keyClick(seed.value, K.Key_C, CONTROL)
    assert clipboard.text() == "1"
    assert (toast.isVisible(), toast.text()) == (True, "Copied: Seed")
    digest = next(row for row in page.job.list.rows if row.fact.act is FactAct.COPY)
    QTest.mouseClick(digest.act, Qt.MouseButton.LeftButton)
    assert toast.text() == f"Copied: {digest.fact.label}"
    digest.value.setSelection(0, 2)
    toast.dismiss()
    QTest.keyClick(digest.value, K.Key_C, CONTROL)
    assert clipboard.text() == digest.value.text()[:2]
    assert toast.text() == f"Copied: {digest.fact.label}"
    page.sent.set_folded(False)
    QTest.mouseClick(page.sent.copy, Qt.MouseButton.LeftButton)
    assert toast.text().startswith("Copied: What ")
    QTest.mouseClick(window.details.copy, Qt.MouseButton.LeftButton)
    assert toast.text() == "Settings copied"


async def test_takes_chosen_together_are_told_and_marked_together(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 4}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    choose_takes(opened, 0, 2)
    keys = tuple(entry.key for entry in takes[:3])
    await opened.until(lambda: told_keys(opened) == keys)
    page = window.details.page
    assert page.take.title.text() == "3 takes chosen"
    QTest.mouseClick(page.marks.row.flag.segments[2], Qt.MouseButton.LeftButton)
    for take in takes[:3]:
        await until_marked(opened, take, Marks(flag=Flag.REJECT))
    await until_marked(opened, takes[3], Marks())
    await opened.until(lambda: page.marks.row.flag.value() is Flag.REJECT)
    press(window.filmstrip.view, K.Key_End)
    await opened.until(lambda: told_keys(opened) == (takes[3].key,))


async def test_a_note_leads_to_its_frame(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 1}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    opened.session.reviewing.marking.mark([takes[0].key], NoteChange("late", 5), takes[0])
    page = window.details.page
    await opened.until(lambda: page.notes.list.count == 1)
    page.notes.list.rows[0].click()
    await opened.until(lambda: window.viewer.current_index == 5)
    await until_marked(opened, takes[0], Marks(notes=(Note("late", 5),)))


async def test_what_is_asked_in_details_is_done(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 2}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[1])
    window = opened.window
    await opened.until(lambda: told_keys(opened) == (takes[1].key,))
    window.details.page.take.use_all.click()
    await opened.until(lambda: window.compose.body.prompt.editor.toPlainText() == TRAM)


async def test_details_in_create_by_key_and_remembered(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 2}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    window.show_workspace(CREATE)
    await opened.until(lambda: not window.details.isVisible())
    QTest.keyClick(window, K.Key_5, CONTROL)
    await opened.until(lambda: window.details.isVisible())
    await show(opened, takes[1])
    await opened.until(lambda: told_keys(opened) == (takes[1].key,))
    assert window.take_info.isVisible()
    window.details.page.inputs.title.click()
    window.history.views.set_kind(LIST)
    window.history.views.set_stacked(False)
    window.history.views.grid.set_card_size(CardSize.LARGE)
    assert await opened.close() == 0
    kept = read_values(opened.configuration.state_file)["view"]
    assert kept["folded"] == ["inputs", "sent"]
    again = await open_window(simulator.url)
    assert again.window.docks.is_on(SidePanel.DETAILS)
    assert again.window.details.page.inputs.is_folded
    views = again.window.history.views
    assert (views.kind, views.is_stacked, views.grid.card_size) == (LIST, False, CardSize.LARGE)


async def test_a_comparison_takes_the_place_of_details(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 2}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    choose_takes(opened, 0, 1)
    opened.session.reviewing.compared.compare()
    await opened.until(lambda: window.viewer.is_comparing)
    assert not window.details.isVisible()
    window.viewer.comparing.close()
    await opened.until(lambda: window.details.isVisible())


async def test_the_menu_of_views_ticks_what_is_there(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    await filled(tmp_path, **{TRAM: 1})
    opened = await open_window(simulator.url)
    window = opened.window
    menus = [action.menu() for action in window.menus.actions() if action.text() == "View"]
    menu = menus[0]

    def ticked() -> dict[str, bool]:
        menu.aboutToShow.emit()
        actions = [each for each in menu.actions() if each.text() in ("History", "Details")]
        return {each.text(): each.isChecked() for each in actions}

    assert ticked() == {"History": True, "Details": False}
    QTest.keyClick(window, K.Key_5, CONTROL)
    assert ticked() == {"History": True, "Details": True}
    QTest.keyClick(window, K.Key_4, CONTROL)
    QTest.keyClick(window, K.Key_4, CONTROL)
    assert ticked() == {"History": False, "Details": True}
