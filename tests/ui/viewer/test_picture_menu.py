"""The menu of the picture, and the surround that it and a key ask for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.ui.components.menu import Menu
from rushes.ui.theme.theme import Surround, Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.surround import surround_after

from .conftest import Screen


def opened(screen: Screen) -> Menu:
    """The menu as a right click on the picture opens it."""
    view = screen.panel.stage.picture
    place = view.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place), Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    return menu


def row(menu: Menu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text().split("\t")[0] == words)


def test_it_lists_all_with_keys(shown: Screen) -> None:
    menu = opened(shown)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Fit\tZ",
        "100 %\tShift Z",
        "200 %\tAlt Z",
        "Surround",
        "Pixel grid\t#",
        "Information\tD",
        "Full screen\tF11",
        "On a second screen\tShift F11",
    ]
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    assert ticked == ["Fit\tZ", "Pixel grid\t#"]
    assert all(action.isEnabled() for action in menu.actions())
    menu.close()


def test_others_add_rows_about_the_frame(shown: Screen) -> None:
    shown.panel.menu_filling.connect(lambda menu: menu.add_action("Use frame"))
    menu = opened(shown)
    texts = [action.text() for action in menu.actions()]
    assert texts[:3] == ["Use frame", "", "Fit\tZ"]
    menu.close()


def test_rows_do_what_they_say(shown: Screen, qtbot: QtBot) -> None:
    menu = opened(shown)
    row(menu, "200 %").trigger()
    menu.close()
    assert shown.panel.controls.zoom.scale == 2.0
    menu = opened(shown)
    assert row(menu, "200 %").isChecked()
    row(menu, "Information").trigger()
    row(menu, "Pixel grid").trigger()
    row(menu, "On a second screen").trigger()
    menu.close()
    assert shown.panel.information_shown
    assert not shown.panel.controls.zoom.shows_grid
    button = shown.panel.stage.transport.second_screen
    assert button.accessibleName() == "Bring the picture back"
    menu = opened(shown)
    assert row(menu, "On a second screen").isChecked()
    row(menu, "On a second screen").trigger()
    menu.close()
    assert button.accessibleName() == "On a second screen"
    menu = opened(shown)
    with qtbot.waitSignal(menu.destroyed):
        row(menu, "Fit").trigger()
        menu.close()
    assert shown.panel.controls.zoom.is_fit


def test_the_surround_is_asked_for_by_the_menu_and_by_key(
    shown: Screen, qapp: QApplication
) -> None:
    asked: list[Surround] = []
    shown.panel.surround_requested.connect(asked.append)
    menu = opened(shown)
    surrounds = row(menu, "Surround").menu()
    assert isinstance(surrounds, Menu)
    assert [action.text() for action in surrounds.actions() if not action.isSeparator()] == [
        "Black", "Dark", "Grey", "Checker", "Next surround\tB",
    ]  # fmt: skip
    assert row(surrounds, "Dark").isChecked()
    row(surrounds, "Checker").trigger()
    menu.close()
    for _ in range(2):
        QTest.keyClick(shown.panel.stage.picture, Qt.Key.Key_B)
        settings = ThemeSettings(reduced_motion=True, surround=asked[-1])
        apply_theme(qapp, Theme.from_settings(settings))
    assert asked == [Surround.CHECKER, Surround.GREY, Surround.CHECKER]


def test_the_surrounds_go_round() -> None:
    seen = [Surround.BLACK]
    for _ in range(4):
        seen.append(surround_after(seen[-1]))
    assert seen[0] is seen[-1]
    assert set(seen) == set(Surround)
