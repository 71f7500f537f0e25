"""Playlists, texts and bombs that pose as media: nothing is asked for, nothing breaks."""

import asyncio
import logging
import resource
import time
import traceback
from collections import Counter
from pathlib import Path

from rushes.domain.errors import MediaError
from rushes.domain.states import JobState
from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.engine.generation import GenerationWish
from rushes.library.library import Library
from rushes.media.frame_source import FrameSource
from rushes.media.probe import probe
from rushes.media.thumbnail import strip, thumbnail
from tests.api.scripted_server import Request, ScriptedServer
from tests.engine.tiny_model import SPEC
from tests.faults import no_network
from tests.faults.canary import Canary
from tests.faults.contract import Promise, Reached
from tests.faults.haste import hurry
from tests.faults.hostile_files import hostile_files
from tests.faults.trial_child import answer, run_in_child

_SEED = 20_261_122
_LONGEST = 20.0
"""Seconds that one file may take: a busy machine included."""

_MOST_MEMORY = 1_500 * 1024**2
"""Bytes that the process may grow to; two pictures of the largest size take about 400 MB."""

_THROUGH_DOWNLOAD = 24


def _look_at(path: Path) -> None:
    """Do with a file all that Rushes does with a clip; every call is to end in its own error."""
    probe(path)
    thumbnail(path)
    for _ in strip(path, 4, 40):
        pass
    with FrameSource(path) as source:
        for index in {0, len(source) // 2, len(source) - 1}:
            try:
                source.decode(index)
            except MediaError:
                continue


def _look_at_all(files: list[tuple[str, Path]]) -> tuple[list[str], Counter[str]]:
    wrong: list[str] = []
    outcomes: Counter[str] = Counter()
    for name, path in files:
        begun = time.monotonic()
        try:
            _look_at(path)
            outcomes["opened"] += 1
        except MediaError:
            outcomes["refused"] += 1
        except Exception as error:
            outcomes["crashed"] += 1
            where = traceback.format_exc().strip().splitlines()[-3:]
            wrong.append(f"{name} ({path.name}): {type(error).__name__}: {error}: {where}")
        taken = time.monotonic() - begun
        if taken > _LONGEST:
            wrong.append(f"{name} ({path.name}): took {taken:.0f} s")
    return wrong, outcomes


async def _download(files: list[tuple[str, Path]], folder: Path, canary: Canary) -> list[str]:
    """Bring hostile files through the whole way of a clip: none becomes READY."""
    bodies = {f"/{number}.mp4": path.read_bytes() for number, (_, path) in enumerate(files)}
    given: dict[str, str] = {}

    async def tell(request: Request, writer: asyncio.StreamWriter) -> None:
        import json

        path = request.target.split("?")[0]
        kind = "application/json"
        if request.method == "POST":
            given[f"r-{len(given)}"] = f"/{len(given)}.mp4"
            body = json.dumps({"request_id": f"r-{len(given) - 1}"}).encode()
        elif path in bodies:
            body, kind = bodies[path], "video/mp4"
        else:
            link = server.url + given[path.split("/")[3]]
            body = json.dumps({"status": "succeeded", "output": {"video": link}}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nConnection: close\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)

    server = ScriptedServer(tell)
    await server.start()
    library = Library(folder / "library")
    await library.open(program="trial")
    engine = Engine.create(library, server.url, 10**8, Credentials({}, fixed="a-token"))
    await engine.start()
    wishes = [GenerationWish(SPEC, {"prompt": f"{n}", "seed": n}) for n in range(len(files))]
    entries = await engine.generate(wishes)
    fetched: set[str] = set()
    end = time.monotonic() + 40
    while len(fetched) < len(files) and time.monotonic() < end:
        engine.look_now()
        await asyncio.sleep(0.05)
        fetched = {each.target for each in server.requests if each.target in bodies}
    await engine.stop()
    wrong = []
    if len(fetched) < len(files):
        wrong.append(f"only {len(fetched)} of {len(files)} files were fetched")
    for entry in entries:
        job = (await library.job(entry.job.id)).job
        number = int((job.remote_id or "r--1")[2:])
        if job.state is JobState.READY:
            wrong.append(f"{files[number][0]} became a clip")
    kept = [path.name for path in library.layout.media.rglob("*") if path.is_file()]
    wrong += [f"{name} lies in the library" for name in kept if not name.endswith(".part")]
    await library.close()
    await server.stop()
    return wrong


async def _trial_of(count: int, folder: Path) -> Reached:
    canary = Canary()
    await canary.start()
    media = folder / "files"
    media.mkdir()
    files = list(hostile_files(media, canary.url, count, _SEED))
    wrong, outcomes = await asyncio.to_thread(_look_at_all, files)
    refused = []
    for name, path in files:
        try:
            await asyncio.to_thread(probe, path)
        except MediaError:
            refused.append((name, path))
    step = max(len(refused) // _THROUGH_DOWNLOAD, 1)
    wrong += await _download(refused[::step][:_THROUGH_DOWNLOAD], folder, canary)
    await canary.stop()
    wrong += [f"the canary was asked: {heard[:80]!r}" for heard in canary.heard]
    wrong += [f"tried to reach: {each}" for each in no_network.tried]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    if peak > _MOST_MEMORY:
        wrong.append(f"{peak / 1024**2:.0f} MB of memory")
    figure = (
        f"{len(files)} files ({outcomes['refused']} refused, {outcomes['opened']} opened): "
        f"{len(canary.heard) + len(no_network.tried)} connections, {len(wrong)} faults"
    )
    return Reached(figure, not wrong, "\n".join(wrong)[:8_000])


def _trial(count: int, folder: Path) -> Reached:
    no_network.block(loopback=True)
    logging.getLogger("libav").setLevel(logging.CRITICAL)
    hurry()
    return asyncio.run(_trial_of(count, folder))


def _run(count: int, folder: Path) -> Reached:
    seconds = 120 + count / 4
    return run_in_child("tests.faults.promise_hostile_media", count, folder, seconds=seconds)


PROMISE = Promise(
    name="hostile media",
    goal="playlists, texts, references and bombs as mp4: 0 connections, 0 crashes",
    short=300,
    long=1_500,
    run=_run,
    seconds=180,
)

if __name__ == "__main__":
    answer(_trial)
