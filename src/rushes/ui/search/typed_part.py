"""The part of a query that is being typed, for completion."""

from dataclasses import dataclass

from rushes.domain.search.query import Problem
from rushes.domain.search.tokens import TokenKind, plain, tokens_of
from rushes.ui.search.query_text import cut


@dataclass(frozen=True, slots=True)
class TypedPart:
    """What is written where one types.

    Attributes:
        start, end: where the part stands in the text, without a minus before it.
        name: the field's name as it is written; empty while it is a word yet.
        beginning: the value as far as it is written, or the word.
        rest: the text without the part.
    """

    start: int
    end: int
    name: str
    beginning: str
    rest: str


def typed_part(text: str, cursor: int) -> TypedPart | None:
    """Return the part that the cursor stands in or behind; None where nothing is to complete.

    Behind a space, or in an empty text, it is an empty word.
    """
    for token in tokens_of(plain(text)):
        if not token.start < cursor <= token.end:
            continue
        rest = cut(text, token.start, token.end)
        if token.kind is TokenKind.WORD:
            return TypedPart(token.start, token.end, "", text[token.start : cursor], rest)
        if token.kind is not TokenKind.FIELD or token.operator or cursor < token.value_start:
            return None
        beginning = text[token.value_start : cursor]
        if len(beginning) > 1 and beginning.startswith('"') and beginning.endswith('"'):
            return None
        beginning = beginning.removeprefix('"')
        return TypedPart(token.start, token.end, token.name, beginning, rest)
    if cursor and not text[cursor - 1].isspace() and text[cursor - 1] not in "-(":
        return None
    return TypedPart(cursor, cursor, "", "", text)


def is_typed_at(text: str, caret: int, problem: Problem) -> bool:
    """Tell whether one is still typing what is wrong in a query, or what is to follow it."""
    if problem.is_unfinished and caret == len(text):
        return True
    tokens = (each for each in tokens_of(plain(text)) if each.start <= problem.start < each.end)
    return any(each.start < caret <= each.end for each in tokens)
