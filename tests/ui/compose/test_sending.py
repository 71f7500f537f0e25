"""When a wish goes out, and when it does not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.model_spec import ModelSpec
from rushes.domain.validation import Problem
from rushes.engine.generation import GenerationWish
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.compose.panel import ComposePanel

Show = Callable[..., ComposePanel]
Wishes = Callable[[ComposePanel], list[GenerationWish]]
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def panel(show: Show, wan: ModelSpec) -> ComposePanel:
    made = show(wan)
    made.focus_prompt()
    return made


@pytest.fixture
def ready(panel: ComposePanel) -> ComposePanel:
    panel.use_prompt("fog")
    return panel


def spin(panel: ComposePanel) -> QWidget:
    return panel.body.form.controls["frames_per_second"].findChild(SliderSpin).spin


def places(panel: ComposePanel) -> list[QWidget]:
    form = panel.body.form
    return [
        panel.body.prompt.editor,
        form.controls["enable_prompt_expansion"].switch,
        spin(panel),
        form.seed.seed_field.modes.segments[0],
        panel.foot.takes,
        panel.foot.button,
        panel.reset_button,
    ]


@pytest.mark.parametrize("at", range(7))
def test_ctrl_enter_sends_from_anywhere(
    ready: ComposePanel, wishes: Wishes, qtbot: QtBot, at: int
) -> None:
    asked = wishes(ready)
    before = ready.draft()
    place = places(ready)[at]
    place.setFocus()
    qtbot.keyClick(place, ENTER, CTRL)
    assert len(asked) == 1
    assert ready.draft() == before


def test_the_enter_of_the_number_pad_sends_too(
    ready: ComposePanel, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(ready)
    qtbot.keyClick(ready.body.prompt.editor, Qt.Key.Key_Enter, CTRL)
    assert len(asked) == 1


def test_a_key_held_down_sends_once(ready: ComposePanel, wishes: Wishes) -> None:
    asked = wishes(ready)
    editor = ready.body.prompt.editor
    for repeat in (False, True, True, True):
        QTest.simulateEvent(editor, True, ENTER.value, CTRL, "\r", repeat)
    QTest.simulateEvent(editor, False, ENTER.value, CTRL, "\r", False)
    assert len(asked) == 1
    assert ready.body.prompt.text() == "fog"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_button_held_down_by_a_key_sends_once(
    ready: ComposePanel, wishes: Wishes, key: Qt.Key
) -> None:
    asked = wishes(ready)
    button = ready.foot.button
    button.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    for repeat in (False, True, True):
        QTest.simulateEvent(button, True, key.value, none, "", repeat)
        QTest.simulateEvent(button, False, key.value, none, "", repeat)
    assert len(asked) == 1


def test_two_presses_are_two_wishes(ready: ComposePanel, wishes: Wishes, qtbot: QtBot) -> None:
    asked = wishes(ready)
    for _ in range(2):
        qtbot.keyClick(ready.body.prompt.editor, ENTER, CTRL)
    for _ in range(2):
        qtbot.mouseClick(ready.foot.button, Qt.MouseButton.LeftButton)
    assert len(asked) == 4


def test_enter_alone_writes_a_line(panel: ComposePanel, wishes: Wishes, qtbot: QtBot) -> None:
    asked = wishes(panel)
    qtbot.keyClicks(panel.body.prompt.editor, "fog")
    qtbot.keyClick(panel.body.prompt.editor, ENTER)
    qtbot.keyClicks(panel.body.prompt.editor, "rain")
    assert asked == []
    assert panel.body.prompt.text() == "fog\nrain"


def test_without_a_prompt_it_leads_to_it(panel: ComposePanel, wishes: Wishes, qtbot: QtBot) -> None:
    asked = wishes(panel)
    assert not panel.foot.button.isEnabled()
    assert panel.foot.line.text() == "Write a prompt first"
    assert not panel.body.prompt.property("refused")
    spin(panel).setFocus()
    qtbot.keyClick(spin(panel), ENTER, CTRL)
    assert asked == []
    assert panel.body.prompt.editor.hasFocus()
    assert panel.body.prompt.property("refused")
    qtbot.keyClicks(panel.body.prompt.editor, "f")
    assert not panel.body.prompt.property("refused")
    assert panel.foot.button.isEnabled()


def test_blanks_are_no_prompt(panel: ComposePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.body.prompt.editor, "   ")
    assert panel.foot.line.text() == "Write a prompt first"


def test_a_refused_number_is_told_at_its_field(
    ready: ComposePanel, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(ready)
    field = spin(ready)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "30")
    control = ready.body.form.controls["frames_per_second"]
    assert control.error() == "Frame Rate goes up to 24."
    assert ready.foot.line.text() == "Frame Rate goes up to 24."
    assert not ready.foot.button.isEnabled()
    ready.body.prompt.editor.setFocus()
    qtbot.keyClick(ready.body.prompt.editor, ENTER, CTRL)
    assert asked == []
    assert field.hasFocus()
    field.selectAll()
    qtbot.keyClicks(field, "24")
    assert control.error() == ""
    assert ready.foot.button.isEnabled()


def test_a_number_half_typed_counts_as_it_stands(
    ready: ComposePanel, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(ready)
    takes = ready.foot.takes
    takes.setFocus()
    takes.selectAll()
    qtbot.keyClick(takes, Qt.Key.Key_Delete)
    qtbot.keyClick(takes, ENTER, CTRL)
    assert asked[0].takes == 1
    assert takes.text() == "1"


def test_a_long_reason_is_shortened_and_told_in_full(
    show: Show, make_model: Callable[..., ModelSpec]
) -> None:
    title = "A title that goes on for longer than any panel of this program is wide"
    spec = make_model({"size": {"type": "integer", "maximum": 4, "default": 9, "title": title}})
    panel = show(spec, width=288)
    assert panel.foot.line.text().endswith("…")
    assert panel.foot.line.toolTip().replace("\n", " ") == f"{title} goes up to 4."
    assert panel.width() == 288


def test_told_problems_stand_until_their_field_is_edited(
    ready: ComposePanel, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(ready)
    problems = [Problem("resolution", "not_offered", {"title": "Resolution", "choices": "480p"})]
    ready.show_problems(problems)
    control = ready.body.form.controls["resolution"]
    assert control.error() == "Resolution must be one of 480p, 580p, 720p."
    assert not ready.foot.button.isEnabled()
    qtbot.keyClicks(ready.body.prompt.editor, "!")
    assert control.error()
    ready.generate()
    assert asked == []
    track = control.findChild(Segmented)
    qtbot.mouseClick(track.segments[0], Qt.MouseButton.LeftButton)
    assert control.error() == ""
    ready.generate()
    assert len(asked) == 1


def test_a_problem_of_no_field_goes_with_any_edit(ready: ComposePanel, qtbot: QtBot) -> None:
    ready.show_problems([Problem("ghost", "unknown")])
    assert ready.foot.line.text() == "This model has no input called ghost."
    qtbot.keyClicks(ready.body.prompt.editor, "!")
    assert ready.foot.button.isEnabled()


def test_sending_may_be_forbidden(ready: ComposePanel, wishes: Wishes, qtbot: QtBot) -> None:
    asked = wishes(ready)
    ready.set_sending_allowed("Enter a token first")
    assert ready.foot.line.text() == "Enter a token first"
    assert not ready.foot.button.isEnabled()
    qtbot.keyClick(ready.body.prompt.editor, ENTER, CTRL)
    assert asked == []
    ready.set_sending_allowed(None)
    qtbot.keyClick(ready.body.prompt.editor, ENTER, CTRL)
    assert len(asked) == 1


def test_without_a_model_nothing_is_sent(qtbot: QtBot, wishes: Wishes) -> None:
    panel = ComposePanel()
    qtbot.addWidget(panel)
    panel.show()
    asked = wishes(panel)
    panel.use_prompt("fog")
    panel.generate()
    assert asked == []
    assert panel.foot.line.text() == "No model can be chosen yet"
