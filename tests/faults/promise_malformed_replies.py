"""Malformed replies, in every call: no exception that is not of the error tree, no wrong step."""

import asyncio
import random
import traceback
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from rushes.api import reading
from rushes.api.raw_reply import RawReply
from rushes.domain.errors import (
    CatalogueEntryUnreadable,
    OutcomeUnknown,
    Refused,
    RushesError,
    ServiceError,
    TooManyCalls,
)
from rushes.domain.model_spec import read_model
from rushes.domain.replies import Accepted, Balance, CancelReply, ResultReply, StatusReply
from rushes.domain.replies import Phase as StatePhase
from rushes.domain.validation import check_inputs, resolve_inputs
from tests.faults.contract import Promise, Reached
from tests.faults.hostile_replies import CALLS, edited_reply, replies
from tests.faults.reply_reference import says_cancelled, submit_outcome, word_of
from tests.faults.served_replies import serve_to_client, serve_to_engine
from tests.faults.trial_child import answer, run_in_child

_SEED = 20_261_122
_TO_CLIENT = 0.06
_TO_ENGINE = 0.12
"""Shares of the replies that go over a real connection."""

_LARGEST_SUM = Decimal(10) ** 12
_READERS: dict[str, Callable[[RawReply], Any]] = {
    "submit": reading.read_submit,
    "status": reading.read_status,
    "result": reading.read_result,
    "cancel": reading.read_cancel,
    "catalogue": reading.read_catalogue_page,
    "entry": reading.read_entry,
    "balance": reading.read_balance,
}
_WORDS = {
    StatePhase.QUEUED: {"in_queue", "queued"},
    StatePhase.RUNNING: {"in_progress"},
    StatePhase.FAILED: {"failed"},
    StatePhase.CANCELLED: {"cancelled", "canceled"},
    StatePhase.ENDED: {"completed"},
    StatePhase.SUCCEEDED: {"succeeded", "completed"},
}


def what_is_wrong(call: str, reply: RawReply) -> str:
    """Read a reply as the program does; return in what that goes wrong, or an empty text."""
    try:
        value = _READERS[call](reply)
    except ServiceError as error:
        value = error
    except Exception as error:
        return f"{call}: {type(error).__name__}: {error}"[:200]
    wrong = _wrong_texts(value) or _wrong_sums(value)
    if not wrong and call == "submit":
        wrong = _wrong_submit(reply, value)
    elif not wrong and isinstance(value, StatusReply | ResultReply):
        wrong = _wrong_word(reply, value)
    elif not wrong and isinstance(value, CancelReply) and value.outcome == "cancelled":
        wrong = "" if says_cancelled(reply.status, reply.body) else "cancelled, though not told so"
    elif not wrong and call in ("catalogue", "entry") and not isinstance(value, RushesError):
        entries = value[0] if call == "catalogue" else [value]
        wrong = next(filter(None, map(_wrong_entry, entries)), "")
    return f"{call}: {wrong}" if wrong else ""


def _wrong_submit(reply: RawReply, value: object) -> str:
    told = submit_outcome(reply.status, reply.body)
    read = "another kind"
    if isinstance(value, Accepted):
        read = f"accepted {value.remote_id}"
    elif isinstance(value, OutcomeUnknown):
        read = "unknown"
    elif isinstance(value, TooManyCalls):
        read = "later"
    elif isinstance(value, Refused):
        read = "refused"
    return "" if read == told else f"read as {read}, means {told}"


def _wrong_word(reply: RawReply, value: StatusReply | ResultReply) -> str:
    word = word_of(reply.status, reply.body)
    if not word:
        return f"{value.phase}, though the reply names no state"
    known = set().union(*_WORDS.values())
    if value.phase is StatePhase.UNRECOGNISED:
        return f"{word} was not recognised" if word in known else ""
    return "" if word in _WORDS[value.phase] else f"{value.phase} for {word[:40]!r}"


