"""The keys that mark: each means one thing, on every keyboard, and text fields win over them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.mark_changes import MarkChange
from rushes.domain.marks import Flag, Mark
from rushes.ui.marks.mark_keys import MarkCommand, MarkKeyFilter, MarkKeys, MarkWish
from rushes.ui.viewer.keys import DEFAULT_KEYS

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, PAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
ALT = Qt.KeyboardModifier.AltModifier
K = Qt.Key


def meaning(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> MarkWish | None:
    return MarkKeys().meaning(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (K.Key_0, MarkChange(Mark.RATING, 0)),
        (K.Key_5, MarkChange(Mark.RATING, 5)),
        (K.Key_P, MarkChange(Mark.FLAG, Flag.PICK)),
        (K.Key_X, MarkChange(Mark.FLAG, Flag.REJECT)),
        (K.Key_U, MarkChange(Mark.FLAG, Flag.NONE)),
        (K.Key_6, MarkChange(Mark.LABEL, 6, toggles=True)),
        (K.Key_9, MarkChange(Mark.LABEL, 9, toggles=True)),
    ],
)
def test_each_key_means_one_mark(key: Qt.Key, wish: MarkWish) -> None:
    assert meaning(key) == wish
    assert meaning(key, PAD) == wish
    assert meaning(key, CONTROL) is None
    assert meaning(key, ALT) is None


def test_digits_that_are_typed_with_shift_count_and_signs_do_not() -> None:
    # On a French keyboard digits lie on the shifted keys; on others signs do.
    assert meaning(K.Key_4, SHIFT, "4") == MarkChange(Mark.RATING, 4)
    assert meaning(K.Key_Dollar, SHIFT, "$") is None
    assert meaning(K.Key_P, SHIFT, "P") is None


def test_undo_and_redo() -> None:
    assert meaning(K.Key_Z, CONTROL) is MarkCommand.UNDO
    assert meaning(K.Key_Z, CONTROL | SHIFT) is MarkCommand.REDO
    assert meaning(K.Key_Z) is None


def test_no_key_means_something_to_the_viewer_as_well(qtbot: QtBot) -> None:
    for text in DEFAULT_KEYS.values():
        assert text not in {*"0123456789PXU", "Ctrl+Z", "Ctrl+Shift+Z"}


def test_a_filter_hears_keys_where_nothing_is_typed(qtbot: QtBot) -> None:
    window, place, field = QWidget(), QWidget(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(place)
    layout.addWidget(field)
    qtbot.addWidget(window)
    place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    heard: list[MarkWish] = []
    MarkKeyFilter(place).wished.connect(heard.append)
    window.show()
    QTest.keyClick(place, K.Key_4)
    QTest.keyClick(place, K.Key_Q)
    assert heard == [MarkChange(Mark.RATING, 4)]
    repeated = QKeyEvent(QEvent.Type.KeyPress, K.Key_P, NONE, "p", True)
    assert MarkKeys().pressed(repeated) is None
    QTest.keyClicks(field, "4px")
    assert field.text() == "4px"
    assert len(heard) == 1
