"""Notes and good ranges along the timeline, under the hand and as they are told."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from rushes.domain.mark_changes import NoteChange, RangesChange
from rushes.domain.marks import UNMARKED, GoodRange, Marks, Note
from rushes.ui.marks.mark_keys import MarkCommand, NoteWish
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.timeline import Timeline
from rushes.ui.viewer.timeline_menu import TimelineMenu
from rushes.ui.viewer.timeline_places import LARGE, LOW, SMALL

LEFT = Qt.MouseButton.LeftButton
COUNT = 97
MARKS = Marks(
    notes=(Note("of the take"), Note("Rain starts late", 8), Note("Handle leaves her hand", 42)),
    ranges=(GoodRange(3, 19), GoodRange(49, 87)),
)


class Heard:
    """What a timeline has asked for."""

    def __init__(self, timeline: Timeline) -> None:
        self.places: list[int] = []
        self.wishes: list[object] = []
        self.scrubs: list[str] = []
        timeline.seek_requested.connect(self.places.append)
        timeline.mark_requested.connect(self.wishes.append)
        timeline.scrub_started.connect(lambda: self.scrubs.append("taken"))
        timeline.scrub_ended.connect(lambda: self.scrubs.append("let go"))


@pytest.fixture
def timeline(qtbot: QtBot) -> Iterator[Timeline]:
    made = Timeline()
    qtbot.addWidget(made)
    made.set_form(LARGE)
    made.resize(994, made.sizeHint().height())
    made.show_clip(COUNT)
    made.show_marks(MARKS)
    made.show()
    return made


@pytest.fixture
def heard(timeline: Timeline) -> Heard:
    return Heard(timeline)


def edge(timeline: Timeline, number: int, *, first: bool) -> QPoint:
    """Where an end of a range is taken hold of."""
    area = timeline.mark_places().ranges[number].area
    return QPoint(round(area.left() if first else area.right()), round(area.center().y()))


def over(timeline: Timeline, index: int, y: float) -> QPoint:
    return QPoint(round(timeline.places().scale.middle_of(index)), round(y))


def note_point(timeline: Timeline, number: int) -> QPoint:
    area = timeline.mark_places().notes[number].area
    return QPoint(round(area.left()) + 4, round(area.center().y()))


def test_bars_lie_over_the_frames_that_are_good(timeline: Timeline) -> None:
    scale = timeline.places().scale
    places = timeline.mark_places()
    assert [place.good for place in places.ranges] == list(MARKS.ranges)
    for place in places.ranges:
        assert place.area.left() == pytest.approx(scale.start_of(place.good.first), abs=1)
        assert place.area.right() == pytest.approx(scale.start_of(place.good.last + 1), abs=1)
        assert place.area.bottom() <= timeline.height() - 8
    image, ok = timeline.grab().toImage(), current_theme().color(Role.OK).name()
    bar = places.ranges[1].area
    middle = over(timeline, 80, bar.top())
    assert image.pixelColor(middle).name() == ok
    assert image.pixelColor(over(timeline, 80, bar.bottom() - 1)).name() == ok
    assert image.pixelColor(over(timeline, 30, bar.top())).name() != ok


def test_notes_stand_over_their_frames_and_end_before_the_next(timeline: Timeline) -> None:
    timeline.show_marks(Marks(notes=tuple(Note("long words here", n) for n in (2, 5, 40, 96))))
    notes = timeline.mark_places().notes
    scale = timeline.places().scale
    assert [place.note.frame for place in notes] == [2, 5, 40, 96]
    for place in notes[:3]:
        assert place.area.left() == pytest.approx(scale.start_of(place.note.frame or 0) - 1, abs=1)
    for place, following in pairwise(notes):
        assert place.area.right() < following.area.left()
    assert notes[3].area.right() <= timeline.width()
    assert notes[3].area.left() < scale.start_of(96)


def test_a_click_on_a_note_leads_there_and_two_edit_it(timeline: Timeline, heard: Heard) -> None:
    QTest.mouseClick(timeline, LEFT, pos=note_point(timeline, 1))
    assert heard.places == [42]
    assert heard.scrubs == []
    QTest.mouseDClick(timeline, LEFT, pos=note_point(timeline, 0))
    assert heard.wishes == [NoteWish(8)]


def test_enter_edits_the_note_under_the_playhead(timeline: Timeline, heard: Heard) -> None:
    timeline.show_index(42)
    QTest.keyClick(timeline, Qt.Key.Key_Return)
    timeline.show_index(43)
    QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert heard.wishes == [NoteWish(42)]


def test_the_pointer_shows_the_whole_note(timeline: Timeline, qtbot: QtBot) -> None:
    def tip(place: QPoint) -> str:
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place, timeline.mapToGlobal(place))
        QApplication.sendEvent(timeline, event)
        return QToolTip.text()

    assert tip(note_point(timeline, 1)) == "Handle leaves her hand"
    bar = timeline.mark_places().ranges[1].area
    assert tip(over(timeline, 70, bar.center().y())) == "Good 50–88"
    QToolTip.hideText()


def test_an_end_of_a_range_is_dragged(timeline: Timeline, heard: Heard) -> None:
    y = timeline.mark_places().ranges[1].area.center().y()
    QTest.mousePress(timeline, LEFT, pos=edge(timeline, 1, first=True))
    QTest.mouseMove(timeline, over(timeline, 60, y))
    # It is shown on the way, and asked for at the end alone.
    assert timeline.shown_ranges[1].first in (60, 61)
    assert heard.wishes == []
    x = round(timeline.places().scale.start_of(29))
    QTest.mouseMove(timeline, QPoint(x, round(y)))
    QTest.mouseRelease(timeline, LEFT, pos=QPoint(x, round(y)))
    assert heard.wishes == [RangesChange((GoodRange(3, 19), GoodRange(29, 87)))]
    assert heard.places[-1] == 29
    assert heard.scrubs == ["taken", "let go"]
    # Not before it is true.
    assert timeline.shown_ranges == MARKS.ranges


def test_ends_never_cross_and_ranges_that_meet_become_one(timeline: Timeline, heard: Heard) -> None:
    y = timeline.mark_places().ranges[0].area.center().y()
    QTest.mousePress(timeline, LEFT, pos=edge(timeline, 0, first=False))
    QTest.mouseMove(timeline, over(timeline, 0, y))
    assert timeline.shown_ranges[0] == GoodRange(3, 3)
    QTest.mouseMove(timeline, over(timeline, 55, y))
    assert timeline.shown_ranges == (GoodRange(3, 87),)
    QTest.mouseRelease(timeline, LEFT, pos=over(timeline, 55, y))
    assert heard.wishes == [RangesChange((GoodRange(3, 87),))]


def test_an_end_that_goes_nowhere_asks_for_nothing(timeline: Timeline, heard: Heard) -> None:
    QTest.mouseClick(timeline, LEFT, pos=edge(timeline, 0, first=True))
    assert heard.wishes == []


def test_elsewhere_the_hand_has_the_playhead(timeline: Timeline, heard: Heard) -> None:
    strip = timeline.places().strip
    QTest.mouseClick(timeline, LEFT, pos=over(timeline, 20, strip.center().y()))
    notes = timeline.places().notes
    QTest.mouseClick(timeline, LEFT, pos=over(timeline, 90, notes.center().y()))
    assert heard.places == [20, 90]
    assert heard.wishes == []


def rows_at(timeline: Timeline, index: int) -> dict[str, QAction]:
    place = over(timeline, index, timeline.places().strip.center().y())
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, timeline.mapToGlobal(place))
    QApplication.sendEvent(timeline, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, TimelineMenu)
    return {row.text(): row for row in menu.actions() if row.text()}


def test_the_menu_writes_and_removes(timeline: Timeline, heard: Heard, qtbot: QtBot) -> None:
    def choose(index: int, words: str) -> None:
        rows_at(timeline, index)[words].trigger()
        menu = QApplication.activePopupWidget()
        assert menu is not None
        menu.close()
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)

    choose(30, "Note here…\tN")
    choose(42, "Edit note…\tN")
    choose(42, "Remove note")
    choose(30, "All of it is good\tG")
    choose(60, "Remove good range 50–88")
    timeline.show_range(10, 30)
    choose(60, "Good from In to Out\tG")
    assert heard.wishes == [
        NoteWish(30),
        NoteWish(42),
        NoteChange("", 42),
        MarkCommand.GOOD_RANGE,
        RangesChange((GoodRange(3, 19),)),
        MarkCommand.GOOD_RANGE,
    ]


def test_rows_are_there_where_there_is_room_for_them(timeline: Timeline) -> None:
    px = current_theme().px
    high = timeline.sizeHint().height()
    assert high == px(18) + px(18) + px(48) + px(20) + px(8)
    timeline.show_marks(UNMARKED)
    assert timeline.sizeHint().height() == high
    timeline.set_form(SMALL)
    assert timeline.sizeHint().height() == px(16) + px(36) + px(8)
    timeline.show_marks(MARKS)
    assert timeline.sizeHint().height() == px(16) + px(36) + px(16) + px(8)
    timeline.resize(994, timeline.sizeHint().height())
    notes = timeline.mark_places().notes
    # Their signs stand in the one row there is.
    assert [place.has_words for place in notes] == [False, False]
    place = notes[1].area.center()
    assert timeline.mark_places().note_at(QPointF(place)) == MARKS.notes[2]
    timeline.set_form(LOW)
    timeline.resize(994, timeline.sizeHint().height())
    assert timeline.mark_places().notes == []
    assert timeline.mark_places().ranges == []


def test_marks_are_told_to_those_who_listen(timeline: Timeline) -> None:
    assert timeline.accessibleDescription() == "Good 4–20, 50–88, 2 notes"
    timeline.show_range(24, 91)
    assert timeline.accessibleDescription() == "In 25, Out 92, Good 4–20, 50–88, 2 notes"
    timeline.show_clip(10)
    assert timeline.accessibleDescription() == ""
