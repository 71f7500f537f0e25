"""The sound of the Viewer as a whole: button, key, and what is loaded for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.ui.viewer.sound.state import SoundState
from tests.media.sounding_clips import clicks, write_sounding_clip
from tests.ui.viewer.conftest import Screen

LEFT = Qt.MouseButton.LeftButton

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.panel import ViewerPanel
from rushes.ui.viewer.sound.state import SoundState

application = QApplication([])
apply_theme(application, Theme.from_settings(ThemeSettings(reduced_motion=True)))
panel = ViewerPanel()
panel.resize(660, 480)
told = []
panel.sound.told.connect(told.append)
panel.show_clip(Path(sys.argv[1]))
panel.play()
waiting = QTimer()

def look():
    loading = panel.sound.clip_sound.state is SoundState.LOADING
    if panel.current_index > 12 and not loading:
        application.quit()

waiting.timeout.connect(look)
waiting.start(50)
QTimer.singleShot(30_000, application.quit)
application.exec()
shown, state = panel.current_index, panel.sound.clip_sound.state.name
print(shown > 2, panel.is_playing, state, "PySide6.QtMultimedia" in sys.modules, told, sep="|")
panel.close_clip()
"""


def play_in_child(path: Path, **environment: str) -> list[str]:
    """Play a clip in a process of its own; what it tells of it."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
    )
    return done.stdout.strip().splitlines()[-1].split("|")


@pytest.fixture(scope="module")
def sounding(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("viewer-sound") / "clip.mp4"
    return write_sounding_clip(path, clicks([0.5], 2.0), frames=48)


def test_for_a_silent_clip_nothing_of_sound_is_loaded(clip: Path) -> None:
    assert play_in_child(clip) == ["True", "True", "NONE", "False", "[]"]


def test_without_a_sound_server_it_plays_and_says_so_once(sounding: Path, tmp_path: Path) -> None:
    """Where libpulse is missing Qt's sound cannot even be imported, and it is the same."""
    told = play_in_child(sounding, PULSE_SERVER=f"unix:{tmp_path}/none")
    assert told[:3] == ["True", "True", "NO_DEVICE"]
    assert told[4] == "['There is no sound device: it plays silently']"


def test_where_qt_has_no_sound_it_plays_and_says_so(sounding: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\nsys.modules['PySide6.QtMultimedia'] = None\n", encoding="utf-8"
    )
    told = play_in_child(sounding, PYTHONPATH=os.pathsep.join([str(tmp_path), *sys.path]))
    assert told[:3] == ["True", "True", "NO_DEVICE"]


def test_the_button_is_there_for_clips_with_sound_alone(
    screen: Screen, clip: Path, sounding: Path, qtbot: QtBot
) -> None:
    sound = screen.panel.sound
    screen.window.resize(1200, 600)
    screen.open(clip)
    assert not sound.button.isVisible()
    screen.panel.show_clip(sounding)
    qtbot.waitUntil(lambda: screen.panel.frame_count == 48)
    qtbot.waitUntil(lambda: sound.clip_sound.state is not SoundState.LOADING)
    assert sound.button.isVisible()
    screen.panel.show_empty()
    assert sound.clip_sound.state is SoundState.NONE
    screen.open(clip)
    assert not sound.button.isVisible()


def test_key_and_button_mute_and_the_wish_is_told(
    screen: Screen, clip: Path, sounding: Path, qtbot: QtBot
) -> None:
    sound = screen.panel.sound
    muted: list[bool] = []
    volumes: list[float] = []
    sound.muted_changed.connect(muted.append)
    sound.volume_changed.connect(volumes.append)
    screen.open(clip)
    screen.panel.setFocus()
    QTest.keyClick(screen.panel.stage.picture, Qt.Key.Key_M)
    assert muted == []
    screen.panel.show_clip(sounding)
    qtbot.waitUntil(lambda: screen.panel.frame_count == 48)
    QTest.keyClick(screen.panel.stage.picture, Qt.Key.Key_M)
    assert muted == [True]
    assert sound.is_muted
    sound.button.volume_requested.emit(0.5)
    sound.button.volume_requested.emit(0.6)
    assert muted == [True, False]
    qtbot.waitUntil(lambda: volumes == [0.6])
    assert sound.volume == 0.6


def test_settings_are_taken_without_an_answer(screen: Screen) -> None:
    sound = screen.panel.sound
    answers: list[object] = []
    sound.muted_changed.connect(answers.append)
    sound.volume_changed.connect(answers.append)
    sound.set_volume(0.3)
    sound.set_muted(True)
    assert (sound.volume, sound.is_muted) == (0.3, True)
    assert answers == []
