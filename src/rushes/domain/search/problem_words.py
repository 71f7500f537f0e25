"""The one table that turns problems of a query into words.

The English text is also the key under which the window finds its translation (context
``QueryProblem``).
"""

from collections.abc import Callable
from dataclasses import dataclass

from rushes.domain.search.query import Problem


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """What a person is told.

    Attributes:
        wrong: one sentence; ``{text}`` and ``{field}`` stand for those of the problem.
        hint: what to do about it where nothing is suggested; may be empty.
    """

    wrong: str
    hint: str = ""


QUERY_PROBLEM_WORDS: dict[str, ProblemWords] = {
    "unknown_field": ProblemWords(
        "There is no field “{text}”.", "Put it in quotes to look for it as words."
    ),
    "value_missing": ProblemWords("“{field}” needs a value behind its colon."),
    "not_a_number": ProblemWords(
        "“{text}” is not a number.", "Write a number, one with a sign as in >=3, or 24..48."
    ),
    "number_too_large": ProblemWords("“{text}” is too large a number."),
    "rating_too_high": ProblemWords("“{text}” is no rating.", "Stars go from 0 to 5."),
    "sign_before_range": ProblemWords(
        "“{text}” has a sign and a range at once.", "Leave one of them out."
    ),
    "range_backwards": ProblemWords("“{text}” ends before it begins.", "Turn it around."),
    "not_a_date": ProblemWords(
        "“{text}” is not a date.", "Write 2026, 2026-11, 2026-11-22, today, last-week or 7d."
    ),
    "not_a_condition": ProblemWords(
        "“{text}” is nothing that a take can be.", "Write pick, reject, unseen, ready or trashed."
    ),
    "not_a_state": ProblemWords(
        "“{text}” is not a state.", "Write ready, failed, waiting, running or unknown."
    ),
    "not_a_label": ProblemWords("“{text}” is not a label.", "Write red, yellow, green or blue."),
    "not_a_resolution": ProblemWords(
        "“{text}” is not a resolution.", "Write 720p, 4k or 1280x720."
    ),
    "not_an_aspect": ProblemWords(
        "“{text}” is not an aspect ratio.", "Write 16:9, landscape, portrait or square."
    ),
    "not_comparable": ProblemWords(
        "“{field}” cannot be more or less than something.", "Leave the sign out."
    ),
    "or_alone": ProblemWords("OR stands between two things.", "Write “or” to look for the word."),
    "minus_alone": ProblemWords("A minus stands right before what is to be left out."),
    "group_empty": ProblemWords("There is nothing between the parentheses."),
    "phrase_empty": ProblemWords("There is nothing between the quotes."),
    "too_deep": ProblemWords("Too many parentheses stand inside of one another."),
    "too_long": ProblemWords("This query is too long."),
}

SUGGESTION = "Did you mean “{suggestion}”?"
"""The hint where something near is known."""


def _as_it_is(text: str) -> str:
    return text


def problem_sentence(problem: Problem, translate: Callable[[str], str] = _as_it_is) -> str:
    """Return what is wrong with a query as a sentence; `translate` gets the table's text."""
    return _filled(translate(QUERY_PROBLEM_WORDS[problem.code].wrong), problem)


def problem_hint(problem: Problem, translate: Callable[[str], str] = _as_it_is) -> str:
    """Return what to do about it as a sentence, or nothing; `translate` gets the table's text."""
    hint = SUGGESTION if problem.suggestion else QUERY_PROBLEM_WORDS[problem.code].hint
    return _filled(translate(hint), problem) if hint else ""


def _filled(pattern: str, problem: Problem) -> str:
    return pattern.format(text=problem.text, field=problem.field, suggestion=problem.suggestion)
