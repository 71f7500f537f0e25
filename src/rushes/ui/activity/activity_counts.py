"""How many jobs are in which state, and how far all downloads together have come."""

from collections.abc import Iterable
from dataclasses import dataclass

from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.reasons import waits_for_person


@dataclass(frozen=True, slots=True)
class ActivityCounts:
    """Jobs under way, by state.

    Attributes:
        received: bytes that came so far, of all clips on their way.
        total: bytes of them all, None while not told of every one.
    """

    waiting: int = 0
    sending: int = 0
    in_queue: int = 0
    in_progress: int = 0
    downloading: int = 0
    needs_you: int = 0
    received: int = 0
    total: int | None = None

    @property
    def jobs(self) -> int:
        """All of them."""
        with_service = self.sending + self.in_queue + self.in_progress + self.downloading
        return self.waiting + with_service + self.needs_you

    @property
    def share(self) -> float | None:
        """How far all downloads together are, 0 to 1; None while that is not known."""
        if not self.total:
            return None
        return min(self.received / self.total, 1.0)


def count_jobs(jobs: Iterable[Job], circumstances: Circumstances) -> ActivityCounts:
    """Count jobs that are under way or ask for a person."""
    numbers = dict.fromkeys(JobState, 0)
    needs_you = received = 0
    total: int | None = 0
    for job in jobs:
        if waits_for_person(job):
            needs_you += 1
            continue
        numbers[job.state] += 1
        if job.state in (JobState.FINISHED, JobState.DOWNLOADING):
            come = circumstances.received(job)
            received += come.received
            total = None if total is None or come.total is None else total + come.total
    return ActivityCounts(
        waiting=numbers[JobState.WAITING],
        sending=numbers[JobState.SENDING],
        in_queue=numbers[JobState.IN_QUEUE],
        in_progress=numbers[JobState.IN_PROGRESS],
        downloading=numbers[JobState.FINISHED] + numbers[JobState.DOWNLOADING],
        needs_you=needs_you,
        received=received,
        total=total or None,
    )
