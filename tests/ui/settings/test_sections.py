"""What each section shows of the settings, and what it tells of a person's changes."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractSlider
from pytestqt.qtbot import QtBot

from rushes.domain.origins import DEFAULT_SERVICE_URL, AddressRefused, service_origin
from rushes.domain.settings import Settings
from rushes.ui.settings.dialog import SettingsDialog
from rushes.ui.settings.storage_section import GIBIBYTE, MEBIBYTE
from rushes.ui.theme.roles import Accent
from rushes.ui.viewer.frames_out.pictures_folder import pictures_folder
from tests.ui.settings.conftest import FACTS, OpenDialog

Told = Callable[[SettingsDialog], list[dict[str, Any]]]
PROXY = "https://keys.studio.example"
LEFT = Qt.MouseButton.LeftButton
OTHER = Settings(
    service_url=PROXY,
    theme="light",
    accent="teal",
    text_scale=130,
    density="compact",
    reduced_motion="on",
    language="it",
    surround="checker",
    frame_cache_bytes=2048 * MEBIBYTE,
    largest_download_bytes=9 * GIBIBYTE,
)


def test_settings_are_shown_as_they_are_and_nothing_is_told(
    open_dialog: OpenDialog, told: Told
) -> None:
    dialog = open_dialog()
    heard = told(dialog)
    dialog.show_settings(OTHER)
    look, storage = dialog.appearance, dialog.storage
    assert dialog.service.address.text() == PROXY
    assert [each.value() for each in (look.theme, look.density, look.motion)] == [
        "light",
        "compact",
        "on",
    ]
    assert (look.language.value(), look.surround.value()) == ("it", "checker")
    assert (look.accent.value(), look.text_scale.value()) == (Accent.TEAL, 130)
    assert (storage.frame_cache.value(), storage.largest_download.value()) == (2048, 9)
    dialog.settle()
    assert heard == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "high_contrast"),
        ("density", "compact"),
        ("reduced_motion", "off"),
        ("language", "it"),
        ("surround", "grey"),
    ],
)
def test_a_choice_is_told_at_once(
    open_dialog: OpenDialog, told: Told, name: str, value: str
) -> None:
    dialog = open_dialog("appearance")
    heard = told(dialog)
    attribute = "motion" if name == "reduced_motion" else name
    field = getattr(dialog.appearance, attribute)
    field.control.choose(value)
    assert heard == [{name: value}]


def test_an_accent_is_chosen_by_mouse_and_by_arrows(
    open_dialog: OpenDialog, told: Told, qtbot: QtBot
) -> None:
    dialog = open_dialog("appearance")
    heard = told(dialog)
    swatches = dialog.appearance.accent.swatches
    qtbot.mouseClick(swatches[1], LEFT)
    swatches[1].setFocus()
    qtbot.keyClick(swatches[1], Qt.Key.Key_Right)
    assert swatches[2].hasFocus()
    assert heard == [{"accent": "violet"}, {"accent": "teal"}]
    assert [swatch.text() for swatch in swatches] == ["Blue", "Violet", "Teal", "Grey"]


def test_steps_of_the_text_size_are_told_together(
    open_dialog: OpenDialog, told: Told, qtbot: QtBot
) -> None:
    dialog = open_dialog("appearance")
    heard = told(dialog)
    slider = dialog.appearance.text_scale.slider
    for _ in range(3):
        slider.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [{"text_scale": 130}]


def test_a_text_size_out_of_bounds_is_told_at_the_field(
    open_dialog: OpenDialog, told: Told, qtbot: QtBot
) -> None:
    dialog = open_dialog("appearance")
    heard = told(dialog)
    spin = dialog.appearance.text_scale.spin
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "500")
    row = next(row for row in dialog.appearance.rows if row.title == "Text size")
    assert row.error() == "Between 80 and 200 %."
    # What is not told does not come back over what is being typed.
    dialog.show_settings(Settings())
    assert spin.value() == 500
    dialog.settle()
    assert heard == []
    spin.selectAll()
    qtbot.keyClicks(spin, "90")
    assert row.error() == ""
    dialog.settle()
    assert heard == [{"text_scale": 90}]


def test_another_language_waits_for_the_next_start(open_dialog: OpenDialog) -> None:
    dialog = open_dialog("appearance")
    row = next(row for row in dialog.appearance.rows if row.title == "Language")
    assert row.note() == ""
    dialog.show_settings(Settings(language="it"))
    assert "starts again" in row.note()
    dialog.show_settings(Settings())
    assert row.note() == ""
    later = open_dialog("appearance", dataclasses.replace(FACTS, language="en"), language="it")
    assert any("starts again" in each.note() for each in later.appearance.rows)


def test_the_folder_for_frames_is_told_and_chosen(
    open_dialog: OpenDialog, told: Told, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog("storage", frames_folder=str(tmp_path / "stills"))
    heard = told(dialog)
    choice = dialog.storage.frames_folder
    assert choice.place.text() == str(tmp_path / "stills")
    other = tmp_path / "others"
    other.mkdir()
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert choice.dialog is not None
    choice.dialog.setDirectory(str(other))
    choice.dialog.accept()
    assert heard == [{"frames_folder": str(other)}]
    assert choice.dialog is None
    dialog.show_settings(Settings())
    assert choice.place.text() == str(pictures_folder())


def test_sizes_are_told_in_bytes(open_dialog: OpenDialog, told: Told, qtbot: QtBot) -> None:
    dialog = open_dialog("storage")
    heard = told(dialog)
    dialog.storage.frame_cache.stepUp()
    dialog.storage.largest_download.stepUp()
    dialog.settle()
    assert heard == [{"frame_cache_bytes": 896 * MEBIBYTE, "largest_download_bytes": 5 * GIBIBYTE}]
    field = dialog.storage.frame_cache
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "1")
    row = next(row for row in dialog.storage.rows if row.control is field)
    assert row.error() == "Between 128 and 32768."
    dialog.settle()
    assert len(heard) == 1


def test_the_library_is_shown_with_its_place(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog("storage")
    asked = QSignalSpy(dialog.storage.show_library_requested)
    qtbot.mouseClick(dialog.storage.show_button, LEFT)
    assert asked.count() == 1


def test_an_address_is_taken_over_when_it_is_left(
    open_dialog: OpenDialog, told: Told, qtbot: QtBot
) -> None:
    dialog = open_dialog("service")
    heard = told(dialog)
    address = dialog.service.address
    assert not dialog.service.usual_button.isVisible()
    address.setFocus()
    address.selectAll()
    qtbot.keyClicks(address, f" {PROXY}/ ")
    assert heard == []
    qtbot.keyClick(address, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert heard == [{"service_url": PROXY}]
    assert address.text() == PROXY
    dialog.show_settings(Settings(service_url=PROXY))
    qtbot.mouseClick(dialog.service.usual_button, LEFT)
    assert heard[1:] == [{"service_url": DEFAULT_SERVICE_URL}]
    assert address.text() == DEFAULT_SERVICE_URL
    assert not dialog.service.usual_button.isVisible()


REFUSED = {
    "keys.studio.example": "begin with https://",
    "ftp://keys.studio.example": "begin with https://",
    "https://": "begin with https://",
    "http://keys.studio.example": "Without encryption",
    "https://name:word@keys.studio.example": "no name, password",
    "https://keys.studio.example?key=1": "no name, password",
    "https://keys.studio.example/v1": "what follows the slash",
    "https://[1": "not an address",
    "https://keys.studio.example:99999": "not an address",
}


@pytest.mark.parametrize("text", REFUSED)
def test_an_address_that_cannot_be_used_is_told_at_the_field(
    open_dialog: OpenDialog, told: Told, qtbot: QtBot, text: str
) -> None:
    with pytest.raises(AddressRefused):
        service_origin(text)
    dialog = open_dialog("service")
    heard = told(dialog)
    address = dialog.service.address
    address.setFocus()
    address.selectAll()
    qtbot.keyClicks(address, text)
    assert REFUSED[text] in dialog.service.error()
    assert address.property("refused") is True
    qtbot.keyClick(address, Qt.Key.Key_Return)
    assert (address.text(), heard) == (text, [])
    dialog.close()
    assert heard == []


def test_plain_http_is_taken_on_this_machine(
    open_dialog: OpenDialog, told: Told, qtbot: QtBot
) -> None:
    dialog = open_dialog("service")
    heard = told(dialog)
    dialog.service.address.setText("http://127.0.0.1:4242")
    dialog.close()
    assert heard == [{"service_url": "http://127.0.0.1:4242"}]


def test_a_variable_that_wins_is_named(open_dialog: OpenDialog) -> None:
    facts = dataclasses.replace(FACTS, origin=PROXY, address_variable="RUSHES_SERVICE_URL")
    dialog = open_dialog("service", facts=facts)
    assert "RUSHES_SERVICE_URL is set" in dialog.service.note()
    assert dialog.account.rows[0].matches(["keys.studio.example"])


def test_a_token_is_asked_for_the_service_that_is_set(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    assert dialog.account.rows[0].matches(["model-api.runcomfy.net"])
    dialog.show_settings(Settings(service_url=PROXY))
    assert dialog.account.rows[0].matches(["keys.studio.example"])


def test_the_demo_has_no_token_to_enter(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(facts=dataclasses.replace(FACTS, is_demo=True))
    assert not dialog.account.form.isVisible()
    assert dialog.account.rows[0].isVisible()
