"""While it moves, every picture that comes on the screen is the one that is due then.

Numbers are read from the screen after each paint, in the order of the paints.
"""

import random
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rushes.media.play_order import LoopKind
from tests.media.clips import write_clip
from tests.ui.viewer.painted_frames import PaintedFrames, number_on
from tests.ui.viewer.wheel import turn_wheel

from .conftest import FRAMES, RATE, HandClock, Screen

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
LAST = FRAMES - 1
UNEVEN = (0, 10, 50, 60, 200, 210, 215, 300)
"""When the frames of the uneven clip start, in hundredths of a second."""


class Watched:
    """A Viewer whose every paint is looked at, under a clock in the test's hand."""

    def __init__(self, screen: Screen, clock: HandClock, qtbot: QtBot) -> None:
        self.screen, self.panel, self.clock = screen, screen.panel, clock
        self._qtbot = qtbot
        self.paints = PaintedFrames(self._read, self._facts)
        self.paints.watch(screen.window)

    def _read(self, window: QWidget, image: QImage) -> int | None:
        view = self.panel.stage.picture
        return number_on(image, view) if view.window() is window else None

    def _facts(self) -> dict[str, object]:
        told, due = self.screen.told_number(), self.panel.playback.due
        return {"told": told, "shown": self.panel.current_index + 1, "due": due + 1}

    def begin(self, index: int) -> None:
        """Stand on a frame, and forget what was painted before it."""
        self.panel.seek(index)
        self.screen.wait_for(index)
        self.panel.stage.picture.update()
        self.wait_for(index)
        del self.paints.painted[:-1]

    def wait_for(self, index: int) -> None:
        """Wait until a frame is on the screen."""
        self.screen.wait_for(index)
        self._qtbot.waitUntil(lambda: self.paints.numbers[-1:] == [index + 1])

    def go_on(self, seconds: float) -> None:
        """Let time pass, and wait until what is due then is painted."""
        self.clock.seconds += seconds
        timer = self.panel.playback.findChild(QTimer)
        assert timer is not None
        if self.panel.is_playing:
            timer.start(0)
            self._qtbot.waitUntil(lambda: not timer.isActive() or timer.interval() > 0)
        due = self.panel.playback.due
        self._qtbot.waitUntil(lambda: self.panel.current_index == due)
        self._qtbot.waitUntil(lambda: self.paints.numbers[-1:] == [due + 1])

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.screen.window.windowHandle(), key, modifiers)

    def numbers(self) -> list[int]:
        """What was painted, one after another; each was told truly when it was painted."""
        assert self.paints.faults == []
        for painted in self.paints.painted:
            assert painted.facts["told"] == painted.facts["shown"] == painted.number
        return self.paints.numbers


@pytest.fixture
def watched(shown: Screen, clock: HandClock, qtbot: QtBot) -> Iterator[Watched]:
    made = Watched(shown, clock, qtbot)
    yield made
    made.paints.deleteLater()


def folded(index: int, first: int, last: int, loop: LoopKind) -> int:
    """The frame after so many frames of play, counted on from `first` without any end."""
    count = last - first + 1
    if loop is LoopKind.LOOP:
        return first + (index - first) % count
    if loop is LoopKind.ONCE:
        return min(max(index, first), last)
    way = (index - first) % max(2 * count - 2, 1)
    return first + (way if way < count else 2 * count - 2 - way)


def once_each(indexes: Sequence[int]) -> list[int]:
    return [index + 1 for index, _ in groupby(indexes)]


@pytest.mark.parametrize("loop", LoopKind)
@pytest.mark.parametrize("way", [1, -1])
def test_a_whole_round_is_painted_frame_by_frame(
    watched: Watched, loop: LoopKind, way: int
) -> None:
    """Over the seam comes what follows, with nothing between and nothing twice."""
    watched.panel.playback.set_loop(loop)
    first = LAST - 5 if way > 0 else 5
    watched.begin(first)
    watched.press(KEY.Key_L if way > 0 else KEY.Key_J)
    watched.go_on(0.5 / RATE)
    expected = [first]
    for step in range(1, 14):
        watched.go_on(1 / RATE)
        expected.append(folded(first + way * step, 0, LAST, loop))
    assert watched.numbers() == once_each(expected)
    assert watched.panel.is_playing is (loop is not LoopKind.ONCE)


