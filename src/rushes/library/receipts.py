"""The receipts: an append-only log that outlives the database.

One line for each event, ``<crc32 of the JSON, 8 hexadecimal digits> <JSON>\\n``, in UTF-8:
``sending`` (with everything needed to make the job's row again), ``accepted`` (with the service's
id) and ``ready`` (with the files). A torn last line is told from a whole one by its sum.
"""

import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rushes.domain.job import Job
from rushes.domain.request import canonical_json
from rushes.library.layout import sync_folder


@dataclass(frozen=True, slots=True)
class Receipt:
    """One whole line of the log.

    Attributes:
        event: ``sending``, ``accepted`` or ``ready``.
        job_id: our own id.
        at: seconds since the epoch, UTC.
        values: the other members.
    """

    event: str
    job_id: str
    at: float
    values: dict[str, Any]


class ReceiptLog:
    """Writes receipts; each is on the disk when the call returns. Blocking: for a worker thread.

    Args:
        path: the log; made at the first receipt.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def sending(self, job: Job, at: float) -> None:
        """Note that a job is about to be sent; raises OSError."""
        self._append(
            "sending",
            job.id,
            at,
            {
                "shot": job.shot_id,
                "take": job.take,
                "parent": job.parent_id,
                "created": job.created_at,
                "model": job.request.model_id,
                "inputs": dict(job.request.inputs),
                "digest": job.request.digest,
            },
        )

    def accepted(self, job_id: str, remote_id: str, at: float) -> None:
        """Note the id that the service gave; raises OSError."""
        self._append("accepted", job_id, at, {"remote_id": remote_id})

    def ready(self, job: Job, at: float) -> None:
        """Note the files that are in place; raises OSError."""
        files = [
            {"path": clip.path, "size": clip.size, "sha256": clip.sha256} for clip in job.clips
        ]
        self._append("ready", job.id, at, {"files": files})

    def _append(self, event: str, job_id: str, at: float, values: dict[str, Any]) -> None:
        text = canonical_json({"event": event, "job": job_id, "at": at, **values}).encode()
        line = b"%08x %s\n" % (zlib.crc32(text), text)
        is_new = not self._path.exists()
        descriptor = os.open(
            self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600
        )
        try:
            end = os.lseek(descriptor, 0, os.SEEK_END)
            if end > 0:
                os.lseek(descriptor, end - 1, os.SEEK_SET)
                if os.read(descriptor, 1) != b"\n":
                    line = b"\n" + line
            written = 0
            while written < len(line):
                written += os.write(descriptor, line[written:])
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            sync_folder(self._path.parent)


def read_receipts(path: Path) -> Iterator[Receipt]:
    """Yield every whole line of the log, in order; torn and damaged lines are passed over."""
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        return
    with stream:
        for line in stream:
            receipt = _receipt(line)
            if receipt is not None:
                yield receipt


def _receipt(line: bytes) -> Receipt | None:
    given, _, text = line.rstrip(b"\n").partition(b" ")
    try:
        if len(given) != 8 or int(given, 16) != zlib.crc32(text):
            return None
        values = json.loads(text)
        return Receipt(values.pop("event"), values.pop("job"), values.pop("at"), values)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
