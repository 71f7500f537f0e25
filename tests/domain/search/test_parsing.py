"""What texts are read as: the tests they come to, their parts, and what is wrong with them."""

import datetime
import json
import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rushes.domain.resources import resource_path
from rushes.domain.search import FIELDS, INPUT_NAMES, PartKind, parse
from rushes.domain.search.fields import FIELD_ALIASES, VALUE_ALIASES, field_named
from rushes.domain.search.parsing import DEEPEST, LONGEST, MOST_TERMS
from rushes.domain.search.problem_words import (
    QUERY_PROBLEM_WORDS,
    problem_hint,
    problem_sentence,
)
from rushes.domain.search.query import (
    AllOf,
    AnyOf,
    Condition,
    HasValue,
    Holds,
    InputIs,
    InState,
    Is,
    Not,
    NumberIs,
    Span,
    Term,
    TextIs,
    Where,
)
from rushes.domain.states import JobState

TODAY = datetime.date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("   \n", ()),
        ("cabin", (Holds("cabin"),)),
        ("cabin night", (Holds("cabin"), Holds("night"))),
        ("cabin AND night", (Holds("cabin"), Holds("night"))),
        ('"night city"', (Holds("night city"),)),
        ('"night city', (Holds("night city"),)),
        ('"say ""hi"""', (Holds('say "hi"'),)),
        ("-rain", (Not(Holds("rain")),)),
        ("NOT rain", (Not(Holds("rain")),)),
        ("--rain", (Holds("rain"),)),
        ("cat OR dog", (AnyOf((Holds("cat"), Holds("dog"))),)),
        ("cat or dog", (Holds("cat"), Holds("or"), Holds("dog"))),
        (
            "red cat OR dog",
            (AnyOf((AllOf((Holds("red"), Holds("cat"))), Holds("dog"))),),
        ),
        ("red (cat OR dog)", (Holds("red"), AnyOf((Holds("cat"), Holds("dog"))))),
        ("-(cat dog)", (Not(AllOf((Holds("cat"), Holds("dog")))),)),
        ("(cat", (Holds("cat"),)),
        ("cat)", (Holds("cat)"),)),
        ("f(x) (g(y))", (Holds("f(x)"), Holds("g(y)"))),
        ("16:9", (Holds("16:9"),)),
        ("http://host/a", (Holds("http://host/a"),)),
        ("well-known", (Holds("well-known"),)),
        ("seed:42", (NumberIs("seed", Span(42, 42)),)),
        ("SEED:42", (NumberIs("seed", Span(42, 42)),)),
        ("rating>=3", (NumberIs("rating", Span(3)),)),
        ("rating:>3", (NumberIs("rating", Span(3, without_low=True)),)),
        ("rating:<3", (NumberIs("rating", Span(high=3, without_high=True)),)),
        ("frames:24..48", (NumberIs("frames", Span(24, 48)),)),
        ("frames:24..", (NumberIs("frames", Span(24)),)),
        ("frames:..48", (NumberIs("frames", Span(high=48)),)),
        ("cost:$0,25", (NumberIs("cost", Span(0.25, 0.25)),)),
        ("cost:>=0.25usd", (NumberIs("cost", Span(0.25)),)),
        ("duration:6s", (NumberIs("duration", Span(5.5, 6.5)),)),
        ("duration:>6", (NumberIs("duration", Span(6, without_low=True)),)),
        ("rating:none", (Not(HasValue("rating")),)),
        ("-tag:none", (HasValue("tag"),)),
        ("tag:any", (HasValue("tag"),)),
        ('tag:"none"', (TextIs("tag", "none"),)),
        ('tag:"night city"', (TextIs("tag", "night city"),)),
        ("tag:nig*", (TextIs("tag", "nig", is_beginning=True),)),
        ("label:red", (TextIs("label", "6"),)),
        ("colore:verde", (TextIs("label", "8"),)),
        ("is:pick", (Is(Condition.PICK),)),
        ("is:Scelti", (Is(Condition.PICK),)),
        ("is:needs_you", (Is(Condition.NEEDS_YOU),)),
        ("is:ready", (InState(frozenset({JobState.READY})),)),
        ("state:in-queue", (InState(frozenset({JobState.IN_QUEUE})),)),
        ("note:flicker", (Holds("flicker", Where.NOTES),)),
        ("prompt:cabin", (Holds("cabin", Where.PROMPT),)),
        ("aspect:16x9", (TextIs("aspect", "16:9"),)),
        ("resolution:1280x720", (TextIs("resolution", "1280x720"),)),
        ("resolution:>=720p", (NumberIs("resolution", Span(720)),)),
        ("guidance_scale:>5", (InputIs("guidance_scale", span=Span(5, without_low=True)),)),
        ("negative_prompt:blur", (InputIs("negative_prompt", "blur"),)),
        ("guidance_scale:4..6", (InputIs("guidance_scale", span=Span(4, 6)),)),
        ("negative_prompt:well..", (InputIs("negative_prompt", "well.."),)),
    ],
)
def test_a_text_is_read_as(text: str, terms: tuple[Term, ...]) -> None:
    query = parse(text, TODAY)
    assert query.problem is None
    assert query.terms == terms


