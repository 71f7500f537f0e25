"""Settles what an earlier process left half done, and what an older copy cannot know."""

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass

import apsw

from rushes.domain.found_clip import ReadClip
from rushes.domain.states import JobState
from rushes.library import job_rows, queries
from rushes.library.announcements import JobEntry
from rushes.library.evidence import Evidence, Settling, gather, job_of
from rushes.library.facts import number, read_facts, write_facts
from rushes.library.layout import Layout
from rushes.library.receipts import read_receipts
from rushes.library.removed import delete_jobs, is_removed, paths_of_others

_NOT_SENT = (JobState.WAITING, JobState.SENDING)


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was settled.

    Attributes:
        changed: jobs whose rows were changed.
        added: jobs that had none.
        removed: keys of jobs that a person had removed for good; they have no rows any more.
    """

    changed: tuple[JobEntry, ...]
    added: tuple[JobEntry, ...]
    removed: frozenset[int] = frozenset()


def recover_jobs(
    connection: apsw.Connection,
    layout: Layout,
    read_clip: ReadClip | None,
    under_way: Collection[str] = (),
) -> Recovered:
    """Settle jobs by the receipts, inside of the caller's transaction.

    Concerned are jobs that wait or were being sent, and every job that has a receipt since the
    last opening that was settled. In an older copy, what waits is held.

    Args:
        connection: the writer's.
        layout: where the receipts and files lie.
        read_clip: tells what a file is.
        under_way: ids of jobs that somebody is sending right now; they are left alone.

    Raises apsw.Error, OSError.
    """
    facts = read_facts(connection)
    start = number(facts, "evidence_from")
    if start is None:
        start = number(facts, "opened_at") or 0
    log_end = layout.receipts.stat().st_size if layout.receipts.exists() else 0
    rows = _rows(connection, queries.keys_in_states(connection, _NOT_SENT))
    evidence = gather(read_receipts(layout.receipts, start))
    missing = {
        job_id
        for job_id, told in evidence.items()
        if told.removed_at is None and not _has_row(connection, job_id)
    }
    # Few, and worth a look through the whole log: here a second send would begin.
    doubtful = missing | rows.keys()
    if start > 0 and doubtful:
        evidence.update(gather(read_receipts(layout.receipts, only=doubtful)))
    concerned = (evidence.keys() | rows.keys()) - set(under_way)
    settling = Settling(layout, read_clip, hold="older" in facts)
    changed, added = [], []
    removed: list[int] = []
    for job_id in sorted(concerned):
        known = rows.get(job_id) or _row(connection, job_id)
        told = evidence.get(job_id)
        if known is not None and _is_removed(connection, layout, known, told):
            removed.append(known.key)
        elif known is not None:
            job = settling.settled(known.job, told)
            if job != known.job:
                job_rows.update_job(connection, known.key, job)
                changed.append(JobEntry(known.key, job))
        elif told is not None and told.removed_at is None:
            job = settling.settled(job_of(told), told)
            if job.state is JobState.WAITING:
                # Its row was never committed, or is gone: nobody waits for it.
                job = dataclasses.replace(job, state=JobState.HELD)
            added.append(JobEntry(job_rows.insert_job(connection, job), job))
    delete_jobs(connection, removed)
    write_facts(connection, evidence_from=None, older=None, receipts_end=log_end)
    return Recovered(tuple(changed), tuple(added), frozenset(removed))


def _is_removed(
    connection: apsw.Connection, layout: Layout, known: JobEntry, told: Evidence | None
) -> bool:
    return is_removed(
        told,
        known.job,
        layout.media,
        lambda path: bool(paths_of_others(connection, [path], [known.key])),
    )


def _rows(connection: apsw.Connection, keys: list[int]) -> dict[str, JobEntry]:
    found = job_rows.read_jobs(connection, keys)
    return {job.id: JobEntry(key, job) for key, job in found.items()}


def _has_row(connection: apsw.Connection, job_id: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM jobs WHERE id = ?", (job_id,)).fetchall())


def _row(connection: apsw.Connection, job_id: str) -> JobEntry | None:
    if not _has_row(connection, job_id):
        return None
    return JobEntry(*job_rows.read_job(connection, job_id))
