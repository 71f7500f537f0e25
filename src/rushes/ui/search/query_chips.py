"""Which parts of a query are shown as chips, and what stands on them.

Chips stand before the text. That is no other query as long as all parts have to hold, so there
are none beside an OR.
"""

import re

from PySide6.QtCore import QCoreApplication

from rushes.domain.search.query import Part, PartKind
from rushes.ui.search.query_text import cut, has_or, read

_MINUS = re.compile(r"(-|NOT\s)\s*")
_FIELD = re.compile(r"([^\s:<>=]+)(?::|(?=[<>=]))(>=|<=|>|<|=|)\s*(.*)", re.DOTALL)
_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "="}


def chips_of(text: str) -> tuple[tuple[str, ...], str]:
    """Return the chips of a query, and what stands after them."""
    chips, rest, _ = finish_parts((), text, len(text), all_of_them=True)
    return chips, rest


def finish_parts(
    chips: tuple[str, ...], rest: str, cursor: int, *, all_of_them: bool = False
) -> tuple[tuple[str, ...], str, int]:
    """Return chips, text and cursor after finished parts of the text have become chips.

    Args:
        chips: those that there are.
        rest: the text after them.
        cursor: where in it one types; the part that it touches is not finished.
        all_of_them: nothing is being typed any more.
    """
    whole = " ".join((*chips, rest))
    if chips and has_or(read(whole)):
        return (), whole, cursor + len(whole) - len(rest)
    found: list[str] = []
    left, at = rest, cursor
    query = read(rest)
    for part in reversed(query.understood if not has_or(query) else ()):
        is_touched = part.start <= cursor <= part.end
        # Quotes that are not closed may hold more.
        is_open = rest[part.start : part.end].count('"') % 2 == 1
        if not _can_be_chip(part) or is_open or (is_touched and not all_of_them):
            continue
        found.insert(0, rest[part.start : part.end])
        after = cut(left, part.start, part.end)
        lost = len(left) - len(after)
        at = max(at - lost, 0) if at >= part.end else min(at, part.start)
        left = after
    at = min(at, len(left))
    if at == len(left) and rest.endswith(" ") and left and not left.endswith(" "):
        # What is typed next is another word.
        left, at = f"{left} ", at + 1
    both = (*chips, *found)
    if not found or not _is_same(whole, " ".join((*both, left))):
        return chips, rest, cursor
    return both, left, at


def _can_be_chip(part: Part) -> bool:
    return part.kind is PartKind.FIELD or (part.kind is PartKind.WORDS and part.is_negated)


def _is_same(text: str, other: str) -> bool:
    """Tell whether two queries ask for the same, in whatever order."""
    first, second = read(text), read(other)
    if (first.problem is None) != (second.problem is None):
        return False
    return sorted(map(repr, first.terms)) == sorted(map(repr, second.terms))


def chip_label(source: str) -> str:
    """Return what stands on the chip of a part, as "rating ≥ 3" for ``rating:>=3``."""
    minus = _MINUS.match(source)
    label = source[minus.end() :] if minus is not None else source
    match = _FIELD.fullmatch(label)
    if match is not None:
        name, sign, value = match[1], match[2], _unquoted(match[3])
        label = f"{name} {_SIGNS[sign]} {value}" if sign else f"{name}:{value}"
    if minus is not None:
        return QCoreApplication.translate("Search", "not {part}").format(part=_unquoted(label))
    return label


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"')
    return text
