"""The one question about jobs that wait, in the whole window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.domain.errors import NotReachable
from rushes.domain.settings import Settings
from rushes.engine.events import Reach, ReachChanged, SendingAsked
from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.simulator.server import Simulator
from rushes.ui.activity.activity_model import ActivityRole
from rushes.ui.window.main_window import MainWindow
from tests.ui.job_faces.jobs import TellingEngine, make_job, until
from tests.ui.window.opened import Open

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, dark: None, tmp_path: Path) -> MainWindow:
    made = MainWindow(Settings())
    qtbot.addWidget(made, before_close_func=lambda each: each.close_for_good())
    made.restore_place(None)
    made.resize(1280, 720)
    made.show()
    made.furnish()
    made.restore_shape({})
    made.activateWindow()
    return made


async def test_the_list_opens_by_itself_and_its_button_has_the_keyboard(
    window: MainWindow, library: Library, tasks: Tasks, engine: TellingEngine
) -> None:
    await until(lambda: window.updatesEnabled() and window.isActiveWindow())
    window.activity.attach(library, None, tasks)
    window.activity.follow(engine)
    await until(lambda: window.activity.model.is_loaded)
    listed = window.activity_list
    sent: list[None] = []
    listed.send_waiting_requested.connect(lambda: sent.append(None))
    window.compose.foot.button.setFocus()
    entries = await library.add([make_job(f"Take {number}") for number in range(9)])
    ids = tuple(entry.job.id for entry in entries)
    engine.tell(ReachChanged(Reach.OFFLINE, 60.0, NotReachable()))
    engine.tell(SendingAsked(ids, is_reachable=False, was_offline=True))
    assert not listed.isVisible()
    engine.tell(SendingAsked(ids, is_reachable=True, was_offline=True))
    engine.tell(ReachChanged(Reach.ONLINE, 90.0))
    await until(lambda: listed.isVisible() and listed.waiting.foot.send.hasFocus())
    foot = listed.waiting.foot
    await until(lambda: foot.mapTo(window, foot.rect().bottomLeft()).y() < window.height() - 20)
    QTest.mouseClick(foot.send, LEFT)
    assert sent == [None]
    engine.tell(SendingAsked((), is_reachable=True, was_offline=False))
    assert listed.rows.isVisible()
    engine.tell(SendingAsked(ids, is_reachable=True, was_offline=False))
    QTest.mouseClick(foot.keep, LEFT)
    await until(lambda: not listed.isVisible())
    window.activity.detach()


async def test_jobs_that_wait_are_changed_moved_and_tried_again(open_window: Open) -> None:
    async with Simulator(token="good", pace_seconds=0.3) as simulator:
        opened = await open_window(simulator.url)
        window, library = opened.window, opened.session.library
        engine = await opened.session.working_engine()
        engine.pause_sending(True)
        for prompt in ("An owl", "A fox"):
            window.compose.use_prompt(prompt)
            QTest.mouseClick(window.compose.foot.button, LEFT)
        listed = window.activity_list
        window.toggle_activity()
        await opened.until(lambda: listed.model.rowCount() == 2)
        rows = listed.rows
        rows.setCurrentIndex(listed.model.index(1))
        QTest.keyClick(rows, Qt.Key.Key_Up, ALT)

        def prompts() -> list[str]:
            entries = [listed.model.index(row).data(ActivityRole.ENTRY) for row in range(2)]
            return [entry.job.prompt for entry in entries]

        await opened.until(lambda: prompts() == ["A fox", "An owl"])
        fox, owl = (listed.model.index(row).data(ActivityRole.ENTRY).job for row in range(2))
        listed.edit_requested.emit([fox.id])
        await opened.until(lambda: window.compose.edited == (fox.id,))
        window.compose.body.prompt.editor.selectAll()
        QTest.keyClicks(window.compose.body.prompt.editor, "A young fox")
        QTest.mouseClick(window.compose.foot.button, LEFT)
        await opened.until(lambda: window.compose.edited == ())
        assert prompts() == ["A young fox", "An owl"]
        changed = (await library.job(fox.id)).job
        assert changed.request.inputs["seed"] == fox.request.inputs["seed"]
        QTest.mouseClick(listed.cancel_all, LEFT)
        assert listed.question.button.text() == "Cancel 2 jobs"
        QTest.mouseClick(listed.question.button, LEFT)
        await opened.until(lambda: listed.model.rowCount() == 0)
        listed.try_again_requested.emit(owl.id)
        await opened.until(lambda: listed.model.rowCount() == 1)
        assert simulator.accepted == ()
        engine.pause_sending(False)
        await opened.until(lambda: len(simulator.accepted) == 1)
        (line,) = simulator.accepted
        assert line.body_digest == owl.request.digest
