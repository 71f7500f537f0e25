"""The path of the sound is that of the pictures' clock, sample by sample."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rushes.media.frame_times import FrameTimes
from rushes.media.play_order import LoopKind
from rushes.media.playback_clock import PlaybackClock
from rushes.media.sound_path import runs_of_clock

RATE = 4_800


@settings(max_examples=150, deadline=None)
@given(
    loop=st.sampled_from(LoopKind),
    speed=st.sampled_from([1.0, -1.0, 0.1, -0.25, 2.0, 4.0, -4.0]),
    first=st.integers(0, 8),
    length=st.integers(1, 6),
    began=st.integers(0, 11),
    later=st.floats(0, 3),
    samples=st.integers(1, 900),
)
def test_every_sample_is_where_the_clock_is(
    loop: LoopKind,
    speed: float,
    first: int,
    length: int,
    began: int,
    later: float,
    samples: int,
) -> None:
    clock = PlaybackClock(FrameTimes.constant(12, Fraction(24)), loop)
    clock.set_range(first, first + length, 0.0)
    clock.set_speed(speed, 0.0)
    clock.seek(began, 0.0)
    clock.play(0.0)
    runs = list(runs_of_clock(clock.peek, clock.speed, later, 1 / RATE, samples))
    assert sum(run.samples for run in runs) == samples
    sample = 0
    for run in runs:
        for within in range(run.samples):
            reading = clock.peek(later + sample / RATE)
            assert (run.step != 0) is reading.playing
            if reading.playing:
                assert run.position + within * run.step == pytest.approx(reading.position, abs=2e-5)
            sample += 1


def test_looking_ahead_changes_nothing() -> None:
    clock = PlaybackClock(FrameTimes.constant(12, Fraction(24)), LoopKind.ONCE)
    clock.play(0.0)
    assert not clock.peek(5.0).playing
    assert clock.peek(0.25).index == 6
    assert clock.playing
    assert clock.read(0.25) == clock.peek(0.25)
