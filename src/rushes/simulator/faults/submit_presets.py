"""Faults of the submit, by name: their meaning, then their steps as in a fault file.

A submit is billed where the call is carried out, which is where `when` is ``after_accepting``, as
it is where nothing else is said.
"""

from http import HTTPStatus

from rushes.domain.request import JsonValue

Table = dict[str, tuple[JsonValue, ...]]

ERROR_CODES = {
    400001: ("model id refused", 400),
    400002: ("no balance left", 400),
    400004: ("token refused", 400),
}
ERROR_STATUSES = {
    400: "input refused",
    401: "token refused",
    402: "no balance left",
    403: "not allowed",
    404: "no such model",
    408: "the service waited too long for the request",
    409: "conflict",
    422: "input refused by the schema",
}
DOWN_STATUSES = (500, 502, 503)
REDIRECTS = (301, 302, 303, 307, 308)
HTML = "<!DOCTYPE html><html><body><h1>Bad gateway</h1></body></html>"
HTML_HEADERS = {"Content-Type": "text/html; charset=utf-8"}


def _submit(**fault: JsonValue) -> JsonValue:
    return {"call": "submit", "fault": fault}


def _refused(status: int, body: JsonValue, **further: JsonValue) -> JsonValue:
    return _submit(when="after_reading", status=status, body={"json": body}, **further)


def _page(when: str, status: int) -> JsonValue:
    return _submit(when=when, status=status, headers=HTML_HEADERS, body={"text": HTML})


