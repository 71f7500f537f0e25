"""Names, values and refusals as a person reads them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale

from rushes.domain.model_spec import ModelSpec
from rushes.domain.validation import Problem
from rushes.ui.compose.model_words import model_kind, model_name
from rushes.ui.compose.schema_words import choice_text, refusal, seconds_text


def test_a_page_title_gives_way_to_the_name_in_the_id(wan: ModelSpec) -> None:
    assert (model_name(wan), model_kind(wan)) == ("Wan 2.1", "Text to video")


@pytest.mark.parametrize(
    ("display_name", "kind", "name", "words"),
    [
        ("RunComfy Seedance 2.0 Pro", "text-to-video", "Seedance 2.0 Pro", "Text to video"),
        ("RunComfy", "", "RunComfy", ""),
        ("Own model", "dream-to-film", "Own model", "Dream to film"),
    ],
)
def test_names(
    make_model: Callable[..., ModelSpec], display_name: str, kind: str, name: str, words: str
) -> None:
    spec = make_model({}, display_name=display_name, kind=kind)
    assert (model_name(spec), model_kind(spec)) == (name, words)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("duration", 5, "5 s"),
        ("duration", "10", "10 s"),
        ("duration", "auto", "auto"),
        ("fps", 24, "24 fps"),
        ("camera", "dolly_in", "dolly in"),
        ("rate", 44100, "44100"),
        ("speed", 0.5, "0.5"),
        ("loop", True, "True"),
    ],
)
def test_choices(make_model: Callable[..., ModelSpec], name: str, value: object, text: str) -> None:
    spec = make_model({name: {"type": "integer", "enum": [value]}})
    assert choice_text(spec.fields[0], value) == text


def test_numbers_follow_the_locale(make_model: Callable[..., ModelSpec]) -> None:
    QLocale.setDefault(QLocale("it_IT"))
    spec = make_model({"speed": {"type": "number", "minimum": 0.5, "maximum": 2}})
    assert seconds_text(6.0625) == "6,06 s"
    problem = Problem("speed", "too_small", {"minimum": "0.5"})
    assert refusal(problem, spec.fields[0]) == "Speed starts at 0,5."


def test_whole_seconds_have_no_decimals() -> None:
    assert seconds_text(5) == "5 s"


def test_a_problem_of_no_field_names_it() -> None:
    assert refusal(Problem("ghost", "unknown"), None) == "This model has no input called ghost."
