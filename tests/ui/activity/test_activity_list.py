from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.activity.row_painter import RowAct, act_of
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.menu import Menu
from tests.ui.activity.conftest import Shown
from tests.ui.job_faces.jobs import make_job, until

S = JobState
K = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def entries(shown: Shown, library: Library) -> list[JobEntry]:
    """A waiting job, one that runs, one whose cancelling was asked for, and one that asks."""
    jobs = [
        make_job("Cabin"),
        make_job("Tram", S.IN_PROGRESS, started_at=1.0),
        make_job("Harbour", S.IN_PROGRESS, started_at=1.0, cancel_asked_at=2.0),
        make_job("Lighthouse", S.UNKNOWN),
    ]
    added = await library.add(jobs)
    await until(lambda: shown.list.rows.isVisible())
    return added


class Heard:
    """Collects what a list asks for."""

    def __init__(self, shown: Shown) -> None:
        self.cancelled: list[str] = []
        self.chosen: list[str] = []
        shown.list.cancel_requested.connect(self.cancelled.append)
        shown.list.job_chosen.connect(self.chosen.append)


def act_place(shown: Shown, row: int) -> QPoint:
    return shown.list.rows.act_place(shown.model.index(row)).center()


@pytest.mark.parametrize(
    ("job", "act"),
    [
        (make_job(), RowAct.CANCEL),
        (make_job(state=S.SENDING), RowAct.NONE),
        (make_job(state=S.IN_QUEUE), RowAct.CANCEL),
        (make_job(state=S.IN_PROGRESS, cancel_asked_at=1.0), RowAct.NONE),
        (
            make_job(state=S.IN_PROGRESS, cancel_asked_at=1.0, cancel_answer="not_cancellable"),
            RowAct.NONE,
        ),
        (make_job(state=S.DOWNLOADING), RowAct.NONE),
        (make_job(state=S.UNKNOWN), RowAct.ANSWER),
        (make_job(state=S.HELD), RowAct.ANSWER),
    ],
)
def test_a_row_offers_what_can_be_done(job: Job, act: RowAct) -> None:
    assert act_of(job) is act


async def test_an_idle_list_says_so(shown: Shown, library: Library) -> None:
    assert not shown.list.rows.isVisible()
    assert shown.list.sizeHint().height() > 200
    await library.add([make_job()])
    assert shown.list.rows.isVisible()


async def test_buttons_in_rows_are_pressed_with_the_mouse(
    shown: Shown, entries: list[JobEntry]
) -> None:
    heard = Heard(shown)
    view = shown.list.rows.viewport()
    QTest.mouseClick(view, LEFT, pos=act_place(shown, 0))
    QTest.mouseClick(view, LEFT, pos=act_place(shown, 3))
    assert (heard.cancelled, heard.chosen) == ([entries[0].job.id], [entries[3].job.id])
    assert shown.list.rows.act_place(shown.model.index(2)).isEmpty()


async def test_a_button_left_while_held_does_nothing(shown: Shown, entries: list[JobEntry]) -> None:
    heard = Heard(shown)
    view = shown.list.rows.viewport()
    QTest.mousePress(view, LEFT, pos=act_place(shown, 0))
    assert shown.list.rows.is_act_down(shown.model.index(0))
    QTest.mouseMove(view, QPoint(40, 20))
    QTest.mouseRelease(view, LEFT, pos=QPoint(40, 20))
    assert (heard.cancelled, heard.chosen) == ([], [])


async def test_a_click_on_a_row_shows_its_job(shown: Shown, entries: list[JobEntry]) -> None:
    heard = Heard(shown)
    place = shown.list.rows.visualRect(shown.model.index(1)).topLeft() + QPoint(60, 10)
    QTest.mouseClick(shown.list.rows.viewport(), LEFT, pos=place)
    assert (heard.cancelled, heard.chosen) == ([], [entries[1].job.id])


async def test_keys_walk_show_and_cancel(shown: Shown, entries: list[JobEntry]) -> None:
    heard = Heard(shown)
    shown.window.activateWindow()
    shown.list.rows.setFocus(Qt.FocusReason.TabFocusReason)
    await until(shown.list.rows.hasFocus)
    assert shown.list.rows.shows_focus(shown.model.index(0))
    QTest.keyClick(shown.list.rows, K.Key_Down)
    QTest.keyClick(shown.list.rows, K.Key_Delete)
    QTest.keyClick(shown.list.rows, K.Key_Down)
    QTest.keyClick(shown.list.rows, K.Key_Delete)
    QTest.keyClick(shown.list.rows, K.Key_Return)
    assert heard.cancelled == [entries[1].job.id]
    assert heard.chosen == [entries[2].job.id]


async def test_the_menu_offers_the_same(shown: Shown, entries: list[JobEntry]) -> None:
    heard = Heard(shown)
    rows = shown.list.rows
    for row, texts in ((0, ["Show in History", "Cancel"]), (2, ["Show in History"])):
        place = rows.visualRect(shown.model.index(row)).center()
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, place, rows.viewport().mapToGlobal(place))
        QApplication.sendEvent(rows.viewport(), event)
        (menu,) = shown.list.findChildren(Menu)
        assert [action.text() for action in menu.actions()] == texts
        menu.actions()[-1].trigger()
        menu.close()
        await until(lambda: not shown.list.findChildren(Menu))
    assert heard.cancelled == [entries[0].job.id]
    assert heard.chosen == [entries[2].job.id]


async def test_the_chevron_asks_to_close(shown: Shown) -> None:
    asked: list[Any] = []
    shown.list.close_requested.connect(lambda: asked.append(None))
    buttons = shown.list.findChildren(IconButton)
    (button,) = [each for each in buttons if each.isVisible()]
    QTest.mouseClick(button, LEFT)
    assert asked == [None]


async def test_screen_readers_find_every_row(shown: Shown, entries: list[JobEntry]) -> None:
    found = QAccessible.queryAccessibleInterface(shown.list.rows)
    assert found.text(QAccessible.Text.Name) == "Jobs under way"
    assert found.childCount() == 4
    texts = [found.child(row).text(QAccessible.Text.Name) for row in range(4)]
    assert texts[0].startswith("Cabin. Waiting, 1st here.")
    assert texts[2].startswith("Harbour. Cancel asked, until it answers.")


async def test_times_count_only_while_they_are_seen(shown: Shown, entries: list[JobEntry]) -> None:
    moving = shown.list.rows.moving
    await until(lambda: not moving.is_at_rest)
    shown.window.hide()
    await until(lambda: moving.is_at_rest)
