"""What a person can do with a job as it stands now."""

from rushes.domain.job import Job
from rushes.domain.selection import can_cancel as can_cancel
from rushes.domain.selection import selection_of


def can_reveal(job: Job) -> bool:
    """Tell whether there is a file to show in the file manager."""
    return selection_of(job).with_file > 0


def seed_of(job: Job) -> int | None:
    """The seed that was sent, or None where the model has none."""
    seed = job.request.inputs.get("seed")
    return seed if isinstance(seed, int) and not isinstance(seed, bool) else None


def has_prompt(job: Job) -> bool:
    """Tell whether there are words to use again."""
    return bool(job.prompt.strip())
