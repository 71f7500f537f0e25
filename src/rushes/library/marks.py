"""Marks as rows of the database: beside the jobs, for these are what was paid for.

A job's row says all of its marks. What is looked for by words stands a second time, written in the
same transaction: each tag in ``job_tags``, and tags and notes in the index ``remarks``, which has
a row for the jobs that have any.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import apsw

from rushes.domain.errors import LibraryDamaged
from rushes.domain.mark_changes import MarkStep
from rushes.domain.marks import UNMARKED, Flag, Marks
from rushes.domain.request import canonical_json
from rushes.library.mark_index import index_words
from rushes.library.mark_json import (
    NOTHING,
    notes_text,
    ranges_text,
    read_notes,
    read_ranges,
    read_tags,
    read_trashed_at,
    tags_text,
)

MARK_COLUMNS = ("rating", "flag", "label", "seen_at", "tags", "notes", "ranges", "trashed_at")

_LIST = ", ".join(MARK_COLUMNS)
_VERDICT_LIST = ", ".join(name for name in MARK_COLUMNS if name != "seen_at")
_VALUES = ", ".join("?" * (len(MARK_COLUMNS) + 1))
_BEFORE_THEM = {"tags": f"'{NOTHING}'", "notes": f"'{NOTHING}'", "ranges": f"'{NOTHING}'"}
"""What stands for columns that an older schema has not."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What marking came to, by the keys of the jobs that it changed.

    Attributes:
        before: their marks as they were.
        after: their marks as they are.
        verdicts_before: as `before`, without when the clips were seen: of many jobs most have been
            marked alike, and those that were have one object here.
    """

    before: dict[int, Marks] = field(default_factory=dict)
    after: dict[int, Marks] = field(default_factory=dict)
    verdicts_before: dict[int, Marks] = field(default_factory=dict)


def marks_from_row(row: Sequence[Any]) -> Marks:
    """Return the marks of a row in the order of `MARK_COLUMNS`.

    Raises ValueError or TypeError for values that no marks have.
    """
    rating, flag, label, seen_at, tags, notes, ranges, trashed_at = row
    numbers = isinstance(rating, int) and isinstance(label, int)
    if not numbers or not isinstance(seen_at, float | None):
        raise TypeError("marks of a wrong type")
    return Marks(
        rating,
        Flag(flag),
        label,
        seen_at,
        read_tags(tags),
        read_notes(notes),
        read_ranges(ranges),
        read_trashed_at(trashed_at),
    )


def write_marks(connection: apsw.Connection, marks: Iterable[tuple[int, Marks]]) -> None:
    """Write the marks of jobs that are new, by key."""
    fresh = dict(marks)
    connection.executemany(
        f"INSERT INTO marks (job_key, {_LIST}) VALUES ({_VALUES})",
        [(key, *_values(each)) for key, each in fresh.items()],
    )
    index_words(connection, fresh)


def read_marks(connection: apsw.Connection, keys: Iterable[int]) -> dict[int, Marks]:
    """Return the marks of the jobs of these keys that exist; raises LibraryDamaged."""
    verdicts, seen = _read_verdicts(connection, keys)
    return {key: _seen(verdict, seen[key]) for key, verdict in verdicts.items()}


def _read_verdicts(
    connection: apsw.Connection, keys: Iterable[int]
) -> tuple[dict[int, Marks], dict[int, float | None]]:
    """Return marks without when clips were seen, those that are alike as one object, and that."""
    rows = connection.execute(
        f"SELECT j.key, m.job_key, m.seen_at, {_VERDICT_LIST} FROM json_each(?) AS wanted "
        "JOIN jobs AS j ON j.key = wanted.value LEFT JOIN marks AS m ON m.job_key = j.key",
        (canonical_json(list(keys)),),
    )
    alike: dict[tuple[Any, ...], Marks] = {}
    verdicts: dict[int, Marks] = {}
    seen: dict[int, float | None] = {}
    for key, job_key, seen_at, *row in rows:
        values = tuple(row)
        marks = UNMARKED if job_key is None else alike.get(values)
        if marks is None:
            marks = alike[values] = readable_marks((*values[:3], None, *values[3:]))
        verdicts[key], seen[key] = marks, seen_at
    return verdicts, seen


def _seen(verdict: Marks, at: float | None) -> Marks:
    """Return marks with when the clip was seen; written out, for it is done for thousands."""
    if at is None:
        return verdict
    return Marks(
        verdict.rating,
        verdict.flag,
        verdict.label,
        at,
        verdict.tags,
        verdict.notes,
        verdict.ranges,
        verdict.trashed_at,
    )


def readable_marks(row: Sequence[Any]) -> Marks:
    """Return the marks of a row in the order of `MARK_COLUMNS`; raises LibraryDamaged."""
    try:
        return marks_from_row(row)
    except (ValueError, TypeError) as error:
        raise LibraryDamaged(f"marks cannot be read: {error}") from error


def apply_steps(connection: apsw.Connection, steps: Sequence[MarkStep]) -> Marked:
    """Change the marks of jobs, inside of the caller's transaction; return what was changed.

    Jobs that do not exist, and those that are marked so already, are passed over. Raises
    LibraryDamaged.
    """
    keys = dict.fromkeys(key for step in steps for key in step.keys)
    before, seen = _read_verdicts(connection, keys)
    now = dict(before)
    for step in steps:
        # By identity: what is marked alike is one object, and its hash is dear.
        applied: dict[int, tuple[Marks, Marks]] = {}
        for key in step.keys:
            marks = now.get(key)
            if marks is not None:
                both = applied.get(id(marks))
                if both is None:
                    both = applied[id(marks)] = marks, step.change.applied_to(marks)
                now[key] = both[1]
    changed: dict[tuple[int, int], list[int]] = {}
    for key, marks in now.items():
        if marks is not before[key]:
            changed.setdefault((id(before[key]), id(marks)), []).append(key)
    alike = [each for each in changed.values() if now[each[0]] != before[each[0]]]
    _write_changes(connection, before, now, alike)
    after = [key for each in alike for key in each]
    return Marked(
        {key: _seen(before[key], seen[key]) for key in after},
        {key: _seen(now[key], seen[key]) for key in after},
        {key: before[key] for key in after},
    )


def _values(marks: Marks) -> tuple[Any, ...]:
    return (
        marks.rating,
        marks.flag.value,
        marks.label,
        marks.seen_at,
        tags_text(marks.tags),
        notes_text(marks.notes),
        ranges_text(marks.ranges),
        marks.trashed_at,
    )


def _write_changes(
    connection: apsw.Connection,
    before: Mapping[int, Marks],
    now: Mapping[int, Marks],
    alike: Iterable[Sequence[int]],
) -> None:
    """Write what is another mark now: one statement for each value, whatever the number of jobs.

    Args:
        before, now: marks as they were and as they are, without when clips were seen.
        alike: the keys of jobs that were marked alike and are marked alike.
    """
    keys_of: dict[tuple[str, object], list[int]] = {}
    spoken: list[int] = []
    for keys in alike:
        was, is_ = before[keys[0]], now[keys[0]]
        for column, old, new in zip(MARK_COLUMNS, _values(was), _values(is_), strict=True):
            if new != old:
                keys_of.setdefault((column, new), []).extend(keys)
        if was.tags != is_.tags or was.notes != is_.notes:
            spoken.extend(keys)
    for (column, value), keys in keys_of.items():
        _write_column(connection, column, value, keys)
    if spoken:
        words_before = {key: before[key] for key in spoken}
        index_words(connection, {key: now[key] for key in spoken}, words_before)


def _write_column(
    connection: apsw.Connection, column: str, value: object, keys: Iterable[int]
) -> None:
    connection.execute(
        f"INSERT INTO marks (job_key, {column}) SELECT value, ? FROM json_each(?) WHERE true "
        f"ON CONFLICT (job_key) DO UPDATE SET {column} = excluded.{column}",
        (value, canonical_json(list(keys))),
    )


def note_seen(connection: apsw.Connection, keys: Iterable[int], at: float) -> dict[int, Marks]:
    """Write down when clips were looked at first; return the marks of those that were news.

    `at` is in seconds since the epoch. Raises LibraryDamaged.
    """
    fresh = {
        key: replace(marks, seen_at=at)
        for key, marks in read_marks(connection, keys).items()
        if not marks.is_seen
    }
    if fresh:
        _write_column(connection, "seen_at", at, fresh)
    return fresh


def unreadable_marks(connection: apsw.Connection) -> int:
    """Return how many rows have words, ranges or times that no marks have; raises apsw.Error."""
    count = 0
    for row in connection.execute(
        f"SELECT {_LIST} FROM marks "
        f"WHERE tags <> '{NOTHING}' OR notes <> '{NOTHING}' OR ranges <> '{NOTHING}' "
        "OR trashed_at IS NOT NULL"
    ):
        try:
            marks_from_row(row)
        except (ValueError, TypeError):
            count += 1
    return count


def marks_with_words(connection: apsw.Connection) -> dict[int, Marks]:
    """Return the marks of all jobs that have tags or notes; raises LibraryDamaged, apsw.Error."""
    rows = connection.execute(
        f"SELECT job_key, {_LIST} FROM marks WHERE tags <> '{NOTHING}' OR notes <> '{NOTHING}'"
    )
    return {int(key): readable_marks(row) for key, *row in rows}


def salvaged_marks(connection: apsw.Connection) -> tuple[dict[int, Marks], bool]:
    """Return the marks that can be read from a database that may be damaged, by the jobs' keys.

    Every job has a row from the day on which it is written down, so one without is one that could
    not be read. Rows are read from the first on, and, where they break off, from the last one
    back. Tells as well whether nothing was unreadable.
    """
    marks: dict[int, Marks] = {}
    columns = _columns_there(connection)
    is_whole = _walk(connection, columns, "ORDER BY job_key", marks)
    if not is_whole:
        _walk(connection, columns, "ORDER BY job_key DESC", marks)
    return marks, is_whole


def _columns_there(connection: apsw.Connection) -> str:
    """Return the columns for a SELECT; of one that an older schema has not, what it would say."""
    try:
        rows = connection.execute("SELECT name FROM pragma_table_info('marks')").fetchall()
    except (apsw.Error, UnicodeDecodeError):
        rows = []
    there = {row[0] for row in rows}
    return ", ".join(
        name if name in there else _BEFORE_THEM.get(name, "NULL") for name in MARK_COLUMNS
    )


def _walk(connection: apsw.Connection, columns: str, order: str, marks: dict[int, Marks]) -> bool:
    """Read rows up to the first that cannot be reached; tell whether all could be read."""
    is_whole = True
    try:
        for key, *row in connection.execute(
            f"SELECT job_key, {columns} FROM marks NOT INDEXED {order}"
        ):
            try:
                read = marks_from_row(row)
            except (ValueError, TypeError):
                is_whole = False
                continue
            if isinstance(key, int):
                marks[key] = read
    except (apsw.Error, UnicodeDecodeError):
        return False
    return is_whole
