"""What a cache decodes next, and what it gives up."""

from rushes.media.fetch_plan import FetchPlan
from rushes.media.play_order import LoopKind, Wanted


def plan_of(index: int, capacity: int, direction: int = 1, frames: int = 100) -> FetchPlan:
    wanted = Wanted(index, direction, 0, frames, LoopKind.ONCE)
    return FetchPlan(wanted, generation=1, frames=frames, capacity=capacity)


def test_the_playhead_comes_first_and_then_what_is_ahead() -> None:
    plan = plan_of(10, 8)
    assert plan.next_missing({}, set()) == 10
    assert plan.next_missing({10: 0, 11: 0}, {12}) == 9
    assert {index for index in range(100) if plan.wants(index)} == {8, 9, 10, 11, 12, 13, 14, 15}


def test_a_plan_that_is_fulfilled_asks_for_nothing() -> None:
    plan = plan_of(10, 4)
    assert plan.next_missing(dict.fromkeys([9, 10, 11, 12]), set()) is None
    assert plan_of(0, 500).next_missing(dict.fromkeys(range(99)), {99}) is None


def test_backwards_one_way_brings_the_row_before_it() -> None:
    plan = plan_of(50, 8, direction=-1)
    assert plan.run_up_to(50, {}, set()) == range(45, 51)
    assert plan.run_up_to(50, {47: 0}, set()) == range(48, 51)
    assert plan.run_up_to(50, {}, {48}) == range(49, 51)
    assert plan_of(2, 500, direction=-1).run_up_to(2, {}, set()) == range(3)


def test_only_the_nearer_half_is_urgent() -> None:
    plan = plan_of(50, 40, direction=-1)
    urgent = [index for index in range(100) if plan.is_urgent(index)]
    assert urgent == list(range(36, 56))


def test_what_is_farthest_goes_first_and_the_playhead_never() -> None:
    plan = plan_of(10, 8)
    assert plan.least_needed([10, 11, 15, 90]) == 90
    assert plan.least_needed([10, 11, 15]) == 15
    assert plan.least_needed([10]) is None
    assert plan.prefers(11, 15)
    assert not plan.prefers(90, 15)
