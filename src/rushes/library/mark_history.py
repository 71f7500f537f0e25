"""What a person marked last, in the database: it can be taken back after a restart as well.

Changes stand in the order in which they were made. Those that were taken back are the last ones;
a new change drops them.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import apsw

from rushes.domain.mark_changes import MarkStep, TagChange, undoing_steps
from rushes.domain.marks import tag_key
from rushes.library.mark_json import read_steps, steps_text
from rushes.library.marks import Marked, apply_steps, read_marks

LONGEST = 500
"""Changes that are remembered; older ones are forgotten."""

_TAGGED = 200
"""Changes that are looked through for tags."""


@dataclass(frozen=True, slots=True)
class Undone:
    """A change that was taken back, or done again.

    Attributes:
        words: what the change was, for people.
        marked: what that came to.
    """

    words: str
    marked: Marked


@dataclass(frozen=True, slots=True)
class NextMarks:
    """What would be taken back, or done again, next.

    Attributes:
        words: what the change was, for people.
        steps: what would be carried out.
    """

    words: str
    steps: tuple[MarkStep, ...]


@dataclass(frozen=True, slots=True)
class MarkHistoryState:
    """What can be taken back and done again; words of each change, or None for nothing."""

    undo_words: str | None = None
    redo_words: str | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self.undo_words is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self.redo_words is not None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A change that is remembered.

    Attributes:
        number: its place; a later change has a larger one.
        session: in which session of the program it was made.
        at: when, in seconds since the epoch.
        words: what it was, for people.
        steps: what was done.
        undoing: what brings back the marks that there were before.
        is_undone: whether it was taken back.
    """

    number: int
    session: str
    at: float
    words: str
    steps: tuple[MarkStep, ...]
    undoing: tuple[MarkStep, ...]
    is_undone: bool


def remember(
    connection: apsw.Connection,
    session: str,
    words: str,
    steps: Sequence[MarkStep],
    marked: Marked,
) -> None:
    """Write down a change that was just made; what was taken back before is dropped."""
    if not marked.after:
        return
    changed = marked.after.keys()
    done = [
        MarkStep(tuple(key for key in each.keys if key in changed), each.change) for each in steps
    ]
    undoing = undoing_steps(done, marked.verdicts_before)
    connection.execute("DELETE FROM mark_history WHERE is_undone")
    connection.execute(
        "INSERT INTO mark_history (session, at, words, steps, undoing) VALUES (?, ?, ?, ?, ?)",
        (session, time.time(), words, steps_text(done), steps_text(undoing)),
    )
    connection.execute(
        """
        DELETE FROM mark_history WHERE session NOT IN (?, ?) OR number <= (
            SELECT number FROM mark_history ORDER BY number DESC LIMIT 1 OFFSET ?
        )
        """,
        (session, _session_before(connection, session), LONGEST),
    )


def undo(connection: apsw.Connection, session: str) -> Undone | None:
    """Take back the last change of this session or the one before; None when there is none.

    Inside of the caller's transaction. Raises LibraryDamaged.
    """
    return _step(connection, session, is_undone=False)


def redo(connection: apsw.Connection, session: str) -> Undone | None:
    """Do again the change that was taken back last; None when there is none.

    Inside of the caller's transaction. Raises LibraryDamaged.
    """
    return _step(connection, session, is_undone=True)


def next_undo(connection: apsw.Connection, session: str) -> NextMarks | None:
    """Return what `undo` would take back."""
    entry = next(_candidates(connection, session, is_undone=False), None)
    return None if entry is None else NextMarks(entry.words, entry.undoing)


def next_redo(connection: apsw.Connection, session: str) -> NextMarks | None:
    """Return what `redo` would do again."""
    entry = next(_candidates(connection, session, is_undone=True), None)
    return None if entry is None else NextMarks(entry.words, entry.steps)


def history_state(connection: apsw.Connection, session: str) -> MarkHistoryState:
    """Return what can be taken back and done again."""
    back, again = next_undo(connection, session), next_redo(connection, session)
    return MarkHistoryState(
        None if back is None else back.words, None if again is None else again.words
    )


