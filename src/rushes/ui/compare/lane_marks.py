"""Where notes and good ranges of a clip lie in its lane, among the moments of a shared clock."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from rushes.domain.good_ranges import clipped
from rushes.domain.marks import GoodRange, Marks, Note
from rushes.media.compare_times import ClipPlaces
from rushes.ui.theme.roles import Role
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.timeline_marks.mark_places import GAP, ICON, one_line
from rushes.ui.viewer.timeline_marks.marks_painter import paint_note, paint_range
from rushes.ui.viewer.timeline_places import TimelinePlaces

_BESIDE_FRAME = 6
_AFTER_NOTE = 8


class LaneMarks:
    """Lays the marks of one clip out in its lane.

    Args:
        places: of all lanes.
        box: the lane, as long as its clip.
        clip: where its frames lie.
        marks: those of the clip.
    """

    def __init__(self, places: TimelinePlaces, box: QRectF, clip: ClipPlaces, marks: Marks) -> None:
        self._places = places
        self._box = box
        self._clip = clip
        last = clip.index_of(clip.ends - 1)
        self.ranges = [(good, self._bar(good)) for good in clipped(marks.ranges, last + 1)]
        self.notes = self._note_areas(
            [note for note in marks.notes if note.frame is not None and note.frame <= last]
        )

    def _end_of(self, index: int) -> int:
        """The moment behind the last at which a frame is shown."""
        following = self._clip.moment_of(index + 1)
        shows_later = self._clip.index_of(following) > index
        return following if shows_later else self._clip.ends

    def _bar(self, good: GoodRange) -> QRectF:
        places, scale = self._places, self._places.scale
        left = places.snapped(scale.start_of(self._clip.moment_of(good.first)))
        right = places.snapped(scale.start_of(self._end_of(good.last)))
        return QRectF(left, self._box.top(), max(right - left, 3), self._box.height())

    def _note_areas(self, notes: list[Note]) -> list[tuple[Note, QRectF]]:
        theme, places = self._places.theme, self._places
        icon = theme.px(ICON)
        metrics = QFontMetricsF(theme.font(TextStyle.CAPTION))
        lefts = []
        for note in notes:
            # Beside the frame, so that the playhead does not cover it.
            end = places.scale.start_of(self._end_of(note.frame or 0))
            left = min(end + theme.px(_BESIDE_FRAME), self._box.right() - icon)
            lefts.append(places.snapped(left))
        ends = [*(left - theme.px(_AFTER_NOTE) for left in lefts[1:]), self._box.right()]
        found = []
        for note, left, end in zip(notes, lefts, ends, strict=False):
            words = metrics.horizontalAdvance(one_line(note.text)) + 1
            width = min(icon + theme.px(GAP) + words, max(end - left, icon))
            found.append((note, QRectF(left, self._box.top(), width, self._box.height())))
        return found

    def note_at(self, position: QPointF) -> Note | None:
        """The note under the pointer, or None."""
        return next((note for note, area in reversed(self.notes) if area.contains(position)), None)

    def moment_of(self, note: Note) -> int:
        """The moment at which the frame of a note is shown."""
        return self._clip.moment_of(note.frame or 0)

    def paint(self, painter: QPainter) -> None:
        """Paint bars first, and notes over them."""
        theme = self._places.theme
        for good, area in self.ranges:
            paint_range(painter, theme, good, area, taken=[note for _, note in self.notes])
        for note, area in self.notes:
            is_over_bar = any(area.intersects(bar) for _, bar in self.ranges)
            ground = theme.color(Role.RAISED if is_over_bar else Role.WELL)
            painter.fillRect(area.adjusted(-2, 2, 2, -2), ground)
            paint_note(painter, theme, note, area, numbered=False)
