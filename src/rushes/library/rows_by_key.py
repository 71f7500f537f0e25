"""Rows of jobs by their keys: an array where there are few gaps, else a dictionary."""

from array import array
from collections.abc import Iterable, Sequence
from typing import TypeAlias

NumberByKey: TypeAlias = "array[int] | dict[int, int]"
"""A whole number for each key; -1 in an array stands for none."""

_SPARSE = 8
"""How many times more keys than jobs there may be for a place for each key to be kept."""

_ANYWAY = 10_000
"""Keys for which places are kept in any case."""


def number_by_key(keys: Sequence[int]) -> NumberByKey:
    """Return room for a number for each key."""
    highest = max(keys, default=0)
    if highest > _SPARSE * len(keys) + _ANYWAY:
        return {}
    return array("i", [-1]) * (highest + 1)


def rows_by_key(keys: Sequence[int]) -> NumberByKey:
    """Return the row of each key; walks all of them."""
    rows = number_by_key(keys)
    for row, key in enumerate(keys):
        rows[key] = row
    return rows


def numbers_of(numbers: NumberByKey, keys: Iterable[int]) -> list[int]:
    """Return the numbers of keys, which may repeat; those that have none are left out."""
    if isinstance(numbers, dict):
        return [numbers[key] for key in keys if key in numbers]
    end = len(numbers)
    return [number for key in keys if 0 <= key < end and (number := numbers[key]) >= 0]
