"""Waiting jobs that are being changed in the place of the draft."""

from dataclasses import dataclass

from rushes.domain.job import Job
from rushes.ui.compose.draft import Draft


@dataclass(frozen=True, slots=True)
class JobEdit:
    """What is being changed, and what comes back afterwards.

    Attributes:
        jobs: they differ in their seeds alone.
        draft_before: the draft that there was.
        parent_before: the job that it came from.
    """

    jobs: tuple[Job, ...]
    draft_before: Draft
    parent_before: Job | None

    @property
    def job_ids(self) -> tuple[str, ...]:
        """The ids of the jobs."""
        return tuple(job.id for job in self.jobs)
