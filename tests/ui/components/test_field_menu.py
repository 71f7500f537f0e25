"""The menu of a number's field opens without a loop of its own."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication
from pytestqt.qtbot import QtBot

from rushes.ui.compare.offset_field import OffsetField
from rushes.ui.components.spin_field import SpinField
from rushes.ui.components.stepper import Stepper

REASONS = [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard]


@pytest.mark.usefixtures("dark")
@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("made", [lambda: SpinField(0, 9), Stepper, lambda: OffsetField(5)])
def test_it_opens_and_returns_at_once(
    made: type[QAbstractSpinBox], reason: QContextMenuEvent.Reason, qtbot: QtBot
) -> None:
    field = made()
    qtbot.addWidget(field)
    field.show()
    middle = field.rect().center()
    event = QContextMenuEvent(reason, middle, field.mapToGlobal(middle))
    QApplication.sendEvent(field, event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.pos() - field.mapToGlobal(middle) in (QPoint(0, 0), QPoint(1, 1))
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
