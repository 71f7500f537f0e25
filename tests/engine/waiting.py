"""Wait for a job to become as wanted, by what the library announces."""

import asyncio
from collections.abc import Awaitable, Callable

from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.engine.engine import Engine
from rushes.library.library import Library

LIMIT = 30.0
MakeEngine = Callable[..., Awaitable[Engine]]


async def until(library: Library, job_id: str, wanted: Callable[[Job], bool]) -> Job:
    """Return the job as soon as it is as wanted."""
    changed = asyncio.Event()
    end = library.subscribe(lambda _: changed.set())
    try:
        async with asyncio.timeout(LIMIT):
            while not wanted(job := (await library.job(job_id)).job):
                changed.clear()
                await changed.wait()
            return job
    finally:
        end()


def is_in(*states: JobState) -> Callable[[Job], bool]:
    """Return what tells whether a job is in one of these states."""
    return lambda job: job.state in states
