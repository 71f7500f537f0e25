"""Queries in words, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from rushes.domain.search import explanation, problem_hint, problem_sentence
from rushes.domain.search.explaining import CONDITION_NAMES
from rushes.domain.search.query import Problem, Query
from rushes.ui.job_faces.measures import count_text
from rushes.ui.search.query_text import read


def query_words(query: Query) -> str:
    """What a query asks for, as it stands in a sentence: "words cabin; rating 3 or more"."""
    words = explanation(query, _words)
    # It is told behind a count, as the rest of a sentence.
    return words[:1].lower() + words[1:]


def part_words(source: str) -> str:
    """What one part of a query asks for; the part itself where it is not understood."""
    query = read(source)
    return query_words(query) if query.terms else source


def name_words(value: str) -> str:
    """What a condition, state, label or shape is called; "" for any other value."""
    return _words(CONDITION_NAMES[value]) if value in CONDITION_NAMES else ""


def problem_words(problem: Problem) -> str:
    """What is wrong with a query, and what to do about it."""
    sentence, hint = problem_sentence(problem, _wrong), problem_hint(problem, _wrong)
    return f"{sentence} {hint}".strip()


def takes_words(count: int) -> str:
    """How many takes there are, as "1,284 takes"."""
    if count == 1:
        return QCoreApplication.translate("Search", "1 take")
    words = QCoreApplication.translate("Search", "{count} takes")
    return words.format(count=count_text(count))


def _words(text: str) -> str:
    return QCoreApplication.translate("QueryWords", text)


def _wrong(text: str) -> str:
    return QCoreApplication.translate("QueryProblem", text)
