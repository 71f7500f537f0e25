"""Held jobs, clips that were not fetched, results that did not come, files that are not right."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.errors import JobFailed, NotReachable, RequestGone
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.ui.answers.answer_page import Asked
from rushes.ui.answers.fetch_page import FetchPage
from rushes.ui.answers.file_page import FilePage
from rushes.ui.answers.held_page import HeldPage
from rushes.ui.answers.page_choice import PageKind, page_of
from rushes.ui.answers.result_page import ResultPage
from rushes.ui.job_faces.away import Away
from rushes.ui.viewer.panel import ViewerPanel
from tests.ui.job_faces.jobs import MODEL, make_clip, make_job

from .conftest import Heard, job_in, lost_job

S = JobState
LEFT = Qt.MouseButton.LeftButton
FOREIGN = job_in(S.FINISHED, "host_not_trusted", "clips.example.org", remote_id="r")
LARGE = job_in(S.FINISHED, "file_too_large", "5300000000 bytes", remote_id="r")
EXPIRED = job_in(S.EXPIRED, "link_dead", "HTTP 403", remote_id="r")
FAILED = job_in(S.FAILED, "job_failed", "out of memory", remote_id="r")
MISSING = job_in(S.READY, clips=(make_clip(state=FileState.MISSING),), remote_id="r")
CHANGED = replace(MISSING, clips=(make_clip(state=FileState.CHANGED),))


@pytest.mark.parametrize(
    ("job", "kind"),
    [
        (lost_job(), PageKind.UNKNOWN),
        (lost_job(answer="sent_again"), PageKind.UNKNOWN),
        (job_in(S.HELD, "held"), PageKind.HELD),
        (FOREIGN, PageKind.FETCH),
        (LARGE, PageKind.FETCH),
        (job_in(S.FINISHED, "unexpected", "see the log"), PageKind.FETCH),
        (job_in(S.FINISHED, "disk_full"), None),
        (EXPIRED, PageKind.RESULT),
        (FAILED, PageKind.RESULT),
        (replace(FAILED, remote_id=None), None),
        (MISSING, PageKind.FILE),
        (CHANGED, PageKind.FILE),
        (replace(MISSING, clips=(make_clip(), make_clip(state=FileState.MISSING))), None),
        (replace(MISSING, clips=(make_clip(state=FileState.TRASHED),)), None),
        (job_in(S.REJECTED, "token_refused"), None),
        (make_job(state=S.IN_PROGRESS), None),
    ],
)
def test_a_job_has_the_page_of_its_state(job: object, kind: PageKind | None) -> None:
    assert page_of(job) is kind  # type: ignore[arg-type]


def test_a_job_without_a_page_is_a_mistake(viewer: ViewerPanel) -> None:
    with pytest.raises(ValueError, match="waiting"):
        viewer.answers.show_asked(Asked(make_job()))


def test_a_held_job_says_why_and_is_sent_only_on_a_second_word(
    viewer: ViewerPanel, heard: Heard
) -> None:
    job = job_in(S.HELD, "held", sent_at=None)
    viewer.show_answers(Asked(job))
    page = viewer.answers.page
    assert isinstance(page, HeldPage)
    assert "older copy" in page.head.text.text()
    assert "May charge twice" in page.send.text.text
    QTest.mouseClick(page.send.button, LEFT)
    QTest.mouseClick(page.send.confirm, LEFT)
    assert heard.wishes == []
    QTest.qWait(QApplication.styleHints().mouseDoubleClickInterval() + 20)
    QTest.mouseClick(page.send.confirm, LEFT)
    page.follow.field.setFocus()
    QTest.keyClicks(page.follow.field, "r-1")
    QTest.mouseClick(page.follow.button, LEFT)
    QTest.mouseClick(page.drop.button, LEFT)
    assert heard.wishes == [("send_held", job.id), ("adopt", job.id, "r-1"), ("drop_held", job.id)]
    viewer.answers.show_adopt_problem(job.id, RequestGone())
    assert "does not know this id" in page.follow.problem.text()


def test_a_foreign_server_is_named_before_anything_is_fetched(
    viewer: ViewerPanel, heard: Heard
) -> None:
    viewer.show_answers(Asked(FOREIGN))
    page = viewer.answers.page
    assert isinstance(page, FetchPage)
    assert "clips.example.org" in page.head.text.text()
    assert page.fetch.title.text() == "Fetch from clips.example.org"
    QTest.mouseClick(page.fetch.button, LEFT)
    QTest.mouseClick(page.fetch.button, LEFT)
    assert heard.wishes == [("fetch_anyway", FOREIGN.id)]
    viewer.answers.show_problem(FOREIGN.id, NotReachable())
    assert "try again once the network is back" in page.fetch.problem.text()
    assert page.fetch.button.isEnabled()


def test_a_large_clip_tells_its_size(viewer: ViewerPanel) -> None:
    viewer.show_answers(Asked(LARGE))
    page = viewer.answers.page
    assert page is not None
    assert "with 5.3 GB it is larger" in page.head.text.text()
    known = replace(LARGE, clips=(Clip(0, "u", size=7_000_000_000),))
    viewer.show_answers(Asked(known))
    assert "7.0 GB" in page.head.text.text()
    told = replace(LARGE.error, detail="") if LARGE.error else None
    viewer.show_answers(Asked(replace(LARGE, error=told)))
    assert "larger than the limit" in page.head.text.text()


@pytest.mark.parametrize(
    "code", ["link_dead", "request_gone", "result_empty", "not_the_medium", "job_failed", "refused"]
)
def test_an_ended_job_can_be_asked_for_again_or_made_again(
    viewer: ViewerPanel, heard: Heard, code: str
) -> None:
    state = S.EXPIRED if code in ("link_dead", "request_gone") else S.FAILED
    job = job_in(state, code, "raw words", remote_id="r")
    viewer.show_answers(Asked(job))
    page = viewer.answers.page
    assert isinstance(page, ResultPage)
    assert not page.head.title.text().endswith(".")
    assert "prompt and settings are kept." in page.head.text.text()
    assert page.details.text.toPlainText() == "raw words"
    QTest.mouseClick(page.ask.button, LEFT)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.mouseClick(page.make_again.button, LEFT)
    assert heard.wishes == [("ask_again", job.id), ("use_all", job.id)]
    viewer.answers.show_problem(job.id, JobFailed("no"))
    assert page.ask.problem.text() == "The service says again that it could not make this clip."
    assert page.ask.button.isEnabled()


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({"prompt": "Sea"}, "No seed was sent"),
        ({"prompt": "Sea", "seed": 7}, "should come out the same"),
        ({"prompt": "Sea", "seed": 7, "enable_prompt_expansion": True}, "Magic Prompt may"),
    ],
)
def test_it_is_said_how_much_alike_a_new_clip_will_be(
    viewer: ViewerPanel, inputs: dict[str, object], words: str
) -> None:
    viewer.show_answers(Asked(replace(EXPIRED, request=GenerationRequest(MODEL, inputs))))
    page = viewer.answers.page
    assert isinstance(page, ResultPage)
    assert words in page.make_again.text.text


@pytest.mark.parametrize(
    ("job", "told"),
    [
        (lost_job(), ["page will not open", "", "can be asked once", "asks once before", ""]),
        (job_in(S.HELD, "held"), ["page will not open", "can be asked once", "asks once", ""]),
        (FOREIGN, ["fetches it as soon as", ""]),
        (EXPIRED, ["can be asked once", ""]),
        (FAILED, ["can be asked once", ""]),
        (MISSING, ["", "", "can be asked once", "can be asked once", ""]),
    ],
)
def test_without_a_network_every_answer_that_needs_one_says_so(
    viewer: ViewerPanel, job: Job, told: list[str]
) -> None:
    viewer.show_answers(Asked(job, away=Away.NETWORK))
    page = viewer.answers.page
    assert page is not None
    lines = [row.obstacle for row in page.box.rows]
    for line, words in zip(lines, told, strict=True):
        assert words in line.text()
        assert line.text().startswith("There is no network") is bool(words)
        assert line.isHidden() is not bool(words)
    viewer.show_answers(Asked(job, away=Away.SERVICE))
    said = [line.text() for line in lines if line.text()]
    assert said
    assert all(text.startswith("The service has a problem") for text in said)
    viewer.show_answers(Asked(job))
    assert all(line.isHidden() for line in lines)


def test_what_went_wrong_takes_the_place_of_what_is_away(viewer: ViewerPanel) -> None:
    viewer.show_answers(Asked(EXPIRED, away=Away.NETWORK))
    page = viewer.answers.page
    assert isinstance(page, ResultPage)
    QTest.mouseClick(page.ask.button, LEFT)
    viewer.answers.show_problem(EXPIRED.id, NotReachable())
    assert page.ask.problem.text().endswith("try again once the network is back.")
    assert page.ask.obstacle.isHidden()
    QTest.mouseClick(page.ask.button, LEFT)
    assert page.ask.obstacle.isVisible()


def test_a_missing_file_is_told_with_its_place(viewer: ViewerPanel, heard: Heard) -> None:
    viewer.show_answers(Asked(MISSING, "/drive/media/a.mp4"))
    page = viewer.answers.page
    assert isinstance(page, FilePage)
    assert page.head.title.text() == "The file is not where it was"
    assert page.head.place.text() == "/drive/media/a.mp4"
    assert page.main_button is page.locate.button
    assert not page.show_anyway.isVisible()
    assert not page.replace.isVisible()
    for _ in range(2):
        # A dialog that was closed without a choice can be opened again.
        QTest.mouseClick(page.locate.button, LEFT)
    QTest.mouseClick(page.fetch_again.button, LEFT)
    assert heard.wishes == [*2 * [("locate", MISSING.id)], ("ask_again", MISSING.id)]
    viewer.answers.show_problem(MISSING.id, RequestGone())
    assert page.fetch_again.problem.text() == "The service does not know this job any more."


def test_a_changed_file_is_shown_or_replaced_on_a_second_word(
    viewer: ViewerPanel, heard: Heard
) -> None:
    viewer.show_answers(Asked(CHANGED, "/drive/media/a.mp4"))
    page = viewer.answers.page
    assert isinstance(page, FilePage)
    assert page.head.title.text() == "This file is not the one that came"
    assert page.main_button is page.show_anyway.button
    assert not page.fetch_again.isVisible()
    assert not page.locate.isVisible()
    QTest.mouseClick(page.show_anyway.button, LEFT)
    QTest.mouseClick(page.replace.button, LEFT)
    assert "Replace the file" in page.replace.title.text()
    QTest.qWait(QApplication.styleHints().mouseDoubleClickInterval() + 20)
    QTest.mouseClick(page.replace.confirm, LEFT)
    assert heard.wishes == [("show_anyway", CHANGED.id), ("ask_again", CHANGED.id)]


def test_a_file_the_service_never_had_an_id_for_is_located_or_made_again(
    viewer: ViewerPanel,
) -> None:
    viewer.show_answers(Asked(replace(MISSING, remote_id=None), "/a.mp4"))
    page = viewer.answers.page
    assert isinstance(page, FilePage)
    assert not page.fetch_again.isVisible()
    assert page.main_button is page.locate.button
    assert page.make_again.isVisible()
