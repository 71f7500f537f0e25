"""What is said of an answer that needs the service, or the network, while that is away."""

from enum import Enum

from PySide6.QtCore import QCoreApplication

from rushes.ui.job_faces.away import Away


class Needs(Enum):
    """What giving an answer takes besides the program: a reply, a file, a send, a browser."""

    NOTHING = "nothing"
    REPLY = "reply"
    FILE = "file"
    SEND = "send"
    BROWSER = "browser"


def obstacle_words(needs: Needs, away: Away | None) -> str:
    """Say what is away and what happens then; empty where nothing that is needed is."""
    translate = QCoreApplication.translate
    if away is None:
        return ""
    is_network = away is Away.NETWORK
    match needs:
        case Needs.REPLY if is_network:
            return translate(
                "Answers",
                "There is no network. The service can be asked once it is back; until then "
                "nothing changes.",
            )
        case Needs.REPLY:
            return translate(
                "Answers",
                "The service has a problem. It can be asked once that is over; until then "
                "nothing changes.",
            )
        case Needs.FILE if is_network:
            return translate(
                "Answers", "There is no network. Rushes fetches it as soon as that is back."
            )
        case Needs.FILE:
            return translate(
                "Answers", "The service has a problem. Rushes fetches it as soon as that is over."
            )
        case Needs.SEND if is_network:
            return translate(
                "Answers",
                "There is no network. It waits here until that is back, and Rushes asks once "
                "before it goes out.",
            )
        case Needs.SEND:
            return translate(
                "Answers",
                "The service has a problem. It waits here until that is over, and Rushes asks "
                "once before it goes out.",
            )
        case Needs.BROWSER if is_network:
            return translate("Answers", "There is no network, so the page will not open now.")
        case _:
            return ""


def obstacle_icon(away: Away | None) -> str:
    """The name of the icon for what is away."""
    return "warn" if away is Away.SERVICE else "offline"