@pytest.mark.parametrize("loop", LoopKind)
@pytest.mark.parametrize("way", [1, -1])
def test_in_and_out_hold_at_every_paint(watched: Watched, loop: LoopKind, way: int) -> None:
    playback = watched.panel.playback
    playback.set_loop(loop)
    playback.set_in(20)
    playback.set_out(24)
    watched.begin(22)
    watched.press(KEY.Key_L if way > 0 else KEY.Key_J)
    watched.go_on(0.5 / RATE)
    expected = [22]
    for step in range(1, 16):
        watched.go_on(1 / RATE)
        expected.append(folded(22 + way * step, 20, 24, loop))
    assert watched.numbers() == once_each(expected)


@pytest.mark.parametrize("speed", [0.1, 0.25, 0.5, 1.5, 2.0, 3.0, 4.0])
@pytest.mark.parametrize("way", [1, -1])
def test_every_speed_shows_what_its_time_has_come_to(
    watched: Watched, speed: float, way: int
) -> None:
    chance = random.Random(speed * way)
    watched.begin(30)
    watched.panel.playback.play(way * speed)
    watched.clock.seconds += 0.5 / RATE / speed
    passed, expected = Fraction(1, 2), [30]
    for _ in range(15):
        # So many 16ths of a frame later; never on the edge between two.
        step = Fraction(chance.randrange(1, 40), 16)
        if (passed + step) % 1 == 0:
            step += Fraction(1, 16)
        passed += step
        watched.go_on(float(step) / RATE / speed)
        expected.append((30 + way * int(passed)) % FRAMES)
    assert watched.numbers() == once_each(expected)


def test_a_change_of_speed_and_direction_on_the_way(watched: Watched) -> None:
    watched.begin(10)
    expected = [10]
    watched.press(KEY.Key_L)
    watched.go_on(0.5 / RATE)
    at = 10
    for key, step, pace in [
        (None, 1, 1),
        (KEY.Key_L, 1, 2),
        (KEY.Key_L, 1, 4),
        (KEY.Key_J, 1, 2),
        (KEY.Key_J, 1, 1),
        (KEY.Key_J, -1, 1),
        (KEY.Key_J, -1, 2),
    ]:
        if key is not None:
            watched.press(key)
        for _ in range(3):
            watched.go_on(1 / RATE / pace)
            at += step
            expected.append(at)
    watched.press(KEY.Key_K)
    watched.go_on(5)
    assert watched.numbers() == once_each(expected)


@pytest.mark.parametrize("way", [1, -1])
def test_frames_of_uneven_length_are_on_for_their_own_time(
    screen: Screen, clock: HandClock, tmp_path: Path, qtbot: QtBot, way: int
) -> None:
    path = write_clip(tmp_path / "uneven.mp4", frames=8, times=UNEVEN, time_base=Fraction(1, 100))
    screen.open(path)
    screen.panel.setFocus()
    times = screen.panel.clip.presenter.times
    assert times is not None
    end = round(times.end * 100)
    watched = Watched(screen, clock, qtbot)
    watched.begin(0 if way > 0 else 7)
    watched.panel.playback.play(float(way))
    chance, ticks, expected = random.Random(5), 0, [0 if way > 0 else 7]
    while ticks < 2 * end:
        step = chance.randrange(1, 25)
        ticks += step
        watched.go_on((step + (0.5 if len(expected) == 1 else 0)) / 100)
        place = ticks % end
        expected.append(bisect_right(UNEVEN, place if way > 0 else end - 1 - place) - 1)
    assert watched.numbers() == once_each(expected)


def test_a_hand_on_the_timeline_is_followed_frame_by_frame(watched: Watched, qtbot: QtBot) -> None:
    timeline = watched.panel.stage.timeline
    scale, y = timeline.places().scale, int(timeline.places().strip.center().y())
    window = watched.screen.window.windowHandle()

    def place(index: int) -> QPoint:
        there = QPoint(int(scale.middle_of(index)), y)
        return timeline.mapTo(watched.screen.window, there)

    watched.begin(5)
    path = [8, 9, 10, 11, 30, 29, 28, 2, 48, 0, 47]
    QTest.mousePress(window, LEFT, pos=place(path[0]))
    for index in path:
        QTest.mouseMove(window, place(index))
        watched.wait_for(index)
    QTest.mouseRelease(window, LEFT, pos=place(path[-1]))
    qtbot.wait(30)
    assert watched.numbers() == once_each([5, *path])


