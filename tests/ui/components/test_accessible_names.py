"""Everything that the keyboard reaches has a name for screen readers."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.components.form_field import FormField
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.slider_spin import SliderSpin
from tests.gallery.scenes_components import form, messages, prompts
from tests.gallery.scenes_controls import buttons, choices, numbers
from tests.ui.components.conftest import Host


@pytest.mark.parametrize("board", [buttons, choices, form, messages, numbers, prompts])
def test_no_focusable_widget_is_nameless(qtbot: QtBot, board: Callable[[], QWidget]) -> None:
    window = board()
    qtbot.addWidget(window)
    window.show()
    reached = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(reached) > 2
    for widget in reached:
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert name, widget


def test_the_label_names_all_parts_of_a_control(host: Host) -> None:
    rate = SliderSpin(5, 24, unit="fps")
    frames = Segmented([Option(81, "81"), Option(97, "97")])
    host(FormField("Frame Rate", rate), FormField("Number of Frames", frames))
    for part in (rate, rate.slider, rate.spin, rate.spin.lineEdit()):
        assert part.accessibleName() == "Frame Rate"
    assert frames.segments[0].accessibleDescription() == "Number of Frames"
