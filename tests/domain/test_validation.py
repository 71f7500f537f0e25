from typing import Any

import pytest

from rushes.domain.model_spec import ModelSpec, read_model
from rushes.domain.validation import check_inputs, resolve_inputs

SPEC = read_model(
    {
        "model_id": "maker/model/kind",
        "input_schema": {
            "required": ["prompt", "images"],
            "properties": {
                "prompt": {"type": "string", "maxLength": 12, "default": ""},
                "negative_prompt": {"type": "string", "default": ""},
                "frames": {"type": "integer", "enum": [81, 97], "default": 81},
                "duration": {"type": "string", "enum": ["auto", "5"], "default": "auto"},
                "rate": {"type": "integer", "minimum": 5, "maximum": 24},
                "scale": {"type": "number", "minimum": 0.5, "maximum": 2, "default": 1},
                "sound": {"type": "boolean", "default": False},
                "image": {"type": "string", "format": "image_uri"},
                "images": {"type": "array", "format": "image_uris", "maxItems": 2},
                "seed": {"type": "integer", "default": -1},
            },
        },
    }
)
GOOD: dict[str, Any] = {"prompt": "a cabin", "images": ["https://example.org/a.png"]}


def codes(spec: ModelSpec, **changes: Any) -> list[tuple[str, str]]:
    inputs = {name: value for name, value in {**GOOD, **changes}.items() if value is not ...}
    return [(problem.field, problem.code) for problem in check_inputs(spec, inputs)]


def test_good_inputs_have_no_problem() -> None:
    assert codes(SPEC) == []
    assert codes(SPEC, frames=97, duration="5", rate=24, scale=2, sound=True, seed=-1) == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("prompt", ..., "missing"),
        ("prompt", "  \n", "missing"),
        ("prompt", "x" * 13, "too_long"),
        ("prompt", 3, "not_text"),
        ("frames", 82, "not_offered"),
        ("frames", 81.0, "not_integer"),
        ("frames", True, "not_integer"),
        ("duration", 5, "not_text"),
        ("rate", 4, "too_small"),
        ("rate", 25, "too_large"),
        ("scale", "1", "not_number"),
        ("scale", False, "not_number"),
        ("sound", 1, "not_boolean"),
        ("image", "file:///etc/passwd", "not_a_link"),
        ("images", [], "too_few"),
        ("images", ["https://a.example/1"] * 3, "too_many"),
        ("images", ["ftp://a.example/1"], "not_a_link"),
        ("images", "https://a.example/1", "not_list"),
        ("unheard_of", 1, "unknown"),
    ],
)
def test_each_problem_is_found(name: str, value: Any, code: str) -> None:
    assert codes(SPEC, **{name: value}) == [(name, code)]


def test_problems_are_sentences_that_name_the_field_and_the_limit() -> None:
    (problem,) = check_inputs(SPEC, {**GOOD, "rate": 30})
    assert problem.sentence == "Rate goes up to 24."
    (problem,) = check_inputs(SPEC, {**GOOD, "prompt": "x" * 13})
    assert problem.sentence == "Prompt holds 12 characters; it has 13."


def test_defaults_are_sent_but_for_empty_ones_and_the_seed() -> None:
    assert resolve_inputs(SPEC, {**GOOD, "negative_prompt": ""}) == {
        **GOOD,
        "frames": 81,
        "duration": "auto",
        "scale": 1,
        "sound": False,
    }


def test_what_the_model_does_not_know_is_kept_for_the_check_to_name() -> None:
    assert resolve_inputs(SPEC, {**GOOD, "unheard_of": 1})["unheard_of"] == 1
