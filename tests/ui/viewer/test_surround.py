"""What lies around the picture, in every setting."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.domain.settings import Settings
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, apply_theme, current_theme
from rushes.ui.viewer.picture import PictureView
from rushes.ui.window.appearance import theme_settings


def painted(qtbot: QtBot, qapp: QApplication, setting: str) -> QImage:
    apply_theme(qapp, Theme.from_settings(theme_settings(Settings(surround=setting))))
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(64, 48)
    return view.grab().toImage()


@pytest.mark.parametrize(
    ("setting", "role"),
    [
        ("black", Role.SURROUND_BLACK),
        ("dark", Role.SURROUND),
        ("grey", Role.SURROUND_GREY),
        ("of a newer Rushes", Role.SURROUND),
    ],
)
def test_one_colour_lies_around_the_picture(
    qtbot: QtBot, qapp: QApplication, setting: str, role: Role
) -> None:
    image = painted(qtbot, qapp, setting)
    colors = {image.pixelColor(x, y).name() for x in range(64) for y in range(48)}
    assert colors == {current_theme().color(role).name()}


def test_squares_of_two_greys_lie_around_the_picture(qtbot: QtBot, qapp: QApplication) -> None:
    image = painted(qtbot, qapp, "checker")
    first, second = (
        QColor(current_theme().color(role)).name() for role in (Role.CHECKER_A, Role.CHECKER_B)
    )
    seen = {
        (x // 8 % 2 != y // 8 % 2, image.pixelColor(x, y).name())
        for x in range(64)
        for y in range(48)
    }
    assert seen == {(True, first), (False, second)}
