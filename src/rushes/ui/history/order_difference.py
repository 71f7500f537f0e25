"""What turns one order of jobs into the next: a few rows that leave, a few that enter."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rushes.ui.history.ordered_jobs import OrderedJobs, unbroken_runs

if TYPE_CHECKING:
    from array import array

MOST_RUNS = 48
"""Runs of rows that are taken out or put in one by one; beyond, the list is shown anew."""


@dataclass(frozen=True, slots=True)
class OrderDifference:
    """How an order becomes another one.

    Attributes:
        leaving: first and last rows of the runs that leave, in the old order, rising.
        entering: first and last rows of the runs that enter, in the new order, rising.
        is_small: whether that is all there is to it, and little enough to be done step by step.
    """

    leaving: tuple[tuple[int, int], ...] = ()
    entering: tuple[tuple[int, int], ...] = ()
    is_small: bool = True


def difference(old: "array[int]", new: OrderedJobs) -> OrderDifference:
    """Compare the keys of an order with the next one; for a worker thread.

    A job keeps its place among those that stay, for it was written down once.
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
    is_small = len(leaving) + len(entering) <= MOST_RUNS
    return OrderDifference(tuple(leaving), tuple(entering), is_small)


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