SUBMIT: Table = {
    "submit_refused_connection": (
        "nobody listens on the port of the API for 2 seconds, once",
        {**_submit(do="refuse_connections", seconds=2), "times": 1},
    ),
    "submit_reset_connecting": (
        "the connection is reset as soon as it opens",
        _submit(when="connecting", do="reset"),
    ),
    "submit_reset_before_reading": (
        "reset before the body is read",
        _submit(when="before_reading", do="reset"),
    ),
    "submit_reset_mid_body": (
        "reset in the middle of the body",
        _submit(when="mid_body", do="reset"),
    ),
    "submit_reset_after_reading": (
        "reset once all is read, before it is accepted",
        _submit(when="after_reading", do="reset"),
    ),
    "submit_reset_after_accepting": ("accepted, then reset", _submit(do="reset")),
    "submit_closed_without_reply": ("accepted, then closed without a reply", _submit(do="close")),
    "submit_closed_unaccepted": (
        "closed without a reply, before it is accepted",
        _submit(when="after_reading", do="close"),
    ),
    "submit_hangs_connecting": (
        "the connection opens, and nothing is ever read",
        _submit(when="connecting", do="hang"),
    ),
    "submit_hangs_unaccepted": (
        "read, then neither accepted nor answered",
        _submit(when="after_reading", do="hang"),
    ),
    "submit_hangs_after_accepting": ("accepted, then never answered", _submit(do="hang")),
    "submit_answered_late": ("accepted, answered 3 seconds later", _submit(delay_seconds=3)),
    "submit_cut_in_headers": ("the reply ends in its headers", _submit(cut_at={"head": 0.6})),
    "submit_cut_in_status_line": ("the reply ends after 9 bytes", _submit(cut_at={"head": 9})),
    "submit_cut_before_body": ("the reply ends before its body", _submit(cut_at={"body": 0})),
    "submit_cut_in_body": ("the reply ends in its body", _submit(cut_at={"body": 0.5})),
    "submit_cut_in_body_reset": (
        "the reply is reset in its body",
        _submit(cut_at={"body": 0.5}, then="reset"),
    ),
    "submit_cut_without_length": (
        "the reply tells no length and ends in its body",
        _submit(framing="no_length", cut_at={"body": 0.5}),
    ),
    "submit_slow_reply": ("the reply's body comes with 20 bytes a second", _submit(body_rate=20)),
    "submit_html": ("200 with a page of HTML", _page("after_accepting", 200)),
    "submit_list": ("200 with []", _submit(body={"json": []})),
    "submit_empty": ("200 without a body", _submit(body={"text": ""})),
    "submit_no_id": ("200 without a request_id", _submit(body={"leave_out": ["request_id"]})),
    "submit_null_id": (
        "200 with null for a request_id",
        _submit(body={"change": {"request_id": None}}),
    ),
    "submit_number_id": (
        "200 with a number for an id",
        _submit(body={"change": {"request_id": 17}}),
    ),
    "submit_hostile_id": (
        "200 with an id that climbs out of the path",
        _submit(body={"change": {"request_id": "../../v1/models?x=<b>&"}}),
    ),
    "submit_long_id": (
        "200 with an id of 200 letters",
        _submit(body={"change": {"request_id": "x" * 200}}),
    ),
    "submit_two_ids": (
        "200 with two different ids in one object",
        _submit(body={"text": '{"request_id": "$REQUEST_ID", "request_id": "another"}'}),
    ),
    "submit_error_code": (
        "200 with an error_code and no id",
        _refused(200, {"error_code": 400002, "error_message": "The balance is used up."}),
    ),
    "submit_error_code_and_id": (
        "200 with an error_code beside the id",
        _submit(body={"change": {"error_code": 400001}}),
    ),
    **{
        f"submit_error_{code}": (
            f"{meaning}: HTTP {status}, error_code {code}",
            _refused(status, {"error_code": code, "error_message": meaning}),
        )
        for code, (meaning, status) in ERROR_CODES.items()
    },
    **{
        f"submit_{status}": (
            f"{meaning}: HTTP {status}",
            _refused(status, {"error_message": meaning}),
        )
        for status, meaning in ERROR_STATUSES.items()
    },
    "submit_400_html": ("HTTP 400 with a page of HTML", _page("after_reading", 400)),
    "submit_429": ("HTTP 429 without Retry-After", _refused(429, {"message": "too many calls"})),
    "submit_429_retry_after": (
        "HTTP 429 with Retry-After: 2",
        _refused(429, {"message": "too many calls"}, headers={"Retry-After": "2"}),
    ),
    "submit_429_html": ("HTTP 429 with a page of HTML", _page("after_reading", 429)),
    **{
        f"submit_{status}": (f"HTTP {status} with a page of HTML", _page("after_reading", status))
        for status in DOWN_STATUSES
    },
    **{
        f"submit_{status}_after_accepting": (
            f"accepted, then HTTP {status} with a page of HTML",
            _page("after_accepting", status),
        )
        for status in DOWN_STATUSES
    },
    **{
        f"submit_{status}": (
            f"HTTP {status} {HTTPStatus(status).phrase} to the same address",
            _submit(when="after_reading", status=status, headers={"Location": "$HERE"}),
        )
        for status in REDIRECTS
    },
    "submit_307_elsewhere": (
        "HTTP 307 to the canary, which writes down what it gets",
        _submit(when="after_reading", status=307, headers={"Location": "$CANARY/v1/models/x"}),
    ),
    "submit_endless_interim": (
        "accepted, then 103 Early Hints without end",
        _submit(interim_replies=10**12),
    ),
    "submit_endless_headers": (
        "accepted, then headers without end",
        _submit(header_filler_bytes=10**12),
    ),
    "submit_two_lengths": (
        "accepted; the reply names two different lengths",
        _submit(headers={"Content-Length": ["10", "300"]}),
    ),
    "submit_not_http": (
        "accepted, then answered in no known protocol",
        _submit(raw_head="\x15\x03\x01hello\r\n\r\n"),
    ),
    "submit_gzip_bomb": (
        "accepted, then 10 GB of spaces, compressed",
        _submit(body={"repeat": " ", "bytes": 10**10}, gzip=True, framing="chunked"),
    ),
}
