"""What is not as it should be in a readable database, and between it and the receipts."""

from collections.abc import Iterator

import apsw

from rushes.domain.check_words import FindingKind
from rushes.domain.job import Job
from rushes.domain.states import REMOTE_STATES, JobState
from rushes.library import job_rows, mark_index
from rushes.library.evidence import gather
from rushes.library.findings import Finding
from rushes.library.layout import Layout
from rushes.library.marks import marks_with_words
from rushes.library.receipts import lines_of, read_line, read_receipts

_AT_ONCE = 500


def database_findings(connection: apsw.Connection, *, is_at_rest: bool) -> Iterator[Finding]:
    """Yield jobs that cannot be as their rows say, and whether the search index fits.

    Args:
        connection: for reading is enough.
        is_at_rest: whether nobody works in the library, so that nothing can be on its way.

    Raises apsw.Error, LibraryDamaged.
    """
    if not (words_fit(connection) and mark_words_fit(connection)):
        yield Finding(FindingKind.WORDS_OUT_OF_STEP)
    for key, job in all_jobs(connection):
        wrong = _impossible(job, is_at_rest)
        if wrong:
            yield Finding(FindingKind.STATE_IMPOSSIBLE, job.id, detail=f"{key}: {wrong}")


def mark_words_fit(connection: apsw.Connection) -> bool:
    """Tell whether tags and notes are found as the marks of the jobs have them."""
    return mark_index.words_fit(connection, marks_with_words(connection))


def receipt_findings(connection: apsw.Connection, layout: Layout) -> Iterator[Finding]:
    """Yield lines that cannot be read, and what only the receipts know; raises OSError."""
    for start, line in lines_of(layout.receipts):
        if read_line(line) is None:
            yield Finding(
                FindingKind.RECEIPT_DAMAGED,
                path=layout.receipts.name,
                detail=f"{len(line)} bytes at {start}",
            )
    known = {str(row[0]): row[1] for row in connection.execute("SELECT id, remote_id FROM jobs")}
    for job_id, told in gather(read_receipts(layout.receipts)).items():
        if job_id not in known and told.removed_at is not None:
            continue
        if job_id not in known:
            yield Finding(FindingKind.JOB_NOT_IN_DATABASE, job_id)
        elif told.remote_id is not None and known[job_id] is None:
            yield Finding(FindingKind.ID_NOT_IN_DATABASE, job_id)


def all_jobs(connection: apsw.Connection) -> Iterator[tuple[int, Job]]:
    """Yield key and job of every job, in the order of their keys."""
    after = 0
    while True:
        rows = connection.execute(
            "SELECT key FROM jobs WHERE key > ? ORDER BY key LIMIT ?", (after, _AT_ONCE)
        ).fetchall()
        keys = [key for (key,) in rows if isinstance(key, int)]
        if not keys:
            return
        yield from sorted(job_rows.read_jobs(connection, keys).items())
        after = max(keys)


def words_fit(connection: apsw.Connection) -> bool:
    """Tell whether the search index has an entry for each job, no other, and is whole."""
    try:
        strays = connection.execute(
            "SELECT count(*) FROM (SELECT key FROM jobs EXCEPT SELECT id FROM words_docsize) "
        ).get
        others = connection.execute(
            "SELECT count(*) FROM (SELECT id FROM words_docsize EXCEPT SELECT key FROM jobs)"
        ).get
        connection.execute("SELECT rowid FROM words WHERE words MATCH '\"rushes\"'").fetchall()
    except (apsw.CorruptError, apsw.SQLError):
        return False
    return not strays and not others


def _impossible(job: Job, is_at_rest: bool) -> str:
    """Return why a job cannot be as its row says; empty when it can."""
    if job.state in REMOTE_STATES and job.remote_id is None:
        return f"{job.state} without a request id"
    if job.state is JobState.SENDING and is_at_rest:
        return "sending, and nobody is there to send"
    if job.state is JobState.READY and not job.clips:
        return "ready without a file"
    if job.state in (JobState.FINISHED, JobState.DOWNLOADING) and not job.clips:
        return f"{job.state} without a link"
    return ""
