"""Makes a damaged database again, from everything else that knows of its jobs.

Rows that can still be read, the backups, the receipts, and the settings inside the media files
are put together by the job's id. The damaged file is kept as it is. While this goes on, a mark
lies in the library, so that a death on the way leads to the same again and never to an empty
library. Nothing that comes out of it is sent by itself: what waited is held.
"""

import dataclasses
import json
import logging
import os
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from rushes.domain.found_clip import ReadClip
from rushes.domain.ids import new_job_id
from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.library import job_rows
from rushes.library.backups import backups_by_age
from rushes.library.database import library_error, open_for_writing
from rushes.library.database_copy import remove_database
from rushes.library.evidence import Evidence, Settling, gather, job_of
from rushes.library.facts import write_facts
from rushes.library.found_files import adopt_files
from rushes.library.layout import Layout, sync_folder, with_companions
from rushes.library.openings import last_library_id
from rushes.library.receipts import read_receipts
from rushes.library.removed import is_removed
from rushes.library.salvage import BEFORE_MARKS, Salvaged, SalvagedRow, salvage
from rushes.library.salvaged_albums import CarriedOver
from rushes.library.settings_file import write_whole

_log = logging.getLogger(__name__)

_LARGEST_KEY = 1 << 53

_NOT_SENT = frozenset({JobState.DRAFT, JobState.WAITING, JobState.HELD})


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """What a rebuild came to.

    Attributes:
        reason: why the old database could not be used; text for the log, not for people.
        damaged: the folder in which the old database lies, byte for byte.
        jobs: jobs in the new database.
        from_rows: of these, those read from the damaged database.
        from_backup: those that only a backup knew.
        from_receipts: those that only the receipts knew.
        from_files: those that only a media file knew.
        unreadable: rows that could not be read or made no sense.
        doubtful: jobs whose inputs are not those that were written, and nobody knows better.
        held: jobs that waited, and wait for a person's word now.
        unknown: jobs of which nobody knows whether they were sent.
        marked: jobs that have marks of a person.
        marks_from_backup: jobs whose marks are as a backup had them: what was marked since then
            is lost, for neither receipts nor clips tell of it.
        albums: albums in the new database.
        marks_lost: jobs of which nobody knows whether they were marked; they have no marks now.
    """

    reason: str
    damaged: Path
    jobs: int = 0
    from_rows: int = 0
    from_backup: int = 0
    from_receipts: int = 0
    from_files: int = 0
    unreadable: int = 0
    doubtful: int = 0
    held: int = 0
    unknown: int = 0
    marked: int = 0
    marks_from_backup: int = 0
    albums: int = 0
    marks_lost: int = 0


def mark_for_rebuild(layout: Layout, reason: str) -> None:
    """Have the next opening rebuild the database; raises OSError."""
    if not layout.rebuild_mark.exists():
        name = time.strftime("%Y-%m-%d %H-%M-%S", time.gmtime())
        folder = layout.damaged / name
        number = 1
        while folder.exists():
            number += 1
            folder = layout.damaged / f"{name} ({number})"
        values = {"folder": folder.name, "reason": reason}
        write_whole(layout.rebuild_mark, json.dumps(values).encode())


def rebuild(layout: Layout, read_clip: ReadClip | None) -> RebuildReport:
    """Put the marked database aside and make a new one in its place.

    The caller owns the library, and nobody has the database open. Raises LibraryError.
    """
    try:
        return _rebuild(layout, read_clip)
    except (apsw.Error, OSError) as error:
        raise library_error(error) from error


