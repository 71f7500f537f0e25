from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from rushes.domain.states import FileState, JobState
from rushes.library.announcements import JobEntry
from rushes.ui.components.card_face import StateFace
from rushes.ui.job_faces.acts import can_cancel, can_reveal, has_prompt, seed_of
from rushes.ui.job_faces.card_faces import card_face, second_line, spoken_text, state_sentence
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.measures import time_of_day
from rushes.ui.job_faces.state_face import state_face
from rushes.ui.job_faces.titles import job_title
from tests.ui.job_faces.jobs import NOON, make_clip, make_job

S = JobState


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def test_a_ready_card_shows_the_length_and_no_state() -> None:
    job = make_job("Cabin", S.READY, take=2, clips=(make_clip(4.0), make_clip(6.0625)))
    title = job_title(job, has_siblings=True)
    card = card_face(JobEntry(1, job), title, Circumstances(), NOON)
    assert (card.title, card.second, card.state) == ("Cabin, take 2", "6.1 s", None)


def test_any_other_card_shows_state_and_time_of_day() -> None:
    job = make_job("Cabin", S.FAILED)
    card = card_face(JobEntry(1, job), job_title(job, has_siblings=False), Circumstances(), NOON)
    assert card.second == time_of_day(job.created_at)
    assert card.state is not None
    assert card.state.word == "Failed"


def test_a_missing_clip_keeps_its_length() -> None:
    job = make_job(state=S.READY, clips=(make_clip(5.0, state=FileState.MISSING),))
    assert second_line(job) == "5.0 s"


def test_a_state_reads_as_a_sentence() -> None:
    assert state_sentence(StateFace("in_queue", "In queue", "Position 3")) == "In queue, position 3"
    assert state_sentence(StateFace("sending", "Sending")) == "Sending"


def test_what_is_read_aloud_holds_title_state_length_and_date() -> None:
    job = make_job("Cabin", S.READY, take=2, clips=(make_clip(),))
    state = state_face(JobEntry(1, job), Circumstances(), NOON)
    text = spoken_text(job, job_title(job, has_siblings=True), state)
    assert text.startswith("Cabin, take 2. Ready. New. 6.1 s. Written down ")
    assert "November 2026" in text


@pytest.mark.parametrize("state", list(S))
def test_cancel_is_offered_only_where_it_can_have_an_effect(state: JobState) -> None:
    possible = state in (S.WAITING, S.IN_QUEUE, S.IN_PROGRESS)
    assert can_cancel(make_job(state=state)) == possible


def test_cancel_is_not_offered_twice() -> None:
    asked = make_job(state=S.IN_PROGRESS, cancel_asked_at=NOON)
    assert not can_cancel(asked)
    assert not can_cancel(replace(asked, cancel_answer="not_cancellable"))


def test_an_answer_to_cancel_that_decides_nothing_can_be_followed_by_another_try() -> None:
    asked = make_job(state=S.IN_PROGRESS, cancel_asked_at=NOON)
    assert can_cancel(replace(asked, cancel_answer="refused"))


def test_other_acts_need_what_they_act_on() -> None:
    bare = make_job("")
    bare = replace(bare, request=replace(bare.request, inputs={}))
    assert (can_reveal(bare), seed_of(bare), has_prompt(bare)) == (False, None, False)
    full = make_job(state=S.READY, clips=(make_clip(),))
    assert (can_reveal(full), seed_of(full), has_prompt(full)) == (True, 7, True)
    gone = replace(full, clips=(make_clip(state=FileState.MISSING),))
    assert not can_reveal(gone)
    assert can_reveal(replace(full, clips=(make_clip(state=FileState.CHANGED),)))
