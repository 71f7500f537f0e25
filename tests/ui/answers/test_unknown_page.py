"""Did this job arrive? The question, what is known, and the four answers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.domain.errors import (
    NotReachable,
    RemoteIdTaken,
    RequestGone,
    RushesError,
    TokenMissing,
    TokenRefused,
)
from rushes.domain.job import Job
from rushes.domain.request import GenerationRequest
from rushes.ui.answers.answer_page import Asked
from rushes.ui.answers.unknown_page import UnknownPage
from rushes.ui.job_faces.measures import time_of_day
from rushes.ui.viewer.panel import ViewerPanel
from tests.ui.job_faces.jobs import MODEL, NOON, make_job

from .conftest import Heard, as_new, lost_job

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


def page_for(viewer: ViewerPanel, job: Job, successor: Job | None = None) -> UnknownPage:
    viewer.show_answers(Asked(job, successor=successor))
    page = viewer.answers.page
    assert isinstance(page, UnknownPage)
    return page


def wait_out_double_click() -> None:
    QTest.qWait(QApplication.styleHints().mouseDoubleClickInterval() + 20)


def test_it_asks_and_says_what_happened(viewer: ViewerPanel) -> None:
    page = page_for(viewer, lost_job(finished_at=NOON + 3))
    assert page.isVisible()
    assert page.head.title.text() == "Did this job arrive?"
    assert page.head.text.text() == (
        "The connection broke after Rushes had sent it and before the service answered. It may be "
        "running and charged, or it may never have arrived. Rushes never sends a paid job twice "
        "by itself, so it waits for your word."
    )
    steps = page.steps.steps
    assert [step.title for step in steps] == ["Written down", "Sent whole", "Reply lost"]
    assert all(step.time.count(":") == 2 for step in steps)
    assert time_of_day(NOON) in page.look.text.text


def test_it_says_sent_whole_only_where_that_is_known(viewer: ViewerPanel) -> None:
    page = page_for(viewer, lost_job("Rushes ended while the job was being sent."))
    assert [step.title for step in page.steps.steps] == [
        "Written down",
        "Sending began",
        "Rushes ended",
    ]
    assert page.steps.steps[-1].time == ""


def test_the_request_is_told_in_words(viewer: ViewerPanel) -> None:
    request = GenerationRequest(MODEL, {"prompt": "<b>Sea</b>", "frames_per_second": 16, "seed": 7})
    page = page_for(viewer, lost_job(request=request))
    assert page.box.request.prompt.lines() == ["<b>Sea</b>"]
    assert page.box.request.inputs.text() == "16 fps · seed 7 · price not known"
    assert page.again.text.text.endswith("Same prompt, same seed.")
    bare = replace(request, inputs={"prompt": "Sea"})
    page = page_for(viewer, lost_job(request=bare, price_shown=2))
    assert page.box.request.inputs.text() == "about $ 2.00"
    assert page.again.text.text.endswith("Same prompt and settings.")


def test_looking_is_asked_for_as_often_as_wanted(viewer: ViewerPanel, heard: Heard) -> None:
    job = lost_job()
    page = page_for(viewer, job)
    QTest.mouseClick(page.look.button, LEFT)
    QTest.mouseClick(page.look.button, LEFT)
    assert heard.wishes == [("open_page", job.id)] * 2
    viewer.answers.show_no_browser(job.id)
    assert "https://www.runcomfy.com" in page.look.problem.text()


def test_only_an_id_can_be_followed(viewer: ViewerPanel, heard: Heard) -> None:
    job = lost_job()
    follow = page_for(viewer, job).follow
    follow.field.setFocus()
    assert not follow.button.isEnabled()
    QTest.keyClicks(follow.field, "no id!")
    assert not follow.button.isEnabled()
    assert "not a request id" in follow.problem.text()
    QTest.keyClick(follow.field, Key.Key_Return)
    follow.field.selectAll()
    QTest.keyClicks(follow.field, "req_47-A")
    assert follow.button.isEnabled()
    assert not follow.problem.isVisible()
    QTest.keyClick(follow.field, Key.Key_Return)
    assert heard.wishes == [("adopt", job.id, "req_47-A")]


def test_an_address_of_the_service_brings_its_id_along(viewer: ViewerPanel, heard: Heard) -> None:
    job = lost_job()
    follow = page_for(viewer, job).follow
    follow.field.setFocus()
    QApplication.clipboard().setText(" https://model-api.runcomfy.net/v1/requests/r-1/status ")
    follow.field.paste()
    QTest.mouseClick(follow.button, LEFT)
    assert heard.wishes == [("adopt", job.id, "r-1")]


def test_it_is_asked_once_while_the_service_is_asked(viewer: ViewerPanel, heard: Heard) -> None:
    follow = page_for(viewer, lost_job()).follow
    follow.field.setFocus()
    QTest.keyClicks(follow.field, "r-1")
    QTest.keyClick(follow.field, Key.Key_Return)
    QTest.keyClick(follow.field, Key.Key_Return)
    QTest.mouseClick(follow.button, LEFT)
    assert len(heard.wishes) == 1
    assert follow.is_busy
    assert follow.button.text() == "Checking…"
    assert follow.field.isReadOnly()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RequestGone("HTTP 404"), "does not know this id"),
        (RemoteIdTaken("another"), "already follows this id"),
        (NotReachable("ConnectError"), "once the network is back"),
        (TokenRefused("HTTP 401"), "Enter a valid token in Settings."),
    ],
)
def test_why_an_id_cannot_be_followed_is_said_beneath(
    viewer: ViewerPanel, heard: Heard, error: RushesError, words: str
) -> None:
    job = lost_job()
    follow = page_for(viewer, job).follow
    follow.field.setFocus()
    QTest.keyClicks(follow.field, "r-1")
    QTest.keyClick(follow.field, Key.Key_Return)
    viewer.answers.show_adopt_problem("another job", error)
    assert follow.is_busy
    viewer.answers.show_adopt_problem(job.id, error)
    assert words in follow.problem.text()
    assert error.detail not in follow.problem.text()
    assert follow.field.text() == "r-1"
    QTest.mouseClick(follow.button, LEFT)
    assert heard.wishes == [("adopt", job.id, "r-1")] * 2
    assert follow.problem.text() == ""


def test_an_id_that_is_taken_leads_to_the_take_that_has_it(
    viewer: ViewerPanel, heard: Heard
) -> None:
    job = lost_job()
    follow = page_for(viewer, job).follow
    follow.field.setFocus()
    QTest.keyClicks(follow.field, "r-1")
    QTest.keyClick(follow.field, Key.Key_Return)
    viewer.answers.show_adopt_problem(job.id, RemoteIdTaken("another"))
    QTest.mouseClick(follow.remedy, LEFT)
    assert heard.wishes[-1] == ("take", "another")
    QTest.keyClicks(follow.field, "2")
    assert not follow.remedy.isVisible()


def test_a_token_that_is_missing_leads_to_the_settings(viewer: ViewerPanel, heard: Heard) -> None:
    job = lost_job()
    page = page_for(viewer, job)
    QTest.mouseClick(page.keep.button, LEFT)
    viewer.answers.show_problem(job.id, NotReachable())
    assert not page.keep.remedy.isVisible()
    viewer.answers.show_problem(job.id, TokenMissing())
    assert page.keep.problem.text() == (
        "There is no RunComfy token yet. Enter a token in Settings."
    )
    QTest.mouseClick(page.keep.remedy, LEFT)
    assert heard.wishes == [("keep", job.id), ("settings",)]


def test_what_is_typed_stays_when_the_job_is_told_again(viewer: ViewerPanel) -> None:
    job = lost_job()
    page = page_for(viewer, job)
    page.follow.field.setFocus()
    QTest.keyClicks(page.follow.field, "r-")
    page.again.button.click()
    page.follow.field.setFocus()
    page_for(viewer, as_new(job))
    page_for(viewer, replace(job, queue_position=1))
    assert page.follow.field.text() == "r-"
    assert page.follow.field.hasFocus()
    assert page.again.asks
    page_for(viewer, lost_job())
    assert page.follow.field.text() == ""
    assert not page.again.asks


def test_sending_again_takes_two_presses_that_are_no_double_click(
    viewer: ViewerPanel, heard: Heard
) -> None:
    job = lost_job()
    again = page_for(viewer, job).again
    QTest.mouseClick(again.button, LEFT)
    assert heard.wishes == []
    assert again.title.text() == "This may charge twice. Send it again?"
    assert again.cancel.hasFocus()
    QTest.mouseClick(again.confirm, LEFT)
    assert heard.wishes == []
    wait_out_double_click()
    QTest.mouseClick(again.confirm, LEFT)
    again.confirm.click()
    again.button.click()
    assert heard.wishes == [("send_again", job.id)]
    viewer.answers.show_problem(job.id, NotReachable())
    assert "once the network is back" in again.problem.text()
    assert again.button.isEnabled()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_sending_again_can_be_left(viewer: ViewerPanel, heard: Heard, key: Qt.Key) -> None:
    again = page_for(viewer, lost_job()).again
    again.button.setFocus()
    QTest.keyClick(again.button, Key.Key_Return)
    QTest.keyClick(again.cancel, key)
    assert not again.asks
    assert again.button.hasFocus()
    assert heard.wishes == []


def test_keeping_is_said_once_it_is_so(viewer: ViewerPanel, heard: Heard) -> None:
    job = lost_job()
    page = page_for(viewer, job)
    QTest.mouseDClick(page.keep.button, LEFT)
    QTest.mouseClick(page.keep.button, LEFT)
    assert heard.wishes == [("keep", job.id)]
    page_for(viewer, replace(job, answer="kept"))
    assert page.keep.title.text() == "Kept for later"
    assert not page.keep.button.isVisible()
    assert page.again.button.isEnabled()
    page_for(viewer, lost_job())
    assert page.keep.button.isVisible()
    assert page.keep.button.isEnabled()


def test_a_job_sent_again_leads_to_its_new_take_and_can_still_be_followed(
    viewer: ViewerPanel, heard: Heard
) -> None:
    job = lost_job(answer="sent_again")
    page = page_for(viewer, job)
    assert page.head.title.text() == "This job was sent again"
    assert not page.successor.isVisible()
    successor = make_job(take=6)
    page_for(viewer, job, successor)
    assert page.head.title.text() == "This job was sent again as take 6"
    assert not page.again.isVisible()
    assert not page.keep.isVisible()
    QTest.mouseClick(page.successor.button, LEFT)
    page.follow.field.setFocus()
    QTest.keyClicks(page.follow.field, "r-1")
    QTest.keyClick(page.follow.field, Key.Key_Return)
    assert heard.wishes == [("take", successor.id), ("adopt", job.id, "r-1")]


def test_the_raw_reply_is_plain_text_and_folded_away(viewer: ViewerPanel, qtbot: QtBot) -> None:
    raw = "HTTP 502: <html><img src='http://evil/'>Bad gateway</html>"
    page = page_for(viewer, lost_job(raw))
    assert not page.details.text.isVisible()
    QTest.mouseClick(page.details.button, LEFT)
    assert page.details.text.isVisible()
    assert page.details.text.toPlainText() == raw
    page_for(viewer, lost_job(""))
    assert not page.details.isVisible()
