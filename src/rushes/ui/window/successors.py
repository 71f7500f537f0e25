"""Finds the jobs that were sent in the place of others."""

from collections.abc import Callable

from rushes.domain.job import Job
from rushes.engine.tasks import Tasks
from rushes.library.library import Library


class Successors:
    """Answers which job was sent again in the place of another; looks it up once.

    Args:
        tasks: holds the look-ups.
        on_found: called when an answer came that was not known before.
    """

    def __init__(self, library: Library, tasks: Tasks, on_found: Callable[[], None]) -> None:
        self._library = library
        self._tasks = tasks
        self._on_found = on_found
        self._known: dict[str, Job | None] = {}

    def of(self, job: Job) -> Job | None:
        """Return the job that was sent in this one's place, None while that is not known."""
        if job.id not in self._known:
            self._known[job.id] = None
            self._tasks.spawn(self._look_up(job), f"successor of {job.id}")
        return self._known.get(job.id)

    async def _look_up(self, job: Job) -> None:
        children = [entry.job for entry in await self._library.children(job.id)]
        sent = [child for child in children if child.request.digest == job.request.digest]
        if sent:
            self._known[job.id] = min(sent, key=lambda found: found.created_at)
            self._on_found()
