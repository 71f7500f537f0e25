"""Arithmetic between frames and seconds."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.media.frame_times import FrameTimes, times_from_ticks

RATES = st.sampled_from(
    [Fraction(24), Fraction(24000, 1001), Fraction(30000, 1001), Fraction(16), Fraction(25, 2)]
)


@given(RATES, st.integers(1, 4000))
def test_a_frame_is_on_from_its_start_to_its_end(rate: Fraction, frames: int) -> None:
    times = FrameTimes.constant(frames, rate)
    for index in {0, frames // 3, frames - 1}:
        start, length = times.start_of(index), times.length_of(index)
        assert times.index_at(start) == index
        assert times.index_at(start + length / 2) == index
        assert times.index_before(start + length / 2) == index
        assert times.index_before(start + length) == index
        assert times.index_before(start) == max(0, index - 1)
    assert times.index_at(-5) == 0
    assert times.index_at(times.end + 5) == frames - 1
    assert times.end == pytest.approx(float(frames / rate))


@given(RATES, st.integers(2, 500), st.sampled_from([1000, 90000, 16384]))
def test_a_constant_rate_is_recognised_through_its_rounding(
    rate: Fraction, frames: int, ticks_per_second: int
) -> None:
    base = Fraction(1, ticks_per_second)
    ticks = [round(index / rate / base) + 77 for index in range(frames)]
    times = times_from_ticks(ticks, round(1 / rate / base), base, rate)
    assert not times.variable
    assert times.rate == rate


@given(st.lists(st.integers(1, 500), min_size=2, max_size=60))
def test_uneven_lengths_are_kept(lengths: list[int]) -> None:
    ticks = [sum(lengths[:index]) for index in range(len(lengths))]
    times = times_from_ticks(ticks, lengths[-1], Fraction(1, 1000), None)
    assert times.frames == len(lengths)
    for index, length in enumerate(lengths):
        # A rounding of one tick is the most that may be taken for a constant rate.
        assert times.length_of(index) == pytest.approx(length / 1000, abs=0.0021)
    assert times.end == pytest.approx(sum(lengths) / 1000, abs=0.0021)


def test_a_coarse_clock_is_not_taken_for_rounding() -> None:
    times = times_from_ticks([0, 1, 3, 4], 1, Fraction(1, 10), None)
    assert times.variable
    assert times.starts == (0.0, 0.1, 0.3, 0.4)
    assert times.rate == Fraction(8)


def test_one_frame_has_the_length_that_is_told() -> None:
    assert times_from_ticks([5], 40, Fraction(1, 1000), None).end == 0.04
    assert times_from_ticks([5], 0, Fraction(1, 1000), Fraction(25)).end == 0.04
    assert times_from_ticks([5], 0, Fraction(1, 1000), None).end > 0
    assert FrameTimes.still().end == 0
    assert FrameTimes.still().index_at(3.0) == 0
