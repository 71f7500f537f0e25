"""Another frame's number, typed in the place of the present one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rushes.ui.viewer.number_entry import NumberEntry
from rushes.ui.viewer.time_text import TimeUnit

from .conftest import Screen

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def entry(shown: Screen) -> NumberEntry:
    return shown.panel.stage.transport.position.entry


def focused(shown: Screen) -> QLineEdit:
    """The field, which must have the keyboard."""
    field = shown.panel.stage.transport.position.entry.field
    assert field is not None
    assert shown.window.focusWidget() is field
    return field


def type_in(shown: Screen, text: str) -> None:
    field = focused(shown)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, KEY.Key_Return)


def test_g_asks_and_enter_goes(shown: Screen, entry: NumberEntry) -> None:
    picture = shown.panel.stage.picture
    shown.panel.seek(9)
    shown.wait_for(9)
    QTest.keyClick(picture, KEY.Key_G, CONTROL)
    field = focused(shown)
    assert (field.text(), field.selectedText()) == ("10", "10")
    assert field.accessibleName() == "Frame number, 1 to 49"
    QTest.keyClicks(field, "43")
    QTest.keyClick(field, KEY.Key_Return)
    shown.wait_for(42)
    assert entry.field is None
    assert shown.window.focusWidget() is picture
    # The keys are the Viewer's again.
    QTest.keyClick(picture, KEY.Key_Right)
    shown.wait_for(43)


def test_a_click_on_the_number_asks_and_one_on_the_time_does_not(
    shown: Screen, entry: NumberEntry, qtbot: QtBot
) -> None:
    position = shown.panel.stage.transport.position
    QTest.mouseClick(position, LEFT, pos=QPoint(8, position.height() // 2))
    assert entry.field is None
    assert position.words().endswith(" s, frame 1 of 49")
    for unit in TimeUnit:
        position.set_unit(unit)
        QTest.mouseClick(position, LEFT, pos=position.number_rect().center().toPoint())
        type_in(shown, "12")
        assert shown.panel.playback.due == 11
        assert entry.field is None
    qtbot.waitUntil(lambda: position.words() == "12, of 49 frames")


def test_the_field_stands_where_the_number_stood(shown: Screen) -> None:
    position = shown.panel.stage.transport.position
    shown.window.resize(1000, 480)
    before = position.geometry()
    number = position.number_rect()
    position.ask_number()
    field = focused(shown)
    assert position.geometry() == before
    assert field.x() <= number.left() <= field.x() + 12
    assert position.rect().contains(field.geometry())


def test_steps_and_timecodes_lead_somewhere_too(shown: Screen) -> None:
    picture = shown.panel.stage.picture
    for text, index in (("+12", 12), ("-2", 10), ("1:18", 42), ("00:00:00:05", 5), ("1.0", 24)):
        QTest.keyClick(picture, KEY.Key_G, CONTROL)
        type_in(shown, text)
        shown.wait_for(index)


def test_what_leads_nowhere_is_said_and_can_be_mended(shown: Screen, entry: NumberEntry) -> None:
    QTest.keyClick(shown.panel.stage.picture, KEY.Key_G, CONTROL)
    said = []
    for text in ("98", "0", "+", "0:30"):
        type_in(shown, text)
        field = focused(shown)
        said.append(entry.refusal)
        assert bool(field.property("refused"))
        assert field.accessibleDescription() == entry.refusal
        assert field.selectedText() == text
    assert said == ["1 to 49", "1 to 49", "Not a frame", "No such timecode"]
    QTest.keyClicks(focused(shown), "4")
    assert entry.refusal == ""
    assert not focused(shown).property("refused")
    QTest.keyClicks(focused(shown), "3")
    QTest.keyClick(focused(shown), KEY.Key_Enter)
    shown.wait_for(42)


def test_escape_and_another_focus_leave_it(shown: Screen, entry: NumberEntry) -> None:
    picture = shown.panel.stage.picture
    QTest.keyClick(picture, KEY.Key_G, CONTROL)
    QTest.keyClicks(focused(shown), "43")
    QTest.keyClick(focused(shown), KEY.Key_Escape)
    assert entry.field is None
    assert shown.window.focusWidget() is picture
    QTest.keyClick(picture, KEY.Key_G, CONTROL)
    other = QLineEdit(shown.window)
    other.show()
    other.setFocus()
    assert entry.field is None
    assert shown.window.focusWidget() is other
    assert shown.panel.current_index == 0


def test_no_key_of_the_viewer_acts_while_a_number_is_typed(
    shown: Screen, entry: NumberEntry
) -> None:
    QTest.keyClick(shown.panel.stage.picture, KEY.Key_G, CONTROL)
    field = focused(shown)
    field.selectAll()
    for key in (
        KEY.Key_Space, KEY.Key_L, KEY.Key_J, KEY.Key_I, KEY.Key_S, KEY.Key_P, KEY.Key_Right,
        KEY.Key_Home, KEY.Key_F11, KEY.Key_Up, KEY.Key_PageDown, KEY.Key_Z, KEY.Key_G,
    ):  # fmt: skip
        QTest.keyClick(field, key)
    QTest.keyClick(field, KEY.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown.window.focusWidget() is field
    assert not shown.panel.is_playing
    assert (shown.panel.current_index, shown.panel.playback.in_index) == (0, None)
    assert QApplication.activeWindow() is shown.window


def test_what_plays_goes_on_from_there(shown: Screen, qtbot: QtBot) -> None:
    shown.panel.play()
    QTest.keyClick(shown.panel.stage.picture, KEY.Key_G, CONTROL)
    seen: list[int] = []
    shown.panel.frame_changed.connect(seen.append)
    type_in(shown, "30")
    qtbot.waitUntil(lambda: 29 <= shown.panel.playback.due < 45)
    assert shown.panel.is_playing
    shown.panel.pause()


def test_it_works_where_there_is_room_for_the_number_alone(
    shown: Screen, entry: NumberEntry
) -> None:
    shown.window.resize(shown.panel.stage.transport.minimumSizeHint().width(), 480)
    position = shown.panel.stage.transport.position
    assert position.words() == "1 / 49"
    QTest.mouseClick(position, LEFT, pos=position.rect().center())
    type_in(shown, "99")
    assert entry.refusal == "1 to 49"
    type_in(shown, "43")
    assert entry.field is None
    assert shown.panel.playback.due == 42


def test_it_works_in_full_screen(shown: Screen, qtbot: QtBot) -> None:
    shown.panel.toggle_full_screen()
    qtbot.waitUntil(shown.panel.stage.window().isActiveWindow)
    QTest.keyClick(shown.panel.stage.picture, KEY.Key_G, CONTROL)
    field = shown.panel.stage.transport.position.entry.field
    assert field is not None
    assert field.isVisible()
    assert field.hasFocus()
    QTest.keyClicks(field, "20")
    QTest.keyClick(field, KEY.Key_Return)
    assert shown.panel.playback.due == 19
    shown.panel.toggle_full_screen()


def test_another_clip_closes_it(
    shown: Screen, entry: NumberEntry, other_clip: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(shown.panel.stage.picture, KEY.Key_G, CONTROL)
    shown.open(other_clip)
    qtbot.waitUntil(lambda: shown.panel.frame_count == 31)
    assert entry.field is None


def test_without_a_clip_there_is_nothing_to_type(screen: Screen) -> None:
    screen.panel.setFocus()
    QTest.keyClick(screen.panel, KEY.Key_G, CONTROL)
    assert screen.panel.stage.transport.position.entry.field is None
