"""The language in which jobs are searched: every choice of jobs is one text in it.

    cabin -rain "night city" seed:42 rating:>=3 date:2026-11 (is:pick OR album:"Night shots")

Without ``is:trashed`` nothing of the trash is found.
"""

from rushes.domain.search.explaining import explanation, part_words
from rushes.domain.search.fields import FIELDS, INPUT_NAMES
from rushes.domain.search.parsing import parse
from rushes.domain.search.problem_words import (
    QUERY_PROBLEM_WORDS,
    problem_hint,
    problem_sentence,
)
from rushes.domain.search.query import Part, PartKind, Problem, Query
from rushes.domain.search.writing import field_text, with_part, with_part_removed

__all__ = [
    "FIELDS",
    "INPUT_NAMES",
    "QUERY_PROBLEM_WORDS",
    "Part",
    "PartKind",
    "Problem",
    "Query",
    "explanation",
    "field_text",
    "parse",
    "part_words",
    "problem_hint",
    "problem_sentence",
    "with_part",
    "with_part_removed",
]
