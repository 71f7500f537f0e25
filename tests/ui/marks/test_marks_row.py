"""The controls that mark: by mouse and by key, told to a screen reader, and never by themselves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.domain.mark_changes import MarkChange
from rushes.domain.marks import UNMARKED, Flag, Mark, Marks
from rushes.ui.marks.marks_row import MarksRow
from rushes.ui.marks.marks_sign import MarksSign
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row(dark: None, qtbot: QtBot) -> Iterator[MarksRow]:
    made = MarksRow()
    qtbot.addWidget(made)
    made.resize(312, made.sizeHint().height())
    made.show()
    return made


@pytest.fixture
def wishes(row: MarksRow) -> list[MarkChange]:
    heard: list[MarkChange] = []
    row.mark_requested.connect(heard.append)
    return heard


def test_showing_marks_asks_for_nothing(row: MarksRow, wishes: list[MarkChange]) -> None:
    row.show_marks(Marks(4, Flag.PICK, 9))
    assert (row.stars.value(), row.flag.value(), row.label.value()) == (4, Flag.PICK, 9)
    row.show_marks(UNMARKED)
    assert (row.stars.value(), row.flag.value(), row.label.value()) == (0, Flag.NONE, 0)
    assert wishes == []


def test_a_click_gives_a_mark_and_another_takes_it_away(
    row: MarksRow, wishes: list[MarkChange]
) -> None:
    stars = row.stars
    QTest.mouseClick(stars, LEFT, pos=stars.star_place(4).toPoint())
    QTest.mouseClick(stars, LEFT, pos=stars.star_place(2).toPoint())
    QTest.mouseClick(stars, LEFT, pos=stars.star_place(2).toPoint())
    assert wishes == [MarkChange(Mark.RATING, number) for number in (4, 2, 0)]
    wishes.clear()
    button = row.label.buttons[1]
    QTest.mouseClick(button, LEFT)
    QTest.mouseClick(row.label.buttons[3], LEFT)
    assert row.label.value() == 9
    QTest.mouseClick(row.label.buttons[3], LEFT)
    assert wishes == [MarkChange(Mark.LABEL, number) for number in (7, 9, 0)]
    wishes.clear()
    pick, _, reject = row.flag.segments
    QTest.mouseClick(pick, LEFT)
    QTest.mouseClick(reject, LEFT)
    assert wishes == [MarkChange(Mark.FLAG, flag) for flag in (Flag.PICK, Flag.REJECT)]


def test_stars_are_given_by_arrow_keys_and_a_wheel_passes_by(
    row: MarksRow, wishes: list[MarkChange]
) -> None:
    row.show_marks(Marks(4))
    row.stars.setFocus()
    QTest.keyClick(row.stars, Qt.Key.Key_Right)
    QTest.keyClick(row.stars, Qt.Key.Key_Right)
    QTest.keyClick(row.stars, Qt.Key.Key_Home)
    assert wishes == [MarkChange(Mark.RATING, 5), MarkChange(Mark.RATING, 0)]
    assert row.stars.value() == 0


def test_every_control_has_a_name(row: MarksRow) -> None:
    row.show_marks(Marks(3))
    interface = QAccessible.queryAccessibleInterface(row.stars)
    assert interface.text(QAccessible.Text.Name) == "Stars"
    assert interface.valueInterface().currentValue() == 3
    names = [button.accessibleName() for button in row.label.buttons]
    assert names == ["Label 6, red", "Label 7, yellow", "Label 8, green", "Label 9, blue"]
    assert [segment.text() for segment in row.flag.segments] == ["Pick", "Unmarked", "Reject"]


def test_the_label_is_painted_in_its_colour_and_given_one_has_a_ring(row: MarksRow) -> None:
    row.show_marks(Marks(label=8))
    button = row.label.buttons[2]
    image = button.grab().toImage()
    middle = button.height() // 2
    label, ring = current_theme().color(Role.LABEL_8), current_theme().color(Role.STRONG)
    assert image.pixelColor(QPoint(6, middle)) == QColor(label)
    assert image.pixelColor(QPoint(0, middle)) == QColor(ring)
    row.show_marks(UNMARKED)
    assert button.grab().toImage().pixelColor(QPoint(0, middle)) != QColor(ring)


def test_the_line_beside_a_take_is_there_with_its_marks_only(dark: None, qtbot: QtBot) -> None:
    sign = MarksSign()
    qtbot.addWidget(sign)
    sign.show_marks(UNMARKED)
    assert sign.isHidden()
    sign.show_marks(Marks(seen_at=5.0))
    assert sign.isHidden()
    sign.show_marks(Marks(4, Flag.PICK, 9))
    assert not sign.isHidden()
    assert sign.accessibleName() == "4 stars, Pick, Label 9, blue"
    wide = sign.sizeHint().width()
    sign.show_marks(Marks(4))
    assert sign.sizeHint().width() < wide
