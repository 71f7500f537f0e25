"""How the shared back-off grows, and what is told of it."""

import random
import time

import pytest

from rushes.domain.errors import (
    ConnectionLost,
    NotReachable,
    RushesError,
    ServiceDown,
    TokenMissing,
    TokenRefused,
    TooManyCalls,
)
from rushes.engine.events import Reach, ReachChanged
from rushes.engine.reachability import Reachability


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("rushes.engine.reachability.time.monotonic", clock)
    return clock


@pytest.fixture
def told() -> list[ReachChanged]:
    return []


@pytest.fixture
def reachability(clock: Clock, told: list[ReachChanged]) -> Reachability:
    return Reachability(told.append, random.Random(1))


def pauses(reachability: Reachability, clock: Clock, error: RushesError, times: int) -> list[float]:
    """The pause after each of so many failures, each at the end of the pause before."""
    found = []
    for _ in range(times):
        clock.now += reachability.pause
        reachability.note_trouble(error)
        found.append(reachability.pause)
    return found


@pytest.mark.parametrize("error", [NotReachable("no route"), ConnectionLost("reset")])
def test_what_the_service_never_heard_is_tried_again_within_seconds(
    reachability: Reachability, clock: Clock, error: RushesError
) -> None:
    found = pauses(reachability, clock, error, 30)
    assert 0.0 < found[0] <= 1.0
    assert max(found) <= 8.0
    assert min(found[10:]) >= 3.0


@pytest.mark.parametrize("error", [ServiceDown("503"), TooManyCalls("429")])
def test_a_service_in_trouble_is_left_alone_for_up_to_two_minutes(
    reachability: Reachability, clock: Clock, error: RushesError
) -> None:
    found = pauses(reachability, clock, error, 30)
    assert max(found) <= 120.0
    assert min(found[10:]) >= 60.0


@pytest.mark.parametrize("kind", [ServiceDown, TooManyCalls])
def test_the_service_is_left_alone_for_as_long_as_it_asks(
    reachability: Reachability, clock: Clock, kind: type[ServiceDown | TooManyCalls]
) -> None:
    reachability.note_trouble(kind("busy", 300.0))
    assert reachability.pause == pytest.approx(300.0)
    clock.now += 100.0
    reachability.note_trouble(kind("still busy", 900.0))
    assert reachability.pause == pytest.approx(900.0)


def test_calls_that_fail_together_are_one_failure(reachability: Reachability, clock: Clock) -> None:
    for _ in range(6):
        reachability.note_trouble(ServiceDown("503"))
    assert reachability.pause <= 2.0


def test_an_answer_ends_the_pause(reachability: Reachability, told: list[ReachChanged]) -> None:
    reachability.note_trouble(NotReachable("no route"))
    reachability.note_answer()
    reachability.note_answer()
    assert reachability.pause == 0.0
    assert [each.reach for each in told] == [Reach.OFFLINE, Reach.ONLINE]


def test_too_many_calls_are_no_lost_network(
    reachability: Reachability, told: list[ReachChanged]
) -> None:
    reachability.note_trouble(TooManyCalls("429"))
    assert told == []
    assert reachability.pause > 0.0


def test_the_kind_of_trouble_is_told_and_its_beginning_kept(
    reachability: Reachability, told: list[ReachChanged]
) -> None:
    for error in (NotReachable("a"), ConnectionLost("b"), ServiceDown("c"), ServiceDown("d")):
        reachability.note_trouble(error)
    assert [each.error and each.error.code for each in told] == ["not_reachable", "service_down"]
    assert told[0].since == told[1].since


def test_without_a_token_nothing_is_asked_until_there_is_one(
    reachability: Reachability, told: list[ReachChanged]
) -> None:
    reachability.note_trouble(TokenRefused("401"))
    assert reachability.pause == float("inf")
    reachability.try_now()
    assert reachability.pause == 0.0
    assert [each.reach for each in told] == [Reach.TOKEN_NEEDED, Reach.NOT_TRIED]


@pytest.mark.parametrize("years", [-10, 10])
def test_a_wall_clock_that_is_set_changes_no_pause(
    reachability: Reachability, clock: Clock, monkeypatch: pytest.MonkeyPatch, years: int
) -> None:
    reachability.note_trouble(ServiceDown("503", 30.0))
    wall = time.time() + years * 365.25 * 86_400
    monkeypatch.setattr("rushes.engine.reachability.time.time", lambda: wall)
    assert reachability.pause == pytest.approx(30.0)
    clock.now += 31.0
    assert reachability.pause == 0.0


def test_a_refused_token_is_tried_again_by_questions_alone(
    reachability: Reachability, clock: Clock, told: list[ReachChanged]
) -> None:
    reachability.note_trouble(TokenRefused())
    assert reachability.pause == float("inf")
    assert 48.0 <= reachability.pause_of_questions <= 72.0
    clock.now += 80.0
    assert (reachability.pause, reachability.pause_of_questions) == (float("inf"), 0.0)
    reachability.note_trouble(TokenRefused())
    assert 96.0 <= reachability.pause_of_questions <= 144.0
    clock.now += 150.0
    reachability.note_answer()
    assert (reachability.pause, reachability.pause_of_questions) == (0.0, 0.0)
    assert [change.reach for change in told] == [Reach.TOKEN_NEEDED, Reach.ONLINE]


def test_without_any_token_nothing_is_asked(reachability: Reachability, clock: Clock) -> None:
    reachability.note_trouble(TokenMissing())
    clock.now += 10_000.0
    assert reachability.pause_of_questions == float("inf")
    reachability.try_now()
    assert reachability.pause_of_questions == 0.0
