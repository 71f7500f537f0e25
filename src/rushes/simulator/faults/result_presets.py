"""Faults of asking for a result, by name, with their steps as in a fault file.

Those of a finished job strike only once it has succeeded; until then the right reply is given.
"""

from rushes.domain.request import JsonValue
from rushes.simulator.faults.submit_presets import HTML, HTML_HEADERS, Table

_PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
"""A picture of one pixel (PNG) in base64."""


def _result(body: JsonValue = None, *, at: JsonValue = None, **fault: JsonValue) -> JsonValue:
    """A step for the result call of a job that has succeeded."""
    return {
        "call": "result",
        "state": "succeeded",
        **({} if at is None else {"request_count": at}),
        "fault": fault if body is None else {**fault, "body": body},
    }


def _output(value: JsonValue) -> JsonValue:
    return _result({"change": {"output": value}})


def _failed(error: JsonValue) -> JsonValue:
    return _result({"change": {"status": "failed", "error": error}, "leave_out": ["output"]})


def _refused(status: int, body: JsonValue, at: JsonValue) -> JsonValue:
    return _result({"json": body}, at=at, when="after_reading", status=status)


RESULT: Table = {
    "result_completed": ("completed with an output", _result({"change": {"status": "completed"}})),
    "result_completed_without_output": (
        "completed, and no output",
        _result({"change": {"status": "completed"}, "leave_out": ["output"]}),
    ),
    "result_succeeded_without_output": (
        "succeeded, and no output",
        _result({"leave_out": ["output"]}),
    ),
    "result_unknown_word": (
        "a state that nobody knows",
        _result({"change": {"status": "polishing"}}),
    ),
    "result_output_object": ("the output as an object", _output({"video": "$LINK"})),
    "result_output_url": ("the output as a bare URL", _output("$LINK")),
    "result_output_list": ("the output as a bare list", _output(["$LINK"])),
    "result_output_no_videos": ("an empty list of videos", _output({"videos": []})),
    "result_output_one_video": ("a list of one video", _output({"videos": ["$LINK"]})),
    "result_output_two_videos": (
        "a list of two videos",
        _output({"videos": ["$LINK", "$LINK&copy=2"]}),
    ),
    "result_output_images_only": (
        "two pictures and no video",
        _output({"images": ["$MEDIA/first.png", "$MEDIA/second.png"]}),
        *(
            {
                "call": "download",
                "path": f"/{name}.png",
                "fault": {
                    "when": "after_reading",
                    "headers": {"Content-Type": "image/png"},
                    "body": {"base64": _PICTURE},
                },
            }
            for name in ("first", "second")
        ),
    ),
    "result_output_elsewhere": (
        "a link to a host that is not the service's",
        _output({"video": "https://elsewhere.example/clip.mp4"}),
    ),
    "result_output_canary": (
        "a link to the canary, which writes down what it gets",
        _output({"video": "$CANARY/clip.mp4"}),
    ),
    "result_output_hostile": (
        "links to files, scripts and other hosts, and one of 9,000 letters",
        _output(
            {
                "videos": [
                    "file:///etc/passwd",
                    "javascript:alert(1)",
                    "https://user:password@elsewhere.example/clip.mp4",
                    "https://model-api.runcomfy.net.elsewhere.example/clip.mp4",
                    "https://elsewhere.example/" + "x" * 9_000,
                    "https://[broken/clip.mp4",
                ]
            }
        ),
    ),
    "result_output_number": ("a number for an output", _output(17)),
    "result_output_many": (
        "500 links to the same file",
        _output({"videos": [f"$LINK&copy={number}" for number in range(500)]}),
    ),
    "result_failed_text": ("failed; the error is a text", _failed("The prompt was refused.")),
    "result_failed_object": (
        "failed; the error is an object",
        _failed({"message": "The prompt was refused.", "code": "moderation"}),
    ),
    "result_failed_list": (
        "failed; the error is a list",
        _failed([{"loc": ["prompt"], "msg": "The prompt was refused."}]),
    ),
    "result_failed_hostile": (
        "failed; the error is HTML",
        _failed('<img src="$CANARY/pixel.png"><b>The prompt was refused.</b>'),
    ),
    "result_cancelled": (
        "cancelled by the service",
        _result({"change": {"status": "cancelled"}, "leave_out": ["output"]}),
    ),
    "result_not_ready": (
        "400005 three times, though the state says completed",
        _refused(400, {"error_code": 400005, "error_message": "The result is not ready."}, [1, 3]),
    ),
    "result_404_then_back": (
        "404001 twice, then the right result",
        _refused(404, {"error_code": 404001}, [1, 2]),
    ),
    "result_404": ("404001 for good", _refused(404, {"error_code": 404001}, "every")),
    "result_401_mid_job": (
        "401, twice",
        _refused(401, {"message": "the token has been revoked"}, [1, 2]),
    ),
    "result_429_storm": (
        "429 without Retry-After, eight times",
        _refused(429, {"message": "slow"}, [1, 8]),
    ),
    "result_503": (
        "503 with a page of HTML, three times",
        _result({"text": HTML}, at=[1, 3], when="after_reading", status=503, headers=HTML_HEADERS),
    ),
    "result_huge": (
        "50 MB of JSON",
        _result(
            {
                "before": '{"status": "succeeded", "note": "',
                "repeat": "x",
                "bytes": 50_000_000,
                "after": '"}',
            },
            at=[1, 2],
        ),
    ),
    "result_deep": (
        "lists in lists, 100,000 deep",
        _result(
            {"before": '{"status": "succeeded", "output": ', "repeat": "[", "bytes": 100_000},
            at=[1, 2],
        ),
    ),
    "result_deep_output": (
        "an output of lists in lists, 600 deep, rightly closed",
        _result(
            {"text": '{"status": "succeeded", "output": ' + '{"video":[' * 300 + "]}" * 300 + "}"},
            at=[1, 2],
        ),
    ),
    "result_nan": (
        "NaN for the cost",
        _result({"text": '{"status": "succeeded", "cost": NaN}'}, at=[1, 2]),
    ),
    "result_hostile_cost": (
        "a cost that is no amount",
        _result({"change": {"cost": "1e999999999"}}),
    ),
    "result_two_outputs": (
        "two different outputs in one object",
        _result({"text": '{"status": "succeeded", "output": "$LINK", "output": "x"}'}, at=[1, 2]),
    ),
    "result_slow_headers": ("headers with 5 bytes a second, once", _result(at=1, head_rate=5)),
    "result_slow_body": ("a body with 20 bytes a second, once", _result(at=1, body_rate=20)),
    "result_reset": (
        "reset in the body, twice",
        _result(at=[1, 2], cut_at={"body": 0.5}, then="reset"),
    ),
}
