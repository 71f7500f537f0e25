import hashlib
import json

import pytest

from rushes.domain.request import GenerationRequest


def test_the_body_holds_the_inputs_at_the_top_level() -> None:
    request = GenerationRequest("a/b", {"prompt": "Caffè", "seed": 3, "nested": {"b": 1, "a": [2]}})
    assert json.loads(request.body) == {"prompt": "Caffè", "seed": 3, "nested": {"b": 1, "a": [2]}}
    assert request.digest == hashlib.sha256(request.body).hexdigest()


def test_the_body_does_not_depend_on_the_order_of_the_inputs() -> None:
    one = GenerationRequest("a/b", {"prompt": "x", "seed": 3})
    two = GenerationRequest("a/b", {"seed": 3, "prompt": "x"})
    assert one.body == two.body
    assert one == two


def test_a_request_cannot_be_changed_afterwards() -> None:
    inputs = {"list": [1]}
    request = GenerationRequest("a/b", inputs)
    inputs["list"].append(2)
    assert request.inputs["list"] == [1]
    with pytest.raises(TypeError):
        request.inputs["more"] = 1  # type: ignore[index]


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        GenerationRequest("a/b", {"scale": float("nan")})


@pytest.mark.parametrize(
    ("inputs", "prompt"),
    [
        ({"prompt": "a"}, "a"),
        ({"tags": "jazz"}, "jazz"),
        ({"prompt": 3, "tags": "b"}, "b"),
        ({}, ""),
    ],
)
def test_the_prompt_is_found_where_the_model_has_it(inputs: dict[str, object], prompt: str) -> None:
    assert GenerationRequest("a/b", inputs).prompt == prompt


def test_half_a_character_is_replaced_before_anything_is_written_or_sent() -> None:
    request = GenerationRequest("maker/model/kind", {"prompt": "a \udcff b", "\ud800": ["\udfff"]})
    assert request.inputs["prompt"] == "a ? b"
    assert json.loads(request.body) == {"?": ["?"], "prompt": "a ? b"}
