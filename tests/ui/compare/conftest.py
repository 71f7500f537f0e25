"""A Viewer that compares clips whose frames carry their number, read back from its pixels."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.compare.compared_take import ComparedTake
from rushes.ui.compare.comparison import Comparison
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.panel import ViewerPanel
from tests.media.clips import write_clip
from tests.ui.viewer.conftest import HandClock, number_in

FRAMES = 25
RATE = 24
UNEVEN_TICKS = (0, 3, 4, 9, 10, 11, 17, 18, 20, 27, 28, 30)
"""When the frames of the uneven clip start, in 48ths of a second."""


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The usual look, without movement, and English numbers."""
    QLocale.setDefault(QLocale("en_US"))
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=True)))


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Clips by name: `even` and `twin` of 25 frames at 24, `short` of 9, `slow` at 16, `uneven`,
    and `large` of 1088 × 384 pixels.
    """
    folder = tmp_path_factory.mktemp("compared")

    def write(name: str, **changes: object) -> Path:
        return write_clip(folder / f"{name}.mp4", options={"g": "12"}, **changes)

    return {
        "even": write("even", frames=FRAMES, rate=Fraction(RATE)),
        "twin": write("twin", frames=FRAMES, rate=Fraction(RATE), height=112),
        "short": write("short", frames=9, rate=Fraction(RATE)),
        "large": write("large", frames=6, rate=Fraction(RATE), width=1088, height=384),
        "slow": write("slow", frames=13, rate=Fraction(16)),
        "uneven": write(
            "uneven",
            frames=len(UNEVEN_TICKS),
            rate=Fraction(RATE),
            times=UNEVEN_TICKS,
            time_base=Fraction(1, 48),
        ),
    }


def take_of(path: Path, number: int, **inputs: object) -> ComparedTake:
    return ComparedTake(f"job-{number}", path, f"Take {number}", inputs)


class BoardScreen:
    """A shown Viewer that compares, seen from outside: pixels and words."""

    def __init__(self, panel: ViewerPanel, window: QWidget, qtbot: QtBot) -> None:
        self.panel = panel
        self.window = window
        self._qtbot = qtbot

    @property
    def comparison(self) -> Comparison:
        made = self.panel.comparing.comparison
        assert made is not None
        return made

    def compare(self, takes: Sequence[ComparedTake]) -> None:
        """Compare takes and wait until their first frames are there."""
        assert self.panel.compare(takes)
        self._qtbot.waitUntil(lambda: self.comparison.group.is_open)
        self._qtbot.waitUntil(lambda: self.is_at_rest)
        self.panel.setFocus()

    @property
    def is_at_rest(self) -> bool:
        """Whether every clip shows the frame that is due."""
        group, due = self.comparison.group, self.panel.playback.due
        clips = [clip for clip in group.clips if clip.times is not None]
        return bool(clips) and all(clip.shown == clip.index_of(due) for clip in clips)

    def painted(self) -> list[int]:
        """The numbers that stand in the pixels of all cells."""
        found = []
        for cell in self.comparison.board.cells:
            view = cell.picture
            found.append(number_in(view.grab().toImage(), view.picture_area().toRect()))
        return found

    def wait_for(self, *numbers: int) -> None:
        """Wait until all cells are done, and see that these are the numbers painted in them."""
        self._qtbot.waitUntil(lambda: self.is_at_rest)
        assert self.painted() == list(numbers)
        shown = [clip.shown for clip in self.comparison.group.clips]
        assert [-1 if index is None else index + 1 for index in shown] == list(numbers)

    def wait_until_due(self, number: int) -> None:
        """Wait until the playback, which looks at the clock by itself, has come to a moment."""
        self._qtbot.waitUntil(lambda: self.panel.playback.due == number - 1)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def told(self) -> str:
        """What the transport tells."""
        return self.panel.stage.transport.position.words()


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[BoardScreen]:
    """An empty Viewer in a window that has the keyboard."""
    window = QWidget()
    panel = ViewerPanel(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(panel)
    window.resize(900, 620)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield BoardScreen(panel, window, qtbot)
    panel.close_clip()
    window.close()
    window.deleteLater()


@pytest.fixture
def clock(screen: BoardScreen) -> HandClock:
    """The Viewer's time, in the test's hand."""
    hand = HandClock()
    screen.panel.playback.now = hand
    return hand


Compare = Callable[..., BoardScreen]


@pytest.fixture
def compare(screen: BoardScreen, clips: dict[str, Path]) -> Compare:
    """Compares clips by their names."""

    def begin(*names: str) -> BoardScreen:
        screen.compare([take_of(clips[name], n + 1, seed=n) for n, name in enumerate(names)])
        return screen

    return begin
