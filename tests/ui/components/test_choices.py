"""Segmented controls, lists, switches, steppers, boxes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.components.check_box import CheckBox, RadioButton
from rushes.ui.components.choice_field import ChoiceField
from rushes.ui.components.combo_box import ComboBox
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.stepper import Stepper
from rushes.ui.components.switch import Switch
from rushes.ui.theme.theme import Theme, apply_theme, current_theme
from tests.ui.components.conftest import Host

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def options(*words: str) -> list[Option]:
    return [Option(word, word) for word in words]


def sizes() -> Segmented:
    return Segmented(options("480p", "580p", "720p"), name="Resolution")


def test_a_click_on_a_segment_chooses_it(qtbot: QtBot, host: Host) -> None:
    control = sizes()
    host(control)
    assert control.value() == "480p"
    with qtbot.waitSignal(control.value_edited) as told:
        qtbot.mouseClick(control.segments[2], LEFT)
    assert told.args == ["720p"]
    assert control.value() == "720p"


def test_a_click_on_the_chosen_one_changes_nothing(qtbot: QtBot, host: Host) -> None:
    control = sizes()
    host(control)
    with qtbot.assertNotEmitted(control.value_edited):
        qtbot.mouseClick(control.segments[0], LEFT)
    assert control.value() == "480p"


def test_setting_a_value_tells_nobody(qtbot: QtBot, host: Host) -> None:
    control = sizes()
    host(control)
    with qtbot.assertNotEmitted(control.value_edited):
        control.set_value("580p")
    assert control.value() == "580p"


def test_arrow_keys_move_and_pass_what_cannot_be_chosen(qtbot: QtBot, host: Host) -> None:
    control = Segmented(
        [Option(81, "81"), Option(85, "85", enabled=False), Option(89, "89"), Option(93, "93")]
    )
    host(control)
    control.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Right)
    assert control.value() == 89
    assert QApplication.focusWidget() is control.segments[2]
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_End)
    assert control.value() == 93
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Right)
    assert control.value() == 93
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Home)
    assert control.value() == 81
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)
    assert control.value() == 89


def test_arrow_keys_follow_the_reading_direction(qtbot: QtBot, host: Host) -> None:
    control = sizes()
    control.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    host(control)
    assert control.segments[0].x() > control.segments[2].x()
    control.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Left)
    assert control.value() == "580p"


def test_tab_stops_once_at_a_segmented_control(qtbot: QtBot, host: Host) -> None:
    before, control, after = Switch("Before"), sizes(), Switch("After")
    control.set_value("580p")
    host(before, control, after)
    before.setFocus()
    qtbot.keyClick(before, Key.Key_Tab)
    assert QApplication.focusWidget() is control.segments[1]
    qtbot.keyClick(control.segments[1], Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_segments_are_equally_wide_and_fill_the_track(host: Host) -> None:
    control = Segmented(options("a", "a long word"))
    control.setFixedWidth(240)
    host(control)
    widths = [segment.width() for segment in control.segments]
    assert abs(widths[0] - widths[1]) <= 1
    assert sum(widths) + 2 * 2 + 1 == 240
    assert control.segments[0].height() == 24


def test_segments_are_radio_buttons_for_screen_readers(host: Host) -> None:
    control = sizes()
    host(control)
    interface = QAccessible.queryAccessibleInterface(control.segments[0])
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "480p"
    assert interface.state().checked
    assert control.accessibleName() == "Resolution"


def test_new_options_keep_the_chosen_one(qtbot: QtBot, host: Host) -> None:
    control = sizes()
    host(control)
    control.set_value("720p")
    control.set_options(options("720p", "1080p"))
    assert control.value() == "720p"
    control.set_options(options("1080p", "4K"))
    assert control.value() == "1080p"


@pytest.mark.parametrize(
    ("words", "segmented"),
    [
        (["480p", "580p", "720p"], True),
        (["81", "85", "89", "93", "97"], True),
        (["5 s", "6 s", "7 s", "8 s", "9 s", "10 s"], False),
        (["follow the picture", "square for the web", "cinema"], False),
    ],
)
def test_a_choice_decides_how_it_looks(words: list[str], segmented: bool) -> None:
    assert ChoiceField(options(*words)).is_segmented() is segmented


def test_a_choice_behaves_the_same_in_both_forms(qtbot: QtBot, host: Host) -> None:
    field = ChoiceField(options("a", "b", "c"), name="Kind")
    host(field)
    field.set_value("c")
    many = options(*"abcdefg")
    with qtbot.assertNotEmitted(field.value_edited):
        field.set_options(many)
    assert not field.is_segmented()
    assert field.value() == "c"
    control = field.control
    assert isinstance(control, ComboBox)
    control.setFocus()
    with qtbot.waitSignal(field.value_edited) as told:
        qtbot.keyClick(control, Key.Key_Down)
    assert told.args == ["d"]
    assert control.accessibleName() == "Kind"


def test_larger_letters_turn_segments_into_a_list(qapp: QApplication, host: Host) -> None:
    field = ChoiceField(options("eleven words", "twelve words", "all"))
    host(field)
    assert field.is_segmented()
    field.set_value("all")
    # The limit grows with the letters, so it takes rounding and hinting to pass it.
    apply_theme(qapp, Theme(text_percent=200, family=current_theme().family))
    assert field.value() == "all"


def test_a_list_that_is_not_in_use_lets_the_wheel_pass(qtbot: QtBot, host: Host) -> None:
    combo = ComboBox(options(*"abcdefg"))
    other = Switch("Other")
    host(combo, other)
    other.setFocus()
    turn_wheel(combo)
    assert combo.value() == "a"
    combo.setFocus()
    turn_wheel(combo)
    assert combo.value() == "b"


def turn_wheel(widget: QWidget) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_switch_says_on_and_off(qtbot: QtBot, host: Host) -> None:
    switch = Switch("Magic Prompt")
    host(switch)
    with qtbot.waitSignal(switch.value_edited) as told:
        qtbot.mouseClick(switch, LEFT)
    assert told.args == [True]
    switch.setFocus()
    with qtbot.waitSignal(switch.value_edited) as told:
        qtbot.keyClick(switch, Key.Key_Return)
    assert told.args == [False]
    with qtbot.assertNotEmitted(switch.value_edited):
        switch.set_value(True)
    interface = QAccessible.queryAccessibleInterface(switch)
    assert interface.text(QAccessible.Text.Name) == "Magic Prompt"
    assert interface.state().checked


def test_a_stepper_counts_by_click_and_key_and_stays_in_bounds(qtbot: QtBot, host: Host) -> None:
    stepper = Stepper(1, 3, name="Takes")
    host(stepper)
    right = QPoint(stepper.width() - 14, 14)
    with qtbot.waitSignal(stepper.value_edited) as told:
        qtbot.mouseClick(stepper.childAt(right), LEFT)
    assert told.args == [2]
    stepper.setFocus()
    qtbot.keyClick(stepper, Key.Key_Up)
    qtbot.keyClick(stepper, Key.Key_Up)
    assert stepper.value() == 3
    assert not stepper.childAt(right).isEnabled()
    qtbot.keyClick(stepper, Key.Key_Minus)
    assert stepper.value() == 2
    with qtbot.assertNotEmitted(stepper.value_edited):
        stepper.set_value(1)
    assert QAccessible.queryAccessibleInterface(stepper).text(QAccessible.Text.Name) == "Takes"


def test_boxes_tick_and_radio_buttons_exclude_each_other(qtbot: QtBot, host: Host) -> None:
    box = CheckBox("Whole word")
    mp4, gif = RadioButton("mp4"), RadioButton("GIF")
    mp4.setChecked(True)
    host(box, mp4, gif)
    with qtbot.waitSignal(box.value_edited) as told:
        qtbot.mouseClick(box, LEFT, pos=QPoint(8, 12))
    assert told.args == [True]
    with qtbot.waitSignal(gif.value_edited):
        qtbot.mouseClick(gif, LEFT, pos=QPoint(8, 12))
    assert not mp4.isChecked()
