"""While several takes play, every paint of every one is true: numbers read from the screen."""

import threading
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rushes.media.compare_times import Lock
from rushes.media.play_order import LoopKind
from rushes.ui.compare.kinds import CompareKind
from rushes.ui.viewer.clip_feed import ClipFeed
from tests.media.clips import BITS
from tests.ui.viewer.conftest import HandClock
from tests.ui.viewer.painted_frames import PaintedFrames, block_places, levels, number_on

from .conftest import FRAMES, RATE, UNEVEN_TICKS, BoardScreen, Compare, take_of

SHIFT = Qt.KeyboardModifier.ShiftModifier


class WatchedBoard:
    """A board whose every paint is looked at, under a clock in the test's hand."""

    def __init__(self, screen: BoardScreen, clock: HandClock, qtbot: QtBot) -> None:
        self.screen, self.clock, self.playback = screen, clock, screen.panel.playback
        self._qtbot = qtbot
        self.seen: list[list[int]] = []
        self.told: list[list[int]] = []
        self.paints = PaintedFrames(self._look, dict)
        self.paints.watch(screen.window)

    def _look(self, window: QWidget, image: QImage) -> int | None:
        comparison = self.screen.comparison
        if comparison.sight.kind is not CompareKind.SIDE_BY_SIDE:
            return None
        read = [number_on(image, cell.picture) for cell in comparison.board.cells]
        told = [clip.shown + 1 if clip.shown is not None else 0 for clip in comparison.group.clips]
        if all(told):
            self.seen.append([number or 0 for number in read])
            self.told.append(told)
        return None

    def begin(self, moment: int) -> None:
        """Stand on a moment, and forget what was painted before."""
        self.playback.seek(moment)
        self.at_rest()
        self.seen.clear()
        self.told.clear()

    def at_rest(self) -> None:
        """Wait until all that is seen shows what is due, and is painted."""
        self._qtbot.waitUntil(lambda: self.screen.is_at_rest)
        self._qtbot.wait(2)

    def go_on(self, seconds: float) -> None:
        """Let time pass, and wait until every cell is as far."""
        self.clock.seconds += seconds
        timer = self.playback.findChild(QTimer)
        assert timer is not None
        if self.playback.is_playing:
            timer.start(0)
            self._qtbot.waitUntil(lambda: not timer.isActive() or timer.interval() > 0)
        self.at_rest()

    def columns(self) -> list[list[int]]:
        """What each cell showed, one after another."""
        assert self.paints.faults == []
        assert self.seen == self.told
        return [
            [number for number, _ in groupby(column)] for column in zip(*self.seen, strict=True)
        ]


def once_each(numbers: Sequence[int]) -> list[int]:
    return [number for number, _ in groupby(numbers)]


@pytest.fixture
def watched(screen: BoardScreen, clock: HandClock, qtbot: QtBot) -> Iterator[WatchedBoard]:
    made = WatchedBoard(screen, clock, qtbot)
    yield made
    made.paints.deleteLater()


@pytest.mark.parametrize("count", [2, 4, 9])
@pytest.mark.parametrize("way", [1, -1])
def test_all_cells_go_over_the_seam_exactly(
    compare: Compare, watched: WatchedBoard, count: int, way: int
) -> None:
    compare(*(["even", "twin"] * 5)[:count])
    first = FRAMES - 4 if way > 0 else 3
    watched.begin(first)
    watched.playback.play(float(way))
    watched.go_on(0.5 / RATE)
    expected = [first + 1]
    for step in range(1, 8):
        watched.go_on(1 / RATE)
        expected.append((first + way * step) % FRAMES + 1)
    columns = watched.columns()
    assert len(columns) == count
    assert all(column[-7:] == expected[1:] for column in columns)


def test_back_and_forth_between_in_and_out_with_an_offset(
    compare: Compare, watched: WatchedBoard
) -> None:
    screen = compare("even", "twin")
    screen.comparison.set_offset(1, 3)
    watched.playback.set_loop(LoopKind.PING_PONG)
    ahead = 3
    watched.playback.set_in(ahead + 4)
    watched.playback.set_out(ahead + 7)
    watched.begin(ahead + 4)
    watched.playback.play()
    watched.go_on(0.5 / RATE)
    way = [5, 6, 7, 8, 7, 6, 5, 6]
    for _ in way[1:]:
        watched.go_on(1 / RATE)
    one, two = watched.columns()
    assert one[-7:] == way[1:]
    assert two[-7:] == [number + 3 for number in way[1:]]


