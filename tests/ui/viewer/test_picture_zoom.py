"""Zoom and pan by key, wheel, hand and fingers, seen in the pixels of the window."""

from math import floor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rushes.media.picture import Picture, Quality
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.zoom.view_zoom import ViewZoom

from .conftest import FRAMES, Screen

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
Pixels = NDArray[np.uint8]


def noise(width: int, height: int, *, alpha: bool = False) -> tuple[Picture, Pixels]:
    """A picture in which every pixel is another colour than its neighbours."""
    pixels = np.random.default_rng(97).integers(0, 256, (height, width, 4), dtype=np.uint8)
    pixels[..., 3] = 0 if alpha else 255
    if alpha:
        pixels[...] = 0
    lent = memoryview(pixels.reshape(-1)).toreadonly()
    return Picture(0, width, height, width * 4, lent, alpha, Quality.FINE), pixels


def pixels_of(widget: QWidget) -> Pixels:
    """What is painted, rows × columns × (blue, green, red)."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return lines[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[..., :3].copy()


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    """A view of 600 × 400 with a picture of 320 × 180 that is all noise."""
    shown = PictureView()
    qtbot.addWidget(shown)
    shown.resize(600, 400)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_picture(noise(320, 180)[0], QSize(320, 180))
    return shown


def pixel_at(view: PictureView, place: QPoint) -> tuple[int, int]:
    """Which pixel of the picture lies under a place of the view."""
    area, shape = view.screen_area(), view.shape
    across, down = area.width() / shape.width(), area.height() / shape.height()
    x, y = (place.x() + 0.5 - area.left()) / across, (place.y() + 0.5 - area.top()) / down
    return floor(x), floor(y)


def turn_wheel(
    view: PictureView,
    place: QPoint,
    eighths: int,
    *,
    sideways: int = 0,
    modifiers: Qt.KeyboardModifier = NONE,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
) -> None:
    there = QPointF(place)
    buttons = Qt.MouseButton.NoButton
    turned = QPoint(sideways, eighths)
    event = QWheelEvent(
        there, QPointF(view.mapToGlobal(place)), QPoint(), turned, buttons, modifiers, phase, False
    )
    QApplication.sendEvent(view, event)


def press(screen: Screen, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    focused = screen.window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def test_keys_fit_and_enlarge(shown: Screen) -> None:
    view, zoom = shown.panel.stage.picture, shown.panel.stage.picture.zoom
    button = shown.panel.controls.zoom_button
    fitted = view.screen_area().size()
    assert (button.text(), button.accessibleName()) == ("Fit", "Zoom Fit")
    press(shown, KEY.Key_Z, SHIFT)
    assert view.screen_area().size() == QSize(272, 96)
    assert button.text() == "100 %"
    press(shown, KEY.Key_Z, ALT)
    assert view.screen_area().size() == QSize(544, 192)
    press(shown, KEY.Key_Plus)
    assert zoom.scale == 3.0
    press(shown, KEY.Key_Minus)
    assert zoom.is_fit
    press(shown, KEY.Key_Minus)
    assert zoom.scale == 2.0
    press(shown, KEY.Key_Z)
    assert view.screen_area().size() == fitted
    press(shown, KEY.Key_Z)
    assert zoom.scale == 2.0
    for _ in range(20):
        press(shown, KEY.Key_Plus)
    assert button.text() == "3200 %"


def test_every_frame_is_the_right_one_at_every_scale(shown: Screen, qtbot: QtBot) -> None:
    view = shown.panel.stage.picture
    index = 0
    # The number stands at the lower left.
    for scale, centre in [(1.0, (0.5, 0.5)), (1.5, (0.5, 0.5)), (2.0, (0.5, 0.5)), (0.5, (0, 1))]:
        view.zoom.set_scale(scale, centre)
        for step in (1, 7, 12, -5):
            index = (index + step) % FRAMES
            shown.panel.seek(index)
            shown.wait_for(index)
        own = (272, 96) if scale >= 1 else (136, 48)
        qtbot.waitUntil(lambda own=own: _made_for(view, own))
        shown.check()


def _made_for(view: PictureView, size: tuple[int, int]) -> bool:
    picture = view.picture
    return picture is not None and (picture.width, picture.height) == size


def test_another_clip_is_made_at_the_size_that_it_is_painted(
    shown: Screen, qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage(500, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 100, 50))
    image.save(str(tmp_path / "other.png"))
    view = shown.panel.stage.picture
    view.zoom.set_scale(1.0)
    qtbot.waitUntil(lambda: _made_for(view, (272, 96)))
    rooms: list[tuple[int, int]] = []
    view.room_changed.connect(lambda width, height: rooms.append((width, height)))
    with qtbot.waitSignal(shown.panel.clip.shown):
        shown.panel.show_clip(tmp_path / "other.png")
    assert rooms == [(500, 300)]
    assert view.screen_area().size() == QSize(500, 300)


@pytest.mark.parametrize("scale", [1, 2, 3, 5, 8, 32])
def test_enlarged_pixels_are_squares_in_their_places(view: PictureView, scale: int) -> None:
    view.zoom.set_shows_grid(False)
    view.zoom.set_scale(scale, (0.31, 0.62))
    wanted = noise(320, 180)[1][..., :3]
    area, found = view.screen_area(), pixels_of(view)
    x, y = np.arange(600) - area.left(), np.arange(400) - area.top()
    columns, rows = x[(x >= 0) & (x < 320 * scale)], y[(y >= 0) & (y < 180 * scale)]
    part = found[rows[0] + area.top() :, columns[0] + area.left() :][: len(rows), : len(columns)]
    assert np.array_equal(part, wanted[np.ix_(rows // scale, columns // scale)])


def test_a_grid_lies_between_the_pixels_beyond_400_percent(view: PictureView) -> None:
    plain = np.zeros((180, 320, 4), np.uint8)
    plain[::2, ::2] = 255
    black_and_white = memoryview(plain.reshape(-1)).toreadonly()
    picture = Picture(0, 320, 180, 1280, black_and_white, False, Quality.FINE)
    view.show_picture(picture, QSize(320, 180))
    grid = current_theme().color(Role.PIXEL_GRID)
    for scale in (4, 5, 16):
        view.zoom.set_scale(scale, (0.5, 0.5))
        area, found = view.screen_area(), pixels_of(view).astype(int)
        x, y = np.arange(600) - area.left(), np.arange(400) - area.top()
        flat = plain[np.ix_(y // scale, x // scale)][..., :3].astype(int)
        on_line = (x % scale == 0)[None, :] | (y % scale == 0)[:, None]
        if scale == 4:
            on_line[...] = False
        assert np.array_equal(found[~on_line], flat[~on_line])
        change = np.abs(found - flat).min(axis=2)[on_line]
        assert (change > 40).all()
    assert grid.red() == grid.green() == grid.blue()
    view.zoom.set_shows_grid(False)
    assert np.array_equal(pixels_of(view).astype(int), flat)


def test_the_wheel_keeps_the_pixel_under_the_pointer(view: PictureView) -> None:
    view.show_picture(noise(1000, 700)[0], QSize(1000, 700))
    view.zoom.set_scale(1.0)
    for place in (QPoint(301, 199), QPoint(7, 140), QPoint(440, 390)):
        under = pixel_at(view, place)
        scales = [view.zoom.scale]
        for _ in range(8):
            turn_wheel(view, place, 120)
            assert pixel_at(view, place) == under
            scales.append(view.zoom.scale)
        control = Qt.KeyboardModifier.ControlModifier
        for scale in reversed(scales[:-1]):
            turn_wheel(view, place, -120, modifiers=control)
            assert (view.zoom.scale, pixel_at(view, place)) == (scale, under)
        assert len(set(scales)) == 9
        assert scales[0] == 1.0


def test_a_touchpad_adds_up_to_steps(view: PictureView) -> None:
    place = QPoint(300, 200)
    view.zoom.set_scale(2.0)
    for _ in range(7):
        turn_wheel(view, place, 15)
    assert view.zoom.scale == 2.0
    turn_wheel(view, place, 15)
    assert view.zoom.scale == 3.0
    turn_wheel(view, place, 0, sideways=600)
    turn_wheel(view, place, 600, phase=Qt.ScrollPhase.ScrollMomentum)
    assert view.zoom.scale == 3.0


def test_a_double_click_goes_to_full_size_at_the_pointer_and_back(view: PictureView) -> None:
    place = QPoint(120, 300)
    across, down = pixel_at(view, place)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.zoom.scale == 1.0
    assert pixel_at(view, place) == (across, down)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.zoom.is_fit


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_a_drag_pans_and_never_loses_the_picture(view: PictureView, button: Qt.MouseButton) -> None:
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    view.zoom.set_scale(4.0)
    assert view.cursor().shape() == Qt.CursorShape.OpenHandCursor
    before = view.screen_area()
    QTest.mousePress(view, button, pos=QPoint(300, 200))
    assert view.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    _move(view, QPoint(317, 188), button)
    assert view.screen_area() == before.translated(17, -12)
    _move(view, QPoint(9000, -9000), button)
    area = view.screen_area()
    assert abs(area.left() - 300) <= 1
    assert abs(area.bottom() + 1 - 200) <= 1
    QTest.mouseRelease(view, button, pos=QPoint(300, 200))
    assert view.cursor().shape() == Qt.CursorShape.OpenHandCursor
    _move(view, QPoint(100, 100), Qt.MouseButton.NoButton)
    assert view.screen_area() == area


def _move(view: PictureView, place: QPoint, button: Qt.MouseButton) -> None:
    from PySide6.QtGui import QMouseEvent

    there, on_screen = QPointF(place), QPointF(view.mapToGlobal(place))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, there, on_screen, none, button, NONE)
    QApplication.sendEvent(view, event)


def test_a_picture_that_is_seen_whole_stays_where_it_is(view: PictureView) -> None:
    view.zoom.set_scale(1.0)
    before = view.screen_area()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    _move(view, QPoint(350, 250), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(350, 250))
    assert view.screen_area() == before


def test_two_fingers_zoom(view: PictureView) -> None:
    place = QPointF(200.0, 150.0)
    view.zoom.set_scale(1.0)
    under = pixel_at(view, place.toPoint())
    gesture = Qt.NativeGestureType
    _pinch(view, place, gesture.BeginNativeGesture, 0.0)
    scales = []
    for _ in range(30):
        _pinch(view, place, gesture.ZoomNativeGesture, 0.06)
        scales.append(view.zoom.scale)
        if view.zoom.scale >= 2:
            assert pixel_at(view, place.toPoint()) == under
    assert len(set(scales)) > 10
    assert scales == sorted(scales)
    for _ in range(60):
        _pinch(view, place, gesture.ZoomNativeGesture, -0.1)
    _pinch(view, place, gesture.EndNativeGesture, 0.0)
    assert view.zoom.is_fit
    _pinch(view, place, gesture.SmartZoomNativeGesture, 0.0)
    assert view.zoom.scale == 1.0


def _pinch(view: PictureView, place: QPointF, kind: Qt.NativeGestureType, change: float) -> None:
    device = QPointingDevice.primaryPointingDevice()
    on_screen = view.mapToGlobal(place)
    event = QNativeGestureEvent(kind, device, 2, place, place, on_screen, change, QPointF(), 1)
    QApplication.sendEvent(view, event)


def test_views_that_share_a_zoom_are_looked_at_alike(qtbot: QtBot) -> None:
    zoom = ViewZoom()
    views = [PictureView(zoom=zoom), PictureView(zoom=zoom)]
    for view, size in zip(views, [(320, 180), (640, 360)], strict=True):
        qtbot.addWidget(view)
        view.resize(600, 400)
        view.show()
        view.show_picture(noise(*size)[0], QSize(*size))
    views[0].zoom_at(QPointF(100, 100), 4.0)
    centres = []
    for view in views:
        area = view.screen_area()
        assert area.width() == 4 * view.shape.width()
        centres.append(((300 - area.left()) / area.width(), (200 - area.top()) / area.height()))
    assert centres[0] == pytest.approx(centres[1], abs=0.002)


def test_what_shines_through_lies_on_squares(view: PictureView) -> None:
    view.show_picture(noise(320, 180, alpha=True)[0], QSize(320, 180))
    view.zoom.set_scale(1.0)
    area, image = view.screen_area(), view.grab().toImage()
    tones = {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1, 3)
        for y in range(area.top(), area.bottom() + 1, 3)
    }
    theme = current_theme()
    assert tones == {theme.color(role).name() for role in (Role.CHECKER_A, Role.CHECKER_B)}
    outside = image.pixelColor(area.left() - 2, area.top() - 2).name()
    assert outside == theme.color(Role.SURROUND).name()


def test_a_picture_of_another_size_stands_in_scaled(view: PictureView) -> None:
    half = np.zeros((90, 160, 4), np.uint8)
    half[:, 80:] = 255
    small = Picture(
        0, 160, 90, 640, memoryview(half.reshape(-1)).toreadonly(), False, Quality.QUICK
    )
    view.show_picture(small, QSize(320, 180))
    view.zoom.set_scale(8.0, (0.5, 0.5))
    row = pixels_of(view)[200, :, 0]
    assert (row[:290] < 3).all()
    assert (row[310:] > 252).all()


def test_the_menu_of_the_button_names_its_keys(shown: Screen, qtbot: QtBot) -> None:
    button = shown.panel.controls.zoom_button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    rows = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert rows == [
        "Fit\tZ", "50 %", "100 %\tShift Z", "200 %\tAlt Z", "400 %", "800 %", "Pixel grid\t#",
    ]  # fmt: skip
    next(action for action in menu.actions() if action.text() == "400 %").trigger()
    assert shown.panel.stage.picture.zoom.scale == 4.0
    menu.close()
    assert QGuiApplication.overrideCursor() is None