def _rebuild(layout: Layout, read_clip: ReadClip | None) -> RebuildReport:
    mark = _read_mark(layout)
    folder = layout.damaged / str(mark["folder"])
    _put_aside(layout, folder)
    kept, library_id, carried, report = _gathered(layout, folder, str(mark["reason"]), read_clip)
    fresh = layout.root / "rebuilt.db"
    remove_database(fresh)
    library_id = library_id or last_library_id(layout.receipts) or new_job_id()
    albums = _write(fresh, layout.backups, kept, carried, library_id)
    report = dataclasses.replace(report, albums=albums)
    for companion in with_companions(layout.database)[1:]:
        companion.unlink(missing_ok=True)
    fresh.replace(layout.database)
    sync_folder(layout.root)
    values = dataclasses.asdict(report) | {"damaged": report.damaged.name}
    write_whole(folder / "report.json", json.dumps(values, indent=1).encode())
    layout.rebuild_mark.unlink()
    sync_folder(layout.root)
    _log.warning("the database was made again: %s", values)
    return report


def _read_mark(layout: Layout) -> dict[str, Any]:
    try:
        values = json.loads(layout.rebuild_mark.read_bytes())
    except ValueError:
        values = None
    if isinstance(values, dict):
        name = values.get("folder")
        if isinstance(name, str) and Path(name).name == name and name not in ("", ".", ".."):
            return {"folder": name, "reason": values.get("reason", "")}
    layout.rebuild_mark.unlink()
    mark_for_rebuild(layout, "the mark could not be read")
    return _read_mark(layout)


