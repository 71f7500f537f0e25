"""Imports and backups from the menu, while the library is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from rushes.domain.states import JobState
from rushes.library.library import Library
from rushes.media.settings_box import embed_settings
from rushes.simulator.server import Simulator
from rushes.ui.components.button import Button
from rushes.ui.libraries.library_wishes import LibraryWishes
from rushes.ui.window.sheet import Sheet
from tests.library.lives import live
from tests.media.clips import write_clip
from tests.ui.libraries.conftest import Open
from tests.ui.libraries.turning import Turning

LEFT = Qt.MouseButton.LeftButton


def wishes(opened: Turning) -> LibraryWishes:
    found = opened.window.findChild(LibraryWishes)
    assert isinstance(found, LibraryWishes)
    return found


def sheet(opened: Turning) -> Sheet | None:
    return next((each for each in opened.window.findChildren(Sheet) if each.isVisible()), None)


def press(opened: Turning, text: str) -> None:
    for button in sheet(opened).findChildren(Button):
        if button.text() == text:
            QTest.mouseClick(button, LEFT)
            return
    raise AssertionError(text)


async def filled(root: Path, machine: Path) -> None:
    library = Library(root, machine_file=machine)
    await library.open(program="test")
    for fate in ("ready", "refused", "waiting"):
        await live(library, fate)
    await library.close()


async def test_another_library_is_imported_and_the_outcome_is_told(
    open_window: Open, tmp_path: Path, simulator: Simulator
) -> None:
    await filled(tmp_path / "Harbour", tmp_path / "libraries.json")
    opened = await open_window()
    works = wishes(opened).works
    works.import_from(tmp_path / "Harbour")
    assert works.card is not None
    await opened.until(lambda: "3 added" in opened.window.toast.text())
    assert works.card is None
    await opened.until(lambda: opened.window.history.model.rowCount() == 3)
    entries = await opened.session.library.in_states([JobState.HELD])
    assert len(entries) == 1
    assert not simulator.accepted
    works.import_from(tmp_path / "Harbour")
    await opened.until(lambda: "3 were here already" in opened.window.toast.text())


async def test_a_folder_of_clips_is_imported_and_the_unread_are_named(
    open_window: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    write_clip(folder / "holiday.mp4", frames=4)
    (folder / "broken.mp4").write_bytes(b"no clip")
    opened = await open_window()
    wishes(opened).works.import_from(folder)
    await opened.until(lambda: "1 could not be read" in opened.window.toast.text())
    act = opened.window.toast.findChild(Button)
    QTest.mouseClick(act, LEFT)
    await opened.until(lambda: sheet(opened))
    assert "broken.mp4" in sheet(opened).accessibleDescription()
    await opened.until(lambda: opened.window.history.model.rowCount() == 1)


@pytest.mark.parametrize("is_filled", [False, True])
async def test_the_keyboard_is_after_an_import_where_it_was_before(
    open_window: Open, tmp_path: Path, is_filled: bool
) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    write_clip(folder / "holiday.mp4", frames=4)
    if is_filled:
        await filled(tmp_path / "Northlight", tmp_path / "libraries.json")
    opened = await open_window()
    window = opened.window
    await opened.until(lambda: window.history.model.rowCount() == 3 * is_filled)
    window.history.setFocus()
    QTest.mouseClick(window.top_bar.library, LEFT)
    await opened.until(window.top_bar.library.menu().isVisible)
    window.top_bar.library.menu().close()
    wishes(opened).ask_what_to_import()
    dialog = wishes(opened).dialog
    assert dialog is not None
    dialog.setDirectory(str(tmp_path))
    dialog.findChild(QLineEdit, "fileNameEdit").setText(folder.name)
    dialog.accept()
    await opened.until(lambda: "1 added" in window.toast.text())
    await opened.until(lambda: window.history.model.rowCount() == 3 * is_filled + 1)
    assert window.history.isAncestorOf(window.focusWidget())
    window.activateWindow()
    await opened.until(window.isActiveWindow)
    close = window.toast.findChildren(QAbstractButton)[-1]
    QTest.mouseClick(close, LEFT)
    await opened.until(lambda: not window.toast.isVisible())
    assert window.history.isAncestorOf(window.focusWidget())


async def test_a_backup_is_made_and_restored_and_sends_nothing(
    open_window: Open, tmp_path: Path, simulator: Simulator
) -> None:
    await filled(tmp_path / "Northlight", tmp_path / "libraries.json")
    opened = await open_window()
    wishes(opened).works.back_up(tmp_path / "saved")
    await opened.until(lambda: "Backed up" in opened.window.toast.text())
    assert "on the same drive as the clips" in opened.window.toast.text()
    session = opened.session
    wishes(opened).restore(tmp_path / "saved")
    await opened.until(lambda: sheet(opened))
    assert "Nothing is sent" in sheet(opened).accessibleDescription()
    press(opened, "In the place of this library")
    await opened.until(lambda: opened.session is not session and opened.name == "Northlight")
    await opened.until(lambda: opened.window.history.model.rowCount() == 3)
    held = await opened.session.library.in_states([JobState.HELD])
    assert len(held) == 1
    assert not await opened.session.library.in_states([JobState.WAITING])
    assert not simulator.accepted
    assert [path for path in tmp_path.iterdir() if "Northlight, before" in path.name]


async def test_what_is_no_backup_is_not_restored(open_window: Open, tmp_path: Path) -> None:
    opened = await open_window()
    wishes(opened).restore(tmp_path)
    await opened.until(lambda: sheet(opened))
    assert "no whole backup" in sheet(opened).accessibleDescription()


async def test_a_clip_dropped_on_the_window_brings_its_settings(
    open_window: Open, tmp_path: Path
) -> None:
    opened = await open_window()
    model = opened.window.compose.models[0].model_id
    clip = write_clip(tmp_path / "from a friend.mp4", frames=4)
    inputs = {"prompt": "A harbour at dawn", "seed": 42}
    embed_settings(clip, {"model": model, "inputs": inputs})
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(clip))])
    place, copy = QPointF(20, 20), Qt.DropAction.CopyAction
    with_button = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(place.toPoint(), copy, carried, *with_button)
    QApplication.sendEvent(opened.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(opened.window, QDropEvent(place, copy, carried, *with_button))
    await opened.until(lambda: "are in Compose" in opened.window.toast.text())
    draft = opened.window.compose.draft()
    assert draft["prompt"] == "A harbour at dawn"
    letter = tmp_path / "letter.txt"
    letter.touch()
    carried.setUrls([QUrl.fromLocalFile(str(letter))])
    refused = QDragEnterEvent(place.toPoint(), copy, carried, *with_button)
    refused.ignore()
    QApplication.sendEvent(opened.window, refused)
    assert not refused.isAccepted()
