"""Replies as no service should give them: strategies of status, body and headers for each call."""

import json
import random
from typing import Any

from hypothesis import strategies as st

from rushes.api.raw_reply import RawReply

CALLS = ("submit", "status", "result", "cancel", "catalogue", "entry", "balance")

_LINKS = ("https://files.example/a.mp4?sig=1", "http://127.0.0.1:9/b.mp4", "https://x.runcomfy.net")
REAL: dict[str, list[dict[str, Any]]] = {
    "submit": [
        {
            "request_id": "req-0123456789abcdef",
            "status_url": "https://model-api.runcomfy.net/v1/requests/req/status",
            "result_url": "https://model-api.runcomfy.net/v1/requests/req/result",
            "cancel_url": "https://model-api.runcomfy.net/v1/requests/req/cancel",
        },
        {"error_code": 400002, "error_message": "no balance left"},
        {"detail": [{"loc": ["body", "prompt"], "msg": "field required"}]},
    ],
    "status": [
        {"request_id": "r", "status": "in_queue", "queue_position": 3},
        {"request_id": "r", "status": "in_progress"},
        {"request_id": "r", "status": "completed"},
        {"request_id": "r", "status": "cancelled"},
        {"request_id": "r", "status": "failed"},
        {"error_code": 404001, "message": "unknown request"},
    ],
    "result": [
        {"request_id": "r", "status": "succeeded", "output": {"video": _LINKS[0]}, "cost": 0.25},
        {"request_id": "r", "status": "completed", "output": list(_LINKS), "created_at": "now"},
        {"request_id": "r", "status": "failed", "error": {"message": "out of memory"}},
        {"request_id": "r", "status": "in_progress"},
        {"error_code": 400005, "error_message": "not ready"},
    ],
    "cancel": [
        {"request_id": "r", "status": "completed", "outcome": "cancelled"},
        {"request_id": "r", "status": "in_progress", "outcome": "not_cancellable"},
    ],
    "catalogue": [
        {
            "models": [
                {
                    "model_id": "maker/model/kind",
                    "display_name": "Model",
                    "input_schema": {
                        "type": "object",
                        "required": ["prompt"],
                        "properties": {
                            "prompt": {"type": "string", "maxLength": 500},
                            "seed": {"type": "integer", "minimum": 0, "maximum": 2147483647},
                            "size": {"type": "string", "enum": ["480p", "720p"]},
                            "scale": {"type": "number", "minimum": 1, "maximum": 9, "default": 5},
                            "image": {"type": "string", "format": "image_uri"},
                        },
                    },
                    "base_price_usd": 0.1,
                    "price_unit": "second",
                }
            ],
            "total": 1,
        }
    ],
    "balance": [{"balance_usd": 12.5, "balance_microdollars": 12500000, "currency": "USD"}],
}
REAL["entry"] = [dict(REAL["catalogue"][0]["models"][0])]

