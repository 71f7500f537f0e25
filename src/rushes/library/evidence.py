"""What the receipts tell of a job, and what that means for its row."""

import dataclasses
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from rushes.domain.error_words import job_error, words_for
from rushes.domain.errors import OutcomeUnknown
from rushes.domain.found_clip import ReadClip
from rushes.domain.ids import is_remote_id
from rushes.domain.job import Clip, Job, JobError
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library.layout import Layout
from rushes.library.media_files import MediaFiles
from rushes.library.receipts import Receipt

_JOB_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FARTHEST_TIME = 1e11
_LARGEST_FILE = 1 << 50
_OUTCOMES = frozenset({"sending", "returned", "refused"})
_ANSWERS = frozenset({"kept", "sent_again"})
_NOT_SENT_YET = frozenset({JobState.WAITING, JobState.SENDING, JobState.UNKNOWN, JobState.HELD})


@dataclass(slots=True)
class Evidence:
    """All that the receipts know of one job.

    Attributes:
        job_id: our id.
        sent_at: when it was about to be sent, last time; seconds since the epoch.
        request: what its sending receipt says of it.
        outcome: the last of ``sending``, ``returned`` and ``refused``, or None.
        refusal: code of the error when it was refused.
        remote_id: the id that the service gave.
        accepted_at: when it did.
        files: what was in place when it was ready, or None.
        ready_at: when it was.
        answer: what a person said to an unknown outcome.
        removed_at: when a person had it removed for good; see `rushes.library.removed`.
    """

    job_id: str
    sent_at: float | None = None
    request: dict[str, Any] | None = None
    outcome: str | None = None
    refusal: str | None = None
    remote_id: str | None = None
    accepted_at: float | None = None
    files: list[Any] | None = None
    ready_at: float | None = None
    answer: str | None = None
    removed_at: float | None = None


def is_job_id(text: object) -> bool:
    """Tell whether the text can be an id of ours, of which names of files are made."""
    return isinstance(text, str) and _JOB_ID.fullmatch(text) is not None


def is_text(value: object) -> bool:
    """Tell whether a value from outside is text that can be written down: no lone surrogates."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_time(value: object) -> bool:
    """Tell whether a value from outside can be seconds since the epoch."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < _FARTHEST_TIME


def request_of(model: object, inputs: object) -> GenerationRequest | None:
    """Return a request from values that came from outside, or None when they make none."""
    if not is_text(model) or not isinstance(inputs, dict):
        return None
    try:
        request = GenerationRequest(str(model), inputs)
        _ = request.digest
    except (ValueError, TypeError, RecursionError):
        return None
    return request


def gather(receipts: Iterable[Receipt]) -> dict[str, Evidence]:
    """Return what the receipts tell of each job, by its id; later lines win."""
    found: dict[str, Evidence] = {}
    for receipt in receipts:
        if is_job_id(receipt.job_id):
            _add(found.setdefault(receipt.job_id, Evidence(receipt.job_id)), receipt)
    return found


def _add(evidence: Evidence, receipt: Receipt) -> None:
    values = receipt.values
    if receipt.event in _OUTCOMES:
        evidence.outcome = receipt.event
    if receipt.event == "sending":
        evidence.request, evidence.sent_at = values, receipt.at
    elif receipt.event == "refused":
        code = values.get("code")
        evidence.refusal = str(code) if is_text(code) else "refused"
    elif receipt.event == "accepted" and is_remote_id(values.get("remote_id")):
        evidence.remote_id, evidence.accepted_at = values["remote_id"], receipt.at
    elif receipt.event == "ready" and isinstance(values.get("files"), list):
        evidence.files, evidence.ready_at = values["files"], receipt.at
    elif receipt.event == "answered" and values.get("answer") in _ANSWERS:
        evidence.answer = values["answer"]
    elif receipt.event == "removed":
        evidence.removed_at = receipt.at


def job_of(evidence: Evidence) -> Job:
    """Make a job's row again from its receipts alone; see `Settling` for its state.

    Without a readable sending receipt nothing is known of its request, but its id is kept.
    """
    values = evidence.request or {}
    at = evidence.sent_at or evidence.accepted_at or evidence.ready_at or time.time()
    shot, parent, take = values.get("shot"), values.get("parent"), values.get("take")
    created, service = values.get("created"), values.get("service")
    request = request_of(values.get("model"), values.get("inputs"))
    return Job(
        id=evidence.job_id,
        shot_id=shot if is_job_id(shot) and isinstance(shot, str) else evidence.job_id,
        take=take if isinstance(take, int) and 0 < take < 1 << 31 else 1,
        request=request or GenerationRequest("unknown", {}),
        state=JobState.SENDING,
        created_at=float(str(created)) if is_time(created) else at,
        parent_id=parent if isinstance(parent, str) and is_job_id(parent) else None,
        sent_at=evidence.sent_at,
        price_shown=_price(values.get("price")),
        service=service if isinstance(service, str) else None,
    )


