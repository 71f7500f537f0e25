"""Queries written by chips and facets are read as what they were written for."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.domain.search import (
    explanation,
    field_text,
    parse,
    part_words,
    with_part,
    with_part_removed,
)
from rushes.domain.search.query import TextIs

TODAY = datetime.date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "place", "left"),
    [
        ("cabin rating:>=3 -rain", 1, "cabin -rain"),
        ("cabin", 0, ""),
        ("a OR b", 0, "b"),
        ("a OR b", 2, "a"),
        ("a OR b OR c", 2, "a OR c"),
        ("a OR b", 1, "a b"),
        ("x (a OR b) y", 1, "x y"),
        ("a b OR c", 0, "b OR c"),
        ("a b OR c", 1, "a OR c"),
    ],
)
def test_a_part_is_taken_out(text: str, place: int, left: str) -> None:
    part = parse(text, TODAY).understood[place]
    assert with_part_removed(text, part) == left


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("", "is:pick", "is:pick"),
        ("cabin ", "is:pick", "cabin is:pick"),
        ("cabin is:pick", "is:pick", "cabin is:pick"),
        ("a OR b", "is:pick", "(a OR b) is:pick"),
        ('"night ci', "is:pick", '"night ci" is:pick'),
        ("x (a OR b", "is:pick", "x (a OR b) is:pick"),
    ],
)
def test_a_part_is_put_in(text: str, part: str, whole: str) -> None:
    assert with_part(text, part) == whole


_NAMES = st.text(min_size=1, max_size=12).filter(
    lambda text: text == " ".join(text.split()) and text.isprintable() and bool(text.strip())
)


@given(_NAMES.filter(lambda name: name not in ("none", "any")))
def test_any_name_can_be_the_value_of_a_field(name: str) -> None:
    query = parse(field_text("album", name), TODAY)
    assert query.problem is None
    assert query.terms in ((TextIs("album", name),),) or name.lower() in _WORDS_OF_FIELDS


_WORDS_OF_FIELDS = {"nessuno", "nessuna", "qualsiasi", "none", "any"}

_parts = st.sampled_from(
    ("cabin", '"night city"', "-rain", "seed:4", "rating:>=3", "(a OR b)", "-(c d)", "is:pick")
)


@given(st.lists(_parts, min_size=1, max_size=5), st.data())
def test_what_is_left_is_what_was_there_but_for_the_part(
    parts: list[str], data: st.DataObject
) -> None:
    text = "  ".join(parts)
    query = parse(text, TODAY)
    place = data.draw(st.integers(0, len(parts) - 1))
    left = with_part_removed(text, query.understood[place])
    expected = [part for number, part in enumerate(parts) if number != place]
    assert parse(left, TODAY).terms == parse(" ".join(expected), TODAY).terms


@given(st.lists(_parts, min_size=1, max_size=4), st.lists(_parts, min_size=1, max_size=3))
def test_what_is_put_in_has_to_hold_besides(one: list[str], other: list[str]) -> None:
    either = f"{' '.join(one)} OR {' '.join(other)}"
    for text in (" ".join(one), either):
        before = parse(text, TODAY)
        whole = parse(with_part(text, "label:red"), TODAY)
        assert whole.problem is None
        assert whole.terms == (*before.terms, TextIs("label", "6"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "All takes"),
        ("cabin rating:>=3 -rain", "Words cabin; rating 3 or more; without words rain"),
        ("a b", "Words a, b"),
        ("seed:42", "Seed 42"),
        ("frames:24..48", "Frames 24 to 48"),
        ("-tag:none", "With tag"),
        ("tag:none", "Without tag"),
        ("is:pick OR label:red", "Picks or label red"),
        ("date:2026-11", "Made from 2026-11-01 to 2026-11-30"),
        ("date:today", "Made on 2026-11-18"),
        ("date:<2026", "Made before 2026-01-01"),
        ("guidance_scale:>5", "Guidance scale above 5"),
        ("duration:6", "Seconds 6"),
        ("fps:23.98", "Frames per second 23.98"),
        ("is:running", "Running"),
    ],
)
def test_a_query_is_said_in_words(text: str, words: str) -> None:
    assert explanation(parse(text, TODAY)) == words


def test_a_part_is_said_in_words() -> None:
    parts = parse("-is:pick OR seed:4", TODAY).understood
    assert [part_words(part) for part in parts] == ["not picks", "OR", "seed 4"]
