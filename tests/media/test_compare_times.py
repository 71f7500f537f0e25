"""Several clips on one clock, against a slow reference in exact fractions."""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rushes.media.compare_times import (
    ClipPlaces,
    Lock,
    SharedTimes,
    natural_lock,
    offset_seconds,
    shared_times,
)
from rushes.media.frame_times import FrameTimes, times_from_ticks

RATES = [Fraction(16), Fraction(24), Fraction(25), Fraction(30_000, 1001), Fraction(12)]
STILL = FrameTimes.still()


def even(frames: int, rate: int | Fraction) -> FrameTimes:
    return FrameTimes.constant(frames, Fraction(rate))


def uneven(lengths: Sequence[int]) -> FrameTimes:
    """Frames that last so many 64ths of a second, which floats hold exactly."""
    ticks = [sum(lengths[:place]) for place in range(len(lengths))]
    return times_from_ticks(ticks, lengths[-1], Fraction(1, 64), None)


clips = st.one_of(
    st.builds(even, st.integers(1, 30), st.sampled_from(RATES)),
    st.builds(uneven, st.lists(st.integers(1, 40), min_size=2, max_size=20)),
    st.just(STILL),
)


@st.composite
def groups(draw: st.DrawFn) -> tuple[list[FrameTimes], list[int]]:
    found = draw(st.lists(clips, min_size=1, max_size=9))
    offsets = draw(st.lists(st.integers(-12, 12), min_size=len(found), max_size=len(found)))
    return found, offsets


def exact_start(times: FrameTimes, index: int) -> Fraction:
    """The start of a frame, of ``frames`` the end, without any rounding."""
    if not times.variable and times.rate:
        return index / times.rate
    return Fraction(times.start_of(index))


def exact_offset(times: FrameTimes, frames: int) -> Fraction:
    count = abs(frames)
    inside = exact_start(times, min(count, times.frames))
    beyond = max(count - times.frames, 0) * exact_start(times, times.frames) / times.frames
    return (inside + beyond) * (1 if frames >= 0 else -1)


def slow_frame(times: FrameTimes, seconds: Fraction) -> int:
    """The frame that is on at a time of the clip; held at its ends. Looks at every frame."""
    found = 0
    for index in range(times.frames):
        if exact_start(times, index) <= seconds:
            found = index
    return found


@given(groups())
def test_by_frame_every_clip_is_its_offset_away(group: tuple[list[FrameTimes], list[int]]) -> None:
    found, offsets = group
    shared = shared_times(found, offsets, Lock.FRAME)
    moving = [place for place, times in enumerate(found) if times.rate]
    ahead = max((offsets[place] for place in moving), default=0)
    for moment in range(shared.times.frames):
        for place, times in enumerate(found):
            places = shared.clips[place]
            wish = moment - ahead + offsets[place] if times.rate else 0
            assert places.index_of(moment) == min(max(wish, 0), times.frames - 1)
            assert places.runs_at(moment) is (not times.rate or 0 <= wish < times.frames)


@given(groups())
def test_by_time_every_clip_shows_the_frame_of_that_time(
    group: tuple[list[FrameTimes], list[int]],
) -> None:
    found, offsets = group
    shared = shared_times(found, offsets, Lock.TIME)
    shifts = {
        place: exact_offset(times, offsets[place])
        for place, times in enumerate(found)
        if times.rate
    }
    ahead = max(shifts.values(), default=Fraction(0))
    starts = {
        exact_start(found[place], index) - shift + ahead
        for place, shift in shifts.items()
        for index in range(found[place].frames)
    }
    exact = sorted(starts) or [Fraction(0)]
    assert shared.times.frames == len(exact)
    for moment, start in enumerate(exact):
        assert abs(shared.times.start_of(moment) - float(start)) < 1e-9
        for place, times in enumerate(found):
            places = shared.clips[place]
            if not times.rate:
                assert (places.index_of(moment), places.runs_at(moment)) == (0, True)
                continue
            own = start - ahead + shifts[place]
            assert places.index_of(moment) == slow_frame(times, own)
            assert places.runs_at(moment) is (0 <= own < exact_start(times, times.frames))
    ends = [
        float(exact_start(found[place], found[place].frames) - shift + ahead)
        for place, shift in shifts.items()
    ]
    assert abs(shared.times.end - max(ends, default=0.0)) < 1e-9


@given(groups(), st.sampled_from(Lock))
def test_every_frame_of_every_clip_gets_its_turn(
    group: tuple[list[FrameTimes], list[int]], lock: Lock
) -> None:
    found, offsets = group
    shared = shared_times(found, offsets, lock)
    for times, places in zip(found, shared.clips, strict=True):
        assert places.moments == shared.times.frames
        running = [places.index_of(at) for at in range(places.begins, places.ends)]
        assert sorted(set(running)) == list(range(times.frames))
        assert running == sorted(running)
        for index in range(times.frames):
            moment = places.moment_of(index)
            assert places.index_of(moment) == index
            assert places.runs_at(moment)
            assert moment == places.begins or places.index_of(moment - 1) < index


