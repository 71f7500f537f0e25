"""The draft: kept, brought back, taken from a job, put back to defaults."""

import dataclasses
import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from rushes.domain.job import Job
from rushes.domain.model_spec import ModelSpec
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.engine.generation import GenerationWish, jobs_for
from rushes.ui.components.button import Button
from rushes.ui.components.segmented import Segmented
from rushes.ui.compose.panel import ComposePanel

Show = Callable[..., ComposePanel]
Wishes = Callable[[ComposePanel], list[GenerationWish]]
CTRL = Qt.KeyboardModifier.ControlModifier

SENT = {
    "prompt": "A log cabin, fresh snow",
    "num_frames": 97,
    "frames_per_second": 12,
    "resolution": "580p",
    "aspect_ratio": "9:16",
    "enable_prompt_expansion": False,
    "seed": 481_516,
}


@pytest.fixture
def panel(show: Show, wan: ModelSpec) -> ComposePanel:
    return show(wan)


@pytest.fixture
def job(wan: ModelSpec) -> Job:
    request = GenerationRequest(wan.model_id, SENT)
    return Job("job-3", "shot-1", 3, request, JobState.READY, created_at=0.0)


def use(panel: ComposePanel, job: Job, *, keep_seed: bool, with_parent: bool = True) -> bool:
    parent = job if with_parent else None
    request = job.request
    return panel.use_inputs(request.model_id, request.inputs, keep_seed=keep_seed, parent=parent)


def test_a_draft_survives_the_program(
    panel: ComposePanel, show: Show, wan: ModelSpec, job: Job
) -> None:
    use(panel, job, keep_seed=True)
    panel.foot.takes.setValue(7)
    kept = json.loads(json.dumps(panel.draft()))
    later = show(wan)
    told: list[None] = []
    later.draft_changed.connect(lambda: told.append(None))
    later.restore_draft(kept)
    assert later.draft() == kept
    assert kept["takes"] == 7
    assert kept["inputs"]["num_frames"] == 97
    assert told == []


def test_a_draft_that_is_restored_before_there_are_models_waits_for_its_own(
    panel: ComposePanel, show: Show, wan: ModelSpec, job: Job
) -> None:
    use(panel, job, keep_seed=True)
    kept = json.loads(json.dumps(panel.draft()))
    later = show()
    later.restore_draft(kept)
    assert later.draft() == kept
    other = dataclasses.replace(wan, model_id="maker/other/text-to-video")
    later.set_models([other, wan])
    assert later.draft() == kept
    # It is restored once: what a person chooses then stays.
    later.restore_draft({"model": other.model_id})
    later.set_models([wan, other])
    assert later.draft()["model"] == other.model_id


def test_a_restored_prompt_has_nothing_to_undo(panel: ComposePanel, qtbot: QtBot) -> None:
    panel.restore_draft({"prompt": "fog"})
    qtbot.keyClick(panel.body.prompt.editor, Qt.Key.Key_Z, CTRL)
    assert panel.body.prompt.text() == "fog"


def test_a_draft_of_a_model_that_is_gone_keeps_its_prompt(panel: ComposePanel) -> None:
    panel.restore_draft({"model": "gone/model/x", "prompt": "fog", "inputs": {"num_frames": 97}})
    assert panel.body.prompt.text() == "fog"
    assert panel.draft()["inputs"]["num_frames"] == 81


def test_a_draft_with_values_of_another_time_shows_defaults(panel: ComposePanel) -> None:
    inputs = {"num_frames": 14, "frames_per_second": "fast", "resolution": None, "ghost": 1}
    panel.restore_draft({"model": panel.spec.model_id, "prompt": "fog", "inputs": inputs})
    assert panel.foot.button.isEnabled()
    assert panel.draft()["inputs"]["num_frames"] == 81
    assert "ghost" not in panel.draft()["inputs"]


