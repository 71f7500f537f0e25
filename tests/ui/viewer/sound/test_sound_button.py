"""The button of the sound: what it tells and what it asks for."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.ui.viewer.sound.sound_button import SoundButton
from rushes.ui.viewer.sound.state import SoundState

LEFT = Qt.MouseButton.LeftButton
READY = SoundState.READY


@pytest.fixture
def button(qtbot: QtBot) -> Iterator[SoundButton]:
    made = SoundButton()
    made.show_sound(READY, False, 0.8)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def wishes(button: SoundButton) -> list[object]:
    asked: list[object] = []
    button.muted_requested.connect(asked.append)
    button.volume_requested.connect(asked.append)
    return asked


def turn(button: SoundButton, eighths: int) -> None:
    place = QPointF(button.rect().center())
    event = QWheelEvent(
        place,
        button.mapToGlobal(place),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(button, event)


@pytest.mark.parametrize(
    ("state", "muted", "volume", "words", "icon", "enabled"),
    [
        (READY, False, 0.8, "Sound on, 80\u202f%", "sound", True),
        (SoundState.LOADING, False, 0.8, "Sound on, 80\u202f%", "sound", True),
        (READY, True, 0.8, "Muted", "sound_off", True),
        (READY, False, 0.0, "Sound on, 0\u202f%", "sound_off", True),
        (
            SoundState.NO_DEVICE,
            False,
            0.8,
            "No sound device: this clip plays silently",
            "sound_off",
            False,
        ),
        (SoundState.BROKEN, False, 0.8, "The sound cannot be read", "sound_off", False),
        (SoundState.NONE, False, 0.8, "No sound", "sound_off", False),
    ],
)
def test_icon_and_words_tell_how_it_stands(
    button: SoundButton,
    state: SoundState,
    muted: bool,
    volume: float,
    words: str,
    icon: str,
    enabled: bool,
) -> None:
    button.show_sound(state, muted, volume)
    assert button.accessibleName() == words
    assert button.toolTip().startswith(words)
    assert button.icon_name == icon
    assert button.isEnabled() is enabled
    assert ("Wheel" in button.toolTip()) is enabled


def test_of_a_very_long_sound_it_tells_how_much_is_heard(button: SoundButton) -> None:
    button.show_sound(READY, False, 0.8, 349.5)
    assert button.accessibleName().endswith("Only the first 5:49 are heard")


def test_a_press_mutes_and_shows_nothing_by_itself(button: SoundButton) -> None:
    asked = wishes(button)
    QTest.mouseClick(button, LEFT)
    assert asked == [True]
    assert button.icon_name == "sound"
    button.show_sound(READY, True, 0.8)
    QTest.mouseClick(button, LEFT)
    assert asked == [True, False]


def test_wheel_and_arrow_keys_set_the_volume(button: SoundButton) -> None:
    asked = wishes(button)
    turn(button, 120)
    assert asked == [0.85]
    turn(button, -60)
    turn(button, -60)
    assert asked == [0.85, 0.75]
    QTest.keyClick(button, Qt.Key.Key_Up)
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert asked[2:] == [0.85, 0.75]
    button.show_sound(READY, False, 1.0)
    turn(button, 120)
    assert len(asked) == 4


def test_a_right_click_opens_the_slider(button: SoundButton, qtbot: QtBot) -> None:
    asked = wishes(button)
    place = button.rect().center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(button, QContextMenuEvent(reason, place, button.mapToGlobal(place)))
    popover = button.popover
    assert popover is not None
    assert popover.slider.value() == 80
    assert popover.slider.accessibleName() == "Volume"
    QTest.keyClick(popover.slider, Qt.Key.Key_Right)
    assert asked == [0.85]
    button.show_sound(READY, False, 0.3)
    assert popover.slider.value() == 30
    assert asked == [0.85]
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: button.popover is None)


def test_the_slider_goes_when_the_sound_goes(button: SoundButton, qtbot: QtBot) -> None:
    button.open_volume()
    button.show_sound(SoundState.NO_DEVICE, False, 0.8)
    qtbot.waitUntil(lambda: button.popover is None)
    button.open_volume()
    assert button.popover is None
