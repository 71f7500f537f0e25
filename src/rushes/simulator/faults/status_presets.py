"""Faults of asking for a state and of cancelling, by name, with their steps as in a fault file."""

from rushes.domain.request import JsonValue
from rushes.simulator.faults.submit_presets import HTML, HTML_HEADERS, Table


def _state(word: JsonValue, **further: JsonValue) -> JsonValue:
    return {"change": {"status": word, **further}}


def _status(body: JsonValue = None, *, at: JsonValue = None, **fault: JsonValue) -> JsonValue:
    """A step for the status call; `at`: which of the calls about one request."""
    return {
        "call": "status",
        **({} if at is None else {"request_count": at}),
        "fault": fault if body is None else {**fault, "body": body},
    }


def _refused(status: int, body: JsonValue, at: JsonValue, **fault: JsonValue) -> JsonValue:
    return _status({"json": body}, at=at, when="after_reading", status=status, **fault)


def _cancel(**fault: JsonValue) -> JsonValue:
    return {"call": "cancel", "fault": fault}


_GONE = {"error_code": 404001, "error_message": "The request is not known."}

STATUS: Table = {
    "status_unknown_word": ("a state that nobody knows", _status(_state("warming_up"))),
    "status_unknown_then_right": (
        "a state that nobody knows, twice; then the right one",
        _status(_state("warming_up"), at=[1, 2]),
    ),
    "status_succeeded": (
        "the state succeeded where the job has ended",
        {**_status(_state("succeeded")), "state": "succeeded"},
    ),
    "status_failed": (
        "the state failed where the job has ended",
        {**_status(_state("failed")), "state": "succeeded"},
    ),
    "status_canceled": (
        "the state canceled, with one l",
        {**_status(_state("canceled")), "state": "cancelled"},
    ),
    "status_going_backwards": (
        "in progress, then in the queue again, then the right state",
        _status(_state("in_progress"), at=1),
        _status(_state("in_queue", queue_position=3), at=[2, 3]),
    ),
    "status_completed_then_in_progress": (
        "completed, then in progress again, then the right state",
        _status(_state("completed"), at=1),
        _status(_state("in_progress"), at=[2, 3]),
    ),
    "status_rising_position": (
        "a place in the queue that rises: 1, 4, 9, 16; then the right state",
        *(
            _status(_state("in_queue", queue_position=number**2), at=number)
            for number in (1, 2, 3, 4)
        ),
    ),
    "status_bad_position": (
        "a place in the queue that is no number",
        _status(_state("in_queue", queue_position="soon"), at=[1, 2]),
    ),
    "status_no_word": ("no state at all", _status({"leave_out": ["status"]}, at=[1, 3])),
    "status_number_word": ("a number for a state", _status(_state(7), at=[1, 3])),
    "status_list": ("a list instead of an object", _status({"json": []}, at=[1, 3])),
    "status_html": (
        "a page of HTML",
        _status({"text": HTML}, at=[1, 3], headers=HTML_HEADERS),
    ),
    "status_error_code": ("200 with an error_code", _refused(200, {"error_code": 400001}, [1, 3])),
    "status_404_then_back": ("404001 twice, then the right state", _refused(404, _GONE, [1, 2])),
    "status_404": ("404001 for good", _refused(404, _GONE, "every")),
    "status_403": (
        "403001: somebody else's request",
        _refused(403, {"error_code": 403001, "message": "not yours"}, "every"),
    ),
    "status_401_mid_job": (
        "401 from the second call on, until the faults are cleared",
        _refused(401, {"message": "the token has been revoked"}, [2, None]),
    ),
    "status_429_storm": (
        "429 without Retry-After, eight times",
        _refused(429, {"message": "too many calls"}, [1, 8]),
    ),
    "status_429_retry_after": (
        "429 with Retry-After: 1, twice",
        _refused(429, {"message": "too many calls"}, [1, 2], headers={"Retry-After": "1"}),
    ),
    "status_503": (
        "503 with a page of HTML, three times",
        _status({"text": HTML}, at=[1, 3], when="after_reading", status=503, headers=HTML_HEADERS),
    ),
    "status_reset": ("reset instead of a reply, twice", _status(at=[1, 2], do="reset")),
    "status_closed": ("closed without a reply, twice", _status(at=[1, 2], do="close")),
    "status_hangs": ("no reply at all, once", _status(at=1, do="hang")),
    "status_redirect": (
        "HTTP 302 to the canary",
        _status(
            at=[1, 2], when="after_reading", status=302, headers={"Location": "$CANARY/status"}
        ),
    ),
    "status_huge": (
        "50 MB of JSON",
        _status(
            {
                "before": '{"status": "in_progress", "note": "',
                "repeat": "x",
                "bytes": 50_000_000,
                "after": '"}',
            },
            at=[1, 2],
        ),
    ),
    "status_deep": (
        "lists in lists, 100,000 deep",
        _status({"before": '{"status": ', "repeat": "[", "bytes": 100_000}, at=[1, 2]),
    ),
    "status_long_number": (
        "a number of a million digits",
        _status(
            {"before": '{"queue_position": ', "repeat": "9", "bytes": 1_000_000, "after": "}"},
            at=[1, 2],
        ),
    ),
    "status_nan": (
        "NaN in the JSON",
        _status({"text": '{"status": "in_queue", "queue_position": NaN}'}, at=[1, 2]),
    ),
    "status_infinite_number": (
        "a number that is too large for any float",
        _status({"text": '{"status": "in_queue", "queue_position": 1e999}'}, at=[1, 2]),
    ),
    "status_two_words": (
        "two different states in one object",
        _status({"text": '{"status": "completed", "status": "in_queue"}'}, at=[1, 2]),
    ),
    "status_not_utf8": (
        "bytes that are no text",
        _status({"base64": "eyJzdGF0dXMiOiAi//8ifQ=="}, at=[1, 2]),
    ),
    "status_hostile_word": (
        "a state of HTML, line ends and marks that turn the writing around",
        _status(_state("<img src=x>\n\u202e{}%s"), at=[1, 2]),
    ),
    "status_slow_headers": ("headers with 5 bytes a second, once", _status(at=1, head_rate=5)),
    "status_slow_body": ("a body with 5 bytes a second, once", _status(at=1, body_rate=5)),
    "status_endless_headers": (
        "headers without end",
        _status(at=[1, 2], header_filler_bytes=10**12),
    ),
    "status_endless_interim": (
        "103 Early Hints without end",
        _status(at=1, interim_replies=10**12),
    ),
    "status_gzip_bomb": (
        "10 GB of spaces, compressed",
        _status({"repeat": " ", "bytes": 10**10}, at=[1, 2], gzip=True, framing="chunked"),
    ),
    "status_two_lengths": (
        "a reply that names two different lengths",
        _status(at=[1, 2], headers={"Content-Length": ["5", "400"]}),
    ),
}

