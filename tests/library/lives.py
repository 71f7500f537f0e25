"""Jobs and steps of their lives, for tests of the library."""

import dataclasses
import time
from pathlib import Path

from rushes.domain.errors import NotReachable, OutcomeUnknown, Refused
from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library.library import Library

WAITING, REJECTED, UNKNOWN = JobState.WAITING, JobState.REJECTED, JobState.UNKNOWN


def new_job(prompt: str = "A cabin", **changes: object) -> Job:
    """Return a job that waits."""
    job_id = new_job_id()
    request = GenerationRequest("maker/model/kind", {"prompt": prompt, "seed": 7})
    job = Job(job_id, job_id, 0, request, WAITING, time.time())
    return dataclasses.replace(job, **changes)  # type: ignore[arg-type]


async def live(library: Library, fate: str, prompt: str = "A cabin") -> str:
    """Add a job and have it come to its fate; return its id.

    Fates: waiting, sending, returned, refused, unknown, accepted, ready.
    """
    job = new_job(f"{prompt}, {fate}")
    await library.add([job])
    await go_on(library, job.id, fate)
    return job.id


async def go_on(library: Library, job_id: str, fate: str) -> None:
    """Have a job that waits come to its fate."""
    if fate == "waiting":
        return
    await library.journal_sending(job_id, time.time())
    if fate == "returned":
        await library.journal_settled(job_id, WAITING, NotReachable())
    elif fate == "refused":
        await library.journal_settled(job_id, REJECTED, Refused())
    elif fate == "unknown":
        await library.journal_settled(job_id, UNKNOWN, OutcomeUnknown())
    elif fate in ("accepted", "ready"):
        await library.journal_acceptance(job_id, f"r-{job_id[-12:]}", time.time())
    if fate == "ready":
        await _make_ready(library, job_id)


async def _make_ready(library: Library, job_id: str) -> None:
    relative = f"2026-11/{job_id}-1.mp4"
    path = library.layout.media / relative
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"a clip")
    status = path.stat()
    clip = Clip(
        0, "https://x.example/1", relative, FileState.PRESENT, size=6, received=6, sha256="ab",
        disk_size=6, disk_mtime_ns=status.st_mtime_ns,
    )  # fmt: skip
    await library.change(
        job_id, lambda job: dataclasses.replace(job, state=JobState.FINISHED, clips=(clip,))
    )
    await library.change(
        job_id, lambda job: dataclasses.replace(job, state=JobState.READY, ready_at=time.time())
    )


async def states(library: Library, *job_ids: str) -> list[str]:
    """Return the states of jobs."""
    return [(await library.job(each)).job.state.value for each in job_ids]


async def opened(
    root: Path, machine_file: Path | None = None, *, recovered: bool = True
) -> Library:
    """Open a library as a start of the program does."""
    library = Library(root, machine_file=machine_file)
    await library.open()
    if recovered:
        await library.recover()
    return library
