"""Whether a database is the current one or an older copy, and the token that tells next time.

At each opening for writing a random token goes first into the receipts, then into the database,
then into the memory of this computer. Wherever that breaks off, the next opening finds receipts
that know more openings than the database, with nothing sent between them: the database is still
the current one. An older copy lacks what was sent after it was made, and either the receipts or
this computer remember that.

A copy is never told from its original by its content alone: one that comes to a computer which
does not know it is taken for an older one.
"""

import logging
import secrets
from dataclasses import dataclass
from pathlib import Path

import apsw

from rushes.domain.ids import new_job_id
from rushes.library.facts import number, read_facts, write_facts
from rushes.library.layout import Layout
from rushes.library.machine_memory import MachineMemory, Remembered
from rushes.library.receipts import Receipt, ReceiptLog, lines_of, read_line, read_receipts

_log = logging.getLogger(__name__)

_OPENED = b'"event":"opened"'


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening for writing.

    Attributes:
        library_id: names the library.
        token: names this opening.
        older: why the database is an older copy, or None: ``receipts`` know of later sends,
            it is a ``backup``, this ``computer`` wrote to a later one, it is ``unknown`` to this
            computer, it is a ``copy`` beside its original, or it was ``rebuilt``.
    """

    library_id: str
    token: str
    older: str | None


def note_opening(
    connection: apsw.Connection, layout: Layout, log: ReceiptLog, memory: MachineMemory | None
) -> Opening:
    """Find out whether the database is the current one, and mark it as opened now.

    Raises apsw.Error, OSError.
    """
    facts = read_facts(connection)
    older = facts.get("older") or _older_than_receipts(facts, layout.receipts)
    library_id = facts.get("library_id") or last_library_id(layout.receipts) or new_job_id()
    if memory is not None and "library_id" in facts:
        by_memory = _older_than_memory(facts, layout, memory)
        if by_memory == "copy":
            # From now on it is a library of its own, so that the two never meet again.
            library_id = new_job_id()
        older = older or by_memory
    token = secrets.token_hex(16)
    start, end = log.opened(library_id, token)
    known_to = number(facts, "evidence_from")
    if known_to is None:
        known_to = _settled_up_to(facts, layout.receipts, start)
    with connection:
        write_facts(
            connection,
            library_id=library_id,
            opening=token,
            opened_at=start,
            receipts_end=end,
            evidence_from=known_to,
            older=older,
            copy=None,
        )
    opening = Opening(library_id, token, older)
    remember(opening, layout, memory)
    return opening


def remember(opening: Opening, layout: Layout, memory: MachineMemory | None) -> None:
    """Have this computer know the library as it is now; a failure is logged, and stops nothing."""
    if memory is None:
        return
    try:
        length = layout.receipts.stat().st_size
        memory.note(opening.library_id, Remembered(str(layout.root), opening.token, length))
    except OSError as error:
        _log.warning("this computer cannot remember the library: %s", error.strerror)


def last_library_id(log: Path) -> str | None:
    """Return which library the receipts belong to, or None when they do not say."""
    found = None
    for receipt in _openings(log):
        told = receipt.values.get("library")
        found = told if isinstance(told, str) else found
    return found


def _older_than_receipts(facts: dict[str, str], log: Path) -> str | None:
    if "copy" in facts:
        return "backup"
    if "opening" not in facts:
        return "receipts" if next(iter(_openings(log)), None) is not None else None
    end = number(facts, "receipts_end") or 0
    if not _is_own(facts, log) or log.stat().st_size < end:
        return "receipts"
    before: set[tuple[str, str]] = set()
    opened = False
    for receipt in read_receipts(log, end):
        if receipt.event == "opened":
            opened = True
        elif receipt.event == "removed":
            # Sends nothing; `recover_jobs` carries out what was not committed.
            continue
        elif opened:
            return "receipts"
        elif receipt.event == "returned":
            before.discard((receipt.job_id, "sending"))
        else:
            before.add((receipt.job_id, receipt.event))
    # A death leaves one receipt at most that was not committed.
    return "receipts" if len(before) > 1 else None


def _is_own(facts: dict[str, str], log: Path) -> bool:
    """Whether the receipts are those that the database was opened with."""
    start = number(facts, "opened_at")
    if start is None:
        return False
    line = next(iter(lines_of(log, start)), None)
    receipt = read_line(line[1]) if line is not None else None
    return receipt is not None and receipt.values.get("token") == facts["opening"]


def _older_than_memory(facts: dict[str, str], layout: Layout, memory: MachineMemory) -> str | None:
    known = memory.recall(facts["library_id"])
    if known is None:
        return "unknown" if memory.is_writable() else None
    folder = Path(known.path)
    if not _is_same(folder, layout.root) and (
        last_library_id(Layout(folder).receipts) == facts["library_id"]
        and Layout(folder).database.exists()
    ):
        return "copy"
    length = layout.receipts.stat().st_size if layout.receipts.exists() else 0
    if length < known.receipts:
        return "computer"
    if known.opening == facts.get("opening"):
        return None
    tokens = (receipt.values.get("token") for receipt in _openings(layout.receipts))
    return None if known.opening in tokens else "computer"


def _settled_up_to(facts: dict[str, str], log: Path, start: int) -> int:
    """Return from where on the log may tell what this database has not settled yet."""
    if "opening" not in facts or not _is_own_before(facts, log, start):
        return 0
    return number(facts, "opened_at") or 0


def _is_own_before(facts: dict[str, str], log: Path, start: int) -> bool:
    return (number(facts, "opened_at") or 0) < start and _is_own(facts, log)


def _openings(log: Path) -> "list[Receipt]":
    found = []
    for start, line in lines_of(log):
        if _OPENED in line:
            receipt = read_line(line, start)
            if receipt is not None and receipt.event == "opened":
                found.append(receipt)
    return found


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False
