"""The menu of a job and of a selection, in a window: what it offers, and what that does."""

import dataclasses
import hashlib
import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from rushes.domain.job import Clip
from rushes.domain.mark_changes import TrashChange
from rushes.domain.marks import Flag
from rushes.domain.states import FileState, JobState
from rushes.library.announcements import JobEntry
from rushes.ui.answers.file_page import FilePage
from rushes.ui.components.menu import Menu
from rushes.ui.history.job_menu import JobMenu
from rushes.ui.history.job_roles import JobRole
from rushes.ui.window.job_acts import JobActs
from tests.media.clips import write_clip
from tests.ui.job_faces.jobs import make_job, until
from tests.ui.window.opened import Open, Opened
from tests.ui.window.test_session import Desktop

K = Qt.Key
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_clip(tmp_path_factory.mktemp("clips") / "seen.mp4", frames=5, rate=Fraction(24))


@pytest.fixture
async def opened(open_window: Open) -> Opened:
    return await open_window(NOWHERE)


def acts_of(opened: Opened) -> JobActs:
    return opened.session._wishes.acts


async def add_ready(opened: Opened, clip: Path, *prompts: str) -> list[JobEntry]:
    library, jobs = opened.session.library, []
    for prompt in prompts:
        job = make_job(prompt, JobState.READY)
        path = f"2026-11/{job.id}-1.mp4"
        place = library.layout.media / path
        place.parent.mkdir(exist_ok=True)
        shutil.copyfile(clip, place)
        size, stamp = place.stat().st_size, place.stat().st_mtime_ns
        digest = hashlib.sha256(place.read_bytes()).hexdigest()
        found = Clip(
            0, "", path, FileState.PRESENT, size, size, sha256=digest, disk_size=size,
            disk_mtime_ns=stamp,
        )  # fmt: skip
        jobs.append(dataclasses.replace(job, clips=(found,)))
    return await library.add(jobs)


async def menu_of(opened: Opened, *entries: JobEntry) -> JobMenu:
    history = opened.window.history
    history.menu_requested.emit(entries[0], [entry.key for entry in entries], QPoint(200, 200))
    await until(lambda: history.findChildren(JobMenu))
    (menu,) = history.findChildren(JobMenu)
    await until(menu.isVisible)
    return menu


async def closed(opened: Opened, menu: JobMenu) -> None:
    menu.close()
    await until(lambda: not opened.window.history.findChildren(JobMenu))


def rows(menu: Menu) -> dict[str, str]:
    """Texts of the rows that can be chosen, by the name of their act."""
    found: dict[str, str] = {}
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, Menu):
            found |= rows(submenu)
        elif action.isEnabled() and action.objectName():
            found[action.objectName()] = action.text().split("\t")[0]
    return found


def refused(menu: Menu) -> dict[str, str]:
    """Why rows cannot be chosen, by the name of their act."""
    found: dict[str, str] = {}
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, Menu):
            found |= refused(submenu)
        elif not action.isEnabled() and action.objectName():
            found[action.objectName()] = action.text().partition("\t")[2]
    return found


def row(menu: Menu, name: str) -> QAction:
    for action in menu.actions():
        submenu = action.menu()
        if action.objectName() == name:
            return action
        if isinstance(submenu, Menu):
            for each in submenu.actions():
                if each.objectName() == name:
                    return each
    raise AssertionError(name)


async def chosen(opened: Opened, name: str, *entries: JobEntry) -> None:
    menu = await menu_of(opened, *entries)
    row(menu, name).trigger()
    await closed(opened, menu)


async def toast(opened: Opened, words: str) -> None:
    await until(lambda: words in opened.session.reviewing.toast.text())


