"""Every cell shows the frame of the one moment that was asked for, read from its pixels."""

import random
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.media.compare_times import Lock
from rushes.media.play_order import LoopKind
from tests.ui.viewer.conftest import HandClock

from .conftest import FRAMES, UNEVEN_TICKS, Compare, take_of

if TYPE_CHECKING:
    from rushes.media.cache_budget import CacheBudget

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_all_open_on_their_first_frame_and_say_so(compare: Compare) -> None:
    screen = compare("even", "twin", "even", "twin")
    screen.wait_for(1, 1, 1, 1)
    assert screen.told() == "00:00:00:00, frame 1 of 25, all four"
    assert screen.comparison.group.lock is Lock.FRAME


def test_the_views_have_their_places_before_a_picture_is_made(
    compare: Compare, clips: dict[str, Path]
) -> None:
    screen = compare("even", "twin")
    comparison, board = screen.comparison, screen.comparison.board
    screen.panel.close_clip()
    screen.window.resize(1400, 900)
    told: list[int] = []
    comparison.opened.connect(lambda: told.extend(c.picture.room.width() for c in board.cells))
    screen.compare([take_of(clips[name], number) for number, name in enumerate(("even", "twin"))])
    assert told == [cell.picture.room.width() for cell in board.cells]
    assert min(told) > 600


def test_steps_move_all_of_them(compare: Compare) -> None:
    screen = compare("even", "twin", "even")
    number = 1
    for key, modifiers, step in [
        (KEY.Key_Right, None, 1),
        (KEY.Key_Right, SHIFT, 10),
        (KEY.Key_Left, None, -1),
        (KEY.Key_Right, None, 1),
    ]:
        screen.press(key, modifiers)
        number += step
        screen.wait_for(number, number, number)
    screen.press(KEY.Key_End)
    screen.wait_for(25, 25, 25)
    screen.press(KEY.Key_Home)
    screen.wait_for(1, 1, 1)


def test_at_rest_they_change_in_one_turn(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "twin", "even", "twin")
    seen: list[list[int]] = []
    screen.comparison.group.moment_shown.connect(lambda _moment: seen.append(screen.painted()))
    chance = random.Random(4)
    for _ in range(12):
        screen.panel.playback.seek(chance.randrange(FRAMES))
        for _ in range(chance.randrange(4)):
            qtbot.wait(2)
            numbers = screen.painted()
            assert len(set(numbers)) == 1, numbers
    qtbot.waitUntil(lambda: screen.is_at_rest)
    assert seen
    assert all(len(set(numbers)) == 1 for numbers in seen)


def test_a_clip_that_has_ended_holds_its_last_frame(compare: Compare) -> None:
    screen = compare("even", "short")
    screen.panel.playback.seek(8)
    screen.wait_for(9, 9)
    assert screen.told().endswith("frame 9 of 25, both")
    screen.panel.playback.seek(20)
    screen.wait_for(21, 9)
    assert screen.told().endswith("frame 21 of 25")
    captions = [cell.caption.words() for cell in screen.comparison.board.cells]
    assert captions == ["A, Take 1, seed 0, frame 21, chosen", "B, Take 2, seed 1, frame 9, ended"]


def test_scrubbing_on_the_lanes_follows_the_hand(compare: Compare) -> None:
    screen = compare("even", "twin")
    lanes = screen.comparison.lanes
    scale, y = lanes.places().scale, lanes.height() - 16

    def place(moment: int) -> QPoint:
        return QPoint(int(scale.middle_of(moment)), y)

    QTest.mousePress(lanes, Qt.MouseButton.LeftButton, pos=place(12))
    screen.wait_for(13, 13)
    for moment in (13, 3, 24):
        QTest.mouseMove(lanes, place(moment))
        screen.wait_for(moment + 1, moment + 1)
    QTest.mouseRelease(lanes, Qt.MouseButton.LeftButton, pos=place(24))
    screen.wait_for(25, 25)


