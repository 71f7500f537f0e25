"""Good ranges of a clip: one more, one less, or one with other edges. Pure arithmetic."""

from collections.abc import Sequence

from rushes.domain.marks import GoodRange, joined_ranges

Ranges = tuple[GoodRange, ...]
"""In their order; they do not overlap or touch."""


def range_at(ranges: Sequence[GoodRange], index: int) -> GoodRange | None:
    """Return the range that the frame at *index* belongs to, or None."""
    return next((each for each in ranges if each.first <= index <= each.last), None)


def toggled(ranges: Sequence[GoodRange], wanted: GoodRange) -> Ranges:
    """Return ranges with *wanted* among them, or without it where all of it is good already."""
    if any(each.first <= wanted.first and wanted.last <= each.last for each in ranges):
        return without(ranges, wanted)
    return joined_ranges([*ranges, wanted])


def without(ranges: Sequence[GoodRange], taken: GoodRange) -> Ranges:
    """Return what is left of ranges when the frames of *taken* are not good any more."""
    left: list[GoodRange] = []
    for each in ranges:
        if each.first < taken.first:
            left.append(GoodRange(each.first, min(each.last, taken.first - 1)))
        if each.last > taken.last:
            left.append(GoodRange(max(each.first, taken.last + 1), each.last))
    return joined_ranges(left)


def resized(
    ranges: Sequence[GoodRange],
    old: GoodRange,
    *,
    first: int | None = None,
    last: int | None = None,
) -> Ranges:
    """Return ranges of which *old* begins or ends elsewhere; its edges never cross.

    A range that comes to touch another becomes one with it.
    """
    if first is not None:
        new = GoodRange(max(min(first, old.last), 0), old.last)
    elif last is not None:
        new = GoodRange(old.first, max(last, old.first))
    else:
        new = old
    return joined_ranges([*(each for each in ranges if each != old), new])


def clipped(ranges: Sequence[GoodRange], frames: int) -> Ranges:
    """Return what of ranges lies inside a clip of so many frames."""
    return tuple(
        GoodRange(each.first, min(each.last, frames - 1)) for each in ranges if each.first < frames
    )
