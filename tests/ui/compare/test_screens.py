"""The board fills a screen and goes to a second one, in every kind, with all its keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.ui.compare.kinds import CompareKind
from tests.ui.viewer.conftest import HandClock

from .conftest import BoardScreen, Compare

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
KINDS = list(CompareKind)


@pytest.fixture
def screen(compare: Compare) -> BoardScreen:
    return compare("even", "twin")


def press(screen: BoardScreen, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    """A key where the board has the keyboard, whatever window it is in."""
    board = screen.comparison.board
    QTest.keyClick(board, key, modifiers or Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize("kind", KINDS)
def test_full_screen_by_key_and_back_by_escape(
    screen: BoardScreen, kind: CompareKind, qtbot: QtBot
) -> None:
    screen.comparison.set_kind(kind)
    board, stage = screen.comparison.board, screen.panel.stage
    press(screen, KEY.Key_F11)
    assert screen.panel.screens.is_full
    assert stage.window() is not screen.window
    assert board.isVisible()
    assert screen.comparison.lanes.isVisible()
    press(screen, KEY.Key_Right)
    qtbot.waitUntil(lambda: screen.is_at_rest and screen.panel.playback.due == 1)
    press(screen, KEY.Key_Tab)
    assert screen.comparison.chosen == 1
    press(screen, KEY.Key_Escape)
    assert not screen.panel.screens.is_full
    assert screen.panel.is_comparing
    assert board.window() is screen.window
    press(screen, KEY.Key_Escape)
    assert not screen.panel.is_comparing
    qtbot.waitUntil(lambda: screen.panel.frame_count == 25)


@pytest.mark.parametrize("kind", KINDS)
def test_on_a_second_screen(screen: BoardScreen, kind: CompareKind, qtbot: QtBot) -> None:
    screen.comparison.set_kind(kind)
    board, second = screen.comparison.board, screen.panel.screens.second
    press(screen, KEY.Key_F11, SHIFT)
    assert board.window() is second.window
    assert screen.comparison.lanes.window() is screen.window
    press(screen, KEY.Key_Right)
    qtbot.waitUntil(lambda: screen.is_at_rest and screen.panel.playback.due == 1)
    press(screen, KEY.Key_Tab)
    assert screen.comparison.chosen == 1
    wipes = kind is CompareKind.WIPE
    press(screen, KEY.Key_W)
    assert (screen.comparison.sight.kind is CompareKind.WIPE) is not wipes
    # Both windows have all keys.
    QTest.keyClick(screen.panel.stage, KEY.Key_Right)
    qtbot.waitUntil(lambda: screen.is_at_rest and screen.panel.playback.due == 2)
    QTest.keyClick(screen.panel.stage, KEY.Key_Tab)
    assert screen.comparison.chosen == 0
    press(screen, KEY.Key_F11)
    assert screen.panel.screens.is_full
    press(screen, KEY.Key_Escape)
    assert not screen.panel.screens.is_full
    assert second.is_away
    press(screen, KEY.Key_F11, SHIFT)
    assert board.window() is screen.window
    assert screen.panel.is_comparing


def test_the_comparison_ends_on_the_second_screen(screen: BoardScreen, qtbot: QtBot) -> None:
    press(screen, KEY.Key_F11, SHIFT)
    press(screen, KEY.Key_Tab)
    press(screen, KEY.Key_Escape)
    assert not screen.panel.is_comparing
    qtbot.waitUntil(lambda: screen.panel.frame_count == 25)
    picture, second = screen.panel.stage.picture, screen.panel.screens.second
    assert picture.window() is second.window
    assert picture.isVisible()
    assert not screen.comparison.board.isVisible()


def test_numbers_are_exact_on_both_screens(screen: BoardScreen) -> None:
    for modifiers in (None, SHIFT):
        press(screen, KEY.Key_F11, modifiers)
        for index in (12, 3, 24):
            screen.panel.playback.seek(index)
            screen.wait_for(index + 1, index + 1)
        press(screen, KEY.Key_F11, modifiers)
        screen.wait_for(25, 25)


@pytest.mark.parametrize("modifiers", [None, SHIFT])
def test_the_wipe_follows_the_pointer_there(
    screen: BoardScreen, modifiers: Qt.KeyboardModifier | None, qtbot: QtBot
) -> None:
    press(screen, KEY.Key_W)
    press(screen, KEY.Key_F11, modifiers)
    other = screen.comparison.board.pair.other
    for share in (0.25, 0.75):
        place = QPoint(int(other.width() * share), other.height() // 2)
        window = other.window()
        QTest.mouseMove(window.windowHandle(), other.mapTo(window, place))
        qtbot.waitUntil(lambda share=share: abs(other.line - share) < 0.02)


@pytest.mark.parametrize("kind", KINDS)
def test_the_bars_go_out_of_sight_with_the_lanes(
    screen: BoardScreen, kind: CompareKind, clock: HandClock, qtbot: QtBot
) -> None:
    screen.comparison.set_kind(kind)
    press(screen, KEY.Key_F11)
    quiet = screen.panel.screens.full.quiet
    quiet.still.setInterval(20)
    press(screen, KEY.Key_Space)
    qtbot.waitUntil(lambda: quiet.is_quiet)
    stage, lanes = screen.panel.stage, screen.comparison.lanes
    beneath = stage.childAt(lanes.mapTo(stage, lanes.rect().center()))
    assert beneath is not None
    assert beneath.objectName() == "barsCover"
    press(screen, KEY.Key_Space)
    assert not quiet.is_quiet
    beneath = stage.childAt(lanes.mapTo(stage, lanes.rect().center()))
    assert beneath is lanes
    assert QApplication.overrideCursor() is None