@given(groups(), st.sampled_from(Lock), st.data())
def test_a_step_is_one_frame_of_its_clip(
    group: tuple[list[FrameTimes], list[int]], lock: Lock, data: st.DataObject
) -> None:
    shared = shared_times(*group, lock)
    places = data.draw(st.sampled_from(shared.clips))
    moment = data.draw(st.integers(0, places.moments - 1))
    on, back = places.stepped(moment, 1), places.stepped(moment, -1)
    assert places.stepped(on, 5) == places.stepped(moment, 6)
    if places.runs_at(moment) and places.ends - places.begins > 1:
        index = places.index_of(moment)
        if places.runs_at(on) and on != moment and places.index_of(places.ends - 1) > 0:
            assert places.index_of(on) == index + 1
            assert places.stepped(on, -1) == places.moment_of(index)
        if index > 0:
            assert back == places.moment_of(index - 1)
    else:
        assert on == min(moment + 1, places.moments - 1)
        assert back <= max(moment - 1, 0)


@given(groups(), st.sampled_from(Lock), st.sampled_from(Lock), st.data())
def test_a_clip_keeps_its_frame_when_the_clock_changes(
    group: tuple[list[FrameTimes], list[int]], lock: Lock, other: Lock, data: st.DataObject
) -> None:
    found, offsets = group
    place = data.draw(st.integers(0, len(found) - 1))
    before = shared_times(found, offsets, lock)
    moved = [offset + data.draw(st.integers(-3, 3)) for offset in offsets]
    after = shared_times(found, moved, other)
    moment = data.draw(st.integers(0, before.times.frames - 1))
    kept = before.clips[place].kept(moment, after.clips[place])
    assert 0 <= kept < after.times.frames
    assert after.clips[place].index_of(kept) == before.clips[place].index_of(moment)
    assert before.clips[place].kept(moment, before.clips[place]) == moment


def moments_of(shared: SharedTimes) -> list[tuple[int, ...]]:
    return [
        tuple(places.index_of(moment) for places in shared.clips)
        for moment in range(shared.times.frames)
    ]


def test_sixteen_and_twenty_four_by_time() -> None:
    shared = shared_times([even(4, 16), even(6, 24)], [0, 0], Lock.TIME)
    assert moments_of(shared) == [(0, 0), (0, 1), (1, 1), (1, 2), (2, 3), (2, 4), (3, 4), (3, 5)]
    assert shared.times.end == 0.25


def test_sixteen_and_twenty_four_by_frame_go_at_the_pace_of_the_first() -> None:
    shared = shared_times([even(4, 16), even(6, 24)], [0, 1], Lock.FRAME)
    assert moments_of(shared) == [(0, 0), (0, 1), (1, 2), (2, 3), (3, 4), (3, 5)]
    assert [place.runs_at(0) for place in shared.clips] == [False, True]
    assert [place.runs_at(5) for place in shared.clips] == [False, True]
    assert shared.times == FrameTimes.constant(6, Fraction(16))


def test_the_pace_of_a_variable_clip_holds_by_frame() -> None:
    leader = uneven([8, 16, 8])
    shared = shared_times([leader, even(9, 24)], [0, 2], Lock.FRAME)
    length = 32 / 64 / 3
    assert shared.times.starts[:5] == (
        0.0,
        length,
        2 * length,
        2 * length + 0.125,
        2 * length + 0.375,
    )
    assert shared.times.variable


def test_frames_that_start_together_keep_their_turns() -> None:
    hasty = FrameTimes((0.0, 0.5, 0.5, 0.5), 1.0, Fraction(4), variable=True)
    shared = shared_times([hasty, even(2, 2)], [0, 0], Lock.TIME)
    assert moments_of(shared) == [(0, 0), (1, 0), (2, 0), (3, 1)]


def test_stills_hold_and_lead_nowhere() -> None:
    shared = shared_times([STILL, STILL], [0, 3], Lock.TIME)
    assert shared.times == STILL
    assert moments_of(shared) == [(0, 0)]
    mixed = shared_times([STILL, even(3, 24)], [5, 0], Lock.FRAME)
    assert moments_of(mixed) == [(0, 0), (0, 1), (0, 2)]
    assert mixed.clips[0].stepped(0, 1) == 1
    assert all(mixed.clips[0].runs_at(moment) for moment in range(3))


def test_spans_are_those_of_the_clip() -> None:
    places = ClipPlaces((0, 0, 1, 1, 2, 2, 2), 1, 6)
    assert places.span_of(0, 7) == (0, 3)
    assert places.span_of(3, 5) == (1, 3)
    assert places.span_of(5, 5) == (2, 3)


def test_the_lock_is_time_where_rates_differ() -> None:
    assert natural_lock([even(5, 16), even(9, 16)]) is Lock.FRAME
    assert natural_lock([even(5, 16), STILL]) is Lock.FRAME
    assert natural_lock([even(5, 16), even(9, 24)]) is Lock.TIME
    assert natural_lock([uneven([1, 2]), even(9, 24)]) is Lock.TIME
    assert natural_lock([uneven([1, 2]), uneven([1, 2])]) is Lock.FRAME
    assert natural_lock([STILL, STILL]) is Lock.FRAME


def test_offsets_last_as_long_as_first_frames() -> None:
    assert offset_seconds(even(10, 16), 2) == 0.125
    assert offset_seconds(even(10, 16), -2) == -0.125
    assert offset_seconds(uneven([8, 16, 8]), 2) == 0.375
    assert offset_seconds(even(2, 4), 6) == 1.5