def test_a_hand_that_does_not_wait_sees_true_frames_in_its_own_order(
    watched: Watched, qtbot: QtBot
) -> None:
    """Frames that the hand has passed before their pictures came may be left out, or shown."""
    timeline = watched.panel.stage.timeline
    scale, y = timeline.places().scale, int(timeline.places().strip.center().y())
    window = watched.screen.window.windowHandle()
    watched.panel.budget.total_bytes = 6 * 272 * 96 * 2
    watched.begin(0)
    chance = random.Random(8)
    asked = [0]
    QTest.mousePress(window, LEFT, pos=timeline.mapTo(watched.screen.window, QPoint(20, y)))
    for _ in range(120):
        asked.append(chance.randrange(FRAMES))
        there = QPoint(int(scale.middle_of(asked[-1])), y)
        QTest.mouseMove(window, timeline.mapTo(watched.screen.window, there))
        qtbot.wait(1)
    watched.wait_for(asked[-1])
    QTest.mouseRelease(window, LEFT, pos=timeline.mapTo(watched.screen.window, there))
    at = 0
    for number in watched.numbers():
        # Each was asked for after the one that stood there before it.
        at = asked.index(number - 1, at)
    assert watched.paints.numbers[-1] == asked[-1] + 1


def test_wheel_number_and_keys_paint_each_frame_once(watched: Watched) -> None:
    timeline = watched.panel.stage.timeline
    window = watched.screen.window.windowHandle()
    watched.begin(10)
    expected = [11]

    def turn(notches: int) -> None:
        turn_wheel(timeline, QPointF(timeline.rect().center()), -notches)

    def go_to(number: int) -> None:
        watched.press(KEY.Key_G, Qt.KeyboardModifier.ControlModifier)
        for digit in str(number):
            watched.press(Qt.Key(ord(digit)))
        watched.press(KEY.Key_Return)

    acts: list[tuple[Callable[[], None], int]] = [
        (lambda: turn(1), 11),
        (lambda: turn(3), 14),
        (lambda: turn(-2), 12),
        (lambda: go_to(40), 39),
        (lambda: go_to(1), 0),
        (lambda: watched.press(KEY.Key_End), LAST),
        (lambda: watched.press(KEY.Key_Left), LAST - 1),
        (lambda: watched.press(KEY.Key_Home), 0),
        (lambda: watched.press(KEY.Key_Right), 1),
    ]
    for act, index in acts:
        act()
        watched.wait_for(index)
        expected.append(index + 1)
    QTest.keyPress(window, KEY.Key_K)
    for key, index in [(KEY.Key_L, 2), (KEY.Key_L, 3), (KEY.Key_J, 2)]:
        watched.press(key)
        watched.wait_for(index)
        expected.append(index + 1)
    QTest.keyRelease(window, KEY.Key_K)
    assert watched.numbers() == expected


@pytest.mark.parametrize("loop", [LoopKind.LOOP, LoopKind.PING_PONG])
@pytest.mark.parametrize("way", [1, -1])
def test_a_clip_that_does_not_fit_into_the_cache_plays_exactly(
    watched: Watched, loop: LoopKind, way: int
) -> None:
    """The cache holds a tenth of the clip, and less than a group of pictures."""
    watched.panel.budget.total_bytes = 5 * 272 * 96 * 3 // 2
    watched.panel.playback.set_loop(loop)
    first = LAST - 8 if way > 0 else 8
    watched.begin(first)
    watched.press(KEY.Key_L if way > 0 else KEY.Key_J)
    watched.go_on(0.5 / RATE)
    expected = [first]
    for step in range(1, 20):
        watched.go_on(1 / RATE)
        expected.append(folded(first + way * step, 0, LAST, loop))
        assert watched.panel.budget.used_bytes <= watched.panel.budget.total_bytes
    assert watched.numbers() == once_each(expected)


def test_played_in_real_time_each_paint_is_the_frame_that_is_due(
    shown: Screen, qtbot: QtBot
) -> None:
    """By the true clock; a machine that is busy leaves frames out, and shows no other instead."""
    hand = HandClock()
    watched = Watched(shown, hand, qtbot)
    shown.panel.playback.set_in(10)
    shown.panel.playback.set_out(16)
    watched.begin(10)
    shown.panel.play()
    qtbot.waitUntil(lambda: len(watched.paints.numbers) > 30)
    shown.panel.pause()
    assert set(watched.numbers()) <= set(range(11, 18))
    late = [each for each in watched.paints.painted if each.facts["due"] != each.number]
    assert len(late) <= 2 * shown.panel.clip.presenter.late
