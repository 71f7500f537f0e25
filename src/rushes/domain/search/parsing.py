"""Reads the text of a query. Whatever the text, there is an answer: what is wrong is a `Problem`.

::

    query   any
    any     all ("OR" all)*
    all     term+                         each with a minus before it, or NOT, to leave it out
    term    word | "several words" | field:value | "(" any ")"
    value   text | "text" | sign number | number..number | date..date

A field's sign is ``>``, ``>=``, ``<``, ``<=`` or ``=``; the colon may be left out before one.
"""

import datetime
import difflib
from collections.abc import Collection

from rushes.domain.search.dates import DATE_WORDS
from rushes.domain.search.fields import (
    ASPECT_WORDS,
    CONDITION_WORDS,
    FIELD_ALIASES,
    FIELDS,
    INPUT_NAMES,
    LABEL_COLOURS,
    STATE_WORDS,
    VALUE_ALIASES,
    Takes,
    field_named,
)
from rushes.domain.search.query import (
    AllOf,
    AnyOf,
    Holds,
    Not,
    Part,
    PartKind,
    Problem,
    Query,
    Term,
)
from rushes.domain.search.tokens import Token, TokenKind, plain, tokens_of
from rushes.domain.search.values import NotUnderstood, input_term, term_of

MOST_TERMS = 100
"""Words and fields that one query may have."""

LONGEST = 10_000
"""Characters that are read of a text."""

DEEPEST = 12
"""Parentheses that may stand inside of one another."""

_CHOICES: dict[Takes, tuple[str, ...]] = {
    Takes.CONDITION: tuple(dict.fromkeys(CONDITION_WORDS)),
    Takes.STATE: tuple(STATE_WORDS),
    Takes.LABEL: tuple(LABEL_COLOURS),
    Takes.ASPECT: ASPECT_WORDS,
    Takes.DATE: DATE_WORDS,
}


def parse(text: str, today: datetime.date, names: Collection[str] = ()) -> Query:
    """Read a query.

    Args:
        text: any text.
        today: what relative dates are counted from.
        names: inputs that can be named as fields, beside those of the models that come with Rushes.
    """
    return _Parser(text, today, names).query()