class Settling:
    """Turns rows and evidence into what a job is to be now.

    Args:
        layout: where the files lie.
        read_clip: tells what a file is; without it, files of a row made again have no facts.
        hold: whether waiting jobs are held, because this database may not know what was sent.
    """

    def __init__(self, layout: Layout, read_clip: ReadClip | None, *, hold: bool) -> None:
        self._media = MediaFiles(layout)
        self._read_clip = read_clip
        self._hold = hold

    def settled(self, job: Job, evidence: Evidence | None) -> Job:
        """Return the job as its evidence says that it is; never one step nearer to a second send.

        A job that may have been sent is UNKNOWN, one with the service's id follows it, and one
        that waits stays so only where nothing was lost sight of.
        """
        if evidence is not None:
            if evidence.answer is not None and job.answer is None:
                job = dataclasses.replace(job, answer=evidence.answer)
            if evidence.files is not None and _is_news(job, evidence):
                return self._ready(job, evidence, evidence.files)
            if evidence.remote_id is not None:
                return _followed(job, evidence)
        if job.state not in _NOT_SENT_YET:
            return job
        outcome = evidence.outcome if evidence is not None else None
        if job.state is JobState.UNKNOWN:
            return job
        if outcome == "refused" and evidence is not None:
            code = evidence.refusal or "refused"
            error = JobError(code, words_for(code).sentence)
            return dataclasses.replace(job, state=JobState.REJECTED, error=error)
        if outcome == "sending" or (job.state is JobState.SENDING and outcome != "returned"):
            return _unknown(job)
        if job.state is JobState.HELD:
            return job
        if self._hold:
            error = JobError("held", words_for("held").sentence)
            return dataclasses.replace(job, state=JobState.HELD, error=error)
        return dataclasses.replace(job, state=JobState.WAITING)

    def _ready(self, job: Job, evidence: Evidence, files: list[Any]) -> Job:
        """Return the job with its files, if its rows do not say better where they are."""
        known = {clip.ordinal: clip for clip in job.clips if clip.path is not None}
        clips = [known.pop(o, None) or self.clip(o, each) for o, each in enumerate(files)]
        found = [clip for clip in clips if clip is not None]
        if not found:
            return _followed(job, evidence) if evidence.remote_id is not None else job
        return dataclasses.replace(
            job,
            state=JobState.READY,
            remote_id=job.remote_id or evidence.remote_id,
            accepted_at=job.accepted_at or evidence.accepted_at,
            finished_at=job.finished_at or evidence.ready_at,
            ready_at=evidence.ready_at,
            error=None,
            clips=(*found, *known.values()),
        )

    def clip(self, ordinal: int, told: object) -> Clip | None:
        """Return a clip as a ready receipt tells of it; None when it makes no sense."""
        if not isinstance(told, dict) or not is_text(told.get("path")):
            return None
        try:
            path = self._media.absolute(told["path"])
        except (ValueError, OSError):
            return None
        size, sha256 = told.get("size"), told.get("sha256")
        return self.clip_at(
            ordinal,
            path,
            told["path"],
            size=size if isinstance(size, int) and 0 <= size < _LARGEST_FILE else None,
            sha256=sha256 if isinstance(sha256, str) and is_text(sha256) else None,
        )

    def clip_at(
        self, ordinal: int, path: Path, relative: str, *, size: int | None, sha256: str | None
    ) -> Clip:
        """Return the clip of a file that lies, or should lie, at a place of the media folder."""
        found = self._read_clip(path) if self._read_clip is not None and path.is_file() else None
        size = size if size is not None or found is None else found.original_size
        sha256 = sha256 or (found.original_sha256 if found is not None else None)
        return Clip(
            ordinal,
            url="",
            path=relative,
            state=FileState.PRESENT if path.is_file() else FileState.MISSING,
            size=size,
            received=size or 0,
            sha256=sha256,
            facts=found.facts if found is not None else None,
        )


def _is_news(job: Job, evidence: Evidence) -> bool:
    """Whether the row has not heard of the ready receipt; later it may be asked for anew."""
    if job.state is JobState.READY:
        return False
    return job.ready_at is None or (evidence.ready_at or 0.0) > job.ready_at


def _followed(job: Job, evidence: Evidence) -> Job:
    """Return the job with the id that was paid for; one that got further stays there."""
    if job.remote_id is not None and job.state not in _NOT_SENT_YET:
        return job
    return dataclasses.replace(
        job,
        state=JobState.IN_QUEUE,
        remote_id=evidence.remote_id,
        sent_at=job.sent_at or evidence.sent_at,
        accepted_at=evidence.accepted_at,
        error=None,
    )


def _unknown(job: Job) -> Job:
    error = job_error(OutcomeUnknown("Rushes ended while the job was being sent."))
    return dataclasses.replace(job, state=JobState.UNKNOWN, error=error)


def _price(told: object) -> Decimal | None:
    try:
        price = Decimal(told) if isinstance(told, str) else None
    except InvalidOperation:
        return None
    return price if price is not None and price.is_finite() else None
