import inspect

import pytest

from rushes.domain import errors
from rushes.domain.error_words import WORDS, job_error, words_for
from rushes.domain.errors import DiskFull, RushesError, TooManyCalls
from rushes.domain.replies import Phase, phase_of
from rushes.domain.settings import Settings, settings_from, settings_values
from rushes.domain.states import STEPS, JobState, may_step
from rushes.domain.titles import shot_name


def test_every_expected_error_has_words() -> None:
    kinds = [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, RushesError)
    ]
    assert len(kinds) > 25
    for kind in kinds:
        assert kind.code in WORDS
        assert kind is RushesError or kind.code != "unexpected"


def test_every_expected_error_stands_in_the_tree_of_the_docstring() -> None:
    tree = errors.__doc__ or ""
    for name, kind in inspect.getmembers(errors, inspect.isclass):
        if issubclass(kind, RushesError):
            assert f" {name}" in tree or f"\n    {name}" in tree


def test_words_are_sentences() -> None:
    for code, words in WORDS.items():
        assert words.happened, code
        for part in (words.happened, words.kept, words.todo):
            assert not part or part.endswith("."), (code, part)


def test_whoever_is_told_of_a_failure_is_told_what_was_kept() -> None:
    assert [code for code, words in WORDS.items() if not words.kept] == []


def test_nothing_in_the_words_sends_a_paid_job_again_by_itself() -> None:
    for code in ("outcome_unknown", "held"):
        assert "by itself" not in WORDS[code].happened + WORDS[code].kept
    assert "never sends a paid job twice by itself" in WORDS["outcome_unknown"].todo


def test_a_job_keeps_code_sentence_and_detail() -> None:
    kept = job_error(DiskFull("OSError: 28"))
    assert kept.code == "disk_full"
    assert kept.message.startswith("The disk is full. ")
    assert kept.detail == "OSError: 28"


def test_a_code_nobody_knows_gets_the_general_words() -> None:
    assert words_for("from_a_newer_rushes") == WORDS["unexpected"]
    assert words_for(TooManyCalls()).happened == "The service asks Rushes to slow down."


@pytest.mark.parametrize(
    ("word", "phase"),
    [
        ("in_queue", Phase.QUEUED),
        ("IN_PROGRESS", Phase.RUNNING),
        ("completed", Phase.ENDED),
        ("succeeded", Phase.SUCCEEDED),
        ("canceled", Phase.CANCELLED),
        ("cancelled", Phase.CANCELLED),
        ("failed", Phase.FAILED),
        ("warming_up", Phase.UNRECOGNISED),
    ],
)
def test_state_words_of_the_service(word: str, phase: Phase) -> None:
    assert phase_of(word) is phase


def test_every_state_has_its_steps_and_none_leads_back_to_sending_but_waiting() -> None:
    assert set(STEPS) == set(JobState)
    leading = {state for state in JobState if JobState.SENDING in STEPS[state]}
    assert leading == {JobState.WAITING}
    assert may_step(JobState.READY, JobState.READY)
    assert not may_step(JobState.UNKNOWN, JobState.WAITING)


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("A log cabin, fresh snow", "Log cabin"),
        (
            "the lighthouse in a winter storm at land's end",
            "Lighthouse in a winter storm",
        ),
        ("Un faro nella tempesta.", "Faro nella tempesta"),
        ("", ""),
        ("   \n ", ""),
        ("{dawn|dusk} over salt", "{dawn|dusk} over salt"),
        (
            "Balloons over a sea of clouds and of the highest mountains",
            "Balloons over a sea of clouds",
        ),
        ("x" * 80, "X" + "x" * 31),
    ],
)
def test_shots_are_named_by_their_first_clause(prompt: str, name: str) -> None:
    assert shot_name(prompt) == name


def test_settings_survive_both_ways_with_what_a_newer_rushes_wrote() -> None:
    read = settings_from({"theme": "light", "text_scale": "big", "from_the_future": [1]})
    assert read.theme == "light"
    assert read.text_scale == Settings().text_scale
    assert settings_values(read)["from_the_future"] == [1]
    assert settings_from(settings_values(read)) == read
