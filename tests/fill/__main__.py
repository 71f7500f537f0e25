"""Fill a library with plausible jobs: ``python -m tests.fill DIR --jobs N``."""

import argparse
import asyncio
import random
import sys
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw

from rushes.domain.job import Clip, Job
from rushes.domain.media_facts import MediaFacts
from rushes.domain.states import FileState, JobState
from rushes.engine.part_file import embedded_settings
from rushes.library.library import Library
from rushes.library.media_files import digest_of
from rushes.library.thumbnails import put_thumbnail
from rushes.media.encode import encode_mp4, encode_still
from rushes.media.probe import probe
from rushes.media.settings_box import embed_settings
from rushes.media.thumbnail import thumbnail
from rushes.simulator.output_form import Commission, OutputForm
from rushes.simulator.pictures.clip import clip_frames, still_picture
from tests.fill.plausible import plausible_jobs

REAL_CLIPS = 6
BATCH = 2_000


async def fill(folder: Path, count: int, real_clips: int = REAL_CLIPS) -> None:
    """Add `count` jobs to the library in `folder`; the newest have real clips.

    Raises LibraryInUse when a window has it open.
    """
    library = Library(folder)
    await library.open(program="rushes fill")
    try:
        jobs = list(plausible_jobs(count, time.time()))
        pictures = await asyncio.to_thread(_pictures, jobs)
        ready = [number for number, job in enumerate(jobs) if job.state is JobState.READY]
        real = set(ready[-real_clips:]) if real_clips else set()
        for start in range(0, len(jobs), BATCH):
            batch = [
                await asyncio.to_thread(_with_clip, library, job, start + number in real)
                for number, job in enumerate(jobs[start : start + BATCH])
            ]
            await _add(library, batch, pictures)
            print(f"\r{start + len(batch)} jobs", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
    finally:
        await library.close()


async def _add(library: Library, jobs: list[Job], pictures: dict[str, bytes]) -> None:
    entries = await library.add(jobs)
    drawn = [(e.key, e.job) for e in entries if e.job.state is JobState.READY]

    def put(connection: apsw.Connection) -> None:
        for key, job in drawn:
            clip = job.clips[0]
            path = library.media.absolute(clip.path or "")
            real = path.exists()
            jpeg = thumbnail(path) if real else pictures[_picture_name(job)]
            put_thumbnail(connection, key, jpeg)

    assert library._pictures is not None
    await library._pictures.write(put)


def _with_clip(library: Library, job: Job, is_real: bool) -> Job:
    if job.state is not JobState.READY:
        return job
    inputs = job.request.inputs
    height = int(inputs["resolution"].rstrip("p"))
    width = {480: 832, 720: 1280}[height]
    if inputs["aspect_ratio"] == "9:16":
        width, height = height, width
    rate = Fraction(inputs["frames_per_second"])
    frames = inputs["num_frames"]
    clip = Clip(0, "https://x.runcomfy.net/gone", f"filled/{job.id}-1.mp4", FileState.PRESENT)
    if is_real:
        part = library.media.part(job, 0)
        form = OutputForm("video", "mp4", width, height, frames, rate, float(frames / rate))
        encode_mp4(part, clip_frames(Commission(job.prompt, inputs["seed"], form)), rate=rate)
        facts, digest, size = probe(part), digest_of(part), part.stat().st_size
        embed_settings(part, embedded_settings(job, 0, digest))
        path = library.media.settle(part, "mp4")
        clip = replace(clip, path=path, size=size, received=size, sha256=digest, facts=facts)
    else:
        size = random.Random(job.id).randrange(3_000_000, 12_000_000)
        facts = MediaFacts(
            "video", "mp4", "h264", width, height, frames, rate, float(frames / rate)
        )
        clip = replace(clip, size=size, received=size, sha256="0" * 64, facts=facts)
    return replace(job, clips=(clip,))


def _picture_name(job: Job) -> str:
    tall = job.request.inputs["aspect_ratio"] == "9:16"
    return f"{job.prompt.split(',')[0]}-{job.request.inputs['seed'] % 2}-{tall}"


def _pictures(jobs: list[Job]) -> dict[str, bytes]:
    """Return thumbnails for all jobs; alike ones share theirs."""
    pictures: dict[str, bytes] = {}
    with TemporaryDirectory() as folder:
        for job in jobs:
            name = _picture_name(job)
            if job.state is not JobState.READY or name in pictures:
                continue
            tall = job.request.inputs["aspect_ratio"] == "9:16"
            width, height = (180, 320) if tall else (320, 180)
            form = OutputForm("image", "jpeg", width, height, 1, Fraction(0), 0.0)
            seed = job.request.inputs["seed"] % 2
            path = Path(folder) / "picture.jpeg"
            path.write_bytes(
                encode_still(still_picture(Commission(job.prompt, seed, form)), "jpeg")
            )
            pictures[name] = thumbnail(path)
    return pictures


def main() -> None:
    """Read the arguments and fill."""
    parser = argparse.ArgumentParser(prog="fill", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--jobs", type=int, default=1_000, metavar="N")
    parser.add_argument("--real", type=int, default=REAL_CLIPS, metavar="N")
    arguments = parser.parse_args()
    asyncio.run(fill(arguments.folder, arguments.jobs, arguments.real))


if __name__ == "__main__":
    main()
