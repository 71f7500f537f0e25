"""Pointer and bars of a full screen go while a clip plays and the hand is still."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.screens.bars_cover import BarsCover
from rushes.ui.viewer.screens.quiet import STILL_MILLISECONDS, Quiet
from tests.ui.viewer.conftest import Screen, number_in

_STILL = 40


@pytest.fixture
def full(shown: Screen, qtbot: QtBot) -> Iterator[Screen]:
    """The Viewer in full screen; it takes a hand for still after a very short time."""
    quiet = shown.panel.screens.full.quiet
    assert quiet.still.interval() == STILL_MILLISECONDS
    quiet.still.setInterval(_STILL)
    shown.panel.toggle_full_screen()
    qtbot.waitUntil(shown.panel.stage.window().isFullScreen)
    yield shown
    shown.panel.pause()


def quiet_of(screen: Screen) -> Quiet:
    return screen.panel.screens.full.quiet


def cover_of(screen: Screen) -> BarsCover:
    cover = screen.panel.stage.findChild(BarsCover)
    assert cover is not None
    return cover


def bar_color(screen: Screen) -> str:
    """What is seen at the right edge of the transport, which nothing is written on."""
    stage = screen.panel.stage
    place = QPoint(stage.width() - 3, stage.transport.geometry().top() + 3)
    return stage.grab().toImage().pixelColor(place).name()


def number_on_screen(screen: Screen) -> int:
    """The number in the picture as it is seen in the window, whatever lies over it."""
    stage, view = screen.panel.stage, screen.panel.stage.picture
    area = view.picture_area().toRect().translated(view.mapTo(stage, QPoint(0, 0)))
    return number_in(stage.grab().toImage(), area)


def move_pointer(screen: Screen, place: QPoint) -> None:
    handle = screen.panel.stage.window().windowHandle()
    assert handle is not None
    QTest.mouseMove(handle, place)


def test_everything_but_the_picture_goes_and_the_picture_stays_where_it_is(
    full: Screen, qtbot: QtBot
) -> None:
    assert bar_color(full) == "#1e1e1e"
    area = full.panel.stage.picture.picture_area()
    full.panel.play()
    qtbot.waitUntil(lambda: quiet_of(full).is_quiet)
    assert bar_color(full) == "#161616"
    assert number_on_screen(full) == full.panel.current_index + 1
    cursor = QGuiApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() == Qt.CursorShape.BlankCursor
    assert full.panel.stage.picture.picture_area() == area
    full.panel.pause()
    assert not quiet_of(full).is_quiet
    assert bar_color(full) == "#1e1e1e"
    assert QGuiApplication.overrideCursor() is None
    qtbot.wait(3 * _STILL)
    assert not quiet_of(full).is_quiet


def test_a_move_of_the_hand_brings_everything_back(full: Screen, qtbot: QtBot) -> None:
    full.panel.play()
    qtbot.waitUntil(lambda: quiet_of(full).is_quiet)
    move_pointer(full, QPoint(200, 150))
    qtbot.waitUntil(lambda: not cover_of(full).isVisible())
    assert QGuiApplication.overrideCursor() is None
    qtbot.waitUntil(lambda: quiet_of(full).is_quiet)
    QTest.keyClick(full.panel.stage.picture, Qt.Key.Key_F11)
    assert QGuiApplication.overrideCursor() is None
    assert not cover_of(full).isVisible()


def test_the_bars_stay_while_the_keyboard_is_in_them(full: Screen, qtbot: QtBot) -> None:
    full.panel.play()
    bar = full.panel.stage.transport
    bar.position.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(4 * _STILL)
    assert not quiet_of(full).is_quiet
    full.panel.stage.setFocus()
    qtbot.waitUntil(lambda: quiet_of(full).is_quiet)
    bar.position.setFocus(Qt.FocusReason.TabFocusReason)
    assert not quiet_of(full).is_quiet


def test_the_bars_stay_while_a_menu_is_open(full: Screen, qtbot: QtBot) -> None:
    full.panel.play()
    full.panel.controls.zoom_button.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.wait(4 * _STILL)
    assert not quiet_of(full).is_quiet
    menu.close()
    qtbot.waitUntil(lambda: quiet_of(full).is_quiet)


def test_a_click_on_what_cannot_be_seen_does_nothing_but_show_it(
    full: Screen, qtbot: QtBot
) -> None:
    full.panel.play()
    qtbot.waitUntil(lambda: quiet_of(full).is_quiet)
    cover = cover_of(full)
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton, pos=cover.rect().center())
    assert full.panel.is_playing
    assert not quiet_of(full).is_quiet


def test_the_bars_fade_unless_motion_is_reduced(
    full: Screen, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=False)))
    full.panel.play()
    qtbot.waitUntil(lambda: quiet_of(full).is_quiet)
    tones = set()
    qtbot.waitUntil(lambda: tones.add(bar_color(full)) or "#161616" in tones)
    assert len(tones) > 1


def test_on_the_second_screen_the_pointer_goes_and_the_bars_stay(
    shown: Screen, qtbot: QtBot
) -> None:
    shown.panel.screens.toggle_second()
    shown.panel.screens.second.quiet.still.setInterval(_STILL)
    shown.panel.toggle_full_screen()
    shown.panel.play()
    qtbot.waitUntil(lambda: shown.panel.screens.second.quiet.is_quiet)
    assert bar_color(shown) == "#1e1e1e"
    shown.panel.toggle_full_screen()
    qtbot.waitUntil(lambda: QGuiApplication.overrideCursor() is None)
    shown.panel.pause()
