"""Which days the words for dates stand for."""

import datetime

import pytest

from rushes.domain.search.dates import DATE_ALIASES, DATE_WORDS, days_of
from rushes.domain.search.parsing import parse
from rushes.domain.search.query import Made

WEDNESDAY = datetime.date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-11", "2026-11-01", "2026-11-30"),
        ("2026-2", "2026-02-01", "2026-02-28"),
        ("2026-11-22", "2026-11-22", "2026-11-22"),
        ("today", "2026-11-18", "2026-11-18"),
        ("Oggi", "2026-11-18", "2026-11-18"),
        ("yesterday", "2026-11-17", "2026-11-17"),
        ("week", "2026-11-16", "2026-11-22"),
        ("last-week", "2026-11-09", "2026-11-15"),
        ("month", "2026-11-01", "2026-11-30"),
        ("last-month", "2026-10-01", "2026-10-31"),
        ("year", "2026-01-01", "2026-12-31"),
        ("last-year", "2025-01-01", "2025-12-31"),
        ("wednesday", "2026-11-18", "2026-11-18"),
        ("thursday", "2026-11-12", "2026-11-12"),
        ("1d", "2026-11-18", "2026-11-18"),
        ("7d", "2026-11-12", "2026-11-18"),
        ("3w", "2026-10-29", "2026-11-18"),
        ("2m", "2026-09-18", "2026-11-18"),
        ("1y", "2025-11-18", "2026-11-18"),
    ],
)
def test_days(text: str, first: str, last: str) -> None:
    days = days_of(text, WEDNESDAY)
    assert days is not None
    assert days.first.isoformat() == first
    assert (days.behind - datetime.timedelta(1)).isoformat() == last


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-02-30", "0d", "9999y", "0001", "26", "soon", "2026-11-", "7"]
)
def test_no_days(text: str) -> None:
    assert days_of(text, WEDNESDAY) is None


def test_every_day_is_a_day_to_count_from() -> None:
    for number in range(366 * 4):
        today = datetime.date(2024, 1, 1) + datetime.timedelta(number)
        for word in (*DATE_WORDS, *DATE_ALIASES, "1m", "13m", "1y", "5d"):
            days = days_of(word, today)
            assert days is not None
            assert days.first < days.behind


def _made(text: str) -> Made:
    (term,) = parse(text, WEDNESDAY).terms
    assert isinstance(term, Made)
    return term


def _at(text: str) -> float:
    return datetime.datetime.fromisoformat(text).timestamp()


def test_signs_and_ranges_of_dates() -> None:
    assert _made("date:2026-11") == Made(_at("2026-11-01"), _at("2026-12-01"))
    assert _made("date:>2026-11") == Made(_at("2026-12-01"), None)
    assert _made("date:>=2026-11") == Made(_at("2026-11-01"), None)
    assert _made("date:<2026-11") == Made(None, _at("2026-11-01"))
    assert _made("date:<=2026-11") == Made(None, _at("2026-12-01"))
    assert _made("date:2025..2026-03") == Made(_at("2025-01-01"), _at("2026-04-01"))
    assert _made("date:..2026") == Made(None, _at("2027-01-01"))
    assert _made("date:>7d") == Made(_at("2026-11-12"), None)
    assert _made("date:<7d") == Made(None, _at("2026-11-12"))
