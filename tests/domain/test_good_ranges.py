"""Good ranges against the plainest reference there is: a set of frames."""

from hypothesis import given
from hypothesis import strategies as st

from rushes.domain.good_ranges import clipped, range_at, resized, toggled, without
from rushes.domain.marks import GoodRange, joined_ranges

EDGES = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)
RANGE = EDGES.map(lambda edges: GoodRange(*edges))
RANGES = st.lists(RANGE, max_size=5).map(joined_ranges)


def frames(ranges: tuple[GoodRange, ...]) -> set[int]:
    return {frame for each in ranges for frame in range(each.first, each.last + 1)}


def is_tidy(ranges: tuple[GoodRange, ...]) -> bool:
    return ranges == joined_ranges(ranges)


@given(RANGES, RANGE)
def test_toggled_adds_what_is_lacking_and_else_takes_away(
    ranges: tuple[GoodRange, ...], wanted: GoodRange
) -> None:
    before, asked = frames(ranges), frames((wanted,))
    after = toggled(ranges, wanted)
    assert is_tidy(after)
    assert frames(after) == (before - asked if asked <= before else before | asked)


@given(RANGES, RANGE)
def test_toggled_twice_leaves_nothing_of_it(
    ranges: tuple[GoodRange, ...], wanted: GoodRange
) -> None:
    once = toggled(ranges, wanted)
    if frames((wanted,)) <= frames(once):
        assert frames(toggled(once, wanted)) == frames(once) - frames((wanted,))


@given(RANGES, RANGE)
def test_without_takes_frames_away_and_no_other(
    ranges: tuple[GoodRange, ...], taken: GoodRange
) -> None:
    after = without(ranges, taken)
    assert is_tidy(after)
    assert frames(after) == frames(ranges) - frames((taken,))


@given(RANGES, st.integers(0, 31))
def test_the_range_of_a_frame_is_found(ranges: tuple[GoodRange, ...], index: int) -> None:
    found = range_at(ranges, index)
    assert (found is not None) == (index in frames(ranges))
    assert found is None or found in ranges


@given(RANGES, st.integers(0, 31), st.booleans())
def test_ends_move_and_never_cross(
    ranges: tuple[GoodRange, ...], index: int, moves_first: bool
) -> None:
    if not ranges:
        return
    old = ranges[0]
    after = resized(ranges, old, first=index) if moves_first else resized(ranges, old, last=index)
    assert is_tidy(after)
    kept = old.last if moves_first else old.first
    assert kept in frames(after)
    assert frames(ranges[1:]) <= frames(after)
    edge = min(index, old.last) if moves_first else max(index, old.first)
    assert edge in frames(after)


@given(RANGES, st.integers(1, 31))
def test_nothing_lies_behind_the_end_of_the_clip(ranges: tuple[GoodRange, ...], count: int) -> None:
    assert frames(clipped(ranges, count)) == {each for each in frames(ranges) if each < count}
