"""The clock against a slow one that plays frame after frame."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.media.frame_times import FrameTimes
from rushes.media.play_order import LoopKind
from rushes.media.playback_clock import FASTEST, SLOWEST, PlaybackClock

# Lengths, speeds and times are binary fractions: both clocks then reckon without rounding.
LENGTHS = st.lists(st.integers(1, 64).map(lambda n: Fraction(n, 256)), min_size=1, max_size=12)
SPEEDS = st.sampled_from([Fraction(s, 8) for s in (-32, -16, -8, -4, -1, 1, 3, 8, 12, 16, 32)])
MOMENTS = st.integers(0, 40_000).map(lambda n: Fraction(n, 1024))


def times_of(lengths: list[Fraction]) -> FrameTimes:
    starts = [sum(lengths[:index], Fraction(0)) for index in range(len(lengths))]
    return FrameTimes(tuple(map(float, starts)), float(sum(lengths)), Fraction(1), variable=True)


def played(first: int, stop: int, index: int, direction: int, loop: LoopKind) -> Iterator[int]:
    """The frames that come on the screen one after another."""
    while True:
        yield index
        last = stop - 1 if direction > 0 else first
        if index != last:
            index += direction
        elif loop is LoopKind.ONCE:
            return
        elif loop is LoopKind.LOOP:
            index = first if direction > 0 else stop - 1
        else:
            direction = -direction
            index += direction if stop - first > 1 else 0


def slow_clock(
    lengths: list[Fraction], order: Iterator[int], elapsed: Fraction, speed: Fraction
) -> tuple[int, bool]:
    """The frame after *elapsed* seconds, and whether time still runs."""
    left, index = elapsed * abs(speed), 0
    for index in order:
        if left < lengths[index]:
            return index, True
        left -= lengths[index]
    return index, False


@given(
    lengths=LENGTHS,
    loop=st.sampled_from(LoopKind),
    speed=SPEEDS,
    elapsed=MOMENTS,
    chance=st.randoms(use_true_random=False),
)
def test_it_agrees_with_a_slow_clock(lengths, loop, speed, elapsed, chance) -> None:  # type: ignore[no-untyped-def]
    first = chance.randrange(len(lengths))
    stop = chance.randrange(first + 1, len(lengths) + 1)
    start = chance.randrange(first, stop)
    clock = PlaybackClock(times_of(lengths), loop)
    clock.set_speed(float(speed), 0.0)
    clock.set_range(first, stop, 0.0)
    clock.seek(start, 0.0)
    clock.play(100.0)
    direction = 1 if speed > 0 else -1
    ends_here = loop is LoopKind.ONCE and start == (stop - 1 if direction > 0 else first)
    begin = (first if direction > 0 else stop - 1) if ends_here else start
    order = played(first, stop, begin, direction, loop)
    expected, playing = slow_clock(lengths, order, elapsed, speed)
    reading = clock.read(100.0 + float(elapsed))
    assert (reading.index, reading.playing) == (expected, playing)
    start_of = clock.times.start_of(reading.index)
    assert start_of <= reading.position <= start_of + clock.times.length_of(reading.index)


@given(
    lengths=LENGTHS,
    loop=st.sampled_from(LoopKind),
    speed=SPEEDS,
    moments=st.lists(MOMENTS, max_size=6),
    last=MOMENTS,
)
def test_reading_and_unchanged_settings_change_nothing(  # type: ignore[no-untyped-def]
    lengths, loop, speed, moments, last
) -> None:
    once, often = (PlaybackClock(times_of(lengths), loop) for _ in range(2))
    for clock in (once, often):
        clock.set_speed(float(speed), 0.0)
        clock.play(0.0)
    for moment in sorted(moments):
        if moment <= last:
            often.read(float(moment))
            often.set_speed(float(speed), float(moment))
            often.set_loop(loop, float(moment))
    assert often.read(float(last)).index == once.read(float(last)).index


@given(lengths=LENGTHS, loop=st.sampled_from(LoopKind), speed=SPEEDS, elapsed=MOMENTS)
def test_the_next_frame_comes_when_it_is_told_to(lengths, loop, speed, elapsed) -> None:  # type: ignore[no-untyped-def]
    clock = PlaybackClock(times_of(lengths), loop)
    clock.set_speed(float(speed), 0.0)
    clock.play(0.0)
    now = float(elapsed)
    reading = clock.read(now)
    if not reading.playing:
        assert reading.seconds_to_next is None
        return
    assert reading.seconds_to_next is not None
    assert reading.seconds_to_next > 0
    before = clock.read(now + reading.seconds_to_next * 0.99)
    after = clock.read(now + reading.seconds_to_next + 1e-6)
    assert before.index == reading.index
    if loop is LoopKind.ONCE:
        assert after.index != reading.index or not after.playing
    elif len(lengths) > 1:
        assert after.index != reading.index


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(24000, 1001), Fraction(16)])
@pytest.mark.parametrize("speed", [1.0, -1.0])
def test_an_hour_of_play_shows_every_frame_in_turn(rate: Fraction, speed: float) -> None:
    times = FrameTimes.constant(97, rate)
    clock = PlaybackClock(times)
    clock.set_speed(speed, 0.0)
    clock.play(12345.678)
    per_frame = float(1 / rate)
    for turn in range(0, 86_400, 7):
        for part in (0.0, 0.5):
            now = 12345.678 + (turn + part) * per_frame
            expected = turn % 97 if speed > 0 else -turn % 97
            assert clock.read(now).index == expected


def clock_of(frames: int = 10, loop: LoopKind = LoopKind.LOOP) -> PlaybackClock:
    return PlaybackClock(FrameTimes.constant(frames, Fraction(10)), loop)


def test_pausing_holds_the_frame_and_playing_goes_on_from_it() -> None:
    clock = clock_of()
    clock.play(0.0)
    clock.pause(0.35)
    assert clock.read(99.0).index == 3
    assert not clock.playing
    clock.toggle(100.0)
    assert clock.read(100.05).index == 3
    assert clock.read(100.15).index == 4
    clock.toggle(100.15)
    assert clock.read(200.0).index == 4


def test_steps_pause_and_stay_within_the_clip() -> None:
    clock = clock_of()
    clock.play(0.0)
    clock.step(1, 0.25)
    assert (clock.read(5.0).index, clock.playing) == (3, False)
    clock.step(-10, 5.0)
    assert clock.read(5.0).index == 0
    clock.step(1000, 5.0)
    assert clock.read(5.0).index == 9


def test_play_begins_within_the_range() -> None:
    clock = clock_of()
    clock.set_range(4, 7, 0.0)
    clock.seek(1, 0.0)
    assert clock.read(0.0).index == 1
    clock.play(0.0)
    assert clock.read(0.0).index == 4
    assert clock.read(0.31).index == 4
    clock.seek(9, 0.31)
    assert (clock.read(0.31).index, clock.playing) == (9, False)
    clock.set_speed(-1.0, 0.31)
    clock.play(1.0)
    assert [clock.read(1.0 + t).index for t in (0.05, 0.15, 0.25, 0.35)] == [6, 5, 4, 6]


def test_a_range_set_while_playing_catches_the_playhead() -> None:
    clock = clock_of()
    clock.play(0.0)
    clock.set_range(6, 8, 0.25)
    assert (clock.read(0.26).index, clock.playing) == (6, True)
    clock.set_range(0, 10, 0.26)
    assert clock.read(0.26).index == 6


def test_once_ends_on_the_last_frame_and_starts_over() -> None:
    clock = clock_of(3, LoopKind.ONCE)
    clock.play(0.0)
    assert clock.read(0.29).playing
    assert (clock.read(0.31).index, clock.playing) == (2, False)
    clock.toggle(1.0)
    assert (clock.read(1.0).index, clock.playing) == (0, True)


def test_turning_round_in_the_middle_of_a_frame_gives_back_its_time() -> None:
    clock = clock_of()
    clock.play(0.0)
    clock.set_speed(-1.0, 0.23)
    assert [clock.read(0.23 + t).index for t in (0.0, 0.02, 0.04, 0.14)] == [2, 2, 1, 0]


def test_back_and_forth_keeps_its_way_when_only_the_speed_changes() -> None:
    clock = clock_of(4, LoopKind.PING_PONG)
    clock.play(0.0)
    # 0 1 2 3 2 1 0 1
    assert clock.read(0.45).direction == -1
    clock.set_speed(2.0, 0.45)
    assert clock.read(0.45).direction == -1
    assert clock.read(0.49).index == 1
    clock.set_loop(LoopKind.LOOP, 0.49)
    assert clock.read(0.49).direction == 1


def test_speed_has_bounds_and_no_nought() -> None:
    clock = clock_of()
    for asked, got in [(100.0, FASTEST), (-100.0, -FASTEST), (0.01, SLOWEST), (-0.01, -SLOWEST)]:
        clock.set_speed(asked, 0.0)
        assert clock.speed == got
    for wrong in (0.0, float("nan")):
        with pytest.raises(ValueError, match=str(wrong)):
            clock.set_speed(wrong, 0.0)


def test_a_still_image_does_not_play() -> None:
    clock = PlaybackClock(FrameTimes.still())
    clock.toggle(0.0)
    reading = clock.read(5.0)
    assert (reading.index, reading.playing, reading.seconds_to_next) == (0, False, None)
