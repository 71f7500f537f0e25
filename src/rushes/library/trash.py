"""The trash: what lies in it, and how it is emptied into the system's own.

To be in the trash is a mark, and files stay where they are. Emptying goes job by job, each step
after the one before is done:

1. the files go to the system's trash;
2. a receipt says that the job is gone for good;
3. its rows go, in the transaction in which the receipt is noted; then its thumbnail.

Wherever that breaks off, either the job is still in the trash, perhaps without its files, and the
next emptying goes on with it; or the receipt stands, and the next opening carries it out.
"""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import time

import apsw

from rushes.domain.errors import LibraryAway, MediaMissing
from rushes.domain.ids import is_job_id
from rushes.domain.job import Job
from rushes.domain.request import canonical_json
from rushes.domain.under_way import is_under_way
from rushes.library import job_rows
from rushes.library.announcements import JobsRemoved
from rushes.library.facts import write_facts
from rushes.library.removed import delete_jobs, paths_of_others
from rushes.library.selection import JobSelecting, under_way_condition
from rushes.library.thumbnails import drop_thumbnails

AT_ONCE = 50
"""Jobs whose rows go in one transaction."""

Move = Callable[[Path], bool]
"""Puts a file into the system's trash, on a worker thread; tells whether it went there."""


@dataclass(frozen=True, slots=True)
class TrashContents:
    """What lies in the trash.

    Attributes:
        jobs: how many jobs.
        size: bytes of their files on the disk.
        under_way: how many of them go on, or wait for an answer; emptying leaves them.
    """

    jobs: int = 0
    size: int = 0
    under_way: int = 0


@dataclass(slots=True)
class Emptied:
    """What emptying came to.

    Attributes:
        jobs: jobs that are gone for good.
        size: bytes of the files that went to the system's trash.
        under_way: jobs that stay because they go on, or wait for an answer.
        refused: jobs that stay because the system's trash did not take a file of theirs.
        files: files that went to the system's trash.
        is_stopped: whether it was broken off.
    """

    jobs: int = 0
    size: int = 0
    under_way: int = 0
    refused: int = 0
    files: int = 0
    is_stopped: bool = False


