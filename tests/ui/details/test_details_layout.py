"""Whether everything that is told of a take has its place."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.ui.details.fact import Fact
from rushes.ui.details.fact_list import FactList
from tests.ui.details.conftest import NOW, Told
from tests.ui.job_faces.jobs import MODEL, make_job

pytestmark = pytest.mark.usefixtures("dark")

PROMPT = "Night tram in the rain, a woman with a red umbrella waits at the stop, long lens"


def _place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())


async def _told(told: Told, state: JobState = JobState.READY) -> None:
    inputs = {"prompt": PROMPT, "seed": 7, "num_frames": 97, "resolution": "720p"}
    request = GenerationRequest(MODEL, inputs)
    usual = {"request": request, "shot_id": "tram", "created_at": NOW - 60, "remote_id": None}
    entries = await told.add(
        make_job(PROMPT, take=1, **usual), make_job(PROMPT, state, take=2, **usual)
    )
    await told.show(entries[1])


@pytest.mark.parametrize("width", [300, 344, 420])
async def test_nothing_reaches_beyond_the_panel(told: Told, width: int) -> None:
    await _told(told, JobState.IN_PROGRESS)
    panel, page = told.panel, told.panel.page
    panel.resize(width, 1_600)
    await told.until(lambda: page.widget().width() == page.viewport().width() == width)
    take = page.take
    for each in (take.title, take.count, take.state, take.use_all, take.use_seed):
        place = _place(each, panel)
        assert place.left() >= 16
        assert place.right() < width - 15


async def test_take_and_state_go_beneath_a_title_that_needs_the_room(told: Told) -> None:
    await _told(told, JobState.IN_PROGRESS)
    take = told.panel.page.take
    told.panel.resize(600, 1_600)
    await told.until(lambda: _place(take.state, take).top() < _place(take.title, take).bottom())
    told.panel.resize(300, 1_600)
    await told.until(lambda: _place(take.state, take).top() > _place(take.title, take).bottom())
    assert take.title.width() >= take.title.fontMetrics().horizontalAdvance(take.title.text())


async def test_all_of_a_short_request_is_seen_at_once(told: Told) -> None:
    await _told(told)
    sent = told.panel.page.sent
    sent.title.click()
    bar = sent.well.editor.verticalScrollBar()
    lines = sent.well.editor.document().documentLayout()
    await told.until(lambda: lines.documentSize().height() > 2 and bar.maximum() == 0)
    height = sent.well.height()
    told.panel.resize(300, 1_600)
    await told.until(lambda: sent.well.height() > height and bar.maximum() == 0)


def test_values_begin_behind_the_longest_label(told: Told) -> None:
    rows = FactList()
    rows.show_facts([Fact("Seed", "7"), Fact("A label that is longer than most are", "8")])
    rows.set_label_width(rows.widest_label)
    rows.resize(900, 48)
    rows.show()
    first, second = (row.value for row in rows.rows)
    assert first.x() == second.x() > rows.widest_label
    # A narrow panel keeps most of its width for the values.
    rows.rows[0].resize(300, 24)
    assert first.x() < 160
