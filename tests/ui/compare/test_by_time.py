"""By time, every clip plays at its own pace, over all seams, read from the pixels."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from rushes.media.compare_times import Lock
from rushes.media.play_order import LoopKind
from tests.ui.viewer.conftest import HandClock

from .conftest import UNEVEN_TICKS, BoardScreen, Compare

PAIRS = [("even", "slow"), ("uneven", "even"), ("slow", "uneven")]
_CLIPS = {"even": (25, 2), "slow": (13, 3)}
"""Frames of a clip, and 48ths of a second that each lasts."""


def number_at(name: str, ticks: float) -> int:
    """The number that a clip shows at a time in 48ths of a second, found the slow way."""
    if name in _CLIPS:
        frames, length = _CLIPS[name]
        return min(int((ticks + 1e-6) // length), frames - 1) + 1
    return sum(start <= ticks + 1e-6 for start in UNEVEN_TICKS)


def see(screen: BoardScreen, names: tuple[str, str], moment: int) -> None:
    """See that every cell shows what belongs to a moment of the clock."""
    shared = screen.comparison.group.shared
    assert shared is not None
    assert shared.lock is Lock.TIME
    ticks = shared.times.start_of(moment) * 48
    screen.wait_until_due(moment + 1)
    screen.wait_for(*(number_at(name, ticks) for name in names))


def length_of(screen: BoardScreen, moment: int) -> float:
    shared = screen.comparison.group.shared
    assert shared is not None
    return shared.times.length_of(moment)


@pytest.mark.parametrize("names", PAIRS)
@pytest.mark.parametrize(
    ("loop", "backwards"),
    [
        (LoopKind.LOOP, False),
        (LoopKind.LOOP, True),
        (LoopKind.PING_PONG, False),
        (LoopKind.ONCE, False),
    ],
)
def test_over_the_ends(
    compare: Compare, clock: HandClock, names: tuple[str, str], loop: LoopKind, backwards: bool
) -> None:
    screen = compare(*names)
    playback = screen.panel.playback
    last = playback.frames - 1
    expected = {
        LoopKind.LOOP: [2, 1, 0, last, last - 1] if backwards else [last - 1, last, 0, 1, 2],
        LoopKind.PING_PONG: [last - 1, last, last - 1, last - 2],
        LoopKind.ONCE: [last - 1, last, last],
    }[loop]
    playback.set_loop(loop)
    playback.seek(expected[0])
    see(screen, names, expected[0])
    playback.play(-1.0 if backwards else 1.0)
    clock.seconds += length_of(screen, expected[0]) / 2
    for moment, following in pairwise(expected):
        see(screen, names, moment)
        step = (length_of(screen, moment) + length_of(screen, following)) / 2
        clock.seconds += step


@pytest.mark.parametrize("names", PAIRS)
def test_between_in_and_out(compare: Compare, clock: HandClock, names: tuple[str, str]) -> None:
    screen = compare(*names)
    playback = screen.panel.playback
    playback.seek(4)
    screen.press(Qt.Key.Key_I)
    playback.seek(8)
    screen.press(Qt.Key.Key_O)
    playback.seek(4)
    see(screen, names, 4)
    playback.play()
    clock.seconds += length_of(screen, 4) / 2
    for moment, following in ((4, 5), (5, 6), (6, 7), (7, 8), (8, 4), (4, 5), (5, 6)):
        see(screen, names, moment)
        clock.seconds += (length_of(screen, moment) + length_of(screen, following)) / 2


def test_an_offset_by_time(compare: Compare, clock: HandClock) -> None:
    screen = compare("even", "slow")
    screen.press(Qt.Key.Key_Tab)
    screen.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    shared = screen.comparison.group.shared
    assert shared is not None
    playback = screen.panel.playback
    playback.seek(0)
    playback.play()
    clock.seconds += length_of(screen, 0) / 2
    for moment in range(12):
        screen.wait_until_due(moment + 1)
        ticks = shared.times.start_of(moment) * 48
        # The slow clip is one of its frames ahead: the other one waits for three 48ths.
        screen.wait_for(number_at("even", max(ticks - 3, 0)), number_at("slow", ticks))
        clock.seconds += (length_of(screen, moment) + length_of(screen, moment + 1)) / 2
