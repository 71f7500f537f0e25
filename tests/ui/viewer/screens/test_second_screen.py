"""The picture in a window of its own: exact there, with all its keys, and back again."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.components.empty_state import EmptyState
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.screens.second_screen import first_place
from tests.ui.viewer.conftest import Screen, number_in

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def second_window(screen: Screen) -> QWidget:
    window = screen.panel.screens.second.window
    assert window is not None
    return window


@pytest.fixture
def away(shown: Screen, qtbot: QtBot) -> Screen:
    """The Viewer with its picture on the second screen."""
    QTest.keyClick(shown.panel.stage.picture, KEY.Key_F11, SHIFT)
    qtbot.waitExposed(second_window(shown))
    return shown


def test_the_picture_moves_and_stays_exact(away: Screen, qtbot: QtBot) -> None:
    view, window = away.panel.stage.picture, second_window(away)
    assert view.window() is window
    assert away.panel.stage.transport.window() is away.window
    assert away.panel.stage.timeline.window() is away.window
    for index in (0, 11, 48, 30):
        away.panel.seek(index)
        away.wait_for(index)
        corner = view.mapTo(window, QPoint(0, 0))
        area = view.picture_area().toRect().translated(corner)
        width = area.width()
        qtbot.waitUntil(lambda width=width: _is_made_for(view, width))  # type: ignore[misc]
        assert number_in(window.grab().toImage(), area) == index + 1


def _is_made_for(view: PictureView, width: int) -> bool:
    return view.picture is not None and view.picture.width == width


def test_keys_work_in_both_windows(away: Screen) -> None:
    QTest.keyClick(away.panel.stage.picture, KEY.Key_Right)
    away.wait_for(1)
    away.panel.setFocus()
    focused = away.window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, KEY.Key_End)
    away.wait_for(48)
    QTest.keyClick(focused, KEY.Key_Z, SHIFT)
    assert away.panel.controls.zoom.scale == 1.0
    QTest.keyClick(second_window(away), KEY.Key_Home)
    away.wait_for(0)


def test_a_quiet_page_stands_in_and_brings_it_back(away: Screen, qtbot: QtBot) -> None:
    page = away.panel.stage.findChild(EmptyState)
    assert page is not None
    assert page.isVisible()
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert words[0] == "On a second screen"
    window = second_window(away)
    with qtbot.waitSignal(window.destroyed):
        QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    view = away.panel.stage.picture
    assert view.window() is away.window
    assert view.isVisible()
    assert page.isHidden()
    away.panel.seek(5)
    away.wait_for(5)


def test_tab_and_keys_are_as_before_once_it_is_back(away: Screen) -> None:
    QTest.keyClick(away.panel.stage.picture, KEY.Key_F11, SHIFT)
    stage, bar = away.panel.stage, away.panel.stage.transport
    away.panel.setFocus()
    assert away.window.focusWidget() is stage.picture
    QTest.keyClick(stage.picture, KEY.Key_Tab)
    assert away.window.focusWidget() is bar.position
    QTest.keyClick(bar.position, KEY.Key_Backtab, SHIFT)
    assert away.window.focusWidget() is stage.picture
    QTest.keyClick(stage.picture, KEY.Key_Right)
    away.wait_for(1)


def test_to_close_its_window_brings_the_picture_back(away: Screen) -> None:
    second_window(away).close()
    assert away.panel.screens.second.window is None
    assert away.panel.stage.picture.window() is away.window


def test_it_fills_its_own_screen_by_key_and_by_a_double_click_beside_the_picture(
    away: Screen,
) -> None:
    view, window = away.panel.stage.picture, second_window(away)
    QTest.keyClick(view, KEY.Key_F11)
    assert window.isFullScreen()
    assert away.panel.stage.window() is away.window
    QTest.keyClick(view, KEY.Key_Escape)
    assert not window.isFullScreen()
    assert second_window(away) is window
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert window.isFullScreen()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not window.isFullScreen()


def test_a_board_goes_along(away: Screen) -> None:
    stage = away.panel.stage
    board, lanes = QWidget(), QWidget()
    board.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    stage.show_board(board, lanes)
    assert board.isVisible()
    assert board.window() is second_window(away)
    assert lanes.window() is away.window
    QTest.keyClick(board, KEY.Key_F11, SHIFT)
    assert board.window() is away.window
    assert board.isVisible()
    QTest.keyClick(board, KEY.Key_F11)
    assert board.window() is not away.window
    away.panel.toggle_full_screen()
    stage.show_picture()
    assert stage.picture.isVisible()
    board.deleteLater()
    lanes.deleteLater()


def test_it_comes_back_where_it_was(away: Screen) -> None:
    panel = away.panel
    second_window(away).setGeometry(QRect(60, 70, 300, 200))
    QApplication.sendPostedEvents()
    QTest.keyClick(panel.stage.picture, KEY.Key_F11, SHIFT)
    kept = panel.second_screen_geometry
    assert kept
    panel.second_screen_geometry = b""
    panel.screens.toggle_second()
    assert second_window(away).size() != QSize(300, 200)
    panel.screens.toggle_second()
    panel.second_screen_geometry = kept
    panel.screens.toggle_second()
    assert second_window(away).size() == QSize(300, 200)


def test_pages_of_the_panel_leave_the_window_alone(away: Screen, clip: Path, qtbot: QtBot) -> None:
    away.panel.show_message("failed", "Failed", "No")
    assert second_window(away).isVisible()
    assert away.panel.stage.picture.picture is None
    away.open(clip)
    assert away.panel.stage.picture.window() is second_window(away)
    away.wait_for(0)


def test_the_full_screen_gives_way(shown: Screen) -> None:
    shown.panel.toggle_full_screen()
    QTest.keyClick(shown.panel.stage.picture, KEY.Key_F11, SHIFT)
    assert shown.panel.stage.window() is shown.window
    assert shown.panel.stage.picture.window() is second_window(shown)


def test_nothing_is_left_when_the_viewer_ends(away: Screen, qtbot: QtBot) -> None:
    window = second_window(away)
    with qtbot.waitSignal(window.destroyed):
        away.panel.close_clip()
    assert away.panel.stage.picture.window() is away.window


def test_it_is_large_and_in_the_middle_at_first() -> None:
    place = first_place(QRect(1920, 0, 1600, 1200))
    assert place.size() == QSize(1200, 900)
    assert abs(place.center().x() - 2719) <= 1


_ON_TWO_SCREENS = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from rushes.ui.viewer.panel import ViewerPanel

application = QApplication([])
here, there = application.screens()
panel = ViewerPanel()
panel.move(here.geometry().topLeft())
panel.show()
panel.stage.show()
panel.screens.toggle_second()
window = panel.screens.second.window
print(panel.screen() is here, there.geometry().contains(window.geometry()))
panel.close_clip()
"""


def test_with_two_screens_it_opens_on_the_other_one(tmp_path: Path) -> None:
    screen = {"width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": "one", "x": 0, "y": 0, **screen},
        {"name": "two", "x": 1280, "y": 0, **screen},
    ]
    configuration = tmp_path / "screens.json"
    configuration.write_text(json.dumps({"screens": screens}))
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={configuration}"}
    done = subprocess.run(
        [sys.executable, "-c", _ON_TWO_SCREENS],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["True", "True"], done.stdout + done.stderr
