"""The components under the usual dark theme, each test anew."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme

Host = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def dark_theme(qapp: QApplication) -> None:
    """Dark, 100 %, no movement."""
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=True)))


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    """Puts widgets one above the other into a window that is shown and has the keyboard."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget, width: int = 400) -> QWidget:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        column.setContentsMargins(16, 16, 16, 16)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, 300)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()
