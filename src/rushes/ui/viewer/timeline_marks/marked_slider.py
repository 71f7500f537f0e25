"""A timeline with the notes and good ranges of its clip, and the hand on them."""

from abc import abstractmethod

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from rushes.domain.good_ranges import range_at, without
from rushes.domain.mark_changes import NoteChange, RangesChange
from rushes.domain.marks import UNMARKED, GoodRange, Marks
from rushes.ui.components.tool_tips import plain_tool_tip
from rushes.ui.job_faces.mark_words import notes_words, range_numbers, ranges_words
from rushes.ui.marks.mark_keys import DEFAULT_MARK_KEYS, MarkCommand, NoteWish
from rushes.ui.viewer.time_slider import TimeSlider
from rushes.ui.viewer.timeline_marks.mark_places import MarkPlaces
from rushes.ui.viewer.timeline_marks.marks_hand import MarksHand
from rushes.ui.viewer.timeline_menu import TimelineMenu

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkedSlider(TimeSlider):
    """Leads to a note when it is clicked, edits it on a double click, and moves ends of ranges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = UNMARKED
        self._moved: tuple[GoodRange, ...] | None = None
        self._hand = MarksHand()

    @abstractmethod
    def mark_places(self) -> MarkPlaces:
        """Where the marks lie that are shown."""

    @abstractmethod
    def marks_moved(self) -> None:
        """The marks that are shown are others now."""

    @property
    def marks(self) -> Marks:
        """The marks that are shown."""
        return self._marks

    def show_marks(self, marks: Marks) -> None:
        """Show notes and good ranges of the clip."""
        if (marks.notes, marks.ranges) != (self._marks.notes, self._marks.ranges):
            self._marks = marks
            self.marks_moved()

    @property
    def shown_ranges(self) -> tuple[GoodRange, ...]:
        """The good ranges as they are painted: while a hand moves an end, as it has it."""
        return self._marks.ranges if self._moved is None else self._moved

    def marks_words(self) -> list[str]:
        """What is marked, for a screen reader."""
        words = []
        if self._marks.ranges:
            words.append(ranges_words(self._marks.ranges))
        notes = [note for note in self._marks.notes if note.frame is not None]
        if notes:
            words.append(notes_words(len(notes)))
        return words

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._press(event.position()):
            event.accept()
            return
        super().mousePressEvent(event)

    def _press(self, position: QPointF) -> bool:
        """Act on a press on a mark; tells whether there is one."""
        places = self.mark_places()
        if self._hand.take(places, self._marks, position):
            self.scrub_started.emit()
            return True
        note = places.note_at(position)
        if note is None or note.frame is None:
            return False
        self.seek_requested.emit(note.frame)
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._hand.edge is not None:
            index = self._hand.move(self.places(), position.x())
            if self._moved != self._hand.ranges:
                self._moved = self._hand.ranges
                self.marks_moved()
            self.seek_requested.emit(index)
            return
        super().mouseMoveEvent(event)
        if event.buttons():
            return
        places = self.mark_places()
        if places.edge_at(position) is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif places.note_at(position) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._hand.edge is not None:
            ranges = self._hand.let_go()
            self.scrub_ended.emit()
            if ranges is not None:
                # They are shown by then, before they are written down.
                self.mark_requested.emit(RangesChange(ranges))
            self._moved = None
            self.marks_moved()
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        note = self.mark_places().note_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and note is not None:
            self.mark_requested.emit(NoteWish(note.frame))
            event.accept()
            return
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURN and not event.modifiers() and self._marks.note_at(self._shown):
            self.mark_requested.emit(NoteWish(self._shown))
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self._tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tool_tip(text), self)
            return True
        return super().event(event)

    def _tip_at(self, position: QPointF) -> str:
        places = self.mark_places()
        note = places.note_at(position)
        if note is not None:
            return note.text
        good = places.range_at(position)
        return "" if good is None else ranges_words([good])

    # The menu

    def fill_menu(self, menu: TimelineMenu, index: int) -> None:
        fill_with_marks(menu, self, self._marks, index, has_range=self._range != (None, None))


def fill_with_marks(
    menu: TimelineMenu, slider: TimeSlider, marks: Marks, index: int, *, has_range: bool
) -> None:
    """Add the rows about the marks of a clip at the frame at `index` to a menu.

    Args:
        menu: where they are added.
        slider: tells what a person chose, by its `mark_requested`.
        marks: those of the clip.
        index: the frame's index in the clip.
        has_range: whether In or Out is set.
    """

    def wish(wished: object) -> None:
        slider.mark_requested.emit(wished)

    key = DEFAULT_MARK_KEYS
    menu.addSeparator()
    has_note = bool(marks.note_at(index))
    words = _tr("Edit note…") if has_note else _tr("Note here…")
    menu.add_row(words, lambda: wish(NoteWish(index)), key[MarkCommand.NOTE])
    if has_note:
        menu.add_row(_tr("Remove note"), lambda: wish(NoteChange("", index)))
    menu.addSeparator()
    good = range_at(marks.ranges, index)
    if has_range or good is None:
        words = _tr("Good from In to Out") if has_range else _tr("All of it is good")
        menu.add_row(words, lambda: wish(MarkCommand.GOOD_RANGE), key[MarkCommand.GOOD_RANGE])
    if good is not None:
        words = _tr("Remove good range {frames}").format(frames=range_numbers(good))
        menu.add_row(words, lambda: wish(RangesChange(without(marks.ranges, good))))


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimelineMarks", text)
