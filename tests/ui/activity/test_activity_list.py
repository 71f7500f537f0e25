import dataclasses
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.job import Job
from rushes.domain.mark_changes import MarkChange
from rushes.domain.marks import Mark
from rushes.domain.states import JobState
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.activity.activity_model import ActivityRole
from rushes.ui.activity.row_painter import RowAct, act_of
from rushes.ui.components.focus_ring import RingOverlay
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.menu import Menu
from tests.habits.pointer import move_pointer
from tests.ui.activity.conftest import Shown
from tests.ui.job_faces.jobs import make_job, until

S = JobState
K = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def entries(shown: Shown, library: Library) -> list[JobEntry]:
    """One that runs, one whose cancelling was asked for, a waiting job, and one that asks."""
    jobs = [
        make_job("Tram", S.IN_PROGRESS, started_at=1.0),
        make_job("Harbour", S.IN_PROGRESS, started_at=1.0, cancel_asked_at=2.0),
        make_job("Cabin"),
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
    assert shown.list.rows.act_place(shown.model.index(1)).isEmpty()


async def test_a_button_left_while_held_does_nothing(shown: Shown, entries: list[JobEntry]) -> None:
    heard = Heard(shown)
    view = shown.list.rows.viewport()
    QTest.mousePress(view, LEFT, pos=act_place(shown, 0))
    assert shown.list.rows.is_act_down(shown.model.index(0))
    move_pointer(view, QPoint(40, 20), LEFT)
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
    QTest.keyClick(shown.list.rows, K.Key_Delete)
    QTest.keyClick(shown.list.rows, K.Key_Down)
    QTest.keyClick(shown.list.rows, K.Key_Delete)
    QTest.keyClick(shown.list.rows, K.Key_Return)
    assert heard.cancelled == [entries[0].job.id]
    assert heard.chosen == [entries[1].job.id]


def open_menu(shown: Shown, row: int) -> Menu:
    rows = shown.list.rows
    place = rows.visualRect(shown.model.index(row)).center()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(rows.viewport(), event)
    (menu,) = shown.list.findChildren(Menu)
    return menu


async def choose(shown: Shown, row: int, words: str) -> None:
    menu = open_menu(shown, row)
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.close()
    await until(lambda: not shown.list.findChildren(Menu))


async def test_the_menu_offers_the_same(shown: Shown, entries: list[JobEntry]) -> None:
    heard = Heard(shown)
    for row, texts in (
        (0, ["Show in History", "Cancel"]),
        (1, ["Show in History"]),
        (2, ["Show in History", "Edit…", "Cancel"]),
    ):
        menu = open_menu(shown, row)
        assert [action.text() for action in menu.actions()] == texts
        menu.actions()[-1].trigger()
        menu.close()
        await until(lambda: not shown.list.findChildren(Menu))
    assert heard.cancelled == [entries[0].job.id, entries[2].job.id]
    assert heard.chosen == [entries[1].job.id]


async def test_waiting_jobs_change_places_by_menu_key_and_hand(
    shown: Shown, library: Library
) -> None:
    added = await library.add(
        [make_job("Tram", S.IN_PROGRESS, started_at=1.0), *map(make_job, "abcd")]
    )
    ids = {entry.job.prompt: entry.job.id for entry in added}
    await until(lambda: shown.model.rowCount() == 5)
    asked: list[list[str]] = []
    shown.list.reorder_requested.connect(asked.append)

    def wanted() -> str:
        """The order that was asked for, which is carried out as the engine does it."""
        names = {job_id: prompt for prompt, job_id in ids.items()}
        (order,) = asked
        asked.clear()
        return "".join(names[job_id] for job_id in order)

    await choose(shown, 3, "Send first")
    assert wanted() == "cabd"
    await choose(shown, 3, "Send sooner")
    assert wanted() == "acbd"
    await choose(shown, 3, "Send later")
    assert wanted() == "abdc"
    assert [action.text() for action in open_menu(shown, 4).actions()][-2:] == [
        "Send sooner\tAlt ↑",
        "Cancel",
    ]
    shown.list.findChildren(Menu)[0].close()
    rows = shown.list.rows
    rows.setCurrentIndex(shown.model.index(2))
    QTest.keyClick(rows, K.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert wanted() == "acbd"
    rows.setCurrentIndex(shown.model.index(1))
    QTest.keyClick(rows, K.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not asked
    drag(shown, 4, 1)
    assert wanted() == "dabc"
    # What runs stays above all that wait.
    drag(shown, 3, 0)
    assert wanted() == "cabd"
    drag(shown, 0, 3)
    assert not asked
    await library.rank_waiting({ids["d"]: added[1].job.created_at - 1})
    await until(lambda: shown.model.index(1).data(ActivityRole.ENTRY).job.prompt == "d")
    assert "1st here" in shown.model.data(shown.model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert "2nd here" in shown.model.data(shown.model.index(2), Qt.ItemDataRole.AccessibleTextRole)


def drag(shown: Shown, row: int, before: int) -> None:
    """Take a row by hand to the upper edge of another one."""
    rows, view = shown.list.rows, shown.list.rows.viewport()
    start = rows.visualRect(shown.model.index(row)).topLeft() + QPoint(80, 28)
    end = rows.visualRect(shown.model.index(before)).topLeft() + QPoint(80, 4)
    QTest.mousePress(view, LEFT, pos=start)
    for step in (3, 2, 1):
        place = end + (start - end) * step / 3
        move_pointer(view, place, LEFT)
    move_pointer(view, end, LEFT)
    QTest.mouseRelease(view, LEFT, pos=end)


async def test_a_row_that_is_let_go_where_it_was_stays_and_is_not_opened(
    shown: Shown, library: Library
) -> None:
    await library.add([*map(make_job, "abc")])
    await until(lambda: shown.model.rowCount() == 3)
    heard = Heard(shown)
    asked: list[list[str]] = []
    shown.list.reorder_requested.connect(asked.append)
    drag(shown, 2, 2)
    assert (asked, heard.chosen) == ([], [])
    rows = shown.list.rows
    QTest.mousePress(rows.viewport(), LEFT, pos=rows.visualRect(shown.model.index(2)).center())
    move_pointer(rows.viewport(), QPoint(80, 2), LEFT)
    QTest.keyClick(rows, K.Key_Escape)
    QTest.mouseRelease(rows.viewport(), LEFT, pos=QPoint(80, 2))
    assert asked == []


async def test_one_that_fails_stays_until_it_is_tried_again_or_dismissed(
    shown: Shown, library: Library
) -> None:
    one, two, before = await library.add(
        [
            make_job("Tram", S.IN_PROGRESS, started_at=1.0),
            make_job("Harbour", S.IN_PROGRESS, started_at=1.0),
            make_job("Old", S.FAILED),
        ]
    )
    await until(lambda: shown.model.rowCount() == 2)
    tried: list[str] = []
    shown.list.try_again_requested.connect(tried.append)
    for entry in (one, two):
        await library.change(
            entry.job.id, lambda job: dataclasses.replace(job, state=S.FAILED, finished_at=2.0)
        )
    view = shown.list.rows.viewport()
    assert [act_of(shown.model.index(row).data(ActivityRole.ENTRY).job) for row in (0, 1)] == [
        RowAct.TRY_AGAIN
    ] * 2
    QTest.mouseClick(view, LEFT, pos=act_place(shown, 0))
    assert (tried, shown.model.rowCount()) == ([one.job.id], 1)
    shown.list.rows.setCurrentIndex(shown.model.index(0))
    QTest.keyClick(shown.list.rows, K.Key_Delete)
    assert shown.model.rowCount() == 0
    await library.mark([before.key, two.key], MarkChange(Mark.RATING, 3))
    assert shown.model.rowCount() == 0


async def test_all_are_cancelled_after_one_question(shown: Shown, library: Library) -> None:
    asked: list[Any] = []
    shown.list.cancel_all_requested.connect(lambda: asked.append(None))
    assert not shown.list.cancel_all.isVisible()
    await library.add([make_job("a"), make_job("b"), make_job("c", S.IN_PROGRESS, started_at=1.0)])
    await until(shown.list.cancel_all.isVisible)
    QTest.mouseClick(shown.list.cancel_all, LEFT)
    question = shown.list.question
    assert question.text.text() == (
        "2 jobs have not been sent: they will cost nothing. "
        "One runs: the service is asked to stop it, and may say no."
    )
    assert question.button.text() == "Cancel 3 jobs"
    (ring,) = (each for each in question.findChildren(RingOverlay) if each.isVisible())
    assert ring.geometry().center() == question.close_button.geometry().center()
    QTest.keyClick(question.close_button, K.Key_Space)
    assert not question.isVisible()
    assert asked == []
    QTest.mouseClick(shown.list.cancel_all, LEFT)
    QTest.mouseClick(question.button, LEFT)
    assert (asked, question.isVisible()) == ([None], False)


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
    assert texts[2].startswith("Cabin. Waiting, 1st here.")
    assert texts[1].startswith("Harbour. Cancel asked, until it answers.")


async def test_times_count_only_while_they_are_seen(shown: Shown, entries: list[JobEntry]) -> None:
    moving = shown.list.rows.moving
    await until(lambda: not moving.is_at_rest)
    shown.window.hide()
    await until(lambda: moving.is_at_rest)
