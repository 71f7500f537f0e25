"""Jobs that wait for a person's word: how they are shown, and what lets them go."""

import dataclasses
from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPlainTextEdit, QSpinBox, QWidget

from rushes.domain.errors import NotReachable, ServiceDown, TokenRefused
from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.engine.events import Reach, ReachChanged, SendingAsked
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.activity.waiting_list import WaitingList
from rushes.ui.activity.waiting_model import WaitingModel, WaitingRole
from rushes.ui.components.button import Button
from rushes.ui.components.menu import Menu
from rushes.ui.theme.theme import apply_theme, current_theme
from tests.ui.activity.conftest import Shown
from tests.ui.job_faces.jobs import TellingEngine, make_job, until

S = JobState
K = Qt.Key
LEFT = Qt.MouseButton.LeftButton
OFFLINE = ReachChanged(Reach.OFFLINE, 60.0, NotReachable())
ONLINE = ReachChanged(Reach.ONLINE, 120.0)


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def job_of(prompt: str, seed: int, price: str = "", state: JobState = S.WAITING) -> Job:
    job = make_job(prompt, state, price_shown=Decimal(price) if price else None)
    inputs = {"prompt": prompt, "seed": seed, "duration": 5, "resolution": "720p"}
    return dataclasses.replace(job, request=dataclasses.replace(job.request, inputs=inputs))


@pytest.fixture
async def waiting(shown: Shown, library: Library) -> list[JobEntry]:
    """Three jobs of two requests; one has a price."""
    return await library.add(
        [
            job_of("Cabin in the snow", 1),
            job_of("Harbour", 5, "0.50"),
            job_of("Cabin in the snow", 2),
        ]
    )


def asked(entries: list[JobEntry], *, reachable: bool, was_offline: bool = True) -> SendingAsked:
    ids = tuple(entry.job.id for entry in entries)
    return SendingAsked(ids, is_reachable=reachable, was_offline=was_offline)


def part(shown: Shown) -> WaitingList:
    return shown.list.waiting


def rows(shown: Shown) -> list[str]:
    model = part(shown).rows.model()
    roles = (WaitingRole.SETTINGS, WaitingRole.TAKES, WaitingRole.PRICE)
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [
        "; ".join([str(index.data()), *(str(index.data(role)) for role in roles)])
        for index in indexes
    ]


def said(shown: Shown) -> str:
    foot = part(shown).foot
    return " ".join(label.text() for label in (foot.lead, foot.rest, foot.below) if label.text())


async def test_jobs_that_differ_in_their_seeds_alone_are_one_row(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine
) -> None:
    assert not part(shown).isVisible()
    engine.tell(OFFLINE)
    engine.tell(asked(waiting, reachable=False))
    assert rows(shown) == [
        "Cabin in the snow; Wan 2.1 · 5 s · 720p; 2 takes; not known",
        "Harbour; Wan 2.1 · 5 s · 720p; 1 take; about $ 0.50",
    ]
    assert part(shown).isVisible()
    assert not shown.list.rows.isVisible()
    assert said(shown) == (
        "3 jobs · about $ 0.50 for 1, price not known for 2 Nothing has been sent. "
        "When the network is back, Rushes asks once, with this count and price."
    )
    send = part(shown).foot.send
    assert (send.text(), send.isEnabled()) == ("Send 3 jobs", False)
    assert "When the network is back" in send.accessibleDescription()
    assert not part(shown).foot.keep.isVisible()
    assert shown.strip.facts[1] == "3 waiting for the network"


async def test_one_press_sends_all_once_the_network_is_back(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine, library: Library
) -> None:
    sent: list[None] = []
    shown.list.send_waiting_requested.connect(lambda: sent.append(None))
    engine.tell(OFFLINE)
    engine.tell(asked(waiting, reachable=False))
    send = part(shown).foot.send
    QTest.mouseClick(send, LEFT)
    assert sent == []
    engine.tell(asked(waiting, reachable=True))
    engine.tell(ONLINE)
    assert said(shown) == (
        "The network is back. Send 3 jobs now? About $ 0.50 for 1, price not known for 2. "
        "Nothing has been sent so far."
    )
    assert shown.strip.facts == ["The network is back", "3 waiting for the network"]
    QTest.mouseClick(send, LEFT)
    assert sent == [None]
    engine.tell(asked([], reachable=True))
    assert not part(shown).isVisible()
    assert shown.list.rows.isVisible()
    assert shown.model.rowCount() == 3
    assert shown.strip.facts == ["3 waiting"]


