"""Checks a library: database, receipts and files; and mends what can be mended.

Blocking, for a command or a worker thread. Without repair nothing is written, and the library
may be in use; to repair it, this process takes it for itself.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from rushes.domain.check_words import CHECK_WORDS, FindingKind
from rushes.domain.found_clip import ReadClip
from rushes.library.check_database import database_findings, receipt_findings
from rushes.library.check_files import file_findings
from rushes.library.database import (
    drop_unchanged,
    is_outdated,
    library_error,
    open_for_reading,
    open_for_writing,
)
from rushes.library.findings import Finding
from rushes.library.layout import Layout, with_companions
from rushes.library.mending import mend
from rushes.library.ownership import owner_of
from rushes.library.rebuild import RebuildReport, mark_for_rebuild
from rushes.library.receipts import ReceiptLog
from rushes.library.soundness import problems_of, problems_seen_twice
from rushes.library.taking import Taken, take_library
from rushes.library.updating import wait_for_owner


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check came to.

    Attributes:
        findings: what is, or was, not as it should be.
        jobs: jobs in the database; of a damaged one, 0.
        rebuilt: how the database was made again, or None.
    """

    findings: tuple[Finding, ...]
    jobs: int
    rebuilt: RebuildReport | None = None

    @property
    def is_sound(self) -> bool:
        """Whether nothing is left to be mended."""
        return all(finding.is_mended for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values."""
        return {
            "sound": self.is_sound,
            "jobs": self.jobs,
            "findings": [
                {
                    "kind": finding.kind.value,
                    "words": CHECK_WORDS[finding.kind].found,
                    "job": finding.job_id,
                    "path": finding.path,
                    "detail": finding.detail,
                    "mended": finding.is_mended,
                }
                for finding in self.findings
            ],
            "damaged_database_kept_in": None if self.rebuilt is None else str(self.rebuilt.damaged),
        }


def check_library(
    root: Path, *, repair: bool = False, deep: bool = False, read_clip: ReadClip | None = None
) -> CheckReport:
    """Check the library in a folder.

    Args:
        root: the library's folder.
        repair: whether to mend what can be mended; nothing that has content is deleted.
        deep: whether to read every clip's file through, which takes long.
        read_clip: tells what a media file is; without it, files are compared by their length.

    Raises LibraryTooNew, LibraryError; with `repair` also LibraryInUse, without it LibraryOutdated
    when an older Rushes has the library open.
    """
    layout = Layout(root.absolute())
    try:
        if repair:
            return _repair(layout, deep, read_clip)
        return _look(layout, deep, read_clip)
    except (apsw.Error, OSError, UnicodeDecodeError) as error:
        raise library_error(error) from error


def _look(layout: Layout, deep: bool, read_clip: ReadClip | None) -> CheckReport:
    if not layout.database.exists() or layout.database.stat().st_size == 0:
        kinds = [FindingKind.DATABASE_MISSING] if layout.has_past else []
        return CheckReport(tuple(Finding(kind) for kind in kinds), 0)
    seen: list[CheckReport] = []

    def look() -> tuple[str, ...]:
        with _opened(layout) as connection:
            problems = problems_of(connection)
            if not problems:
                findings, count = _findings(connection, layout, deep, read_clip)
                seen.append(CheckReport(findings, count))
            return problems

    problems = problems_seen_twice(look)
    if not problems:
        return seen[-1]
    return CheckReport((Finding(FindingKind.DATABASE_DAMAGED, detail="; ".join(problems)),), 0)


def _findings(
    connection: apsw.Connection, layout: Layout, deep: bool, read_clip: ReadClip | None
) -> tuple[tuple[Finding, ...], int]:
    is_owned = owner_of(layout.lock) is not None
    findings = [
        *database_findings(connection, is_at_rest=not is_owned),
        *receipt_findings(connection, layout),
        *file_findings(connection, layout, deep, read_clip, is_at_rest=not is_owned),
    ]
    return tuple(findings), int(connection.execute("SELECT count(*) FROM jobs").get or 0)


def _repair(layout: Layout, deep: bool, read_clip: ReadClip | None) -> CheckReport:
    lost = not layout.database.exists() or layout.database.stat().st_size == 0
    was_lost = lost and layout.has_past
    taken = _take(layout, read_clip)
    try:
        problems = problems_of(taken.connection)
        if problems:
            problems = problems_seen_twice(lambda: _problems_beside(layout))
        if problems:
            mark_for_rebuild(layout, "; ".join(problems))
            _give_back(taken, is_damaged=True)
            taken = _take(layout, read_clip)
        found = _mended_damage(taken, was_lost)
        findings, _ = _findings_of_own(taken.connection, layout, deep, read_clip)
        found += mend(taken.connection, layout, findings, read_clip)
        count = int(taken.connection.execute("SELECT count(*) FROM jobs").get or 0)
        return CheckReport(tuple(found), count, taken.rebuilt)
    finally:
        _give_back(taken)


def _problems_beside(layout: Layout) -> tuple[str, ...]:
    connection = open_for_reading(layout.database)
    try:
        return problems_of(connection)
    finally:
        connection.close(True)


def _findings_of_own(
    connection: apsw.Connection, layout: Layout, deep: bool, read_clip: ReadClip | None
) -> tuple[tuple[Finding, ...], int]:
    findings = [
        *database_findings(connection, is_at_rest=True),
        *receipt_findings(connection, layout),
        *file_findings(connection, layout, deep, read_clip, is_at_rest=True),
    ]
    return tuple(findings), 0


def _mended_damage(taken: Taken, was_lost: bool) -> list[Finding]:
    if taken.rebuilt is None:
        return []
    kind = FindingKind.DATABASE_MISSING if was_lost else FindingKind.DATABASE_DAMAGED
    return [Finding(kind, detail=taken.rebuilt.reason, is_mended=True)]


def _take(layout: Layout, read_clip: ReadClip | None) -> Taken:
    words = {"program": "rushes check"}
    return take_library(layout, ReceiptLog(layout.receipts), None, read_clip, words)


def _give_back(taken: Taken, *, is_damaged: bool = False) -> None:
    if is_damaged:
        drop_unchanged(taken.connection)
    else:
        taken.connection.close(True)
    taken.ownership.release()


@contextmanager
def _opened(layout: Layout) -> Iterator[apsw.Connection]:
    """Open the database for reading without a trace in the library.

    In use, it is read beside its owner. At rest, SQLite would make files beside it: a copy is read
    instead, which is brought up to date if it is of an older Rushes.
    """
    log = with_companions(layout.database)[1]
    wait_for_owner(layout)
    if owner_of(layout.lock) is not None:
        connection = open_for_reading(layout.database)
        try:
            yield connection
        finally:
            connection.close(True)
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / layout.database.name
        copy.write_bytes(layout.database.read_bytes())
        if log.exists():
            with_companions(copy)[1].write_bytes(log.read_bytes())
        if is_outdated(copy):
            open_for_writing(copy, Path(folder)).close(True)
        connection = open_for_reading(copy)
        try:
            yield connection
        finally:
            connection.close(True)
