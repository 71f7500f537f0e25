import pytest
from PySide6.QtWidgets import QApplication

from rushes.domain.states import JobState
from rushes.ui.answers.lost_reply import (
    Lost,
    LostReply,
    happened_sentence,
    last_step_title,
    lost_reply,
)
from tests.ui.job_faces.jobs import make_job

from .conftest import LOST, lost_job

# What was kept of a reply, how it was lost, and whether the request surely left whole.
TABLE = [
    (LOST, Lost.CONNECTION, True),
    (
        "RemoteProtocolError: peer closed connection without sending complete message body",
        Lost.CONNECTION,
        True,
    ),
    ("RemoteProtocolError: illegal status line", Lost.UNREADABLE, True),
    ("the compressed answer ends early", Lost.UNREADABLE, True),
    ("ReadError: ", Lost.CONNECTION, True),
    ("ReadTimeout: ", Lost.NO_ANSWER, True),
    ("WriteError: broken pipe", Lost.CONNECTION_WHILE_SENDING, False),
    ("WriteTimeout: ", Lost.CONNECTION_WHILE_SENDING, False),
    ("no whole answer within 90 s", Lost.NO_ANSWER, False),
    ("Rushes ended while the job was being sent.", Lost.RUSHES_ENDED, False),
    ("the send broke off", Lost.BROKE_OFF, False),
    ("HTTP 503: <html>busy</html>", Lost.SERVER_ERROR, False),
    ("HTTP 302", Lost.REDIRECT, False),
    ("HTTP 200: []", Lost.NO_ID, True),
    ("HTTP 408: too slow", Lost.FOREIGN_ANSWER, False),
    ("the answer is larger than 8388608 bytes", Lost.UNREADABLE, True),
    ("DecodingError: not gzip", Lost.UNREADABLE, True),
    ("", Lost.UNTOLD, False),
    ("something nobody expected", Lost.UNTOLD, False),
]


@pytest.mark.parametrize(("detail", "how", "whole"), TABLE)
def test_the_detail_tells_how_the_reply_was_lost(detail: str, how: Lost, whole: bool) -> None:
    found = lost_reply(lost_job(detail))
    assert (found.how, found.sent_whole) == (how, whole)


def test_a_job_without_an_error_tells_nothing() -> None:
    assert lost_reply(make_job(state=JobState.UNKNOWN)) == LostReply(Lost.UNTOLD)


def test_each_way_has_a_sentence_of_its_own(qapp: QApplication) -> None:
    sentences = {happened_sentence(LostReply(how, 503)) for how in Lost}
    assert len(sentences) == len(Lost)
    assert all(each.endswith(".") and "{" not in each for each in sentences)
    assert all(last_step_title(LostReply(how)) for how in Lost)
    assert "(HTTP 503)" in happened_sentence(LostReply(Lost.SERVER_ERROR, 503))