async def test_it_opens_by_itself_when_more_can_go_out_and_only_then(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine
) -> None:
    wished: list[bool] = []
    shown.strip.open_requested.connect(wished.append)
    engine.tell(asked(waiting[:1], reachable=False))
    assert wished == []
    engine.tell(asked(waiting[:1], reachable=True))
    assert wished == [True]
    engine.tell(asked(waiting[:1], reachable=True))
    assert wished == [True]
    engine.tell(asked(waiting, reachable=True))
    assert wished == [True, True]
    engine.tell(asked(waiting[1:], reachable=True))
    engine.tell(asked([], reachable=True))
    assert wished == [True, True]
    engine.tell(asked(waiting, reachable=False))
    engine.tell(asked(waiting, reachable=True))
    assert wished == [True, True, True]


async def test_keep_waiting_closes_and_asks_no_more_until_something_changes(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine
) -> None:
    closed: list[None] = []
    shown.list.close_requested.connect(lambda: closed.append(None))
    wished: list[bool] = []
    engine.tell(asked(waiting, reachable=True))
    shown.strip.open_requested.connect(wished.append)
    QTest.mouseClick(part(shown).foot.keep, LEFT)
    assert closed == [None]
    assert shown.strip.facts == ["3 waiting for your word"]
    engine.tell(asked(waiting, reachable=True))
    assert wished == []
    engine.tell(asked(waiting, reachable=False))
    engine.tell(asked(waiting, reachable=True))
    assert wished == [True]
    assert shown.strip.facts[0] == "The network is back"


@pytest.mark.parametrize(
    ("reach", "was_offline", "title", "sentence"),
    [
        (ONLINE, False, "Waiting for your word", "3 jobs wait since an earlier session. Send them"),
        (ReachChanged(Reach.TOKEN_NEEDED, 1.0, TokenRefused()), False, "Waiting for your word", ""),
        (ReachChanged(Reach.OFFLINE, 1.0, ServiceDown()), True, "Waiting for the service", ""),
        (ReachChanged(Reach.OFFLINE, 1.0, ServiceDown()), False, "Waiting for the service", ""),
    ],
)
async def test_what_they_wait_for_is_said(
    shown: Shown,
    waiting: list[JobEntry],
    engine: TellingEngine,
    reach: ReachChanged,
    was_offline: bool,
    title: str,
    sentence: str,
) -> None:
    reachable = reach.reach is Reach.ONLINE
    engine.tell(reach)
    engine.tell(asked(waiting, reachable=reachable, was_offline=was_offline))
    assert part(shown).rows.accessibleName() == title
    assert said(shown).startswith(sentence or "3 jobs · ")
    assert part(shown).foot.send.isEnabled() is reachable
    if reach.reach is Reach.TOKEN_NEEDED:
        assert "Enter a token in Settings" in said(shown)
    elif reach.reach is Reach.OFFLINE:
        assert "When the service is back" in said(shown)


async def test_one_job_is_told_as_one(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine
) -> None:
    engine.tell(asked(waiting[:1], reachable=True))
    assert said(shown).startswith("The network is back. Send one job now? Price not known.")
    assert part(shown).foot.send.text() == "Send 1 job"


async def test_others_that_run_stand_above(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine, library: Library
) -> None:
    await library.add([make_job("Tram", S.IN_PROGRESS, started_at=1.0)])
    engine.tell(asked(waiting, reachable=True))
    assert shown.list.rows.isVisible()
    assert part(shown).isVisible()
    assert not part(shown).close_button.isVisible()
    assert shown.model.rowCount() == 1
    assert shown.model.counts().waiting == 3
    await until(lambda: part(shown).y() >= shown.list.rows.geometry().bottom())


async def test_a_cancelled_job_leaves_its_row(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine, library: Library
) -> None:
    engine.tell(asked(waiting, reachable=True))
    first, _, third = waiting

    def cancelled(job: Job) -> Job:
        return dataclasses.replace(job, state=S.CANCELLED)

    await library.change(first.job.id, cancelled)
    assert rows(shown)[0].split("; ")[2] == "1 take"
    await library.change(third.job.id, cancelled)
    assert [row.split(";")[0] for row in rows(shown)] == ["Harbour"]
    assert part(shown).foot.send.text() == "Send 1 job"


