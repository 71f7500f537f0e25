"""Media gone, changed, unplugged: every such clip is told, nothing is lost, and all comes back."""

import asyncio
import dataclasses
import random
import shutil
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rushes.domain.states import FileState, JobState
from rushes.engine import library_watch
from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.engine.generation import GenerationWish
from rushes.engine.library_watch import sweep
from rushes.library.library import Library
from rushes.simulator.ledger import LedgerLine, token_digest
from rushes.simulator.server import Simulator
from tests.engine.tiny_model import ENTRY, SPEC
from tests.faults.contract import Promise, Reached
from tests.faults.judge import Verdict, judge
from tests.faults.trials import Score, chance, seed, side_by_side

if TYPE_CHECKING:
    from rushes.domain.job import Job

_LANES = 4
_TAKES = 3
_LIMIT = 60.0
_LOOKS = 0.1
"""Seconds between two looks at the place of the library."""


def run(count: int, folder: Path) -> Reached:
    """Take the drive away `count` times while jobs run, and do to single files what people do."""
    score = Score(seed(), folder)
    vars(library_watch)["_FIRST_SWEEP"] = 0.0
    vars(library_watch)["EVERY"] = _LOOKS
    trials = [
        _Trial(folder / f"drive-{number}", chance(score.seed, "away", number), number)
        for number in range(count)
    ]
    lanes = [trials[lane::_LANES] for lane in range(_LANES)]
    side_by_side(partial(asyncio.run, _with_simulator(lane)) for lane in lanes if lane)
    for trial in trials:
        score.verdict.add(trial.judged())
        score.faults += [f"{trial.root.name}: {fault}" for fault in trial.faults]
    score.trials = count
    files = sum(trial.files_told for trial in trials)
    return score.reached(
        f"{count} drives unplugged while jobs ran, {files} files gone, replaced or cut: "
        f"all told, all back, {score.verdict.paid} paid once each"
    )


async def _with_simulator(trials: "Sequence[_Trial]") -> None:
    async with Simulator(models=[ENTRY], pace_seconds=0.3, slots=4) as simulator:
        for trial in trials:
            await trial.run(simulator)


class _Trial:
    """One drive with a library on it.

    Attributes:
        root: the drive.
        faults: what was not as it must be.
        files_told: how many files were found to be gone or others.
    """

    def __init__(self, root: Path, draws: random.Random, number: int) -> None:
        self.root = root
        self.faults: list[str] = []
        self.files_told = 0
        self._draws = draws
        self._is_media_alone = number % 3 == 2
        # As a mount point is left behind.
        self._leaves_folder = number % 2 == 1 and not self._is_media_alone
        self._ledger: list[LedgerLine] = []
        self._library = Library(root / "library")

    async def run(self, simulator: Simulator) -> None:
        """Send jobs, unplug on the way, plug in again, then touch single files."""
        library, token = self._library, self.root.name
        await library.open()
        credentials = Credentials({}, fixed=token)
        engine = Engine.create(library, simulator.url, 10**9, credentials)
        await engine.start()
        wish = GenerationWish(SPEC, {"prompt": "while the drive is pulled"}, takes=_TAKES)
        entries = await engine.generate([wish])
        await asyncio.sleep(self._draws.uniform(0.0, 1.2))
        await self._unplug()
        jobs = [await self._ready(entry.job.id) for entry in entries]
        await self._touch_files(jobs)
        await engine.stop()
        await library.close()
        digest = token_digest(token)
        self._ledger = [line for line in simulator.accepted if line.token_digest == digest]

    def judged(self) -> Verdict:
        """Return what the ledger says."""
        verdict = judge(self._ledger, self.root / "library")
        if verdict.states != {JobState.READY: _TAKES} or verdict.paid != _TAKES:
            self.faults.append(f"{verdict.paid} paid, found: {dict(verdict.states)}")
        return verdict

    async def _unplug(self) -> None:
        """Take the drive, or the media folder alone, away, and bring it back."""
        taken = self._library.layout.media if self._is_media_alone else self.root
        elsewhere = self.root.with_name(f"{self.root.name}-unplugged")
        taken.rename(elsewhere)
        if self._leaves_folder:
            taken.mkdir()
        await self._until(self._is_away, "the missing drive was not noticed")
        await asyncio.sleep(self._draws.uniform(0.1, 0.8))
        if taken.exists():
            made = [path.name for path in taken.rglob("*")]
            if made or not self._leaves_folder:
                self.faults.append(f"made at the old place: {taken.name} {', '.join(made)}")
            shutil.rmtree(taken)
        elif self._leaves_folder:
            self.faults.append("the folder that was left behind is gone")
        elsewhere.rename(taken)
        await self._until(lambda: not self._is_away(), "the drive that came back was not noticed")

    def _is_away(self) -> bool:
        return self._library.media.is_away if self._is_media_alone else self._library.is_away

    async def _touch_files(self, jobs: "Sequence[Job]") -> None:
        """Take one file away, put another in the place of one, and cut one; then undo it."""
        await asyncio.to_thread(self._library.media.is_here)
        places = [self._library.media.absolute(job.clips[0].path or "") for job in jobs]
        kept = [place.read_bytes() for place in places]
        harms: list[tuple[Callable[[Path, bytes], object], FileState]] = [
            (lambda place, _: place.unlink(), FileState.MISSING),
            (lambda place, was: place.write_bytes(was[::-1]), FileState.CHANGED),
            (lambda place, was: place.write_bytes(was[: len(was) // 2]), FileState.CHANGED),
        ]
        self._draws.shuffle(harms)
        for place, was, (harm, _) in zip(places, kept, harms, strict=True):
            harm(place, was)
        await sweep(self._library)
        for job, (_, state) in zip(jobs, harms, strict=True):
            now = (await self._library.job(job.id)).job
            if now.clips[0].state is not state:
                self.faults.append(f"{job.id} is {now.clips[0].state} and not {state}")
            elif dataclasses.replace(now, clips=job.clips) != job:
                self.faults.append(f"{job.id} lost more than its file")
            self.files_told += 1
        for place, was in zip(places, kept, strict=True):
            place.write_bytes(was)
        await sweep(self._library)
        for job in jobs:
            if (await self._library.job(job.id)).job.clips[0].state is not FileState.PRESENT:
                self.faults.append(f"{job.id} did not come back")

    async def _ready(self, job_id: str) -> "Job":
        job = (await self._library.job(job_id)).job
        deadline = time.monotonic() + _LIMIT
        while job.state is not JobState.READY and time.monotonic() < deadline:
            await asyncio.sleep(0.05)
            job = (await self._library.job(job_id)).job
        if job.state is not JobState.READY:
            self.faults.append(f"{job_id} is {job.state} after {_LIMIT:g} s: {job.error}")
        return job

    async def _until(self, wanted: Callable[[], bool], otherwise: str) -> None:
        deadline = time.monotonic() + _LIMIT
        while not wanted():
            if time.monotonic() > deadline:
                self.faults.append(otherwise)
                return
            await asyncio.sleep(0.01)


PROMISE = Promise(
    name="media gone, changed, unplugged",
    goal="every such clip told and listed, marks kept, comes back when the drive does",
    short=12,
    long=120,
    run=run,
    seconds=180,
)