async def test_one_job_offers_what_can_be_done_and_says_why_not(opened: Opened, clip: Path) -> None:
    (ready,) = await add_ready(opened, clip, "Cabin")
    menu = await menu_of(opened, ready)
    told = rows(menu)
    assert told["trash"] == "Move to Trash"
    assert {"open", "use_all", "remix", "use_prompt", "use_seed", "tags", "reveal"} <= told.keys()
    assert {"copy_files", "copy_paths", "copy_prompts", "copy_curl"} <= told.keys()
    assert not {"cancel", "restore", "remove", "locate"} & told.keys()
    assert refused(menu) == {"compare": "choose 2 to 9"}
    await closed(opened, menu)
    (waiting,) = await opened.session.library.add([make_job("  ")])
    menu = await menu_of(opened, waiting)
    assert "cancel" in rows(menu)
    assert refused(menu) == {
        "compare": "choose 2 to 9",
        "use_prompt": "has no prompt",
        "reveal": "no file here",
        "copy_files": "no file here",
        "copy_paths": "no file here",
        "copy_prompts": "has no prompt",
    }
    await closed(opened, menu)


async def test_many_jobs_are_counted_in_every_row(opened: Opened, clip: Path) -> None:
    entries = await add_ready(opened, clip, "Cabin", "Tram", "Boat")
    (waiting,) = await opened.session.library.add([make_job("Fox")])
    menu = await menu_of(opened, *entries, waiting)
    told = rows(menu)
    assert told["compare"] == "Compare 4"
    assert told["copy_paths"] == "Copy 3 paths"
    assert told["copy_prompts"] == "Copy 4 prompts"
    assert told["cancel"] == "Cancel 1"
    assert told["trash"] == "Move 4 to Trash"
    assert refused(menu)["use_seed"] == "choose one"
    await closed(opened, menu)
    await opened.session.library.mark([entries[0].key], TrashChange(1.0))
    menu = await menu_of(opened, *entries)
    told = rows(menu)
    assert (told["trash"], told["restore"]) == ("Move 2 to Trash", "Restore 1")
    assert "remove" not in told
    await closed(opened, menu)


async def test_what_is_copied_is_what_was_chosen(opened: Opened, clip: Path) -> None:
    cabin, tram = await add_ready(opened, clip, "It’s a cabin", "Tram")
    places = [str(path) for path in await opened.session.library.files([cabin.key, tram.key])]
    clipboard = QGuiApplication.clipboard()
    await chosen(opened, "copy_paths", cabin, tram)
    await toast(opened, "2 paths copied")
    assert clipboard.text().split("\n") == places
    await chosen(opened, "copy_prompts", cabin, tram)
    await toast(opened, "2 prompts copied")
    assert clipboard.text() == "It’s a cabin\n\nTram"
    await chosen(opened, "copy_files", cabin, tram)
    await toast(opened, "2 files copied")
    assert [url.toLocalFile() for url in clipboard.mimeData().urls()] == places
    await chosen(opened, "copy_curl", cabin)
    await toast(opened, "1 command copied")
    assert "$RUNCOMFY_TOKEN" in clipboard.text()
    assert "good" not in clipboard.text()


async def test_marks_of_the_menu_go_to_all_that_is_chosen(opened: Opened, clip: Path) -> None:
    cabin, tram = await add_ready(opened, clip, "Cabin", "Tram")
    menu = await menu_of(opened, cabin, tram)
    mark = next(each for each in menu.actions() if each.text() == "Mark").menu()
    assert isinstance(mark, Menu)
    next(each for each in mark.actions() if each.text() == "Pick\tP").trigger()
    await closed(opened, menu)
    library = opened.session.library

    async def picked() -> bool:
        entries = await library.jobs([cabin.key, tram.key])
        return all(entry.job.marks.flag is Flag.PICK for entry in entries)

    while not await picked():
        await opened.until(lambda: True)


async def test_files_are_shown_in_their_folder(opened: Opened, clip: Path) -> None:
    (cabin,) = await add_ready(opened, clip, "Cabin")
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    try:
        await chosen(opened, "reveal", cabin)
        await until(lambda: desktop.asked)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (place,) = await opened.session.library.files([cabin.key])
    assert Path(desktop.asked[0].toLocalFile()) == place.parent


