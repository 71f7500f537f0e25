"""A clip that is here and has no picture says so, wherever its card stands."""

import dataclasses
import time

import pytest
from PySide6.QtCore import Qt

from rushes.domain.job import Job
from rushes.domain.states import FileState, JobState
from rushes.library.library import Library
from rushes.ui.components.card_face import CardFace
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.job_faces.no_picture import GRACE_SECONDS
from tests.ui.job_faces.jobs import jpeg, make_clip, make_job, until


def face(panel: HistoryPanel) -> CardFace | None:
    found = panel.model.data(panel.model.index(0), JobRole.FACE)
    return found if isinstance(found, CardFace) else None


def word(panel: HistoryPanel) -> str:
    shown = face(panel)
    return shown.state.word if shown is not None and shown.state is not None else ""


@pytest.mark.parametrize(
    ("job", "told"),
    [
        (make_job("A", JobState.READY, clips=(make_clip(facts=None),)), "Cannot be read"),
        (make_job("B", JobState.READY, clips=(make_clip(),)), "No picture"),
        (
            make_job("C", JobState.READY, clips=(make_clip(state=FileState.MISSING),)),
            "File missing",
        ),
    ],
)
async def test_the_card_has_an_icon_and_a_word(
    panel: HistoryPanel, library: Library, job: Job, told: str
) -> None:
    await library.add([job])
    await until(lambda: panel.model.rowCount() == 1)
    panel.grid.repaint()
    await until(lambda: word(panel) == told)
    shown = face(panel)
    assert shown is not None
    assert shown.state is not None
    assert shown.state.icon
    spoken = panel.model.data(panel.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert told in spoken


async def test_a_picture_that_comes_takes_the_word_away(
    panel: HistoryPanel, library: Library
) -> None:
    (entry,) = await library.add([make_job("B", JobState.READY, clips=(make_clip(),))])
    await until(lambda: word(panel) == "No picture")
    await library.add_thumbnail(entry.key, jpeg())
    await until(lambda: face(panel) is not None and word(panel) == "")


async def test_what_came_just_now_is_given_time_for_its_picture(
    panel: HistoryPanel, library: Library
) -> None:
    job = make_job("B", JobState.READY, clips=(make_clip(),))
    began = time.monotonic()
    await library.add([dataclasses.replace(job, ready_at=time.time())])
    await until(
        lambda: panel.model.data(panel.model.index(0), JobRole.THUMBNAIL) is None and face(panel)
    )
    assert word(panel) == ""
    await until(lambda: word(panel) == "No picture")
    assert time.monotonic() - began >= GRACE_SECONDS * 0.9
