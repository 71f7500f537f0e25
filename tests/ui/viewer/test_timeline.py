"""The timeline under the hand, and what it tells."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.ui.viewer.frame_scale import FrameScale, ruler_steps
from rushes.ui.viewer.strip_loader import slot_of
from rushes.ui.viewer.timeline import Timeline
from rushes.ui.viewer.timeline_menu import TimelineMenu

from .conftest import FRAMES, Screen, number_in

LEFT = Qt.MouseButton.LeftButton


def at_frame(timeline: Timeline, index: float) -> QPoint:
    """The middle of a frame in the strip."""
    picture = timeline.places()
    scale = picture.scale
    x = scale.left + (index + 0.5) * scale.frame_width
    return QPoint(round(x), round(picture.strip.center().y()))


def turn(timeline: Timeline, delta: int) -> None:
    place = QPointF(timeline.rect().center())
    event = QWheelEvent(
        place,
        QPointF(timeline.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(timeline, event)


def test_the_playhead_stands_over_the_painted_frame(shown: Screen) -> None:
    timeline = shown.panel.stage.timeline
    for index in (0, 17, FRAMES - 1):
        shown.panel.seek(index)
        shown.wait_for(index)
        head = timeline.places().playhead(index)
        x = round(head.left())
        y = round(head.center().y())
        image = timeline.grab().toImage()
        assert image.pixelColor(x, y).name() == "#f5f5f5"
        assert image.pixelColor(round(head.right()) - 1, y).name() == "#f5f5f5"
        flag = timeline.places().flag(index)
        assert timeline.rect().contains(flag.toRect())
        assert flag.left() <= head.center().x() <= flag.right()


def test_a_playhead_of_many_frames_is_never_too_thin(qtbot: QtBot) -> None:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(400, 60)
    timeline.show_clip(5000)
    for index in (0, 2500, 4999):
        head = timeline.places().playhead(index)
        assert head.width() == 3
        assert timeline.places().strip.left() <= head.left()
        assert head.right() <= timeline.places().strip.right()


def test_handles_move_in_and_out_and_show_their_frame(shown: Screen) -> None:
    timeline, playback = shown.panel.stage.timeline, shown.panel.playback
    playback.set_in(10)
    playback.set_out(40)
    QTest.mousePress(timeline, LEFT, pos=at_frame(timeline, 9.5))
    QTest.mouseMove(timeline, at_frame(timeline, 14.5))
    shown.wait_for(15)
    assert playback.in_index == 15
    QTest.mouseMove(timeline, at_frame(timeline, 47))
    QTest.mouseRelease(timeline, LEFT, pos=at_frame(timeline, 47))
    shown.wait_for(40)
    assert (playback.in_index, playback.out_index) == (40, 40)
    playback.set_in(10)
    QTest.mousePress(timeline, LEFT, pos=at_frame(timeline, 40.5))
    QTest.mouseMove(timeline, at_frame(timeline, 30.5))
    QTest.mouseRelease(timeline, LEFT, pos=at_frame(timeline, 30.5))
    shown.wait_for(30)
    assert (playback.in_index, playback.out_index) == (10, 30)


def test_what_played_goes_on_after_a_scrub(shown: Screen, qtbot: QtBot) -> None:
    timeline = shown.panel.stage.timeline
    shown.panel.play()
    QTest.mousePress(timeline, LEFT, pos=at_frame(timeline, 20))
    shown.wait_for(20)
    qtbot.wait(120)
    shown.wait_for(20)
    assert shown.panel.is_playing
    QTest.mouseRelease(timeline, LEFT, pos=at_frame(timeline, 20))
    qtbot.waitUntil(lambda: shown.panel.current_index > 22)


def test_the_wheel_goes_by_frames(shown: Screen) -> None:
    timeline = shown.panel.stage.timeline
    turn(timeline, -120)
    shown.wait_for(1)
    turn(timeline, -360)
    shown.wait_for(4)
    turn(timeline, 60)
    shown.wait_for(4)
    turn(timeline, 60)
    shown.wait_for(3)


def test_the_menu_sets_and_clears_where_it_was_opened(shown: Screen, qtbot: QtBot) -> None:
    timeline, playback = shown.panel.stage.timeline, shown.panel.playback

    def choose(index: int, words: str) -> None:
        place = at_frame(timeline, index)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, timeline.mapToGlobal(place)
        )
        QApplication.sendEvent(timeline, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, TimelineMenu)
        action = next(action for action in menu.actions() if action.text() == words)
        assert action.isEnabled()
        action.trigger()
        menu.close()
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)

    choose(5, "Set In here")
    choose(25, "Set Out here")
    assert (playback.in_index, playback.out_index) == (5, 25)
    choose(1, "Clear In and Out")
    assert (playback.in_index, playback.out_index) == (None, None)


def test_thumbnails_fill_the_strip_with_their_own_part_of_the_clip(
    shown: Screen, qtbot: QtBot
) -> None:
    timeline = shown.panel.stage.timeline
    assert timeline.thumbnails == ()
    qtbot.waitUntil(lambda: _all_there(timeline))
    count = len(timeline.thumbnails)
    strip = timeline.places().strip
    assert strip.width() / count <= strip.height() * 272 / 96
    for slot, image in enumerate(timeline.thumbnails):
        assert image is not None
        assert slot_of(number_in(image, image.rect()) - 1, count, FRAMES) == slot
    shown.window.resize(shown.window.width() + 300, shown.window.height())
    assert _all_there(timeline)
    qtbot.waitUntil(lambda: len(timeline.thumbnails) > count and _all_there(timeline))


def _all_there(timeline: Timeline) -> bool:
    thumbnails = timeline.thumbnails
    return bool(thumbnails) and None not in thumbnails


@pytest.mark.parametrize(("frames", "count"), [(97, 10), (49, 12), (5, 5), (7, 3), (1, 1)])
def test_every_frame_belongs_to_the_part_that_the_strip_took_it_from(
    frames: int, count: int
) -> None:
    for slot in range(count):
        for index in range(slot * frames // count, (slot + 1) * frames // count):
            assert slot_of(index, count, frames) == slot


def test_it_is_a_slider_to_those_who_listen(shown: Screen) -> None:
    timeline = shown.panel.stage.timeline
    shown.panel.seek(42)
    shown.wait_for(42)
    face = QAccessible.queryAccessibleInterface(timeline)
    assert face.role() is QAccessible.Role.Slider
    assert face.text(QAccessible.Text.Name) == "Timeline"
    value = face.valueInterface()
    told = (value.minimumValue(), value.currentValue(), value.maximumValue())
    assert told == (1, 43, FRAMES)
    value.setCurrentValue(12)
    shown.wait_for(11)


@pytest.mark.parametrize(
    ("count", "width", "expected"),
    [
        (97, 652, (10, 5)),
        (97, 1028, (10, 1)),
        (16, 652, (2, 1)),
        (1440, 652, (200, 100)),
        (1, 652, (1, 1)),
    ],
)
def test_numbers_and_ticks_of_the_ruler_keep_apart(
    count: int, width: int, expected: tuple[int, int]
) -> None:
    assert ruler_steps(FrameScale(12, width, count), 1.0) == expected


def test_the_frame_under_a_place_is_the_one_drawn_there() -> None:
    scale = FrameScale(12, 652, 97)
    for index in range(97):
        for x in (scale.start_of(index) + 0.01, scale.middle_of(index)):
            assert scale.index_at(x) == index
    assert scale.index_at(-50) == 0
    assert scale.index_at(5000) == 96
