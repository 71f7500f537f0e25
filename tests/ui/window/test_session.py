import asyncio
import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from rushes.domain.settings import Settings
from rushes.domain.states import JobState
from rushes.library.settings_file import read_settings
from rushes.library.state_file import read_values
from rushes.simulator.server import Simulator
from rushes.ui.settings.dialog import SettingsDialog
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.session import Session
from tests.habits.pointer import move_pointer
from tests.ui.window.opened import LIMIT, Open, Opened

PROMPT = "Lighthouse in a storm"
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desktop(QObject):
    """Stands in for the desktop that opens folders."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.append(url)


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token="good", pace_seconds=0.3) as started:
        yield started


async def test_from_prompt_to_a_clip_that_plays(open_window: Open, simulator: Simulator) -> None:
    opened = await open_window(simulator.url)
    window = opened.window
    opened.write_prompt(PROMPT)
    window.compose.body.form.controls["resolution"].show_value("480p")
    QTest.mouseClick(window.compose.foot.button, LEFT)
    await opened.until_state(JobState.READY)
    await opened.until(lambda: window.viewer.frame_count == 81)
    seen: list[int] = []
    window.viewer.frame_changed.connect(seen.append)
    window.viewer.setFocus()
    QTest.keyClick(window.viewer, Qt.Key.Key_Space)
    assert window.viewer.is_playing
    await opened.until(lambda: len(set(seen)) > 5)
    QTest.keyClick(window.viewer, Qt.Key.Key_Space)
    assert not window.viewer.is_playing
    QTest.keyClick(window.viewer, Qt.Key.Key_End)
    await opened.until(lambda: window.viewer.current_index == 80)
    QTest.keyClick(window.viewer, Qt.Key.Key_Left)
    await opened.until(lambda: window.viewer.current_index == 79)
    assert window.take_info.isVisible()
    assert len(simulator.accepted) == 1
    assert window.history.model.rowCount() == 1


async def test_the_window_takes_up_what_an_earlier_one_left(
    open_window: Open, simulator: Simulator
) -> None:
    first = await open_window(simulator.url)
    first.write_prompt(PROMPT)
    QTest.keyClick(first.window.compose.body.prompt.editor, Qt.Key.Key_Return, CONTROL)
    await first.until(lambda: simulator.accepted)
    first.write_prompt(", and an unsent thought")
    assert await first.close() == 0
    second = await open_window(simulator.url)
    second.window.compose.restore_draft(read_values(second.configuration.state_file)["draft"])
    await second.until_state(JobState.READY)
    assert len(simulator.accepted) == 1
    draft = second.window.compose.draft()
    assert draft["prompt"] == PROMPT + ", and an unsent thought"


async def test_a_remix_belongs_to_the_shot_of_its_parent(
    open_window: Open, simulator: Simulator
) -> None:
    opened = await open_window(simulator.url)
    opened.write_prompt(PROMPT)
    QTest.keyClick(opened.window.compose.body.prompt.editor, Qt.Key.Key_Return, CONTROL)
    await opened.until_state(JobState.READY)
    await opened.until(opened.window.take_info.isVisible)
    opened.window.take_info.remix_requested.emit(opened.window.take_info.job.id)
    await asyncio.sleep(0.2)
    QTest.mouseClick(opened.window.compose.foot.button, LEFT)
    await opened.until(lambda: len(simulator.accepted) == 2)
    library = opened.session.library
    newest, oldest = await library.jobs((await library.order()).keys)
    assert newest.job.parent_id == oldest.job.id
    assert (newest.job.shot_id, newest.job.take) == (oldest.job.id, 2)
    assert newest.job.request.inputs["seed"] != oldest.job.request.inputs["seed"]


async def test_a_take_is_played_by_a_double_click_and_shown_in_its_folder(
    open_window: Open, simulator: Simulator
) -> None:
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    opened = await open_window(simulator.url)
    opened.write_prompt(PROMPT)
    QTest.keyClick(opened.window.compose.body.prompt.editor, Qt.Key.Key_Return, CONTROL)
    await opened.until_state(JobState.READY)
    await opened.until(lambda: opened.window.viewer.frame_count)
    grid = opened.window.history.grid
    place = grid.visualRect(opened.window.history.model.index(0)).center()
    QTest.mouseDClick(grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    await opened.until(lambda: opened.window.viewer.is_playing)
    job = opened.session.current.job
    opened.window.history.reveal_requested.emit(job.id)
    await opened.until(lambda: desktop.asked)
    QDesktopServices.unsetUrlHandler("file")
    folder = Path(desktop.asked[0].toLocalFile())
    assert (folder / Path(job.clips[0].path).name).exists()


async def test_a_refused_token_is_told_in_the_window(
    open_window: Open, simulator: Simulator
) -> None:
    opened = await open_window(simulator.url, token="bad")
    opened.write_prompt(PROMPT)
    button = opened.window.compose.foot.button
    # The question for the balance finds it out before anything is sent.
    await opened.until(lambda: "token" in button.text().lower())
    QTest.mouseClick(button, LEFT)
    await opened.until(lambda: opened.window.findChild(SettingsDialog) is not None)
    assert len(await opened.session.library.order()) == 0
    assert not simulator.accepted


async def test_workspaces_settings_and_shape_are_kept(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened = await open_window(simulator.url)
    window = opened.window
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.workspace == "review"
    assert not window.compose.isVisible()
    opened.session.change_settings(theme="light", text_scale=110)
    await opened.close()
    assert read_settings(tmp_path / "settings.json") == Settings(theme="light", text_scale=110)
    again = await open_window(simulator.url)
    assert again.window.workspace == "review"


async def test_settings_changed_in_a_row_are_written_in_their_order(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened = await open_window(simulator.url)
    for percent in range(80, 200, 4):
        opened.session.change_settings(text_scale=percent)
    await opened.close()
    assert read_settings(tmp_path / "settings.json").text_scale == 196


async def test_a_window_closed_before_its_session_runs_comes_to_rest(
    open_window: Open, simulator: Simulator
) -> None:
    configuration = (await open_window(simulator.url)).configuration
    window = MainWindow(configuration.settings)
    window.furnish()
    window.show()
    window.close()
    other = dataclasses.replace(configuration, library=configuration.library.with_name("two"))
    session = Session(window, other)
    assert await asyncio.wait_for(session.run(), LIMIT) == 0
    assert not window.isVisible()
    window.deleteLater()


class NoService:
    """A service of one's own that does not come up."""

    async def start(self) -> str:
        raise OSError("no such program")

    async def stop(self) -> None:
        """Nothing was started."""


@pytest.mark.allow_log("the window cannot be used")
async def test_a_demo_that_does_not_come_up_is_told_in_the_window(
    open_window: Open, simulator: Simulator
) -> None:
    configuration = (await open_window(simulator.url)).configuration
    window = MainWindow(configuration.settings)
    window.furnish()
    window.show()
    other = dataclasses.replace(configuration, library=configuration.library.with_name("two"))
    running = asyncio.ensure_future(Session(window, other, NoService()).run())
    async with asyncio.timeout(LIMIT):
        while not window.viewer.message_page.isVisible():
            await asyncio.sleep(0.02)
    assert "went wrong inside Rushes" in window.viewer.message_page.title.text()
    window.close()
    assert await asyncio.wait_for(running, LIMIT) == 1
    window.deleteLater()


async def test_a_library_in_use_is_told_and_nothing_is_taken(
    open_window: Open, simulator: Simulator
) -> None:
    first = await open_window(simulator.url)
    second = Opened(first.configuration)
    page = second.window.viewer.message_page
    await second.until(page.isVisible)
    assert "open in another Rushes" in page.title.text()
    assert await second.close() == 1
    assert first.window.isVisible()
    move_pointer(first.window, QPoint(5, 5))