@pytest.mark.parametrize(
    ("text", "code", "at", "suggestion", "is_unfinished"),
    [
        ("storm ratng:3", "unknown_field", "ratng", "rating", False),
        ("nonsense:3", "unknown_field", "nonsense", "", False),
        ("seed:", "value_missing", "seed:", "", True),
        ("seed: storm", "value_missing", "seed:", "", False),
        ("seed:x storm", "not_a_number", "x", "", False),
        ("seed:1..x storm", "not_a_number", "1..x", "", False),
        ("seed:99999999999999999999", "number_too_large", "99999999999999999999", "", False),
        ("rating:6", "rating_too_high", "6", "", False),
        ("frames:48..24", "range_backwards", "48..24", "", False),
        ("frames:>48..24", "sign_before_range", ">48..24", "", False),
        ("frames:.. x", "value_missing", "..", "", False),
        ("date:2026-13 x", "not_a_date", "2026-13", "", False),
        ("date:yesterdy x", "not_a_date", "yesterdy", "yesterday", False),
        ("date:2026-02..2026-01", "range_backwards", "2026-02..2026-01", "", False),
        ("is:pik", "not_a_condition", "pik", "pick", False),
        ("is:pic", "not_a_condition", "pic", "pick", True),
        ("state:redy", "not_a_state", "redy", "ready", False),
        ("label:pink x", "not_a_label", "pink", "", False),
        ("resolution:big", "not_a_resolution", "big", "", False),
        ("aspect:wide", "not_an_aspect", "wide", "", False),
        ("model:>wan", "not_comparable", ">wan", "", False),
        ("cat OR", "or_alone", "OR", "", True),
        ("OR cat", "or_alone", "OR", "", False),
        ("cat OR OR dog", "or_alone", "OR", "", False),
        ("cat -", "minus_alone", "-", "", True),
        ("cat - dog", "minus_alone", "-", "", False),
        ("cat ()", "group_empty", "()", "", True),
        ("(", "group_empty", "(", "", True),
        ('""', "phrase_empty", '""', "", True),
        ("(seed:x)", "not_a_number", "x", "", False),
        ("cat OR seed:x ", "not_a_number", "x", "", False),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    text: str, code: str, at: str, suggestion: str, is_unfinished: bool
) -> None:
    problem = parse(text, TODAY).problem
    assert problem is not None
    assert (problem.code, text[problem.start : problem.end]) == (code, at)
    assert (problem.suggestion, problem.is_unfinished) == (suggestion, is_unfinished)
    assert problem_sentence(problem)
    assert "{" not in problem_sentence(problem) + problem_hint(problem)


def test_what_is_understood_is_told_beside_what_is_not() -> None:
    query = parse('cabin ratng:3 -is:pick "night city"', TODAY)
    assert query.terms == (Holds("cabin"), Not(Is(Condition.PICK)), Holds("night city"))
    told = [(query.text[part.start : part.end], part.kind) for part in query.understood]
    assert told == [
        ("cabin", PartKind.WORDS),
        ("-is:pick", PartKind.FIELD),
        ('"night city"', PartKind.WORDS),
    ]


def test_parts_of_alternatives_and_groups() -> None:
    query = parse("a OR -(b c) seed:>=3", TODAY)
    told = [(part.kind, query.text[part.start : part.end]) for part in query.understood]
    assert told == [
        (PartKind.WORDS, "a"),
        (PartKind.OR, "OR"),
        (PartKind.GROUP, "-(b c)"),
        (PartKind.FIELD, "seed:>=3"),
    ]
    group, seed = query.understood[2:]
    assert (group.is_negated, group.value) == (True, "b c")
    assert (seed.field, seed.value) == ("seed", ">=3")


def test_inputs_of_the_library_are_fields_too() -> None:
    assert parse("motion:>3", TODAY).problem is not None
    assert parse("motion:>3", TODAY, ["Motion"]).terms == (
        InputIs("Motion", span=Span(3, without_low=True)),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seed:42", False),
        ("cabin", True),
        ("prompt:cabin", False),
        ("is:ready", False),
        ("is:unseen", True),
        ("rating:3", True),
        ("-(seed:4 OR tag:x)", True),
        ("is:missing model:wan date:2026", False),
    ],
)
def test_it_is_known_what_depends_on_marks(text: str, expected: bool) -> None:
    assert parse(text, TODAY).depends_on_marks is expected