def recent_tags(connection: apsw.Connection, most: int) -> list[str]:
    """Return the tags that were given last and not taken back, the newest first, each once."""
    given: dict[str, str] = {}
    for entry in _readable(connection, "WHERE NOT is_undone", (), f"number DESC LIMIT {_TAGGED}"):
        for step in reversed(entry.steps):
            if isinstance(step.change, TagChange) and step.change.is_given:
                given.setdefault(tag_key(step.change.tag), step.change.tag)
        if len(given) >= most:
            break
    return list(given.values())[:most]


def read_history(connection: apsw.Connection) -> Iterator[HistoryEntry]:
    """Yield all that can be read of the history, the oldest change first; raises apsw.Error."""
    yield from _readable(connection, "", (), "number")


def write_history(connection: apsw.Connection, entries: Sequence[HistoryEntry]) -> None:
    """Write changes into a database that has none yet, inside of the caller's transaction."""
    connection.executemany(
        "INSERT INTO mark_history (number, session, at, words, steps, undoing, is_undone) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(each.number, each.session, each.at, each.words),
                *(steps_text(each.steps), steps_text(each.undoing), int(each.is_undone)),
            )
            for each in entries
        ],
    )


def _of_jobs(steps: Iterable[MarkStep], is_wanted: Callable[[int], bool]) -> tuple[MarkStep, ...]:
    """Return steps with some of their jobs; those with none are left out."""
    parts = (MarkStep(tuple(filter(is_wanted, each.keys)), each.change) for each in steps)
    return tuple(each for each in parts if each.keys)


def _step(connection: apsw.Connection, session: str, *, is_undone: bool) -> Undone | None:
    while entry := next(_candidates(connection, session, is_undone=is_undone), None):
        steps = entry.steps if is_undone else entry.undoing
        marked = apply_steps(connection, steps)
        if not marked.after and not _has_any(connection, steps):
            _drop(connection, entry)
            continue
        connection.execute(
            "UPDATE mark_history SET is_undone = ? WHERE number = ?",
            (int(not is_undone), entry.number),
        )
        return Undone(entry.words, marked)
    return None


def _has_any(connection: apsw.Connection, steps: Sequence[MarkStep]) -> bool:
    """Whether there is any job left that could be marked."""
    return bool(read_marks(connection, [key for each in steps for key in each.keys]))


def _drop(connection: apsw.Connection, entry: HistoryEntry) -> None:
    connection.execute("DELETE FROM mark_history WHERE number = ?", (entry.number,))


def _candidates(
    connection: apsw.Connection, session: str, *, is_undone: bool
) -> Iterator[HistoryEntry]:
    """Yield what could be taken back or done again, what comes first before the others."""
    where = "WHERE is_undone = ? AND session IN (?, ?)"
    order = "number" if is_undone else "number DESC"
    values = (int(is_undone), session, _session_before(connection, session))
    yield from _readable(connection, where, values, order)


def _session_before(connection: apsw.Connection, session: str) -> str:
    """Return the last session before this one in which anything was marked; "" if none was."""
    rows = connection.execute(
        "SELECT CAST(session AS BLOB) FROM mark_history WHERE session <> ? "
        "GROUP BY session ORDER BY max(number) DESC",
        (session,),
    )
    for (before,) in rows:
        with suppress(UnicodeDecodeError):
            return bytes(before).decode()
    return ""


def _readable(
    connection: apsw.Connection, where: str, values: Sequence[str | int], order: str
) -> Iterator[HistoryEntry]:
    """Yield the entries that can be read; what makes no sense is passed over."""
    # As bytes: one text that is no text would end the whole of it.
    query = f"""
        SELECT number, CAST(session AS BLOB), at, CAST(words AS BLOB), CAST(steps AS BLOB),
        CAST(undoing AS BLOB), is_undone FROM mark_history {where} ORDER BY {order}
    """
    for number, in_session, at, words, steps, undoing, is_undone in connection.execute(
        query, values
    ):
        try:
            yield HistoryEntry(
                int(number),
                bytes(in_session).decode(),
                float(at),
                bytes(words).decode(),
                read_steps(bytes(steps).decode()),
                read_steps(bytes(undoing).decode()),
                bool(is_undone),
            )
        except (ValueError, TypeError):
            continue
