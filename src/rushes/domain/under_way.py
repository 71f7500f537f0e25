"""Which jobs are not at their end: what is done to them may cost, or lose sight of, something."""

from rushes.domain.job import Job
from rushes.domain.states import FETCHING_STATES, REMOTE_STATES, JobState

WAITING_STATES = frozenset({JobState.DRAFT, JobState.WAITING})
"""Surely not sent: cancelled here, nothing is charged."""

RUNNING_STATES = REMOTE_STATES | FETCHING_STATES | {JobState.SENDING}
"""With the service, or on the way from it: paid for."""

ASKING_STATES = frozenset({JobState.UNKNOWN, JobState.HELD})
"""Perhaps sent: only a person's answer moves them on."""


def is_under_way(job: Job) -> bool:
    """Tell whether a job goes on, or waits for an answer that was not given yet."""
    if job.state is JobState.UNKNOWN:
        return job.answer is None
    return job.state in WAITING_STATES | RUNNING_STATES or job.state is JobState.HELD
