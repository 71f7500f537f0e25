"""Turn raw replies into values or errors, by what is known of the service.

Where its documents and what clients met differ, all forms are read.
"""

from typing import Any

from rushes.api.json_replies import (
    detail_of,
    error_code,
    error_text,
    has_service_shape,
    money,
    read_object,
)
from rushes.api.raw_reply import RawReply
from rushes.domain.errors import (
    BalanceEmpty,
    InputsRefusedByService,
    NotAllowed,
    NotFound,
    OutcomeUnknown,
    Refused,
    ReplyMalformed,
    RequestGone,
    ResultNotReady,
    ServiceDown,
    ServiceError,
    TokenRefused,
    TooManyCalls,
)
from rushes.domain.ids import is_remote_id
from rushes.domain.replies import (
    Accepted,
    Balance,
    CancelReply,
    Phase,
    ResultReply,
    StatusReply,
    phase_of,
)

_LONGEST_WORD = 60
_LONGEST_URL = 8_192
_MAYBE_SENT = frozenset({408, 409})


def read_submit(reply: RawReply) -> Accepted:
    """Read the answer to a submit.

    Raises Refused (or one of its kinds) only when the service surely said no: a 4xx other than
    408 and 409 with a JSON body of its own form, or a 200 with an ``error_code`` and no id.
    Raises TooManyCalls for a 429 of that form. Everything else is OutcomeUnknown.
    """
    values = read_object(reply.body)
    remote_id = values.get("request_id") if values is not None else None
    if 200 <= reply.status < 300:
        if is_remote_id(remote_id):
            return Accepted(str(remote_id))
        told = values is not None and remote_id is None and error_code(values) is not None
        if values is not None and told and reply.status == 200:
            raise _refusal(reply, values, of_submit=True)
        raise OutcomeUnknown(detail_of(reply, values))
    surely = 400 <= reply.status < 500 and reply.status not in _MAYBE_SENT
    if surely and values is not None and remote_id is None and has_service_shape(values):
        if reply.status == 429:
            raise TooManyCalls(detail_of(reply, values), reply.retry_after)
        raise _refusal(reply, values, of_submit=True)
    raise OutcomeUnknown(detail_of(reply, values))


def read_status(reply: RawReply) -> StatusReply:
    """Read the answer to a status call; raises ServiceError."""
    values = _good(reply)
    word = _word(values)
    position = values.get("queue_position")
    told = isinstance(position, int) and not isinstance(position, bool) and 0 <= position < 10**9
    phase = phase_of(word)
    return StatusReply(phase, word, position if told and phase is Phase.QUEUED else None)


def read_result(reply: RawReply) -> ResultReply:
    """Read the answer to a result call; raises ServiceError, ResultNotReady.

    ``completed`` counts as success only with an output; without one it says nothing yet.
    """
    values = _good(reply)
    word = _word(values)
    phase = phase_of(word)
    urls = tuple(_urls(values.get("output")))
    if phase is Phase.ENDED and urls:
        phase = Phase.SUCCEEDED
    return ResultReply(phase, word, urls, money(values.get("cost")), error_text(values))


def read_cancel(reply: RawReply) -> CancelReply:
    """Read the answer to a cancel call by its ``outcome`` alone; raises ServiceError."""
    values = _good(reply)
    outcome = values.get("outcome")
    if not isinstance(outcome, str) or not outcome:
        raise ReplyMalformed(detail_of(reply, values))
    return CancelReply(outcome.strip().lower()[:_LONGEST_WORD])


def read_balance(reply: RawReply) -> Balance:
    """Read the answer to a balance call; raises ServiceError."""
    values = _good(reply)
    amount = money(values.get("balance_usd"))
    if amount is None:
        raise ReplyMalformed(detail_of(reply, values))
    currency = values.get("currency")
    return Balance(amount, currency[:8] if isinstance(currency, str) else "USD")


def read_catalogue_page(reply: RawReply) -> tuple[list[Any], int | None]:
    """Read one page of the catalogue: raw entries, and how many there are in all if told."""
    values = _good(reply)
    entries = values.get("models")
    if not isinstance(entries, list):
        raise ReplyMalformed(detail_of(reply, None))
    total = values.get("total")
    return entries, total if isinstance(total, int) and not isinstance(total, bool) else None


def model_ids(entries: list[Any]) -> set[str]:
    """Return the ids that catalogue entries name."""
    ids = [entry.get("model_id") for entry in entries if isinstance(entry, dict)]
    return {each for each in ids if isinstance(each, str)}


def read_entry(reply: RawReply) -> dict[str, Any]:
    """Read one catalogue entry; raises ServiceError."""
    return _good(reply)


def _good(reply: RawReply) -> dict[str, Any]:
    values = read_object(reply.body)
    if 200 <= reply.status < 300:
        if values is None:
            raise ReplyMalformed(detail_of(reply, None))
        if error_code(values) is not None:
            raise _refusal(reply, values, of_submit=False)
        return values
    if reply.status == 429:
        raise TooManyCalls(detail_of(reply, values), reply.retry_after)
    if reply.status >= 500 or reply.status == 408:
        raise ServiceDown(detail_of(reply, values), reply.retry_after)
    if reply.status in (401, 402) or (values is not None and has_service_shape(values)):
        raise _refusal(reply, values or {}, of_submit=False)
    raise ReplyMalformed(detail_of(reply, values))


def _refusal(reply: RawReply, values: dict[str, Any], *, of_submit: bool) -> ServiceError:
    code = error_code(values)
    detail = detail_of(reply, values)
    kind: type[Refused] = Refused
    match code, reply.status:
        case (400002, _) | (_, 402):
            kind = BalanceEmpty
        case (400004, _) | (_, 401):
            kind = TokenRefused
        case (400005, _):
            kind = ResultNotReady
        case (403001, _) | (_, 403):
            kind = NotAllowed
        case (400001, _) | (404001, _) | (_, 404):
            kind = NotFound if of_submit else RequestGone
        case (_, 400 | 422):
            kind = InputsRefusedByService
    return kind(detail, service_code=code, status=reply.status)


def _word(values: dict[str, Any]) -> str:
    word = values.get("status")
    if not isinstance(word, str) or not word.strip():
        raise ReplyMalformed("the answer names no state")
    return word.strip()[:_LONGEST_WORD]


def _urls(output: object) -> list[str]:
    """Return every URL of an ``output``: an object, a bare URL, or a bare list of URLs."""
    if isinstance(output, str):
        found = [output]
    elif isinstance(output, list):
        found = [each for each in output if isinstance(each, str)]
        found += [url for each in output if isinstance(each, dict) for url in _urls(each)]
    elif isinstance(output, dict):
        found = []
        for name in ("video", "videos", "image", "images", "audio", "audios", "url"):
            found += _urls(output[name]) if name in output else []
    else:
        return []
    web = [url for url in found if url.startswith(("https://", "http://"))]
    return list(dict.fromkeys(url for url in web if len(url) <= _LONGEST_URL))
