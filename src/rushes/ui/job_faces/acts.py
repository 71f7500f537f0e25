"""What a person can do with a job as it stands now."""

from rushes.domain.job import Job
from rushes.domain.states import REMOTE_STATES, FileState, JobState
from rushes.ui.job_faces.state_face import is_cancel_asked, is_cancel_refused


def can_cancel(job: Job) -> bool:
    """Tell whether asking to cancel could still have an effect."""
    if job.state is JobState.WAITING:
        return True
    return job.state in REMOTE_STATES and not is_cancel_asked(job) and not is_cancel_refused(job)


def can_reveal(job: Job) -> bool:
    """Tell whether there is a file to show in the file manager."""
    here = (FileState.PRESENT, FileState.CHANGED)
    return any(clip.path and clip.state in here for clip in job.clips)


def seed_of(job: Job) -> int | None:
    """The seed that was sent, or None where the model has none."""
    seed = job.request.inputs.get("seed")
    return seed if isinstance(seed, int) and not isinstance(seed, bool) else None


def has_prompt(job: Job) -> bool:
    """Tell whether there are words to use again."""
    return bool(job.prompt.strip())
