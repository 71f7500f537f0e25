"""The states of a job as people see them: icon, word, second line, tone and bar.

Texts are translated in the context ``JobFace``.
"""

from PySide6.QtCore import QCoreApplication

from rushes.domain.job import Job
from rushes.domain.replies import Phase, phase_of
from rushes.domain.states import REMOTE_STATES, FileState, JobState
from rushes.domain.under_way import is_under_way
from rushes.library.announcements import JobEntry
from rushes.ui.components.card_face import StateFace, Tone
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.measures import count_text, elapsed_text, received_text
from rushes.ui.job_faces.reasons import ending_detail, needs_person
from rushes.ui.job_faces.waiting_words import waiting_detail


def state_face(entry: JobEntry, circumstances: Circumstances, now: float) -> StateFace:
    """Return how a job's state is shown at the moment `now` (seconds since the epoch)."""
    job = entry.job
    translate = QCoreApplication.translate
    if job.marks.is_trashed and not is_under_way(job):
        # What goes on is told as it is, also in the trash.
        restore = translate("JobFace", "Restore")
        return StateFace("trash", translate("JobFace", "In Trash"), restore)
    if needs_person(job):
        word = translate("JobFace", "Needs you")
        if job.state is JobState.HELD:
            word = translate("JobFace", "Held")
        return StateFace("needs_you", word, ending_detail(job), Tone.WARN, outlined=True)
    match job.state:
        case JobState.WAITING:
            detail = waiting_detail(entry, circumstances)
            return StateFace("waiting", translate("JobFace", "Waiting"), detail)
        case JobState.SENDING:
            detail = translate("JobFace", "written down first")
            return StateFace("sending", translate("JobFace", "Sending"), detail, Tone.LIVE)
        case JobState.IN_QUEUE | JobState.IN_PROGRESS:
            return _remote_face(job, now)
        case JobState.FINISHED | JobState.DOWNLOADING:
            return _fetching_face(job, circumstances)
        case JobState.READY:
            return _ready_face(job)
        case JobState.REJECTED:
            return StateFace(
                "refused", translate("JobFace", "Refused"), ending_detail(job), Tone.BAD
            )
        case JobState.FAILED:
            return StateFace("failed", translate("JobFace", "Failed"), ending_detail(job), Tone.BAD)
        case JobState.CANCELLED:
            return StateFace("cancelled", translate("JobFace", "Cancelled"), ending_detail(job))
        case JobState.EXPIRED:
            return StateFace(
                "expired", translate("JobFace", "Expired"), ending_detail(job), Tone.WARN
            )
        case JobState.UNKNOWN:
            return StateFace("needs_you", translate("JobFace", "Unknown"), ending_detail(job))
        case _:
            return StateFace("waiting", translate("JobFace", "Draft"))


def is_shown_by_picture(job: Job) -> bool:
    """Tell whether the clip is here as it came, so that its picture says all there is to say."""
    away = {FileState.MISSING, FileState.TRASHED, FileState.CHANGED}
    is_whole = not job.marks.is_trashed and all(clip.state not in away for clip in job.clips)
    return job.state is JobState.READY and is_whole


def counts_time(job: Job) -> bool:
    """Tell whether the face is another one every second."""
    return job.state is JobState.IN_PROGRESS and job.cancel_asked_at is None


def is_cancel_asked(job: Job) -> bool:
    """Tell whether a person asked to cancel and the service has not answered yet."""
    asked = job.cancel_asked_at is not None and job.cancel_answer is None
    return asked and job.state in REMOTE_STATES


def is_cancel_refused(job: Job) -> bool:
    """Tell whether the service said that this running job cannot be cancelled."""
    return job.cancel_answer == "not_cancellable" and job.state in REMOTE_STATES


def _cancel_answer(job: Job) -> str:
    """What the service said to a cancel that did not end the job; empty if there was none."""
    translate = QCoreApplication.translate
    if job.cancel_asked_at is None or job.cancel_answer is None:
        return ""
    if job.cancel_answer == "not_cancellable":
        return translate("JobFace", "cannot be cancelled")
    return translate("JobFace", "not cancelled")


def _remote_face(job: Job, now: float) -> StateFace:
    translate = QCoreApplication.translate
    if is_cancel_asked(job):
        detail = translate("JobFace", "until it answers")
        return StateFace("cancelled", translate("JobFace", "Cancel asked"), detail)
    refused = _cancel_answer(job)
    if job.state is JobState.IN_QUEUE:
        detail = ""
        if job.queue_position is not None:
            position = translate("JobFace", "Position {number}")
            detail = position.format(number=count_text(job.queue_position))
        return StateFace("in_queue", translate("JobFace", "In queue"), refused or detail, Tone.LIVE)
    word = translate("JobFace", "In progress")
    if job.service_word and phase_of(job.service_word) is Phase.UNRECOGNISED:
        word = job.service_word
    since = job.started_at or job.accepted_at or job.sent_at
    detail = ""
    if since is not None:
        detail = translate("JobFace", "{time} so far").format(time=elapsed_text(now - since))
    return StateFace("in_progress", word, refused or detail, Tone.LIVE, moving=True)


def _fetching_face(job: Job, circumstances: Circumstances) -> StateFace:
    word = QCoreApplication.translate("JobFace", "Downloading")
    if job.error is not None and job.state is JobState.FINISHED:
        return StateFace("download", word, ending_detail(job), Tone.LIVE)
    come = circumstances.received(job)
    if not come.received:
        return StateFace("download", word, "", Tone.LIVE, moving=True)
    detail = received_text(come.received, come.total)
    if not come.total:
        return StateFace("download", word, detail, Tone.LIVE, moving=True)
    share = min(1.0, come.received / come.total)
    return StateFace("download", word, detail, Tone.LIVE, share=share)


def _ready_face(job: Job) -> StateFace:
    translate = QCoreApplication.translate
    states = {clip.state for clip in job.clips}
    if FileState.MISSING in states:
        return StateFace("file_missing", translate("JobFace", "File missing"), tone=Tone.WARN)
    if FileState.CHANGED in states:
        return StateFace("warn", translate("JobFace", "File changed"), tone=Tone.WARN)
    if FileState.TRASHED in states:
        return StateFace("trash", translate("JobFace", "In Trash"))
    return StateFace("ready", translate("JobFace", "Ready"), tone=Tone.OK)