WORDS = (
    *("in_queue", "in_progress", "completed", "succeeded", "failed", "cancelled", "canceled"),
    *("not_cancellable", " Failed ", "FAILED", "failed\x00", "exploded", "", "null", "completed!"),
)
IDS = (
    *("req-1", "", "../../etc/passwd", "//evil.example", "?x=1", "a\r\nX: y", "x" * 128),
    *("x" * 129, "a b", "%2e%2e", "é", "r\u0000", "-", "_", "．．"),
)
CODES = (0, -1, 400001, 400002, 400004, 400005, 403001, 404001, "404001", "4e5", 4.5, 10**30, True)
TEXTS = (
    *("\ud800", "a\udfffb", "\x00", "\u202e", "<b>no</b>", "<html><body>502</body></html>"),
    *("e\u0301" * 40, "x" * 20_000, "%n%s{}", "https://" + "h" * 9_000),
)
NAMES = (
    *("request_id", "status", "queue_position", "output", "error", "error_code", "message"),
    *("detail", "outcome", "models", "total", "balance_usd", "cost", "video", "videos", "\ud83d"),
)
STATUSES = (
    *(200, 200, 200, 200, 201, 202, 204, 206, 226, 299, 300, 301, 302, 303, 304, 307, 308, 400),
    *(401, 402, 403, 404, 405, 408, 409, 410, 418, 422, 425, 429, 451, 499, 500, 502, 503, 504),
)
_LITERALS = (
    *(b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-1e999", b"1" + b"0" * 5_000, b"1E-9999"),
    *(b'"\\ud800"', b'"\xff"', b"'a'", b"undefined", b"0x10", b"01", b"1.", b'"1e999999999"'),
)
_SAME_TWICE = (
    b'{"request_id":"a","request_id":"b"}',
    b'{"request_id":"a","request_id":"a"}',
    b'{"status":"failed","status":"in_queue"}',
    b'{"status":"completed","output":{"video":"https://a/1"},"output":null}',
    b'{"outcome":"cancelled","outcome":"not_cancellable"}',
)

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from(WORDS + IDS + TEXTS),
    st.sampled_from(CODES),
    st.text(st.characters(codec=None), max_size=12),
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


def _wild(chance: random.Random, depth: int = 0) -> Any:
    """Return any value that JSON can hold, and some that it cannot."""
    match chance.randrange(12):
        case 0 | 1 if depth < 4:
            return [_wild(chance, depth + 1) for _ in range(chance.randrange(4))]
        case 2 | 3 if depth < 4:
            names = (chance.choice(NAMES) for _ in range(chance.randrange(4)))
            return {name: _wild(chance, depth + 1) for name in names}
        case 4:
            return chance.choice((None, True, False))
        case 5:
            return chance.choice((1, -1)) * chance.getrandbits(chance.choice((3, 31, 64, 900)))
        case 6:
            return chance.choice((0.5, -0.0, 1e300, 5e-324, float("nan"), float("inf")))
        case 7:
            return chance.choice(CODES)
        case 8:
            return "".join(chr(chance.randrange(0x10FFFF)) for _ in range(chance.randrange(9)))
        case _:
            return chance.choice(WORDS + IDS + TEXTS)


def _edit(chance: random.Random, call: str) -> bytes:
    """A real reply with a few of its names and values changed."""
    whole = json.loads(json.dumps(chance.choice(REAL[call])))
    literal = b"0"
    for _ in range(chance.choice((0, 1, 1, 1, 2, 4))):
        place: Any = whole
        while chance.randrange(2):
            inner = [each for each in _inner(place) if isinstance(each, dict | list) and each]
            if not inner:
                break
            place = chance.choice(inner)
        if isinstance(place, list):
            place[chance.randrange(len(place))] = _wild(chance)
            continue
        name = chance.choice((*place, *place, chance.choice(NAMES)))
        few = {"request_id": IDS, "error_code": CODES, "status": WORDS, "outcome": WORDS}.get(name)
        match chance.randrange(5):
            case 0:
                place.pop(name, None)
            case 1:
                place[name], literal = "LITERAL", chance.choice(_LITERALS)
            case 2 | 3 if few is not None:
                place[name] = chance.choice(few)
            case _:
                place[name] = _wild(chance)
    return json.dumps(whole).encode().replace(b'"LITERAL"', literal)


def _inner(place: Any) -> list[Any]:
    return list(place.values()) if isinstance(place, dict) else list(place)


def _break(chance: random.Random, call: str) -> bytes:
    """A reply that was cut, or had bytes put in, left out or changed."""
    body = bytearray(_edit(chance, call))
    at = chance.randrange(len(body) + 1)
    match chance.randrange(4):
        case 0:
            del body[at:]
        case 1:
            body[at:at] = chance.randbytes(chance.randrange(1, 5))
        case 2:
            body[at : at + 1] = chance.randbytes(1)
        case _:
            body[0:0] = chance.choice((b"\xef\xbb\xbf", b"\x00", b" \n", b"\xff\xfe", b"x"))
    return bytes(body)


def _deep(depth: int, form: int) -> bytes:
    opening, closing = ((b"[", b"]"), (b'{"output":', b"}"), (b'{"error":[', b"]}"))[form]
    return opening * depth + b"1" + closing * depth


_NOTHING = (b"", b"<!doctype html><title>502</title>", b"null", b"[]", b"{}")
_HEADERS = {
    "retry-after": ("0", "-1", "3", "99999999999", "1e9", "Wed, 21 Oct 2099 07:28:00 GMT", "½"),
    "content-type": ("text/html", "application/json", "", "video/mp4"),
    "location": ("/elsewhere", "https://evil.example/", "foo:bar", "//", "http://[", "\u00e9"),
    "set-cookie": ("a=b; domain=evil.example", "=", ";;;", "a=b; max-age=x", "\u00e9=1"),
}


def edited_reply(chance: random.Random, call: str) -> RawReply:
    """A reply for a call, near to a real one: its names, values or bytes changed."""
    body = chance.choice((_edit, _edit, _edit, _break))(chance, call)
    names = chance.sample(sorted(_HEADERS), chance.choice((0, 0, 1, 2)))
    headers = {name: chance.choice(_HEADERS[name]) for name in names}
    # Most with the status of a reply that is read on.
    status = 200 if chance.randrange(3) else chance.choice(STATUSES)
    return RawReply(status, body, headers)


def replies(call: str) -> st.SearchStrategy[RawReply]:
    """Replies that are any JSON, any bytes, or one of the well-known kinds of nonsense."""
    bodies = st.one_of(
        values.map(lambda value: json.dumps(value).encode()),
        st.dictionaries(st.sampled_from(sorted(REAL[call][0])), values).map(
            lambda value: json.dumps(value).encode()
        ),
        st.binary(max_size=64),
        st.sampled_from(_SAME_TWICE + _LITERALS + _NOTHING),
        st.builds(_deep, st.sampled_from([3, 60, 100_000]), st.integers(0, 2)),
    )
    headers = st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(few) for name, few in _HEADERS.items()}
    )
    return st.builds(RawReply, st.sampled_from(STATUSES), bodies, headers)
