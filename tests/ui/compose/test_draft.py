"""The draft as plain values, and what is made of values that are not."""

import json

import pytest

from rushes.ui.components.seed_field import SeedMode
from rushes.ui.compose.draft import MOST_TAKES, Draft, draft_from, draft_values

DRAFT = Draft("a/b", "fog", {"fps": 16, "on": True}, SeedMode.COUNT_UP, 481_516, 4)


def test_survives_json() -> None:
    assert draft_from(json.loads(json.dumps(draft_values(DRAFT)))) == DRAFT


def test_nothing_is_an_empty_draft() -> None:
    assert draft_from({}) == Draft()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"model": 3, "prompt": None, "inputs": [1]}, Draft()),
        ({"seed_mode": "yesterday", "seed": "4", "takes": "many"}, Draft()),
        ({"seed": True, "takes": True}, Draft()),
        ({"takes": 0}, Draft(takes=1)),
        ({"takes": 4000}, Draft(takes=MOST_TAKES)),
    ],
)
def test_values_of_the_wrong_type_are_left_out(values: dict, expected: Draft) -> None:
    assert draft_from(values) == expected
