"""Pictures, clips and sounds as links."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rushes.domain.model_spec import ABSENT, ModelSpec
from rushes.ui.compose.controls import make_control
from rushes.ui.compose.media_links import MediaControl, is_link

SCHEMA = {"type": "array", "format": "image_uris", "maxItems": 3}


@pytest.fixture
def pictures(make_model: Callable[..., ModelSpec], qtbot: QtBot) -> MediaControl:
    """A list of up to three pictures."""
    made = make_control(make_model({"pictures": SCHEMA}).fields[0])
    assert isinstance(made, MediaControl)
    qtbot.addWidget(made)
    made.resize(296, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize(
    ("text", "usable"),
    [
        ("https://pictures.example/a.png", True),
        ("data:image/png;base64,AAAA", True),
        ("http://pictures.example/a.png", False),
        ("https://", False),
        ("https://[", False),
        ("data:image/png", False),
        ("file:///home/a.png", True),
        ("file://elsewhere/a.png", False),
        ("file:a.png", False),
        ("a.png", False),
        ("https://a.example/b c", False),
    ],
)
def test_links(text: str, usable: bool) -> None:
    assert is_link(text) is usable


def test_one_link(make_model: Callable[..., ModelSpec], qtbot: QtBot) -> None:
    made = make_control(make_model({"image": {"type": "string", "format": "image_uri"}}).fields[0])
    assert isinstance(made, MediaControl)
    qtbot.addWidget(made)
    made.show()
    row = made.links.rows[0]
    assert made.value() is ABSENT
    assert row.cross.isHidden()
    qtbot.keyClicks(row.line, " https://a.example/b.png ")
    assert made.value() == "https://a.example/b.png"
    qtbot.mouseClick(row.cross, Qt.MouseButton.LeftButton)
    assert made.value() is ABSENT


def test_links_are_added_up_to_the_limit_and_taken_away(
    pictures: MediaControl, qtbot: QtBot
) -> None:
    add = pictures.links.add_button
    assert add.isHidden()
    for number in range(3):
        row = pictures.links.rows[number]
        assert number == 0 or row.line.hasFocus()
        qtbot.keyClicks(row.line, f"https://a.example/{number}")
        assert add.isHidden() is (number == 2)
        if number < 2:
            qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pictures.links.rows[1].cross, Qt.MouseButton.LeftButton)
    assert pictures.value() == ["https://a.example/0", "https://a.example/2"]
    assert pictures.links.rows[1].line.hasFocus()


def test_tab_goes_from_row_to_row(pictures: MediaControl, qtbot: QtBot) -> None:
    pictures.show_value(["https://a.example/0"])
    qtbot.mouseClick(pictures.links.add_button, Qt.MouseButton.LeftButton)
    first, second = pictures.links.rows
    for stop in (first.line, first.cross, second.line, second.cross):
        if stop is first.line:
            stop.setFocus()
        assert stop.hasFocus()
        qtbot.keyClick(stop, Qt.Key.Key_Tab)


def test_the_wrong_link_is_marked(pictures: MediaControl) -> None:
    pictures.show_value(["https://a.example/0", "ftp://a.example/1"])
    assert pictures.unreadable() == "Pictures must be an https link or a data link."
    pictures.set_error(pictures.unreadable())
    marked = [bool(row.line.property("refused")) for row in pictures.links.rows]
    assert marked == [False, True]
    pictures.set_error("")
    assert not any(row.line.property("refused") for row in pictures.links.rows)
