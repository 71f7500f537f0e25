"""What a person does to jobs that wait: their order, a change of what is asked, and the end."""

import dataclasses
import math
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass

from rushes.domain.job import Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import ACTIVE_STATES, REMOTE_STATES, TRIED_IN_VAIN, JobState
from rushes.engine.generation import asked_again
from rushes.engine.send_gate import SendGate
from rushes.library.announcements import JobEntry
from rushes.library.library import Library


@dataclass(frozen=True, slots=True)
class CancelledAll:
    """What a wish to cancel everything came to.

    Attributes:
        here: jobs that had not been sent; they are cancelled, and surely cost nothing.
        asked: jobs that the service has; it was asked, and may say no.
    """

    here: tuple[str, ...]
    asked: tuple[str, ...]


class WaitingJobs:
    """Acts on jobs that have not gone out.

    Args:
        gate: lets waiting jobs go.
        cancel: cancels one job.
    """

    def __init__(
        self, library: Library, gate: SendGate, cancel: Callable[[str], Awaitable[Job]]
    ) -> None:
        self._library = library
        self._gate = gate
        self._cancel = cancel

    async def reorder(self, job_ids: Sequence[str]) -> None:
        """Have waiting jobs sent in this order; others keep their places among them.

        Jobs that do not wait any more are passed over. Raises LibraryError.
        """
        waiting = {
            entry.job.id: entry.job for entry in await self._library.in_states([JobState.WAITING])
        }
        moved = [waiting[job_id] for job_id in dict.fromkeys(job_ids) if job_id in waiting]
        await self._library.rank_waiting(
            dict(zip((job.id for job in moved), _places(moved), strict=True))
        )

    async def begin_edit(self, job_id: str) -> Job | None:
        """Hold a waiting job back while a person changes it; None if it does not wait any more.

        `end_edit` lets it go again. Raises JobNotFound, LibraryError.
        """
        self._gate.withhold(job_id)
        job = (await self._library.job(job_id)).job
        if job.state is JobState.WAITING:
            return job
        self._gate.give_back(job_id)
        return None

    async def edit(self, job_id: str, request: GenerationRequest) -> bool:
        """Ask for something else, in the place of a job that waits; tells whether it did.

        The price that was told before does not hold any more. A job that went out meanwhile stays
        as it was sent. Raises JobNotFound, LibraryError.
        """
        changed = False

        def to_edited(job: Job) -> Job:
            nonlocal changed
            changed = job.state is JobState.WAITING
            if not changed or job.request == request:
                return job
            return dataclasses.replace(job, request=request, price_shown=None, error=None)

        await self._library.change(job_id, to_edited)
        return changed

    def end_edit(self, job_id: str) -> None:
        """A person is done with a job, whether or not it was changed: it waits as before."""
        self._gate.give_back(job_id)

    async def try_again(self, job_id: str) -> JobEntry | None:
        """Write down a new job with the request of one that ended in vain, and have it sent.

        The old one stays as it is. None for a job that did not end so. Raises JobNotFound,
        LibraryError.
        """
        old = (await self._library.job(job_id)).job
        if old.state not in TRIED_IN_VAIN:
            return None
        fresh = asked_again(old)
        (entry,) = await self._library.add([fresh])
        self._gate.let_go([fresh.id])
        return entry

    async def cancel_all(self) -> CancelledAll:
        """Cancel everything that has not ended, those that have not gone out first.

        What is being sent this moment is left, for nobody knows whether it arrived. Raises
        LibraryError; what was cancelled until then stays so.
        """
        active = [entry.job for entry in await self._library.in_states(ACTIVE_STATES)]
        here = await self._cancel_each(
            job for job in active if job.state in (JobState.WAITING, JobState.HELD)
        )
        asked = await self._cancel_each(
            job for job in active if job.state in REMOTE_STATES and job.cancel_asked_at is None
        )
        return CancelledAll(here, asked)

    async def _cancel_each(self, jobs: Iterable[Job]) -> tuple[str, ...]:
        cancelled = []
        for job in jobs:
            await self._cancel(job.id)
            cancelled.append(job.id)
        return tuple(cancelled)


def _places(jobs: Iterable[Job]) -> list[float]:
    """The places of these jobs among all that wait, rising, none of them twice."""
    places: list[float] = []
    for place in sorted(job.sending_order for job in jobs):
        lowest = math.nextafter(places[-1], math.inf) if places else place
        places.append(max(place, lowest))
    return places
