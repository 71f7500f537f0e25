"""The number on the screen is true wherever the picture is and however closely it is looked at."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.viewer.picture import PictureView
from tests.ui.viewer.painted_frames import PaintedFrames, block_places, levels, screen_image
from tests.ui.viewer.wheel import turn_wheel

from .conftest import FRAMES, RATE, HandClock, Screen

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
ROOT = Path(__file__).resolve().parents[3]
LAST_BITS = 6
"""So many bits tell every number of the clip."""


class ReadBits:
    """Reads the last bits of the number, which are seen where not all of it is."""

    def __init__(self, view: PictureView) -> None:
        self.view = view

    def places(self) -> list[QRect]:
        return block_places(self.view, last=LAST_BITS) or []

    def __call__(self, window: QWidget, image: QImage) -> int | None:
        if self.view.window() is not window:
            return None
        places = self.places()
        if not places:
            return None
        number = 0
        for level in levels(image, places):
            assert level < 80 or level > 175, level
            number = number << 1 | int(level > 128)
        return number


@pytest.fixture
def paints(shown: Screen) -> Iterator[PaintedFrames]:
    read = ReadBits(shown.panel.stage.picture)
    made = PaintedFrames(read, lambda: {"told": shown.told_number()})
    made.watch(shown.window)
    yield made
    made.deleteLater()


def drag(view: PictureView, by: QPoint) -> None:
    """Pull the picture with a real hand, in the widget's units, a few pixels at a time."""
    start = view.rect().center()
    QTest.mousePress(view, LEFT, NONE, start)
    for part in range(1, 5):
        QTest.mouseMove(view, start + by * (part / 4))
    QTest.mouseRelease(view, LEFT, NONE, start + by)


def pull_to_the_number(view: PictureView) -> None:
    """Pull the picture until the middle of the last bits lies in the middle of the view."""
    for _ in range(40):
        area = view.picture_area()
        block = area.width() * 16 / 272
        aim = QPointF(area.left() + block * (16 - LAST_BITS / 2), area.bottom() - block / 2)
        away = QPointF(view.rect().center()) - aim
        step = QPoint(
            round(min(max(away.x(), -view.width() * 0.4), view.width() * 0.4)),
            round(min(max(away.y(), -view.height() * 0.4), view.height() * 0.4)),
        )
        before = view.picture_area()
        if block_places(view, last=LAST_BITS) is not None:
            return
        drag(view, step)
        if view.picture_area() == before:
            break
    assert block_places(view, last=LAST_BITS) is not None


def read_now(paints: PaintedFrames, view: PictureView) -> int | None:
    return ReadBits(view)(view.window(), screen_image(view.window()))


@pytest.mark.parametrize("percent", [100, 200, 300, 400, 600, 800])
def test_enlarged_and_panned_each_step_is_the_right_frame(
    shown: Screen, paints: PaintedFrames, qtbot: QtBot, percent: int
) -> None:
    view = shown.panel.stage.picture
    # So wide that all bits that count are seen.
    shown.window.resize(900, 520)
    view.zoom.set_scale(percent / 100)
    pull_to_the_number(view)
    told = shown.told_number
    paints.clear()
    for key, index in [
        (KEY.Key_Right, 1),
        (KEY.Key_Right, 2),
        (KEY.Key_End, 48),
        (KEY.Key_Left, 47),
    ]:
        QTest.keyClick(shown.window.windowHandle(), key)
        qtbot.waitUntil(lambda index=index: shown.panel.current_index == index)
        qtbot.waitUntil(lambda index=index: read_now(paints, view) == index + 1)
        assert told() == index + 1
    assert paints.faults == []
    assert all(each.number == each.facts["told"] for each in paints.painted)
    # It is sharp in the end: made at its own size.
    assert view.picture is not None
    qtbot.waitUntil(lambda: view.picture is not None and view.picture.width == 272)
    assert read_now(paints, view) == 48


