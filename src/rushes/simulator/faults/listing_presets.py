"""Faults of the catalogue and the balance, by name, with their steps as in a fault file."""

from rushes.domain.request import JsonValue
from rushes.simulator.faults.submit_presets import HTML, HTML_HEADERS, Table


def _models(body: JsonValue, **fault: JsonValue) -> JsonValue:
    return {"call": "models", "fault": {"when": "after_reading", **fault, "body": body}}


def _listed(*entries: JsonValue) -> JsonValue:
    return {"json": {"models": list(entries), "total": len(entries)}}


def _entry(**values: JsonValue) -> JsonValue:
    schema = {"type": "object", "properties": {"prompt": {"type": "string"}}}
    return {
        "model_id": "house/odd/text-to-video",
        "display_name": "Odd",
        "kind": "text-to-video",
        "input_schema": schema,
        **values,
    }


def _balance(body: JsonValue, **fault: JsonValue) -> JsonValue:
    return {"call": "balance", "fault": {"when": "after_reading", **fault, "body": body}}


def _page(call: str) -> JsonValue:
    return {
        "call": call,
        "fault": {
            "when": "after_reading",
            "status": 502,
            "headers": HTML_HEADERS,
            "body": {"text": HTML},
        },
    }


LISTING: Table = {
    "models_empty": ("a catalogue without models", _models(_listed())),
    "models_endless": (
        "a full page of one model a hundred times, whatever is asked for",
        _models({"json": {"models": [_entry()] * 100, "total": 10**9}}),
    ),
    "models_huge": (
        "a page of 50 MB",
        _models({"before": '{"models": ["', "repeat": "x", "bytes": 50_000_000, "after": '"]}'}),
    ),
    "models_many_on_a_page": (
        "20,000 models on one page, where 100 were asked for",
        _models(
            {
                "before": '{"models": [{}',
                "repeat": ',{"model_id":"a/b/c"}',
                "bytes": 20_000 * 21,
                "after": "]}",
            }
        ),
    ),
    "models_unknown_types": (
        "models whose fields are of unknown types",
        _models(
            _listed(
                _entry(input_schema={"properties": {"prompt": {"type": "hologram"}}}),
                _entry(kind="text-to-hologram", output_type="hologram"),
                _entry(input_schema={"properties": {"prompt": {"type": ["string", "null"]}}}),
                _entry(input_schema={"properties": {"prompt": {"anyOf": [{"$ref": "#/x"}]}}}),
            )
        ),
    ),
    "models_missing_fields": (
        "entries without id, without schema, and such as are no objects",
        _models(
            _listed(
                {},
                {"model_id": "house/odd/no-schema"},
                _entry(model_id=None),
                _entry(model_id="../../escape"),
                _entry(input_schema=None),
                None,
                17,
                "text",
                [],
            )
        ),
    ),
    "models_hostile_text": (
        "a model whose name and words are HTML",
        _models(
            _listed(
                _entry(
                    display_name='<img src="$CANARY/pixel.png">Odd',
                    description="<b>\u202e%s{}</b>" * 200,
                    model_url="javascript:alert(1)",
                )
            )
        ),
    ),
    "models_no_list": ("an object without a list", _models({"json": {"total": 3}})),
    "models_html": ("502 with a page of HTML", _page("models")),
    "models_deep": (
        "lists in lists, 100,000 deep",
        _models({"before": '{"models": ', "repeat": "[", "bytes": 100_000}),
    ),
    "balance_zero": ("nothing is left", _balance({"json": {"balance_usd": 0, "currency": "USD"}})),
    "balance_negative": (
        "less than nothing is left",
        _balance({"json": {"balance_usd": -3.5, "balance_microdollars": -3_500_000}}),
    ),
    "balance_missing_fields": ("no amount", _balance({"json": {"currency": "USD"}})),
    "balance_unknown_types": (
        "an amount that is a list",
        _balance({"json": {"balance_usd": [1], "currency": {"code": "USD"}}}),
    ),
    "balance_huge": (
        "an amount of a million digits",
        _balance({"before": '{"balance_usd": ', "repeat": "9", "bytes": 1_000_000, "after": "}"}),
    ),
    "balance_nan": ("NaN for an amount", _balance({"text": '{"balance_usd": NaN}'})),
    "balance_text": ("the amount as a text", _balance({"json": {"balance_usd": "12.50"}})),
    "balance_html": ("502 with a page of HTML", _page("balance")),
    "balance_401": (
        "401: the token is refused",
        _balance({"json": {"message": "no such token"}}, status=401),
    ),
}
