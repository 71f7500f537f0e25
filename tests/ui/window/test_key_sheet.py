"""The sheet of keys: all that are in force, within the window, whatever the size of the text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.components.key_cap import KeyCap, key_text
from rushes.ui.marks.mark_keys import DEFAULT_MARK_KEYS
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.keys import DEFAULT_KEYS
from rushes.ui.window.key_sheet import KeyArea, key_sheet
from rushes.ui.window.sheet import Sheet


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(1280, 720)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=True)))


def opened(window: QWidget, qapp: QApplication, percent: int = 100) -> Sheet:
    apply_theme(qapp, Theme.from_settings(ThemeSettings(text_percent=percent, reduced_motion=True)))
    sheet = key_sheet(window)
    sheet.show_over(window)
    return sheet


def test_every_key_of_viewer_and_marks_is_there(window: QWidget, qapp: QApplication) -> None:
    sheet = opened(window, qapp)
    shown = {cap.text() for cap in sheet.findChildren(KeyCap)}
    wanted = {key_text(key) for key in DEFAULT_KEYS.values()}
    # Between one star and five, nobody needs to be told.
    wanted |= {key_text(key) for key in DEFAULT_MARK_KEYS.values() if key not in "234"}
    assert wanted - shown == set()
    assert "" not in shown
    assert {"F1", "?", "+", "Ctrl +"} <= shown


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_it_fits_into_the_window(window: QWidget, qapp: QApplication, percent: int) -> None:
    sheet = opened(window, qapp, percent)
    assert sheet.width() <= 1280
    assert sheet.height() <= 720
    (area,) = sheet.findChildren(KeyArea)
    page = area.widget()
    assert page.width() <= area.viewport().width()
    for label in page.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width(), label.text()
        right = label.mapTo(page, label.rect().topRight()).x()
        assert right <= page.width(), label.text()


def test_what_is_too_high_is_reached_by_keys(window: QWidget, qapp: QApplication) -> None:
    sheet = opened(window, qapp, 200)
    (area,) = sheet.findChildren(KeyArea)
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    assert area.hasFocus() or sheet.focusWidget() is area
    for _ in range(40):
        QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
