"""The settings as they are reached from the window, and what follows there from a change."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from rushes.domain.settings import Settings
from rushes.engine.configuration import Configuration
from rushes.engine.credentials import Credentials
from rushes.library.settings_file import read_settings
from rushes.ui.components.icon_button import IconButton
from rushes.ui.settings.dialog import SettingsDialog
from rushes.ui.theme.roles import Scheme
from rushes.ui.theme.theme import current_theme
from tests.ui.window.opened import Opened

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
async def opened(qapp: QApplication, tmp_path: Path, unused_tcp_port: int) -> AsyncIterator[Opened]:
    made = Opened(
        Configuration(
            library=tmp_path / "library",
            origin=f"http://127.0.0.1:{unused_tcp_port}",
            credentials=Credentials({}),
            settings=Settings(),
            settings_file=tmp_path / "settings.json",
            state_file=tmp_path / "window.json",
            machine_file=tmp_path / "libraries.json",
            log_file=tmp_path / "rushes.log",
        )
    )
    await asyncio.wait_for(made.session.ready.wait(), 60)
    yield made
    if not made.running.done():
        await made.close()


async def open_settings(opened: Opened) -> SettingsDialog:
    icons = opened.window.top_bar.findChildren(IconButton)
    (icon,) = (each for each in icons if each.icon_name == "settings")
    QTest.mouseClick(icon, LEFT)
    await opened.until(lambda: opened.window.findChild(SettingsDialog) is not None)
    dialog = opened.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    return dialog


def ticked(opened: Opened, title: str) -> list[str]:
    """What is on in a submenu, as it is opened."""
    menus = [each for each in opened.window.menus.findChildren(QMenu) if each.title() == title]
    (menu,) = menus
    menu.aboutToShow.emit()
    return [each.text() for each in menu.findChildren(QAction) if each.isChecked()]


async def test_a_change_counts_at_once_and_is_written_down(opened: Opened) -> None:
    dialog = await open_settings(opened)
    dialog.show_section("appearance")
    dialog.appearance.theme.control.choose("light")
    assert current_theme().scheme is Scheme.LIGHT
    assert ticked(opened, "Theme") == ["Light"]
    dialog.storage.frame_cache.stepUp()
    dialog.close()
    assert opened.session.settings.frame_cache_bytes == 896 * 1024**2
    await opened.close()
    kept = read_settings(opened.configuration.settings_file)
    assert (kept.theme, kept.frame_cache_bytes) == ("light", 896 * 1024**2)


async def test_what_the_menus_change_is_shown_in_the_dialog(opened: Opened) -> None:
    dialog = await open_settings(opened)
    QTest.keyClick(opened.window, Qt.Key.Key_Plus, CONTROL)
    await opened.until(lambda: dialog.appearance.text_scale.value() == 110)
    assert current_theme().text_percent == 110


async def test_the_dialog_goes_with_its_window(opened: Opened) -> None:
    dialog = await open_settings(opened)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    await opened.close()
    await opened.until(lambda: gone)
