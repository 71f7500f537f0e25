from typing import Any

import pytest

from rushes.domain.model_spec import ModelSpec, read_model
from rushes.domain.repeatability import Reason, Repeatability, Verdict, repeatability
from rushes.domain.request import GenerationRequest

YES, PERHAPS, NO = Repeatability.YES, Repeatability.PERHAPS, Repeatability.NO
MODEL = "maker/model"


def spec(**properties: dict[str, Any]) -> ModelSpec:
    schema = {"properties": {"prompt": {"type": "string"}, **properties}}
    return read_model({"model_id": MODEL, "input_schema": schema})


SEED = {"type": "integer"}
MAGIC = {"type": "boolean", "default": True}
WITH_MAGIC = spec(seed=SEED, enable_prompt_expansion=MAGIC)
PLAIN = spec(seed=SEED)


def judged(model: ModelSpec | None, **inputs: object) -> Verdict:
    return repeatability(GenerationRequest(MODEL, {"prompt": "A cabin", **inputs}), model)


@pytest.mark.parametrize(
    ("model", "inputs", "expected"),
    [
        (WITH_MAGIC, {"seed": 7, "enable_prompt_expansion": False}, (YES, "seed_and_prompt_sent")),
        (WITH_MAGIC, {"seed": 7, "enable_prompt_expansion": True}, (PERHAPS, "prompt_rewritten")),
        # It is on by default, and so where it was not sent.
        (WITH_MAGIC, {"seed": 7}, (PERHAPS, "prompt_rewritten")),
        (WITH_MAGIC, {"enable_prompt_expansion": False}, (NO, "no_seed_sent")),
        (PLAIN, {"seed": 7}, (YES, "seed_sent")),
        (PLAIN, {"seed": 0}, (YES, "seed_sent")),
        (PLAIN, {"seed": -1}, (NO, "random_seed_sent")),
        (PLAIN, {}, (NO, "no_seed_sent")),
        (PLAIN, {"seed": True}, (NO, "no_seed_sent")),
        (spec(), {}, (NO, "no_seed_input")),
        (None, {"seed": 7}, (PERHAPS, "model_unknown")),
        (None, {"seed": 7, "enable_prompt_expansion": False}, (YES, "seed_and_prompt_sent")),
        (None, {"seed": 7, "enable_prompt_expansion": True}, (PERHAPS, "prompt_rewritten")),
        (None, {}, (NO, "no_seed_sent")),
    ],
)
def test_each_reason(
    model: ModelSpec | None, inputs: dict[str, object], expected: tuple[Repeatability, str]
) -> None:
    assert judged(model, **inputs) == Verdict(expected[0], Reason(expected[1]))


def test_a_seed_of_nought_that_asks_for_a_random_one() -> None:
    words = "Optional seed for reproducible generations. Use 0 to let the provider randomize."
    model = spec(seed={"type": "integer", "default": 0, "description": words})
    assert judged(model, seed=0) == Verdict(NO, Reason.RANDOM_SEED_SENT)
    assert judged(model, seed=5) == Verdict(YES, Reason.SEED_SENT)


def test_a_kind_of_rewriting_instead_of_a_switch() -> None:
    mode = {"type": "string", "enum": ["off", "balanced"], "default": "balanced"}
    model = spec(seed=SEED, prompt_expansion_mode=mode)
    assert judged(model, seed=5).reason is Reason.PROMPT_REWRITTEN
    assert judged(model, seed=5, prompt_expansion_mode="off").repeatability is YES


def test_a_file_behind_an_address_may_be_another_one() -> None:
    model = spec(seed=SEED, image_url={"type": "string", "format": "image_uri"})
    link = "https://example.org/a.png"
    assert judged(model, seed=5, image_url=link) == Verdict(PERHAPS, Reason.LINKED_FILE)
    assert judged(model, seed=5, image_url="data:image/png;base64,AA==").repeatability is YES
    many = spec(seed=SEED, images={"type": "array", "format": "image_uris"})
    assert judged(many, seed=5, images=[link]).reason is Reason.LINKED_FILE


def test_nothing_is_known_of_a_file_that_came_without_its_settings() -> None:
    verdict = repeatability(GenerationRequest("", {}), None)
    assert verdict == Verdict(NO, Reason.NOTHING_KNOWN)
