"""Databases that came to harm: nothing crashes, nothing is lost unsaid, the original is kept."""

import asyncio
import dataclasses
import logging
import random
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import apsw

from rushes.domain.errors import (
    LibraryDamaged,
    LibraryTooNew,
    NotReachable,
    OutcomeUnknown,
    Refused,
)
from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library import taking
from rushes.library.layout import Layout, with_companions
from rushes.library.library import Library
from tests.faults.contract import Promise, Reached
from tests.faults.damage import HARMS

JOBS = 60
SEED = 20_261_122
AT_ONCE = 8
"""Copies that are worked on together; most of the time goes into waiting for the disk."""

_log = logging.getLogger(__name__)

_SENT = frozenset({"sent", "accepted", "ready"})


@dataclass(frozen=True, slots=True)
class Life:
    """One job of the library that comes to harm.

    Attributes:
        job_id: our id.
        fate: ``waiting``, ``returned``, ``refused``, ``sent``, ``accepted`` or ``ready``.
        remote_id: what the service called it.
        is_in_backup: whether it was there when the backup was made.
    """

    job_id: str
    fate: str
    remote_id: str
    is_in_backup: bool


async def make_library(root: Path) -> list[Life]:
    """Fill a library with jobs in every stage, half of them in a backup, and leave it open."""
    library = Library(root)
    await library.open()
    lives = []
    fates = ("waiting", "returned", "refused", "sent", "accepted", "ready")
    for number in range(JOBS):
        fate = fates[number % len(fates)]
        job = _job(number)
        await library.add([job])
        remote_id = f"remote-{number}"
        await _live(library, job.id, fate, remote_id)
        lives.append(Life(job.id, fate, remote_id, number < JOBS // 2))
        if number == JOBS // 2 - 1:
            assert await library.back_up() is not None
            await library._own.read(lambda c: c.wal_checkpoint())
    # As kill -9 leaves it: what was committed last is in the log alone.
    for path in root.iterdir():
        if path.is_file():
            shutil.copyfile(path, root.with_name("killed") / path.name)
    for folder in ("media", "backups"):
        shutil.copytree(root / folder, root.with_name("killed") / folder, dirs_exist_ok=True)
    await library.close()
    return lives


def _job(number: int) -> Job:
    job_id = new_job_id()
    words = f"{number}: " + "a long walk by the sea, " * (number % 9) * 12
    request = GenerationRequest("maker/model/kind", {"prompt": words, "seed": number})
    return Job(job_id, job_id, 0, request, JobState.WAITING, time.time())


async def _live(library: Library, job_id: str, fate: str, remote_id: str) -> None:
    if fate == "waiting":
        return
    await library.journal_sending(job_id, time.time())
    if fate == "returned":
        await library.journal_settled(job_id, JobState.WAITING, NotReachable())
    elif fate == "refused":
        await library.journal_settled(job_id, JobState.REJECTED, Refused())
    elif fate == "sent":
        await library.journal_settled(job_id, JobState.UNKNOWN, OutcomeUnknown())
    else:
        await library.journal_acceptance(job_id, remote_id, time.time())
    if fate != "ready":
        return
    folder = library.layout.media / "2026-11"
    folder.mkdir(exist_ok=True)
    (folder / f"{job_id}-1.mp4").write_bytes(b"a clip")
    clip = Clip(0, "https://x.example/1", f"2026-11/{job_id}-1.mp4", FileState.PRESENT, 6, 6)
    await library.change(
        job_id, lambda job: dataclasses.replace(job, state=JobState.FINISHED, clips=(clip,))
    )
    await library.change(
        job_id,
        lambda job: dataclasses.replace(job, state=JobState.READY, ready_at=time.time()),
    )


async def _open_until_sound(root: Path) -> tuple[list[Job], bool]:
    """Open as the program does, until nothing is wrong any more; the jobs, and what was told."""
    told = False
    for _ in range(2):
        library = Library(root)
        await library.open()
        try:
            told = told or library.rebuilt is not None or library.older is not None
            problems = await library.quick_check()
            if not problems:
                await library.recover()
                order = await library.order()
                return [entry.job for entry in await library.jobs(order.keys)], told
            told = True
        except LibraryDamaged:
            told = True
        finally:
            await library.close()
    raise AssertionError("the library does not come to be sound")


def _judge(lives: list[Life], jobs: list[Job], told: bool) -> list[str]:
    """Return what is wrong with the jobs that came out."""
    wrong = []
    found = {job.id: job for job in jobs}
    for life in lives:
        job = found.pop(life.job_id, None)
        if job is None:
            has_receipt = life.fate != "waiting"
            if has_receipt or not told:
                wrong.append(f"{life.fate} job lost, told: {told}")
        elif life.fate in ("accepted", "ready") and job.remote_id != life.remote_id:
            wrong.append(f"{life.fate} job follows {job.remote_id}, not {life.remote_id}")
        elif life.fate in _SENT and job.state in (JobState.WAITING, JobState.HELD):
            wrong.append(f"{life.fate} job may be sent again: {job.state}")
        elif told and job.state is JobState.WAITING:
            wrong.append(f"a job waits in a library that was made again ({life.fate})")
        elif life.fate == "ready" and job.state is not JobState.READY:
            wrong.append(f"a ready job is {job.state}")
    if found and not told:
        wrong.append(f"{len(found)} jobs that there never were")
    return wrong


def _kept(root: Path, harmed: dict[str, bytes]) -> list[str]:
    """Return which of the harmed files were not kept byte for byte, in a library made again."""
    folders = [each for each in (root / "damaged").iterdir() if each.is_dir()]
    wrong = []
    for name, data in harmed.items():
        if not any((f / name).is_file() and (f / name).read_bytes() == data for f in folders):
            wrong.append(f"{name} was not kept as it was")
    return wrong


async def _one(template: Path, root: Path, lives: list[Life], number: int) -> tuple[list[str], str]:
    """Harm one copy of the library and open it; what is wrong then, and what came of it."""
    chance = random.Random(SEED + number)
    shutil.copytree(template, root)
    database = Layout(root).database
    harm = HARMS[number % len(HARMS)]
    is_about_the_log = harm.__name__ in ("harm_log", "lose_log")
    # Half of the time all content is in the file that comes to harm.
    if not is_about_the_log and chance.random() < 0.5:
        apsw.Connection(str(database)).close()
    harm(database, chance)
    harmed = {p.name: p.read_bytes() for p in with_companions(database)[:1] if p.exists()}
    try:
        jobs, told = await _open_until_sound(root)
    except LibraryTooNew:
        same = all((root / name).read_bytes() == data for name, data in harmed.items())
        return ([] if same else ["a refused database was changed"]), "refused"
    wrong = _judge(lives, jobs, told)
    is_rebuilt = (root / "damaged").is_dir()
    if is_rebuilt:
        wrong += _kept(root, harmed)
    end = "made again" if is_rebuilt else "told as older" if told else "sound"
    return [f"{harm.__name__} {number}: {each}" for each in wrong], end


async def _run(count: int, folder: Path) -> Reached:
    root = folder / "library"
    (folder / "killed").mkdir(parents=True)
    lives = await make_library(root)
    wrong: list[str] = []
    ends: dict[str, int] = {}
    places = asyncio.Semaphore(AT_ONCE)

    async def try_one(number: int) -> None:
        copy = folder / f"copy-{number}"
        async with places:
            try:
                found, end = await _one(folder / "killed", copy, lives, number)
            except Exception as error:
                _log.info("number %d", number, exc_info=True)
                harm = HARMS[number % len(HARMS)].__name__
                found, end = [f"{harm} {number}: {str(error)[:200]!r}"], "crashed"
        ends[end] = ends.get(end, 0) + 1
        wrong.extend(found)
        if not found:
            await asyncio.to_thread(shutil.rmtree, copy)

    kept = taking.CHECKED_AT_ONCE
    try:
        # Once as a small library, checked before it is used, and once as a large one.
        for is_large in (False, True):
            taking.CHECKED_AT_ONCE = 0 if is_large else kept
            half = (number for number in range(count) if number // len(HARMS) % 2 == is_large)
            await asyncio.gather(*(try_one(number) for number in half))
    finally:
        taking.CHECKED_AT_ONCE = kept
    told = ", ".join(f"{number} {end}" for end, number in sorted(ends.items()))
    figure = f"{count} damaged databases: {ends.get('crashed', 0)} crashes, {told}"
    return Reached(f"{figure}; {len(wrong)} faults", not wrong, "\n".join(wrong[:40]))


def run(count: int, folder: Path) -> Reached:
    """Harm `count` copies of a library, each in its own way, and open them."""
    # What the library has to say of the damage is what this is about.
    words = logging.getLogger("rushes.library")
    level = words.level
    words.setLevel(logging.CRITICAL)
    try:
        return asyncio.run(_run(count, folder))
    finally:
        words.setLevel(level)


PROMISE = Promise(
    name="corrupt or newer database",
    goal="200 damaged databases: 0 crashes, 0 silent loss, the original kept",
    short=200,
    long=1_000,
    run=run,
)
