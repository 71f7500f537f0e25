"""What turns one order of jobs into the next: a few rows that leave, move, enter."""

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rushes.ui.history.ordered_jobs import OrderedJobs, unbroken_runs

if TYPE_CHECKING:
    from array import array

MOST_RUNS = 48
"""Runs of rows that are taken out, moved or put in one by one; beyond, the list is shown anew."""


@dataclass(frozen=True, slots=True)
class OrderDifference:
    """How an order becomes another one, in this order.

    Attributes:
        leaving: first and last rows of the runs that leave, in the old order, rising.
        moving: rows that move, one after another, once those that leave are gone: from where, and
            to where as counted without the row itself.
        entering: first and last rows of the runs that enter, in the new order, rising.
        is_small: whether that is all there is to it, and little enough to be done step by step.
    """

    leaving: tuple[tuple[int, int], ...] = ()
    moving: tuple[tuple[int, int], ...] = ()
    entering: tuple[tuple[int, int], ...] = ()
    is_small: bool = True


def difference(old: "array[int]", new: OrderedJobs) -> OrderDifference:
    """Compare the keys of an order with the next one; for a worker thread.

    Sorted by date a job keeps its place among those that stay, for it was written down once.
    """
    keys = new.copied_keys()
    begin = _same_at_begin(old, keys)
    end = _same_at_begin(old[: begin - 1 : -1] if begin else old[::-1], keys[::-1])
    end = min(end, len(old) - begin, len(keys) - begin)
    before, after = old[begin : len(old) - end], keys[begin : len(keys) - end]
    gone, come = set(before), set(after)
    gone, come = gone - come, come - gone
    leaving = unbroken_runs(row for row, key in enumerate(before, begin) if key in gone)
    entering = unbroken_runs(row for row, key in enumerate(after, begin) if key in come)
    most = MOST_RUNS - len(leaving) - len(entering)
    moving = _moves(
        [key for key in before if key not in gone],
        [key for key in after if key not in come],
        begin,
        most,
    )
    is_small = most >= 0 and moving is not None
    return OrderDifference(tuple(leaving), moving or (), tuple(entering), is_small)


def _moves(
    old: list[int], new: list[int], begin: int, most: int
) -> tuple[tuple[int, int], ...] | None:
    """How the same keys come into another order, by moving `most` of them at most; else None."""
    if old == new:
        return ()
    # One alone, as when a take was rated, is at one end of what differs.
    if old[1:] == new[:-1]:
        return ((begin, begin + len(new) - 1),)
    if old[:-1] == new[1:]:
        return ((begin + len(new) - 1, begin),)
    places = {key: place for place, key in enumerate(new)}
    staying = _longest_rising([places[key] for key in old])
    if len(new) - len(staying) > most:
        return None
    moves: list[tuple[int, int]] = []
    for place in sorted(set(range(len(new))) - staying):
        # All that come before it in the new order are in theirs by now.
        row = old.index(new[place])
        del old[row]
        to = old.index(new[place - 1]) + 1 if place else 0
        old.insert(to, new[place])
        if row != to:
            moves.append((begin + row, begin + to))
    return tuple(moves)


def _longest_rising(numbers: list[int]) -> set[int]:
    """Return the most numbers that there are one after another so that each is the greater."""
    ends: list[int] = []
    ends_at: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect.bisect_left(ends, number)
        before.append(ends_at[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        ends_at[length : length + 1] = [place]
    rising: set[int] = set()
    place = ends_at[-1] if ends_at else -1
    while place >= 0:
        rising.add(numbers[place])
        place = before[place]
    return rising


def _same_at_begin(first: "array[int]", second: "array[int]") -> int:
    """How many keys are the same from the beginning; whole stretches are compared at once."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