def _put_aside(layout: Layout, folder: Path) -> None:
    """Move the database and its companions; what was moved before is not written over."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (layout.database.exists() and (folder / layout.database.name).exists()):
        for path in with_companions(layout.database):
            if path.exists():
                os.replace(path, folder / path.name)  # noqa: PTH105
    sync_folder(folder)
    sync_folder(layout.damaged)
    sync_folder(layout.root)


def _gathered(
    layout: Layout, folder: Path, reason: str, read_clip: ReadClip | None
) -> tuple[dict[str, SalvagedRow], str | None, CarriedOver, RebuildReport]:
    found = salvage(folder / layout.database.name)
    report = RebuildReport(reason, folder, unreadable=found[0].unreadable)
    rows: dict[str, SalvagedRow] = {}
    for one in found:
        _merge(rows, one)
    from_rows = len(rows)
    marks_from_rows = _with_known_marks(rows)
    copies = [] if found[0].is_whole else _backups(layout)
    for one in copies:
        _merge(rows, one)
    from_backup = len(rows) - from_rows
    marks_from_backup = _with_known_marks(rows) - marks_from_rows
    evidence = gather(read_receipts(layout.receipts))
    settling = Settling(layout, read_clip, hold=True)
    _drop_doubles(rows, evidence)
    _drop_removed(rows, evidence, layout.media)
    kept = {each: _settled(row, evidence.get(each), settling) for each, row in rows.items()}
    for job_id, told in evidence.items():
        if job_id not in kept and not is_removed(told, None, layout.media):
            job = settling.settled(job_of(told), told)
            kept[job_id] = SalvagedRow(0, job, told.request is not None)
    from_receipts = len(kept) - len(rows)
    adopted = adopt_files(layout, {each: row.job for each, row in kept.items()}, read_clip)
    for job in adopted.jobs:
        known = kept.get(job.id)
        marks = known.marks if known else None
        kept[job.id] = SalvagedRow(known.key if known else 0, job, True, marks)
    states = [row.job.state for row in kept.values()]
    report = dataclasses.replace(
        report,
        jobs=len(kept),
        from_rows=from_rows,
        from_backup=from_backup,
        from_receipts=from_receipts,
        from_files=len(kept) - len(rows) - from_receipts,
        doubtful=sum(not row.is_sound for row in kept.values()),
        held=states.count(JobState.HELD),
        unknown=states.count(JobState.UNKNOWN),
        marked=sum(row.marks is not None and row.marks.is_marked for row in kept.values()),
        marks_from_backup=marks_from_backup,
        marks_lost=len(kept) - _with_known_marks(kept),
    )
    sources = (*found, *copies)
    names = [one.facts.get("library_id") for one in sources]
    ids = [{row.key: job_id for job_id, row in one.rows.items()} for one in sources]
    carried = CarriedOver([(one.albums, own) for one, own in zip(sources, ids, strict=True)])
    return kept, next(filter(None, names), None), carried, report


def _backups(layout: Layout) -> list[Salvaged]:
    """Return the content of all backups from the newest to the first one that is whole."""
    found = []
    for path in backups_by_age(layout.backups):
        ways = salvage(path)
        found += ways
        if ways[-1].is_whole:
            break
    return found


def _merge(rows: dict[str, SalvagedRow], older: Salvaged) -> None:
    """Add what an older source knows: jobs that no newer one has, inputs that are sound, marks."""
    taken = {row.key for row in rows.values()}
    for job_id, row in older.rows.items():
        known = rows.get(job_id)
        if known is None:
            rows[job_id] = row if row.key not in taken else dataclasses.replace(row, key=0)
            continue
        if _got_further(row.job, known.job):
            merged = dataclasses.replace(row, key=known.key)
        elif row.is_sound and not known.is_sound:
            job = dataclasses.replace(known.job, request=row.job.request)
            merged = dataclasses.replace(known, job=job, is_sound=True)
        else:
            merged = known
        marks = row.marks if known.marks is None else known.marks
        rows[job_id] = dataclasses.replace(merged, marks=marks)


def _with_known_marks(rows: dict[str, SalvagedRow]) -> int:
    return sum(row.marks is not None for row in rows.values())


def _drop_doubles(rows: dict[str, SalvagedRow], evidence: dict[str, Evidence]) -> None:
    """Leave out rows that follow the id of another job: it is their own id that was damaged."""
    owners = {told.remote_id: told.job_id for told in evidence.values() if told.remote_id}
    for job_id, row in list(rows.items()):
        owner = owners.get(row.job.remote_id or "", job_id)
        if owner != job_id and job_id not in evidence:
            del rows[job_id]


def _drop_removed(rows: dict[str, SalvagedRow], evidence: dict[str, Evidence], media: Path) -> None:
    """Leave out jobs that a person had removed for good."""
    names = Counter(clip.path for row in rows.values() for clip in row.job.clips)
    for job_id, row in list(rows.items()):
        if is_removed(evidence.get(job_id), row.job, media, lambda path: names[path] > 1):
            del rows[job_id]


def _got_further(older: Job, newer: Job) -> bool:
    """Whether the row of an older source is nearer to the truth: no job ever steps back so far."""
    if newer.remote_id is None and older.remote_id is not None:
        return True
    return newer.state in _NOT_SENT and older.state not in _NOT_SENT


def _settled(row: SalvagedRow, told: Evidence | None, settling: Settling) -> SalvagedRow:
    job = settling.settled(row.job, told)
    if told is not None and told.remote_id is not None and job.remote_id != told.remote_id:
        # A line of the log is whole or it is nothing; a row has no such sum.
        job = dataclasses.replace(job, remote_id=told.remote_id)
    is_sound = row.is_sound
    if not is_sound and told is not None and told.request is not None:
        job = dataclasses.replace(job, request=job_of(told).request)
        is_sound = True
    return SalvagedRow(row.key, job, is_sound, row.marks)


def _write(
    fresh: Path,
    backups: Path,
    kept: dict[str, SalvagedRow],
    carried: CarriedOver,
    library_id: str,
) -> int:
    """Write a new database; it has its name for itself, and is on the disk when this returns.

    Returns how many albums it has.
    """
    connection = open_for_writing(fresh, backups)
    try:
        rows = sorted(kept.values(), key=lambda row: (row.job.created_at, row.job.id))
        used: dict[int, str] = {}
        with connection:
            # Rows that keep their keys go first, so that thumbnails still belong to them.
            for row in sorted(rows, key=lambda row: row.key <= 0):
                is_free = 0 < row.key < _LARGEST_KEY and row.key not in used
                job = dataclasses.replace(row.job, marks=row.marks or BEFORE_MARKS)
                used[job_rows.insert_job(connection, job, row.key if is_free else None)] = job.id
            albums = carried.write(connection, {job_id: key for key, job_id in used.items()})
            write_facts(connection, library_id=library_id, older="rebuilt", evidence_from=0)
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        connection.close(True)
    descriptor = os.open(fresh, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return albums
