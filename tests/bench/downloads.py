"""How long one file takes: ``alone|home URL FOLDER``, prints seconds as JSON.

``alone`` is the transfer as such, every byte handed on and dropped. ``home`` is the whole way of a
finished job: to the part file, onto the disk, probed, digested, its settings written into it, put
in its place, journalled as ready. What is slow to import is imported before the clock starts, as
it is in a program that has been running for a while.
"""

import asyncio
import json
import sys
import time
from pathlib import Path

import httpx  # noqa: F401

import rushes.media.probe
import rushes.media.settings_box
import rushes.media.thumbnail  # noqa: F401
from rushes.api.exchange import tls_settings
from rushes.api.media_download import MediaDownload
from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.library.announcements import Announcement, JobsChanged
from rushes.library.library import Library

_LARGEST = 10**10
_LIMIT = 300.0


async def alone(url: str, _: Path) -> float:
    """Fetch the file and drop it; seconds from the call to the last byte."""
    download = MediaDownload(url, _LARGEST)
    received = 0
    try:
        begun = time.perf_counter()
        async with download.open(f"{url}/media/1.mp4") as transfer:
            async for piece in transfer.pieces:
                received += len(piece)
        seconds = time.perf_counter() - begun
    finally:
        await download.close()
    if received != transfer.total:
        raise RuntimeError(f"{received} of {transfer.total} bytes came")
    return seconds


async def home(url: str, folder: Path) -> float:
    """Bring a finished job's clip home; seconds until it is journalled as ready."""
    library = Library(folder)
    await library.open(program="a measurement")
    engine = Engine.create(library, url, _LARGEST, Credentials({}, fixed="good"))
    try:
        await library.add([_finished_job(f"{url}/media/1.mp4")])
        seen: dict[JobState, float] = {}
        ready = asyncio.Event()

        def watch(announcement: Announcement) -> None:
            if isinstance(announcement, JobsChanged):
                for entry in announcement.entries:
                    seen.setdefault(entry.job.state, time.perf_counter())
                    if entry.job.state is JobState.READY:
                        ready.set()

        library.subscribe(watch)
        await engine.start()
        async with asyncio.timeout(_LIMIT):
            await ready.wait()
        return seen[JobState.READY] - seen[JobState.DOWNLOADING]
    finally:
        await engine.stop()
        await library.close()


def _finished_job(url: str) -> Job:
    job_id, now = new_job_id(), time.time()
    return Job(
        job_id,
        job_id,
        1,
        GenerationRequest("maker/model/kind", {"prompt": "A cabin", "seed": 1}),
        JobState.FINISHED,
        now,
        remote_id="job-1",
        clips=(Clip(0, url),),
    )


if __name__ == "__main__":
    tls_settings()
    _way = {"alone": alone, "home": home}[sys.argv[1]]
    print(json.dumps({"seconds": asyncio.run(_way(sys.argv[2], Path(sys.argv[3])))}))
