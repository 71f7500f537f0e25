"""Mends what a check found; nothing that has content is deleted."""

import dataclasses
import os
import time
from collections.abc import Sequence

import apsw

from rushes.domain.check_words import FindingKind
from rushes.domain.error_words import job_error
from rushes.domain.errors import OutcomeUnknown
from rushes.domain.found_clip import ReadClip
from rushes.domain.states import REMOTE_STATES, FileState, JobState
from rushes.library import job_rows
from rushes.library.check_database import all_jobs
from rushes.library.facts import write_facts
from rushes.library.findings import Finding
from rushes.library.found_files import adopt_files
from rushes.library.layout import Layout, sync_folder
from rushes.library.mark_index import make_words_again
from rushes.library.marks import marks_with_words
from rushes.library.recovery import recover_jobs

_FILE_STATES = {
    FindingKind.FILE_MISSING: FileState.MISSING,
    FindingKind.FILE_CHANGED: FileState.CHANGED,
    FindingKind.FILE_RETURNED: FileState.PRESENT,
}
_SET_ASIDE = frozenset(
    {FindingKind.FILE_ORPHANED, FindingKind.FILE_UNFINISHED, FindingKind.LEFTOVER}
)
_WITHOUT_FILES = frozenset({JobState.READY, JobState.FINISHED, JobState.DOWNLOADING})
_BY_RECEIPTS = frozenset({FindingKind.JOB_NOT_IN_DATABASE, FindingKind.ID_NOT_IN_DATABASE})


def mend(
    connection: apsw.Connection,
    layout: Layout,
    findings: Sequence[Finding],
    read_clip: ReadClip | None,
) -> list[Finding]:
    """Mend what can be mended; return the findings, with what became of them.

    The caller owns the library. Raises apsw.Error, OSError.
    """
    kinds = {finding.kind for finding in findings}
    if kinds & (_BY_RECEIPTS | {FindingKind.STATE_IMPOSSIBLE}):
        with connection:
            write_facts(connection, evidence_from=0)
            recover_jobs(connection, layout, read_clip)
    if FindingKind.WORDS_OUT_OF_STEP in kinds:
        _make_words_again(connection)
    adopted = _adopt(connection, layout, read_clip) if FindingKind.FILE_ORPHANED in kinds else set()
    return [_mended(connection, layout, finding, adopted) for finding in findings]


def _mended(
    connection: apsw.Connection, layout: Layout, finding: Finding, adopted: set[str]
) -> Finding:
    done = finding.kind in _BY_RECEIPTS or finding.kind is FindingKind.WORDS_OUT_OF_STEP
    if finding.kind in _FILE_STATES and finding.path is not None:
        done = _mark_file(connection, finding, finding.path.partition("/")[2])
    elif finding.kind in _SET_ASIDE and finding.path is not None:
        done = finding.path in adopted or _set_aside(layout, finding.path)
    elif finding.kind is FindingKind.STATE_IMPOSSIBLE and finding.job_id is not None:
        done = _settle(connection, finding.job_id)
    return dataclasses.replace(finding, is_mended=done)


def _mark_file(connection: apsw.Connection, finding: Finding, path: str) -> bool:
    connection.execute(
        "UPDATE clips SET state = ? WHERE path = ? "
        "AND job_key = (SELECT key FROM jobs WHERE id = ?)",
        (_FILE_STATES[finding.kind].value, path, finding.job_id),
    )
    return connection.changes() > 0


def _set_aside(layout: Layout, path: str) -> bool:
    """Move a file out of the way, under a name that is free; an empty one is removed."""
    source = layout.root / path
    if source.stat().st_size == 0:
        source.unlink()
        return True
    target = layout.set_aside / path
    number = 1
    while target.exists():
        number += 1
        target = target.with_name(f"{source.stem} ({number}){source.suffix}")
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(source, target)  # noqa: PTH105
    sync_folder(target.parent)
    sync_folder(source.parent)
    return True


def _settle(connection: apsw.Connection, job_id: str) -> bool:
    """Have a job ask that follows no id, where its receipts could not settle it before."""
    key, job = job_rows.read_job(connection, job_id)
    lost = job.state in REMOTE_STATES and job.remote_id is None
    if lost or job.state is JobState.SENDING:
        error = job_error(OutcomeUnknown("The database had lost the request id."))
        job = dataclasses.replace(job, state=JobState.UNKNOWN, error=error)
    elif not job.clips and job.remote_id is not None and job.state in _WITHOUT_FILES:
        # The service is asked for the links again.
        job = dataclasses.replace(job, state=JobState.IN_QUEUE, error=None, ready_at=None)
    else:
        return job.state not in _WITHOUT_FILES or bool(job.clips)
    with connection:
        job_rows.update_job(connection, key, job)
    return True


def _make_words_again(connection: apsw.Connection) -> None:
    with connection:
        connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
        connection.execute("INSERT INTO words (rowid, prompt) SELECT key, prompt FROM jobs")
        make_words_again(connection, marks_with_words(connection))


def _adopt(connection: apsw.Connection, layout: Layout, read_clip: ReadClip | None) -> set[str]:
    """Take files that know their settings as jobs; return their paths."""
    known = {job.id: (key, job) for key, job in all_jobs(connection)}
    adopted = adopt_files(layout, {each: job for each, (_, job) in known.items()}, read_clip)
    with connection:
        for job in adopted.jobs:
            if job.id in known:
                job_rows.update_job(connection, known[job.id][0], job)
            else:
                taken = dataclasses.replace(job, created_at=job.created_at or time.time())
                job_rows.insert_job(connection, taken)
    return {f"{layout.media.name}/{path}" for path in adopted.paths}
