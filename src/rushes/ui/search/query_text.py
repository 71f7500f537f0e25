"""What can be done with a query's text: read it, add a part, take one off, shorten it."""

import datetime
from collections.abc import Collection
from functools import lru_cache

from rushes.domain import search as domain_search
from rushes.domain.search.query import Condition, Is, Part, PartKind, Query, TextIs

_inputs: set[str] = set()
_NAMES = frozenset({"tag", "album", "model"})


def know_inputs(names: Collection[str]) -> bool:
    """Have inputs of requests read as fields, beside those of the models that come with Rushes.

    Tells whether any of them was not known yet.
    """
    before = len(_inputs)
    _inputs.update(names)
    return len(_inputs) > before


def known_inputs() -> list[str]:
    """Return the inputs that are read as fields, in the order of their names."""
    return sorted(domain_search.INPUT_NAMES | _inputs)


def read(text: str) -> Query:
    """Read a query as it is meant today."""
    return _read(text, datetime.date.today(), len(_inputs))


@lru_cache(maxsize=256)
def _read(text: str, today: datetime.date, _known: int) -> Query:
    return domain_search.parse(text, today, _inputs)


def has_or(query: Query) -> bool:
    """Tell whether parts stand beside an OR, so that none may be moved or taken off alone."""
    return any(part.kind is PartKind.OR for part in query.understood)


def part_of(text: str) -> Part | None:
    """Return the one part that a text is, or None if it is none or several."""
    query = read(text)
    if query.problem is not None or len(query.understood) != 1:
        return None
    return query.understood[0]


def asks_the_disk(text: str) -> bool:
    """Tell whether a query asks for files that are missing, or changed on the disk."""
    asked = (Condition.MISSING, Condition.CHANGED)
    terms = (part.term for part in read(text).understood)
    return any(isinstance(term, Is) and term.condition in asked for term in terms)


def has_part(text: str, part: str) -> bool:
    """Tell whether a query asks for a part among others, however it is written."""
    return bool(_places(text, part))


def with_part(text: str, part: str) -> str:
    """Return the query with a part more."""
    return text if has_part(text, part) else domain_search.with_part(text, part)


def without_part(text: str, part: str) -> str:
    """Return the query without a part, wherever it has it."""
    for each in reversed(_places(text, part)):
        text = domain_search.with_part_removed(text, each)
    return text


def _places(text: str, part: str) -> list[Part]:
    query, wanted = read(text), part_of(part)
    if wanted is None or has_or(query):
        return []
    return [
        each
        for each in query.understood
        if (each.term, each.is_negated) == (wanted.term, wanted.is_negated)
    ]


def as_begun(text: str) -> str:
    """Return a query whose end is still being typed: a name that ends there goes on anyhow.

    So `tag:ni` finds what has the tag night, until a space says that it is whole.
    """
    query = read(text)
    last = query.understood[-1] if query.understood else None
    if last is None or last.end != len(text) or query.problem is not None:
        return text
    is_name = isinstance(last.term, TextIs) and last.term.field in _NAMES
    is_open = text[-1] not in '"”*)'
    return f"{text}*" if is_name and is_open and not has_or(query) else text


def cut(text: str, start: int, end: int) -> str:
    """Return a text without a piece, and without the space that parted it from the rest."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return f"{before} {after}" if before and after else before + after


def understood_text(text: str) -> str:
    """Return what of a query was understood, as a query; all of it where nothing is wrong.

    Empty, which asks for everything, where nothing else can be said.
    """
    query = read(text)
    if query.problem is None:
        return text.strip()
    pieces = [text[part.start : part.end] for part in query.understood]
    shorter = " ".join(pieces)
    again = read(shorter)
    return shorter if again.problem is None and again.terms == query.terms else ""
