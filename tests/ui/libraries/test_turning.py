"""From one library to another in the same window."""

import gc
from pathlib import Path

import apsw
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from shiboken6 import isValid

from rushes.domain.states import JobState
from rushes.engine.errands import OpenAnother
from rushes.library.layout import Layout
from rushes.library.library import Library
from rushes.library.ownership import Ownership
from rushes.library.settings_file import read_settings
from rushes.simulator.server import Simulator
from rushes.ui.libraries.library_wishes import LibraryWishes
from rushes.ui.libraries.turning_page import TurningPage
from rushes.ui.window.session import Session
from rushes.ui.window.sheet import Sheet
from tests.ui.libraries.conftest import Open
from tests.ui.libraries.turning import Turning

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
PROMPT = "Lighthouse in a storm"


async def made(root: Path, machine: Path) -> None:
    """Make a library that is closed."""
    library = Library(root, machine_file=machine)
    await library.open(program="test")
    await library.close()


def menu_of(opened: Turning) -> QMenu:
    menu = opened.window.top_bar.library.menu()
    assert menu is not None
    return menu


def titles(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def press(menu: QMenu, text: str) -> None:
    """Click an entry of an open menu."""
    action = next(each for each in menu.actions() if each.text() == text)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def generate(opened: Turning) -> None:
    editor = opened.window.compose.body.prompt.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(editor, PROMPT)
    QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)


def choose(opened: Turning, folder: Path) -> None:
    """Choose a folder in the dialog that is open."""
    dialog = opened.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(folder.parent))
    dialog.selectFile(folder.name)
    dialog.accept()


def told(opened: Turning) -> Sheet | None:
    return opened.window.findChild(Sheet)


def covered(opened: Turning) -> bool:
    """Whether a page lies over the window still."""
    return any(page.isVisible() for page in opened.window.findChildren(TurningPage))


async def test_another_library_opens_in_the_same_window_and_the_way_back_is_in_the_menu(
    open_window: Open, tmp_path: Path, simulator: Simulator
) -> None:
    opened = await open_window()
    generate(opened)
    await opened.until(lambda: simulator.accepted)
    await opened.until(lambda: opened.window.history.model.rowCount() == 1)
    old_panel = opened.window.history
    QTest.keyClicks(opened.window.compose.body.prompt.editor, ", unsent")
    harbour = tmp_path / "Harbour"
    await made(harbour, tmp_path / "libraries.json")
    QTest.keyClick(opened.window, Qt.Key.Key_O, CONTROL)
    choose(opened, harbour)
    await opened.until(lambda: opened.name == "Harbour")
    assert opened.window.history.model.rowCount() == 0
    await opened.until(lambda: not isValid(old_panel))
    assert opened.window.compose.draft()["prompt"] == f"{PROMPT}, unsent"
    await opened.until(lambda: not covered(opened))
    await opened.until(lambda: read_settings(tmp_path / "settings.json").library == str(harbour))
    await opened.until(lambda: "Northlight" in opened.window.toast.text())
    QTest.mouseClick(opened.window.top_bar.library, LEFT)
    await opened.until(lambda: menu_of(opened).isVisible())
    assert titles(menu_of(opened))[:2] == ["Harbour", "Northlight"]
    press(menu_of(opened), "Northlight")
    await opened.until(lambda: opened.name == "Northlight")
    await opened.until(lambda: opened.window.history.model.rowCount() == 1)

    async def state() -> JobState:
        library = opened.session.library
        return (await library.jobs((await library.order()).keys))[0].job.state

    while await state() is not JobState.READY:
        await opened.until(lambda: True)
    assert len(simulator.accepted) == 1


async def test_no_session_outlives_its_library(open_window: Open, tmp_path: Path) -> None:
    opened = await open_window()
    for number in range(4):
        root = tmp_path / f"Library {number}"
        opened.session.leave_for(OpenAnother(root, is_new=True))
        await opened.until(lambda name=root.name: opened.name == name)
    gc.collect()
    sessions = [each for each in gc.get_objects() if isinstance(each, Session)]
    assert len(sessions) <= 2


