"""Every kind of input: what it shows, and what comes out when a person uses it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.model_spec import ABSENT, ModelSpec
from rushes.ui.components.combo_box import ComboBox
from rushes.ui.components.line_field import LineField
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.components.spin_field import SpinField
from rushes.ui.components.switch import Switch
from rushes.ui.compose.controls import make_control
from rushes.ui.compose.input_control import InputControl
from rushes.ui.compose.text_area import TextArea

Show = Callable[..., InputControl]


@pytest.fixture
def control(make_model: Callable[..., ModelSpec], qtbot: QtBot) -> Show:
    """Shows the control of one input."""

    def make(
        schema: dict[str, Any], name: str = "thing", *, required: bool = False
    ) -> InputControl:
        spec = make_model({name: schema}, (name,) if required else ())
        made = make_control(spec.fields[0])
        qtbot.addWidget(made)
        made.resize(296, 120)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


def part(control: InputControl, kind: type[QWidget]) -> Any:
    found = control.findChildren(kind)
    assert len(found) == 1
    return found[0]


def same(value: object, expected: object) -> bool:
    return type(value) is type(expected) and value == expected


def test_few_values_are_segments_and_keep_their_type(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "integer", "enum": [81, 85, 89], "default": 81})
    track = part(made, Segmented)
    with qtbot.waitSignal(made.edited):
        qtbot.mouseClick(track.segments[2], Qt.MouseButton.LeftButton)
    assert same(made.value(), 89)


def test_many_values_are_a_list(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "string", "enum": list("abcdef"), "default": "b"})
    combo = part(made, ComboBox)
    assert made.value() == "b"
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert made.value() == "c"


def test_wide_values_are_a_list(control: Show) -> None:
    names = ["a very long name indeed", "another very long name"]
    part(control({"type": "string", "enum": names}, required=True), ComboBox)


def test_an_optional_choice_without_default_is_left_open(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "string", "enum": ["in", "out"]})
    assert made.value() is ABSENT
    qtbot.mouseClick(part(made, Segmented).segments[1], Qt.MouseButton.LeftButton)
    assert made.value() == "in"
    made.show_value(ABSENT)
    assert made.value() is ABSENT


def test_a_required_choice_without_default_shows_its_first(control: Show) -> None:
    assert control({"type": "string", "enum": ["in", "out"]}, required=True).value() == "in"


def test_a_value_that_is_not_offered_shows_the_default(control: Show) -> None:
    made = control({"type": "integer", "enum": [0, 1], "default": 1})
    made.show_value(0)
    made.show_value(True)
    assert same(made.value(), 1)


def test_a_default_that_is_not_offered_shows_the_first(control: Show) -> None:
    assert control({"type": "string", "enum": ["in", "out"], "default": "up"}).value() == "in"


def test_a_bounded_integer_is_dragged(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "integer", "minimum": 5, "maximum": 24, "default": 16}, "fps")
    slider = part(made, SliderSpin).slider
    end = QPoint(slider.width() - 2, slider.height() // 2)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(20, slider.height() // 2))
    qtbot.mouseMove(slider, end)
    with qtbot.waitSignal(made.edited, timeout=500, raising=False):
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=end)
    assert same(made.value(), 24)


def test_a_number_is_typed_by_the_locale(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "number", "minimum": 0.5, "maximum": 2, "default": 1})
    assert same(made.value(), 1)
    spin = part(made, SliderSpin).spin
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "1.25")
    assert same(made.value(), 1.25)
    spin.selectAll()
    qtbot.keyClicks(spin, "2")
    assert same(made.value(), 2)


@pytest.mark.parametrize(
    ("low", "high", "step"), [(0, 1, 0.01), (0.5, 2, 0.01), (1, 50, 0.2), (0, 240, 1)]
)
def test_arrows_move_by_about_a_hundredth(
    control: Show, qtbot: QtBot, low: float, high: float, step: float
) -> None:
    made = control({"type": "number", "minimum": low, "maximum": high, "default": low})
    qtbot.keyClick(part(made, SliderSpin).spin, Qt.Key.Key_Up)
    assert made.value() == pytest.approx(low + step)


def test_typing_beyond_the_bounds_is_kept(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "integer", "minimum": 5, "maximum": 24, "default": 16})
    spin = part(made, SliderSpin).spin
    spin.selectAll()
    qtbot.keyClicks(spin, "30")
    assert made.value() == 30


def test_an_unbounded_integer_is_a_spin_field(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "integer", "default": 1024})
    spin = part(made, SpinField)
    assert not made.findChildren(SliderSpin)
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    assert same(made.value(), 1025)


def test_a_default_outside_its_bounds_is_shown_as_it_is(control: Show) -> None:
    made = control({"type": "integer", "minimum": 1, "maximum": 4, "default": 9})
    part(made, SpinField)
    assert made.value() == 9


def test_a_number_without_default_may_stay_open(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "number", "minimum": 0, "maximum": 1})
    line = part(made, LineField)
    assert made.value() is ABSENT
    qtbot.keyClicks(line, "0.25")
    assert same(made.value(), 0.25)
    line.selectAll()
    qtbot.keyClicks(line, "half")
    assert made.value() is ABSENT
    assert made.unreadable() == "Thing must be a number."
    made.show_value(ABSENT)
    assert (made.value(), made.unreadable()) == (ABSENT, "")


def test_half_an_integer_is_told_by_the_schema(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "integer"})
    qtbot.keyClicks(part(made, LineField), "1.5")
    assert same(made.value(), 1.5)


def test_a_switch(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "boolean", "default": True})
    assert made.value() is True
    qtbot.keyClick(part(made, Switch), Qt.Key.Key_Space)
    assert made.value() is False
    made.show_value(ABSENT)
    assert made.value() is True


def test_a_switch_without_default_sends_what_it_shows(control: Show) -> None:
    assert control({"type": "boolean"}).value() is False


def test_a_long_text_has_several_lines(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "string", "default": ""})
    area = part(made, TextArea)
    assert made.value() is ABSENT
    low = area.height()
    qtbot.keyClicks(area.editor, "one")
    for word in ("two", "three", "four"):
        qtbot.keyClick(area.editor, Qt.Key.Key_Return)
        qtbot.keyClicks(area.editor, word)
    assert made.value() == "one\ntwo\nthree\nfour"
    assert area.height() > low


def test_a_short_text_is_a_line(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "string", "maxLength": 20, "default": "fog"})
    line = part(made, LineField)
    assert made.value() == "fog"
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert made.value() == ""


def test_undo_brings_a_text_back(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "string"})
    made.show_value("first")
    made.show_value("second")
    qtbot.keyClick(part(made, TextArea).editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert made.value() == "first"


@pytest.mark.parametrize(
    ("item", "typed", "value"),
    [
        ("string", "fog\n\n rain ", ["fog", "rain"]),
        ("integer", "1\n2", [1, 2]),
        ("number", "0.5\n2", [0.5, 2]),
    ],
)
def test_a_list_has_one_to_a_line(
    control: Show, qtbot: QtBot, item: str, typed: str, value: list[object]
) -> None:
    made = control({"type": "array", "items": {"type": item}})
    editor = part(made, TextArea).editor
    for line in typed.split("\n"):
        qtbot.keyClicks(editor, line)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert made.value() == value
    assert [type(each) for each in made.value()] == [type(each) for each in value]
    made.show_value(ABSENT)
    assert made.value() is ABSENT


def test_a_list_names_the_line_that_is_no_number(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "array", "items": {"type": "integer"}})
    qtbot.keyClicks(part(made, TextArea).editor, "3.5")
    assert made.unreadable() == "“3.5” is not a whole number."
    assert made.value() is ABSENT


def test_json_is_read_before_it_is_sent(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "array", "items": {"type": "object"}})
    editor = part(made, TextArea).editor
    qtbot.keyClicks(editor, '[{"at": 1}')
    assert made.unreadable() == "This is not JSON: see line 1, column 11."
    assert made.value() is ABSENT
    qtbot.keyClicks(editor, "]")
    assert (made.value(), made.unreadable()) == ([{"at": 1}], "")


def test_json_that_cannot_travel_is_refused(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "object"})
    qtbot.keyClicks(part(made, TextArea).editor, "NaN")
    assert made.unreadable() == "Thing cannot be sent as it is."


def test_a_seed_is_new_fixed_or_counts_up(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "integer", "minimum": 0, "default": -1}, "seed")
    field = made.seed_field
    assert made.value() is ABSENT
    qtbot.mouseClick(field.modes.segments[1], Qt.MouseButton.LeftButton)
    drawn = made.value()
    assert isinstance(drawn, int)
    assert drawn > 0
    field.field.selectAll()
    qtbot.keyClicks(field.field, "481516")
    assert made.value() == 481_516
    assert made.move_on() is False
    qtbot.mouseClick(field.modes.segments[2], Qt.MouseButton.LeftButton)
    made.set_takes(4)
    assert made.move_on() is True
    assert made.value() == 481_520


def test_counting_up_begins_anew_after_the_largest_seed(control: Show) -> None:
    made = control({"type": "integer", "minimum": 0, "maximum": 9}, "seed")
    made.show_seed(8, made.mode().COUNT_UP)
    made.set_takes(3)
    made.move_on()
    assert made.value() == 1


def test_a_seed_that_cannot_be_taken_goes_back_to_random(control: Show) -> None:
    made = control({"type": "integer", "minimum": 0, "maximum": 9}, "seed")
    made.show_value(7)
    assert made.value() == 7
    made.show_value(70)
    assert made.value() is ABSENT


def test_a_half_typed_seed_is_unreadable(control: Show, qtbot: QtBot) -> None:
    made = control({"type": "integer", "minimum": 0, "maximum": 999}, "seed")
    made.show_value(7)
    made.seed_field.field.setFocus()
    made.seed_field.field.selectAll()
    qtbot.keyClicks(made.seed_field.field, "1000")
    assert made.unreadable() == "A whole number from 0 to 999."


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "enum": ["a", "b"], "default": "a"},
        {"type": "integer", "minimum": 0, "maximum": 9, "default": 1},
        {"type": "number"},
        {"type": "boolean", "default": False},
        {"type": "string"},
        {"type": "string", "format": "image_uri"},
        {"type": "array", "format": "image_uris"},
        {"type": "array", "items": {"type": "string"}},
        {"type": "object"},
    ],
)
def test_setters_tell_nothing_and_errors_are_said(control: Show, schema: dict[str, Any]) -> None:
    made = control(schema)
    told: list[None] = []
    made.edited.connect(lambda: told.append(None))
    for value in ("b", 4, 0.5, True, ["x"], {"at": 1}, None, ABSENT):
        made.show_value(value)
    made.set_error("Not like this.")
    QTest.qWait(0)
    assert told == []
    assert made.error() == "Not like this."
    made.set_error("")
    assert made.error() == ""
