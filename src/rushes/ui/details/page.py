"""Everything that is told of takes, beneath each other."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rushes.library.announcements import JobEntry
from rushes.ui.answers.told import told
from rushes.ui.compose.overlay_scroll_bar import OverlayScrollBar
from rushes.ui.details.followed_takes import FollowedTakes
from rushes.ui.details.input_facts import Models
from rushes.ui.details.inputs_section import InputsSection
from rushes.ui.details.job_section import JobSection
from rushes.ui.details.marks_section import MarksSection
from rushes.ui.details.notes_section import NotesSection
from rushes.ui.details.section import DetailsSection
from rushes.ui.details.sent_section import SentSection
from rushes.ui.details.take_section import TakeSection
from rushes.ui.job_faces.state_face import state_face


class DetailsPage(QScrollArea):
    """A column of sections that scrolls where it has to.

    Args:
        takes: what is told of.
        models: what is known of models now.
        clock: seconds since the epoch.

    Attributes:
        take, marks, inputs, notes, job, sent: the sections.

    Signals:
        folded: (name of a section, whether it is folded away), by a person.
        copied: what has this label is on the clipboard.
    """

    folded = Signal(str, bool)
    copied = Signal(str)

    def __init__(
        self,
        takes: FollowedTakes,
        models: Callable[[], Models],
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._takes = takes
        self._models = models
        self._clock = clock
        self.take = TakeSection()
        self.marks = MarksSection()
        self.inputs = InputsSection()
        self.notes = NotesSection()
        self.job = JobSection()
        self.sent = SentSection()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.take)
        for section in self.sections:
            column.addWidget(section)
            section.folded.connect(self.folded)
        for each in (self.inputs.list, self.job.list, self.sent.list, self.sent):
            each.copied.connect(self.copied)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A click between the controls leaves the keyboard where it is, at the picture mostly.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        self._bar = OverlayScrollBar(self)

    @property
    def sections(self) -> tuple[DetailsSection, ...]:
        """The sections that can be folded away, in their order."""
        return (self.marks, self.inputs, self.notes, self.job, self.sent)

    def show_all(self) -> None:
        """Show everything as it is now."""
        told = self._takes.told
        models = self._models()
        single = told.single
        self.take.show_takes(told)
        self.marks.show_marks([entry.job.marks for entry in told.entries])
        self.inputs.show_takes(told, models)
        for section in (self.notes, self.job, self.sent):
            section.setVisible(single is not None)
        if single is not None:
            self.notes.show_job(single.job)
            self.sent.show_job(single.job)
            self.show_time(single)
        self._align_values()

    def show_time(self, entry: JobEntry) -> None:
        """Show what is another as time goes by: how the take stands, and how long it took."""
        now, job = self._clock(), entry.job
        circumstances = self._takes.circumstances
        face = state_face(entry, circumstances, now)
        self.take.show_state(face, told(entry, circumstances))
        library = self._takes.library
        media = None if library is None else library.layout.media
        self.job.show_job(job, self._models().get(job.request.model_id), media, now)

    def _align_values(self) -> None:
        """Have the values of all sections begin at one line, behind the longest label."""
        lists = (self.inputs.list, self.job.list, self.sent.list)
        width = max(each.widest_label for each in lists)
        for each in lists:
            each.set_label_width(width)
