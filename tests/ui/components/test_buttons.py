"""Buttons by mouse and key; what they say to screen readers; what they look like."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.chip import Chip
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.key_cap import key_text
from rushes.ui.components.main_button import MainButton
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, apply_theme, current_theme
from tests.ui.components.conftest import Host

Key = Qt.Key


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_a_button_is_pressed_by_mouse_and_by_key(qtbot: QtBot, host: Host, key: Qt.Key) -> None:
    button = Button("Remix", icon="remix")
    host(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_disabled_button_does_nothing(qtbot: QtBot, host: Host) -> None:
    button = MainButton("Generate")
    button.setEnabled(False)
    host(button)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_sizes_are_those_of_the_look() -> None:
    assert Button("Remix").sizeHint().height() == 28
    assert Button("Remix", small=True).sizeHint().height() == 24
    assert MainButton("Generate").sizeHint().height() == 40
    icon = IconButton("camera", "Save frame")
    assert (icon.sizeHint().width(), icon.sizeHint().height()) == (28, 28)
    assert IconButton("close", "Close", small=True).sizeHint().width() == 24
    assert Chip("rain").sizeHint().height() == 22


def test_the_text_scale_makes_everything_larger(qapp: QApplication) -> None:
    button = Button("Remix", icon="remix")
    usual = button.sizeHint()
    apply_theme(qapp, Theme(text_percent=200, family=current_theme().family))
    assert button.sizeHint().height() == 2 * usual.height()
    assert button.sizeHint().width() >= 1.9 * usual.width()


def test_an_icon_button_has_words_for_those_who_do_not_see_it(host: Host) -> None:
    button = IconButton("camera", "Save frame", key="S")
    host(button)
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "Save frame"
    assert interface.role() == QAccessible.Role.Button
    assert button.toolTip() == "Save frame  S"


def test_a_checked_icon_button_has_a_grey_bar(qtbot: QtBot, host: Host) -> None:
    button = IconButton("loop", "Loop", checkable=True)
    host(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    image = button.grab().toImage()
    muted = current_theme().color(Role.MUTED)
    assert image.pixelColor(14, 28 - 3) == muted


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        (ButtonKind.NORMAL, Role.RAISED),
        (ButtonKind.PRIMARY, Role.FILL),
        (ButtonKind.QUIET, Role.PANEL),
        (ButtonKind.WARN, Role.PANEL),
    ],
)
def test_the_kind_is_told_by_its_fill(host: Host, kind: ButtonKind, role: Role) -> None:
    button = Button("Send again…", kind=kind)
    host(button)
    assert button.grab().toImage().pixelColor(6, 14) == current_theme().color(role)


def test_the_pointer_brings_a_fill(qtbot: QtBot, host: Host) -> None:
    button = Button("Presets", kind=ButtonKind.QUIET)
    host(button)
    button.set_pointer_over(True)
    hovered = button.grab().toImage().pixelColor(4, 14)
    assert hovered == current_theme().color(Role.QUIET_HOVER)
    button.setEnabled(False)
    assert button.hover.value == 0


def test_a_chip_is_removed_by_its_cross_and_by_key(qtbot: QtBot, host: Host) -> None:
    chip = Chip("night city", removable=True)
    host(chip)
    with qtbot.waitSignal(chip.remove_requested), qtbot.assertNotEmitted(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 9, 11))
    with qtbot.waitSignal(chip.clicked), qtbot.assertNotEmitted(chip.remove_requested):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 11))
    chip.setFocus()
    for key in (Key.Key_Delete, Key.Key_Backspace):
        with qtbot.waitSignal(chip.remove_requested):
            qtbot.keyClick(chip, key)


def test_keys_are_written_as_people_read_them() -> None:
    assert key_text(QKeySequence("Ctrl+Return")) == "Ctrl ↵"
    assert key_text("Shift+Left") == "Shift ←"
    assert key_text("Ctrl++") == "Ctrl +"
    assert key_text("J") == "J"