class JobTrash(JobSelecting):
    """What belongs to the trash of a library; see `rushes.library.library.Library`."""

    async def trash_contents(self, keys: Collection[int] | None = None) -> TrashContents:
        """Return what lies in the trash, or what of these jobs does; raises LibraryError."""
        return await self._reader.read(lambda c: _contents(c, keys))

    async def trashed_keys(self, keys: Collection[int] | None = None) -> list[int]:
        """Return the keys of all jobs in the trash, or of those of these; raises LibraryError."""
        return await self._own.read(lambda c: _trashed(c, keys))

    async def empty_trash(
        self,
        move: Move,
        keys: Collection[int] | None = None,
        *,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
        stop: asyncio.Event | None = None,
    ) -> Emptied:
        """Remove what lies in the trash for good; its files go where `move` puts them.

        A file that another job has as well stays. What is under way stays in the trash. What is
        broken off, by `stop` or by an error, can be gone on with later.

        Args:
            move: called on a worker thread for one file after the other.
            keys: only these of the jobs in the trash; None for all.
            on_progress: told after some jobs how many were dealt with, and of how many.
            stop: ends it between two jobs once it is set.

        Raises LibraryAway when the media folder is gone, LibraryError.
        """
        wanted = await self.trashed_keys(keys)
        report, done = Emptied(), 0
        for first in range(0, len(wanted), AT_ONCE):
            if report.is_stopped or (report.refused and not report.files):
                break
            batch = wanted[first : first + AT_ONCE]
            await self._empty_batch(batch, move, report, stop or asyncio.Event())
            done += len(batch)
            if not report.is_stopped:
                on_progress(done, len(wanted))
        return report

    async def _empty_batch(
        self, keys: Sequence[int], move: Move, report: Emptied, stop: asyncio.Event
    ) -> None:
        def look(connection: apsw.Connection) -> tuple[dict[int, Job], set[str]]:
            jobs = {
                key: job
                for key, job in job_rows.read_jobs(connection, keys).items()
                if job.marks.is_trashed
            }
            own = {key for key, job in jobs.items() if not is_under_way(job)}
            paths = [clip.path for key in own for clip in jobs[key].clips if clip.path]
            return jobs, paths_of_others(connection, paths, own) if paths else set()

        jobs, shared = await self._own.read(look)
        gone: list[int] = []
        try:
            for key, job in jobs.items():
                if stop.is_set():
                    report.is_stopped = True
                    break
                if is_under_way(job):
                    report.under_way += 1
                elif await asyncio.to_thread(self._move_files, job, shared, move, report):
                    gone.append(key)
                else:
                    report.refused += 1
                    if not report.files:
                        break
        finally:
            if gone:
                report.jobs += await self._remove(gone)

    async def _remove(self, keys: Sequence[int]) -> int:
        """Have jobs be gone for good, as far as they still lie in the trash; return how many."""

        def remove(connection: apsw.Connection) -> list[int]:
            found = job_rows.read_jobs(connection, keys)
            leaving = {
                key: job
                for key, job in found.items()
                if job.marks.is_trashed and not is_under_way(job)
            }
            if leaving:
                end = self._receipts.removed((job.id for job in leaving.values()), time())
                delete_jobs(connection, leaving.keys())
                write_facts(connection, receipts_end=end)
            return list(leaving)

        removed = await self._own.write(remove)
        if removed:
            if self._pictures is not None:
                await self._pictures.write(lambda c: drop_thumbnails(c, removed))
            self._announce(JobsRemoved(frozenset(removed)))
        return len(removed)

    def _move_files(self, job: Job, shared: Collection[str], move: Move, report: Emptied) -> bool:
        """Put a job's files into the system's trash; tell whether none is left."""
        if not self.media.is_here():
            raise LibraryAway("the media folder is gone")
        is_gone = True
        for clip in job.clips:
            if clip.path is None or clip.path in shared:
                continue
            try:
                path = self.media.absolute(clip.path)
            except MediaMissing:
                # It leads out of the library: what lies there is not ours.
                continue
            if not path.is_file():
                continue
            size = path.stat().st_size
            if move(path) and not path.exists():
                report.files += 1
                report.size += size
            else:
                is_gone = False
        if is_gone and is_job_id(job.id):
            for part in self.layout.media.glob(f"*/{job.id}-*.part"):
                part.unlink(missing_ok=True)
        return is_gone


def _trashed(connection: apsw.Connection, keys: Collection[int] | None) -> list[int]:
    if keys is None:
        query = "SELECT job_key FROM marks WHERE trashed_at IS NOT NULL ORDER BY job_key"
        return [int(row[0]) for row in connection.execute(query)]
    rows = connection.execute(
        "SELECT job_key FROM marks WHERE trashed_at IS NOT NULL "
        "AND job_key IN (SELECT value FROM json_each(?)) ORDER BY job_key",
        (canonical_json(list(keys)),),
    )
    return [int(row[0]) for row in rows]


def _contents(connection: apsw.Connection, keys: Collection[int] | None) -> TrashContents:
    listed = canonical_json(_trashed(connection, keys))
    jobs, under_way = connection.execute(
        f"SELECT count(*), count(*) FILTER (WHERE {under_way_condition()}) FROM jobs AS j "
        "WHERE j.key IN (SELECT value FROM json_each(?))",
        (listed,),
    ).get or (0, 0)
    size = connection.execute(
        "SELECT sum(coalesce(disk_size, size, 0)) FROM clips "
        "WHERE state IN ('present', 'changed') "
        "AND job_key IN (SELECT value FROM json_each(?))",
        (listed,),
    ).get
    return TrashContents(int(jobs), int(size or 0), int(under_way))
