"""Among several takes the chosen one is heard, sample for sample where its picture stands."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rushes.media.compare_times import Lock
from rushes.ui.viewer.panel import ViewerPanel
from rushes.ui.viewer.sound.output import SoundOutput
from rushes.ui.viewer.sound.state import SoundState
from tests.media.sounding_clips import RATE, place_in_ramp, ramp, write_sounding_clip
from tests.ui.viewer.conftest import HandClock
from tests.ui.viewer.sound.fake_multimedia import FakeMultimedia

from .conftest import BoardScreen, take_of

SECONDS = 1.0
FRAMES = 24
TAB = Qt.Key.Key_Tab


@pytest.fixture(scope="module")
def sounding(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """`loud` and `soft`, whose samples tell their places, `slow` of 16 frames, `mute` of none."""
    folder = tmp_path_factory.mktemp("compared-sound")

    def write(name: str, loudness: float, **changes: object) -> Path:
        wave = ramp(SECONDS) * np.float32(loudness)
        return write_sounding_clip(folder / f"{name}.mov", wave, codec="pcm_s16le", **changes)

    return {
        "loud": write("loud", 1.0, frames=FRAMES),
        "soft": write("soft", 0.5, frames=FRAMES),
        "slow": write("slow", 1.0, frames=16, rate=Fraction(16)),
    }


class Hearing(BoardScreen):
    """A Viewer whose sound device keeps what it plays, on a clock in the test's hand."""

    multimedia: FakeMultimedia
    clock: HandClock

    def run(self, seconds: float) -> None:
        """Let time pass, and forget what was heard before."""
        sound = self.panel.sound.clip_sound
        for _ in range(round(seconds * 100)):
            sound.feed()
            self.clock.seconds += 0.01

    def heard(self) -> tuple[float, float, float]:
        """The last sample that was heard, as place in a ramp at full and at half loudness, and
        where the clock stood when it was."""
        sink = self.multimedia.sink
        played = sink.played()
        place = place_in_ramp(played[-1:])[0]
        half = place_in_ramp(played[-1:] * 2)[0]
        behind = self.panel.sound.clip_sound._output.behind
        at = self.panel.playback.peek(self.clock.seconds + behind).position
        return place / RATE, half / RATE, at


@pytest.fixture
def hearing(qtbot: QtBot) -> Iterator[Hearing]:
    clock = HandClock()
    multimedia = FakeMultimedia(clock)
    window = QWidget()
    output = SoundOutput(load=lambda: multimedia.module)
    panel = ViewerPanel(window, output=output)
    output.setParent(panel)
    panel.playback.now = clock
    QVBoxLayout(window).addWidget(panel)
    window.resize(1200, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    screen = Hearing(panel, window, qtbot)
    screen.multimedia, screen.clock = multimedia, clock
    yield screen
    panel.close_clip()
    window.close()
    window.deleteLater()


def begin(screen: Hearing, qtbot: QtBot, *paths: Path) -> None:
    screen.compare([take_of(path, place) for place, path in enumerate(paths)])
    settle(screen, qtbot)


def settle(screen: Hearing, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.panel.sound.clip_sound.state is not SoundState.LOADING)


def test_the_chosen_take_is_heard(
    hearing: Hearing, sounding: dict[str, Path], clips: dict[str, Path], qtbot: QtBot
) -> None:
    begin(hearing, qtbot, sounding["loud"], sounding["soft"], clips["even"])
    sound = hearing.panel.sound
    hearing.panel.playback.play()
    hearing.run(0.3)
    full, _, at = hearing.heard()
    assert full == pytest.approx(at, abs=0.002)
    assert sound.button.isVisible()
    hearing.press(TAB)
    settle(hearing, qtbot)
    hearing.run(0.3)
    _, half, at = hearing.heard()
    assert half == pytest.approx(at, abs=0.002)
    hearing.press(TAB)
    assert sound.clip_sound.state is SoundState.NONE
    assert not sound.button.isVisible()
    hearing.press(TAB)
    settle(hearing, qtbot)
    assert sound.button.isVisible()
    hearing.panel.comparing.put_away()
    assert sound.clip_sound.state is SoundState.NONE


@pytest.mark.parametrize("frames", [4, -4])
def test_an_offset_shifts_what_is_heard(
    hearing: Hearing, sounding: dict[str, Path], qtbot: QtBot, frames: int
) -> None:
    begin(hearing, qtbot, sounding["soft"], sounding["loud"])
    hearing.press(TAB)
    hearing.comparison.set_offset(1, frames)
    settle(hearing, qtbot)
    hearing.panel.playback.seek(6)
    hearing.panel.playback.play()
    hearing.run(0.3)
    full, _, at = hearing.heard()
    # The other clip waits where this one is ahead; where it is behind, it waits itself.
    assert full == pytest.approx(at if frames > 0 else at - 4 / 24, abs=0.002)


def test_by_time_and_by_frame(hearing: Hearing, sounding: dict[str, Path], qtbot: QtBot) -> None:
    begin(hearing, qtbot, sounding["soft"], sounding["slow"])
    hearing.press(TAB)
    settle(hearing, qtbot)
    assert hearing.comparison.group.lock is Lock.TIME
    hearing.panel.playback.play()
    hearing.run(0.3)
    full, _, at = hearing.heard()
    assert full == pytest.approx(at, abs=0.002)
    hearing.panel.playback.pause()
    hearing.comparison.set_lock(Lock.FRAME)
    hearing.panel.playback.seek(0)
    hearing.panel.playback.play()
    hearing.run(0.3)
    full, _, at = hearing.heard()
    assert full == pytest.approx(at * 1.5, abs=0.003)
    # Behind its last frame there is no sound, as there is no other picture.
    hearing.panel.playback.seek(19)
    hearing.run(0.15)
    assert not hearing.multimedia.sink.played()[-1].any()


def test_blind_the_sound_is_that_of_the_chosen_number(
    hearing: Hearing, sounding: dict[str, Path], qtbot: QtBot
) -> None:
    begin(hearing, qtbot, sounding["loud"], sounding["soft"])
    hearing.comparison.set_blind(True, seed=5)
    seen = set()
    for _ in range(2):
        settle(hearing, qtbot)
        take = hearing.comparison.takes[hearing.comparison.chosen]
        assert hearing.panel.sound.clip_sound.path == take.path
        seen.add(take.path)
        hearing.press(TAB)
    assert len(seen) == 2


def test_the_chosen_take_is_heard_on_alone(
    hearing: Hearing, sounding: dict[str, Path], qtbot: QtBot
) -> None:
    begin(hearing, qtbot, sounding["soft"], sounding["loud"])
    hearing.press(TAB)
    hearing.comparison.set_offset(1, -4)
    hearing.panel.comparing.close()
    qtbot.waitUntil(lambda: hearing.panel.frame_count == FRAMES)
    settle(hearing, qtbot)
    hearing.panel.play()
    hearing.run(0.3)
    full, _, at = hearing.heard()
    assert full == pytest.approx(at, abs=0.002)
