"""The list of good ranges and notes: what it tells, where it leads, what it removes."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.domain.mark_changes import NoteChange, RangesChange
from rushes.domain.marks import UNMARKED, GoodRange, Marks, Note
from rushes.ui.marks.notes.ranges_and_notes import RangesAndNotes

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
MARKS = Marks(
    notes=(Note("all of it"), Note("Rain starts late", 8), Note("two\nlines", 42)),
    ranges=(GoodRange(3, 19), GoodRange(49, 87)),
)


class Heard:
    """What a list has asked for."""

    def __init__(self, made: RangesAndNotes) -> None:
        self.changes: list[object] = []
        self.places: list[int] = []
        self.notes: list[int | None] = []
        made.change_requested.connect(self.changes.append)
        made.place_requested.connect(self.places.append)
        made.note_requested.connect(self.notes.append)


@pytest.fixture
def words(dark: None, qtbot: QtBot) -> Iterator[RangesAndNotes]:
    QLocale.setDefault(QLocale("en_US"))
    made = RangesAndNotes()
    qtbot.addWidget(made)
    made.resize(312, 200)
    made.show_marks(MARKS, 97, Fraction(24))
    made.show()
    return made


@pytest.fixture
def heard(words: RangesAndNotes) -> Heard:
    return Heard(words)


def test_it_tells_numbers_from_one(words: RangesAndNotes) -> None:
    assert words.count == 5
    assert [row.accessibleName() for row in words.rows] == [
        "Good range 4–20, Good, 17 frames, 0.7 s",
        "Good range 50–88, Good, 39 frames, 1.6 s",
        "Note Take, all of it",
        "Note 9, Rain starts late",
        "Note 43, two\nlines",
    ]


def test_a_range_ends_with_the_clip(words: RangesAndNotes) -> None:
    words.show_marks(MARKS, 60, Fraction(24))
    assert words.rows[1].accessibleName() == "Good range 50–60, Good, 11 frames, 0.5 s"
    words.show_marks(MARKS, 49, Fraction(24))
    assert words.count == 4


def test_a_press_leads_to_the_frame(words: RangesAndNotes, heard: Heard) -> None:
    for row in words.rows:
        QTest.mouseClick(row, LEFT)
    assert heard.places == [3, 49, 8, 42]
    # The note on the take has no frame: it is opened.
    assert heard.notes == [None]


def test_keys_are_enough(words: RangesAndNotes, heard: Heard) -> None:
    QTest.keyClick(words.rows[3], KEY.Key_Return)
    QTest.keyClick(words.rows[4], KEY.Key_F2)
    QTest.keyClick(words.rows[0], KEY.Key_F2)
    QTest.keyClick(words.rows[0], KEY.Key_Delete)
    QTest.keyClick(words.rows[4], KEY.Key_Delete)
    assert heard.places == [8]
    assert heard.notes == [42]
    assert heard.changes == [RangesChange((GoodRange(49, 87),)), NoteChange("", 42)]


def test_under_the_pointer_it_offers_to_edit_and_to_remove(
    words: RangesAndNotes, heard: Heard
) -> None:
    row = words.rows[3]
    assert not any(button.isVisible() for button in row.buttons)
    QTest.mouseMove(row, row.rect().center())
    row.enterEvent(None)  # type: ignore[arg-type]
    edit, remove = row.buttons
    QTest.mouseClick(edit, LEFT)
    QTest.mouseClick(remove, LEFT)
    assert (heard.notes, heard.changes) == ([8], [NoteChange("", 8)])
    QTest.mouseDClick(words.rows[4], LEFT)
    assert heard.notes == [8, 42]


def test_with_nothing_marked_it_says_how_to_begin(words: RangesAndNotes) -> None:
    words.show_marks(UNMARKED, 97, Fraction(24))
    assert words.count == 0
    labels = [label for label in words.findChildren(type(words._none)) if label.isVisible()]
    assert [label.text() for label in labels] == [
        "None yet. G marks In to Out as good, N writes a note."
    ]
