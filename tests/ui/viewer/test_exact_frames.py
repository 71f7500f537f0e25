"""The frame that is asked for is the one whose number is read from the screen."""

import random
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.media.clips import write_clip

from .conftest import FRAMES, HandClock, Screen

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LAST = FRAMES - 1


def press(screen: Screen, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    focused = screen.window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers or Qt.KeyboardModifier.NoModifier)


def test_a_clip_opens_on_its_first_frame_and_does_not_play(shown: Screen) -> None:
    shown.wait_for(0)
    assert shown.panel.stage.transport.position.words() == "00:00:00:00, frame 1 of 49"
    assert not shown.panel.is_playing
    assert shown.panel.frame_count == FRAMES


def test_arrows_step_by_one_and_with_shift_by_ten(shown: Screen) -> None:
    index = 0
    for key, modifiers, step in [
        (KEY.Key_Right, None, 1),
        (KEY.Key_Right, None, 1),
        (KEY.Key_Right, SHIFT, 10),
        (KEY.Key_Left, None, -1),
        (KEY.Key_Right, SHIFT, 10),
        (KEY.Key_Left, SHIFT, -10),
        (KEY.Key_Left, None, -1),
    ]:
        press(shown, key, modifiers)
        index += step
        shown.wait_for(index)


def test_the_ends_stop_a_step(shown: Screen) -> None:
    press(shown, KEY.Key_Left)
    shown.wait_for(0)
    press(shown, KEY.Key_End)
    shown.wait_for(LAST)
    press(shown, KEY.Key_Right, SHIFT)
    shown.wait_for(LAST)
    assert shown.panel.stage.transport.position.words() == "00:00:02:00, frame 49 of 49"
    press(shown, KEY.Key_Home)
    shown.wait_for(0)


def test_quick_steps_end_on_the_frame_that_was_asked_for(shown: Screen) -> None:
    for _ in range(17):
        press(shown, KEY.Key_Right)
    for _ in range(4):
        press(shown, KEY.Key_Left)
    shown.wait_for(13)


def test_seeks_at_random_are_exact(shown: Screen) -> None:
    chance = random.Random(97)
    for _ in range(25):
        index = chance.randrange(FRAMES)
        shown.panel.seek(index)
        shown.wait_for(index)


def test_scrubbing_follows_the_hand(shown: Screen, qtbot: QtBot) -> None:
    timeline = shown.panel.stage.timeline
    scale = timeline.places().scale
    y = int(timeline.places().strip.center().y())

    def place(index: int) -> QPoint:
        return QPoint(int(scale.middle_of(index)), y)

    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=place(20))
    shown.wait_for(20)
    for index in (21, 30, 44, 12, 3):
        QTest.mouseMove(timeline, place(index))
        shown.wait_for(index)
    QTest.mouseMove(timeline, QPoint(timeline.width() + 50, y))
    shown.wait_for(LAST)
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=place(40))
    QTest.mouseMove(timeline, place(7))
    qtbot.wait(60)
    shown.wait_for(LAST)


def test_a_wild_scrub_never_tells_a_wrong_frame(shown: Screen, qtbot: QtBot) -> None:
    chance = random.Random(43)
    seen: list[int] = []

    def check(index: int) -> None:
        shown.check()
        seen.append(index)

    shown.panel.frame_changed.connect(check)
    shown.panel.playback.hold()
    for _ in range(150):
        shown.panel.seek(chance.randrange(FRAMES))
        qtbot.wait(1)
    shown.panel.seek(30)
    shown.panel.playback.release()
    shown.wait_for(30)
    assert seen


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([KEY.Key_L], [8, 9, 10, 11, 12, 8, 9, 10, 11, 12, 8]),
        ([KEY.Key_J], [8, 12, 11, 10, 9, 8, 12, 11, 10, 9]),
    ],
    ids=["on", "back"],
)
def test_play_loops_over_in_and_out(
    shown: Screen, clock: HandClock, keys: list[Qt.Key], expected: list[int]
) -> None:
    shown.panel.seek(12)
    press(shown, KEY.Key_O)
    shown.panel.seek(8)
    press(shown, KEY.Key_I)
    for key in keys:
        press(shown, key)
    clock.go_on(0.5)
    for index in expected:
        shown.wait_for(index)
        clock.go_on(1)


def test_the_seam_of_the_whole_clip_is_exact_both_ways(shown: Screen, clock: HandClock) -> None:
    shown.panel.seek(LAST - 1)
    press(shown, KEY.Key_L)
    clock.go_on(0.5)
    for index in (LAST - 1, LAST, 0, 1):
        shown.wait_for(index)
        clock.go_on(1)
    press(shown, KEY.Key_K)
    shown.panel.seek(1)
    press(shown, KEY.Key_J)
    clock.go_on(0.5)
    for index in (1, 0, LAST, LAST - 1):
        shown.wait_for(index)
        clock.go_on(1)


