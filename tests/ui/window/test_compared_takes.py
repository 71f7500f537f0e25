"""Comparing in the whole window: what is chosen is compared, marked, seen, and left for one."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from rushes.domain.marks import UNMARKED, Flag, Marks
from rushes.simulator.server import Simulator
from rushes.ui.history.job_roles import JobRole
from rushes.ui.window.main_window import CREATE, REVIEW
from rushes.ui.window.workspaces import SidePanel
from tests.ui.window.opened import LIMIT, Open, Opened
from tests.ui.window.shots import (
    add_shot,
    all_shown,
    choose_takes,
    compared,
    comparison_of,
    filled,
    is_current,
    is_seen,
    press,
    reviewed,
    until_marked,
)

K = Qt.Key
TRAM, HARBOUR = "Night tram", "Harbour"


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token="good", pace_seconds=0.3) as started:
        yield started


def chosen_id(opened: Opened) -> str | None:
    """The take that keys would mark."""
    chosen = opened.session.reviewing.compared.chosen
    return None if chosen is None else chosen.job.id


async def test_the_chosen_takes_of_a_shot_are_compared_and_left_for_the_chosen_one(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 4}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    comparison = await compared(opened, 1, 3)
    assert [take.job_id for take in comparison.takes] == [each.job.id for each in takes[1:]]
    assert [take.title for take in comparison.takes] == ["Take 2", "Take 3", "Take 4"]
    assert comparison.takes[0].name == "Night tram, take 2"
    assert [take.inputs["seed"] for take in comparison.takes] == [1, 2, 3]
    # What differs stands where Details were; nothing tells of one take alone.
    differs = opened.session.reviewing.compared.differs
    assert differs is not None
    assert differs.isVisible()
    for hidden in (window.details, window.take_info, window.filmstrip, window.takes):
        assert not hidden.isVisible()
    # It began with the take that was shown, which was the last that was chosen.
    assert comparison.chosen == 2
    press(window.viewer.stage.area.shown, K.Key_Tab)
    assert comparison.chosen == 0
    press(window.viewer.stage.area.shown, K.Key_Right, K.Key_Right)
    await opened.until(lambda: comparison.group.clips[0].shown == 2)
    press(window.viewer.stage.area.shown, K.Key_Escape)
    await opened.until(lambda: is_current(opened, takes[1]))
    await opened.until(lambda: window.viewer.current_index == 2)
    assert not window.viewer.is_comparing
    assert window.viewer.clip.job_id == takes[1].job.id
    assert window.viewer.clip.title == "Night tram, take 2"
    for shown in (window.details, window.filmstrip):
        assert shown.isVisible()
    assert not differs.isVisible()
    # What was compared is still chosen, to be compared again.
    assert window.filmstrip.view.chosen_rows == [1, 2, 3]
    assert window.history.current is not None
    assert window.history.current.key == takes[1].key
    await asyncio.sleep(0.1)
    assert window.viewer.current_index == 2


async def test_takes_of_several_shots_are_named_in_full(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    shots = await filled(tmp_path, **{TRAM: 2, HARBOUR: 1})
    opened = await reviewed(open_window, simulator, shots[TRAM][0])
    history = opened.window.history
    history.grid.setFocus()
    QTest.keyClick(history.grid, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    opened.session.reviewing.compared.compare()
    await opened.until(lambda: opened.window.viewer.is_comparing)
    titles = [take.title for take in comparison_of(opened).takes]
    assert titles == ["Harbour, take 1", "Night tram, take 2", "Night tram, take 1"]
    comparison = await all_shown(opened)
    comparison.choose(0)
    comparison.close()
    await opened.until(lambda: is_current(opened, shots[HARBOUR][0]))
    # History keeps what was chosen there as well.
    assert len(history.chosen_keys) == 3
    await opened.until(lambda: opened.window.filmstrip.model.rowCount() == 1)


async def test_what_is_chosen_where_the_keyboard_is_counts(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 5}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window, compared = opened.window, opened.session.reviewing.compared
    window.history.views.set_stacked(False)
    await opened.until(lambda: window.history.model.rowCount() == 5)
    choose_takes(opened, 0, 2)
    await opened.until(lambda: is_current(opened, takes[2]))
    selection = window.history.grid.selectionModel()
    row = window.history.model.row_of(takes[3])
    window.docks.show(SidePanel.HISTORY)
    window.history.grid.setFocus()
    flags = QItemSelectionModel.SelectionFlag.Select
    selection.select(window.history.model.index(row), flags)
    compared.compare()
    await opened.until(lambda: window.viewer.is_comparing)
    assert [t.job_id for t in comparison_of(opened).takes] == [takes[3].job.id, takes[2].job.id]
    await all_shown(opened)
    compared.compare()
    await opened.until(lambda: not window.viewer.is_comparing)
    window.filmstrip.view.setFocus()
    assert window.filmstrip.view.chosen_rows == [0, 1, 2]
    compared.compare()
    await opened.until(lambda: window.viewer.is_comparing)
    assert [t.job_id for t in comparison_of(opened).takes] == [t.job.id for t in takes[:3]]


async def test_too_few_too_many_and_none_with_a_clip_are_said(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 10}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window, compare = opened.window, opened.session.reviewing.compared.compare
    toast = window.toast
    compare()
    await opened.until(lambda: toast.text().startswith("Choose 2 to 9 takes"))
    choose_takes(opened, 0, 9)
    compare()
    await opened.until(lambda: toast.text() == "At most 9 takes can be compared at once.")
    failed = await add_shot(opened.session.library, tmp_path, HARBOUR, 4, failed={0, 1, 2})
    window.history.select_job(failed[0].job.id)
    await opened.until(lambda: window.filmstrip.model.rowCount() == 4)
    choose_takes(opened, 0, 1)
    compare()
    await opened.until(lambda: toast.text() == "Only takes with a clip can be compared.")
    assert not window.viewer.is_comparing
    assert window.details.isVisible()
    more = await add_shot(opened.session.library, tmp_path, "Rain", 3, failed={1})
    window.history.select_job(more[0].job.id)
    await opened.until(lambda: window.filmstrip.model.rowCount() == 3)
    choose_takes(opened, 0, 2)
    compare()
    await opened.until(lambda: window.viewer.is_comparing)
    assert [take.title for take in comparison_of(opened).takes] == ["Take 1", "Take 3"]
    assert toast.text() == "Takes without a clip are left out."


async def test_marks_act_on_the_chosen_take_and_comparing_goes_on(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    window.filmstrip.set_advances(True)
    comparison = await compared(opened, 0, 1)
    board = window.viewer.stage.area.shown
    assert comparison.chosen == 1
    press(board, K.Key_Tab, K.Key_4, K.Key_P)
    await until_marked(opened, takes[0], Marks(4, Flag.PICK))
    await opened.until(lambda: comparison.takes[0].marks.rating == 4)
    assert window.viewer.is_comparing
    assert comparison.chosen == 0
    press(board, K.Key_Tab, K.Key_X)
    await until_marked(opened, takes[1], Marks(flag=Flag.REJECT))
    QTest.keyClick(board, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await until_marked(opened, takes[1], UNMARKED)
    await opened.until(lambda: comparison.takes[1].marks.flag is Flag.NONE)
    differs = opened.session.reviewing.compared.differs
    assert differs is not None
    differs.take.marks.stars.value_edited.emit(2)
    await until_marked(opened, takes[1], Marks(2))
    press(board, K.Key_Escape)
    await opened.until(lambda: is_current(opened, takes[1]))
    face = window.filmstrip.model.data(window.filmstrip.model.index(0), JobRole.FACE)
    assert (face.rating, face.pick) == (4, True)


async def test_the_best_of_a_blind_comparison_is_picked(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    comparison = await compared(opened, 0, 2)
    comparison.set_blind(True, seed=5)
    board = opened.window.viewer.stage.area.shown
    # Nobody knows which one keys would mark.
    assert chosen_id(opened) is None
    press(board, K.Key_X)
    order = comparison.names.order()
    press(board, K.Key_2)
    await until_marked(opened, takes[order[1]], Marks(flag=Flag.PICK))
    for place in (order[0], order[2]):
        await until_marked(opened, takes[place], UNMARKED)
    assert not comparison.hides_names
    assert chosen_id(opened) == takes[order[1]].job.id
    press(board, K.Key_Escape)
    await opened.until(lambda: is_current(opened, takes[order[1]]))


async def test_a_double_click_leaves_one_alone(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    comparison = await compared(opened, 0, 2)
    QTest.mouseDClick(comparison.board.cells[1].picture, Qt.MouseButton.LeftButton)
    await opened.until(lambda: is_current(opened, takes[1]))
    assert not opened.window.viewer.is_comparing
    await opened.until(lambda: opened.window.viewer.clip.job_id == takes[1].job.id)
    assert opened.window.details.isVisible()


async def test_what_is_compared_is_seen(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 4}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[3])
    opened.session.reviewing._seen._timer.setInterval(40)
    await compared(opened, 0, 1)
    async with asyncio.timeout(LIMIT):
        while not all([await is_seen(opened, each) for each in takes[:2]]):
            await asyncio.sleep(0.02)
    assert not await is_seen(opened, takes[2])


async def test_a_workspace_is_changed_and_a_take_comes_meanwhile(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    comparison = await compared(opened, 0, 2)
    for workspace in (CREATE, REVIEW, CREATE):
        window.show_workspace(workspace)
        assert comparison.is_open
        for hidden in (window.takes, window.filmstrip, window.take_info, window.history):
            assert not hidden.isVisible()
    await add_shot(opened.session.library, tmp_path, HARBOUR, 1)
    await opened.until(lambda: window.history.model.rowCount() == 4)
    assert comparison.is_open
    press(window.viewer.stage.area.shown, K.Key_Escape)
    await opened.until(lambda: is_current(opened, takes[2]))
    assert window.takes.isVisible()
    assert window.history.isVisible()
