"""The information and the picture's menu are those of the chosen take."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.compare.kinds import CompareKind
from rushes.ui.viewer.timeline_menu import TimelineMenu
from tests.ui.viewer.conftest import HandClock

from .conftest import BoardScreen, Compare


def overlay(screen: BoardScreen) -> str:
    """What the information says, or nothing where it cannot be seen."""
    shown = screen.panel.controls.information.overlay
    return shown.words() if shown.isVisible() else ""


def test_the_information_is_that_of_the_chosen_cell(compare: Compare) -> None:
    screen = compare("even", "twin")
    screen.press(Qt.Key.Key_D)
    assert overlay(screen).startswith("Take 1\n")
    assert "272 × 96" in overlay(screen)
    cells = screen.comparison.board.cells
    shown = screen.panel.controls.information.overlay
    assert shown.parent() is cells[0].picture
    screen.press(Qt.Key.Key_Tab)
    assert shown.parent() is cells[1].picture
    assert overlay(screen).startswith("Take 2\n")
    assert "272 × 112" in overlay(screen)
    screen.comparison.set_offset(1, 3)
    screen.panel.playback.seek(4)
    screen.wait_for(2, 5)
    assert "Frame 5 of 25" in overlay(screen)


@pytest.mark.parametrize("kind", [kind for kind in CompareKind if kind.is_of_two])
def test_two_in_one_place_tell_of_the_chosen_one(
    compare: Compare, kind: CompareKind, qtbot: QtBot
) -> None:
    screen = compare("even", "even")
    screen.press(Qt.Key.Key_D)
    screen.press(Qt.Key.Key_Tab)
    screen.comparison.set_offset(1, 3)
    screen.comparison.set_kind(kind)
    qtbot.waitUntil(lambda: "Frame 4 of 25" in overlay(screen))
    assert overlay(screen).startswith("Take 2\n")
    screen.comparison.set_kind(CompareKind.SIDE_BY_SIDE)
    qtbot.waitUntil(lambda: "Frame 4 of 25" in overlay(screen))


def test_blind_nothing_is_told_that_tells_takes_apart(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "twin")
    screen.press(Qt.Key.Key_D)
    screen.comparison.set_blind(True, seed=1)
    told = set()
    for _ in range(2):
        qtbot.waitUntil(lambda: bool(overlay(screen)))
        # How careful the picture is made yet is told too, and comes by itself.
        lines = overlay(screen).splitlines()[1:]
        told.add("\n".join(line for line in lines if not line.startswith("Picture")))
        assert "Take" not in overlay(screen)
        screen.press(Qt.Key.Key_Tab)
    assert len(told) == 1
    frame = screen.panel.comparing.shown_frame
    assert frame is not None
    assert frame.file_name == "Blind 1-frame 0001.png"


def test_back_with_one_clip_it_is_told_of_that(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "twin")
    screen.press(Qt.Key.Key_D)
    screen.press(Qt.Key.Key_Tab)
    screen.panel.comparing.close()
    qtbot.waitUntil(lambda: screen.panel.frame_count == 25)
    qtbot.waitUntil(lambda: "272 × 112" in overlay(screen))
    assert screen.panel.controls.information.overlay.parent() is screen.panel.stage.picture


def open_menu(view: QWidget, place: QPoint) -> QMenu:
    """Ask for the menu with the pointer."""
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_is_that_of_the_take_under_the_pointer(compare: Compare, tmp_path: Path) -> None:
    screen = compare("even", "twin")
    screen.panel.menu_filling.connect(lambda menu: menu.addAction("Save frame"))
    menu = open_menu(screen.comparison.board.cells[1].picture, QPoint(20, 20))
    assert screen.comparison.chosen == 1
    assert menu.actions()[0].text() == "Save frame"
    menu.close()
    screen.comparison.set_kind(CompareKind.WIPE)
    menu = open_menu(screen.comparison.board.pair.other, QPoint(50, 50))
    assert any("Information" in action.text() for action in menu.actions())
    menu.close()
    screen.comparison.set_kind(CompareKind.DIFFERENCE)
    open_menu(screen.comparison.board.pair.reference, QPoint(50, 50)).close()


def test_the_menu_key_opens_it_for_the_chosen_take(compare: Compare) -> None:
    screen = compare("even", "twin")
    screen.press(Qt.Key.Key_Tab)
    board = screen.comparison.board
    middle = board.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, board.mapToGlobal(middle))
    QApplication.sendEvent(board, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert screen.comparison.chosen == 1


def test_a_frame_that_is_late_is_told_as_such(compare: Compare, clock: HandClock) -> None:
    screen = compare("even", "twin")
    screen.press(Qt.Key.Key_D)
    screen.panel.playback.play()
    clock.go_on(2.5)
    screen.wait_until_due(3)
    screen.wait_for(3, 3)
    assert "Frame 3 of 25" in overlay(screen)


def test_in_a_small_cell_the_information_has_room(compare: Compare, qtbot: QtBot) -> None:
    screen = compare(*["even"] * 9)
    screen.press(Qt.Key.Key_D)
    shown = screen.panel.controls.information.overlay
    for width, height in ((760, 560), (1120, 640), (900, 620)):
        screen.window.resize(width, height)
        screen.panel.resize(width, height)
        view = shown.parentWidget()
        qtbot.waitUntil(lambda view=view: view.rect().contains(shown.geometry()))
        # Nobody who listens is told less.
        assert "Depth" in overlay(screen)


def test_the_lanes_have_the_menu_of_the_timeline(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "twin")
    lanes = screen.comparison.lanes
    x = round(lanes.places().scale.middle_of(7))
    place = QPoint(x, lanes.height() // 2)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, lanes.mapToGlobal(place))
    QApplication.sendEvent(lanes, asked)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, TimelineMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert screen.panel.playback.in_index == 7