async def test_a_moved_clip_is_found_again_by_its_bytes(
    opened: Opened, clip: Path, tmp_path: Path
) -> None:
    library = opened.session.library
    cabin, tram = await add_ready(opened, clip, "Cabin", "Tram")
    away = tmp_path / "away"
    away.mkdir()
    for number, place in enumerate(await library.files([cabin.key, tram.key])):
        place.rename(away / f"moved {number}.mp4")
    (away / "another.mp4").write_bytes(b"another" * 1000)
    for entry in (cabin, tram):
        await library.note_missing(entry.job.id)
    menu = await menu_of(opened, cabin, tram)
    assert "locate" in rows(menu)
    row(menu, "locate").trigger()
    await closed(opened, menu)
    locating = acts_of(opened).locating
    assert locating.dialog is not None
    locating.dialog.close()
    await until(lambda: locating.dialog is None)
    (tmp_path / "alone").mkdir()
    alone = tmp_path / "alone" / "other.mp4"
    alone.write_bytes(b"other" * 1000)
    locating.look([cabin.key], alone)
    await toast(opened, "another one")
    locating.look([cabin.key, tram.key], away / "another.mp4")
    await toast(opened, "2 of 2 clips are back")
    entries = await library.jobs([cabin.key, tram.key])
    assert [entry.job.clips[0].state for entry in entries] == [FileState.PRESENT] * 2
    assert (away / "moved 0.mp4").exists()


async def test_the_page_of_a_missing_file_has_it_located_and_plays_it(
    opened: Opened, clip: Path, tmp_path: Path
) -> None:
    library, window = opened.session.library, opened.window
    (cabin,) = await add_ready(opened, clip, "Cabin")
    (place,) = await library.files([cabin.key])
    moved, other = tmp_path / "elsewhere" / "moved.mp4", tmp_path / "other" / "other.mp4"
    for each in (moved, other):
        each.parent.mkdir()
    place.rename(moved)
    other.write_bytes(b"other" * 1000)
    window.history.select_job(cabin.job.id)
    answers, locating = window.viewer.answers, acts_of(opened).locating
    await until(lambda: isinstance(answers.page, FilePage) and answers.page.isVisible())
    model = window.history.model
    place_in_list = model.index(model.row_of(cabin))
    assert model.data(place_in_list, JobRole.FACE).state.word == "File missing"
    page = answers.page
    assert isinstance(page, FilePage)
    for chosen_file, words in ((other, "another one"), (moved, "The clip is back")):
        QTest.mouseClick(page.locate.button, Qt.MouseButton.LeftButton)
        dialog = locating.dialog
        assert dialog is not None
        dialog.setDirectory(str(chosen_file.parent))
        dialog.selectFile(str(chosen_file))
        dialog.accept()
        await toast(opened, words)
    await until(lambda: window.viewer.frame_count == 5)
    assert not answers.isVisible()
    window.viewer.play()
    await until(lambda: window.viewer.is_playing)
    face = model.data(place_in_list, JobRole.FACE)
    assert face.state is None or face.state.word != "File missing"
    assert (await library.job(cabin.job.id)).job.clips[0].state is FileState.PRESENT
    assert moved.exists()


async def test_the_viewers_menu_has_the_take(opened: Opened, clip: Path) -> None:
    (cabin,) = await add_ready(opened, clip, "Cabin")
    opened.window.history.select_job(cabin.job.id)
    await until(lambda: opened.window.viewer.frame_count)
    menu = Menu("", opened.window)
    opened.window.viewer.menu_filling.emit(menu)
    take = next(each.menu() for each in menu.actions() if each.text() == "Take")
    assert isinstance(take, Menu)
    assert {"show_in_history", "trash", "copy_curl"} <= rows(take).keys()
    menu.deleteLater()
    opened.window.viewer.setFocus()
    QTest.keyClick(opened.window.viewer.stage, K.Key_Delete)
    while await opened.session.library.trashed_keys() != [cabin.key]:
        await opened.until(lambda: True)
