"""The Viewer's keys, pressed on the widget that has the keyboard."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rushes.media.play_order import LoopKind
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand, ViewerKeys

from .conftest import FRAMES, HandClock, Screen

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

Press = Callable[..., None]


@pytest.fixture
def press(shown: Screen) -> Press:
    def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        focused = shown.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)

    return press


def test_space_plays_and_pauses(shown: Screen, press: Press, qtbot: QtBot) -> None:
    told: list[bool] = []
    shown.panel.playing_changed.connect(told.append)
    play = shown.panel.stage.transport.play
    press(KEY.Key_Space)
    assert shown.panel.is_playing
    assert (play.icon_name, play.accessibleName()) == ("pause", "Pause")
    qtbot.waitUntil(lambda: shown.panel.current_index > 2)
    press(KEY.Key_Space)
    assert not shown.panel.is_playing
    assert (play.icon_name, play.accessibleName()) == ("play", "Play")
    assert told == [True, False]
    shown.wait_for(shown.panel.playback.due)


def test_space_works_wherever_in_the_viewer_a_mouse_clicked(shown: Screen) -> None:
    field = QLineEdit(shown.window)
    field.show()
    field.setFocus()
    QTest.mouseClick(shown.panel.stage.transport.on, Qt.MouseButton.LeftButton)
    shown.wait_for(1)
    assert shown.window.focusWidget() is shown.panel.stage.picture
    field.setFocus()
    QTest.mouseClick(shown.panel.stage.picture, Qt.MouseButton.LeftButton)
    assert not shown.panel.is_playing
    assert shown.window.focusWidget() is shown.panel.stage.picture


def test_a_field_that_types_keeps_its_keys(shown: Screen, press: Press) -> None:
    field = QLineEdit(shown.panel)
    field.show()
    field.setFocus()
    for key in (KEY.Key_Space, KEY.Key_L, KEY.Key_I, KEY.Key_J):
        press(key)
    press(KEY.Key_Home)
    assert field.text() == " lij"
    assert not shown.panel.is_playing
    assert shown.panel.playback.in_index is None
    assert shown.panel.current_index == 0


def test_shuttle_is_faster_with_each_press_and_stops(shown: Screen, press: Press) -> None:
    playback, speed = shown.panel.playback, shown.panel.stage.transport.speed
    told = []
    forward, back = KEY.Key_L, KEY.Key_J
    for key in (forward, forward, forward, forward, back, back, back, back, back, forward):
        press(key)
        told.append((playback.speed, speed.text()))
    assert told == [
        (1.0, "1×"),
        (2.0, "2×"),
        (4.0, "4×"),
        (4.0, "4×"),
        # The other key slows down what plays, and turns it round from its own speed.
        (2.0, "2×"),
        (1.0, "1×"),
        (-1.0, "−1×"),
        (-2.0, "−2×"),
        (-4.0, "−4×"),
        (-2.0, "−2×"),
    ]
    press(KEY.Key_K)
    assert not shown.panel.is_playing
    assert speed.text() == "1×"


def test_the_shuttle_begins_at_the_clip_s_own_speed_whatever_was_chosen(
    shown: Screen, press: Press
) -> None:
    playback = shown.panel.playback
    playback.set_speed(0.25)
    press(KEY.Key_L)
    assert playback.speed == 1.0
    press(KEY.Key_K)
    # What plays slowly goes over to the shuttle's own speeds.
    press(KEY.Key_Space)
    assert playback.speed == 0.25
    press(KEY.Key_L)
    assert playback.speed == 1.0
    press(KEY.Key_K)
    press(KEY.Key_Space)
    press(KEY.Key_J)
    assert playback.speed == -1.0
    press(KEY.Key_K)
    assert (shown.panel.is_playing, playback.chosen_speed) == (False, 0.25)


def test_a_held_shuttle_key_does_not_run_away(shown: Screen) -> None:
    view = shown.panel.stage.picture
    for repeats in (False, True, True, True):
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_L, NONE, "l", repeats))
    assert shown.panel.playback.speed == 1.0


def test_with_k_held_a_held_l_goes_on_frame_by_frame(shown: Screen) -> None:
    view = shown.panel.stage.picture
    QTest.keyPress(view, KEY.Key_L)
    assert shown.panel.is_playing
    QTest.keyRelease(view, KEY.Key_L)
    QTest.keyPress(view, KEY.Key_K)
    assert not shown.panel.is_playing
    shown.panel.seek(10)
    shown.wait_for(10)
    # As a system repeats the key that went down last.
    for repeats in (False, True, True):
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_L, NONE, "l", repeats))
    shown.wait_for(13)
    for repeats in (False, True):
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_J, NONE, "j", repeats))
    shown.wait_for(11)
    QTest.keyRelease(view, KEY.Key_K)
    assert not shown.panel.is_playing


def test_with_k_held_j_and_l_go_by_single_frames(shown: Screen) -> None:
    view = shown.panel.stage.picture
    shown.panel.seek(10)
    QTest.keyPress(view, KEY.Key_K)
    QTest.keyClick(view, KEY.Key_L)
    shown.wait_for(11)
    QTest.keyClick(view, KEY.Key_L)
    shown.wait_for(12)
    QTest.keyClick(view, KEY.Key_J)
    shown.wait_for(11)
    assert not shown.panel.is_playing
    QTest.keyRelease(view, KEY.Key_K)
    QTest.keyClick(view, KEY.Key_L)
    assert shown.panel.is_playing


def test_in_and_out_are_set_and_cleared(shown: Screen, press: Press) -> None:
    playback = shown.panel.playback
    shown.panel.seek(12)
    press(KEY.Key_I)
    shown.panel.seek(30)
    press(KEY.Key_O)
    assert (playback.in_index, playback.out_index, playback.span) == (12, 30, (12, 31))
    assert shown.panel.stage.timeline.accessibleDescription() == "In 13, Out 31"
    press(KEY.Key_I, SHIFT)
    assert (playback.in_index, playback.out_index, playback.span) == (None, 30, (0, 31))
    press(KEY.Key_O, SHIFT)
    assert (playback.in_index, playback.out_index, playback.span) == (None, None, (0, FRAMES))


def test_an_in_behind_out_clears_it_and_the_other_way_round(shown: Screen) -> None:
    playback = shown.panel.playback
    playback.set_in(10)
    playback.set_out(20)
    playback.set_in(25)
    assert (playback.in_index, playback.out_index) == (25, None)
    playback.set_out(5)
    assert (playback.in_index, playback.out_index) == (None, 5)


def test_control_l_goes_through_the_loop_kinds(shown: Screen, press: Press) -> None:
    loop = shown.panel.stage.transport.loop
    told = []
    for _ in range(3):
        press(KEY.Key_L, CONTROL)
        told.append((shown.panel.playback.loop, loop.icon_name, loop.isChecked()))
    assert told == [
        (LoopKind.ONCE, "once", False),
        (LoopKind.PING_PONG, "pingpong", True),
        (LoopKind.LOOP, "loop", True),
    ]
    assert not shown.panel.is_playing


def test_brackets_change_the_speed_of_what_plays(
    shown: Screen, press: Press, clock: HandClock
) -> None:
    press(KEY.Key_BracketLeft)
    press(KEY.Key_BracketLeft)
    assert shown.panel.stage.transport.speed.text() == "0.25×"
    press(KEY.Key_Space)
    clock.go_on(4.5 * 4)
    shown.wait_for(4)
    for _ in range(4):
        press(KEY.Key_BracketRight)
    assert shown.panel.playback.speed == 4.0
    clock.go_on(2.5)
    shown.wait_for(14)


def test_the_viewer_s_keys_go_before_those_of_the_window(shown: Screen) -> None:
    for widget in (shown.panel, shown.panel.stage.picture, shown.panel.stage.timeline):
        mine = QKeyEvent(QEvent.Type.ShortcutOverride, KEY.Key_I, NONE, "i")
        mine.ignore()
        QApplication.sendEvent(widget, mine)
        assert mine.isAccepted()
        theirs = QKeyEvent(QEvent.Type.ShortcutOverride, KEY.Key_Q, CONTROL)
        theirs.ignore()
        QApplication.sendEvent(widget, theirs)
        assert not theirs.isAccepted()


def test_keys_do_nothing_while_there_is_no_clip(screen: Screen) -> None:
    screen.panel.setFocus()
    for key in (KEY.Key_Space, KEY.Key_End, KEY.Key_L, KEY.Key_I, KEY.Key_Right):
        QTest.keyClick(screen.panel, key)
    assert not screen.panel.is_playing
    assert screen.panel.current_index == -1
    assert screen.panel.frame_count == 0


def test_a_key_that_repeats_by_itself_counts_once_but_for_steps() -> None:
    keys = ViewerKeys()

    def event(key: Qt.Key, text: str = "") -> QKeyEvent:
        return QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, True)

    assert keys.pressed(event(KEY.Key_Space, " ")) is None
    assert keys.pressed(event(KEY.Key_L, "l")) is None
    assert keys.pressed(event(KEY.Key_Right)) is ViewerCommand.FRAME_ON


def test_a_sign_is_known_by_what_it_writes_on_any_keyboard() -> None:
    # Keyboards without a key of their own for "[" give it with AltGr, as Control and Alt.
    modifiers = CONTROL | Qt.KeyboardModifier.AltModifier
    event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Egrave, modifiers, "[")
    assert ViewerKeys().pressed(event) is ViewerCommand.SLOWER


def test_a_sign_with_control_is_left_to_the_window() -> None:
    # Control and + enlarge the text.
    event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Plus, CONTROL, "+")
    assert ViewerKeys().meaning(event) is None
    plain = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Plus, NONE, "+")
    assert ViewerKeys().meaning(plain) is ViewerCommand.ZOOM_IN


def test_a_held_k_is_forgotten_when_the_keyboard_goes_elsewhere(shown: Screen) -> None:
    view = shown.panel.stage.picture
    field = QLineEdit(shown.window)
    field.show()
    QTest.keyPress(view, KEY.Key_K)
    field.setFocus()
    QTest.keyRelease(field, KEY.Key_K)
    view.setFocus()
    QTest.keyClick(view, KEY.Key_L)
    assert shown.panel.is_playing


def test_escape_is_left_to_others_but_in_full_screen(shown: Screen) -> None:
    view = shown.panel.stage.picture

    def is_claimed() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, KEY.Key_Escape, NONE)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    assert not is_claimed()
    shown.panel.toggle_full_screen()
    assert is_claimed()
    shown.panel.toggle_full_screen()
    assert not is_claimed()


# The number must stay in sight to be read.
_OF_LOOKING = frozenset(
    {
        ViewerCommand.FULL_SCREEN,
        ViewerCommand.SECOND_SCREEN,
        ViewerCommand.LEAVE,
        ViewerCommand.INFORMATION,
        ViewerCommand.FIT,
        ViewerCommand.FULL_SIZE,
        ViewerCommand.DOUBLE_SIZE,
        ViewerCommand.ZOOM_IN,
        ViewerCommand.ZOOM_OUT,
    }
)


@pytest.mark.parametrize("seed", range(3))
def test_random_keys_never_end_on_a_wrong_frame(
    shown: Screen, other_clip: Path, clip: Path, qtbot: QtBot, seed: int
) -> None:
    chance = random.Random(seed)
    view = shown.panel.stage.picture
    keys = [key for command, key in DEFAULT_KEYS.items() if command not in _OF_LOOKING]
    shown.panel.frame_changed.connect(lambda index: shown.check())
    for _ in range(150):
        combination = QKeySequence(chance.choice(keys))[0]  # type: ignore[index]
        QTest.keyClick(view, combination.key(), combination.keyboardModifiers())
        if chance.random() < 0.3:
            qtbot.wait(chance.randrange(30))
        if chance.random() < 0.03:
            shown.panel.show_clip(chance.choice([clip, other_clip]))
    shown.panel.pause()
    qtbot.waitUntil(lambda: shown.panel.current_index == shown.panel.playback.due)
    shown.check()
    assert shown.painted_number() == shown.panel.playback.due + 1
