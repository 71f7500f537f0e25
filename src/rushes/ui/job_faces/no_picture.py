"""What stands in the picture's place where a clip is here and has no picture.

Texts are translated in the context ``JobFace``.
"""

from PySide6.QtCore import QCoreApplication

from rushes.domain.job import Job
from rushes.domain.states import FileState
from rushes.ui.components.card_face import CardFace, StateFace

GRACE_SECONDS = 3.0
"""For so long after the last file came, its picture may still be in the making."""

_ICON = "film"


def no_picture_face(job: Job, now: float) -> StateFace | None:
    """Return what is said of a clip without a picture at the moment `now` (epoch seconds).

    A clip that nobody could make out when it came cannot be read; sound alone has no picture.
    """
    translate = QCoreApplication.translate
    present = [clip for clip in job.clips if clip.state is FileState.PRESENT]
    if all(clip.facts is None for clip in present):
        return StateFace(_ICON, translate("JobFace", "Cannot be read"))
    if is_in_the_making(job, now):
        return None
    return StateFace(_ICON, translate("JobFace", "No picture"))


def is_in_the_making(job: Job, now: float) -> bool:
    """Tell whether the last file has come so lately that its picture may still be made."""
    return job.ready_at is not None and 0 <= now - job.ready_at < GRACE_SECONDS


def says_no_picture(face: CardFace) -> bool:
    """Tell whether a card says that there is no picture."""
    return face.state is not None and face.state.icon == _ICON
