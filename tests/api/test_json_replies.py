"""JSON from outside: what cannot be stored, shown or compared never gets in."""

from decimal import Decimal

import pytest

from rushes.api.json_replies import error_code, money, read_object


@pytest.mark.parametrize(
    "body",
    [
        rb'{"error": "\ud800"}',
        rb'{"error": {"\ud83d": ["\udfff"]}}',
        rb'{"\ud800": 1, "list": [["a\ud800b"]]}',
    ],
)
def test_half_a_character_is_replaced(body: bytes) -> None:
    values = read_object(body)
    assert values is not None
    repr(values).encode("utf-8")
    assert "?" in str(values)


def test_whole_characters_stay() -> None:
    assert read_object(rb'{"a": "\ud83d\ude00 \u00e9"}') == {"a": "😀 é"}


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_no_reply(number: str) -> None:
    assert read_object(f'{{"cost": {number}}}'.encode()) is None


@pytest.mark.parametrize("code", [0, "0", "00", True, 4.5, None, "4e5"])
def test_no_code_is_no_error(code: object) -> None:
    assert error_code({"error_code": code}) is None


@pytest.mark.parametrize("value", ["1e999999999", 10**40, -(10**9), "NaN", "sNaN", "-Infinity", ""])
def test_a_sum_that_nobody_can_show_is_none(value: object) -> None:
    assert money(value) is None


def test_a_sum_may_be_zero_or_less() -> None:
    assert money(0) == 0
    assert money("-12.50") == Decimal("-12.50")
