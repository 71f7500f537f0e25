"""What a person sees and can do when something went wrong, in the whole window."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.states import JobState
from rushes.engine.answers import Answers
from rushes.library.library import Library
from rushes.simulator.server import Simulator
from rushes.ui.answers.unknown_page import UnknownPage
from rushes.ui.settings.dialog import SettingsDialog
from rushes.ui.window import slow_opening
from rushes.ui.window.main_window import MainWindow
from tests.ui.window.opened import Open, Opened

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    # The window offers the model that comes with Rushes; its clips are small at the least size.
    async with Simulator(token="good", pace_seconds=0) as started:
        yield started


async def generate(opened: Opened, prompt: str) -> None:
    opened.write_prompt(prompt)
    QTest.keyClick(opened.window.compose.body.prompt.editor, Qt.Key.Key_Return, CONTROL)


async def unknown_page(opened: Opened) -> UnknownPage:
    answers = opened.window.viewer.answers
    await opened.until(lambda: isinstance(answers.page, UnknownPage) and answers.isVisible())
    page = answers.page
    assert isinstance(page, UnknownPage)
    return page


async def test_a_lost_reply_asks_and_the_job_is_followed_by_its_id(
    open_window: Open, simulator: Simulator
) -> None:
    simulator.faults.add("submit_closed_without_reply")
    opened = await open_window(simulator.url)
    await generate(opened, "a lighthouse")
    page = await unknown_page(opened)
    (billed,) = simulator.accepted
    QTest.mouseClick(page.follow.field, LEFT)
    QTest.keyClicks(page.follow.field, "not-its-id")
    QTest.mouseClick(page.follow.button, LEFT)
    await opened.until(lambda: page.follow.problem.isVisible() and page.follow.problem.text())
    page.follow.field.selectAll()
    QTest.keyClicks(page.follow.field, billed.request_id)
    QTest.keyClick(page.follow.field, Qt.Key.Key_Return)
    await opened.until_state(JobState.READY)
    await opened.until(lambda: opened.window.viewer.frame_count > 0)
    assert len(simulator.accepted) == 1


@pytest.mark.allow_log("answer failed")
async def test_after_a_bug_the_id_can_be_given_once_more(
    open_window: Open, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator.faults.add("submit_closed_without_reply")
    opened = await open_window(simulator.url)
    await generate(opened, "a lighthouse")
    page = await unknown_page(opened)
    (billed,) = simulator.accepted

    async def broken(*_: object) -> None:
        raise ValueError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(Answers, "adopt", broken)
        QTest.mouseClick(page.follow.field, LEFT)
        QTest.keyClicks(page.follow.field, billed.request_id)
        QTest.mouseClick(page.follow.button, LEFT)
        await opened.until(lambda: page.follow.problem.isVisible() and page.follow.problem.text())
    assert not page.follow.is_busy
    QTest.keyClick(page.follow.field, Qt.Key.Key_Return)
    await opened.until_state(JobState.READY)
    assert len(simulator.accepted) == 1


@pytest.mark.allow_log("broke off")
async def test_a_bug_in_the_engine_is_told_and_the_clip_comes(
    open_window: Open, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = await open_window(simulator.url)
    true, broken = Library.journal_sending, [ValueError("a bug")]

    async def once_broken(*given: Any) -> Any:
        if broken:
            raise broken.pop()
        return await true(*given)

    monkeypatch.setattr(Library, "journal_sending", once_broken)
    await generate(opened, "a lighthouse")
    toast = opened.window.toast
    await opened.until(lambda: toast.isVisible() and "started again" in toast.accessibleName())
    await opened.until_state(JobState.READY)
    assert len(simulator.accepted) == 1


async def test_sending_again_asks_twice_and_shows_the_new_take(
    open_window: Open, simulator: Simulator
) -> None:
    simulator.faults.add({"preset": "submit_reset_after_reading"})
    opened = await open_window(simulator.url)
    await generate(opened, "a lighthouse")
    page = await unknown_page(opened)
    assert not simulator.accepted
    simulator.faults.clear()
    QTest.mouseClick(page.again.button, LEFT)
    await opened.until(page.again.confirm.isVisible)
    assert not simulator.accepted
    await asyncio.sleep(0.5)
    QTest.mouseClick(page.again.confirm, LEFT)
    await opened.until_state(JobState.READY)
    assert len(simulator.accepted) == 1
    order = await opened.session.library.order()
    takes = [entry.job for entry in await opened.session.library.jobs(order.keys)]
    assert [(job.state, job.answer, job.take) for job in takes] == [
        (JobState.READY, None, 2),
        (JobState.UNKNOWN, "sent_again", 1),
    ]


async def test_without_a_token_the_settings_open_and_nothing_is_written(
    open_window: Open, simulator: Simulator
) -> None:
    opened = await open_window(simulator.url, token="")
    await generate(opened, "a lighthouse")
    await opened.until(lambda: opened.window.findChild(SettingsDialog) is not None)
    form = opened.window.findChild(SettingsDialog).account.form
    await opened.until(form.isVisible)
    assert len(await opened.session.library.order()) == 0
    assert not simulator.accepted


async def test_the_drive_of_the_library_goes_and_comes_back(
    open_window: Open, simulator: Simulator
) -> None:
    opened = await open_window(simulator.url)
    await generate(opened, "a lighthouse")
    await opened.until_state(JobState.READY)
    root = opened.session.library.layout.root
    away = root.with_name("unplugged")
    root.rename(away)
    await opened.until(lambda: opened.notice)
    assert not root.exists()
    away.rename(root)
    await opened.until(lambda: not opened.notice)
    await generate(opened, " again")
    await opened.until(lambda: len(simulator.accepted) == 2)
    await opened.until_state(JobState.READY)


async def test_an_opening_that_takes_its_time_is_told(
    open_window: Open, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, opening = asyncio.Event(), Library.open

    async def slow_open(library: Library, **options: Any) -> None:
        await goes_on.wait()
        await opening(library, **options)

    monkeypatch.setattr(Library, "open", slow_open)
    monkeypatch.setattr(slow_opening, "SECONDS", 0.05)
    made = asyncio.ensure_future(open_window(simulator.url))
    windows = lambda: [  # noqa: E731
        each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)
    ]
    async with asyncio.timeout(10):
        while not any(each.viewer.message_page.isVisible() for each in windows()):
            await asyncio.sleep(0.02)
    (window,) = (each for each in windows() if each.viewer.message_page.isVisible())
    assert "Opening the library" in window.viewer.message_page.accessibleName()
    goes_on.set()
    opened = await made
    assert opened.window is window
    await opened.until(lambda: not window.viewer.message_page.isVisible())
