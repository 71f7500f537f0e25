"""Which page of answers a job has."""

from enum import Enum

from rushes.domain.job import Job
from rushes.domain.states import FileState, JobState
from rushes.ui.job_faces.reasons import asks_before_fetching


class PageKind(Enum):
    """The pages that there are."""

    UNKNOWN = "unknown"
    HELD = "held"
    FETCH = "fetch"
    RESULT = "result"
    FILE = "file"


def page_of(job: Job) -> PageKind | None:
    """Return which page asks for an answer to a job as it stands; None where there is none."""
    match job.state:
        case JobState.UNKNOWN:
            return PageKind.UNKNOWN
        case JobState.HELD:
            return PageKind.HELD
        case JobState.EXPIRED | JobState.FAILED:
            return PageKind.RESULT if job.remote_id is not None else None
        case JobState.READY:
            return PageKind.FILE if _lacks_file(job) else None
        case _:
            return PageKind.FETCH if asks_before_fetching(job) else None


def _lacks_file(job: Job) -> bool:
    """Tell whether there is nothing to show, and a file is missing or another one."""
    states = {clip.state for clip in job.clips}
    not_right = {FileState.MISSING, FileState.CHANGED}
    return FileState.PRESENT not in states and bool(states & not_right)