def test_everything_of_a_job_is_used(
    panel: ComposePanel, job: Job, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(panel)
    with qtbot.waitSignal(panel.draft_changed):
        assert use(panel, job, keep_seed=True, with_parent=False)
    assert asked == []
    panel.generate()
    assert dict(asked[0].inputs) == SENT
    assert asked[0].parent is None
    assert panel.body.origin.isHidden()


def test_a_remix_is_all_but_the_seed_and_of_the_same_shot(
    panel: ComposePanel, job: Job, wishes: Wishes
) -> None:
    asked = wishes(panel)
    use(panel, job, keep_seed=False)
    assert panel.body.origin.text() == "Remix of Log cabin, take 3"
    assert panel.body.origin.isVisible()
    panel.generate()
    assert "seed" not in asked[0].inputs
    (made,) = jobs_for(asked[0])
    assert (made.shot_id, made.parent_id) == ("shot-1", "job-3")
    assert made.request.inputs["seed"] != SENT["seed"]


def test_a_remix_stays_one_while_it_is_edited_and_sent(
    panel: ComposePanel, job: Job, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(panel)
    use(panel, job, keep_seed=False)
    qtbot.keyClicks(panel.body.prompt.editor, "!")
    panel.generate()
    panel.generate()
    assert [wish.parent for wish in asked] == [job, job]


def test_the_cross_begins_a_new_shot(
    panel: ComposePanel, job: Job, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(panel)
    use(panel, job, keep_seed=False)
    qtbot.mouseClick(panel.body.origin.cross, Qt.MouseButton.LeftButton)
    assert panel.body.origin.isHidden()
    assert panel.body.prompt.editor.hasFocus()
    panel.generate()
    assert asked[0].parent is None


def test_a_job_of_a_model_that_is_not_offered_changes_nothing(panel: ComposePanel) -> None:
    before = panel.draft()
    assert not panel.use_inputs("gone/model/x", SENT, keep_seed=True)
    assert panel.draft() == before


def test_a_text_that_was_not_sent_is_empty(
    show: Show, make_model: Callable[..., ModelSpec]
) -> None:
    words = {"type": "string", "default": "blur"}
    spec = make_model({"prompt": {"type": "string"}, "negative_prompt": words}, ("prompt",))
    panel = show(spec)
    assert panel.body.inputs()["negative_prompt"] == "blur"
    panel.use_inputs(spec.model_id, {"prompt": "fog"}, keep_seed=False)
    assert panel.body.inputs()["negative_prompt"] == ""
    panel.restore_draft(json.loads(json.dumps(panel.draft())))
    assert panel.body.inputs()["negative_prompt"] == ""


def test_a_used_prompt_can_be_undone(panel: ComposePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.body.prompt.editor, "my own words")
    with qtbot.waitSignal(panel.draft_changed):
        panel.use_prompt("somebody else’s")
    assert panel.body.prompt.text() == "somebody else’s"
    qtbot.keyClick(panel.body.prompt.editor, Qt.Key.Key_Z, CTRL)
    assert panel.body.prompt.text() == "my own words"


def test_a_used_seed_is_fixed(panel: ComposePanel) -> None:
    panel.use_seed(481_516)
    assert panel.body.inputs()["seed"] == 481_516
    assert panel.draft()["seed_mode"] == "fixed"


def test_a_seed_for_a_model_without_one_does_nothing(
    show: Show, make_model: Callable[..., ModelSpec]
) -> None:
    panel = show(make_model({"prompt": {"type": "string"}}))
    panel.use_seed(4)
    assert "seed" not in panel.body.inputs()


def test_defaults_come_back_and_can_be_undone(panel: ComposePanel, job: Job, qtbot: QtBot) -> None:
    use(panel, job, keep_seed=True)
    panel.foot.set_takes(3)
    before = panel.draft()
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert panel.draft()["inputs"]["num_frames"] == 81
    assert panel.draft()["seed_mode"] == "random"
    assert panel.draft()["takes"] == 1
    assert panel.body.prompt.text() == SENT["prompt"]
    assert panel.toast.isVisible()
    undo = next(each for each in panel.toast.findChildren(Button) if each.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert panel.draft() == before
    assert panel.toast.isHidden()


def test_defaults_are_undone_by_key_outside_of_text(panel: ComposePanel, qtbot: QtBot) -> None:
    track = panel.body.form.controls["num_frames"].findChild(Segmented)
    qtbot.mouseClick(track.segments[4], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    panel.body.form.controls["enable_prompt_expansion"].switch.setFocus()
    qtbot.keyClick(panel.body.form.controls["enable_prompt_expansion"].switch, Qt.Key.Key_Z, CTRL)
    assert track.value() == 97


def test_undo_in_a_text_is_the_texts_own(panel: ComposePanel, qtbot: QtBot) -> None:
    track = panel.body.form.controls["num_frames"].findChild(Segmented)
    qtbot.mouseClick(track.segments[4], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.body.prompt.editor, "fog")
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    panel.body.prompt.editor.setFocus()
    qtbot.keyClick(panel.body.prompt.editor, Qt.Key.Key_Z, CTRL)
    assert panel.body.prompt.text() == ""
    assert track.value() == 81


def test_writing_after_a_reset_leaves_its_undo(panel: ComposePanel, qtbot: QtBot) -> None:
    track = panel.body.form.controls["num_frames"].findChild(Segmented)
    qtbot.mouseClick(track.segments[4], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.body.prompt.editor, "fog")
    assert panel.toast.isVisible()
    panel.undo_reset()
    assert (track.value(), panel.body.prompt.text()) == (97, "fog")


def test_the_undo_key_is_left_to_the_window_while_there_is_nothing_to_undo(
    panel: ComposePanel, qtbot: QtBot
) -> None:
    undone: list[None] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), panel)
    shortcut.activated.connect(lambda: undone.append(None))
    switch = panel.body.form.controls["enable_prompt_expansion"].switch
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Z, CTRL)
    assert len(undone) == 1
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    panel.reset()
    qtbot.keyClick(switch, Qt.Key.Key_Z, CTRL)
    assert len(undone) == 1
    assert switch.value() is False


def test_nothing_to_put_back_says_nothing(panel: ComposePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert panel.toast.isHidden()


def test_what_was_set_after_a_reset_is_not_undone(panel: ComposePanel, qtbot: QtBot) -> None:
    track = panel.body.form.controls["num_frames"].findChild(Segmented)
    qtbot.mouseClick(track.segments[4], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(track.segments[2], Qt.MouseButton.LeftButton)
    assert panel.toast.isHidden()
    panel.undo_reset()
    assert track.value() == 89


def test_every_edit_is_told(panel: ComposePanel, qtbot: QtBot) -> None:
    told: list[None] = []
    panel.draft_changed.connect(lambda: told.append(None))
    qtbot.keyClicks(panel.body.prompt.editor, "fo")
    qtbot.keyClick(panel.foot.takes, Qt.Key.Key_Up)
    track = panel.body.form.controls["resolution"].findChild(Segmented)
    qtbot.mouseClick(track.segments[0], Qt.MouseButton.LeftButton)
    assert len(told) == 4
