"""The receipts: an append-only log that outlives the database.

One line for each event, ``<crc32 of the JSON, 8 hexadecimal digits> <JSON>\\n``, in UTF-8. A torn
last line is told from a whole one by its sum.

============ ======================================================================
``opened``   the library was opened for writing; ``token`` names this opening
``sending``  a job is about to be sent; with everything needed to make its row again
``returned`` it surely never left, and waits again
``refused``  the service surely refused it
``accepted`` the service's id, from its reply or from a person
``ready``    the files that are in place
``answered`` what a person said to an unknown outcome
``removed``  the trash was emptied of it: nothing but its own file brings it back
============ ======================================================================
"""

import json
import math
import os
import time
import zlib
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rushes.domain.job import Job
from rushes.domain.request import canonical_json
from rushes.domain.states import JobState
from rushes.library.layout import sync_folder

Line = tuple[str, str, float, dict[str, Any]]
"""Event, job, seconds since the epoch, the other members."""

_JOB_MEMBER = b'"job":"'


@dataclass(frozen=True, slots=True)
class Receipt:
    """One whole line of the log.

    Attributes:
        event: see the table of this module.
        job_id: our own id; empty for an opening.
        at: seconds since the epoch, UTC.
        values: the other members.
        start: where its line begins in the log, bytes.
    """

    event: str
    job_id: str
    at: float
    values: dict[str, Any]
    start: int = 0


class ReceiptLog:
    """Writes receipts; each is on the disk when the call returns. Blocking: for a worker thread.

    Args:
        path: the log; made at the first receipt.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def step(self, old: Job, new: Job) -> int | None:
        """Note what must outlive the database of a job's step, if anything.

        Returns where the log ends then, in bytes, or None when there was nothing to note.
        Raises OSError.
        """
        lines = _lines(old, new)
        return self._append(lines)[1] if lines else None

    def returned(self, job_id: str, at: float) -> int:
        """Note that a job surely never left; returns where the log ends. Raises OSError."""
        return self._append([("returned", job_id, at, {})])[1]

    def accepted(self, job_id: str, remote_id: str, at: float) -> int:
        """Note the id that the service gave; returns where the log ends. Raises OSError."""
        return self._append([("accepted", job_id, at, {"remote_id": remote_id})])[1]

    def removed(self, job_ids: Iterable[str], at: float) -> int:
        """Note that jobs are gone for good by a person's word; returns where the log ends.

        Raises OSError.
        """
        return self._append([("removed", job_id, at, {}) for job_id in job_ids])[1]

    def opened(self, library_id: str, token: str) -> tuple[int, int]:
        """Note an opening for writing; returns where its line begins and ends. Raises OSError."""
        return self._append([("opened", "", time.time(), {"library": library_id, "token": token})])

    def _append(self, lines: list[Line]) -> tuple[int, int]:
        text = b"".join(_encoded(*line) for line in lines)
        is_new = not self._path.exists()
        descriptor = os.open(
            self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600
        )
        try:
            start = os.lseek(descriptor, 0, os.SEEK_END)
            if start > 0:
                os.lseek(descriptor, start - 1, os.SEEK_SET)
                if os.read(descriptor, 1) != b"\n":
                    text = b"\n" + text
                    start += 1
            written = 0
            while written < len(text):
                written += os.write(descriptor, text[written:])
            os.fsync(descriptor)
            end = os.lseek(descriptor, 0, os.SEEK_END)
        finally:
            os.close(descriptor)
        if is_new:
            sync_folder(self._path.parent)
        return start, end


def read_receipts(
    path: Path, start: int = 0, only: Container[str] | None = None
) -> Iterator[Receipt]:
    """Yield every whole line of the log, in order; torn and damaged lines are passed over.

    Args:
        path: the log; one that is not there is empty.
        start: byte from which to read.
        only: ids of the jobs whose lines are wanted; an empty id means the openings.

    Raises OSError.
    """
    for offset, line in lines_of(path, start):
        if only is not None and _job_in(line) not in only:
            continue
        receipt = read_line(line, offset)
        if receipt is not None:
            yield receipt


def lines_of(path: Path, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Yield every line that is not empty, whole or not, with where it begins; raises OSError."""
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        return
    with stream:
        stream.seek(start)
        for line in stream:
            if line != b"\n":
                yield start, line
            start += len(line)


def read_line(line: bytes, start: int = 0) -> Receipt | None:
    """Return the receipt that a line holds, or None when it is torn or damaged."""
    given, _, text = line.rstrip(b"\n").partition(b" ")
    try:
        if len(given) != 8 or int(given, 16) != zlib.crc32(text):
            return None
        values = json.loads(text)
        event, job_id, at = values.pop("event"), values.pop("job"), float(values.pop("at"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None
    if not (isinstance(event, str) and isinstance(job_id, str) and math.isfinite(at)):
        return None
    return Receipt(event, job_id, at, values, start)


def _job_in(line: bytes) -> str:
    """Return the job's id without reading all of the JSON.

    Members stand in the order of their names, and quotes inside of text are escaped, so the last
    match is the line's own.
    """
    place = line.rfind(_JOB_MEMBER) + len(_JOB_MEMBER)
    return line[place : line.find(b'"', place)].decode("utf-8", "replace")


def _lines(old: Job, new: Job) -> list[Line]:
    lines: list[Line] = []
    steps = old.state is not new.state
    if steps and new.state is JobState.SENDING:
        lines.append(("sending", new.id, new.sent_at or time.time(), _everything(new)))
    if steps and old.state is JobState.SENDING and new.state is JobState.WAITING:
        lines.append(("returned", new.id, time.time(), {}))
    if steps and new.state is JobState.REJECTED:
        code = new.error.code if new.error else None
        lines.append(("refused", new.id, time.time(), {"code": code}))
    if new.remote_id is not None and (
        new.remote_id != old.remote_id or (steps and old.state is JobState.SENDING)
    ):
        at = new.accepted_at or time.time()
        lines.append(("accepted", new.id, at, {"remote_id": new.remote_id}))
    if steps and new.state is JobState.READY:
        lines.append(("ready", new.id, new.ready_at or time.time(), {"files": _files(new)}))
    if new.answer is not None and new.answer != old.answer:
        lines.append(("answered", new.id, time.time(), {"answer": new.answer}))
    return lines


def _everything(job: Job) -> dict[str, Any]:
    return {
        "shot": job.shot_id,
        "take": job.take,
        "parent": job.parent_id,
        "created": job.created_at,
        "model": job.request.model_id,
        "inputs": dict(job.request.inputs),
        "digest": job.request.digest,
        "service": job.service,
        "price": None if job.price_shown is None else str(job.price_shown),
    }


def _files(job: Job) -> list[dict[str, Any]]:
    return [
        {
            "ordinal": clip.ordinal,
            "path": clip.path,
            "size": clip.size,
            "sha256": clip.sha256,
            "disk_size": clip.disk_size,
        }
        for clip in job.clips
    ]


def _encoded(event: str, job_id: str, at: float, values: dict[str, Any]) -> bytes:
    text = canonical_json({"event": event, "job": job_id, "at": at, **values}).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)
