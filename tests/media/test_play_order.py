"""Which frames are needed first."""

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from rushes.media.play_order import LoopKind, Wanted, frames_ahead, frames_by_need


@st.composite
def wishes(draw: st.DrawFn) -> tuple[Wanted, int]:
    frames = draw(st.integers(1, 40))
    first = draw(st.integers(0, frames - 1))
    return (
        Wanted(
            index=draw(st.integers(0, frames - 1)),
            direction=draw(st.sampled_from([1, -1])),
            first=first,
            stop=draw(st.integers(first + 1, frames)),
            loop=draw(st.sampled_from(LoopKind)),
        ),
        frames,
    )


@given(wishes())
def test_every_frame_comes_once_and_the_playhead_first(wish: tuple[Wanted, int]) -> None:
    wanted, frames = wish
    order = list(frames_by_need(wanted, frames))
    assert sorted(order) == list(range(frames))
    assert order[0] == wanted.index


@given(wishes())
def test_the_range_comes_before_the_rest_when_it_loops(wish: tuple[Wanted, int]) -> None:
    wanted, frames = wish
    inside = range(wanted.first, wanted.stop)
    if wanted.index not in inside or wanted.loop is not LoopKind.LOOP:
        return
    order = list(frames_by_need(wanted, frames))
    assert set(order[: len(inside)]) == set(inside)


def first_ahead(count: int, **changes: object) -> list[int]:
    wish = {"index": 7, "direction": 1, "first": 2, "stop": 10, "loop": LoopKind.LOOP, **changes}
    return list(islice(frames_ahead(Wanted(**wish)), count))  # type: ignore[arg-type]


def test_ahead_goes_across_the_seam() -> None:
    assert first_ahead(6) == [7, 8, 9, 2, 3, 4]
    assert first_ahead(6, direction=-1, index=3) == [3, 2, 9, 8, 7, 6]
    assert first_ahead(6, loop=LoopKind.PING_PONG) == [7, 8, 9, 6, 5, 4]
    assert first_ahead(6, loop=LoopKind.PING_PONG, direction=-1, index=3) == [3, 2, 4, 5, 6, 7]
    assert first_ahead(6, loop=LoopKind.ONCE) == [7, 8, 9]


def test_play_that_is_to_come_from_outside_of_the_range() -> None:
    assert first_ahead(4, index=15) == [15, 2, 3, 4]
    assert first_ahead(4, index=0, direction=-1) == [0, 9, 8, 7]


def test_some_frames_behind_the_playhead_are_kept_for_the_hand() -> None:
    order = frames_by_need(Wanted(50, 1, 0, 100, LoopKind.ONCE), 100)
    assert list(islice(order, 8)) == [50, 51, 52, 49, 53, 54, 55, 48]


def test_a_wish_is_brought_within_the_clip() -> None:
    wanted = Wanted(99, -5, 20, 1 << 62).within(10)
    assert (wanted.index, wanted.direction, wanted.first, wanted.stop) == (9, -1, 9, 10)
    wanted = Wanted(-3, 1, -2, 0).within(10)
    assert (wanted.index, wanted.first, wanted.stop) == (0, 0, 1)
