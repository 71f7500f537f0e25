"""Jobs and clips as rows of the database, both ways."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import apsw

from rushes.domain.errors import JobNotFound, LibraryDamaged
from rushes.domain.job import Clip, Job, JobError
from rushes.domain.marks import UNMARKED, Marks
from rushes.domain.media_facts import MediaFacts
from rushes.domain.request import GenerationRequest, canonical_json
from rushes.domain.states import FileState, JobState
from rushes.library.marks import MARK_COLUMNS, readable_marks, write_marks
from rushes.library.traits import write_traits

JOB_COLUMNS = (
    *("id", "shot_id", "take", "parent_id", "model_id", "inputs", "prompt", "digest", "state"),
    *("remote_id", "service_word", "queue_position", "created_at", "sent_at", "accepted_at"),
    *("started_at", "finished_at", "ready_at", "cancel_asked_at", "cancel_answer"),
    *("price_shown", "cost", "error_code", "error_message", "error_detail", "answer"),
    *("service", "waiting_rank"),
)
CLIP_COLUMNS = (
    *("ordinal", "url", "path", "state", "size", "received", "etag", "sha256", "kind"),
    *("container", "codec", "width", "height", "frames", "rate_numerator", "rate_denominator"),
    *("seconds", "rotation", "has_sound", "disk_size", "disk_mtime_ns"),
)
_JOB_LIST = ", ".join(JOB_COLUMNS)
_CLIP_LIST = ", ".join(CLIP_COLUMNS)
_MARK_LIST = ", ".join(MARK_COLUMNS)
_JOB_MARKS = ", ".join("?" * len(JOB_COLUMNS))
_CLIP_MARKS = ", ".join("?" * (len(CLIP_COLUMNS) + 1))
_JOB_SETTERS = ", ".join(f"{name} = ?" for name in JOB_COLUMNS)

_LONGEST_PATH = 1_000

Row = tuple[Any, ...]


def insert_job(connection: apsw.Connection, job: Job, key: int | None = None) -> int:
    """Add a job with its clips, words and marks, under a key that is free; return its key."""
    key = key if key is not None else _free_key(connection)
    connection.execute(
        f"INSERT INTO jobs (key, {_JOB_LIST}) VALUES (?, {_JOB_MARKS})", (key, *_job_values(job))
    )
    connection.execute("INSERT INTO words (rowid, prompt) VALUES (?, ?)", (key, job.prompt))
    _write_clips(connection, key, job.clips)
    write_marks(connection, [(key, job.marks)])
    write_traits(connection, key, job)
    return key


def update_job(connection: apsw.Connection, key: int, job: Job) -> None:
    """Write a job over its row, clips included; its marks stay as they are."""
    connection.execute(f"UPDATE jobs SET {_JOB_SETTERS} WHERE key = ?", (*_job_values(job), key))
    connection.execute("DELETE FROM clips WHERE job_key = ?", (key,))
    _write_clips(connection, key, job.clips)
    write_traits(connection, key, job)


def rewrite_words(connection: apsw.Connection, key: int, job: Job) -> None:
    """Have a job found by the words of another prompt than before."""
    connection.execute("DELETE FROM words WHERE rowid = ?", (key,))
    connection.execute("INSERT INTO words (rowid, prompt) VALUES (?, ?)", (key, job.prompt))


def read_job(connection: apsw.Connection, job_id: str) -> tuple[int, Job]:
    """Return key and job; raises JobNotFound."""
    row = connection.execute("SELECT key FROM jobs WHERE id = ?", (job_id,)).fetchone()
    if row is None:
        raise JobNotFound(job_id)
    key = int(row[0])
    return key, read_jobs(connection, [key])[key]


def read_jobs(connection: apsw.Connection, keys: Sequence[int]) -> dict[int, Job]:
    """Return the jobs of these keys that exist, with their clips and marks."""
    if not keys:
        return {}
    listed = canonical_json(list(keys))
    clips: dict[int, list[Clip]] = {}
    for row in connection.execute(
        f"SELECT job_key, {_CLIP_LIST} FROM clips "
        "WHERE job_key IN (SELECT value FROM json_each(?)) ORDER BY job_key, ordinal",
        (listed,),
    ):
        clips.setdefault(row[0], []).append(_readable_clip(row[1:]))
    rows: Iterable[Row] = connection.execute(
        f"SELECT key, {_JOB_LIST}, job_key, {_MARK_LIST} FROM jobs LEFT JOIN marks "
        "ON job_key = key WHERE key IN (SELECT value FROM json_each(?))",
        (listed,),
    )
    end = 1 + len(JOB_COLUMNS)
    found = {}
    for row in rows:
        marks = UNMARKED if row[end] is None else readable_marks(row[end + 1 :])
        found[row[0]] = _readable_job(row[1:end], clips.get(row[0], ()), marks)
    return found


def _free_key(connection: apsw.Connection) -> int:
    """Return a key that no job has or ever had, as far as jobs were removed from this database."""
    highest = connection.execute(
        "SELECT max(coalesce((SELECT max(key) FROM jobs), 0), "
        "coalesce((SELECT CAST(value AS INTEGER) FROM facts WHERE name = 'last_key'), 0))"
    ).get
    return int(highest or 0) + 1


def next_take(connection: apsw.Connection, shot_id: str) -> int:
    """Return the number that the next take of a shot gets, from 1."""
    row = connection.execute("SELECT max(take) FROM jobs WHERE shot_id = ?", (shot_id,)).fetchone()
    return int(row[0] or 0) + 1 if row else 1


def _write_clips(connection: apsw.Connection, key: int, clips: Iterable[Clip]) -> None:
    connection.executemany(
        f"INSERT INTO clips (job_key, {_CLIP_LIST}) VALUES ({_CLIP_MARKS})",
        [(key, *_clip_values(clip)) for clip in clips],
    )


def _job_values(job: Job) -> Row:
    error = job.error
    return (
        job.id,
        job.shot_id,
        job.take,
        job.parent_id,
        job.request.model_id,
        canonical_json(dict(job.request.inputs)),
        job.prompt,
        job.request.digest,
        job.state.value,
        job.remote_id,
        job.service_word,
        job.queue_position,
        job.created_at,
        job.sent_at,
        job.accepted_at,
        job.started_at,
        job.finished_at,
        job.ready_at,
        job.cancel_asked_at,
        job.cancel_answer,
        str(job.price_shown) if job.price_shown is not None else None,
        str(job.cost) if job.cost is not None else None,
        error.code if error else None,
        error.message if error else None,
        error.detail if error else None,
        job.answer,
        job.service,
        job.waiting_rank,
    )


def _stays_inside(path: str | None) -> bool:
    """Tell whether a path leads into the media folder; another program may have written it."""
    if path is None:
        return True
    strange = not path or path.startswith("/") or "\\" in path or "\0" in path or ":" in path
    return not strange and len(path) < _LONGEST_PATH and ".." not in path.split("/")


def _readable_job(row: Row, clips: Sequence[Clip], marks: Marks) -> Job:
    try:
        return job_from_row(row, clips, marks)
    except (ValueError, TypeError, ArithmeticError, RecursionError) as error:
        raise LibraryDamaged(f"a job cannot be read: {error}") from error


def _readable_clip(row: Row) -> Clip:
    try:
        return clip_from_row(row)
    except (ValueError, TypeError, ArithmeticError) as error:
        raise LibraryDamaged(f"a clip cannot be read: {error}") from error


def job_from_row(row: Row, clips: Sequence[Clip], marks: Marks = UNMARKED) -> Job:
    """Return the job of a row in the order of `JOB_COLUMNS`.

    Raises ValueError, TypeError or ArithmeticError for values that no job has.
    """
    return Job(
        id=row[0],
        shot_id=row[1],
        take=row[2],
        parent_id=row[3],
        request=GenerationRequest(row[4], json.loads(row[5])),
        state=JobState(row[8]),
        remote_id=row[9],
        service_word=row[10],
        queue_position=row[11],
        created_at=row[12],
        sent_at=row[13],
        accepted_at=row[14],
        started_at=row[15],
        finished_at=row[16],
        ready_at=row[17],
        cancel_asked_at=row[18],
        cancel_answer=row[19],
        price_shown=Decimal(row[20]) if row[20] is not None else None,
        cost=Decimal(row[21]) if row[21] is not None else None,
        error=JobError(row[22], row[23] or "", row[24] or "") if row[22] is not None else None,
        answer=row[25],
        service=row[26],
        waiting_rank=row[27],
        clips=tuple(clips),
        marks=marks,
    )


def _clip_values(clip: Clip) -> Row:
    facts = clip.facts
    told: Row = (None,) * 11
    if facts is not None:
        told = (
            facts.kind,
            facts.container,
            facts.codec,
            facts.width,
            facts.height,
            facts.frames,
            facts.rate.numerator,
            facts.rate.denominator,
            facts.seconds,
            facts.rotation,
            int(facts.has_sound),
        )
    return (
        clip.ordinal,
        clip.url,
        clip.path,
        clip.state.value,
        clip.size,
        clip.received,
        clip.etag,
        clip.sha256,
        *told,
        clip.disk_size,
        clip.disk_mtime_ns,
    )


def clip_from_row(row: Row) -> Clip:
    """Return the clip of a row in the order of `CLIP_COLUMNS`.

    A path that leads out of the media folder is no path: that clip is missing. Raises ValueError,
    TypeError or ArithmeticError for values that no clip has.
    """
    is_inside = _stays_inside(row[2])
    facts = None
    if row[8] is not None:
        facts = MediaFacts(
            kind=row[8],
            container=row[9],
            codec=row[10],
            width=row[11],
            height=row[12],
            frames=row[13],
            rate=Fraction(row[14], row[15] or 1),
            seconds=row[16],
            rotation=row[17],
            has_sound=bool(row[18]),
        )
    return Clip(
        ordinal=row[0],
        url=row[1],
        path=row[2] if is_inside else None,
        state=FileState(row[3]) if is_inside else FileState.MISSING,
        size=row[4],
        received=row[5],
        etag=row[6],
        sha256=row[7],
        facts=facts,
        disk_size=row[19],
        disk_mtime_ns=row[20],
    )