def test_ping_pong_shows_each_end_once(shown: Screen, clock: HandClock) -> None:
    shown.panel.playback.set_in(20)
    shown.panel.playback.set_out(23)
    shown.panel.stage.transport.loop.click()
    shown.panel.stage.transport.loop.click()
    shown.panel.seek(20)
    press(shown, KEY.Key_Space)
    clock.go_on(0.5)
    for index in (20, 21, 22, 23, 22, 21, 20, 21, 22):
        shown.wait_for(index)
        clock.go_on(1)


def test_once_ends_on_the_last_frame(shown: Screen, clock: HandClock, qtbot: QtBot) -> None:
    shown.panel.stage.transport.loop.click()
    shown.panel.seek(LAST - 2)
    press(shown, KEY.Key_Space)
    with qtbot.waitSignal(shown.panel.playing_changed, check_params_cb=lambda on: not on):
        clock.go_on(5)
    shown.wait_for(LAST)
    press(shown, KEY.Key_Space)
    clock.go_on(0.5)
    shown.wait_for(0)


def test_frames_that_time_has_passed_are_left_out(shown: Screen, clock: HandClock) -> None:
    press(shown, KEY.Key_Space)
    for frames, index in [(0.5, 0), (7, 7), (9, 16), (40, 56 % FRAMES)]:
        clock.go_on(frames)
        shown.wait_for(index)


def test_every_played_frame_is_painted_under_its_own_number(shown: Screen, qtbot: QtBot) -> None:
    seen: list[int] = []

    def check(index: int) -> None:
        shown.check()
        seen.append(index)

    shown.panel.frame_changed.connect(check)
    shown.panel.seek(FRAMES - 8)
    shown.panel.play()
    qtbot.waitUntil(lambda: len(seen) > 25)
    shown.panel.pause()
    # In order, with the seam in it; a machine that is busy leaves frames out but swaps none.
    gone = [(after - before) % FRAMES for before, after in pairwise(seen)]
    assert all(0 < step < FRAMES // 2 for step in gone)
    assert 0 in seen or 1 in seen


def test_variable_rate_is_told_by_the_frame_s_own_time(screen: Screen, tmp_path: Path) -> None:
    times = [0, 10, 50, 60, 200, 210]
    path = write_clip(tmp_path / "variable.mp4", frames=6, times=times, time_base=Fraction(1, 100))
    screen.open(path)
    screen.panel.stage.transport.position.click()
    for index, ticks in enumerate(times):
        screen.panel.seek(index)
        screen.wait_for(index)
        words = screen.panel.stage.transport.position.words()
        assert words == f"{ticks / 100:.3f} s, frame {index + 1} of 6"


def test_the_picture_stays_exact_while_the_window_changes(shown: Screen, qtbot: QtBot) -> None:
    shown.panel.seek(42)
    shown.wait_for(42)
    view = shown.panel.stage.picture
    for width, height in [(700, 500), (980, 720), (520, 400)]:
        shown.window.resize(width, height)
        shown.check()

        def fits() -> bool:
            picture, area = view.picture, view.picture_area()
            return picture is not None and picture.width == round(area.width())

        qtbot.waitUntil(fits)
        shown.check()
        area = view.picture_area()
        assert area.left() >= 12
        assert area.top() >= 12
        assert area.width() / area.height() == pytest.approx(272 / 96, rel=0.02)


def test_the_painted_picture_is_the_converted_one_pixel_for_pixel(shown: Screen) -> None:
    view = shown.panel.stage.picture
    picture = view.picture
    assert picture is not None
    area = view.picture_area().toRect()
    assert (area.width(), area.height()) == (picture.width, picture.height)
    image = view.grab().toImage()
    pixels = picture.array()
    for x, y in [(0, 0), (picture.width - 1, picture.height - 1), (100, 50)]:
        color = image.pixelColor(area.x() + x, area.y() + y)
        assert [color.blue(), color.green(), color.red()] == pixels[y, x, :3].tolist()


def test_nothing_but_the_surround_lies_around_the_picture(shown: Screen) -> None:
    view = shown.panel.stage.picture
    area = view.picture_area().toRect()
    image = view.grab().toImage()
    beside = [
        QPoint(area.left() - 1, area.center().y()),
        QPoint(area.right() + 1, area.center().y()),
        QPoint(area.center().x(), area.top() - 1),
        QPoint(area.center().x(), area.bottom() + 1),
    ]
    assert {image.pixelColor(point).name() for point in beside} == {"#161616"}
