"""Sliders, spin fields, seeds."""

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.ui.components.seed_field import (
    THIN_SPACE,
    SeedField,
    SeedMode,
    seed_from_words,
    seed_words,
)
from rushes.ui.components.slider import Slider
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.components.spin_field import SpinField
from rushes.ui.components.switch import Switch
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from tests.ui.components.conftest import Host
from tests.ui.components.test_choices import turn_wheel

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def english_numbers() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))


def rate() -> SliderSpin:
    return SliderSpin(5, 24, default=16, unit="fps", name="Frame Rate")


def test_pressing_the_groove_brings_the_knob_there(qtbot: QtBot, host: Host) -> None:
    slider = Slider(0, 100, name="Strength")
    slider.setFixedWidth(214)
    host(slider)
    with qtbot.waitSignal(slider.value_edited) as told:
        qtbot.mousePress(slider, LEFT, pos=QPoint(107, 14))
    assert told.args == [50]
    with qtbot.waitSignal(slider.value_edited) as told:
        qtbot.mouseMove(slider, QPoint(300, 14))
        if slider.value() == 50:
            slider._drag_to(slider.rect().topRight().toPointF())
    assert told.args == [100]
    qtbot.mouseRelease(slider, LEFT)


def test_keys_move_the_knob_and_setting_it_tells_nobody(qtbot: QtBot, host: Host) -> None:
    slider = Slider(0, 10)
    slider.setSingleStep(1)
    host(slider)
    slider.setFocus()
    for key, value in ((Key.Key_Right, 1), (Key.Key_End, 10), (Key.Key_Left, 9)):
        with qtbot.waitSignal(slider.value_edited) as told:
            qtbot.keyClick(slider, key)
        assert told.args == [value]
        assert slider.value() == value
    with qtbot.assertNotEmitted(slider.value_edited):
        slider.set_value(3)


def test_a_double_click_brings_the_default_back(qtbot: QtBot, host: Host) -> None:
    control = rate()
    host(control)
    control.set_value(24)
    with qtbot.waitSignal(control.value_edited, check_params_cb=lambda value: value == 16):
        qtbot.mouseDClick(control.slider, LEFT, pos=QPoint(10, 14))
    assert control.value() == 16


def test_slider_and_field_show_the_same_number(qtbot: QtBot, host: Host) -> None:
    control = rate()
    host(control)
    control.slider.setFocus()
    with qtbot.waitSignal(control.value_edited) as told:
        qtbot.keyClick(control.slider, Key.Key_Right)
    assert told.args == [17]
    assert control.spin.text() == "17"
    control.spin.setFocus()
    with qtbot.waitSignal(control.value_edited) as told:
        qtbot.keyClick(control.spin, Key.Key_Up)
    assert told.args == [18]
    assert control.slider.value() == 13


def test_typing_may_leave_the_bounds_and_arrows_may_not(qtbot: QtBot, host: Host) -> None:
    control = rate()
    host(control)
    control.spin.setFocus()
    control.spin.selectAll()
    qtbot.keyClicks(control.spin, "30")
    assert control.value() == 30
    assert control.slider.value() == control.slider.maximum()
    qtbot.keyClick(control.spin, Key.Key_Up)
    assert control.value() == 24


def test_a_refused_number_has_a_bad_rim(host: Host) -> None:
    control = rate()
    host(control)
    control.set_refused(True)
    image = control.spin.grab().toImage()
    assert image.pixelColor(30, 1) == current_theme().color(Role.BAD)
    control.set_refused(False)
    control.spin.clearFocus()
    assert control.spin.grab().toImage().pixelColor(30, 0) == current_theme().color(Role.RIM)


def test_setting_a_number_tells_nobody(qtbot: QtBot, host: Host) -> None:
    control = rate()
    host(control)
    with qtbot.assertNotEmitted(control.value_edited):
        control.set_value(8)
    assert (control.value(), control.slider.value()) == (8, 3)


def test_parts_of_one_are_exact(qtbot: QtBot, host: Host) -> None:
    control = SliderSpin(0, 2, step=0.05, decimals=2, default=1)
    host(control)
    control.slider.setFocus()
    qtbot.keyClick(control.slider, Key.Key_Right)
    assert control.value() == pytest.approx(1.05)
    assert control.spin.text() == "1.05"


def test_a_very_long_range_still_slides(host: Host) -> None:
    control = SliderSpin(0, 2**31 - 1)
    host(control)
    assert control.slider.maximum() <= 10_000
    control.set_value(2**31 - 1)
    assert control.value() == 2**31 - 1


