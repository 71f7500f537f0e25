"""The theme as a value, and put in force."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.theme.fonts import BUNDLED_FAMILY, interface_family
from rushes.ui.theme.metrics import Density
from rushes.ui.theme.roles import Role, Scheme
from rushes.ui.theme.theme import (
    SchemeChoice,
    Theme,
    ThemeSettings,
    apply_theme,
    current_theme,
)
from rushes.ui.theme.typography import MEDIUM, SEMIBOLD, TextStyle


def test_sizes_follow_the_text_scale() -> None:
    assert Theme().px(28) == 28
    assert Theme(text_percent=150).px(28) == 42
    assert Theme(text_percent=80).px(1) == 1
    assert Theme(text_percent=125).line_height(TextStyle.PROMPT) == 28


def test_compact_is_tighter_but_no_target_under_24() -> None:
    usual, compact = Theme().metrics, Theme(density=Density.COMPACT).metrics
    assert (usual.control, compact.control) == (28, 24)
    assert (usual.field_gap, compact.field_gap) == (14, 10)
    assert compact.small_control == 24


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (80, 80), (130, 130), (400, 200)])
def test_the_text_scale_stays_in_bounds(qapp: QApplication, asked: int, given: int) -> None:
    assert Theme.from_settings(ThemeSettings(text_percent=asked)).text_percent == given


def test_settings_choose_scheme_and_motion(qapp: QApplication) -> None:
    theme = Theme.from_settings(
        ThemeSettings(scheme=SchemeChoice.HIGH_CONTRAST, reduced_motion=True)
    )
    assert theme.scheme is Scheme.HIGH_CONTRAST
    assert theme.focus_width == 3
    assert theme.milliseconds(100) == 0
    assert Theme(reduced_motion=False).milliseconds(100) == 100


def test_following_the_system_gives_one_of_the_schemes(qapp: QApplication) -> None:
    theme = Theme.from_settings(ThemeSettings(scheme=SchemeChoice.SYSTEM))
    assert theme.scheme in Scheme


def test_the_palette_is_the_one_of_the_roles() -> None:
    theme = Theme(scheme=Scheme.LIGHT)
    palette = theme.palette
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        assert palette.color(group, QPalette.ColorRole.Window) == theme.color(Role.PANEL)
        assert palette.color(group, QPalette.ColorRole.Accent) == theme.color(Role.ACCENT)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.color(Role.OFF)


class Listener(QWidget):
    """Counts how often it is told of a new style."""

    def __init__(self) -> None:
        super().__init__()
        self.told = 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.told += 1


def test_a_change_reaches_every_widget_and_no_second_ring_is_made(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme())
    listener = Listener()
    qtbot.addWidget(listener)
    listener.show()
    before = listener.told
    apply_theme(qapp, Theme(scheme=Scheme.LIGHT))
    assert listener.told > before
    assert current_theme().scheme is Scheme.LIGHT
    # Less motion changes no colour and no size, and is told all the same.
    before = listener.told
    apply_theme(qapp, Theme(scheme=Scheme.LIGHT, reduced_motion=True))
    assert listener.told > before
    rings = [child for child in qapp.children() if type(child).__name__ == "FocusRing"]
    assert len(rings) == 1
    assert isinstance(rings[0], QObject)
    apply_theme(qapp, Theme())


def test_the_bundled_font_speaks_off_the_screen(qapp: QApplication) -> None:
    assert interface_family() == BUNDLED_FAMILY
    assert QFontInfo(QFont(BUNDLED_FAMILY)).family() == BUNDLED_FAMILY


def test_weights_differ_and_digits_keep_their_width(qapp: QApplication) -> None:
    theme = Theme(family=interface_family())
    words = "Number of Frames"
    widths = [
        QFontMetricsF(theme.font(TextStyle.BODY, weight)).horizontalAdvance(words)
        for weight in (None, MEDIUM, SEMIBOLD)
    ]
    assert widths[0] < widths[1] < widths[2]
    loose = QFontMetricsF(theme.font(TextStyle.BODY))
    even = QFontMetricsF(theme.font(TextStyle.BODY, tabular=True))
    assert loose.horizontalAdvance("1111") < loose.horizontalAdvance("0000")
    assert even.horizontalAdvance("1111") == pytest.approx(even.horizontalAdvance("0000"))


def test_no_text_is_smaller_than_a_caption() -> None:
    sizes = [style.value.pixels for style in TextStyle]
    assert min(sizes) == TextStyle.CAPTION.value.pixels == 11