def _wrong_texts(value: object) -> str:
    """Every text of a reply has to be such that it can be stored, printed and shown."""
    texts: list[object] = []
    if isinstance(value, StatusReply):
        texts = [value.word]
    elif isinstance(value, ResultReply):
        texts = [value.word, value.failure, *value.urls]
    elif isinstance(value, CancelReply):
        texts = [value.outcome]
    elif isinstance(value, Balance):
        texts = [value.currency]
    elif isinstance(value, RushesError):
        texts = [value.detail]
    for text in texts:
        try:
            str(text).encode("utf-8")
        except UnicodeError:
            return f"a text that cannot be stored: {str(text)[:40]!a}"
        if len(str(text)) > 16_000:
            return f"a text of {len(str(text))} characters"
    return ""


def _wrong_sums(value: object) -> str:
    amount = getattr(value, "cost", None) or getattr(value, "amount", None)
    if amount is not None and not (amount.is_finite() and abs(amount) < _LARGEST_SUM):
        return f"a sum that nobody can show: {str(amount)[:40]}"
    return ""


def _wrong_entry(entry: object) -> str:
    try:
        spec = read_model(entry)
        check_inputs(spec, resolve_inputs(spec, {"prompt": "a cabin at dawn"}))
    except CatalogueEntryUnreadable:
        return ""
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"entry: {type(error).__name__}: {error} in {where.name}"[:160]
    return ""


def generated(count: int, take: Callable[[str, RawReply], None], calls: tuple[str, ...]) -> None:
    """Have `count` replies made, and hand on each with its call; the same ones every time.

    A third is of any form at all; the rest is near to real replies.
    """
    for number, call in enumerate(calls):
        wanted = count // len(calls) + (number < count % len(calls))
        chance = random.Random(f"{_SEED} {number} {count}")
        made: list[RawReply] = []
        _generate(_SEED + number, wanted // 3, replies(call), made.append)
        del made[wanted // 3 :]
        made += [edited_reply(chance, call) for _ in range(wanted - len(made))]
        for reply in made:
            take(call, reply)


def _generate(
    begun: int,
    count: int,
    strategy: st.SearchStrategy[RawReply],
    take: Callable[[RawReply], None],
) -> None:
    @seed(begun)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def each(reply: RawReply) -> None:
        take(reply)

    each()


def _trial(count: int, folder: Path) -> Reached:
    wrong: Counter[str] = Counter()
    examples: dict[str, str] = {}

    def note(what: str, reply: object) -> None:
        if what:
            wrong[what] += 1
            examples.setdefault(what, repr(reply)[:600])

    to_client, to_engine = round(count * _TO_CLIENT), round(count * _TO_ENGINE)

    def read(call: str, reply: RawReply) -> None:
        note(what_is_wrong(call, reply), reply)

    generated(count - to_client - to_engine, read, CALLS)
    served: list[tuple[str, RawReply]] = []
    generated(to_client, lambda call, reply: served.append((call, reply)), CALLS)
    asyncio.run(serve_to_client(served, note))
    pool: dict[str, list[RawReply]] = {}
    keep = lambda call, reply: pool.setdefault(call, []).append(reply)  # noqa: E731
    generated(to_engine, keep, ("submit", "status", "result", "status", "result", "cancel"))
    to_jobs = asyncio.run(serve_to_engine(pool, folder / "library", note))
    details = "\n".join(f"{n} × {what}\n    {examples[what]}" for what, n in wrong.most_common())
    given = count - to_engine + to_jobs
    figure = f"{given} replies, {to_jobs} of them to jobs: {wrong.total()} crashes or wrong steps"
    return Reached(figure, not wrong, details)


def _run(count: int, folder: Path) -> Reached:
    seconds = 150 + count / 40
    return run_in_child("tests.faults.promise_malformed_replies", count, folder, seconds=seconds)


PROMISE = Promise(
    name="malformed replies",
    goal="5,000 generated replies in every call: 0 crashes, 0 wrong steps",
    short=5_000,
    long=20_000,
    run=_run,
    seconds=180,
)

if __name__ == "__main__":
    answer(_trial)
