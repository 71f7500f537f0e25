"""What a waiting job waits for, in two or three words.

Texts are translated in the context ``JobFace``.
"""

from PySide6.QtCore import QCoreApplication

from rushes.engine.events import Reach
from rushes.library.announcements import JobEntry
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.measures import place_text


def waiting_detail(entry: JobEntry, circumstances: Circumstances) -> str:
    """Return what a job waits for, or its place in the line; may be empty."""
    translate = QCoreApplication.translate
    if circumstances.reach is Reach.TOKEN_NEEDED:
        return translate("JobFace", "for a token")
    if circumstances.reach is Reach.OFFLINE:
        if circumstances.has_service_trouble:
            return translate("JobFace", "for the service")
        return translate("JobFace", "for the network")
    if circumstances.asks(entry.job.id):
        return translate("JobFace", "for your word")
    if circumstances.is_sending_paused:
        return translate("JobFace", "sending is paused")
    place = circumstances.place_in_line(entry.key)
    return "" if place is None else place_text(place)
