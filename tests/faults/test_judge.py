"""The judge sees what it is there to see: each thing that must never happen, made to happen."""

import asyncio
import dataclasses
import time
from collections.abc import Sequence
from pathlib import Path

from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library.library import Library
from rushes.media.settings_box import original_sha256
from rushes.simulator.ledger import LedgerLine, ledger_line
from tests.faults.judge import Verdict, judge, submits_under_way
from tests.media.clips import write_clip

REQUEST = GenerationRequest("test/tiny/text-to-video", {"prompt": "sea", "seed": 7})
OTHER = GenerationRequest("test/tiny/text-to-video", {"prompt": "sea", "seed": 8})


def job(state: JobState, request: GenerationRequest = REQUEST, remote_id: str | None = None) -> Job:
    job_id = new_job_id()
    return Job(job_id, job_id, 1, request, state, time.time(), remote_id=remote_id)


def paid(request_id: str, request: GenerationRequest = REQUEST) -> LedgerLine:
    return ledger_line(request_id, "good", request.body)


async def write(root: Path, jobs: Sequence[Job]) -> None:
    library = Library(root)
    await library.open()
    await library.add(jobs)
    await library.close()


def judged(
    root: Path, ledger: Sequence[LedgerLine], jobs: Sequence[Job], **words: object
) -> Verdict:
    asyncio.run(write(root, jobs))
    return judge(ledger, root, **words)  # type: ignore[arg-type]


def test_followed_and_owned_up_jobs_are_in_order(tmp_path: Path) -> None:
    jobs = [
        job(JobState.IN_QUEUE, remote_id="a"),
        job(JobState.UNKNOWN),
        job(JobState.WAITING, OTHER),
    ]
    verdict = judged(tmp_path / "l", [paid("a"), paid("b")], jobs)
    assert verdict.holds, verdict.sentences
    assert (verdict.paid, verdict.owned_up, verdict.jobs) == (2, 1, 3)


def test_a_paid_submit_that_no_job_has_is_lost(tmp_path: Path) -> None:
    assert len(judged(tmp_path / "l", [paid("a", OTHER)], [job(JobState.UNKNOWN)]).lost) == 1


def test_a_paid_submit_of_a_job_that_will_be_sent_is_seen(tmp_path: Path) -> None:
    verdict = judged(tmp_path / "l", [paid("a")], [job(JobState.WAITING)])
    assert verdict.lost
    assert verdict.twice


def test_a_job_that_was_paid_for_twice_is_seen(tmp_path: Path) -> None:
    followed = [job(JobState.READY, remote_id="a")]
    assert judged(tmp_path / "1", [paid("a"), paid("b")], followed).twice
    assert judged(tmp_path / "2", [paid("a"), paid("b")], [job(JobState.UNKNOWN)]).twice
    said = {REQUEST.digest: 1}
    assert judged(
        tmp_path / "3", [paid("a"), paid("b")], [job(JobState.UNKNOWN)], by_word=said
    ).holds


def test_two_jobs_of_one_request_and_a_made_up_id_are_seen(tmp_path: Path) -> None:
    twins = [job(JobState.READY, remote_id="a"), job(JobState.READY, remote_id="a")]
    assert judged(tmp_path / "1", [paid("a")], twins).twice
    assert judged(tmp_path / "2", [], [job(JobState.IN_QUEUE, remote_id="a")]).lost


def test_a_job_that_is_being_sent_owns_up_only_where_it_may(tmp_path: Path) -> None:
    sending = [job(JobState.SENDING)]
    assert judged(tmp_path / "1", [paid("a")], sending, in_flight=("sending",)).holds
    assert judged(tmp_path / "2", [paid("a")], sending).lost


def test_clips_that_are_cut_changed_or_gone_are_seen(tmp_path: Path) -> None:
    root = tmp_path / "l"
    made = write_clip(tmp_path / "clip.mp4")
    clip = Clip(0, "", "2026-01/clip.mp4", FileState.PRESENT, sha256=original_sha256(made))
    ready = dataclasses.replace(job(JobState.READY, remote_id="a"), clips=(clip,))
    assert judged(root, [paid("a")], [ready]).files
    path = root / "media" / "2026-01" / "clip.mp4"
    path.parent.mkdir(parents=True)
    made.rename(path)
    assert judge([paid("a")], root).holds
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert judge([paid("a")], root).files
    path.write_bytes(whole + b"\0\0\0\x08free")
    assert judge([paid("a")], root).files
    path.unlink()
    assert judge([paid("a")], root).files


async def test_submits_under_way_are_those_without_an_outcome(tmp_path: Path) -> None:
    library = Library(tmp_path / "l")
    await library.open()
    one, two = [
        entry.job for entry in await library.add([job(JobState.WAITING), job(JobState.WAITING)])
    ]
    for each in (one, two):
        await library.journal_sending(each.id, time.time())
    await library.journal_acceptance(one.id, "a", time.time())
    await library.close()
    assert submits_under_way(tmp_path / "l") == {two.id}
