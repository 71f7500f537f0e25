"""A Viewer in a real window, clips whose frames carry their number, and a reader of the screen."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.panel import ViewerPanel
from tests.media.clips import read_number, write_clip

FRAMES = 49
RATE = 24
CLIP_WIDTH = 272

MakePath = Callable[..., Path]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The usual look, without movement, and English numbers."""
    QLocale.setDefault(QLocale("en_US"))
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=True)))


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """49 frames at 24 a second, key frames 12 apart."""
    path = tmp_path_factory.mktemp("clips") / "numbered.mp4"
    return write_clip(path, frames=FRAMES, rate=Fraction(RATE), options={"g": "12"})


@pytest.fixture(scope="session")
def other_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """31 frames at 12 a second."""
    path = tmp_path_factory.mktemp("clips") / "other.mp4"
    return write_clip(path, frames=31, rate=Fraction(12))


class Screen:
    """A shown Viewer, seen from outside: what is painted and what is written."""

    def __init__(self, panel: ViewerPanel, window: QWidget, qtbot: QtBot) -> None:
        self.panel = panel
        self.window = window
        self._qtbot = qtbot

    def painted_number(self) -> int:
        """The number that stands in the pixels of the picture."""
        view = self.panel.stage.picture
        return number_in(view.grab().toImage(), view.picture_area().toRect())

    def told_number(self) -> int:
        """The frame's number as the transport tells it."""
        words = self.panel.stage.transport.position.words()
        found = re.search(r"(\d+)(?: of|, of| /) \d+", words)
        assert found, words
        return int(found.group(1))

    def open(self, path: Path, title: str = "") -> None:
        """Show a clip and wait for its first picture."""
        self.panel.show_clip(path, title=title)
        self._qtbot.waitUntil(lambda: self.panel.current_index == 0)

    def wait_for(self, index: int) -> None:
        """Wait until a frame is shown, and see that picture and words are true to it."""
        self._qtbot.waitUntil(lambda: self.panel.current_index == index)
        self.check()
        assert self.painted_number() == index + 1

    def check(self) -> None:
        """What is painted and what is told must be one frame, now."""
        told = (self.told_number(), self.panel.current_index + 1)
        assert told == (self.painted_number(),) * 2


def number_in(image: QImage, area: QRect) -> int:
    """The number in the picture that lies in `area` of a grabbed image, in the widget's units."""
    ratio = image.devicePixelRatio()
    corner, size = area.topLeft() * ratio, area.size() * ratio
    area = QRect(corner, size)
    picture = image.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    pixels = lines[:, : picture.width() * 4].reshape(picture.height(), picture.width(), 4)
    return read_number(pixels, scale=area.width() / CLIP_WIDTH)


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[Screen]:
    """An empty Viewer in a window that has the keyboard."""
    window = QWidget()
    panel = ViewerPanel(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(panel)
    window.resize(660, 480)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Screen(panel, window, qtbot)
    panel.close_clip()
    window.close()
    window.deleteLater()


@pytest.fixture
def shown(screen: Screen, clip: Path) -> Screen:
    """The Viewer with the clip, standing on its first frame, with the keyboard."""
    screen.open(clip)
    screen.panel.setFocus()
    return screen


class HandClock:
    """Time that moves when the test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def go_on(self, frames: float, rate: int = RATE) -> None:
        """Let so many frames pass."""
        self.seconds += frames / rate


@pytest.fixture
def clock(screen: Screen) -> HandClock:
    """The Viewer's time, in the test's hand."""
    hand = HandClock()
    screen.panel.playback.now = hand
    return hand
