"""Runs of rows that lie side by side."""

from collections.abc import Iterable, Iterator


def joined_runs(runs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Rising runs of rows, those that follow each other as one."""
    first, last = -1, -2
    for begin, end in runs:
        if begin != last + 1 and last >= first:
            yield first, last
        if begin != last + 1:
            first = begin
        last = end
    if last >= first:
        yield first, last
