"""Takes are chosen by drawing a rectangle around them, in grid and list, however many there are."""

import asyncio
import time
from array import array

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.library.queries import JobOrder
from rushes.ui.history.jobs_view import JobsView
from rushes.ui.history.ordered_jobs import OrderedJobs
from rushes.ui.history.panel import HistoryPanel
from tests.ui.job_faces.jobs import NOON, make_job, until

DAY = 86_400.0
LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
async def full(panel: HistoryPanel, library: Library) -> HistoryPanel:
    """Today 7 takes and the day before 40, in three columns: lines of 3, 3, 1 and then of 3."""
    made = [make_job(f"Old {n}", created_at=NOON - DAY - n) for n in range(40)]
    made += [make_job(f"New {n}", created_at=NOON + n) for n in range(7)]
    await library.add(sorted(made, key=lambda job: job.created_at))
    await until(lambda: panel.model.rowCount() == 47)
    panel.activateWindow()
    panel.grid.setFocus()
    await until(panel.grid.hasFocus)
    return panel


def send(view: JobsView, kind: QEvent.Type, at: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    """A move or a button with the left one down, also beyond the edges of the view."""
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    buttons = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    on_screen = QPointF(view.viewport().mapToGlobal(at))
    event = QMouseEvent(kind, QPointF(at), on_screen, button, buttons, held)
    QApplication.sendEvent(view.viewport(), event)


def draw(view: JobsView, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    send(view, QEvent.Type.MouseButtonPress, start, held)
    send(view, QEvent.Type.MouseMove, (start + end) / 2, held)
    send(view, QEvent.Type.MouseMove, end, held)
    send(view, QEvent.Type.MouseButtonRelease, end, held)


def chosen(view: JobsView) -> list[int]:
    return sorted(index.row() for index in view.selectionModel().selectedIndexes())


def place(view: JobsView, row: int) -> QRect:
    return view.visualRect(view.model().index(row, 0))


async def test_what_the_rectangle_touches_is_chosen(full: HistoryPanel) -> None:
    grid = full.grid
    ground = place(grid, 6).center() + QPoint(place(grid, 6).width() + 6, 0)
    assert not grid.indexAt(ground).isValid()
    draw(grid, ground, place(grid, 1).center())
    # Of the two columns it touches: 1 and 4; the second is empty in the third line.
    assert chosen(grid) == [1, 4]
    assert grid.currentIndex().row() == 1
    draw(grid, ground, place(grid, 0).center())
    assert chosen(grid) == [0, 1, 3, 4, 6]
    assert full.chosen_keys == [full.model.key_at(row) for row in (0, 1, 3, 4, 6)]


async def test_ctrl_and_shift_keep_what_was_chosen_and_escape_brings_it_back(
    full: HistoryPanel,
) -> None:
    grid = full.grid
    ground = place(grid, 6).center() + QPoint(place(grid, 6).width() + 6, 0)
    for held in (CONTROL, SHIFT):
        QTest.mouseClick(grid.viewport(), LEFT, pos=place(grid, 7).center())
        draw(grid, ground, place(grid, 4).center(), held)
        assert chosen(grid) == [4, 7]
    send(grid, QEvent.Type.MouseButtonPress, ground)
    send(grid, QEvent.Type.MouseMove, place(grid, 0).center())
    assert chosen(grid) == [0, 1, 3, 4, 6]
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert chosen(grid) == [4, 7]
    send(grid, QEvent.Type.MouseButtonRelease, ground)
    assert chosen(grid) == [4, 7]


async def test_a_click_on_the_ground_lets_all_but_the_current_one_go(full: HistoryPanel) -> None:
    grid = full.grid
    ground = place(grid, 6).center() + QPoint(place(grid, 6).width() + 6, 0)
    QTest.mouseClick(grid.viewport(), LEFT, pos=place(grid, 0).center())
    QTest.mouseClick(grid.viewport(), LEFT, SHIFT, place(grid, 4).center())
    QTest.mouseClick(grid.viewport(), LEFT, CONTROL, ground)
    assert len(chosen(grid)) == 5
    QTest.mouseClick(grid.viewport(), LEFT, pos=ground)
    assert chosen(grid) == [grid.currentIndex().row()] == [4]


@pytest.mark.parametrize("kind", ["grid", "list"])
async def test_at_the_edge_it_scrolls_on(full: HistoryPanel, kind: str) -> None:
    full.views.set_kind(kind)
    view = full.views.view
    head = QPoint(200, place(view, 7).top() - 6)
    assert not view.indexAt(head).isValid()
    send(view, QEvent.Type.MouseButtonPress, head)
    send(view, QEvent.Type.MouseMove, QPoint(4, view.viewport().height() + 60))
    bar = view.verticalScrollBar()
    await until(lambda: bar.value() == bar.maximum())
    last = 46
    await until(lambda: view.selectionModel().isSelected(view.model().index(last, 0)))
    send(view, QEvent.Type.MouseMove, QPoint(4, -60))
    await until(lambda: bar.value() == 0)
    send(view, QEvent.Type.MouseButtonRelease, QPoint(4, -60))
    assert not view.selectionModel().isSelected(view.model().index(last, 0))
    assert view.selectionModel().isSelected(view.model().index(0, 0))


async def test_among_a_hundred_thousand_no_row_is_walked(
    panel: HistoryPanel, library: Library
) -> None:
    count = 100_000
    times = array("d", (NOON - 60.0 * n for n in range(count)))
    panel.model.show_order(OrderedJobs(JobOrder(array("q", range(count, 0, -1)), times)))
    grid = panel.grid
    everything = QRect(0, 0, grid.viewport().width(), grid.grid.height)
    narrow = QRect(0, 0, grid.grid.measures.cell.width() // 2, grid.grid.height)
    longest = []
    for area, rows in ((everything, count), (narrow, None)):
        took = []
        for _ in range(5):
            began = time.perf_counter()
            runs = grid.grid.runs_in(area)
            took.append(time.perf_counter() - began)
        longest.append(min(took))
        assert rows is None or sum(last - first + 1 for first, last in runs) == rows
    assert longest[0] < 1 / 60
    assert panel.model.keys_between(0, count)[-1] == 1
    await asyncio.sleep(0)


async def test_every_touched_take_of_an_open_stack_is_found(
    full: HistoryPanel, library: Library
) -> None:
    grid, model = full.grid, full.model
    (entry,) = await library.jobs([model.key_at(1)])
    assert isinstance(entry, JobEntry)
    model.show_stack(entry.job.shot_id, 1, [entry.key, *model.keys_between(20, 24)])
    await until(lambda: grid.grid.box is not None)
    layout, top = grid.grid, grid.grid.height
    for left, width in ((0, 428), (10, 40), (150, 100)):
        for first in range(0, top, 37):
            area = QRect(left, first, width, 90)
            runs = layout.runs_in(area)
            found = [row for a, b in runs for row in range(a, b + 1)]
            assert found == [
                row for row in range(layout.row_count) if layout.rect(row).intersects(area)
            ]