async def test_rows_are_worked_by_keys_mouse_and_menu(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine
) -> None:
    engine.tell(asked(waiting, reachable=True))
    cancelled: list[str] = []
    chosen: list[str] = []
    shown.list.cancel_requested.connect(cancelled.append)
    shown.list.job_chosen.connect(chosen.append)
    listed = part(shown).rows
    cabin, harbour, cabin_2 = (entry.job.id for entry in waiting)
    index = listed.model().index(0, 0)
    QTest.mouseClick(listed.viewport(), LEFT, pos=QPoint(60, listed.visualRect(index).center().y()))
    assert chosen == [cabin]
    QTest.mouseClick(listed.viewport(), LEFT, pos=listed.act_place(index).center())
    (menu,) = part(shown).findChildren(Menu)
    assert [action.text() for action in menu.actions()] == [
        "Show in History",
        "Edit…",
        "Send later\tAlt ↓",
        "Cancel",
    ]
    menu.actions()[-1].trigger()
    menu.close()
    await until(lambda: not part(shown).findChildren(Menu))
    assert cancelled == [cabin, cabin_2]
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(1, 0))
    QTest.keyClick(listed, K.Key_Return)
    QTest.keyClick(listed, K.Key_Delete)
    assert (chosen[-1], cancelled[-1]) == (harbour, harbour)
    place = listed.visualRect(listed.model().index(1, 0)).center()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, listed.viewport().mapToGlobal(place))
    QApplication.sendEvent(listed.viewport(), event)
    (menu,) = part(shown).findChildren(Menu)
    menu.actions()[0].trigger()
    menu.close()
    assert chosen[-1] == harbour
    await until(lambda: not part(shown).findChildren(Menu))


async def test_all_jobs_of_a_row_change_places_and_are_edited_together(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine
) -> None:
    engine.tell(asked(waiting, reachable=True))
    orders: list[list[str]] = []
    edited: list[list[str]] = []
    shown.list.reorder_requested.connect(orders.append)
    shown.list.edit_requested.connect(edited.append)
    listed = part(shown).rows
    cabin, harbour, cabin_2 = (entry.job.id for entry in waiting)
    listed.setCurrentIndex(listed.model().index(1, 0))
    QTest.keyClick(listed, K.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert orders == [[harbour, cabin, cabin_2]]
    QTest.mouseClick(
        listed.viewport(), LEFT, pos=listed.act_place(listed.model().index(0, 0)).center()
    )
    (menu,) = part(shown).findChildren(Menu)
    menu.actions()[1].trigger()
    menu.close()
    assert edited == [[cabin, cabin_2]]
    await until(lambda: not part(shown).findChildren(Menu))


async def test_in_a_narrow_list_the_buttons_stand_beneath_the_whole_question(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine
) -> None:
    engine.tell(asked(waiting, reachable=True))
    foot = part(shown).foot
    await until(lambda: foot.send.y() < foot.below.geometry().bottom())
    shown.window.resize(360, 400)
    await until(lambda: foot.send.y() >= foot.below.geometry().bottom())
    assert not foot.lead.is_elided()
    one_line = foot.below.sizeHint().height() / 2
    await until(lambda: foot.below.height() > 1.5 * one_line)
    assert not foot.below.is_elided()
    await until(lambda: part(shown).rows.verticalScrollBar().maximum() == 0)


async def test_screen_readers_hear_rows_and_button(
    shown: Shown, waiting: list[JobEntry], engine: TellingEngine
) -> None:
    engine.tell(asked(waiting, reachable=True))
    found = QAccessible.queryAccessibleInterface(part(shown).rows)
    text = found.child(1).text(QAccessible.Text.Name)
    assert text == "Harbour. Wan 2.1 · 5 s · 720p. 1 take. about $ 0.50"
    assert "Send 3 jobs now?" in part(shown).foot.send.accessibleDescription()


class TestFocus:
    """Where the keyboard goes when the question comes up."""

    async def _ask_while(
        self, shown: Shown, waiting: list[JobEntry], engine: TellingEngine, place: QWidget | None
    ) -> bool:
        shown.window.activateWindow()
        await until(shown.window.isActiveWindow)
        if place is not None:
            place.setParent(shown.window)
            place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            place.show()
            place.setFocus()
            await until(place.hasFocus)
        engine.tell(asked(waiting, reachable=False))
        engine.tell(asked(waiting, reachable=True))
        foot = part(shown).foot
        await until(lambda: foot.asks and foot.send.isVisible())
        for _ in range(3):
            QApplication.sendPostedEvents()
            await until(lambda: True)
        if place is None or isinstance(place, Button):
            await until(foot.send.hasFocus)
        return foot.send.hasFocus()

    async def test_the_button_gets_it_where_nobody_needs_it(
        self, shown: Shown, waiting: list[JobEntry], engine: TellingEngine
    ) -> None:
        assert await self._ask_while(shown, waiting, engine, Button("Queue 3 for later"))

    @pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QSpinBox, QListView, QWidget])
    async def test_it_stays_where_keys_mean_something_else(
        self, shown: Shown, waiting: list[JobEntry], engine: TellingEngine, kind: type[QWidget]
    ) -> None:
        assert not await self._ask_while(shown, waiting, engine, kind())

    async def test_a_key_on_its_way_elsewhere_sends_nothing(
        self, shown: Shown, waiting: list[JobEntry], engine: TellingEngine
    ) -> None:
        sent: list[None] = []
        shown.list.send_waiting_requested.connect(lambda: sent.append(None))
        assert await self._ask_while(shown, waiting, engine, Button("Queue 3 for later"))
        send = part(shown).foot.send
        for key in (K.Key_Space, K.Key_Return, K.Key_Enter):
            QTest.keyClick(send, key)
        assert sent == []
        await until(lambda: not part(shown).foot.is_fresh)
        QTest.keyClick(send, K.Key_Return)
        assert sent == [None]


