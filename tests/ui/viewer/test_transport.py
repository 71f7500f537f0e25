"""The bar under the picture."""

from fractions import Fraction
from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from rushes.ui.viewer.position_readout import PositionReadout
from rushes.ui.viewer.speed_button import SPEEDS, SpeedMenu, neighbouring_speed

from .conftest import FRAMES, Screen

LEFT = Qt.MouseButton.LeftButton


def test_its_buttons_do_what_their_keys_do(shown: Screen) -> None:
    bar = shown.panel.stage.transport
    for button, index in [
        (bar.on, 1),
        (bar.on, 2),
        (bar.back, 1),
        (bar.last, FRAMES - 1),
        (bar.first, 0),
    ]:
        QTest.mouseClick(button, LEFT)
        shown.wait_for(index)
    QTest.mouseClick(bar.play, LEFT)
    assert shown.panel.is_playing
    QTest.mouseClick(bar.play, LEFT)
    assert not shown.panel.is_playing


def test_a_held_step_button_goes_on_stepping(shown: Screen, qtbot: QtBot) -> None:
    bar = shown.panel.stage.transport
    QTest.mousePress(bar.on, LEFT)
    qtbot.waitUntil(lambda: shown.panel.current_index >= 3)
    QTest.mouseRelease(bar.on, LEFT)
    shown.wait_for(shown.panel.playback.due)


def on_the_time(position: PositionReadout) -> QPoint:
    """A point of the readout that does not tell the frame's number."""
    number = position.number_rect()
    left = number.left() > 20
    return QPoint(5 if left else position.width() - 5, position.height() // 2)


def test_the_time_is_told_in_three_units(shown: Screen) -> None:
    position = shown.panel.stage.transport.position
    shown.panel.seek(37)
    shown.wait_for(37)
    told = []
    for _ in range(4):
        told.append(position.words())
        # On the time: beside it the frame's number asks for another one.
        QTest.mouseClick(position, LEFT, pos=on_the_time(position))
    assert told == [
        "00:00:01:13, frame 38 of 49",
        "1.542 s, frame 38 of 49",
        "38, of 49 frames",
        "00:00:01:13, frame 38 of 49",
    ]
    assert position.accessibleName() == "1.542 s, frame 38 of 49"


def test_numbers_follow_the_locale(shown: Screen) -> None:
    QLocale.setDefault(QLocale("it_IT"))
    position = shown.panel.stage.transport.position
    position.click()
    shown.panel.seek(37)
    shown.wait_for(37)
    assert position.words().startswith("1,542 s")


def test_nothing_overlaps_in_any_width(shown: Screen) -> None:
    bar = shown.panel.stage.transport
    for width in (1400, 900, 660, 520, 440, bar.minimumSizeHint().width()):
        shown.window.resize(width, 480)
        parts = [bar.position, bar.first, bar.back, bar.play, bar.on, bar.last]
        right = [bar.loop, bar.speed, bar.compare, bar.save, bar.second_screen, bar.full_screen]
        parts += [control for control in right if control.isVisible()]
        for left, right in pairwise(parts):
            assert left.geometry().right() < right.geometry().left()
        assert bar.full_screen.geometry().right() < bar.width()
        assert bar.position.width() >= bar.position.brief_size_hint().width()
    assert bar.position.words() == "1 / 49"
    shown.window.resize(900, 480)
    assert bar.play.geometry().center().x() == pytest.approx(bar.width() / 2, abs=1)
    assert bar.position.words() == "00:00:00:00, frame 1 of 49"


def test_what_was_said_while_it_was_out_of_sight_has_room(shown: Screen, qtbot: QtBot) -> None:
    bar = shown.panel.stage.transport
    bar.hide()
    rate = Fraction(24)
    bar.position.show_place(9_999, 10_000, 9_999 / rate, rate)
    bar.show()
    qtbot.waitUntil(lambda: bar.position.width() >= bar.position.sizeHint().width())


def test_a_speed_is_chosen_from_the_list(shown: Screen, qtbot: QtBot) -> None:
    bar = shown.panel.stage.transport
    QTest.mouseClick(bar.speed, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if action.isCheckable()] == [
        "0.1×", "0.25×", "0.5×", "1×", "2×", "4×",
    ]  # fmt: skip
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["1×"]
    menu.actions()[2].trigger()
    menu.close()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert (shown.panel.playback.chosen_speed, bar.speed.text()) == (0.5, "0.5×")
    assert bar.speed.accessibleName() == "Speed 0.5×"
    assert not shown.panel.is_playing


def test_speed_and_loop_stay_for_the_next_clip(shown: Screen, other_clip: object) -> None:
    shown.panel.playback.set_speed(2.0)
    shown.panel.stage.transport.loop.click()
    shown.open(other_clip)  # type: ignore[arg-type]
    assert shown.panel.stage.transport.speed.text() == "2×"
    assert shown.panel.stage.transport.loop.icon_name == "once"
    assert shown.panel.playback.span == (0, 31)


def test_faster_and_slower_stay_within_what_is_offered() -> None:
    assert neighbouring_speed(1.0, 1) == 2.0
    assert neighbouring_speed(1.0, -1) == 0.5
    assert neighbouring_speed(SPEEDS[-1], 1) == SPEEDS[-1]
    assert neighbouring_speed(SPEEDS[0], -1) == SPEEDS[0]


def test_any_speed_can_be_typed(shown: Screen, qtbot: QtBot) -> None:
    playback, button = shown.panel.playback, shown.panel.stage.transport.speed
    QTest.mouseClick(button, LEFT)
    (menu,) = button.findChildren(SpeedMenu)
    line = menu.field.lineEdit()
    assert line is not None
    QTest.mouseClick(line, LEFT)
    line.selectAll()
    QTest.keyClicks(menu.field, "1.35")
    assert playback.chosen_speed == 1.35
    line.selectAll()
    # Too fast: the speed before stays.
    QTest.keyClicks(menu.field, "9")
    assert playback.chosen_speed == 1.35
    line.selectAll()
    QTest.keyClicks(menu.field, "0.15")
    QTest.keyClick(menu.field, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert (playback.chosen_speed, button.text()) == (0.15, "0.15×")
    assert not shown.panel.is_playing
    # The offered speeds go on from there.
    assert neighbouring_speed(0.15, 1) == 0.25
    assert neighbouring_speed(0.15, -1) == 0.1