def test_the_arrows_of_a_field_count(qtbot: QtBot, host: Host) -> None:
    field = SpinField(0, 5, name="Offset", unit="frames")
    host(field)
    up = field.childAt(QPoint(field.width() - 9, 8))
    with qtbot.waitSignal(field.value_edited) as told:
        qtbot.mouseClick(up, LEFT)
    assert told.args == [1]
    interface = QAccessible.queryAccessibleInterface(field)
    assert interface.text(QAccessible.Text.Name) == "Offset"
    assert interface.text(QAccessible.Text.Description) == "frames"


def test_the_wheel_passes_over_numbers_not_in_use(host: Host) -> None:
    control = rate()
    other = Switch("Other")
    host(control, other)
    other.setFocus()
    turn_wheel(control.spin)
    turn_wheel(control.slider)
    assert control.value() == 16


def test_a_slider_shows_focus_for_keys_and_not_for_the_mouse(qtbot: QtBot, host: Host) -> None:
    slider = Slider(0, 10)
    host(slider)
    accent = current_theme().color(Role.ACCENT)

    def has_ring() -> bool:
        image = slider.grab().toImage()
        across = (image.pixelColor(x, 14) for x in range(image.width()))
        return any(color == accent for color in across)

    qtbot.mouseClick(slider, LEFT, pos=QPoint(100, 14))
    assert not has_ring()
    slider.clearFocus()
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_ring()


def test_seeds_are_read_in_groups() -> None:
    assert seed_words(481516) == f"481{THIN_SPACE}516"
    assert seed_words(7) == "7"
    assert seed_from_words(" 481 516 ") == 481516
    assert seed_from_words(f"481{THIN_SPACE}516") == 481516
    for wrong in ("", "abc", "4,5", "٤", "-", "1.5"):
        assert seed_from_words(wrong) is None


def test_the_seed_field_appears_with_the_modes_that_need_it(qtbot: QtBot, host: Host) -> None:
    control = SeedField()
    host(control)
    assert control.mode() is SeedMode.RANDOM
    assert not control.field.isVisible()
    with qtbot.waitSignal(control.mode_edited) as told:
        qtbot.mouseClick(control.modes.segments[1], LEFT)
    assert told.args == [SeedMode.FIXED]
    assert control.field.isVisible()
    assert control.dice.isVisible()
    qtbot.mouseClick(control.modes.segments[2], LEFT)
    assert control.field.isVisible()
    assert not control.dice.isVisible()


def test_what_follows_a_counting_seed_is_told(host: Host) -> None:
    control = SeedField()
    host(control)
    control.set_mode(SeedMode.COUNT_UP)
    control.set_seed(481516)
    assert control.remark.text() == "then 481 517, 481 518"


def test_a_typed_seed_is_taken_when_it_is_in_bounds(qtbot: QtBot, host: Host) -> None:
    control = SeedField(0, 1000)
    control.set_mode(SeedMode.FIXED)
    host(control)
    control.set_seed(1, "from Cabin, take 3")
    control.field.setFocus()
    control.field.selectAll()
    with qtbot.waitSignal(control.seed_edited):
        qtbot.keyClicks(control.field, "42")
    assert control.seed() == 42
    assert control.remark.text() == ""
    qtbot.keyClicks(control.field, "99")
    assert control.seed() == 429
    assert not control.is_acceptable()
    assert control.field.property("refused") is True
    qtbot.keyClick(control.field, Key.Key_Return)
    assert control.field.text() == "429"
    assert control.is_acceptable()


def test_the_dice_throws_a_seed_in_bounds(qtbot: QtBot, host: Host) -> None:
    control = SeedField(10, 12)
    control.set_mode(SeedMode.FIXED)
    host(control)
    thrown = set()
    for _ in range(60):
        with qtbot.waitSignal(control.seed_edited):
            qtbot.mouseClick(control.dice, LEFT)
        thrown.add(control.seed())
    assert thrown == {10, 11, 12}


def test_setting_seed_and_mode_tells_nobody(qtbot: QtBot, host: Host) -> None:
    control = SeedField()
    host(control)
    with qtbot.assertNotEmitted(control.value_edited):
        control.set_mode(SeedMode.FIXED)
        control.set_seed(5, "from Cabin, take 3")
    assert control.remark.text() == "from Cabin, take 3"
    assert QApplication.focusWidget() is not control.field
