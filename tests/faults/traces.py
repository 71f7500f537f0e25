"""Reads what strace saw of a run, and proves from it that the journal was on the disk first.

The trace is made with ``strace -f -y -tt -s 600``: a line for each system call, or two lines where
another thread's came between (``<unfinished ...>``, ``<... fsync resumed>``). What counts for the
proof is the order of lines: a write or sync must have *returned* before the line on which the
first byte of a submit is handed to the system.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CALLS = "fsync,fdatasync,write,pwrite64,pwritev,writev,sendto,sendmsg,connect"
"""The system calls that a trace must hold."""

_LINE = re.compile(
    r"^(?:\[pid\s+)?(?P<pid>\d+)?\]?\s*\d\d:\d\d:\d\d\.\d+ "
    r"(?:<\.\.\. (?P<resumed>\w+) resumed>|(?P<name>\w+)\()(?P<rest>.*)$"
)
_WRITES = frozenset({"write", "pwrite64", "pwritev", "writev"})
_SYNCS = frozenset({"fsync", "fdatasync"})
_SENDS = frozenset({"sendto", "sendmsg", "write", "writev"})


@dataclass(slots=True)
class Call:
    """One system call.

    Attributes:
        name: its name.
        text: its arguments as strace shows them; paths of descriptors are among them.
        begun: number of the line on which it began.
        ended: number of the line on which it returned, or None if it never did.
        result: what it returned.
    """

    name: str
    text: str
    begun: int
    ended: int | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a trace shows.

    Attributes:
        posts: submits that it holds.
        faults: why it does not prove what it should; empty when it does.
    """

    posts: int
    faults: tuple[str, ...]


def read_trace(lines: Iterable[str]) -> list[Call]:
    """Return the calls of a trace in the order in which they began."""
    calls: list[Call] = []
    open_calls: dict[tuple[str, str], Call] = {}
    for number, line in enumerate(lines):
        found = _LINE.match(line.rstrip("\n"))
        if found is None:
            continue
        thread = found["pid"] or ""
        rest = found["rest"]
        if found["resumed"]:
            call = open_calls.pop((thread, found["resumed"]), None)
            if call is not None:
                call.text += rest
                call.ended, call.result = number, _result(rest)
            continue
        call = Call(found["name"], rest, number)
        calls.append(call)
        if rest.endswith("<unfinished ...>"):
            call.text = rest.removesuffix("<unfinished ...>")
            open_calls[thread, call.name] = call
        else:
            call.ended, call.result = number, _result(rest)
    return calls


def judge_trace(calls: Sequence[Call]) -> Proof:
    """Tell whether each submit left only when its journal was on the disk."""
    posts = [call for call in calls if call.name in _SENDS and '"POST /v1/models/' in call.text]
    faults: list[str] = []
    if not posts:
        faults.append("the trace holds no submit")
    receipts = [call for call in calls if _writes_sending(call)]
    for number, post in enumerate(posts, start=1):
        if len(receipts) < number:
            faults.append(f"submit {number}: no sending receipt was written for it")
            continue
        receipt = receipts[number - 1]
        for path, written in (
            ("receipts.log", [receipt]),
            ("rushes.db-wal", _wal_writes(calls, receipt, post)),
        ):
            faults += [f"submit {number}: {each}" for each in _unsynced(calls, path, written, post)]
    return Proof(len(posts), tuple(faults))


def _unsynced(calls: Sequence[Call], path: str, written: Sequence[Call], post: Call) -> list[str]:
    """What of a file's writes was not on the disk when the submit began."""
    if not written:
        return [f"nothing was written to {path} before it"]
    last = written[-1]
    if last.ended is None or last.ended >= post.begun:
        return [f"{path} was written after it began"]
    synced = any(
        call.name in _SYNCS
        and path + ">" in call.text
        and call.begun > last.ended
        and call.ended is not None
        and call.ended < post.begun
        and call.result == "0"
        for call in calls
    )
    return [] if synced else [f"{path} was written and not synced before it"]


def _wal_writes(calls: Sequence[Call], receipt: Call, post: Call) -> list[Call]:
    """The writes to the database's log between the receipt and the submit."""
    return [
        call
        for call in calls
        if call.name in _WRITES
        and "rushes.db-wal>" in call.text
        and receipt.begun < call.begun < post.begun
    ]


def _writes_sending(call: Call) -> bool:
    return (
        call.name in _WRITES
        and "receipts.log>" in call.text
        and r"\"event\":\"sending\"" in call.text
    )


def _result(rest: str) -> str:
    return rest.rpartition("= ")[2].split(" ")[0]
