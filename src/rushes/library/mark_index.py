"""Tags and notes once more, where they are looked for: kept in step with the rows of marks.

``job_tags`` has a row for each tag of a job, by `rushes.domain.marks.tag_key`; ``remarks`` is an
index of all words in tags and notes, with a row for each job that has any.
"""

from collections.abc import Mapping

import apsw

from rushes.domain.marks import UNMARKED, Marks, tag_key
from rushes.domain.request import canonical_json

_BETWEEN = "\n"
"""Stands between two tags or notes in the index, so that nothing is found across their border."""


def index_words(
    connection: apsw.Connection,
    after: Mapping[int, Marks],
    before: Mapping[int, Marks] | None = None,
) -> None:
    """Have the tags and notes of jobs be found, inside of the caller's transaction.

    Args:
        after: their marks as they are, by their keys.
        before: their marks as they were; None for jobs that are new.
    """
    was = before if before is not None else {}
    _write_tags(connection, after, was)
    _write_remarks(connection, after, was)


def make_words_again(connection: apsw.Connection, marks: Mapping[int, Marks]) -> None:
    """Write all of it anew, from the marks of all jobs that have any."""
    connection.execute("DELETE FROM job_tags")
    connection.execute("INSERT INTO remarks (remarks) VALUES ('delete-all')")
    index_words(connection, marks)


def words_fit(connection: apsw.Connection, marks: Mapping[int, Marks]) -> bool:
    """Tell whether all tags and notes of these jobs are found, and nothing else.

    What stands in the index itself is not compared, but that every job has its row there.
    """
    tags = {
        (tag_key(tag), key, tag) for key, each in marks.items() for tag in each.tags
    }  # fmt: skip
    with_words = {key for key, each in marks.items() if each.tags or each.notes}
    try:
        found = set(connection.execute("SELECT tag, job_key, written FROM job_tags"))
        rows = {row[0] for row in connection.execute("SELECT id FROM remarks_docsize")}
        connection.execute("SELECT rowid FROM remarks WHERE remarks MATCH '\"rushes\"'").fetchall()
    except (apsw.CorruptError, apsw.SQLError, UnicodeDecodeError):
        return False
    return found == tags and rows == with_words


def _write_tags(
    connection: apsw.Connection, after: Mapping[int, Marks], before: Mapping[int, Marks]
) -> None:
    gone: dict[str, list[int]] = {}
    given: dict[str, list[int]] = {}
    for key, marks in after.items():
        old = before.get(key, UNMARKED).tags
        if marks.tags != old:
            for tag in set(old) - set(marks.tags):
                gone.setdefault(tag_key(tag), []).append(key)
            for tag in set(marks.tags) - set(old):
                given.setdefault(tag, []).append(key)
    for tag, keys in gone.items():
        connection.execute(
            "DELETE FROM job_tags WHERE tag = ? AND job_key IN (SELECT value FROM json_each(?))",
            (tag, canonical_json(keys)),
        )
    for tag, keys in given.items():
        connection.execute(
            "INSERT OR REPLACE INTO job_tags (tag, job_key, written) "
            "SELECT ?, value, ? FROM json_each(?)",
            (tag_key(tag), tag, canonical_json(keys)),
        )


def _write_remarks(
    connection: apsw.Connection, after: Mapping[int, Marks], before: Mapping[int, Marks]
) -> None:
    indexed = [key for key in after if _has_words(before.get(key, UNMARKED))]
    if indexed:
        _delete_remarks(connection, canonical_json(indexed))
    keys_of: dict[tuple[str, str], list[int]] = {}
    for key, marks in after.items():
        if _has_words(marks):
            notes = _BETWEEN.join(note.text for note in marks.notes)
            keys_of.setdefault((_BETWEEN.join(marks.tags), notes), []).append(key)
    for (tags, notes), keys in keys_of.items():
        connection.execute(
            "INSERT OR REPLACE INTO remarks (rowid, tags, notes) "
            "SELECT value, ?, ? FROM json_each(?)",
            (tags, notes, canonical_json(keys)),
        )


def _delete_remarks(connection: apsw.Connection, listed: str) -> None:
    connection.execute(
        "DELETE FROM remarks WHERE rowid IN (SELECT value FROM json_each(?))", (listed,)
    )


def _has_words(marks: Marks) -> bool:
    return bool(marks.tags or marks.notes)
