"""Good ranges and notes of a take."""

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.ui.details.section import DetailsSection
from rushes.ui.job_faces.measures import count_text
from rushes.ui.marks.notes.ranges_and_notes import RangesAndNotes


class NotesSection(DetailsSection):
    """Lists them, and leads to the frames that they are about.

    Attributes:
        list: a row for each.

    Signals:
        mark_requested: an `AnyChange` that a person wants.
        place_requested: show the frame at this index.
        note_requested: edit the note on the frame at this index, or with None that on the take.
    """

    mark_requested = Signal(object)
    place_requested = Signal(int)
    note_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("notes", "", parent)
        self.list = RangesAndNotes(self)
        self.body.addWidget(self.list)
        self.list.change_requested.connect(self.mark_requested)
        self.list.place_requested.connect(self.place_requested)
        self.list.note_requested.connect(self.note_requested)
        self.set_title(self.tr("Ranges and notes"))

    def show_job(self, job: Job) -> None:
        """Tell of another job."""
        facts = next((clip.facts for clip in job.clips if clip.facts is not None), None)
        frames = 0 if facts is None else facts.frames
        rate = Fraction(0) if facts is None else facts.rate
        self.list.show_marks(job.marks, frames, rate)
        self.set_remark(count_text(self.list.count) if self.list.count else "")