def test_at_1600_percent_each_bit_is_read_by_itself(
    shown: Screen, paints: PaintedFrames, qtbot: QtBot
) -> None:
    """A block is larger than a third of the view: the hand goes from bit to bit."""
    view = shown.panel.stage.picture
    shown.panel.seek(41)
    shown.wait_for(41)
    view.zoom.set_scale(16.0)
    qtbot.waitUntil(lambda: view.picture is not None and view.picture.width == 272)
    bits = []
    for bit in range(16 - LAST_BITS, 16):
        view.zoom.set_centre(((bit + 0.5) * 16 / 272, 1 - 8 / 96))
        qtbot.wait(1)
        middle = view.mapTo(view.window(), view.rect().center()) * view.devicePixelRatio()
        qtbot.waitUntil(lambda: not view.testAttribute(Qt.WidgetAttribute.WA_PendingUpdate))
        image = screen_image(view.window())
        bits.append(image.pixelColor(middle + QPoint(5, 5)).lightness() > 128)
    number = int("".join(str(int(bit)) for bit in bits), 2)
    assert number == 42 == shown.told_number()


def test_zooming_while_it_plays_shows_no_frame_under_another_number(
    shown: Screen, paints: PaintedFrames, clock: HandClock, qtbot: QtBot
) -> None:
    view = shown.panel.stage.picture
    shown.panel.play()
    block = ReadBits(view).places()[-3].center()
    aim = QPointF(view.mapFrom(shown.window, block / view.devicePixelRatio()))
    for step in range(24):
        clock.go_on(1, RATE)
        turn_wheel(view, aim, 1 if step % 8 < 4 else -1)
        due = shown.panel.playback.peek(clock.seconds).index
        qtbot.waitUntil(lambda due=due: shown.panel.current_index == due)
    shown.panel.pause()
    assert paints.faults == []
    read = [each for each in paints.painted if each.number is not None]
    assert len({each.number for each in read}) > 8
    assert all(each.number == each.facts["told"] for each in read)


@pytest.mark.parametrize("modifiers", [NONE, Qt.KeyboardModifier.ShiftModifier])
def test_in_a_window_of_its_own_it_plays_over_the_seam_exactly(
    shown: Screen,
    paints: PaintedFrames,
    clock: HandClock,
    qtbot: QtBot,
    modifiers: Qt.KeyboardModifier,
) -> None:
    """F11 fills the screen with all of it; with Shift the picture goes to a second one."""
    view = shown.panel.stage.picture
    QTest.keyClick(shown.window.windowHandle(), KEY.Key_F11, modifiers)
    qtbot.waitUntil(lambda: view.window() is not shown.window)
    away = view.window()
    qtbot.waitUntil(away.isActiveWindow)
    paints.watch(away)
    shown.panel.seek(FRAMES - 3)
    qtbot.waitUntil(lambda: read_now(paints, view) == FRAMES - 2)
    paints.clear()
    QTest.keyClick(away.windowHandle(), KEY.Key_L)
    clock.go_on(0.5)
    for index in (FRAMES - 3, FRAMES - 2, FRAMES - 1, 0, 1, 2):
        qtbot.waitUntil(lambda index=index: read_now(paints, view) == index + 1)
        assert shown.told_number() == index + 1
        clock.go_on(1)
    QTest.keyClick(away.windowHandle(), KEY.Key_K)
    assert paints.faults == []
    seen = [number for number in paints.numbers if number != FRAMES - 2]
    assert seen[:5] == [FRAMES - 1, FRAMES, 1, 2, 3]
    at = shown.panel.playback.due
    QTest.keyClick(away.windowHandle(), KEY.Key_F11, modifiers)
    qtbot.waitUntil(lambda: view.window() is shown.window)
    qtbot.waitUntil(lambda: read_now(paints, view) == at + 1)
    shown.check()


@pytest.mark.parametrize(
    ("factor", "ways"),
    [
        ("1.5", "(whole_round and -1-LoopKind.LOOP) or wheel_number"),
        ("2", "hand_on or (its_own and KeyboardModifier.No)"),
    ],
)
def test_on_finer_screens_the_ways_to_move_are_exact(factor: str, ways: str) -> None:
    """Some of them, in a process whose pixels are finer than the window's units."""
    here = Path(__file__).parent
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
            *(str(here / "test_exact_moving.py"), str(here / "test_exact_places.py")),
            *("-k", f"({ways}) and not finer"),
        ],
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "2 passed" in done.stdout
