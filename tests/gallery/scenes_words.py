"""Tags, notes and good ranges: along the timeline and the lanes, in lists, and where one types."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from rushes.domain.marks import GoodRange, Marks, Note
from rushes.ui.marks.marks_sign import MarksSign
from rushes.ui.marks.notes.note_drafts import NoteDrafts
from rushes.ui.marks.notes.note_popup import NotePopup
from rushes.ui.marks.notes.ranges_and_notes import RangesAndNotes
from rushes.ui.marks.tags.suggestion_list import Offer
from rushes.ui.marks.tags.tag_chips import PartialTag
from rushes.ui.marks.tags.tag_popup import TagPopup
from rushes.ui.marks.tags.tags_row import TagsRow
from rushes.ui.viewer.panel import ViewerPanel
from tests.gallery.board import Board
from tests.gallery.scenes_compare import _scene as compare_scene
from tests.gallery.scenes_compare import _takes
from tests.gallery.scenes_viewer import _scene as viewer_scene

MARKS = Marks(
    tags=("night city", "rain"),
    notes=(
        Note("Softer than the take before;\nask for the longer version."),
        Note("Rain starts late", 8),
        Note("Handle leaves her hand", 42),
    ),
    ranges=(GoodRange(3, 19), GoodRange(49, 87)),
)
_MANY = Marks(
    notes=tuple(Note(f"A longer word about frame {n + 1}", n) for n in (2, 9, 14, 15, 60, 94, 96)),
    ranges=(GoodRange(0, 0), GoodRange(4, 5), GoodRange(20, 26), GoodRange(90, 96)),
)
_OFFERS = [
    Offer("night city", 118, is_recent=True),
    Offer("umbrella", 7, is_recent=True),
    Offer("snow", 1284),
    Offer("wide lens", 96),
    Offer("A tag that is longer than anybody would think useful", 2),
]


def _with_marks(marks: Marks) -> Callable[[ViewerPanel], None]:
    return lambda panel: panel.stage.timeline.show_marks(marks)


def _lists() -> QWidget:
    board = Board(2)
    for title, marks in (
        ("Ranges and notes", MARKS),
        ("None yet", Marks()),
        ("Many", replace(_MANY, tags=tuple(f"tag {n}" for n in range(9)))),
    ):
        section = board.section(title)
        tags = TagsRow()
        tags.setFixedWidth(312)
        tags.show_tags(marks.tags)
        section.add(tags)
        words = RangesAndNotes()
        words.setFixedWidth(312)
        words.show_marks(marks, 97, Fraction(24))
        section.add(words)
        if marks is MARKS:
            words.rows[3]._offer(True)
            section.focused(words.rows[1])
    section = board.section("Several takes")
    tags = TagsRow()
    tags.setFixedWidth(312)
    tags.show_tags(["rain"], [PartialTag("night city", 3, 5), PartialTag("umbrella", 1, 5)])
    section.add(tags)
    sign = MarksSign()
    sign.show_marks(replace(MARKS, rating=4, label=9))
    section.line("Beside the take", sign)
    board.end()
    return board


def _host(size: QSize) -> QWidget:
    host = QWidget()
    host.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    host.setProperty("galleryKeepsFocus", True)
    host.resize(size)
    return host


def _tag_popup(
    tags: tuple[str, ...], partial: tuple[PartialTag, ...], text: str, whose: str
) -> QWidget:
    host = _host(QSize(420, 400))
    popup = TagPopup(host, whose)
    popup.show_tags(tags, partial)
    popup.open_at(QRect(60, 10, 300, 10), inside=False)
    popup.field.setText(text)
    popup.show_offers([offer for offer in _OFFERS if popup.field.beginning in offer.text])
    if text:
        popup.offers.step(1)
    return host


def _note_popup(drafts: NoteDrafts, whose: str = "Night tram, take 3") -> QWidget:
    host = _host(QSize(420, 260))
    many = len(drafts.places) == 1
    NotePopup(host, whose, drafts, is_for_many=many).open_at(QRect(60, 10, 300, 10), inside=False)
    return host


async def _lanes() -> AsyncIterator[QWidget]:
    takes = _takes(4, same_rate=True)
    marked = (
        Marks(ranges=(GoodRange(19, 63),)),
        Marks(ranges=(GoodRange(30, 89),), notes=(Note("Hands", 33), Note("Leaves the frame", 70))),
        Marks(),
        Marks(notes=(Note("Fifth leg for two frames", 42),)),
    )
    found = [replace(take, marks=each) for take, each in zip(takes, marked, strict=True)]
    async for widget in compare_scene((1092, 700), moment=42, takes=lambda: found)():
        yield widget


SCENES = {
    "words-timeline-large": viewer_scene((1092, 640), span=(24, 91), set_up=_with_marks(MARKS)),
    "words-timeline-small": viewer_scene((676, 480), span=(12, 83), set_up=_with_marks(MARKS)),
    "words-timeline-many": viewer_scene((1092, 640), set_up=_with_marks(_MANY)),
    "words-lanes": _lanes,
    "words-lists": _lists,
    "words-tags": lambda: _tag_popup(("rain",), (), "", "Night tram, take 3"),
    "words-tags-typed": lambda: _tag_popup((), (), "wide", "Night tram, take 3"),
    "words-tags-several": lambda: _tag_popup(
        ("rain",), (PartialTag("night city", 3, 5), PartialTag("umbrella", 1, 5)), "", "5 takes"
    ),
    "words-note-frame": lambda: _note_popup(
        NoteDrafts({42: ["Handle leaves her hand"], None: [""]}, 42)
    ),
    "words-note-new": lambda: _note_popup(NoteDrafts({42: [""], None: [""]}, 42)),
    "words-note-several": lambda: _note_popup(NoteDrafts({None: ["one", "two"]}, None), "5 takes"),
}
