"""The judge: the service's ledger on one side, the library as it lies on disk on the other."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rushes.domain.errors import MediaError
from rushes.domain.job import Job
from rushes.domain.states import FileState, JobState
from rushes.library.layout import Layout
from rushes.library.library import Library
from rushes.library.receipts import read_receipts
from rushes.media.file_format import HEAD_BYTES, sniff
from rushes.media.settings_box import original_sha256, read_settings
from rushes.media.whole_file import what_is_missing
from rushes.simulator.ledger import LedgerLine

OWNS_UP = frozenset({JobState.UNKNOWN, JobState.HELD})
"""States in which a job without an id says of itself that it may have been paid for."""

NEVER_SENT = frozenset({JobState.DRAFT, JobState.WAITING, JobState.REJECTED})
"""States of a job that says of itself that it was surely not paid for."""


@dataclass(slots=True)
class Verdict:
    """What the judge found. Each list holds sentences; all are empty when the promise is kept.

    Attributes:
        lost: paid submits that no job knows of.
        twice: jobs that were paid for twice without a person's word.
        files: clips that are not what came, and parts under a final name.
        paid: submits that the service accepted.
        owned_up: those of them whose id never came home; a job says that it may have been paid.
        jobs: jobs in the library.
        states: how many jobs are in each state.
    """

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    paid: int = 0
    owned_up: int = 0
    jobs: int = 0
    states: Counter[JobState] = field(default_factory=Counter)

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not (self.lost or self.twice or self.files)

    @property
    def sentences(self) -> str:
        """All that was found, a line each."""
        return "\n".join([*self.lost, *self.twice, *self.files])

    def add(self, other: "Verdict") -> None:
        """Take in what was found about another library."""
        self.lost += other.lost
        self.twice += other.twice
        self.files += other.files
        self.paid += other.paid
        self.owned_up += other.owned_up
        self.jobs += other.jobs
        self.states += other.states


def judge(
    ledger: Sequence[LedgerLine],
    library: Path,
    *,
    in_flight: Iterable[str] = (),
    by_word: Mapping[str, int] | None = None,
) -> Verdict:
    """Hold a ledger against a library that nobody is writing to.

    Args:
        ledger: all accepted submits of this library's owner, and of nobody else.
        library: its folder.
        in_flight: states of jobs that may be the owner of a submit as well, besides UNKNOWN and
            HELD: ``sending`` for a library whose process was killed and not started since.
        by_word: digest of a body → how often a person had a job of that body sent, or given up,
            although it might have been paid for.
    """
    jobs = jobs_of(library)
    verdict = Verdict(paid=len(ledger), jobs=len(jobs), states=Counter(j.state for j in jobs))
    may_own = OWNS_UP | {JobState(each) for each in in_flight}
    _judge_money(verdict, ledger, jobs, may_own, by_word or {})
    _judge_files(verdict, Layout(library), jobs)
    return verdict


def _judge_money(
    verdict: Verdict,
    ledger: Sequence[LedgerLine],
    jobs: Sequence[Job],
    may_own: frozenset[JobState],
    by_word: Mapping[str, int],
) -> None:
    known: dict[str, Job] = {}
    for job in jobs:
        if job.remote_id is None:
            continue
        if job.remote_id in known:
            verdict.twice.append(f"jobs {known[job.remote_id].id} and {job.id} share one request")
        known[job.remote_id] = job
    for request_id in set(known) - {line.request_id for line in ledger}:
        verdict.lost.append(f"job {known[request_id].id} follows {request_id}: not in the ledger")
    unclaimed: dict[str, list[LedgerLine]] = defaultdict(list)
    for line in ledger:
        owner = known.get(line.request_id)
        if owner is None:
            unclaimed[line.body_digest].append(line)
        elif owner.request.digest != line.body_digest and not owner.answer:
            verdict.lost.append(f"job {owner.id} follows {line.request_id}: another body was paid")
    by_digest: dict[str, list[Job]] = defaultdict(list)
    for job in jobs:
        by_digest[job.request.digest].append(job)
    for digest, lines in unclaimed.items():
        same = by_digest.get(digest, [])
        owners = [job for job in same if job.remote_id is None and _owns_up(job, may_own)]
        told = ", ".join(f"{job.id} is {job.state}" for job in same) or "no job has its body"
        if len(lines) <= len(owners) + by_word.get(digest, 0):
            verdict.owned_up += len(lines)
            continue
        if not owners:
            verdict.lost += [f"{line.request_id} was paid for, and {told}" for line in lines]
        else:
            verdict.twice.append(f"{len(lines)} requests of one body are unclaimed, and {told}")
    for digest, count in Counter(line.body_digest for line in ledger).items():
        sent = [job for job in by_digest.get(digest, []) if job.state not in NEVER_SENT]
        if count > len(sent) + by_word.get(digest, 0):
            told = ", ".join(f"{job.id} is {job.state}" for job in by_digest.get(digest, []))
            verdict.twice.append(f"one body was paid for {count} times: {told or 'no job'}")


def _owns_up(job: Job, states: frozenset[JobState]) -> bool:
    return job.state in states or job.answer is not None


def _judge_files(verdict: Verdict, layout: Layout, jobs: Sequence[Job]) -> None:
    paths: dict[str, str | None] = {}
    for job in jobs:
        for clip in job.clips:
            if clip.path is not None and clip.state is FileState.PRESENT:
                paths[clip.path] = clip.sha256
                if not (layout.media / clip.path).exists():
                    verdict.files.append(f"{clip.path} of job {job.id} is not there")
            elif job.state is JobState.READY:
                verdict.files.append(f"job {job.id} is ready without its clip {clip.ordinal + 1}")
        if job.state is JobState.READY and not job.clips:
            verdict.files.append(f"job {job.id} is ready without clips")
    for path in sorted(layout.media.rglob("*")):
        if path.is_file() and path.suffix != ".part":
            name = path.relative_to(layout.media).as_posix()
            fault = _file_fault(path, paths.get(name))
            if fault is not None:
                verdict.files.append(f"{name}: {fault}")


def _file_fault(path: Path, sha256: str | None) -> str | None:
    """What is wrong with a file under a final name; it may be one that no row names yet."""
    with path.open("rb") as stream:
        file_format = sniff(stream.read(HEAD_BYTES))
    if file_format is None:
        return "not a medium"
    lacks = what_is_missing(path, file_format)
    if lacks is not None:
        return lacks
    try:
        came = original_sha256(path)
        told = (read_settings(path) or {}).get("sha256")
    except (MediaError, OSError, ValueError) as error:
        return f"cannot be read: {error}"
    if sha256 is not None and came != sha256:
        return f"its bytes came with sum {sha256} and have {came}"
    if told is not None and came != told:
        return f"its settings name the sum {told}, its bytes have {came}"
    return None


def jobs_of(library: Path) -> list[Job]:
    """Return all jobs of a library, oldest first; empty when there is none yet."""

    async def read() -> list[Job]:
        opened = Library(library)
        if not opened.layout.database.exists():
            return []
        await opened.open_beside()
        try:
            keys = (await opened.order()).keys
            found = [
                entry.job
                for start in range(0, len(keys), 500)
                for entry in await opened.jobs(keys[start : start + 500])
            ]
        finally:
            await opened.close()
        return sorted(found, key=lambda job: job.id)

    return asyncio.run(read())


def submits_under_way(library: Path) -> set[str]:
    """Return the ids of jobs whose last receipt says that they are being sent."""
    last: dict[str, str] = {}
    for receipt in read_receipts(Layout(library).receipts):
        last[receipt.job_id] = receipt.event
    return {job_id for job_id, event in last.items() if event == "sending"}
