"""A disk that is full at every write: nothing committed is lost, nothing unwritten is sent."""

import asyncio
import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import apsw

from rushes.api.client import ServiceClient
from rushes.api.media_download import MediaDownload
from rushes.domain.error_words import WORDS
from rushes.domain.errors import LibraryError
from rushes.domain.replies import Accepted
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.engine import engine as engine_module
from rushes.engine import fetcher, poller, sender
from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.engine.generation import GenerationWish
from rushes.library.announcements import (
    Announcement,
    JobsAdded,
    JobsChanged,
    WritingRefused,
)
from rushes.library.layout import Layout
from rushes.library.library import Library
from rushes.library.receipts import read_receipts
from rushes.simulator.ledger import LedgerLine, token_digest
from rushes.simulator.server import Simulator
from tests.engine.tiny_model import ENTRY, SPEC
from tests.faults.contract import Promise, Reached
from tests.faults.full_disk import Disk, Disks, full_disks
from tests.faults.judge import Verdict, judge
from tests.faults.trials import Score, seed, side_by_side

if TYPE_CHECKING:
    from rushes.domain.job import Job

_LANES = 4
_TAKES = 2
_FULL_SECONDS = 0.3
_LIMIT = 45.0


def run(count: int, folder: Path) -> Reached:
    """Fill the disk at `count` places along the way of two jobs, and empty it again."""
    score = Score(seed(), folder)
    _take_out_pauses()
    with full_disks() as disks:
        way = _Trial(folder / "way", disks)
        asyncio.run(_with_simulator([way]))
        # No two ways have the very same writes: the last few might never meet the end.
        places = [round(0.9 * i * way.disk.writes / count) for i in range(count)]
        trials = [_Trial(folder / f"after-{n}-{i}", disks, n) for i, n in enumerate(places)]
        lanes = [trials[lane::_LANES] for lane in range(_LANES)]
        side_by_side(partial(asyncio.run, _with_simulator(lane)) for lane in lanes if lane)
    for trial in [way, *trials]:
        score.verdict.add(trial.judged())
        score.faults += [f"{trial.root.name}: {fault}" for fault in trial.faults]
    score.trials = sum(trial.disk.refused > 0 for trial in trials)
    if score.trials < count * 9 // 10:
        score.faults.append(f"only {score.trials} of {count} trials met a full disk")
    told = sum(trial.is_told for trial in trials)
    if told < score.trials * 3 // 4:
        # What a checkpoint or a thumbnail was refused need not be told.
        score.faults.append(f"only {told} of {score.trials} full disks were told in words")
    rows = sum(len(trial.committed) for trial in trials)
    return score.reached(
        f"{score.trials} full disks, {way.disk.writes} writes apart at most: "
        f"{rows} committed rows, 0 lost; {told} told in words; all went on"
    )


def _take_out_pauses() -> None:
    """What is tried is that things go on, not when."""
    vars(sender)["_LIBRARY_REST"] = vars(poller)["_LIBRARY_REST"] = 0.1
    vars(sender)["_KEEP_ID_PAUSE"] = vars(fetcher)["_ROOM_LOOK"] = 0.1
    vars(engine_module)["random"] = SimpleNamespace(Random=_Brisk)


class _Brisk(random.Random):
    """Draws a twentieth of the smallest there is."""

    def uniform(self, a: float, b: float) -> float:
        return a / 20


async def _with_simulator(trials: "list[_Trial]") -> None:
    async with Simulator(models=[ENTRY], pace_seconds=0) as simulator:
        for trial in trials:
            await trial.run(simulator)


