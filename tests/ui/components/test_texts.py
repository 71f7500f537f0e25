"""Labels, fields to type in, the prompt."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.error_line import ErrorLine
from rushes.ui.components.field_label import FieldLabel
from rushes.ui.components.form_field import FormField
from rushes.ui.components.line_field import LineField
from rushes.ui.components.outcome_line import OutcomeLine
from rushes.ui.components.popover import Popover
from rushes.ui.components.prompt_edit import PromptEdit
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.components.text_label import TextLabel
from rushes.ui.components.tool_tips import plain_tool_tip
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, apply_theme, current_theme
from rushes.ui.theme.typography import TextStyle
from tests.ui.components.conftest import Host

Key = Qt.Key
MARKUP = "<b>bold</b> & <img src='x'>"


def has_color(image: QImage, role: Role) -> bool:
    color = current_theme().color(role)
    return any(
        image.pixelColor(x, y) == color for x in range(image.width()) for y in range(image.height())
    )


def test_text_is_plain(host: Host) -> None:
    label = TextLabel(MARKUP)
    host(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    interface = QAccessible.queryAccessibleInterface(label)
    assert interface.text(QAccessible.Text.Name) == MARKUP
    assert plain_tool_tip("3 takes") == "3 takes"
    tip = plain_tool_tip(MARKUP)
    assert "&lt;b&gt;bold&lt;/b&gt; &amp;" in tip
    assert "<img" not in tip
    lines = plain_tool_tip("word " * 60).splitlines()
    assert all(len(line) <= 64 for line in lines)
    assert " ".join(lines) == ("word " * 60).strip()


def test_lines_stand_at_the_distance_of_their_style(host: Host) -> None:
    label = TextLabel("word " * 60, TextStyle.BODY, wrap=True)
    host(label, width=300)
    assert label.height() % 18 == 0
    assert label.height() >= 5 * 18
    assert TextLabel("x", TextStyle.HEADING).sizeHint().height() == 20
    assert TextLabel("a\nb", TextStyle.CAPTION).sizeHint().height() == 28


def test_a_label_follows_the_theme(qapp: QApplication, host: Host) -> None:
    label = TextLabel("Needs you", TextStyle.CONTROL, Role.WARN)
    host(label)
    assert has_color(label.grab().toImage(), Role.WARN)
    before = label.sizeHint().width()
    apply_theme(qapp, Theme(text_percent=200, family=current_theme().family))
    assert label.sizeHint().width() > 1.8 * before


def test_a_long_line_is_shortened_and_told_in_full(host: Host) -> None:
    label = ElidedLabel("A log cabin under the northern lights, fresh snow", TextStyle.CONTROL)
    host(label, width=160)
    assert label.is_elided()
    assert "fresh snow" in label.toolTip()
    label.setText("short")
    assert not label.is_elided()
    assert label.toolTip() == ""


def test_an_error_takes_room_only_while_there_is_one(host: Host) -> None:
    field = FormField("Frame Rate", SliderSpin(5, 24, unit="fps"), help_text="Frames a second.")
    host(field)
    quiet = field.sizeHint().height()
    field.set_error("Between 5 and 24. The service would refuse 30.")
    assert field.error().startswith("Between 5")
    assert field.sizeHint().height() > quiet
    assert isinstance(field.control, SliderSpin)
    assert has_color(field.control.spin.grab().toImage(), Role.BAD)
    field.set_error("")
    assert field.sizeHint().height() == quiet
    assert not ErrorLine("").isVisible()


def test_a_control_takes_its_name_from_its_label() -> None:
    field = FormField("Frame Rate", LineField(), help_text="Frames a second.")
    assert field.control.accessibleName() == "Frame Rate"
    assert field.control.accessibleDescription() == "Frames a second."


def test_help_opens_by_key_and_closes_by_escape(qtbot: QtBot, host: Host) -> None:
    label = FieldLabel("Frame Rate", value="6.06 s", help_text="Frames in one second.")
    host(label)
    assert label.help is not None
    assert label.help.accessibleName() == "Help: Frame Rate"
    label.help.setFocus()
    qtbot.keyClick(label.help, Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Popover)
    assert popup.accessibleName() == "Frames in one second."
    qtbot.keyClick(popup, Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_a_refused_field_has_a_bad_rim_and_focus_an_accent_one(qtbot: QtBot, host: Host) -> None:
    field, other = LineField("Search", icon="search"), LineField("Other")
    host(field, other)
    other.setFocus()
    assert field.height() == 28
    assert field.accessibleName() == "Search"
    rest = field.grab().toImage().pixelColor(60, 0)
    assert rest == current_theme().color(Role.RIM)
    field.setFocus()
    assert field.grab().toImage().pixelColor(60, 1) == current_theme().color(Role.ACCENT)
    field.set_refused(True)
    assert field.grab().toImage().pixelColor(60, 1) == current_theme().color(Role.BAD)
    field.set_refused(False)
    other.setFocus()
    assert field.grab().toImage().pixelColor(60, 0) == rest


@pytest.fixture
def prompt(host: Host) -> PromptEdit:
    edit = PromptEdit("What should be seen?")
    host(edit)
    edit.setFocus()
    return edit


def test_typing_is_told_and_counted(qtbot: QtBot, prompt: PromptEdit) -> None:
    with qtbot.waitSignal(prompt.text_edited) as told:
        qtbot.keyClicks(prompt.editor, "a")
    assert told.args == ["a"]
    assert prompt._count.text() == "1 character"
    qtbot.keyClicks(prompt.editor, " cabin")
    assert prompt.text() == "a cabin"
    assert prompt._count.text() == "7 characters"


def test_another_prompt_can_be_undone(qtbot: QtBot, prompt: PromptEdit) -> None:
    qtbot.keyClicks(prompt.editor, "a cabin")
    with qtbot.assertNotEmitted(prompt.text_edited):
        prompt.set_text("a harbour at blue hour")
    assert prompt.text() == "a harbour at blue hour"
    with qtbot.waitSignal(prompt.text_edited) as told:
        qtbot.keyClick(prompt.editor, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["a cabin"]


def test_markup_in_a_prompt_stays_text(prompt: PromptEdit) -> None:
    prompt.set_text(MARKUP)
    assert prompt.text() == MARKUP
    assert prompt.editor.toPlainText() == MARKUP


def test_it_grows_with_the_text_between_its_bounds(qtbot: QtBot, prompt: PromptEdit) -> None:
    assert prompt.sizeHint().height() == 132
    prompt.set_text("\n".join(["line"] * 6))
    qtbot.waitUntil(lambda: 132 < prompt.sizeHint().height() < 240)
    prompt.set_text("\n".join(["line"] * 30))
    qtbot.waitUntil(lambda: prompt.sizeHint().height() == 240)
    prompt.set_text("")
    qtbot.waitUntil(lambda: prompt.sizeHint().height() == 132)


def test_lines_of_a_prompt_are_22_px_apart(prompt: PromptEdit) -> None:
    prompt.set_text("one\ntwo\nthree " + "long words " * 20)
    prompt.grab()
    editor = prompt.editor
    tops = []
    cursor = editor.textCursor()
    for block in range(3):
        cursor.setPosition(editor.document().findBlockByNumber(block).position())
        tops.append(editor.cursorRect(cursor).top())
    assert [later - sooner for sooner, later in pairwise(tops)] == [22, 22]
    cursor.movePosition(cursor.MoveOperation.End)
    assert editor.cursorRect(cursor).top() > tops[2]
    # The place under the pointer is the place that is painted.
    for block in range(3):
        cursor.setPosition(editor.document().findBlockByNumber(block).position() + 2)
        middle = editor.cursorRect(cursor).center()
        assert editor.cursorForPosition(middle).position() == cursor.position()


def test_the_cursor_stays_in_sight_in_a_long_prompt(qtbot: QtBot, prompt: PromptEdit) -> None:
    prompt.set_text("\n".join(f"line {number}" for number in range(40)))
    editor = prompt.editor
    qtbot.keyClick(editor, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert editor.viewport().rect().contains(editor.cursorRect())
    qtbot.keyClick(editor, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert editor.viewport().rect().contains(editor.cursorRect())


def test_focus_is_told_by_the_rim(qtbot: QtBot, host: Host) -> None:
    edit, other = PromptEdit(), LineField("Other")
    host(edit, other)
    edit.setFocus()
    assert edit.grab().toImage().pixelColor(100, 1) == current_theme().color(Role.ACCENT)
    qtbot.keyClick(edit.editor, Key.Key_Tab)
    assert QApplication.focusWidget() is other
    assert edit.grab().toImage().pixelColor(100, 0) == current_theme().color(Role.RIM)


def test_a_message_takes_the_place_of_the_count(prompt: PromptEdit) -> None:
    prompt.set_text("A lone rider at {dawn")
    prompt.set_message("This { is not closed")
    assert prompt._count.text() == "This { is not closed"
    prompt.set_message("")
    assert prompt._count.text() == "21 characters"


def test_the_line_under_the_main_button(host: Host) -> None:
    line = OutcomeLine()
    host(line)
    line.set_outcome("8 jobs", "price not known", "· 6.06 s each")
    assert line.text() == "8 jobs · 6.06 s each"
    assert line.price() == "price not known"
    line.set_problem("Write a prompt first", Role.MUTED)
    assert line.text() == "Write a prompt first"
    assert line.price() == ""
    assert line.accessibleName() == "Write a prompt first"


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_no_words_of_a_form_are_cut_off(
    qapp: QApplication, qtbot: QtBot, host: Host, percent: int
) -> None:
    apply_theme(qapp, Theme(text_percent=percent, family=current_theme().family))
    field = FormField("Number of Frames", SliderSpin(5, 24, unit="fps"), value="6.06 s")
    window = host(field, width=328 * percent // 100)
    for label in window.findChildren(QWidget):
        if isinstance(label, TextLabel) and label.isVisible():
            assert label.width() >= label.sizeHint().width(), label.text()
