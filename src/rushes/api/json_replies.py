"""Read JSON from outside without trusting it."""

import json
import math
from decimal import Decimal, InvalidOperation
from typing import Any

from rushes.api.raw_reply import RawReply

_ERROR_TEXTS = ("error_message", "message", "error", "detail")
_LONGEST_TEXT = 4_000
_MOST_DIGITS = 9
"""Of a sum, before its point."""


class AmbiguousJson(ValueError):
    """The same name stands twice in one object, with different values."""


def read_object(body: bytes) -> dict[str, Any] | None:
    """Return the JSON object in a body, or None when it is anything else.

    NaN and infinities, broken UTF-8, nesting too deep to read, and one name with two different
    values all count as anything else. Halves of surrogate pairs, which can be escaped in JSON but
    neither stored nor sent, are replaced.
    """
    try:
        text = body.decode("utf-8")
        value = json.loads(
            text,
            parse_constant=_refuse,
            parse_float=_finite,
            object_pairs_hook=_unambiguous,
        )
        if "\\u" in text:
            value = _storable(value)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def error_code(values: dict[str, Any]) -> int | None:
    """Return the service's ``error_code``, also where it is written as text; 0 is no error."""
    code = values.get("error_code")
    if isinstance(code, int) and not isinstance(code, bool):
        return code or None
    if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) < 10:
        return int(code) or None
    return None


def error_text(values: dict[str, Any]) -> str:
    """Return what a reply says went wrong: text, or the JSON of an object or list; else empty."""
    for name in _ERROR_TEXTS:
        said = values.get(name)
        if said in (None, "", [], {}):
            continue
        if isinstance(said, dict):
            inner = next((said[key] for key in ("message", "detail") if said.get(key)), None)
            said = inner if isinstance(inner, str) else said
        text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
        return text[:_LONGEST_TEXT]
    return ""


def has_service_shape(values: dict[str, Any]) -> bool:
    """Tell whether an object is an error in the service's own form."""
    return error_code(values) is not None or any(
        isinstance(values.get(name), str | dict | list) and values[name] for name in _ERROR_TEXTS
    )


def detail_of(reply: RawReply, values: dict[str, Any] | None) -> str:
    """Return what to keep of a reply for a person who asks: its own words, or its first bytes."""
    said = error_text(values) if values is not None else ""
    said = said or reply.body[:400].decode("utf-8", "replace")
    return f"HTTP {reply.status}: {said}" if said else f"HTTP {reply.status}"


def money(value: object) -> Decimal | None:
    """Return an amount of US dollars, or None when it is not a number that a sum can be."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount.adjusted() < _MOST_DIGITS else None


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return value


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_storable(each) for each in value]
    if isinstance(value, dict):
        return {_storable(name): _storable(each) for name, each in value.items()}
    return value


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name in values and values[name] != value:
            raise AmbiguousJson(name)
        values[name] = value
    return values