class _Trial:
    """One library, whose disk is full after so many writes on the way of its jobs.

    Attributes:
        disk: where it lies.
        committed: jobs as they were announced last.
        faults: what was not as it must be.
        is_told: whether a full disk was told in words, to the one who asked or with a job.
    """

    def __init__(self, folder: Path, disks: Disks, full_after: int | None = None) -> None:
        self.root = folder
        self.disk: Disk = disks.add(folder / "library")
        self.committed: dict[str, Job] = {}
        self.faults: list[str] = []
        self.is_told = False
        self._full_after = full_after
        self._ledger: list[LedgerLine] = []

    async def run(self, simulator: Simulator) -> None:
        """Bring one job home, fill the disk on the way of two more, empty it, and wait."""
        token = self.root.name
        library = Library(self.root / "library")
        await library.open()
        library.subscribe(self._note)
        service = _Witness(simulator.url, lambda: token, library.layout, self.faults)
        download = MediaDownload(simulator.url, 10**9)
        engine = Engine(library, service, download, Credentials({}, fixed=token))
        await engine.start()
        await engine.generate([GenerationWish(SPEC, {"prompt": "before"})])
        await self._until(self._are_ready)
        self.disk.writes = 0
        if self._full_after is not None:
            self.disk.fill_after(self._full_after)
        wish = GenerationWish(SPEC, {"prompt": "while the disk fills"}, takes=_TAKES)
        try:
            await engine.generate([wish])
        except LibraryError as error:
            self._note_words(error.code)
            self.disk.free()
            await engine.generate([wish])
        await self._until(lambda: self.disk.refused > 0 or self._are_ready())
        if self.disk.refused:
            await asyncio.sleep(_FULL_SECONDS)
        self.disk.free()
        await self._until(self._are_ready)
        await engine.stop()
        await library.close()
        digest = token_digest(token)
        self._ledger = [line for line in simulator.accepted if line.token_digest == digest]

    def judged(self) -> Verdict:
        """Return what the ledger says, and find committed rows that are not there."""
        verdict = judge(self._ledger, self.root / "library")
        if verdict.states != {JobState.READY: len(self.committed)}:
            self.faults.append(f"committed: {len(self.committed)}, found: {dict(verdict.states)}")
        if verdict.paid != 1 + _TAKES:
            self.faults.append(f"{verdict.paid} were paid for")
        return verdict

    def _note(self, announcement: Announcement) -> None:
        if isinstance(announcement, WritingRefused):
            self._note_words(announcement.code)
        elif isinstance(announcement, JobsAdded | JobsChanged):
            for entry in announcement.entries:
                self.committed[entry.job.id] = entry.job
                if entry.job.error is not None and self.disk.refused:
                    self._note_words(entry.job.error.code)

    def _note_words(self, code: str) -> None:
        self.is_told = True
        if code not in WORDS or code == "unexpected":
            self.faults.append(f"the full disk was told as {code}")

    def _are_ready(self) -> bool:
        return bool(self.committed) and all(
            job.state is JobState.READY for job in self.committed.values()
        )

    async def _until(self, wanted: Callable[[], bool]) -> None:
        deadline = time.monotonic() + _LIMIT
        while not wanted():
            if time.monotonic() > deadline:
                states = [f"{job.state} ({job.error})" for job in self.committed.values()]
                self.faults.append(f"after {_LIMIT:g} s: {', '.join(states)}")
                return
            await asyncio.sleep(0.01)


class _Witness(ServiceClient):
    """Looks into the library's own files before each submit: is it written down there?"""

    def __init__(
        self, origin: str, token: Callable[[], str], layout: Layout, faults: list[str]
    ) -> None:
        super().__init__(origin, token)
        self._layout = layout
        self._faults = faults

    async def submit(self, request: GenerationRequest) -> Accepted:
        """Submit, once it was looked."""
        await asyncio.to_thread(self._look, request.digest)
        return await super().submit(request)

    def _look(self, digest: str) -> None:
        connection = apsw.Connection(str(self._layout.database), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            row = connection.execute(
                "SELECT id FROM jobs WHERE digest = ? AND state = 'sending'", (digest,)
            ).get
        finally:
            connection.close()
        last = {receipt.job_id: receipt.event for receipt in read_receipts(self._layout.receipts)}
        if row is None or last.get(row) != "sending":
            self._faults.append(f"a submit was not written down: {row}, {last.get(str(row))}")


PROMISE = Promise(
    name="disk full at every write",
    goal="0 committed rows lost, said in words, goes on when there is room",
    short=50,
    long=250,
    run=run,
    seconds=180,
)
