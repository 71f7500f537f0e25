"""What is said of jobs that ask for no answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.library.announcements import JobEntry
from rushes.ui.answers.told import Told, told
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.viewer.panel import ViewerPanel
from tests.ui.job_faces.jobs import NOON, make_job

from .conftest import job_in

S = JobState
RUNS = make_job(state=S.IN_PROGRESS, remote_id="r", started_at=NOON, cancel_asked_at=NOON)


def told_of(job: Job) -> Told:
    return told(JobEntry(1, job), Circumstances())


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (RUNS, "has not answered yet"),
        (job_in(S.IN_QUEUE, cancel_asked_at=1, cancel_answer="not_cancellable"), "any more"),
        (job_in(S.IN_QUEUE, cancel_asked_at=1, cancel_answer="refused"), "refused to cancel"),
        (job_in(S.IN_QUEUE, cancel_asked_at=1, cancel_answer="perhaps"), "“perhaps”"),
        (job_in(S.IN_PROGRESS, service_word="warming_up"), "“warming_up”, a state"),
        (job_in(S.CANCELLED), "cancelled here and not sent"),
        (job_in(S.CANCELLED, remote_id="r"), "by itself"),
        (job_in(S.CANCELLED, remote_id="r", cancel_asked_at=1), "before it ran"),
        (job_in(S.CANCELLED, remote_id="r", cancel_asked_at=1, started_at=2), "while it ran"),
    ],
)
def test_cancelling_and_unknown_words_are_told_as_they_are(job: Job, words: str) -> None:
    text = told_of(job).text
    assert words in text.partition("\n")[0]
    assert text.partition("\n")[2].endswith(".")


def test_a_job_that_simply_runs_needs_no_words() -> None:
    assert told_of(job_in(S.IN_PROGRESS, service_word="in_progress")).text == ""


@pytest.mark.parametrize("code", ["token_refused", "token_missing", "not_allowed"])
def test_a_wrong_token_leads_to_the_settings(viewer: ViewerPanel, qtbot: QtBot, code: str) -> None:
    said = told_of(job_in(S.REJECTED, code, "HTTP 401: no"))
    assert said.offers_settings
    viewer.show_message("refused", "Refused", said.text, said.detail, offers_settings=True)
    assert "401" not in said.text
    with qtbot.waitSignal(viewer.settings_requested):
        QTest.mouseClick(viewer.message_page.settings_button, Qt.MouseButton.LeftButton)


def test_an_empty_balance_is_told_with_what_to_do(viewer: ViewerPanel) -> None:
    said = told_of(job_in(S.REJECTED, "balance_empty", "HTTP 402: no"))
    assert said.text.startswith("There is no balance left")
    assert "Add credit there" in said.text
    viewer.show_message("refused", "Refused", said.text, said.detail)
    assert not viewer.message_page.settings_button.isVisible()