CANCEL: Table = {
    "cancel_cancelled": (
        "carried out; the state completed beside the outcome cancelled",
        _cancel(body={"change": {"status": "completed", "outcome": "cancelled"}}),
    ),
    "cancel_not_cancellable": (
        "not carried out, and told so",
        _cancel(
            when="after_reading",
            status=202,
            body={"json": {"status": "in_progress", "outcome": "not_cancellable"}},
        ),
    ),
    "cancel_races_completion": (
        "carried out only once the job has ended",
        _cancel(wait_for_end=True),
    ),
    "cancel_told_but_completes": (
        "the outcome cancelled, but the job goes on and succeeds",
        _cancel(
            when="after_reading",
            status=202,
            body={"json": {"status": "cancelled", "outcome": "cancelled"}},
        ),
    ),
    "cancel_unknown_outcome": (
        "an outcome that nobody knows",
        _cancel(when="after_reading", status=202, body={"json": {"outcome": "perhaps"}}),
    ),
    "cancel_no_outcome": ("carried out, no outcome told", _cancel(body={"leave_out": ["outcome"]})),
    "cancel_404": (
        "404001: the request is not known",
        _cancel(when="after_reading", status=404, body={"json": _GONE}),
    ),
    "cancel_lost_reply": ("carried out, then closed without a reply", _cancel(do="close")),
    "cancel_reset": ("carried out, then reset", _cancel(do="reset")),
    "cancel_503": (
        "503 with a page of HTML",
        _cancel(when="after_reading", status=503, headers=HTML_HEADERS, body={"text": HTML}),
    ),
}
