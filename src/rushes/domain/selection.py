"""What chosen jobs have in common, as menus and questions tell it."""

from dataclasses import dataclass

from rushes.domain.job import Job
from rushes.domain.states import REMOTE_STATES, FileState, JobState
from rushes.domain.under_way import RUNNING_STATES, WAITING_STATES, is_under_way

_HERE = (FileState.PRESENT, FileState.CHANGED)


@dataclass(frozen=True, slots=True)
class Selection:
    """Facts about chosen jobs, each the number of jobs of which it is true.

    Attributes:
        jobs: those that there are.
        with_file: a file of theirs lies in its place.
        missing: a file of theirs does not.
        with_prompt: they have words.
        trashed: they lie in the trash.
        waiting: they wait here: nothing was sent, and nothing is charged.
        running: the service has them, or they are on their way from it: they are paid for.
        asking: nobody knows whether they were sent; they wait for a person's word.
        can_cancel: asking to cancel could still have an effect.
    """

    jobs: int = 0
    with_file: int = 0
    missing: int = 0
    with_prompt: int = 0
    trashed: int = 0
    waiting: int = 0
    running: int = 0
    asking: int = 0
    can_cancel: int = 0

    @property
    def under_way(self) -> int:
        """Those that go on, or wait for an answer."""
        return self.waiting + self.running + self.asking


def selection_of(job: Job) -> Selection:
    """Return the facts of one job as it stands."""
    clips = [clip for clip in job.clips if clip.path is not None]
    waiting, running = job.state in WAITING_STATES, job.state in RUNNING_STATES
    return Selection(
        jobs=1,
        with_file=int(any(clip.state in _HERE for clip in clips)),
        missing=int(any(clip.state is FileState.MISSING for clip in clips)),
        with_prompt=int(bool(job.prompt.strip())),
        trashed=int(job.marks.is_trashed),
        waiting=int(waiting),
        running=int(running),
        asking=int(is_under_way(job) and not waiting and not running),
        can_cancel=int(can_cancel(job)),
    )


def can_cancel(job: Job) -> bool:
    """Tell whether asking to cancel could still have an effect."""
    if job.state is JobState.WAITING:
        return True
    if job.state not in REMOTE_STATES or job.cancel_answer == "not_cancellable":
        return False
    return job.cancel_asked_at is None or job.cancel_answer is not None
