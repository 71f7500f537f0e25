"""Waiting jobs that are changed in the place of the draft."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rushes.domain.job import Job
from rushes.domain.model_spec import ModelSpec
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.engine.events import Reach
from rushes.ui.compose.panel import ComposePanel

if TYPE_CHECKING:
    from rushes.engine.generation import GenerationWish

Show = Callable[..., ComposePanel]
LEFT = Qt.MouseButton.LeftButton
SENT = {"prompt": "A log cabin", "num_frames": 97, "resolution": "480p", "seed": 41}


@pytest.fixture
def panel(show: Show, wan: ModelSpec) -> ComposePanel:
    made = show(wan)
    made.use_prompt("The draft")
    made.foot.takes.setValue(3)
    return made


@pytest.fixture
def job(wan: ModelSpec) -> Job:
    request = GenerationRequest(wan.model_id, SENT)
    return Job("job-3", "shot-1", 3, request, JobState.WAITING, created_at=0.0)


class Heard:
    def __init__(self, panel: ComposePanel) -> None:
        self.saved: list[tuple[tuple[str, ...], GenerationWish]] = []
        self.left: list[tuple[str, ...]] = []
        self.made: list[object] = []
        panel.edit_saved.connect(lambda ids, wish: self.saved.append((ids, wish)))
        panel.edit_left.connect(self.left.append)
        panel.generate_requested.connect(self.made.append)


def test_what_was_written_down_is_changed_and_the_draft_comes_back(
    panel: ComposePanel, job: Job
) -> None:
    heard = Heard(panel)
    draft = panel.draft()
    assert panel.edit_jobs([job])
    assert panel.body.origin.text() == "Changing Log cabin, take 3, which waits"
    assert panel.foot.button.text() == "Change the job"
    assert not panel.foot.takes.isVisible()
    assert panel.draft() == draft
    panel.body.prompt.editor.selectAll()
    QTest.keyClicks(panel.body.prompt.editor, "A stone cabin")
    QTest.mouseClick(panel.foot.button, LEFT)
    [(ids, wish)] = heard.saved
    assert ids == ("job-3",)
    assert (wish.inputs["prompt"], wish.inputs["seed"]) == ("A stone cabin", 41)
    assert wish.inputs["resolution"] == "480p"
    assert heard.made == []
    panel.leave_edit()
    assert heard.left == [("job-3",)]
    assert panel.draft() == draft
    assert not panel.body.origin.isVisible()
    assert panel.foot.button.text() == "Generate 3"


def test_the_cross_leaves_the_job_as_it_was(panel: ComposePanel, job: Job) -> None:
    heard = Heard(panel)
    draft = panel.draft()
    panel.edit_jobs([job])
    QTest.mouseClick(panel.body.origin.cross, LEFT)
    assert (heard.left, heard.saved) == ([("job-3",)], [])
    assert panel.draft() == draft


def test_several_takes_are_changed_together(panel: ComposePanel, job: Job) -> None:
    heard = Heard(panel)
    panel.edit_jobs([job, replace(job, id="job-4", take=4)])
    assert panel.body.origin.text() == "Changing 2 takes of Log cabin, which wait"
    assert panel.foot.button.text() == "Change 2 jobs"
    panel.generate()
    [(ids, wish)] = heard.saved
    assert (ids, wish.takes) == (("job-3", "job-4"), 2)


def test_a_change_needs_neither_network_nor_token(panel: ComposePanel, job: Job) -> None:
    heard = Heard(panel)
    panel.show_reach(Reach.TOKEN_NEEDED)
    panel.set_sending_allowed("no token")
    panel.edit_jobs([job])
    assert panel.foot.button.isEnabled()
    panel.generate()
    assert len(heard.saved) == 1


def test_what_the_model_refuses_is_said_at_the_field(panel: ComposePanel, job: Job) -> None:
    heard = Heard(panel)
    panel.edit_jobs([job])
    panel.body.prompt.editor.clear()
    panel.generate()
    assert heard.saved == []
    assert panel.edited == ("job-3",)


def test_another_take_that_is_reused_ends_the_change(panel: ComposePanel, job: Job) -> None:
    heard = Heard(panel)
    panel.edit_jobs([job])
    panel.use_inputs(job.request.model_id, SENT, keep_seed=False, parent=job)
    assert heard.left == [("job-3",)]
    assert panel.body.origin.text() == "Remix of Log cabin, take 3"
    other = replace(job, request=GenerationRequest("not/offered/here", {}))
    assert not panel.edit_jobs([other])
    assert panel.edited == ()