class _Parser:
    """Walks over the tokens of one text, once."""

    def __init__(self, text: str, today: datetime.date, names: Collection[str]) -> None:
        self._text = text
        self._plain = plain(text[:LONGEST])
        self._tokens = tokens_of(self._plain)
        self._today = today
        self._names = {name.lower(): name for name in names}
        self._at = 0
        self._count = 0
        self._failures = 0
        self._problem: Problem | None = None
        self._parts: list[Part] = []

    def query(self) -> Query:
        """Return what the text comes to."""
        if len(self._text) > LONGEST:
            self._fail_at(LONGEST, len(self._text), "too_long")
        term = self._any(0)
        terms = term.terms if isinstance(term, AllOf) else (term,) if term is not None else ()
        return Query(self._text, terms, tuple(self._parts), self._problem)

    def _any(self, depth: int) -> Term | None:
        """Read what stands between ORs, up to the end or the closing parenthesis."""
        choices: list[Term] = []
        pending: Token | None = None
        while True:
            failures = self._failures
            term = self._all(depth)
            token = self._next()
            is_or = token is not None and token.kind is TokenKind.OR
            is_explained = self._failures > failures
            if term is None and (pending is not None or is_or) and not is_explained:
                lost = pending if pending is not None else token
                if lost is not None:
                    self._fail(lost, "or_alone")
            elif term is not None:
                if pending is not None and choices and not depth:
                    self._add_or(pending)
                choices.append(term)
            if token is None or not is_or:
                break
            pending = token
            self._at += 1
        if not choices:
            return None
        return choices[0] if len(choices) == 1 else AnyOf(tuple(choices))

    def _add_or(self, token: Token) -> None:
        part = Part(token.start, token.end, PartKind.OR)
        place = len(self._parts)
        while place and self._parts[place - 1].start > token.start:
            place -= 1
        self._parts.insert(place, part)

    def _all(self, depth: int) -> Term | None:
        """Read terms that all have to hold."""
        terms: list[Term] = []
        while (token := self._next()) is not None:
            if token.kind in (TokenKind.OR, TokenKind.CLOSE):
                break
            if token.kind is TokenKind.AND:
                self._at += 1
                continue
            term = self._negatable(depth)
            if term is not None:
                terms.append(term)
        if not terms:
            return None
        return terms[0] if len(terms) == 1 else AllOf(tuple(terms))

    def _negatable(self, depth: int) -> Term | None:
        """Read one term with the minuses before it."""
        first = self._tokens[self._at]
        is_negated = False
        end = first.start
        while (token := self._next()) is not None and token.kind is TokenKind.MINUS:
            if token.text == "-" and not self._touches_next(token):
                self._at += 1
                self._fail(token, "minus_alone")
                return None
            is_negated = not is_negated
            end = token.end
            self._at += 1
        if token is None or token.kind in (TokenKind.OR, TokenKind.AND, TokenKind.CLOSE):
            self._fail_at(first.start, end, "minus_alone")
            return None
        if token.kind is TokenKind.OPEN:
            return self._group(first.start, token, is_negated, depth)
        self._at += 1
        return self._single(first.start, token, is_negated, depth)

    def _touches_next(self, token: Token) -> bool:
        after = self._at + 1
        return after < len(self._tokens) and self._tokens[after].start == token.end

    def _group(self, start: int, opening: Token, is_negated: bool, depth: int) -> Term | None:
        self._at += 1
        if depth >= DEEPEST:
            self._fail(opening, "too_deep")
            self._skip_group()
            return None
        failures = self._failures
        term = self._any(depth + 1)
        closing = self._next()
        end = closing.end if closing is not None else len(self._plain.rstrip())
        self._at += closing is not None
        if term is None:
            if self._failures == failures:
                self._fail_at(opening.start, end, "group_empty")
            return None
        if not depth:
            inside = self._plain[opening.end : end]
            value = (inside.removesuffix(")") if closing is not None else inside).strip()
            self._parts.append(Part(start, end, PartKind.GROUP, is_negated, term, value=value))
        return _negated(term) if is_negated else term

    def _skip_group(self) -> None:
        """Pass over what stands too deep, up to and with its closing parenthesis."""
        depth = 1
        while depth and (token := self._next()) is not None:
            depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
            self._at += 1

    def _single(self, start: int, token: Token, is_negated: bool, depth: int) -> Term | None:
        """Read a word, a phrase or a field."""
        self._count += 1
        if self._count > MOST_TERMS:
            self._fail(token, "too_long")
            return None
        term, name = self._read(token)
        if term is None:
            return None
        if not depth:
            kind = PartKind.FIELD if token.kind is TokenKind.FIELD else PartKind.WORDS
            value = token.text
            if kind is PartKind.FIELD:
                value = f"{token.operator}{token.text.strip()}"
            self._parts.append(Part(start, token.end, kind, is_negated, term, name, value))
        return _negated(term) if is_negated else term

    def _read(self, token: Token) -> tuple[Term | None, str]:
        """Return the test of a token, and the name of its field."""
        if token.kind is not TokenKind.FIELD:
            text = " ".join(token.text.split()) if token.kind is TokenKind.WORD else token.text
            if not text.strip():
                self._fail(token, "phrase_empty")
                return None, ""
            return Holds(text), ""
        field = field_named(token.name)
        name = token.name.lower()
        try:
            if field is not None:
                return term_of(field, token, self._today), field.name
            if name in INPUT_NAMES or name in self._names:
                return input_term(self._names.get(name, name), token), name
        except NotUnderstood as error:
            takes = field.takes if field is not None else Takes.NUMBER
            self._fail_value(token, field.name if field is not None else name, error.code, takes)
            return None, ""
        near = _nearest(name, (*FIELDS, *FIELD_ALIASES, *INPUT_NAMES, *self._names))
        end = token.start + len(token.name)
        self._fail_at(token.start, end, "unknown_field", suggestion=near)
        return None, ""

    def _fail_value(self, token: Token, name: str, code: str, takes: Takes) -> None:
        text = token.text.strip()
        choices = _CHOICES.get(takes, ())
        begin = token.value_start if text else token.start
        near = _nearest(text.lower(), (*choices, *_aliases_of(choices))) if text else ""
        self._fail_at(begin, token.end, code, name, near, choices)

    def _fail(self, token: Token, code: str) -> None:
        self._fail_at(token.start, token.end, code)

    def _fail_at(
        self,
        start: int,
        end: int,
        code: str,
        field: str = "",
        suggestion: str = "",
        choices: Collection[str] = (),
    ) -> None:
        """Keep the first problem by its place."""
        self._failures += 1
        if self._problem is not None and self._problem.start <= start:
            return
        text = self._text[start:end][:_LONGEST_SHOWN]
        word = text.lower()
        at_end = end >= len(self._plain) and code not in _FINISHED
        begins_one = any(choice.startswith(word) for choice in choices)
        is_unfinished = at_end and (code in _UNFINISHED or begins_one or code == "not_a_date")
        self._problem = Problem(start, end, code, text, field, suggestion, is_unfinished)

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None


def _negated(term: Term) -> Term:
    return term.term if isinstance(term, Not) else Not(term)


_UNFINISHED = frozenset(
    {"value_missing", "or_alone", "minus_alone", "group_empty", "phrase_empty", "not_a_number"}
)
_FINISHED = frozenset({"too_long", "too_deep"})
_LONGEST_NEAR = 40
_LONGEST_SHOWN = 80


def _nearest(word: str, choices: Collection[str]) -> str:
    """Return the choice that is written almost like a word, or nothing."""
    if not word or len(word) > _LONGEST_NEAR:
        return ""
    found = difflib.get_close_matches(word, tuple(dict.fromkeys(choices)), n=1, cutoff=0.7)
    near = found[0] if found else ""
    return VALUE_ALIASES.get(near, near) if near not in choices else near


def _aliases_of(choices: Collection[str]) -> list[str]:
    return [alias for alias, word in VALUE_ALIASES.items() if word in choices]
