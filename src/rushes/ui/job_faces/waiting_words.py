"""What a waiting job waits for, in two or three words, and in sentences.

Texts are translated in the context ``JobFace``.
"""

from enum import Enum

from PySide6.QtCore import QCoreApplication

from rushes.engine.events import Reach
from rushes.library.announcements import JobEntry
from rushes.ui.job_faces.away import Away, what_is_away
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.measures import place_text


class Awaited(Enum):
    """What a waiting job waits for. Where it is several things, it is the first that must come."""

    TOKEN = "token"
    SERVICE = "service"
    NETWORK = "network"
    WORD = "word"
    RESUMING = "resuming"
    TURN = "turn"


def awaited(entry: JobEntry, circumstances: Circumstances) -> Awaited:
    """Return what a waiting job waits for."""
    if circumstances.reach is Reach.TOKEN_NEEDED:
        return Awaited.TOKEN
    away = what_is_away(circumstances)
    if away is not None:
        return Awaited.SERVICE if away is Away.SERVICE else Awaited.NETWORK
    if circumstances.asks(entry.job.id):
        return Awaited.WORD
    return Awaited.RESUMING if circumstances.is_sending_paused else Awaited.TURN


def waiting_detail(entry: JobEntry, circumstances: Circumstances) -> str:
    """Return what a job waits for, or its place in the line; may be empty."""
    translate = QCoreApplication.translate
    match awaited(entry, circumstances):
        case Awaited.TOKEN:
            return translate("JobFace", "for a token")
        case Awaited.SERVICE:
            return translate("JobFace", "for the service")
        case Awaited.NETWORK:
            return translate("JobFace", "for the network")
        case Awaited.WORD:
            return translate("JobFace", "for your word")
        case Awaited.RESUMING:
            return translate("JobFace", "sending is paused")
        case Awaited.TURN:
            place = circumstances.place_in_line(entry.key)
            return "" if place is None else place_text(place)


def waiting_sentences(entry: JobEntry, circumstances: Circumstances) -> str:
    """Say that nothing has been sent, and what happens when what a job waits for is there."""
    translate = QCoreApplication.translate
    asks = circumstances.asks(entry.job.id)
    match awaited(entry, circumstances):
        case Awaited.TOKEN if asks:
            return translate(
                "JobFace",
                "Nothing has been sent. Enter a valid token in Settings; then Rushes asks once "
                "before it goes out.",
            )
        case Awaited.TOKEN:
            return translate(
                "JobFace", "Nothing has been sent. It goes out once a valid token is in Settings."
            )
        case Awaited.SERVICE if asks:
            return translate(
                "JobFace",
                "Nothing has been sent. When the service is back, Rushes asks once before it goes "
                "out.",
            )
        case Awaited.SERVICE:
            return translate(
                "JobFace",
                "Nothing has been sent. It goes out when the service is back; if that takes long, "
                "Rushes asks first.",
            )
        case Awaited.NETWORK if asks:
            return translate(
                "JobFace",
                "Nothing has been sent. When the network is back, Rushes asks once before it goes "
                "out.",
            )
        case Awaited.NETWORK:
            return translate(
                "JobFace",
                "Nothing has been sent. It goes out when the network is back; if that takes long, "
                "Rushes asks first.",
            )
        case Awaited.WORD:
            return translate(
                "JobFace", "Nothing has been sent. Activity asks whether it should go out."
            )
        case Awaited.RESUMING:
            return translate(
                "JobFace", "Nothing has been sent. It goes out once sending goes on; see Activity."
            )
        case Awaited.TURN:
            return translate("JobFace", "Nothing has been sent. It goes out by itself.")
