"""Where notes and good ranges lie along the timeline, and what of them is under the pointer."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from rushes.domain.good_ranges import clipped
from rushes.domain.marks import GoodRange, Marks, Note
from rushes.ui.viewer.timeline_places import TimelinePlaces, number_text

ICON = 12
"""Side of a note's bubble and of a range's tick, in pixels at 100 %."""
GAP = 4

_AFTER_NOTE = 8
_REACH = 5
_ABOVE_BAR = 4


@dataclass(frozen=True, slots=True)
class NotePlace:
    """A note and where it stands.

    Attributes:
        area: bubble and words; it ends where the next note begins.
        has_words: whether words are told, and not its sign alone.
    """

    note: Note
    area: QRectF
    has_words: bool


@dataclass(frozen=True, slots=True)
class RangePlace:
    """A good range and where its bar lies."""

    good: GoodRange
    area: QRectF


@dataclass(frozen=True, slots=True)
class Edge:
    """An end of a good range."""

    good: GoodRange
    is_first: bool


class MarkPlaces:
    """Lays the marks of one clip out over the timeline's places; a note on the take has none."""

    def __init__(self, places: TimelinePlaces, marks: Marks) -> None:
        self._places = places
        self._marks = marks

    @cached_property
    def ranges(self) -> list[RangePlace]:
        """The bars from left to right; none where there is no row for them."""
        places, row = self._places, self._places.ranges
        if not row.height():
            return []
        found = []
        top = row.top() + places.theme.px(_ABOVE_BAR)
        for good in clipped(self._marks.ranges, places.scale.count):
            left = places.snapped(places.scale.start_of(good.first))
            right = places.snapped(places.scale.start_of(good.last + 1))
            area = QRectF(left, top, max(right - left, 3), row.bottom() - top)
            found.append(RangePlace(good, area))
        return found

    @cached_property
    def notes(self) -> list[NotePlace]:
        """The notes on frames from left to right; none where there is no row for them."""
        places = self._places
        has_words = places.notes.height() > 0
        row = places.notes if has_words else places.ranges
        if not row.height():
            return []
        on_frames = [
            note
            for note in self._marks.notes
            if note.frame is not None and note.frame < places.scale.count
        ]
        icon, px = places.theme.px(ICON), places.theme.px
        lefts = []
        for note in on_frames:
            left = places.scale.start_of(note.frame or 0) - 1
            least = icon
            if has_words:
                number = places.number_metrics.horizontalAdvance(number_text(note.frame or 0))
                least = icon + px(GAP) + round(number + 0.5)
            else:
                left = places.scale.middle_of(note.frame or 0) - icon / 2
            # The last frames leave room for the number, at least.
            lefts.append(places.snapped(max(min(left, places.scale.right - least), 0)))
        top = row.top() if has_words else row.top() + px(_ABOVE_BAR)
        found = []
        ends = [*(left - px(_AFTER_NOTE) for left in lefts[1:]), float(places.size.width())]
        for note, left, end in zip(on_frames, lefts, ends, strict=False):
            width = max(end - left, icon) if has_words else icon
            area = QRectF(left, top, width, row.bottom() - top)
            found.append(NotePlace(note, area, has_words))
        return found

    def words_width(self, place: NotePlace) -> float:
        """How wide bubble and words are, as far as there is room for them, in pixels."""
        places = self._places
        icon, gap = places.theme.px(ICON), places.theme.px(GAP)
        if not place.has_words:
            return float(icon)
        metrics = places.number_metrics
        number = metrics.horizontalAdvance(number_text(place.note.frame or 0))
        words = metrics.horizontalAdvance(one_line(place.note.text))
        return min(icon + gap + number + gap + words, place.area.width())

    def note_at(self, position: QPointF) -> Note | None:
        """The note under the pointer, or None."""
        for place in reversed(self.notes):
            area = QRectF(place.area)
            area.setWidth(self.words_width(place))
            if area.adjusted(-1, 0, 1, 0).contains(position):
                return place.note
        return None

    def range_at(self, position: QPointF) -> GoodRange | None:
        """The good range under the pointer, or None."""
        found = (place.good for place in self.ranges if place.area.contains(position))
        return next(found, None)

    def edge_at(self, position: QPointF) -> Edge | None:
        """The end of a good range that a hand here takes hold of: the nearest within reach."""
        row, reach = self._places.ranges, self._places.theme.px(_REACH)
        if not row.top() <= position.y() <= row.bottom():
            return None
        nearest: tuple[float, Edge] | None = None
        for place in self.ranges:
            for x, is_first in ((place.area.left(), True), (place.area.right(), False)):
                away = abs(position.x() - x)
                if away <= reach and (nearest is None or away < nearest[0]):
                    nearest = away, Edge(place.good, is_first)
        return None if nearest is None else nearest[1]


def one_line(text: str) -> str:
    """A note's text without its line breaks."""
    return " ".join(text.split())
