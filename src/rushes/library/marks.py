"""Marks as rows of the database: beside the jobs, for these are what was paid for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import apsw

from rushes.domain.errors import LibraryDamaged
from rushes.domain.marks import UNMARKED, Flag, Marks, MarkStep
from rushes.domain.request import canonical_json

MARK_COLUMNS = ("rating", "flag", "label", "seen_at")

_LIST = ", ".join(MARK_COLUMNS)
_WRITE = f"""
    INSERT INTO marks (job_key, {_LIST}) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (job_key) DO UPDATE SET rating = excluded.rating, flag = excluded.flag,
        label = excluded.label, seen_at = excluded.seen_at
"""


@dataclass(frozen=True, slots=True)
class Marked:
    """What marking came to, by the keys of the jobs that it changed.

    Attributes:
        before: their marks as they were.
        after: their marks as they are.
    """

    before: dict[int, Marks] = field(default_factory=dict)
    after: dict[int, Marks] = field(default_factory=dict)


def marks_from_row(row: Sequence[Any]) -> Marks:
    """Return the marks of a row in the order of `MARK_COLUMNS`.

    Raises ValueError or TypeError for values that no marks have.
    """
    rating, flag, label, seen_at = row
    numbers = isinstance(rating, int) and isinstance(label, int)
    if not numbers or not isinstance(seen_at, float | None):
        raise TypeError("marks of a wrong type")
    return Marks(rating, Flag(flag), label, seen_at)


def write_marks(connection: apsw.Connection, marks: Iterable[tuple[int, Marks]]) -> None:
    """Write the marks of jobs, by key, over those that they had."""
    connection.executemany(
        _WRITE,
        [(key, each.rating, each.flag.value, each.label, each.seen_at) for key, each in marks],
    )


def read_marks(connection: apsw.Connection, keys: Iterable[int]) -> dict[int, Marks]:
    """Return the marks of the jobs of these keys that exist; raises LibraryDamaged."""
    rows = connection.execute(
        f"SELECT j.key, m.job_key, {_LIST} FROM json_each(?) AS wanted "
        "JOIN jobs AS j ON j.key = wanted.value LEFT JOIN marks AS m ON m.job_key = j.key",
        (canonical_json(list(keys)),),
    )
    # Of many jobs most are marked alike.
    alike: dict[tuple[Any, ...], Marks] = {}
    found: dict[int, Marks] = {}
    for key, job_key, *row in rows:
        values = tuple(row)
        marks = UNMARKED if job_key is None else alike.get(values)
        if marks is None:
            marks = alike[values] = readable_marks(values)
        found[key] = marks
    return found


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
    before = read_marks(connection, dict.fromkeys(key for step in steps for key in step.keys))
    now = dict(before)
    for step in steps:
        applied: dict[Marks, Marks] = {}
        for key in step.keys:
            marks = now.get(key)
            if marks is not None:
                if marks not in applied:
                    applied[marks] = step.change.applied_to(marks)
                now[key] = applied[marks]
    after = {key: marks for key, marks in now.items() if marks != before[key]}
    _write_changes(connection, before, after)
    return Marked({key: before[key] for key in after}, after)


def _write_changes(
    connection: apsw.Connection, before: Mapping[int, Marks], after: Mapping[int, Marks]
) -> None:
    """Write what is another mark now: one statement for each value, whatever the number of jobs."""
    keys_of: dict[tuple[str, int | str], list[int]] = {}
    for key, marks in after.items():
        old = before[key]
        if marks.rating != old.rating:
            keys_of.setdefault(("rating", marks.rating), []).append(key)
        if marks.flag is not old.flag:
            keys_of.setdefault(("flag", marks.flag.value), []).append(key)
        if marks.label != old.label:
            keys_of.setdefault(("label", marks.label), []).append(key)
    for (column, value), keys in keys_of.items():
        connection.execute(
            f"INSERT INTO marks (job_key, {column}) SELECT value, ? FROM json_each(?) WHERE true "
            f"ON CONFLICT (job_key) DO UPDATE SET {column} = excluded.{column}",
            (value, canonical_json(keys)),
        )


def note_seen(connection: apsw.Connection, keys: Iterable[int], at: float) -> dict[int, Marks]:
    """Write down when clips were looked at first; return the marks of those that were news.

    `at` is in seconds since the epoch. Raises LibraryDamaged.
    """
    fresh = {
        key: Marks(marks.rating, marks.flag, marks.label, at)
        for key, marks in read_marks(connection, keys).items()
        if not marks.is_seen
    }
    write_marks(connection, fresh.items())
    return fresh


def salvaged_marks(connection: apsw.Connection) -> tuple[dict[int, Marks], bool]:
    """Return the marks that can be read from a database that may be damaged, by the jobs' keys.

    Every job has a row from the day on which it is written down, so one without is one that could
    not be read. Rows are read from the first on, and, where they break off, from the last one
    back. Tells as well whether nothing was unreadable.
    """
    marks: dict[int, Marks] = {}
    is_whole = _walk(connection, "ORDER BY job_key", marks)
    if not is_whole:
        _walk(connection, "ORDER BY job_key DESC", marks)
    return marks, is_whole


def _walk(connection: apsw.Connection, order: str, marks: dict[int, Marks]) -> bool:
    """Read rows up to the first that cannot be reached; tell whether all could be read."""
    is_whole = True
    try:
        for key, *row in connection.execute(
            f"SELECT job_key, {_LIST} FROM marks NOT INDEXED {order}"
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
