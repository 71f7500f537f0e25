"""Takes in jobs that another library, or nobody, knew; never one twice, and none that sends."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from rushes.domain.error_words import job_error
from rushes.domain.errors import OutcomeUnknown
from rushes.domain.job import Clip, Job
from rushes.domain.states import FileState, JobState
from rushes.library import job_rows
from rushes.library.announcements import JobEntry, JobsAdded
from rushes.library.trash import JobTrash

_NOT_SENT = frozenset({JobState.DRAFT, JobState.WAITING, JobState.HELD})
_SETTLED = frozenset({FileState.PRESENT, FileState.MISSING, FileState.CHANGED})


@dataclass(slots=True)
class Known:
    """What tells a job that is here already.

    Attributes:
        jobs: our ids.
        remote: the ids that the service gave.
        digests: of the clips as they came, in hexadecimal.
    """

    jobs: set[str]
    remote: set[str]
    digests: set[str]

    def has(self, job: Job) -> bool:
        """Tell whether a job, or one with the same clip, is here."""
        if job.id in self.jobs or (job.remote_id is not None and job.remote_id in self.remote):
            return True
        return any(clip.sha256 in self.digests for clip in job.clips if clip.sha256)

    def add(self, job: Job) -> None:
        """Note that a job is here now."""
        self.jobs.add(job.id)
        if job.remote_id is not None:
            self.remote.add(job.remote_id)
        self.digests.update(clip.sha256 for clip in job.clips if clip.sha256)


class JobImporting(JobTrash):
    """How jobs come in from elsewhere; see `rushes.library.library.Library`."""

    async def known(self) -> Known:
        """Return what tells jobs that are here already; raises LibraryError."""

        def read(connection: apsw.Connection) -> Known:
            jobs, remote = set(), set()
            for job_id, remote_id in connection.execute("SELECT id, remote_id FROM jobs"):
                jobs.add(str(job_id))
                if remote_id is not None:
                    remote.add(str(remote_id))
            rows = connection.execute("SELECT sha256 FROM clips WHERE sha256 IS NOT NULL")
            return Known(jobs, remote, {str(row[0]) for row in rows})

        return await self._reader.read(read)

    async def take_in(self, jobs: Sequence[Job]) -> list[JobEntry]:
        """Write down jobs from elsewhere with their marks, but for those that are here by now.

        Their files are in place already. They keep their takes, where these are free. Raises
        LibraryError.
        """

        def insert(connection: apsw.Connection) -> list[JobEntry]:
            entries = []
            for job in jobs:
                if not _is_here(connection, job):
                    taken = dataclasses.replace(job, take=_take(connection, job))
                    entries.append(JobEntry(job_rows.insert_job(connection, taken), taken))
            return entries

        entries = await self._own.write(insert)
        if entries:
            self._announce(JobsAdded(tuple(entries)))
        return entries

    async def keys_of(self, job_ids: Sequence[str]) -> dict[str, int]:
        """Return the keys of the jobs that are here, by their ids; raises LibraryError."""

        def read(connection: apsw.Connection) -> dict[str, int]:
            found = {}
            for job_id in job_ids:
                key = connection.execute("SELECT key FROM jobs WHERE id = ?", (job_id,)).get
                if key is not None:
                    found[job_id] = int(key)
            return found

        return await self._reader.read(read)


def without_wishes(job: Job) -> Job:
    """Return a job of another library as it may stand in ours: nothing of it sends by itself.

    Its own library may be in use, and send what waits there: so that waits for a word here, and
    of what is being sent there nobody knows here. What the service has is followed, which only
    reads. A wish to cancel is the other library's own.
    """
    state, error = job.state, job.error
    if state in _NOT_SENT:
        state = JobState.HELD
    elif state is JobState.SENDING:
        state, error = JobState.UNKNOWN, job_error(OutcomeUnknown())
    elif state is JobState.DOWNLOADING:
        state = JobState.FINISHED
    clips = tuple(clip if clip.state in _SETTLED else _not_here(clip) for clip in job.clips)
    asked = job.cancel_asked_at if job.cancel_answer is not None else None
    return dataclasses.replace(
        job, state=state, error=error, clips=clips, cancel_asked_at=asked, waiting_rank=None
    )


def _not_here(clip: Clip) -> Clip:
    return Clip(clip.ordinal, clip.url)


def _is_here(connection: apsw.Connection, job: Job) -> bool:
    found = connection.execute(
        "SELECT 1 FROM jobs WHERE id = ? OR (remote_id IS NOT NULL AND remote_id = ?)",
        (job.id, job.remote_id),
    ).get
    return found is not None


def _take(connection: apsw.Connection, job: Job) -> int:
    taken = connection.execute(
        "SELECT 1 FROM jobs WHERE shot_id = ? AND take = ?", (job.shot_id, job.take)
    ).get
    is_free = taken is None and job.take > 0
    return job.take if is_free else job_rows.next_take(connection, job.shot_id)
