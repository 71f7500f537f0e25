"""What it costs Rushes to follow many jobs: ``URL LIBRARY JOBS SECONDS``, prints figures as JSON.

A library with as many jobs that the service was working on when Rushes was closed, and its engine.
What is measured begins with the first answer, when all is loaded: CPU seconds of this process, and
the span on the monotonic clock.
"""

import asyncio
import json
import resource
import sys
import time
from pathlib import Path

from rushes.domain.ids import new_job_id
from rushes.domain.job import Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.library.library import Library
from tests.bench.children import ask

_LOAD_SECONDS = 60.0


async def follow(url: str, folder: Path, count: int, seconds: float) -> dict[str, float]:
    """Follow `count` jobs for so many seconds, and return the figures."""
    library = Library(folder)
    await library.open(program="a measurement")
    engine = Engine.create(library, url, 10**9, Credentials({}, fixed="good"))
    try:
        await library.add([_job(number) for number in range(1, count + 1)])
        begun = time.monotonic()
        await engine.start()
        async with asyncio.timeout(_LOAD_SECONDS):
            while not (await _calls(url, begun))["requests"]:
                await asyncio.sleep(0.1)
        since, before = time.monotonic(), cpu_seconds()
        await asyncio.sleep(seconds)
        return {"cpu": cpu_seconds() - before, "since": since, "until": time.monotonic()}
    finally:
        await engine.stop()
        await library.close()


def cpu_seconds() -> float:
    """CPU time of this process so far, all threads and the kernel's share included."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def _calls(url: str, since: float) -> dict[str, float]:
    return await asyncio.to_thread(ask, url, "calls", since=since, until=time.monotonic())


def _job(number: int) -> Job:
    job_id, now = new_job_id(), time.time()
    return Job(
        job_id,
        job_id,
        1,
        GenerationRequest(
            "maker/model/kind", {"prompt": f"A cabin, take {number}", "seed": number}
        ),
        JobState.IN_PROGRESS,
        now,
        remote_id=f"job-{number}",
        service_word="in_progress",
        sent_at=now,
        accepted_at=now,
        started_at=now,
    )


if __name__ == "__main__":
    _, _url, _folder, _count, _seconds = sys.argv
    print(json.dumps(asyncio.run(follow(_url, Path(_folder), int(_count), float(_seconds)))))
