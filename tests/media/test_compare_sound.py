"""Sound on a clock that several clips share lies where their frames lie."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.media.compare_sound import sound_place
from rushes.media.compare_times import Lock, shared_times
from rushes.media.frame_times import FrameTimes

UNEVEN = FrameTimes((0.0, 0.1, 0.12, 0.5, 0.55), 0.7, Fraction(50, 7), variable=True)
RATES = st.sampled_from([Fraction(16), Fraction(24), Fraction(24000, 1001), Fraction(30)])
CLIPS = st.builds(FrameTimes.constant, st.integers(1, 40), RATES)


@given(
    st.lists(st.one_of(CLIPS, st.just(UNEVEN)), min_size=2, max_size=4),
    st.data(),
    st.sampled_from(Lock),
)
def test_each_frame_has_its_own_sound(
    clips: list[FrameTimes], data: st.DataObject, lock: Lock
) -> None:
    offsets = [data.draw(st.integers(-9, 9)) for _ in clips]
    shared = shared_times(clips, offsets, lock)
    for clip, places in zip(clips, shared.clips, strict=True):
        place = sound_place(clip, places, shared.times, lock)
        if place is None:
            # An even pace goes with even frames, and each clip with its own times.
            assert lock is Lock.FRAME
            assert any(each.variable for each in clips)
            continue
        assert place.end == clip.end
        for index in range(clip.frames):
            moment = places.moment_of(index)
            if clip.start_of(index) == clip.start_of(max(index - 1, 0)) and index:
                continue
            there = shared.times.start_of(moment) * place.pace + place.offset
            assert there == pytest.approx(clip.start_of(index), abs=0.0051)


def test_by_time_every_clip_has_its_own_pace() -> None:
    clips = [UNEVEN, FrameTimes.constant(20, Fraction(16))]
    shared = shared_times(clips, [0, 4], Lock.TIME)
    places = [
        sound_place(clip, each, shared.times, Lock.TIME)
        for clip, each in zip(clips, shared.clips, strict=True)
    ]
    assert [place and (place.pace, round(place.offset, 9)) for place in places] == [
        (1.0, -0.25),
        (1.0, 0.0),
    ]


def test_by_frame_a_slower_clip_sounds_faster() -> None:
    clips = [FrameTimes.constant(24, Fraction(24)), FrameTimes.constant(16, Fraction(16))]
    shared = shared_times(clips, [0, 0], Lock.FRAME)
    place = sound_place(clips[1], shared.clips[1], shared.times, Lock.FRAME)
    assert place is not None
    assert place.pace == pytest.approx(1.5)


def test_uneven_frames_at_an_even_pace_have_no_sound() -> None:
    clips = [FrameTimes.constant(24, Fraction(24)), UNEVEN]
    shared = shared_times(clips, [0, 0], Lock.FRAME)
    assert sound_place(UNEVEN, shared.clips[1], shared.times, Lock.FRAME) is None
