"""The good ranges and notes of a take as a list, as Details shows it."""

from fractions import Fraction

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.good_ranges import clipped, without
from rushes.domain.mark_changes import NoteChange, RangesChange
from rushes.domain.marks import UNMARKED, GoodRange, Marks, Note
from rushes.ui.components.text_label import TextLabel
from rushes.ui.job_faces.measures import count_text, seconds_text
from rushes.ui.marks.mark_keys import DEFAULT_MARK_KEYS, MarkCommand
from rushes.ui.marks.notes.mark_row import MarkRow
from rushes.ui.theme.roles import Role
from rushes.ui.theme.typography import TextStyle

_SHORTEST = 0.05
"""Seconds; less would be told as none."""


class RangesAndNotes(QWidget):
    """Good ranges first, then the note on the take, then those on frames, in their order.

    Attributes:
        rows: one for each.

    Signals:
        change_requested: a `RangesChange` or a `NoteChange` that a person wants.
        place_requested: show the frame at this index.
        note_requested: edit the note on the frame at this index, or with None that on the take.
    """

    change_requested = Signal(object)
    place_requested = Signal(int)
    note_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[MarkRow] = []
        self._marks, self._frames, self._rate = UNMARKED, 0, Fraction(0)
        self._none = TextLabel("", TextStyle.CONTROL, Role.MUTED, self, wrap=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._none)
        self._retranslate()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.rows)

    def show_marks(self, marks: Marks, frames: int, rate: Fraction | float) -> None:
        """Show the ranges and notes of a take.

        Args:
            marks: how it is marked.
            frames: number of frames of its clip; 0 if not known.
            rate: frames a second; 0 if not known, and for a still image.
        """
        shown = (self._marks.ranges, self._marks.notes, self._frames, self._rate)
        self._marks, self._frames, self._rate = marks, frames, Fraction(rate)
        if shown != (marks.ranges, marks.notes, self._frames, self._rate):
            self._rebuild()

    def _rebuild(self) -> None:
        focused = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        ranges = clipped(self._marks.ranges, self._frames) if self._frames else self._marks.ranges
        self.rows = [self._range_row(each) for each in ranges]
        self.rows += [self._note_row(note) for note in self._marks.notes]
        for row in self.rows:
            self._layout.addWidget(row)
            row.show()
        self._none.setVisible(not self.rows)
        self.updateGeometry()
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _range_row(self, good: GoodRange) -> MarkRow:
        row = MarkRow(good, self._range_words(good), self)
        row.clicked.connect(lambda: self.place_requested.emit(good.first))
        row.remove_requested.connect(
            lambda: self.change_requested.emit(RangesChange(without(self._marks.ranges, good)))
        )
        return row

    def _note_row(self, note: Note) -> MarkRow:
        row = MarkRow(note, note.text, self)
        if note.frame is None:
            row.clicked.connect(lambda: self.note_requested.emit(None))
        else:
            row.clicked.connect(lambda: self.place_requested.emit(note.frame))
        row.edit_requested.connect(lambda: self.note_requested.emit(note.frame))
        row.remove_requested.connect(lambda: self.change_requested.emit(NoteChange("", note.frame)))
        return row

    def _range_words(self, good: GoodRange) -> str:
        frames = self.tr("1 frame")
        if good.frames != 1:
            frames = self.tr("{count} frames").format(count=count_text(good.frames))
        parts = [self.tr("Good"), frames]
        seconds = float(good.frames / self._rate) if self._rate else 0.0
        if seconds >= _SHORTEST:
            parts.append(seconds_text(seconds))
        return ", ".join(parts)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Ranges and notes"))
        self._none.setText(
            self.tr("None yet. {good} marks In to Out as good, {note} writes a note.").format(
                good=DEFAULT_MARK_KEYS[MarkCommand.GOOD_RANGE],
                note=DEFAULT_MARK_KEYS[MarkCommand.NOTE],
            )
        )
        self._rebuild()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
