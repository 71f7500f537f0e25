"""The dialog of the settings, open on the screen, and what a person would press in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.domain.origins import DEFAULT_SERVICE_URL
from rushes.domain.settings import Settings
from rushes.ui.settings.dialog import SettingsDialog
from rushes.ui.settings.run_facts import RunFacts
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme

FACTS = RunFacts(Path("/home/ada/Rushes/Northlight"), DEFAULT_SERVICE_URL)

OpenDialog = Callable[..., SettingsDialog]


@pytest.fixture(autouse=True)
def dark_theme(qapp: QApplication) -> None:
    """Dark, 100 %, no movement."""
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=True)))


@pytest.fixture
def open_dialog(qtbot: QtBot) -> Iterator[OpenDialog]:
    """Opens a dialog at a section, with the keyboard."""
    dialogs: list[SettingsDialog] = []

    def show(section: str = "account", facts: RunFacts = FACTS, **values: Any) -> SettingsDialog:
        dialog = SettingsDialog(facts)
        dialogs.append(dialog)
        dialog.show_settings(Settings(**values))
        dialog.show_section(section)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield show
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()


@pytest.fixture
def told(open_dialog: OpenDialog) -> Callable[[SettingsDialog], list[dict[str, Any]]]:
    """What a dialog tells from now on."""

    def listen(dialog: SettingsDialog) -> list[dict[str, Any]]:
        heard: list[dict[str, Any]] = []
        dialog.settings_edited.connect(heard.append)
        return heard

    return listen
