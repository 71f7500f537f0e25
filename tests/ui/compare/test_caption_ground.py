"""The line under a compared picture can be read on every surround."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.ui.compare.caption import Caption
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import (
    SchemeChoice,
    Surround,
    Theme,
    ThemeSettings,
    apply_theme,
    current_theme,
)


@pytest.mark.parametrize("scheme", [SchemeChoice.DARK, SchemeChoice.LIGHT])
@pytest.mark.parametrize("surround", [Surround.BLACK, Surround.GREY, Surround.CHECKER])
def test_on_a_surround_of_ones_own_choice_it_has_the_ground_of_panels(
    qapp: QApplication, qtbot: QtBot, scheme: SchemeChoice, surround: Surround
) -> None:
    settings = ThemeSettings(scheme=scheme, surround=surround, reduced_motion=True)
    apply_theme(qapp, Theme.from_settings(settings))
    caption = Caption()
    qtbot.addWidget(caption)
    caption.resize(300, 32)
    caption.show_take("A", "Take 3", ("dusk",))
    image = caption.grab().toImage()
    assert image.pixelColor(298, 2) == current_theme().color(Role.PANEL)
