"""The model that comes with Rushes: exactly its controls, and what they send."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from rushes.domain.model_spec import ModelSpec
from rushes.engine.generation import GenerationWish, requests_for
from rushes.ui.components.frame_drawing import FrameDrawing
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.compose.choice_control import ChoiceControl
from rushes.ui.compose.number_controls import SpinControl
from rushes.ui.compose.panel import ComposePanel
from rushes.ui.compose.seed_control import SeedControl
from rushes.ui.compose.switch_control import ExpansionControl

Show = Callable[..., ComposePanel]
Wishes = Callable[[ComposePanel], list[GenerationWish]]

DEFAULTS = {
    "prompt": "fog",
    "num_frames": 81,
    "frames_per_second": 16,
    "resolution": "720p",
    "aspect_ratio": "16:9",
    "enable_prompt_expansion": True,
}


@pytest.fixture
def panel(show: Show, wan: ModelSpec) -> ComposePanel:
    return show(wan)


def segments(panel: ComposePanel, name: str) -> Segmented:
    found = panel.body.form.controls[name].findChildren(Segmented)
    assert len(found) == 1
    return found[0]


def test_it_has_exactly_its_controls_in_the_order_of_the_look(panel: ComposePanel) -> None:
    controls = panel.body.form.controls
    assert {name: type(control) for name, control in controls.items()} == {
        "enable_prompt_expansion": ExpansionControl,
        "num_frames": ChoiceControl,
        "frames_per_second": SpinControl,
        "resolution": ChoiceControl,
        "aspect_ratio": ChoiceControl,
        "seed": SeedControl,
    }
    tops = [control.mapTo(panel.body.form, QPoint(0, 0)).y() for control in controls.values()]
    assert tops == sorted(tops)
    assert panel.body.prompt.isVisible()


def test_the_prompt_alone_sends_the_defaults(
    panel: ComposePanel, wishes: Wishes, wan: ModelSpec, qtbot: QtBot
) -> None:
    asked = wishes(panel)
    qtbot.keyClicks(panel.body.prompt.editor, "fog")
    qtbot.mouseClick(panel.foot.button, Qt.MouseButton.LeftButton)
    assert asked == [GenerationWish(wan, DEFAULTS, 1, None)]
    assert panel.body.prompt.text() == "fog"


def test_everything_set_by_hand_is_sent(panel: ComposePanel, wishes: Wishes, qtbot: QtBot) -> None:
    asked = wishes(panel)
    left = Qt.MouseButton.LeftButton
    controls = panel.body.form.controls
    qtbot.keyClicks(panel.body.prompt.editor, "fog")
    qtbot.mouseClick(segments(panel, "num_frames").segments[4], left)
    slider = controls["frames_per_second"].findChild(SliderSpin).slider
    qtbot.mouseClick(slider, left, pos=QPoint(slider.width() - 1, slider.height() // 2))
    qtbot.mouseClick(segments(panel, "resolution").segments[0], left)
    qtbot.mouseClick(segments(panel, "aspect_ratio").segments[1], left)
    qtbot.mouseClick(controls["enable_prompt_expansion"].switch, left)
    seed = panel.body.form.seed.seed_field
    qtbot.mouseClick(seed.modes.segments[1], left)
    seed.field.selectAll()
    qtbot.keyClicks(seed.field, "481516")
    takes = panel.foot.takes
    takes.selectAll()
    qtbot.keyClicks(takes, "3")
    qtbot.mouseClick(panel.foot.button, left)
    (wish,) = asked
    assert wish.takes == 3
    assert dict(wish.inputs) == {
        "prompt": "fog",
        "num_frames": 97,
        "frames_per_second": 24,
        "resolution": "480p",
        "aspect_ratio": "9:16",
        "enable_prompt_expansion": False,
        "seed": 481_516,
    }
    assert {name: type(value) for name, value in wish.inputs.items()} == {
        **dict.fromkeys(("prompt", "resolution", "aspect_ratio"), str),
        **dict.fromkeys(("num_frames", "frames_per_second", "seed"), int),
        "enable_prompt_expansion": bool,
    }
    seeds = [request.inputs["seed"] for request in requests_for(wish)]
    assert seeds == [481_516, 481_517, 481_518]


def test_frames_and_rate_tell_the_length(panel: ComposePanel, qtbot: QtBot) -> None:
    length = panel.body.form.controls["num_frames"].form_field.label.value
    assert length.text() == "5.06 s"
    qtbot.mouseClick(segments(panel, "num_frames").segments[4], Qt.MouseButton.LeftButton)
    assert length.text() == "6.06 s"
    qtbot.keyClicks(panel.body.prompt.editor, "fog")
    assert panel.foot.line.text() == "1 job · 6.06 s"
    spin = panel.body.form.controls["frames_per_second"].findChild(SliderSpin).spin
    qtbot.keyClick(spin, Qt.Key.Key_Down)
    assert length.text() == "6.47 s"


def test_the_foot_tells_what_goes_out(panel: ComposePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.body.prompt.editor, "fog")
    assert panel.foot.button.text() == "Generate"
    for _ in range(3):
        qtbot.keyClick(panel.foot.takes, Qt.Key.Key_Up)
    assert panel.foot.button.text() == "Generate 4"
    assert panel.foot.line.text() == "4 jobs · 5.06 s each"
    assert panel.foot.line.price() == "price not known"


def test_the_frame_is_drawn_as_chosen(panel: ComposePanel, qtbot: QtBot) -> None:
    drawing = panel.body.form.findChild(FrameDrawing)
    assert drawing.accessibleName() == "Frame of 1280 by 720 pixels, 16:9"
    qtbot.mouseClick(segments(panel, "aspect_ratio").segments[1], Qt.MouseButton.LeftButton)
    assert drawing.accessibleName() == "Frame of 720 by 1280 pixels, 9:16"


def test_random_seeds_are_left_to_the_engine(
    panel: ComposePanel, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(panel)
    qtbot.keyClicks(panel.body.prompt.editor, "fog")
    panel.generate()
    assert "seed" not in asked[0].inputs


def test_counting_up_goes_on_by_the_takes(
    panel: ComposePanel, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(panel)
    qtbot.keyClicks(panel.body.prompt.editor, "fog")
    seed = panel.body.form.seed.seed_field
    qtbot.mouseClick(seed.modes.segments[2], Qt.MouseButton.LeftButton)
    seed.field.selectAll()
    qtbot.keyClicks(seed.field, "10")
    qtbot.keyClick(panel.foot.takes, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.draft_changed):
        panel.generate()
    panel.generate()
    assert [wish.inputs["seed"] for wish in asked] == [10, 12]
    assert panel.draft()["seed"] == 14
