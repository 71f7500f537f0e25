"""What a reply says, decided slowly and obviously: the judge of the program's own reading."""

import json
import string
from typing import Any

_ID_LETTERS = string.ascii_letters + string.digits + "_-"
_ERROR_NAMES = ("error_message", "message", "error", "detail")


class _NotJson(ValueError):
    """The body is no JSON object that has one meaning."""


def meaning(body: bytes) -> dict[str, Any] | None:
    """Return the object that a body means, or None when it means none, or more than one."""
    try:
        text = body.decode("utf-8")
        # Deeper than any reply: no reader has to follow it.
        if text.count("[") + text.count("{") > 50_000:
            return None
        value = json.loads(
            text,
            parse_constant=_no_constant,
            parse_float=_no_infinity,
            object_pairs_hook=_one_meaning,
        )
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _no_constant(name: str) -> None:
    raise _NotJson(name)


def _no_infinity(number: str) -> float:
    if float(number) in (float("inf"), float("-inf")):
        raise _NotJson(number)
    return float(number)


def _one_meaning(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    for name, value in pairs:
        for other_name, other in pairs:
            if name == other_name and value != other:
                raise _NotJson(name)
    return dict(pairs)


def code_of(values: dict[str, Any]) -> int | None:
    """Return the error code of a reply: a whole number, or the same as text; 0 is no error."""
    code = values.get("error_code")
    if type(code) is int:
        return code or None
    if type(code) is str and 0 < len(code) < 10 and all(each in string.digits for each in code):
        return int(code) or None
    return None


def submit_outcome(status: int, body: bytes) -> str:
    """Say what a reply to a submit means: ``accepted ID``, ``refused``, ``later`` or ``unknown``.

    Accepted: 2xx with a valid id. Refused: a 4xx that is neither 408 nor 409 with an object of the
    service's form and no id, or a 200 with an error code and no id. Later: a 429 of that form.
    """
    values = meaning(body)
    if values is None:
        return "unknown"
    given = values.get("request_id")
    if status in range(200, 300):
        if type(given) is str and 1 <= len(given) <= 128 and all(c in _ID_LETTERS for c in given):
            return f"accepted {given}"
        told = status == 200 and given is None and code_of(values) is not None
        return "refused" if told else "unknown"
    if status not in range(400, 500) or status in (408, 409) or given is not None:
        return "unknown"
    told = any(type(values.get(n)) in (str, dict, list) and values[n] for n in _ERROR_NAMES)
    if code_of(values) is None and not told:
        return "unknown"
    return "later" if status == 429 else "refused"


def word_of(status: int, body: bytes) -> str:
    """Return the state that a reply to a status or result call names; empty when it names none."""
    values = meaning(body)
    if values is None or status not in range(200, 300) or code_of(values) is not None:
        return ""
    word = values.get("status")
    return word.strip().lower() if type(word) is str else ""


def has_output(body: bytes) -> bool:
    """Tell whether anything that could be a link stands in the ``output`` of a reply."""
    values = meaning(body)
    return values is not None and "http" in json.dumps(values.get("output"))


def says_cancelled(status: int, body: bytes) -> bool:
    """Tell whether a reply to a cancel call says that the job was cancelled."""
    values = meaning(body)
    if values is None or status not in range(200, 300) or code_of(values) is not None:
        return False
    outcome = values.get("outcome")
    return type(outcome) is str and outcome.strip().lower() == "cancelled"
