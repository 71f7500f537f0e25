"""A library and its clips are moved in the window, with the words for what happens."""

import json
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rushes.domain.progress import LongWork
from rushes.engine.local_files import local_link, with_links_moved
from rushes.library import proven_copy
from rushes.library.layout import Layout
from rushes.library.library import Library
from rushes.library.moving import library_move
from rushes.library.moving.journal import MoveJournal, Stage
from rushes.library.settings_file import read_settings
from rushes.ui.components.button import Button
from rushes.ui.compose.image_inputs import image_inputs, models_with_image_inputs
from rushes.ui.libraries.library_wishes import LibraryWishes
from rushes.ui.libraries.turning_page import TurningPage
from rushes.ui.window.sheet import Sheet
from tests.library.lives import live
from tests.ui.libraries.conftest import Open
from tests.ui.libraries.turning import Turning

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def two_drives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_move, "is_on_same_drive", lambda one, other: False)


@pytest.fixture
async def filled(tmp_path: Path) -> None:
    library = Library(tmp_path / "Northlight", machine_file=tmp_path / "libraries.json")
    await library.open(program="test")
    for _ in range(3):
        await live(library, "ready")
    await library.close()


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


@pytest.mark.usefixtures("filled", "two_drives")
async def test_a_library_is_moved_and_opened_in_its_new_place(
    open_window: Open, tmp_path: Path
) -> None:
    opened = await open_window()
    await opened.until(lambda: opened.window.history.model.rowCount() == 3)
    target = tmp_path / "Drive"
    target.mkdir()
    (target / "letter.txt").write_text("dear", encoding="utf-8")
    wishes(opened).move_library(target)
    # The folder is not empty: the library gets its own in it.
    await opened.until(
        lambda: (
            opened.name == "Northlight"
            and opened.session.library.layout.root == target / "Northlight"
        )
    )
    await opened.until(lambda: opened.window.history.model.rowCount() == 3)
    assert not (tmp_path / "Northlight").exists()
    settings = read_settings(tmp_path / "settings.json")
    assert settings.library == str(target / "Northlight")
    assert settings.recent_libraries == [str(target / "Northlight")]
    assert opened.session.library.older is None


@pytest.mark.usefixtures("filled", "two_drives")
async def test_a_draft_follows_the_picture_that_it_takes_from_the_library(
    open_window: Open, tmp_path: Path
) -> None:
    opened = await open_window()
    compose = opened.window.compose
    spec = models_with_image_inputs(compose.models)[0]
    field = image_inputs(spec)[0]
    kept = Layout(tmp_path / "Northlight").frames / "frame.png"
    kept.parent.mkdir()
    kept.write_bytes(b"a picture")
    assert compose.use_picture(spec.model_id, field.name, local_link(kept))
    elsewhere = tmp_path / "own.png"
    wishes(opened).move_library(tmp_path / "Drive" / "Northlight")
    moved = Layout(tmp_path / "Drive" / "Northlight")
    await opened.until(lambda: opened.session.library.layout.root == moved.root)
    link = local_link(moved.frames / "frame.png")
    await opened.until(lambda: link in json.dumps(opened.window.compose.draft()))
    assert local_link(kept) not in json.dumps(opened.window.compose.draft())
    assert (moved.frames / "frame.png").read_bytes() == b"a picture"
    # Pictures from elsewhere stay where they are.
    own = {"image": [local_link(elsewhere)]}
    assert with_links_moved(own, tmp_path / "Northlight", moved.root) == own


@pytest.mark.usefixtures("filled", "two_drives")
async def test_a_move_shows_how_far_it_is_and_can_be_cancelled(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = await open_window()
    monkeypatch.setattr(proven_copy, "_PIECE", 512)
    real = LongWork.tell

    def slow(self: LongWork, step: str, done: int = 0, total: int = 0, name: str = "") -> None:
        real(self, step, done, total, name)
        if step == "copying":
            time.sleep(0.02)

    monkeypatch.setattr(LongWork, "tell", slow)
    session = opened.session
    wishes(opened).move_library(tmp_path / "target")

    def page() -> TurningPage | None:
        return next(iter(opened.window.findChildren(TurningPage)), None)

    await opened.until(lambda: page() is not None and page().bar.share)
    await opened.until(lambda: page().cancel.isVisible())
    assert "Copying" in page().progress.text()
    QTest.mouseClick(page().cancel, LEFT)
    await opened.until(lambda: opened.session is not session and opened.name == "Northlight")
    assert not (tmp_path / "target.arriving").exists()
    await opened.until(lambda: "It was stopped" in opened.window.toast.text())
    assert opened.session.library.layout.root == tmp_path / "Northlight"


@pytest.mark.usefixtures("filled", "two_drives")
async def test_a_move_that_the_program_did_not_outlive_is_offered_again(
    open_window: Open, tmp_path: Path
) -> None:
    root, target = tmp_path / "Northlight", tmp_path / "target"
    journal = MoveJournal.beside(tmp_path / "libraries.json")
    work = LongWork(lambda progress: work.stop(stays=True) if progress.done else None)
    with pytest.raises(library_move.WorkStopped):
        library_move.move_library(root, target, journal, work, lambda _: None)
    opened = await open_window()
    await opened.until(lambda: sheet(opened))
    assert str(target) in sheet(opened).accessibleDescription()
    press(opened, "Go on")
    await opened.until(lambda: opened.name == "target")
    assert not root.exists()


@pytest.mark.usefixtures("filled", "two_drives")
async def test_a_move_that_died_while_switching_is_finished_before_anything_is_opened(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, target = tmp_path / "Northlight", tmp_path / "target"
    journal = MoveJournal.beside(tmp_path / "libraries.json")
    with monkeypatch.context() as patched:
        patched.setattr(library_move, "_switched_over", lambda *given: target)
        library_move.move_library(root, target, journal, LongWork(), lambda _: None)
    assert journal.read(root).stage is Stage.SWITCHING
    opened = await open_window()
    await opened.until(lambda: opened.name == "target")
    await opened.until(lambda: opened.window.history.model.rowCount() == 3)
    assert not root.exists()
    assert read_settings(tmp_path / "settings.json").library == str(target)


@pytest.mark.usefixtures("filled")
async def test_clips_go_to_another_folder_and_come_home(open_window: Open, tmp_path: Path) -> None:
    opened = await open_window()
    far = tmp_path / "far"
    session = opened.session
    wishes(opened).move_media(far)
    await opened.until(lambda: opened.session is not session and opened.name == "Northlight")
    media = Layout(tmp_path / "Northlight").media
    assert media.is_symlink()
    assert opened.session.library.media.was_elsewhere
    where = f"The clips are in {media.resolve()} now."
    await opened.until(lambda: opened.window.toast.text() == where)
    session = opened.session
    wishes(opened).ask_where_to_move_media()
    await opened.until(lambda: sheet(opened))
    press(opened, "Bring them into the library")
    await opened.until(lambda: opened.session is not session and opened.name == "Northlight")
    assert not media.is_symlink()
    assert not far.exists()
