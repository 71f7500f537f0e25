"""Which words set one text apart from an earlier one."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")

_MOST_WORDS = 800
"""Words of what is not alike at both ends; comparing takes the square of their number."""

_REWRITTEN = 0.25
"""Texts that have a smaller share of their words in common are not compared word by word."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, in characters: from `start` up to and without `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordChanges:
    """What sets a text apart from the one before.

    Attributes:
        new: the parts of the text that the earlier one does not have, in their order.
        old: the parts of the earlier text that are gone, in their order.
        is_rewritten: hardly anything is as it was; both texts are one part each then.
    """

    new: tuple[Span, ...] = ()
    old: tuple[str, ...] = ()
    is_rewritten: bool = False


def word_changes(before: str, after: str) -> WordChanges:
    """Compare two texts word by word; spaces and line breaks do not count, signs do."""
    earlier, later = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    first = [match.group() for match in earlier]
    second = [match.group() for match in later]
    if first == second:
        return WordChanges()
    start = _alike(first, second)
    end = _alike(first[start:][::-1], second[start:][::-1])
    old, new = first[start : len(first) - end], second[start : len(second) - end]
    blocks = _blocks(old, new)
    common = start + end + len(old) - sum(block[1] - block[0] for block in blocks)
    if earlier and later and common < _REWRITTEN * max(len(first), len(second)):
        whole = Span(later[0].start(), later[-1].end())
        return WordChanges((whole,), (before.strip(),), is_rewritten=True)
    gone, come = [], []
    for old_from, old_to, new_from, new_to in blocks:
        if old_to > old_from:
            place = earlier[start + old_from].start(), earlier[start + old_to - 1].end()
            gone.append(before[slice(*place)])
        if new_to > new_from:
            come.append(Span(later[start + new_from].start(), later[start + new_to - 1].end()))
    return WordChanges(tuple(come), tuple(gone))


def _alike(first: list[str], second: list[str]) -> int:
    """How many words both begin with."""
    shortest = min(len(first), len(second))
    return next((at for at in range(shortest) if first[at] != second[at]), shortest)


def _blocks(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """The places that are not alike: from and to in the one, from and to in the other."""
    if len(old) > _MOST_WORDS or len(new) > _MOST_WORDS:
        return [(0, len(old), 0, len(new))]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(a, b, c, d) for kind, a, b, c, d in steps if kind != "equal"]
