"""A long list stays where a hand has it, and goes on where a row is held at its end."""

import dataclasses
import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from rushes.domain.states import JobState
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from tests.habits.pointer import move_pointer
from tests.ui.activity.conftest import Shown
from tests.ui.job_faces.jobs import make_job, until

S = JobState
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def entries(shown: Shown, library: Library) -> list[JobEntry]:
    """Three that run, and thirty that wait."""
    running = [make_job(f"Tram {number}", S.IN_PROGRESS, started_at=1.0) for number in range(3)]
    waiting = [make_job(f"Cabin {number}") for number in range(30)]
    added = await library.add([*running, *waiting])
    await until(lambda: shown.model.rowCount() == 33)
    return added


def first_in_sight(shown: Shown) -> tuple[str, int]:
    rows = shown.list.rows
    index = rows.indexAt(QPoint(0, 0))
    return str(index.data(Qt.ItemDataRole.DisplayRole)), rows.visualRect(index).top()


async def test_rows_stay_under_the_pointer_when_one_above_them_ends_or_comes(
    shown: Shown, library: Library, entries: list[JobEntry]
) -> None:
    rows = shown.list.rows
    rows.setFocus()
    rows.setCurrentIndex(shown.model.index(0))
    bar = rows.verticalScrollBar()
    bar.setValue(bar.maximum() - 150)
    before = first_in_sight(shown)

    await library.change(
        entries[0].job.id,
        lambda job: dataclasses.replace(job, state=S.CANCELLED, finished_at=time.time()),
    )
    await until(lambda: shown.model.rowCount() == 32)
    await until(lambda: first_in_sight(shown) == before)
    await library.add([make_job("Lighthouse", S.IN_PROGRESS, started_at=2.0)])
    await until(lambda: shown.model.rowCount() == 33)
    await until(lambda: first_in_sight(shown) == before)


async def test_keys_bring_the_row_they_reach_into_sight(
    shown: Shown, entries: list[JobEntry]
) -> None:
    rows = shown.list.rows
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_End)
    last = shown.model.index(shown.model.rowCount() - 1)
    await until(lambda: rows.viewport().rect().contains(rows.visualRect(last)))
    QTest.keyClick(rows, Qt.Key.Key_Home)
    await until(lambda: rows.viewport().rect().contains(rows.visualRect(shown.model.index(0))))


async def test_a_row_held_at_the_end_of_the_list_goes_on_beyond_what_is_in_sight(
    shown: Shown, entries: list[JobEntry]
) -> None:
    rows, view = shown.list.rows, shown.list.rows.viewport()
    asked: list[list[str]] = []
    shown.list.reorder_requested.connect(asked.append)
    bar = rows.verticalScrollBar()
    bar.setValue(bar.maximum())
    start = rows.visualRect(shown.model.index(32)).center()
    QTest.mousePress(view, LEFT, pos=start)
    move_pointer(view, start - QPoint(0, 40), LEFT)
    move_pointer(view, QPoint(start.x(), 4), LEFT)
    await until(lambda: bar.value() == 0)
    QTest.mouseRelease(view, LEFT, pos=QPoint(start.x(), 4))
    waiting = [entry.job.id for entry in entries[3:]]
    assert asked == [[waiting[-1], *waiting[:-1]]]
