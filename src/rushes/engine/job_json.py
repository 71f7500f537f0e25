"""A job as the command line prints it for scripts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from rushes.domain.job import Job
from rushes.domain.states import FileState


def job_values(job: Job, absolute: Callable[[str], Path]) -> dict[str, Any]:
    """Return the job as plain values; no link of the service is among them.

    Args:
        job: the job.
        absolute: turns a clip's path in the library into one of the system.
    """
    files = [
        str(absolute(clip.path))
        for clip in job.clips
        if clip.path is not None and clip.state is FileState.PRESENT
    ]
    error = job.error
    return {
        "id": job.id,
        "state": job.state.value,
        "remote_id": job.remote_id,
        "model": job.request.model_id,
        "inputs": dict(job.request.inputs),
        "files": files,
        "error": None if error is None else {"code": error.code, "message": error.message},
    }
