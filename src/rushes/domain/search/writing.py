"""Writes queries: a chip taken out of one, a facet put into one."""

import datetime

from rushes.domain.search.parsing import parse
from rushes.domain.search.query import Part, PartKind
from rushes.domain.search.tokens import TokenKind, plain, tokens_of

_SOME_DAY = datetime.date(2000, 1, 1)


def quoted(text: str) -> str:
    """Return a text in quotes; a quote inside of it is doubled."""
    return '"' + text.replace('"', '""') + '"'


def field_text(name: str, value: str) -> str:
    """Return a field with a value as it stands in a query, the value in quotes where it has to.

    A value that is a sign, a range, a date or a word of the language is to be joined as it is.
    """
    return f"{name}:{value if _is_bare(value) else quoted(value)}"


def with_part_removed(text: str, part: Part) -> str:
    """Return a query's text without one of its parts, nor an OR that has lost a side.

    Raises ValueError for a part that does not stand there.
    """
    before, after = text[: part.start], text[part.end :]
    if part.start >= part.end or len(text) < part.end:
        raise ValueError("no such part")
    if part.kind is not PartKind.OR:
        before, after = _without_lost_or(before, after)
    return _joined(before, after)


def with_part(text: str, part_text: str) -> str:
    """Return a query's text that asks for one thing more, unless it asks for it already."""
    query = parse(text, _SOME_DAY)
    if any(text[part.start : part.end] == part_text for part in query.understood):
        return text
    if any(part.kind is PartKind.OR for part in query.understood):
        text = f"({text.strip()})"
    return f"{_closed(text)} {part_text}".strip()


def _closed(text: str) -> str:
    """Return a text whose last quotes and parentheses are closed, so that more can follow."""
    text = text.strip()
    tokens = tokens_of(plain(text))
    if tokens and tokens[-1].end == len(text) and _has_open_quotes(text, tokens[-1].start):
        text += '"'
    opened = sum(token.kind is TokenKind.OPEN for token in tokens)
    return text + ")" * (opened - sum(token.kind is TokenKind.CLOSE for token in tokens))


def _has_open_quotes(text: str, start: int) -> bool:
    """Whether the last token has quotes that nothing closes: a space behind it belongs to it."""
    return len(tokens_of(plain(f"{text} x"))) == len(tokens_of(plain(text))) and '"' in text[start:]


def _without_lost_or(before: str, after: str) -> tuple[str, str]:
    left, right = tokens_of(plain(before)), tokens_of(plain(after))
    has_left = bool(left) and left[-1].kind is TokenKind.OR
    has_right = bool(right) and right[0].kind is TokenKind.OR
    if has_left and (has_right or not right):
        return before[: left[-1].start], after
    if has_right and (has_left or not left):
        return before, after[right[0].end :]
    return before, after


def _joined(before: str, after: str) -> str:
    return f"{before.rstrip()} {after.lstrip()}".strip()


def _is_bare(value: str) -> bool:
    """Whether a value is read as it stands: one word without signs of the language."""
    plain_value = bool(value) and not any(each.isspace() or each in '"()' for each in value)
    return plain_value and value[0] not in "<>=" and ".." not in value and value[-1] != "*"
