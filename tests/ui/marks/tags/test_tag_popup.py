"""Typing tags: completion, several at once, chips, and the way out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.mark_changes import TagChange
from rushes.ui.marks.tags.recent_tags import RecentTags
from rushes.ui.marks.tags.suggestion_list import Offer
from rushes.ui.marks.tags.tag_chips import PartialTag
from rushes.ui.marks.tags.tag_field import typed_tags
from rushes.ui.marks.tags.tag_popup import TagPopup
from rushes.ui.marks.tags.tags_row import TagsRow

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
OFFERS = [Offer("night city", 118), Offer("rain", 40), Offer("wide lens", 6)]


class Typing:
    """A window with a button that has the keyboard, and the popup over it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(500, 500)
        self.button = QPushButton("elsewhere", self.window)
        self.button.setGeometry(0, 460, 100, 30)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.button.setFocus()
        self.popup = TagPopup(self.window, "5 takes")
        self.popup.show_tags(["rain"], [PartialTag("snow", 3, 5)])
        self.given: list[tuple[TagChange, ...]] = []
        self.wanted: list[str] = []
        self.closed: list[bool] = []
        self.popup.changes_requested.connect(self.given.append)
        self.popup.offers_wanted.connect(self.wanted.append)
        self.popup.closed.connect(lambda: self.closed.append(True))
        self.popup.open_at(QRect(100, 20, 300, 20), inside=False)
        self.popup.show_offers(OFFERS)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.popup.field, text)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focused = self.window.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)


@pytest.fixture
def typing(dark: None, qtbot: QtBot) -> Iterator[Typing]:
    QLocale.setDefault(QLocale("en_US"))
    made = Typing(qtbot)
    yield made
    made.popup.finish(keeps=False)


def test_several_tags_are_given_as_one_and_typing_goes_on(typing: Typing) -> None:
    typing.type(' night  city, "wide" lens ,,Night City')
    assert typing.wanted[-1] == "Night City"
    typing.press(KEY.Key_Return)
    assert typing.given == [(TagChange("night city"), TagChange("wide lens"))]
    assert typing.popup.field.text() == ""
    assert typing.popup.field.hasFocus()
    assert not typing.closed
    typing.press(KEY.Key_Return)
    assert len(typing.given) == 1


def test_a_suggestion_is_chosen_by_keys(typing: Typing) -> None:
    # Those that all takes have are not offered.
    assert [offer.text for offer in typing.popup.offers.offers] == ["night city", "wide lens"]
    typing.type("x, wi")
    typing.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert typing.given == [(TagChange("x"), TagChange("wide lens"))]
    typing.type("ni")
    typing.press(KEY.Key_Tab)
    assert typing.popup.field.text() == "night city"
    assert typing.popup.field.hasFocus()
    typing.press(KEY.Key_Up, KEY.Key_Up, KEY.Key_Up)
    assert typing.popup.offers.chosen is None


def test_a_suggestion_is_given_by_a_click(typing: Typing) -> None:
    offers = typing.popup.offers
    QTest.mouseClick(offers, LEFT, pos=offers.row_rect(1).center().toPoint())
    assert typing.given == [(TagChange("wide lens"),)]
    assert typing.popup.field.hasFocus()


def test_chips_tell_and_change_what_some_takes_have(typing: Typing) -> None:
    rain, snow = typing.popup.chips.chips
    assert snow.text() == "snow · on 3 of 5"
    QTest.mouseClick(snow, LEFT, pos=snow.rect().center())
    QTest.keyClick(snow, KEY.Key_Delete)
    QTest.keyClick(rain, KEY.Key_Delete)
    assert typing.given == [
        (TagChange("snow"),),
        (TagChange("snow", is_given=False),),
        (TagChange("rain", is_given=False),),
    ]


def test_backspace_reaches_the_chips_and_the_keyboard_is_never_lost(typing: Typing) -> None:
    typing.press(KEY.Key_Backspace)
    assert typing.popup.chips.chips[-1].hasFocus()
    typing.popup.show_tags(["rain"])
    assert typing.popup.chips.chips[0].hasFocus()
    typing.popup.show_tags([])
    assert typing.popup.field.hasFocus()
    assert not typing.closed


def test_escape_closes_and_gives_the_keyboard_back(typing: Typing) -> None:
    typing.type("half a wo")
    typing.press(KEY.Key_Escape)
    assert (typing.closed, typing.given) == ([True], [])
    assert typing.button.hasFocus()


def test_a_click_elsewhere_closes_and_does_what_it_does(typing: Typing) -> None:
    pressed: list[bool] = []
    typing.button.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(typing.button, LEFT)
    assert (typing.closed, pressed) == ([True], [True])
    QTest.mouseClick(typing.window, LEFT)
    assert typing.closed == [True]


def test_no_key_reaches_the_window(typing: Typing) -> None:
    heard: list[str] = []
    typing.window.keyPressEvent = lambda event: heard.append(event.text())  # type: ignore
    typing.press(KEY.Key_F5, KEY.Key_Up, KEY.Key_P)
    rain = typing.popup.chips.chips[0]
    rain.setFocus()
    typing.press(KEY.Key_P, KEY.Key_X)
    assert heard == []
    assert typing.popup.field.text() == "p"


def test_typed_tags_are_tidy_and_each_once() -> None:
    assert typed_tags("a, A ,b  c,, ") == ["a", "b c"]


def test_the_newest_of_the_recent_tags_is_first() -> None:
    recent = RecentTags(f"tag {number}" for number in range(9))
    assert recent.tags[0] == "tag 0"
    assert len(recent.tags) == 8
    recent.put("Tag 3")
    assert recent.tags[:2] == ("Tag 3", "tag 0")
    assert len(recent.tags) == 8


def test_the_row_of_details_asks_for_changes(dark: None, qtbot: QtBot) -> None:
    row = TagsRow()
    qtbot.addWidget(row)
    row.resize(200, 80)
    row.show_tags(["night city", "rain"])
    row.show()
    changes: list[TagChange] = []
    asked: list[bool] = []
    row.change_requested.connect(changes.append)
    row.edit_requested.connect(lambda: asked.append(True))
    chip = row.chips.chips[1]
    QTest.mouseClick(chip, LEFT, pos=chip._cross_box().center().toPoint())
    QTest.mouseClick(row.more, LEFT)
    assert changes == [TagChange("rain", is_given=False)]
    assert asked == [True]
    # The button stands behind the last tag, in the next line where there is no room.
    row.show_tags([f"a rather long tag {number}" for number in range(3)])
    row.resize(160, row.heightForWidth(160))
    shown = [*row.chips.chips, row.more]
    qtbot.waitUntil(lambda: shown[-1].y() > shown[-2].y() > shown[-3].y())
    assert all(each.geometry().right() <= 160 for each in shown)