def test_the_model_keeps_its_contract(qapp: QApplication) -> None:
    model = WaitingModel()
    reporting = QAbstractItemModelTester.FailureReportingMode.Warning
    QAbstractItemModelTester(model, reporting, model)
    jobs = [job_of(prompt, seed) for seed in range(2) for prompt in ("a", "b", "c")]
    entries = [JobEntry(key, job) for key, job in enumerate(jobs)]

    def shows(*keys: int) -> list[str]:
        model.show([entries[key] for key in keys])
        return [
            f"{model.data(model.index(row))} {model.data(model.index(row), WaitingRole.TAKES)}"
            for row in range(model.rowCount())
        ]

    assert shows(0, 1, 2) == ["a 1 take", "b 1 take", "c 1 take"]
    assert shows(0, 2, 3) == ["a 2 takes", "c 1 take"]
    assert shows(0, 1, 2, 3) == ["a 2 takes", "b 1 take", "c 1 take"]
    assert shows(1, 2, 3) == ["b 1 take", "c 1 take", "a 1 take"]
    assert shows() == []


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("is_questioned", [False, True])
async def test_the_foot_is_whole_beneath_other_jobs_however_low_the_panel_is(
    qapp: QApplication,
    shown: Shown,
    library: Library,
    engine: TellingEngine,
    percent: int,
    is_questioned: bool,
) -> None:
    apply_theme(qapp, dataclasses.replace(current_theme(), text_percent=percent))
    await library.add([make_job("Tram", S.IN_PROGRESS, started_at=1.0)])
    engine.tell(OFFLINE)
    entries = await library.add([job_of("Lighthouse", seed) for seed in range(8)])
    engine.tell(asked(entries, reachable=False))
    await until(lambda: part(shown).isVisible() and shown.list.rows.isVisible())
    if is_questioned:
        QTest.mouseClick(shown.list.cancel_all, LEFT)
        await until(shown.list.question.isVisible)
    listed, foot = shown.list, part(shown).foot
    strip = shown.window.height() - listed.height()

    def is_whole() -> bool:
        shown.window.resize(900, listed.minimumSizeHint().height() + strip)
        low = foot.mapTo(listed, QPoint(0, foot.height())).y() <= listed.height()
        return low and foot.height() >= foot.sizeHint().height() and part(shown).rows.height() > 20

    await until(is_whole)
