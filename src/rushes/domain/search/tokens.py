"""Cuts the text of a query into tokens, in one walk from its beginning to its end."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from rushes.domain.search.fields import field_named

_NAME = re.compile(r"[^\W\d][\w-]{0,63}(?=:|[<>]=?|=)")
_OPERATOR = re.compile(r"[<>]=?|=")
_HALF = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f]")


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    MINUS = auto()
    OR = auto()
    AND = auto()
    OPEN = auto()
    CLOSE = auto()


_KEYWORDS = {"OR": TokenKind.OR, "AND": TokenKind.AND, "NOT": TokenKind.MINUS}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text.

    Attributes:
        kind: what it is.
        start, end: where it stands.
        text: the word or phrase, quotes taken off; for a field its value; else as it stands.
        name: a field's name as it was written.
        operator: the sign before a field's value, or nothing.
        value_start: where a field's value begins, its operator included.
        is_quoted: whether the value stands in quotes.
    """

    kind: TokenKind
    start: int
    end: int
    text: str
    name: str = ""
    operator: str = ""
    value_start: int = 0
    is_quoted: bool = False


def plain(text: str) -> str:
    """Return the text with what nobody can type or store made blank; of the same length."""
    return _CONTROL.sub(" ", _HALF.sub("\ufffd", text))


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text that went through `plain`."""
    found: list[Token] = []
    at, depth = 0, 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token_at(text, at, depth)
        depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        found.append(token)
        at = token.end
    return found


def _token_at(text: str, at: int, depth: int) -> Token:
    character = text[at]
    if character == "(":
        return Token(TokenKind.OPEN, at, at + 1, "(")
    if character == ")" and depth:
        return Token(TokenKind.CLOSE, at, at + 1, ")")
    if character == '"':
        inside, end = _quoted(text, at)
        return Token(TokenKind.PHRASE, at, end, inside, is_quoted=True)
    if character == "-":
        return Token(TokenKind.MINUS, at, at + 1, "-")
    name = _NAME.match(text, at)
    if name is not None and _is_field(text, name):
        return _field(text, name, depth)
    end = _word_end(text, at, depth)
    word = text[at:end]
    return Token(_KEYWORDS.get(word, TokenKind.WORD), at, end, word)


def _is_field(text: str, name: "re.Match[str]") -> bool:
    """Tell a field from a word that has a sign in it: an address, a sum."""
    if text[name.end()] == ":":
        return not text.startswith("//", name.end() + 1)
    return field_named(name[0]) is not None


def _field(text: str, name: "re.Match[str]", depth: int) -> Token:
    begin = name.end() + (text[name.end()] == ":")
    operator = _OPERATOR.match(text, begin)
    at = operator.end() if operator is not None else begin
    is_quoted = text.startswith('"', at)
    if is_quoted:
        value, end = _quoted(text, at)
    else:
        end = _word_end(text, at, depth)
        value = text[at:end]
    return Token(
        TokenKind.FIELD,
        name.start(),
        end,
        value,
        name[0],
        operator[0] if operator is not None else "",
        begin,
        is_quoted,
    )


def _word_end(text: str, at: int, depth: int) -> int:
    """Return where a word ends: at a space, or at the parenthesis that closes its group."""
    own = 0
    while at < len(text) and not text[at].isspace():
        if text[at] == "(":
            own += 1
        elif text[at] == ")":
            if depth and not own:
                break
            own -= own > 0
        at += 1
    return at


def _quoted(text: str, at: int) -> tuple[str, int]:
    """Return what stands in quotes, and where they end; two quotes inside stand for one.

    Quotes that are not closed hold all that comes: it is still being typed.
    """
    parts = []
    begin = at + 1
    while True:
        end = text.find('"', begin)
        if end < 0:
            parts.append(text[begin:])
            return "".join(parts), len(text)
        parts.append(text[begin:end])
        if not text.startswith('"', end + 1):
            return "".join(parts), end + 1
        parts.append('"')
        begin = end + 2
