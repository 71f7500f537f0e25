"""Media files that no row knows, and the jobs that the settings inside of them tell of."""

import dataclasses
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rushes.domain.found_clip import FoundClip, ReadClip
from rushes.domain.ids import is_remote_id
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library.evidence import is_job_id, is_time, request_of
from rushes.library.layout import Layout

_MOST_CLIPS = 1_000
_UNFINISHED = frozenset({".part", ".new"})


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of files that no row knew.

    Attributes:
        jobs: jobs as they are to be now, those that were known before included.
        paths: the files that belong to them, relative to the media folder.
        left: the files that say nothing of themselves.
    """

    jobs: tuple[Job, ...] = ()
    paths: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def media_paths(layout: Layout) -> Iterator[str]:
    """Yield every file in the media folder but unfinished ones, relative to it, in order.

    Links are neither followed nor told.
    """
    for path in sorted(layout.media.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.suffix not in _UNFINISHED:
            yield path.relative_to(layout.media).as_posix()


def adopt_files(layout: Layout, known: Mapping[str, Job], read_clip: ReadClip | None) -> Adopted:
    """Have files that no clip of the known jobs names come back as jobs or as clips of them."""
    named = {clip.path for job in known.values() for clip in job.clips}
    jobs: dict[str, Job] = {}
    paths, left = [], []
    for relative in media_paths(layout):
        if relative in named:
            continue
        path = layout.media / relative
        found = read_clip(path) if read_clip is not None else None
        job_id = found.settings.get("job") if found is not None and found.settings else None
        if found is None or not is_job_id(job_id):
            left.append(relative)
            continue
        before = jobs.get(str(job_id)) or known.get(str(job_id))
        job = _with_file(before or job_in(found, path), found, path, relative)
        if job is None:
            left.append(relative)
        else:
            jobs[job.id] = job
            paths.append(relative)
    return Adopted(tuple(jobs.values()), tuple(paths), tuple(left))


def job_in(found: FoundClip, path: Path) -> Job:
    """Make a job from what a file says of itself; nothing of it is believed unseen.

    Its settings name the job. Raises OSError.
    """
    told: Mapping[str, Any] = found.settings or {}
    shot, parent, take = told.get("shot"), told.get("parent"), told.get("take")
    remote_id = told.get("request_id", told.get("remote_id"))
    created = told.get("created", told.get("created_at"))
    if not is_time(created):
        created = path.stat().st_mtime
    request = request_of(told.get("model"), told.get("inputs"))
    job_id = str(told["job"])
    return Job(
        id=job_id,
        shot_id=str(shot) if is_job_id(shot) else job_id,
        take=take if isinstance(take, int) and 0 < take < 1 << 31 else 1,
        request=request or GenerationRequest("unknown", {}),
        state=JobState.READY,
        created_at=float(str(created)),
        parent_id=str(parent) if is_job_id(parent) else None,
        remote_id=remote_id if is_remote_id(remote_id) else None,
        finished_at=float(str(created)),
        ready_at=float(str(created)),
    )


def _with_file(job: Job, found: FoundClip, path: Path, relative: str) -> Job | None:
    """Return the job with a file as one of its clips; None where a better one is in place."""
    told = (found.settings or {}).get("clip")
    place = told - 1 if isinstance(told, int) and 0 < told <= _MOST_CLIPS else 0
    others = {clip.ordinal: clip for clip in job.clips}
    present = others.get(place)
    if present is not None and present.state is FileState.PRESENT:
        return None
    status = path.stat()
    others[place] = Clip(place, present.url if present is not None else "").in_place(
        relative,
        found.original_size,
        found.original_sha256,
        found.facts,
        (status.st_size, status.st_mtime_ns),
    )
    clips = tuple(others[each] for each in sorted(others))
    is_complete = all(clip.state is FileState.PRESENT for clip in clips)
    now = time.time()
    return dataclasses.replace(
        job,
        state=JobState.READY if is_complete else job.state,
        ready_at=(job.ready_at or now) if is_complete else job.ready_at,
        finished_at=job.finished_at or now,
        error=None if is_complete else job.error,
        clips=clips,
    )
