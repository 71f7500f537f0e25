"""Wipe, overlay and difference, read from the pixels of the view."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter, Quality
from rushes.ui.compare.kinds import CompareKind
from tests.ui.viewer.conftest import HandClock

from .conftest import BoardScreen, Compare

SHIFT = Qt.KeyboardModifier.ShiftModifier
Pixels = NDArray[np.uint8]


def pixels_of(image: QImage, area: QRect) -> Pixels:
    picture = image.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    found = lines[:, : picture.width() * 4].reshape(picture.height(), picture.width(), 4)
    return found[:, :, :3].copy()


def seen(screen: BoardScreen) -> Pixels:
    """What is painted where the picture of the pair lies."""
    pair = screen.comparison.board.pair
    area = pair.reference.picture_area().toRect()
    return pixels_of(pair.grab(pair.reference.geometry()).toImage(), area)


def own(path: Path, index: int) -> Pixels:
    """A frame as it is shown at its own size, made with all care."""
    with FrameSource(path) as source:
        source.start_at(index)
        frame = source.next_frame(index)
        while frame is not None and frame.index < index:
            frame = source.next_frame(index)
        assert frame is not None
        return Converter().picture(frame, quality=Quality.FINE).array()[:, :, :3].copy()


def at_full_size(screen: BoardScreen, qtbot: QtBot, kind: CompareKind) -> None:
    """Look at two pictures in one place at 100 %, and wait for the careful ones."""
    screen.comparison.set_kind(kind)
    screen.comparison.board.zoom.set_scale(1.0, (0.5, 0.5))
    pair = screen.comparison.board.pair

    def is_careful() -> bool:
        views = [pair.reference] if kind is CompareKind.DIFFERENCE else [pair.reference, pair.other]
        pictures = [view.picture for view in views]
        return all(each is not None and each.quality is Quality.FINE for each in pictures)

    qtbot.waitUntil(is_careful)


def test_the_wipe_follows_the_pointer_without_a_press(
    compare: Compare, clips: dict[str, Path], qtbot: QtBot
) -> None:
    screen = compare("even", "even", "short")
    screen.comparison.set_offset(1, 4)
    screen.press(Qt.Key.Key_Tab)
    screen.press(Qt.Key.Key_W)
    at_full_size(screen, qtbot, CompareKind.WIPE)
    one, two = own(clips["even"], 0), own(clips["even"], 4)
    pair = screen.comparison.board.pair
    left = pair.reference.picture_area().left()
    for across in (60, 200, 120):
        place = QPoint(int(left) + across, pair.other.height() // 2)
        QTest.mouseMove(pair.other, place)
        qtbot.waitUntil(lambda place=place: abs(pair.other.line - place.x() / pair.width()) < 0.01)
        painted = seen(screen)
        assert np.array_equal(painted[:, : across - 1], one[:, : across - 1])
        assert np.array_equal(painted[:, across + 2 :], two[:, across + 2 :])
        assert (painted[:, across - 1 : across + 1] == 255).all(axis=(0, 2)).sum() == 1
    captions = [caption.words() for caption in pair.captions]
    assert captions[0].startswith("A, Take 1")
    assert captions[1].startswith("B, Take 2")


def test_the_wipe_turns_and_ends(compare: Compare, clips: dict[str, Path], qtbot: QtBot) -> None:
    screen = compare("even", "even")
    screen.comparison.set_offset(1, 4)
    screen.press(Qt.Key.Key_W)
    screen.press(Qt.Key.Key_W, SHIFT)
    at_full_size(screen, qtbot, CompareKind.WIPE)
    # A is chosen: the reference is B.
    above, below = own(clips["even"], 4), own(clips["even"], 0)
    painted = seen(screen)
    assert np.array_equal(painted[:40], above[:40])
    assert np.array_equal(painted[-40:], below[-40:])
    screen.press(Qt.Key.Key_W)
    assert screen.comparison.sight.kind is CompareKind.SIDE_BY_SIDE
    screen.comparison.board.zoom.fit()
    screen.wait_for(1, 5)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_the_overlay_is_as_opaque_as_the_slider_says(
    compare: Compare, clips: dict[str, Path], qtbot: QtBot, share: float
) -> None:
    screen = compare("even", "even")
    screen.comparison.set_offset(1, 4)
    screen.comparison.choose(1)
    at_full_size(screen, qtbot, CompareKind.OVERLAY)
    screen.comparison.board.bar.opacity_requested.emit(share)
    one, two = own(clips["even"], 0).astype(int), own(clips["even"], 4).astype(int)
    mixed = one + (two - one) * share
    assert np.abs(seen(screen) - mixed).max() <= 1


def test_a_clip_does_not_differ_from_itself(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "even")
    at_full_size(screen, qtbot, CompareKind.DIFFERENCE)
    screen.comparison.board.bar.gain_requested.emit(16)
    screen.panel.playback.seek(7)
    qtbot.waitUntil(lambda: screen.is_at_rest)
    assert not seen(screen).any()


def test_the_difference_is_that_of_the_two_frames(
    compare: Compare, clips: dict[str, Path], qtbot: QtBot
) -> None:
    screen = compare("even", "even")
    screen.comparison.set_offset(1, 3)
    at_full_size(screen, qtbot, CompareKind.DIFFERENCE)
    bar = screen.comparison.board.bar
    for index, gain in ((0, 1), (12, 1), (12, 5)):
        bar.gain_requested.emit(gain)
        screen.comparison.go_to(index)
        one, two = own(clips["even"], index), own(clips["even"], index + 3)
        exact = np.minimum(np.abs(one.astype(int) - two.astype(int)) * gain, 255)
        assert exact.any()
        qtbot.waitUntil(lambda exact=exact: np.array_equal(seen(screen), exact))


def test_the_difference_is_never_of_two_moments(
    compare: Compare, clock: HandClock, clips: dict[str, Path], qtbot: QtBot
) -> None:
    screen = compare("even", "even")
    screen.comparison.set_kind(CompareKind.DIFFERENCE)
    difference = screen.comparison.sight.difference
    moments: list[int] = []

    def check(moment: int) -> None:
        # The two clips are the same: any other moment would leave traces.
        assert not seen(screen).any()
        moments.append(moment)

    difference.shown.connect(check)
    screen.panel.playback.play()
    for _ in range(30):
        clock.go_on(1)
        qtbot.wait(8)
    screen.panel.playback.pause()
    qtbot.waitUntil(lambda: screen.is_at_rest)
    assert len(set(moments)) > 3


def test_clips_of_other_sizes_are_compared_at_the_painted_size(
    compare: Compare, qtbot: QtBot
) -> None:
    screen = compare("even", "twin")
    screen.comparison.set_kind(CompareKind.DIFFERENCE)
    pair = screen.comparison.board.pair
    qtbot.waitUntil(lambda: pair.reference.picture is not None and screen.is_at_rest)
    area = pair.reference.picture_area()
    picture = pair.reference.picture
    assert picture is not None
    qtbot.waitUntil(
        lambda: (
            pair.reference.picture is not None
            and pair.reference.picture.width == round(area.width() * pair.devicePixelRatio())
        )
    )


def test_a_fitted_difference_has_the_means_of_the_pixels(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("large", "large")
    screen.comparison.set_offset(1, 3)
    screen.comparison.set_kind(CompareKind.DIFFERENCE)
    view = screen.comparison.board.pair.reference
    group = screen.comparison.group

    def is_done() -> bool:
        shown = view.picture
        made = shown is not None and shown.quality is Quality.FINE
        return made and (shown.width, shown.height) == view.size_at(None).toTuple()

    for width in (700, 520):
        screen.window.resize(width, 620)
        qtbot.waitUntil(lambda width=width: view.width() <= width and is_done())
        one, two = (clip.picture(screen.panel.playback.due) for clip in group.clips)
        assert one is not None
        assert two is not None
        # Made of the pixels themselves, not of a smaller picture of either clip.
        assert (one.width, one.height) == (1088, 384)
        painted = seen(screen)
        assert painted.shape[1] < one.width
        exact = np.abs(one.array().astype(int) - two.array().astype(int))[:, :, :3]
        assert abs(painted.mean() - exact.mean()) < 0.5


def test_pictures_of_an_older_size_make_no_difference(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "even")
    made: list[bool] = []
    screen.comparison.sight.difference.shown.connect(
        lambda _moment: made.append(bool(seen(screen).any()))
    )
    # Each change of kind has all pictures made anew, those of the two clips at different times.
    for _ in range(12):
        screen.comparison.set_kind(CompareKind.DIFFERENCE)
        before = len(made)
        qtbot.waitUntil(lambda before=before: len(made) > before)
        screen.comparison.set_kind(CompareKind.SIDE_BY_SIDE)
        qtbot.waitUntil(lambda: screen.is_at_rest)
        qtbot.wait(5)
    assert not any(made)