async def test_a_library_in_use_is_not_opened_and_its_owner_is_named(
    open_window: Open, tmp_path: Path
) -> None:
    opened = await open_window()
    harbour = tmp_path / "Harbour"
    await made(harbour, tmp_path / "libraries.json")
    session = opened.session
    ownership = Ownership.acquire(Layout(harbour).lock, program="another")
    try:
        opened.window.findChild(LibraryWishes).open_library(harbour)
        await opened.until(lambda: told(opened))
    finally:
        ownership.release()
    assert "another, process" in told(opened).accessibleDescription()
    assert opened.session is session
    assert opened.name == "Northlight"


async def test_the_library_before_comes_back_where_the_next_cannot_be_opened(
    open_window: Open, tmp_path: Path
) -> None:
    opened = await open_window()
    harbour = tmp_path / "Harbour"
    await made(harbour, tmp_path / "libraries.json")
    ownership = Ownership.acquire(Layout(harbour).lock, program="another")
    session = opened.session
    try:
        # As if another process had been a moment faster than the look.
        opened.session.leave_for(OpenAnother(harbour))
        await opened.until(lambda: opened.session is not session and opened.name == "Northlight")
    finally:
        ownership.release()
    await opened.until(lambda: told(opened))
    sheet = told(opened)
    assert sheet.accessibleName() == "Harbour was not opened."
    assert "open in another Rushes" in sheet.accessibleDescription()
    assert read_settings(tmp_path / "settings.json").library != str(harbour)
    # It works as before.
    opened.window.activateWindow()
    generate(opened)
    await opened.until(lambda: opened.window.history.model.rowCount() == 1)


async def test_a_library_of_a_newer_rushes_is_left_as_it_is(
    open_window: Open, tmp_path: Path
) -> None:
    opened = await open_window()
    harbour = tmp_path / "Harbour"
    await made(harbour, tmp_path / "libraries.json")
    connection = apsw.Connection(str(Layout(harbour).database))
    connection.execute("PRAGMA user_version = 9999")
    connection.execute("UPDATE facts SET value = 9999 WHERE name = 'schema'")
    connection.close()
    before = Layout(harbour).database.read_bytes()
    opened.window.findChild(LibraryWishes).open_library(harbour)
    await opened.until(lambda: told(opened))
    assert "newer Rushes" in told(opened).accessibleDescription()
    assert Layout(harbour).database.read_bytes() == before


async def test_a_recent_library_that_is_gone_is_shown_as_such(
    open_window: Open, tmp_path: Path
) -> None:
    opened = await open_window()
    harbour = tmp_path / "Harbour"
    opened.window.findChild(LibraryWishes).make_library(harbour)
    await opened.until(lambda: opened.name == "Harbour")
    (tmp_path / "Northlight").rename(tmp_path / "Elsewhere")
    QTest.mouseClick(opened.window.top_bar.library, LEFT)
    await opened.until(lambda: "Northlight – not there" in titles(menu_of(opened)))
    menu = menu_of(opened)
    action = next(each for each in menu.actions() if each.text().endswith("not there"))
    assert not action.isEnabled()
    menu.close()


async def test_a_folder_with_other_things_in_it_becomes_no_library(
    open_window: Open, tmp_path: Path
) -> None:
    opened = await open_window()
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("dear", encoding="utf-8")
    wishes = opened.window.findChild(LibraryWishes)
    wishes.make_library(other)
    await opened.until(lambda: told(opened))
    assert "something else" in told(opened).accessibleDescription()
    told(opened).close()
    await opened.until(lambda: told(opened) is None)
    wishes.open_library(other)
    await opened.until(lambda: told(opened))
    assert "no library" in told(opened).accessibleDescription()
    assert [each.name for each in other.iterdir()] == ["letter.txt"]


async def test_the_window_can_be_closed_while_it_turns(open_window: Open, tmp_path: Path) -> None:
    opened = await open_window()
    opened.session.leave_for(OpenAnother(tmp_path / "Harbour", is_new=True))
    assert await opened.close() == 0
