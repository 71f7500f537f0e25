"""From a frame on the screen to a file, and to the next job's input, in the real window."""

import asyncio
import base64
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu

from rushes.engine.local_files import local_path
from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter
from rushes.simulator.server import Simulator
from rushes.ui.window.main_window import REVIEW
from tests.media.clips import read_number, write_clip
from tests.ui.window.opened import Open, Opened

KLING = "kling/kling-3.0/pro/image-to-video"


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token="good", pace_seconds=0.3) as started:
        yield started


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_clip(tmp_path_factory.mktemp("clips") / "tram.mp4", frames=49)


async def showing(opened: Opened, clip: Path, index: int) -> None:
    viewer = opened.window.viewer
    viewer.show_clip(clip, title="Tram, take 2")
    await opened.until(lambda: viewer.frame_count)
    viewer.seek(index)
    await opened.until(lambda: viewer.current_index == index)


def clip_menu(opened: Opened) -> QMenu:
    (found,) = (each for each in opened.window.menus.actions() if each.text() == "Clip")
    menu = found.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def entry(menu: QMenu, *words: str) -> QAction:
    (found,) = (each for each in menu.actions() if each.text().split("\t")[0] == words[0])
    if len(words) == 1:
        return found
    submenu = found.menu()
    assert isinstance(submenu, QMenu)
    return entry(submenu, *words[1:])


def number_of(path: Path) -> int:
    with FrameSource(path) as source:
        return read_number(Converter().picture(source.first_frame).array())


async def test_a_frame_becomes_the_start_of_the_next_clip(
    open_window: Open, simulator: Simulator, clip: Path
) -> None:
    opened = await open_window(simulator.url)
    window = opened.window
    await showing(opened, clip, 42)
    window.show_workspace(REVIEW)
    # The model that is chosen takes none; others do.
    entry(clip_menu(opened), "Use frame in", "Kling 3.0 Pro I2V", "Start image").trigger()
    await opened.until(lambda: window.compose.spec.model_id == KLING)
    assert window.toast.text() == "Frame 43 is now “Start image” of Kling 3.0 Pro I2V"
    link = window.compose.draft()["inputs"]["start_image_url"]
    kept = local_path(link)
    assert kept is not None
    assert kept.parent == opened.session.library.layout.frames
    assert number_of(kept) == 43
    assert not window.compose.isVisible()
    (act,) = (each for each in window.toast.findChildren(QAbstractButton) if each.text() == "Show")
    QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    assert window.compose.isVisible()
    # Now the chosen model has inputs of its own.
    window.viewer.seek(7)
    await opened.until(lambda: window.viewer.current_index == 7)
    entry(clip_menu(opened), "Use frame as", "End image").trigger()
    await opened.until(lambda: "end_image_url" in window.compose.draft()["inputs"])
    opened.write_prompt("A tram passes")
    QTest.keyClick(
        window.compose.body.prompt.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    await opened.until(lambda: simulator.accepted)
    order = await opened.session.library.order()
    (written,) = await opened.session.library.jobs(order.keys)
    inputs = written.job.request.inputs
    for name, number in (("start_image_url", 43), ("end_image_url", 8)):
        head, _, body = inputs[name].partition(",")
        assert head == "data:image/png;base64"
        sent = opened.session.library.layout.root / f"{name}.png"
        sent.write_bytes(base64.b64decode(body))
        assert number_of(sent) == number
    assert "file:" not in str(dict(inputs))


async def test_a_frame_whose_file_is_gone_is_said_at_its_input(
    open_window: Open, simulator: Simulator, clip: Path
) -> None:
    opened = await open_window(simulator.url)
    window = opened.window
    await showing(opened, clip, 3)
    entry(clip_menu(opened), "Use frame in", "PixVerse V6 I2V").trigger()
    await opened.until(lambda: "image" in window.compose.draft()["inputs"])
    kept = local_path(window.compose.draft()["inputs"]["image"])
    assert kept is not None
    kept.unlink()
    opened.write_prompt("A tram passes")
    window.compose.generate()
    control = window.compose.body.form.controls["image"]
    await opened.until(control.error)
    assert control.error() == "Image: its file is not there any more."
    assert not simulator.accepted


async def test_jobs_are_written_in_the_order_of_their_clicks(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    opened = await open_window(simulator.url)
    compose = opened.window.compose
    engine = await opened.session.working_engine()
    engine.pause_sending(True)
    wished = ["With a large picture", "With a small one", "Again with a large one"]
    for words, megabytes in zip(wished, (16, 0, 8), strict=True):
        picture = tmp_path / f"{words}.png"
        QImage(8, 8, QImage.Format.Format_RGB32).save(str(picture))
        with picture.open("ab") as file:
            file.write(bytes(megabytes * 1024**2))
        inputs = {"prompt": words, "image": picture.as_uri()}
        assert compose.use_inputs("pixverse/pixverse-v6/image-to-video", inputs, keep_seed=True)
        QTest.mouseClick(compose.foot.button, Qt.MouseButton.LeftButton)
    library = opened.session.library

    async def written() -> list[str]:
        jobs = await library.jobs((await library.order()).keys)
        return [entry.job.prompt for entry in sorted(jobs, key=lambda each: each.job.created_at)]

    while len(await written()) < len(wished):
        await asyncio.sleep(0.02)
    assert await written() == wished


async def test_saving_says_so_and_shows_the_place(
    open_window: Open, simulator: Simulator, clip: Path, tmp_path: Path
) -> None:
    opened = await open_window(simulator.url)
    window = opened.window
    window.viewer.frames_out.folder = lambda: tmp_path / "Saved"
    for words in ("Save frame", "Copy frame", "Use frame in"):
        assert not entry(clip_menu(opened), words).isEnabled()
    await showing(opened, clip, 11)
    entry(clip_menu(opened), "Save frame").trigger()
    await opened.until(lambda: window.toast.text() == "Frame 12 saved to Saved")
    (path,) = (tmp_path / "Saved").iterdir()
    assert (path.name, number_of(path)) == ("Tram-take 2-frame 0012.png", 12)


async def test_where_no_model_takes_a_picture_the_menu_says_so(
    open_window: Open, simulator: Simulator, clip: Path
) -> None:
    opened = await open_window(simulator.url)
    compose = opened.window.compose
    compose.set_models([spec for spec in compose.models if spec.kind == "text-to-video"][:1])
    await showing(opened, clip, 0)
    assert not entry(clip_menu(opened), "No model here takes an image").isEnabled()
