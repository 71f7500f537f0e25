"""What is known of a submit whose outcome nobody knows, told from what was kept of it."""

import re
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from rushes.domain.job import Job

_STATUS = re.compile(r"HTTP (\d{3})\b")
_NOT_WHOLE = ("WriteError", "WriteTimeout", "CloseError")
_NOT_READ = ("DecodingError", "InvalidURL", "the answer is ", "the compressed answer ")
_BROKE = re.compile(r"ReadError|RemoteProtocolError: .*(?:disconnected|closed connection)")


class Lost(Enum):
    """How the reply to a submit was lost."""

    UNTOLD = "untold"
    CONNECTION = "connection"
    CONNECTION_WHILE_SENDING = "connection_while_sending"
    RUSHES_ENDED = "rushes_ended"
    BROKE_OFF = "broke_off"
    NO_ANSWER = "no_answer"
    SERVER_ERROR = "server_error"
    REDIRECT = "redirect"
    NO_ID = "no_id"
    FOREIGN_ANSWER = "foreign_answer"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class LostReply:
    """How a reply was lost.

    Attributes:
        how: the kind.
        status: the HTTP status where something answered, else 0.
        sent_whole: whether the request surely left whole.
    """

    how: Lost
    status: int = 0
    sent_whole: bool = False


def lost_reply(job: Job) -> LostReply:
    """Return what the error of an unknown job tells of its reply."""
    detail = job.error.detail if job.error is not None else ""
    found = _STATUS.match(detail)
    if found is not None:
        return _answered(int(found.group(1)))
    if detail.startswith("Rushes ended"):
        return LostReply(Lost.RUSHES_ENDED)
    if detail.startswith("the send broke off"):
        return LostReply(Lost.BROKE_OFF)
    if detail.startswith("no whole answer within"):
        return LostReply(Lost.NO_ANSWER)
    if detail.startswith("ReadTimeout"):
        return LostReply(Lost.NO_ANSWER, sent_whole=True)
    if detail.startswith(_NOT_WHOLE):
        return LostReply(Lost.CONNECTION_WHILE_SENDING)
    if _BROKE.match(detail):
        return LostReply(Lost.CONNECTION, sent_whole=True)
    if detail.startswith((*_NOT_READ, "RemoteProtocolError")):
        return LostReply(Lost.UNREADABLE, sent_whole=True)
    return LostReply(Lost.UNTOLD)


def _answered(status: int) -> LostReply:
    if 200 <= status < 300:
        how = Lost.NO_ID
    elif 300 <= status < 400:
        how = Lost.REDIRECT
    elif status >= 500:
        how = Lost.SERVER_ERROR
    else:
        how = Lost.FOREIGN_ANSWER
    return LostReply(how, status, sent_whole=200 <= status < 300)


def happened_sentence(lost: LostReply) -> str:
    """Say in one sentence what happened."""
    translate = QCoreApplication.translate
    match lost.how:
        case Lost.CONNECTION:
            text = translate(
                "Answers",
                "The connection broke after Rushes had sent it and before the service answered.",
            )
        case Lost.CONNECTION_WHILE_SENDING:
            text = translate("Answers", "The connection broke while Rushes was sending it.")
        case Lost.RUSHES_ENDED:
            text = translate(
                "Answers", "Rushes ended while it was sending this job, and heard no answer."
            )
        case Lost.BROKE_OFF:
            text = translate(
                "Answers", "Sending broke off inside Rushes, so nobody heard the answer."
            )
        case Lost.NO_ANSWER:
            text = translate("Answers", "Rushes sent it and waited, and no answer came.")
        case Lost.SERVER_ERROR:
            text = translate(
                "Answers",
                "Rushes sent it, and a server on the way answered with an error of its own "
                "(HTTP {status}).",
            )
        case Lost.REDIRECT:
            text = translate(
                "Answers",
                "Rushes sent it, and was told to go to another address (HTTP {status}). "
                "It never follows that with a paid job.",
            )
        case Lost.NO_ID:
            text = translate(
                "Answers", "Rushes sent it, and an answer came that names no request id."
            )
        case Lost.FOREIGN_ANSWER:
            text = translate(
                "Answers",
                "Rushes sent it, and something answered that does not speak like the service "
                "(HTTP {status}).",
            )
        case Lost.UNREADABLE:
            text = translate("Answers", "Rushes sent it, and the answer cannot be read.")
        case _:
            text = translate("Answers", "The service’s answer to this job was lost.")
    return text.format(status=lost.status)


def last_step_title(lost: LostReply) -> str:
    """Name the step at which the trace ends."""
    translate = QCoreApplication.translate
    match lost.how:
        case Lost.RUSHES_ENDED:
            return translate("Answers", "Rushes ended")
        case Lost.BROKE_OFF:
            return translate("Answers", "Broke off")
        case Lost.NO_ANSWER:
            return translate("Answers", "No reply")
        case Lost.SERVER_ERROR | Lost.REDIRECT | Lost.NO_ID | Lost.FOREIGN_ANSWER:
            return translate("Answers", "No request id")
        case Lost.UNREADABLE:
            return translate("Answers", "Reply not readable")
        case _:
            return translate("Answers", "Reply lost")
