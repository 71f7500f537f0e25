"""Why a job stopped or waits, in two or three words for the second line of a card.

Whole sentences are for messages; these have to fit beneath a word. Texts are translated in the
context ``JobFace``.
"""

from PySide6.QtCore import QCoreApplication

from rushes.domain.job import Job
from rushes.domain.states import FETCHING_STATES, JobState

_ASKS_FIRST = frozenset({"host_not_trusted", "file_too_large"})


def waits_for_person(job: Job) -> bool:
    """Tell whether a job goes on only after a person's answer."""
    if job.state in (JobState.UNKNOWN, JobState.HELD):
        return True
    return job.state in FETCHING_STATES and job.error is not None and job.error.code in _ASKS_FIRST


def ending_detail(job: Job) -> str:
    """Return in two or three words why a job ended or stands still; may be empty."""
    if job.state is JobState.CANCELLED:
        return _cancelled_detail(job)
    code = job.error.code if job.error is not None else ""
    return _by_code(code) or _by_state(job.state)


def _cancelled_detail(job: Job) -> str:
    translate = QCoreApplication.translate
    if job.sent_at is None:
        return translate("JobFace", "before sending")
    if job.started_at is None:
        return translate("JobFace", "before it ran")
    return translate("JobFace", "while it ran")


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
            return translate("JobFace", "Unknown host")
        case "not_allowed":
            return translate("JobFace", "another account")
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
            return translate("JobFace", "From a backup")
        case JobState.FINISHED:
            return translate("JobFace", "tries again")
    return ""