def test_free_words_are_those_looked_for() -> None:
    query = parse('cabin -rain ("night city" OR fog) note:dull seed:1', TODAY)
    assert query.free_words == ("cabin", "night city", "fog", "dull")


def test_the_trash_is_named_wherever_it_stands() -> None:
    assert parse("a OR (b -is:trashed)", TODAY).names_trash
    assert not parse("a OR (b -is:pick)", TODAY).names_trash


def test_limits_are_problems() -> None:
    deep = "(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1)
    assert parse(deep, TODAY).problem is not None
    long = parse(" ".join("a" * (MOST_TERMS + 1)), TODAY)
    assert long.problem is not None
    assert long.problem.code == "too_long"
    assert len(long.terms) == MOST_TERMS
    assert parse("a" * (LONGEST + 1), TODAY).problem is not None


_BITS = (
    *("-", "(", ")", '"', ":", " ", "OR ", "AND ", "NOT ", "seed:", "is:", "date:", "..", ">="),
    *("tag:", "rating:>", "a", "9", "é", "👩", "\ud800", "\0", "\n", "2026-", "*", "none", "x:"),
)


@settings(max_examples=400)
@given(st.text() | st.lists(st.sampled_from(_BITS)).map("".join))
def test_no_text_raises(text: str) -> None:
    query = parse(text, TODAY)
    ends = [0]
    for part in query.understood:
        assert ends[-1] <= part.start < part.end <= len(text)
        ends.append(part.end)
    if query.problem is not None:
        assert query.problem.code in QUERY_PROBLEM_WORDS
        assert 0 <= query.problem.start <= query.problem.end <= len(text)
        assert problem_sentence(query.problem)


@pytest.mark.parametrize("piece", [*_BITS, "((a", ' "a"b', "--(", "is:p ", "seed:1.."])
def test_no_text_takes_long(piece: str) -> None:
    started = time.process_time()
    parse(piece * 200_000, TODAY)
    assert time.process_time() - started < 1.0


def test_names_and_other_words_do_not_collide() -> None:
    letters = set(string.ascii_lowercase)
    for name in (*FIELDS, *FIELD_ALIASES):
        assert field_named(name) is not None
        assert set(name) <= letters | {"è"}
    assert not set(FIELDS) & set(FIELD_ALIASES)
    assert not INPUT_NAMES & {*FIELDS, *FIELD_ALIASES}
    assert not {"none", "any"} & set(VALUE_ALIASES)


def test_every_input_of_the_bundled_models_can_be_named() -> None:
    missing = set()
    for path in resource_path("models").glob("*.json"):
        for name in _property_names(json.loads(path.read_text("utf-8"))):
            if name not in INPUT_NAMES and field_named(name) is None:
                missing.add(name)
    assert not missing


def _property_names(value: object) -> set[str]:
    if isinstance(value, list):
        return {name for each in value for name in _property_names(each)}
    if not isinstance(value, dict):
        return set()
    found = {name for each in value.values() for name in _property_names(each)}
    properties = value.get("properties")
    return found | (set(properties) if isinstance(properties, dict) else set())
