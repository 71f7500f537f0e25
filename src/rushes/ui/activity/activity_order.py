"""Which jobs Activity shows, and in which order."""

from collections.abc import Iterable, Sequence

from rushes.domain.job import Job
from rushes.domain.states import ACTIVE_STATES, JobState
from rushes.library.announcements import JobEntry
from rushes.ui.job_faces.acts import can_cancel
from rushes.ui.job_faces.reasons import waits_for_person

FAILED_STATES = frozenset({JobState.REJECTED, JobState.FAILED})
"""Ends of a job that are told even to those who look elsewhere."""


def place_of(entry: JobEntry) -> tuple[int, float, int]:
    """Where a job stands: under way, waiting, asking, failed; each in the order of sending."""
    job = entry.job
    if job.state in FAILED_STATES:
        group = 3
    elif waits_for_person(job):
        group = 2
    else:
        group = int(waits(job))
    return group, job.sending_order, entry.key


def concerns_activity(job: Job) -> bool:
    """Tell whether a job is under way, or asks for an answer that was not given yet."""
    return job.state in ACTIVE_STATES or waits_for_person(job)


def waits(job: Job) -> bool:
    """Tell whether a job has not gone out."""
    return job.state is JobState.WAITING


def waiting_rows(entries: Sequence[JobEntry]) -> range:
    """Return the rows of jobs that wait, which are next to each other."""
    found = [row for row, entry in enumerate(entries) if waits(entry.job)]
    return range(found[0], found[-1] + 1) if found else range(0)


def moved_order(entries: Sequence[JobEntry], key: int, row: int) -> list[str]:
    """Return the ids of all jobs that wait, as if that of `key` stood before a row."""
    movable = [entry for entry in entries if waits(entry.job)]
    before = {entry.key for entry in entries[:row]}
    others = [entry for entry in movable if entry.key != key]
    at = sum(entry.key in before for entry in others)
    order = [entry.job.id for entry in others]
    order[at:at] = [entry.job.id for entry in movable if entry.key == key]
    return order


def cancellable(jobs: Iterable[Job]) -> tuple[int, int]:
    """Return how many jobs that wait here, and that the service has, can still be cancelled."""
    found = [job for job in jobs if can_cancel(job)]
    here = sum(job.state in (JobState.WAITING, JobState.HELD) for job in found)
    return here, len(found) - here
