"""An interrupted download resumes: cut at random bytes, whole in the end, never seen in between."""

import asyncio
import contextlib
import hashlib
import random
import struct
from pathlib import Path

from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.library.library import Library
from rushes.media.settings_box import original_sha256
from tests.api.scripted_server import Request
from tests.engine.media_house import MediaHouse
from tests.faults.contract import Promise, Reached
from tests.faults.trials import Score, chance, seed
from tests.media.clips import write_clip

_MOST_CUTS = 6
_FEWER_CUTS = 3
LANES = 50
"""Clips that are on their way at the same time."""

_LIMIT = 150.0
_LONGEST_PADDING = 3 << 20


def run(count: int, folder: Path) -> Reached:
    """Cut `count` downloads, a few of each clip, and look at what lies in the media folder."""
    score = Score(seed(), folder)
    asyncio.run(_run(count, folder, score))
    return score.reached(
        f"{score.trials} cuts: every sha256 right, no partial file under a final name"
    )


async def _run(count: int, folder: Path, score: Score) -> None:
    medium = await asyncio.to_thread(lambda: write_clip(folder / "medium.mp4").read_bytes())
    library = Library(folder / "library")
    await library.open()
    shares = _shares(count)
    for begun in range(0, len(shares), LANES):
        house = MediaHouse(library)
        await house.start()
        server = _CuttingServer(house, score, medium)
        watch = asyncio.ensure_future(_watch(library, server, score))
        numbers = range(begun, min(begun + LANES, len(shares)))
        jobs = [await server.job(number, shares[number]) for number in numbers]
        await asyncio.gather(*(_bring_home(house, job, score) for job in jobs))
        watch.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watch
        await _judge(library, server, score)
        await house.finish()
    await library.close()


def _shares(count: int) -> list[int]:
    """Return how often each clip is cut, so that it makes `count` in all."""
    shares: list[int] = []
    while sum(shares) < count:
        # One that begins anew each time comes closer to the end of what is tried.
        has_all = _has_name(len(shares)) and _has_length(len(shares))
        shares.append(min(_MOST_CUTS if has_all else _FEWER_CUTS, count - sum(shares)))
    return shares


def _has_name(number: int) -> bool:
    return number % 4 != 3


def _has_length(number: int) -> bool:
    return number % 5 != 4


class _CuttingServer:
    """Serves clips of many lengths, and hangs up in the middle of them.

    Every fourth clip has no strong name, and so comes anew each time; every fifth tells no length,
    so that only its own structure tells a cut one from a whole one (unused space at its end would
    not be missed).
    """

    def __init__(self, house: MediaHouse, score: Score, medium: bytes) -> None:
        self._house = house
        self._score = score
        self._medium = medium
        self.contents: dict[str, bytes] = {}
        self.digests: dict[str, str] = {}

    async def job(self, number: int, cuts: int) -> Job:
        """Write down a job whose clip is going to be cut so often."""
        draws = chance(self._score.seed, "cuts", number)
        padding = draws.choice((0, draws.randrange(1 << 14), draws.randrange(_LONGEST_PADDING)))
        content = self._medium
        if _has_length(number):
            content += struct.pack(">I4s", padding + 8, b"free") + draws.randbytes(padding)
        path = f"/clip-{number}.mp4"

        async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
            nonlocal cuts
            is_cut = cuts > 0
            cuts -= is_cut
            self._score.trials += is_cut
            await _serve(request, writer, content, draws if is_cut else None, number)

        self._house.answers[path] = [answer]
        job = await self._house.job(path)
        self.contents[job.id] = content
        self.digests[job.id] = hashlib.sha256(content).hexdigest()
        return job


async def _serve(
    request: Request,
    writer: asyncio.StreamWriter,
    content: bytes,
    cut_by: random.Random | None,
    number: int,
) -> None:
    start = 0
    has_name = _has_name(number)
    asked = request.headers.get("range", "")
    if has_name and asked and request.headers.get("if-range") == '"it"':
        start = int(asked.removeprefix("bytes=").rstrip("-"))
    lines = [f"HTTP/1.1 {'206 Partial Content' if start else '200 OK'}", "Connection: close"]
    lines += ["Content-Type: video/mp4", *(['ETag: "it"'] if has_name else [])]
    if start:
        lines.append(f"Content-Range: bytes {start}-{len(content) - 1}/{len(content)}")
    if _has_length(number):
        lines.append(f"Content-Length: {len(content) - start}")
    rest = content[start:]
    if cut_by is None:
        writer.write("\r\n".join([*lines, "", ""]).encode() + rest)
        return
    writer.write("\r\n".join([*lines, "", ""]).encode() + rest[: cut_by.randrange(len(rest))])
    await writer.drain()
    if cut_by.random() < 0.5:
        # A reset rather than an end.
        writer.transport.abort()


async def _bring_home(house: MediaHouse, job: Job, score: Score) -> None:
    house.fetcher.fetch(job, house.stop)
    try:
        async with asyncio.timeout(_LIMIT):
            while (await house.library.job(job.id)).job.state is not JobState.READY:
                await asyncio.sleep(0.05)
    except TimeoutError:
        now = (await house.library.job(job.id)).job
        score.faults.append(f"{job.id} is {now.state} after {_LIMIT:g} s: {now.error}")


async def _watch(library: Library, server: _CuttingServer, score: Score) -> None:
    """Look all the time whether something that is not whole has a final name."""
    # What is there already was judged when it came.
    seen = {path.name for path in library.layout.media.rglob("*") if path.suffix != ".part"}

    def look() -> None:
        for path in library.layout.media.rglob("*"):
            if path.is_dir() or path.suffix == ".part" or path.name in seen:
                continue
            seen.add(path.name)
            job_id = path.stem.rpartition("-")[0]
            if original_sha256(path) != server.digests.get(job_id):
                score.faults.append(f"{path.name} was seen before it was whole")

    while True:
        await asyncio.to_thread(look)
        await asyncio.sleep(0.005)


async def _judge(library: Library, server: _CuttingServer, score: Score) -> None:
    for job_id, digest in server.digests.items():
        (clip,) = (await library.job(job_id)).job.clips
        path = library.media.absolute(clip.path or "nothing")
        if not path.is_file() or original_sha256(path) != digest or clip.sha256 != digest:
            score.faults.append(f"{job_id}: the clip is not the one that was served")
    parts = [path.name for path in library.layout.media.rglob("*.part")]
    if parts:
        score.faults.append(f"parts were left behind: {', '.join(parts)}")


PROMISE = Promise(
    name="interrupted download resumes",
    goal="200 cuts at random bytes: final sha256 right, no partial file visible under its final "
    "name",
    short=200,
    long=1_000,
    run=run,
    seconds=180,
)
