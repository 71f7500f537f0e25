"""Shots as stacks of takes: opened and closed by key, by mouse and from outside."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.job import Job
from rushes.domain.mark_changes import MarkStep, TrashChange
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.components.card_painter import stack_badge
from rushes.ui.history.history_grid import HistoryGrid
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from tests.ui.job_faces.jobs import MODEL, NOON, make_clip, make_job, until

K = Qt.Key
DAY = 86_400.0


def take(first: Job, number: int, *, at: float, **inputs: object) -> Job:
    """A further take of a shot."""
    request = GenerationRequest(MODEL, {**first.request.inputs, **inputs})
    made = make_job(state=JobState.READY, clips=(make_clip(),), created_at=at)
    return dataclasses.replace(made, shot_id=first.shot_id, request=request, take=number)


@pytest.fixture
async def shot(library: Library) -> list[JobEntry]:
    """Four takes of the lighthouse; before and after each of them five shots of one take."""
    first = make_job("Lighthouse", JobState.READY, clips=(make_clip(),), created_at=NOON - 900)
    others = [make_job(f"Other {n}", created_at=NOON - 600 + n) for n in range(5)]
    older = [make_job(f"Older {n}", created_at=NOON - DAY - n) for n in range(30)]
    takes = [
        first,
        take(first, 2, at=NOON - 800, seed=8),
        take(first, 3, at=NOON - 590, seed=8, num_frames=81),
        take(first, 4, at=NOON - 500, seed=9, prompt="Lighthouse at dusk"),
    ]
    everything = sorted([*takes, *others, *older], key=lambda job: job.created_at)
    entries = {entry.job.id: entry for entry in await library.add(everything)}
    return [entries[each.id] for each in takes]


@pytest.fixture
async def grid(shot: list[JobEntry], panel: HistoryPanel) -> HistoryGrid:
    QAbstractItemModelTester(
        panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel.model
    )
    panel.activateWindow()
    panel.grid.setFocus()
    await until(lambda: panel.grid.hasFocus())
    await until(lambda: face(panel.grid, 0) is not None)
    return panel.grid


def face(grid: HistoryGrid, row: int) -> object:
    return grid.model().data(grid.model().index(row, 0), JobRole.FACE)


def key_of_current(panel: HistoryPanel) -> int:
    return panel.model.key_at(panel.grid.currentIndex().row())


def press(grid: HistoryGrid, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(grid, key)


async def opened(panel: HistoryPanel) -> None:
    await until(lambda: panel.model.open_stack is not None)
    rows = panel.model.open_stack
    assert rows is not None
    last = rows.row + len(rows.keys)
    await until(lambda: face(panel.grid, last) is not None)


def badge(grid: HistoryGrid, row: int) -> QPoint:
    place = grid.visualRect(grid.model().index(row, 0))
    return stack_badge(place.toRectF(), face(grid, row)).center().toPoint()  # type: ignore[arg-type]


async def test_a_shot_is_one_card_that_tells_its_takes(
    panel: HistoryPanel, grid: HistoryGrid, shot: list[JobEntry]
) -> None:
    model = panel.model
    assert (model.rowCount(), model.job_count, model.total) == (36, 39, 39)
    assert model.key_at(0) == shot[3].key
    assert face(grid, 0).stack == 4  # type: ignore[attr-defined]
    assert face(grid, 0).title == "Lighthouse at dusk"  # type: ignore[attr-defined]
    assert face(grid, 1).stack == 0  # type: ignore[attr-defined]
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Stack of 4 takes" in spoken


async def test_enter_opens_and_escape_closes(
    panel: HistoryPanel, grid: HistoryGrid, shot: list[JobEntry]
) -> None:
    panel.views.choose_row(0)
    press(grid, K.Key_Return)
    await opened(panel)
    assert [panel.model.key_at(row) for row in range(5)] == [
        shot[3].key,
        *(entry.key for entry in shot),
    ]
    assert grid.currentIndex().row() == 4
    shown = [face(grid, row) for row in range(1, 5)]
    assert [each.title for each in shown] == ["Take 1", "Take 2", "Take 3", "Take 4"]  # type: ignore[attr-defined]
    assert shown[0].second == "first"  # type: ignore[attr-defined]
    assert [each.changed for each in shown[1:]] == ["seed", "frames", "prompt +2"]  # type: ignore[attr-defined]
    press(grid, K.Key_Escape)
    assert panel.model.open_stack is None
    assert grid.currentIndex().row() == 0
    assert panel.chosen_keys == [shot[3].key]


async def test_the_keyboard_walks_into_the_box_and_out_of_it(
    panel: HistoryPanel, grid: HistoryGrid, shot: list[JobEntry]
) -> None:
    panel.views.choose_row(0)
    press(grid, K.Key_Return)
    await opened(panel)
    panel.views.choose_row(0)
    press(grid, K.Key_Right)
    assert key_of_current(panel) == shot[0].key
    press(grid, K.Key_Left)
    assert grid.currentIndex().row() == 0
    press(grid, K.Key_Down)
    assert grid.currentIndex().row() == 1
    press(grid, K.Key_Down)
    assert grid.currentIndex().row() == 4
    press(grid, K.Key_Down)
    below = grid.currentIndex().row()
    assert below == 7
    press(grid, K.Key_Up)
    assert panel.model.is_take(grid.currentIndex().row())
    press(grid, K.Key_Up, K.Key_Up)
    assert grid.currentIndex().row() in (0, 5, 6)
    box = grid.grid.box
    assert box is not None
    for row in range(1, 5):
        assert box.outline.contains(grid.grid.rect(row))
    assert not box.outline.intersects(grid.grid.rect(0))
    assert not box.outline.intersects(grid.grid.rect(8))


async def test_the_badge_opens_and_closes(
    panel: HistoryPanel, grid: HistoryGrid, shot: list[JobEntry]
) -> None:
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=badge(grid, 0))
    await opened(panel)
    assert not grid.currentIndex().isValid()
    before = grid.visualRect(panel.model.index(0))
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=badge(grid, 0))
    assert panel.model.open_stack is None
    assert grid.visualRect(panel.model.index(0)) == before


async def test_a_take_chosen_from_outside_opens_its_stack(
    panel: HistoryPanel, grid: HistoryGrid, shot: list[JobEntry]
) -> None:
    panel.select_job(shot[1].job.id)
    await opened(panel)
    await until(lambda: panel.current is not None)
    assert key_of_current(panel) == shot[1].key
    assert panel.current is not None
    assert panel.current.key == shot[1].key


async def test_a_new_take_leaves_the_current_one_current(
    panel: HistoryPanel, grid: HistoryGrid, shot: list[JobEntry], library: Library
) -> None:
    told: list[JobEntry] = []
    panel.select_job(shot[3].job.id)
    await until(lambda: panel.current is not None)
    panel.current_changed.connect(told.append)
    (new,) = await library.add([take(shot[0].job, 5, at=NOON + 5, seed=11)])
    await until(lambda: panel.model.key_at(0) == new.key)
    assert told == []
    assert key_of_current(panel) == shot[3].key
    assert panel.chosen_keys == [shot[3].key]
    assert panel.model.open_stack is not None
    assert panel.model.open_stack.keys == [*(entry.key for entry in shot), new.key]
    await until(lambda: (face(grid, 0) or new) is not new)
    assert (panel.model.rowCount(), panel.model.job_count) == (36 + 5, 40)


async def test_the_trash_takes_a_take_out_of_its_stack(
    panel: HistoryPanel, grid: HistoryGrid, shot: list[JobEntry], library: Library
) -> None:
    panel.views.choose_row(0)
    press(grid, K.Key_Return)
    await opened(panel)
    await library.mark_steps([MarkStep((shot[3].key,), TrashChange(NOON))])
    await until(lambda: panel.model.total == 38)
    assert panel.model.open_stack is not None
    assert panel.model.open_stack.keys == [entry.key for entry in shot[:3]]
    assert shot[2].key in panel.model.rows_of([shot[2].key])
    assert panel.grid.currentIndex().isValid()


async def test_without_stacks_every_take_has_its_card(
    panel: HistoryPanel, grid: HistoryGrid, shot: list[JobEntry]
) -> None:
    panel.views.choose_row(0)
    press(grid, K.Key_Return)
    await opened(panel)
    panel.views.choose_row(2)
    chosen = key_of_current(panel)
    panel.views.set_stacked(False)
    await until(lambda: panel.model.rowCount() == 39)
    assert key_of_current(panel) == chosen
    panel.views.set_stacked(True)
    await opened(panel)
    assert key_of_current(panel) == chosen
    assert panel.views.shape()["stacked"] is True


async def test_it_opens_with_a_motion(
    panel: HistoryPanel, grid: HistoryGrid, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=False)))
    panel.views.choose_row(0)
    press(grid, K.Key_Return)
    heights: list[int] = []

    def is_open() -> bool:
        box = grid.grid.box
        if box is not None and (not heights or heights[-1] != box.height):
            heights.append(box.height)
        return box is not None and box.height > box.outline.height()

    await until(is_open)
    assert len(heights) > 2
    assert heights == sorted(heights)
    press(grid, K.Key_Escape)
    await until(lambda: panel.model.open_stack is None)


async def test_the_head_counts_chosen_takes_and_says_what_lies_behind_them(
    grid: HistoryGrid, panel: HistoryPanel
) -> None:
    remark = panel.head.remark
    assert remark.text() == "39 takes"
    QTest.keyClick(grid, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    # What is done is done to these, and 3 takes lie under the top one of the stack.
    assert len(panel.chosen_keys) == 36
    assert remark.text() == "36 chosen, 3 beneath"
    assert "top take" in remark.toolTip()
    row = next(row for row in range(9) if panel.model.count_at(row) == 4)
    panel.views.choose_row(row)
    QTest.keyClick(grid, K.Key_Return)
    await until(lambda: panel.model.open_stack is not None)
    QTest.keyClick(grid, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(panel.chosen_keys) == 39
    assert remark.text() == "39 chosen"
    assert panel.model.keys_between(row, row + 5) == [
        panel.model.key_at(each) for each in range(row, row + 5)
    ]