@pytest.mark.parametrize("offset", [0, 2, -3])
def test_by_time_each_shows_its_own_frame_of_that_time(
    compare: Compare, watched: WatchedBoard, offset: int
) -> None:
    """Ticks are 48ths of a second: 2 a frame of the even clip, 3 of the slow one."""
    screen = compare("even", "slow", "uneven")
    comparison = screen.comparison
    assert comparison.group.lock is Lock.TIME
    comparison.set_offset(0, offset)
    begins = max(2 * offset, 0)
    watched.begin(0)
    watched.playback.play()
    expected: list[list[int]] = [[], [], []]
    watched.go_on(0.5 / 48)
    for tick in range(1, 40):
        watched.go_on(1 / 48)
        own = (tick - begins + 2 * offset, tick - begins, tick - begins)
        expected[0].append(min(max(own[0] // 2, 0), 24) + 1)
        expected[1].append(min(max(own[1] // 3, 0), 12) + 1)
        expected[2].append(max(sum(start <= own[2] for start in UNEVEN_TICKS), 1))
    for column, numbers in zip(watched.columns(), expected, strict=True):
        wanted = once_each(numbers)
        assert column[-len(wanted) :] == wanted


def test_four_that_do_not_fit_into_the_cache_stay_exact(
    compare: Compare, watched: WatchedBoard
) -> None:
    screen = compare("even", "twin", "even", "twin")
    budget = screen.panel.budget
    budget.total_bytes = 14 * 272 * 112 * 3 // 2
    watched.begin(FRAMES - 5)
    watched.playback.play()
    watched.go_on(0.5 / RATE)
    expected = [(FRAMES - 5 + step) % FRAMES + 1 for step in range(12)]
    for _ in expected[1:]:
        watched.go_on(1 / RATE)
    assert all(column[-11:] == expected[1:] for column in watched.columns())


def bits_of(number: int) -> list[int]:
    return [number >> (BITS - 1 - bit) & 1 for bit in range(BITS)]


def read_pair(screen: BoardScreen) -> tuple[list[QRect], list[float]]:
    """The places of the blocks in the one view of two takes, and how bright they are now."""
    view = screen.comparison.board.pair.reference
    places = block_places(view)
    assert places is not None
    return places, levels(screen.window.grab().toImage(), places)


def test_wiped_each_half_is_its_own_clip_s(
    compare: Compare, watched: WatchedBoard, qtbot: QtBot
) -> None:
    screen = compare("even", "even")
    comparison = screen.comparison
    comparison.set_offset(1, 5)
    comparison.choose(1)
    comparison.set_kind(CompareKind.WIPE)
    watched.playback.play()
    glass = comparison.board.pair.other
    watched.go_on(0.5 / RATE)
    halves = set()
    for step in range(12):
        watched.go_on(1 / RATE)
        one, two = (clip.shown for clip in comparison.group.clips)
        assert one is not None
        assert two is not None
        # The line stands between two blocks, and goes on with the pointer.
        place = block_places(glass)
        assert place is not None
        bit = 10 + step % 6
        line = QPoint(place[bit].left() - place[bit].width() // 2, place[bit].center().y())
        QTest.mouseMove(glass, glass.mapFrom(screen.window, line))
        qtbot.waitUntil(lambda line=line: abs(glass.half(glass.rect()).left() - line.x()) < 3)
        _, found = read_pair(screen)
        wanted = bits_of(one + 1)[:bit] + bits_of(two + 1)[bit:]
        assert [int(level > 128) for level in found] == wanted
        halves.add((one, two))
    assert len(halves) == 12


def test_overlaid_both_are_seen_through_one_another(
    compare: Compare, watched: WatchedBoard
) -> None:
    screen = compare("even", "even")
    comparison = screen.comparison
    comparison.set_offset(1, 5)
    comparison.choose(1)
    comparison.set_kind(CompareKind.OVERLAY)
    comparison.board.bar.opacity_requested.emit(0.25)
    watched.playback.play()
    watched.go_on(0.5 / RATE)
    for _ in range(8):
        watched.go_on(1 / RATE)
        one, two = (clip.shown for clip in comparison.group.clips)
        assert one is not None
        assert two is not None
        _, found = read_pair(screen)
        wanted = [
            255 * (0.75 * below + 0.25 * above)
            for below, above in zip(bits_of(one + 1), bits_of(two + 1), strict=True)
        ]
        assert found == pytest.approx(wanted, abs=16)


@pytest.mark.parametrize("offset", [0, 5])
def test_a_difference_is_never_of_two_moments(
    compare: Compare, watched: WatchedBoard, qtbot: QtBot, offset: int
) -> None:
    """Of a clip with itself nothing is left; shifted, the bits that differ."""
    screen = compare("even", "even")
    comparison = screen.comparison
    comparison.set_offset(1, offset)
    comparison.choose(1)
    comparison.set_kind(CompareKind.DIFFERENCE)
    clips = comparison.group.clips
    seen: list[tuple[int | None, int | None]] = []

    def look() -> None:
        one, two = (clip.shown for clip in clips)
        _, found = read_pair(screen)
        if one is not None and two is not None:
            number = bits_of((one + 1) ^ (two + 1))
            assert [int(level > 128) for level in found] == number
            seen.append((one, two))

    watched.playback.seek(8)
    watched.at_rest()
    look()
    watched.playback.play()
    watched.clock.seconds += 0.5 / RATE
    for _ in range(10):
        watched.go_on(1 / RATE)
        look()
    watched.playback.pause()
    for moment in (3, 19, 4):
        watched.playback.seek(moment)
        for _ in range(4):
            qtbot.wait(1)
            look()
        watched.at_rest()
        look()
    assert len(set(seen)) > 10


def test_a_difference_of_the_clock_before_is_told_as_what_it_is(
    compare: Compare, watched: WatchedBoard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The offset changes while a picture is being made of the moment that was due."""
    from rushes.media import difference_thread

    screen = compare("even", "even")
    comparison = screen.comparison
    comparison.choose(1)
    comparison.set_kind(CompareKind.DIFFERENCE)
    watched.at_rest()
    may_go_on, true_difference = threading.Event(), difference_thread.difference

    def slow(*pictures: Any) -> Any:
        assert may_go_on.wait(5)
        return true_difference(*pictures)

    monkeypatch.setattr(difference_thread, "difference", slow)
    told: list[tuple[int, int]] = []

    def look() -> None:
        one, two = (clip.shown for clip in comparison.group.clips)
        assert one is not None
        assert two is not None
        _, found = read_pair(screen)
        assert [int(level > 128) for level in found] == bits_of((one + 1) ^ (two + 1))
        told.append((one, two))

    comparison.sight.difference.shown.connect(look)
    watched.playback.seek(10)
    qtbot.waitUntil(lambda: comparison.group.clips[1].picture(watched.playback.due) is not None)
    qtbot.wait(30)
    comparison.set_offset(1, 6)
    qtbot.wait(30)
    may_go_on.set()
    watched.at_rest()
    assert told[-1][1] - told[-1][0] == 6
    assert len(told) > 1


def test_no_cell_shows_what_it_showed_before_it_was_out_of_sight(
    compare: Compare, watched: WatchedBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Side by side again, before the pictures of that moment are there."""
    screen = compare("even", "twin")
    comparison = screen.comparison
    comparison.set_kind(CompareKind.WIPE)
    watched.playback.seek(18)
    watched.at_rest()
    with monkeypatch.context() as until_they_come:
        until_they_come.setattr(ClipFeed, "picture", lambda _feed, _index: None)
        comparison.set_kind(CompareKind.SIDE_BY_SIDE)
        assert [cell.picture.picture for cell in comparison.board.cells] == [None, None]
    comparison.group.refresh()
    watched.at_rest()
    screen.wait_for(19, 19)


def test_a_chosen_take_that_cannot_be_shown_leaves_the_others_told_truly(
    screen: BoardScreen, clips: dict[str, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no clip")
    screen.compare([take_of(clips["even"], 1), take_of(broken, 2)])
    screen.press(Qt.Key.Key_Tab)
    screen.press(Qt.Key.Key_Right)
    screen.press(Qt.Key.Key_Right, SHIFT)
    qtbot.waitUntil(lambda: screen.is_at_rest)
    caption = screen.comparison.board.cells[0].caption
    assert "frame 12" in caption.words()
    assert "frame 12 of 25" in screen.told()
    assert number_on(screen.window.grab().toImage(), screen.comparison.board.cells[0].picture) == 12
