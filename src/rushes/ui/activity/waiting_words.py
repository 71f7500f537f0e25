"""What is said of the jobs that wait for a person's word: what they wait for, count and price.

Texts are translated in the context ``WaitingList``.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from rushes.engine.events import Reach
from rushes.library.announcements import JobEntry
from rushes.ui.activity.waiting_groups import known_price
from rushes.ui.job_faces.away import what_is_away
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.measures import count_text
from rushes.ui.job_faces.prices import about_text


def waiting_title(circumstances: Circumstances) -> str:
    """What the jobs wait for."""
    if not circumstances.asked.was_offline and what_is_away(circumstances) is None:
        return _tr("Waiting for your word")
    if circumstances.has_service_trouble:
        return _tr("Waiting for the service")
    return _tr("Waiting for the network")


def question(count: int, circumstances: Circumstances) -> str:
    """The one question, once the jobs can go out."""
    if not circumstances.asked.was_offline:
        if count == 1:
            return _tr("One job waits since an earlier session. Send it now?")
        words = _tr("{count} jobs wait since an earlier session. Send them now?")
    elif circumstances.has_service_trouble:
        if count == 1:
            return _tr("The service is back. Send one job now?")
        words = _tr("The service is back. Send {count} jobs now?")
    else:
        if count == 1:
            return _tr("The network is back. Send one job now?")
        words = _tr("The network is back. Send {count} jobs now?")
    return words.format(count=count_text(count))


def nothing_sent(circumstances: Circumstances) -> str:
    """Why the jobs cannot go out yet, and what happens when they can."""
    if circumstances.reach is Reach.TOKEN_NEEDED:
        return _tr(
            "Nothing has been sent. Enter a token in Settings; then Rushes asks once, "
            "with this count and price."
        )
    if circumstances.has_service_trouble:
        return _tr(
            "Nothing has been sent. When the service is back, Rushes asks once, "
            "with this count and price."
        )
    return _tr(
        "Nothing has been sent. When the network is back, Rushes asks once, "
        "with this count and price."
    )


def obstacle_icon(circumstances: Circumstances) -> str:
    """The name of the icon for what keeps the jobs from going out."""
    if circumstances.reach is Reach.TOKEN_NEEDED:
        return "key"
    return "warn" if circumstances.has_service_trouble else "offline"


def price_sentence(entries: Sequence[JobEntry]) -> str:
    """What the jobs will cost, as "about $ 1.50 for 3, price not known for 3"."""
    known, without = known_price(entries)
    if without == len(entries):
        return _tr("price not known")
    if not without:
        return about_text(known)
    words = _tr("{price} for {known}, price not known for {unknown}")
    return words.format(
        price=about_text(known),
        known=count_text(len(entries) - without),
        unknown=count_text(without),
    )


def jobs_text(count: int) -> str:
    """A number of jobs."""
    return _tr("1 job") if count == 1 else _tr("{count} jobs").format(count=count_text(count))


def send_word(count: int) -> str:
    """The word on the button that sends them."""
    if count == 1:
        return _tr("Send 1 job")
    return _tr("Send {count} jobs").format(count=count_text(count))


def takes_text(count: int) -> str:
    """A number of takes."""
    return _tr("1 take") if count == 1 else _tr("{count} takes").format(count=count_text(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("WaitingList", text)
