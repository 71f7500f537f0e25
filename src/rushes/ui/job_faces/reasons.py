"""Why a job stopped or waits, in two or three words for the second line of a card.

Whole sentences are for messages; these have to fit beneath a word. Texts are translated in the
context ``JobFace``.
"""

from PySide6.QtCore import QCoreApplication

from rushes.domain.job import Job
from rushes.domain.states import FETCHING_STATES, JobState

KEPT = "kept"
SENT_AGAIN = "sent_again"
"""What a person may have said to an unknown outcome; see `Job.answer`."""

_ASKS_FIRST = frozenset({"host_not_trusted", "file_too_large", "unexpected"})


def waits_for_person(job: Job) -> bool:
    """Tell whether a job goes on only after a person's answer, and none was given yet."""
    return needs_person(job) and job.answer is None


def needs_person(job: Job) -> bool:
    """Tell whether a job goes on only after a person's word, also where it was put off."""
    if job.state is JobState.UNKNOWN:
        return job.answer != SENT_AGAIN
    return job.state is JobState.HELD or asks_before_fetching(job)


def asks_before_fetching(job: Job) -> bool:
    """Tell whether a finished clip is fetched only on a person's word."""
    return job.state in FETCHING_STATES and job.error is not None and job.error.code in _ASKS_FIRST


def ending_detail(job: Job) -> str:
    """Return in two or three words why a job ended or stands still; may be empty."""
    if job.state is JobState.CANCELLED:
        return _cancelled_detail(job)
    if job.state is JobState.UNKNOWN and job.answer is not None:
        return _answered_detail(job.answer)
    code = job.error.code if job.error is not None else ""
    return _by_code(code) or _by_state(job.state)


def _cancelled_detail(job: Job) -> str:
    translate = QCoreApplication.translate
    if job.remote_id is None and job.accepted_at is None:
        return translate("JobFace", "before sending")
    if job.started_at is None:
        return translate("JobFace", "before it ran")
    return translate("JobFace", "while it ran")


def _answered_detail(answer: str) -> str:
    translate = QCoreApplication.translate
    if answer == SENT_AGAIN:
        return translate("JobFace", "sent again")
    return translate("JobFace", "kept for later")


def _by_code(code: str) -> str:
    translate = QCoreApplication.translate
    match code:
        case "balance_empty":
            return translate("JobFace", "no balance left")
        case "disk_full":
            return translate("JobFace", "The disk is full")
        case "download_cut":
            return translate("JobFace", "tries again")
        case "file_too_large":
            return translate("JobFace", "Larger than the limit")
        case "host_not_trusted":
            return translate("JobFace", "Another server")
        case "not_allowed":
            return translate("JobFace", "another account")
        case "inputs_refused_by_service":
            return translate("JobFace", "Inputs refused")
        case "library_away":
            return translate("JobFace", "Library away")
        case "not_found":
            return translate("JobFace", "Model not known")
        case "not_the_medium":
            return translate("JobFace", "Not a clip")
        case "request_gone":
            return translate("JobFace", "Result gone")
        case "result_empty":
            return translate("JobFace", "No file came")
        case "token_refused":
            return translate("JobFace", "Token refused")
        case "unexpected":
            return translate("JobFace", "Error in Rushes")
    return ""


def _by_state(state: JobState) -> str:
    translate = QCoreApplication.translate
    match state:
        case JobState.REJECTED:
            return translate("JobFace", "nothing charged")
        case JobState.FAILED:
            return translate("JobFace", "Service error")
        case JobState.UNKNOWN:
            return translate("JobFace", "Reply lost")
        case JobState.EXPIRED:
            return translate("JobFace", "Link died")
        case JobState.HELD:
            return translate("JobFace", "needs your word")
        case JobState.FINISHED:
            return translate("JobFace", "tries again")
    return ""
