"""Saving and copying: the frame on the screen, at full size, in order, whole."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter, Quality
from rushes.media.settings_box import read_settings
from rushes.ui.viewer.frames_out.pictures_folder import folder_words, pictures_folder
from rushes.ui.viewer.frames_out.shown_frame import ShownFrame
from tests.media.clips import read_number
from tests.ui.viewer.conftest import HandClock, Screen

CONTROL = Qt.KeyboardModifier.ControlModifier


class Heard:
    """What a Viewer told, and where it saved."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.folder = folder
        self.told: list[str] = []
        self.acts: list[tuple[str, Callable[[], None] | None]] = []
        self.shown: list[Path] = []
        out = screen.panel.frames_out
        out.folder = lambda: folder
        out.told.connect(self._on_told)
        out.show_requested.connect(self.shown.append)

    def _on_told(self, words: str, act: str, wish: Callable[[], None] | None) -> None:
        self.told.append(words)
        self.acts.append((act, wish))


@pytest.fixture
def heard(shown: Screen, tmp_path: Path) -> Heard:
    return Heard(shown, tmp_path / "Saved")


@pytest.fixture
def clean_clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def pixels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return lines[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[:, :, :3]


def exact(clip: Path, index: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    with FrameSource(clip) as source:
        return Converter().picture(source.decode(index), None, Quality.FINE).array()[:, :, :3]


def test_s_saves_the_frame_on_the_screen(
    shown: Screen, heard: Heard, clip: Path, qtbot: QtBot
) -> None:
    shown.panel.clip.title = "Night tram, take 3"
    shown.panel.seek(42)
    shown.wait_for(42)
    QTest.keyClick(shown.panel.stage.picture, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(heard.told) == 1)
    (path,) = heard.folder.iterdir()
    assert path.name == "Night tram-take 3-frame 0043.png"
    assert np.array_equal(pixels(QImage(str(path))), exact(clip, 42))
    settings = read_settings(path)
    assert settings is not None
    assert (settings["frame"], settings["frames"], settings["clip"]) == (43, 49, clip.name)
    assert heard.told == ["Frame 43 saved to Saved"]
    act, wish = heard.acts[0]
    assert act == "Show"
    assert wish is not None
    wish()
    assert heard.shown == [path]


def test_the_button_of_the_transport_saves_too(shown: Screen, heard: Heard, qtbot: QtBot) -> None:
    shown.window.resize(1000, 480)
    QTest.mouseClick(shown.panel.stage.transport.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(heard.told) == 1)
    assert [path.name for path in heard.folder.iterdir()] == ["numbered-frame 0001.png"]


def test_many_presses_in_a_row_are_all_saved_in_order(
    shown: Screen, heard: Heard, qtbot: QtBot
) -> None:
    for index in range(8):
        shown.panel.seek(index * 5)
        shown.wait_for(index * 5)
        QTest.keyClick(shown.panel.stage.picture, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(heard.told) == 8)
    numbers = [index * 5 + 1 for index in range(8)]
    assert heard.told == [f"Frame {number} saved to Saved" for number in numbers]
    saved = sorted(heard.folder.iterdir())
    assert [read_number(pixels(QImage(str(path)))) for path in saved] == numbers


def test_while_it_plays_the_frame_that_is_painted_is_saved(
    shown: Screen, heard: Heard, clock: HandClock, qtbot: QtBot
) -> None:
    shown.panel.play()
    clock.go_on(20.5)
    # The frame that is due is not on the screen yet.
    painted = shown.painted_number()
    QTest.keyClick(shown.panel.stage.picture, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(heard.told) == 1)
    shown.panel.pause()
    (path,) = heard.folder.iterdir()
    assert read_number(pixels(QImage(str(path)))) == painted


def test_saving_once_more_keeps_one_file_and_another_picture_its_own(
    shown: Screen, heard: Heard, qtbot: QtBot
) -> None:
    heard.folder.mkdir()
    other = heard.folder / "numbered-frame 0001.png"
    other.write_bytes(b"another picture")
    for _ in range(2):
        QTest.keyClick(shown.panel.stage.picture, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(heard.told) == 2)
    names = sorted(path.name for path in heard.folder.iterdir())
    assert names == ["numbered-frame 0001-2.png", "numbered-frame 0001.png"]
    assert other.read_bytes() == b"another picture"


def test_control_c_copies_the_frame_exactly(
    shown: Screen, heard: Heard, clip: Path, qtbot: QtBot, clean_clipboard: None
) -> None:
    shown.panel.seek(17)
    shown.wait_for(17)
    QTest.keyClick(shown.panel.stage.picture, Qt.Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: heard.told == ["Frame 18 copied"])
    content = QGuiApplication.clipboard().mimeData()
    assert np.array_equal(pixels(QGuiApplication.clipboard().image()), exact(clip, 17))
    png = QImage.fromData(content.data("image/png"), "PNG")
    assert np.array_equal(pixels(png), exact(clip, 17))
    assert heard.acts == [("", None)]
    assert not heard.folder.exists()


def test_what_was_copied_outlives_the_viewer_without_python(
    shown: Screen, heard: Heard, clip: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(shown.panel.stage.picture, Qt.Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: heard.told == ["Frame 1 copied"])
    copied = QGuiApplication.clipboard().mimeData()
    shown.panel.close_clip()
    assert QGuiApplication.clipboard().mimeData() is not copied
    assert np.array_equal(pixels(QGuiApplication.clipboard().image()), exact(clip, 0))


def test_a_text_field_keeps_both_keys(shown: Screen, heard: Heard, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    field = QLineEdit("words", shown.panel)
    field.show()
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "words"
    QTest.keyClick(field, Qt.Key.Key_S)
    assert field.text() == "s"
    qtbot.wait(30)
    assert heard.told == []
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "cannot be written in")]
)
def test_what_the_disk_refuses_is_said(
    shown: Screen,
    heard: Heard,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    QTest.keyClick(shown.panel.stage.picture, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(heard.told) == 1)
    assert words in heard.told[0]
    assert list(heard.folder.iterdir()) == []


def test_a_clip_that_went_away_is_said(
    screen: Screen, clip: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    own = tmp_path / "own.mp4"
    own.write_bytes(clip.read_bytes())
    screen.open(own)
    heard = Heard(screen, tmp_path / "Saved")
    own.unlink()
    QTest.keyClick(screen.panel.stage.picture, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(heard.told) == 1)
    assert heard.told[0].startswith("The file is not where it was.")


def test_nothing_is_saved_where_nothing_is_shown(
    screen: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    heard = Heard(screen, tmp_path / "Saved")
    screen.panel.setFocus()
    QTest.keyClick(screen.panel, Qt.Key.Key_S)
    screen.panel.frames_out.save()
    screen.panel.frames_out.copy()
    qtbot.wait(30)
    assert heard.told == []
    assert not heard.folder.exists()


def test_what_was_asked_for_is_written_before_the_window_ends(shown: Screen, heard: Heard) -> None:
    for _ in range(3):
        QTest.keyClick(shown.panel.stage.picture, Qt.Key.Key_S)
    shown.panel.close_clip()
    assert len(list(heard.folder.iterdir())) == 1


def test_another_may_say_which_frame_is_meant(
    shown: Screen, heard: Heard, other_clip: Path, qtbot: QtBot
) -> None:
    shown.panel.frames_out.meant = lambda: ShownFrame(other_clip, 29, 31, "B: “x”")
    QTest.keyClick(shown.panel.stage.picture, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(heard.told) == 1)
    (path,) = heard.folder.iterdir()
    assert path.name == "B “x”-frame 0030.png"
    assert read_number(pixels(QImage(str(path)))) == 30


def test_pictures_go_to_a_folder_of_their_own_by_default() -> None:
    assert pictures_folder().name == "Rushes"
    assert folder_words(pictures_folder()) == "Pictures"
    assert pictures_folder("/somewhere/Frames") == Path("/somewhere/Frames")
    assert folder_words(Path("/somewhere/Frames")) == "Frames"
