"""One model is a row, several are a choice; each keeps what was set for it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rushes.domain.job import Job
from rushes.domain.model_spec import ModelSpec
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.ui.components.segmented import Segmented
from rushes.ui.compose.model_chooser import ModelChooser
from rushes.ui.compose.panel import ComposePanel

Show = Callable[..., ComposePanel]


@pytest.fixture
def other(make_model: Callable[..., ModelSpec]) -> ModelSpec:
    """A model that has some inputs in common with the one that comes with Rushes."""
    properties = {
        "tags": {"type": "string"},
        "aspect_ratio": {"type": "string", "enum": ["1:1", "9:16"], "default": "1:1"},
        "resolution": {"type": "string", "enum": ["1k", "2k"], "default": "2k"},
        "frames_per_second": {"type": "integer", "minimum": 40, "maximum": 60, "default": 50},
        "seed": {"type": "integer"},
    }
    return make_model(
        properties,
        ("tags",),
        "studio/loud/text-to-audio",
        kind="text-to-audio",
        output_type="audio",
        display_name="Loud",
    )


def open_chooser(panel: ComposePanel, qtbot: QtBot) -> ModelChooser:
    qtbot.mouseClick(panel.body.model_row, Qt.MouseButton.LeftButton)
    chooser = panel.body.model_row.chooser
    assert chooser is not None
    qtbot.waitExposed(chooser)
    return chooser


def choose(panel: ComposePanel, name: str, qtbot: QtBot) -> None:
    chooser = open_chooser(panel, qtbot)
    rows = chooser.list.model()
    found = rows.match(rows.index(0, 0), Qt.ItemDataRole.DisplayRole, name)
    place = chooser.list.visualRect(found[0]).center()
    qtbot.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_one_model_is_a_plain_row(show: Show, wan: ModelSpec, qtbot: QtBot) -> None:
    panel = show(wan)
    row = panel.body.model_row
    assert row.accessibleName() == "Model: Wan 2.1, Text to video"
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.chooser is None


def test_another_model_is_chosen_with_the_mouse(
    show: Show, wan: ModelSpec, other: ModelSpec, qtbot: QtBot
) -> None:
    panel = show(wan, other)
    panel.use_prompt("fog")
    with qtbot.waitSignal(panel.draft_changed):
        choose(panel, "Loud", qtbot)
    assert panel.spec == other
    assert panel.body.inputs()["tags"] == "fog"
    assert panel.body.prompt.editor.accessibleDescription() == "What should be heard?"


def test_another_model_is_chosen_by_keys(
    show: Show, wan: ModelSpec, other: ModelSpec, qtbot: QtBot
) -> None:
    panel = show(wan, other)
    panel.body.model_row.setFocus()
    qtbot.keyClick(panel.body.model_row, Qt.Key.Key_Return)
    chooser = panel.body.model_row.chooser
    qtbot.keyClick(chooser.list, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    assert panel.spec == other


def test_escape_keeps_the_model(show: Show, wan: ModelSpec, other: ModelSpec, qtbot: QtBot) -> None:
    panel = show(wan, other)
    chooser = open_chooser(panel, qtbot)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert panel.spec == wan


def test_many_models_are_searched(
    show: Show, wan: ModelSpec, make_model: Callable[..., ModelSpec], qtbot: QtBot
) -> None:
    others = [make_model({}, model_id=f"studio/kite-{n}/image-to-video") for n in range(12)]
    panel = show(wan, *others)
    chooser = open_chooser(panel, qtbot)
    assert chooser.search.hasFocus()
    qtbot.keyClicks(chooser.search, "KITE-1")
    assert chooser.list.model().rowCount() == 3
    qtbot.keyClick(chooser.search, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert panel.spec.model_id == "studio/kite-10/image-to-video"


def test_what_fits_is_taken_over_and_what_was_set_comes_back(
    show: Show, wan: ModelSpec, other: ModelSpec, qtbot: QtBot
) -> None:
    panel = show(wan, other)
    panel.use_inputs(
        wan.model_id,
        {"prompt": "fog", "aspect_ratio": "9:16", "frames_per_second": 12, "seed": 7},
        keep_seed=True,
    )
    choose(panel, "Loud", qtbot)
    assert panel.body.inputs() == {
        "tags": "fog",
        "aspect_ratio": "9:16",
        "resolution": "2k",
        "frames_per_second": 50,
        "seed": 7,
    }
    track = panel.body.form.controls["aspect_ratio"].findChild(Segmented)
    qtbot.mouseClick(track.segments[0], Qt.MouseButton.LeftButton)
    choose(panel, "Wan 2.1", qtbot)
    assert panel.body.inputs()["aspect_ratio"] == "9:16"
    assert panel.body.inputs()["frames_per_second"] == 12
    choose(panel, "Loud", qtbot)
    assert panel.body.inputs()["aspect_ratio"] == "1:1"


def test_another_model_is_no_remix(
    show: Show, wan: ModelSpec, other: ModelSpec, qtbot: QtBot
) -> None:
    panel = show(wan, other)
    request = GenerationRequest(wan.model_id, {"prompt": "fog"})
    job = Job("job", "shot", 1, request, JobState.READY, created_at=0.0)
    panel.use_inputs(wan.model_id, request.inputs, keep_seed=False, parent=job)
    assert panel.body.origin.isVisible()
    choose(panel, "Loud", qtbot)
    assert panel.body.origin.isHidden()


def test_a_draft_stays_with_its_model_when_models_are_told_anew(
    show: Show, wan: ModelSpec, other: ModelSpec, qtbot: QtBot
) -> None:
    panel = show(wan, other)
    panel.restore_draft({"model": other.model_id, "prompt": "fog", "inputs": {"resolution": "1k"}})
    form = panel.body.form
    panel.set_models([other, wan])
    assert panel.body.form is form
    panel.set_models([wan])
    assert panel.spec == wan
    assert panel.body.prompt.text() == "fog"


def test_a_model_without_words_has_no_prompt(
    show: Show, make_model: Callable[..., ModelSpec]
) -> None:
    panel = show(make_model({"image": {"type": "string", "format": "image_uri"}}, ("image",)))
    assert panel.body.prompt.isHidden()
    assert panel.foot.line.text() == "Image: add a link"