@pytest.mark.parametrize(
    ("loop", "backwards", "expected"),
    [
        (LoopKind.LOOP, False, [23, 24, 25, 1, 2]),
        (LoopKind.LOOP, True, [3, 2, 1, 25, 24]),
        (LoopKind.PING_PONG, False, [23, 24, 25, 24, 23]),
        (LoopKind.ONCE, False, [23, 24, 25, 25, 25]),
    ],
)
def test_playing_over_the_ends(
    compare: Compare,
    clock: HandClock,
    loop: LoopKind,
    backwards: bool,
    expected: list[int],
) -> None:
    screen = compare("even", "twin")
    playback = screen.panel.playback
    playback.set_loop(loop)
    playback.seek(expected[0] - 1)
    screen.wait_for(expected[0], expected[0])
    playback.play(-1.0 if backwards else 1.0)
    clock.go_on(0.5)
    for number in expected:
        screen.wait_until_due(number)
        screen.wait_for(number, number)
        clock.go_on(1)


def test_playing_between_in_and_out(compare: Compare, clock: HandClock) -> None:
    screen = compare("even", "twin")
    playback = screen.panel.playback
    playback.set_in(5)
    playback.set_out(7)
    playback.play()
    clock.go_on(0.5)
    for number in (6, 7, 8, 6, 7):
        screen.wait_until_due(number)
        screen.wait_for(number, number)
        clock.go_on(1)


def test_offsets_shift_the_chosen_clip_against_the_others(compare: Compare) -> None:
    screen = compare("even", "twin")
    screen.panel.playback.seek(9)
    screen.wait_for(10, 10)
    screen.press(KEY.Key_Tab)
    for _ in range(3):
        screen.press(KEY.Key_Right, ALT)
    screen.wait_for(10, 13)
    assert screen.comparison.group.offsets == [0, 3]
    for _ in range(5):
        screen.press(KEY.Key_Left, ALT)
    screen.wait_for(10, 8)
    assert screen.comparison.group.offsets == [0, -2]
    screen.press(KEY.Key_Home)
    screen.wait_for(1, 1)
    screen.press(KEY.Key_End)
    screen.wait_for(25, 25)
    assert [lane.places.begins for lane in screen.comparison.lanes.lanes if lane.places] == [0, 2]


def test_by_time_every_frame_gets_its_turn(compare: Compare) -> None:
    screen = compare("even", "slow")
    assert screen.comparison.group.lock is Lock.TIME
    shared = screen.comparison.group.shared
    assert shared is not None
    for moment in range(0, shared.times.frames, 5):
        screen.panel.playback.seek(moment)
        seconds = Fraction(shared.times.start_of(moment)).limit_denominator(48)
        numbers = [int(min(seconds * 24, 24)) + 1, int(min(seconds * 16, 12)) + 1]
        screen.wait_for(*numbers)


def test_by_time_a_step_is_one_frame_of_the_chosen_clip(compare: Compare) -> None:
    screen = compare("even", "slow")
    screen.press(KEY.Key_Right)
    screen.wait_for(2, 1)
    screen.press(KEY.Key_Tab)
    screen.press(KEY.Key_Right)
    screen.wait_for(2, 2)
    screen.press(KEY.Key_Right)
    screen.wait_for(4, 3)
    screen.press(KEY.Key_Left)
    screen.wait_for(2, 2)


def test_variable_rates_by_time(compare: Compare) -> None:
    screen = compare("uneven", "even")
    shared = screen.comparison.group.shared
    assert shared is not None
    assert shared.lock is Lock.TIME
    for place, tick in enumerate(UNEVEN_TICKS):
        screen.panel.playback.seek(shared.clips[0].moment_of(place))
        screen.wait_for(place + 1, tick // 2 + 1)


def test_the_lock_can_be_chosen(compare: Compare) -> None:
    screen = compare("even", "slow")
    screen.comparison.set_lock(Lock.FRAME)
    screen.panel.playback.seek(10)
    screen.wait_for(11, 11)
    screen.comparison.set_lock(Lock.TIME)
    screen.wait_for(11, 7)


def test_one_budget_for_all(compare: Compare, clips: object) -> None:
    screen_names = ["even", "twin"] * 4 + ["even"]

    screen = compare("even", "twin")
    budget: CacheBudget = screen.panel.budget
    budget.total_bytes = 12 * 272 * 112 * 2
    screen = compare(*screen_names)
    chance = random.Random(9)
    for _ in range(4):
        number = chance.randrange(FRAMES)
        screen.panel.playback.seek(number)
        screen.wait_for(*[number + 1] * 9)
        assert budget.used_bytes <= budget.total_bytes
