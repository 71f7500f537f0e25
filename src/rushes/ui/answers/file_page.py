"""The page of a clip whose file is gone, or is another one than the one that came."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.domain.states import FileState
from rushes.ui.answers.answer_page import AnswerPage, Asked
from rushes.ui.answers.answer_row import AnswerRow, ButtonRow
from rushes.ui.answers.confirm_row import ConfirmRow
from rushes.ui.answers.make_again_row import make_again_row, make_again_text
from rushes.ui.answers.obstacle_words import Needs
from rushes.ui.answers.wishes import AnswerWishes
from rushes.ui.components.button import ButtonKind
from rushes.ui.theme.roles import Role


class FilePage(AnswerPage):
    """Where the file should be, and the ways to have the clip again.

    Attributes:
        show_anyway, locate, fetch_again, replace, make_again: the answers; those that do not fit
            are hidden.
    """

    def __init__(self, wishes: AnswerWishes, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(wishes, parent, icon="file_missing")
        self.show_anyway = ButtonRow(
            "eye",
            translate("Answers", "Show it as it is"),
            translate("Answers", "Plays the file that is there now. Nothing is changed."),
            translate("Answers", "Show it"),
            self.box,
            kind=ButtonKind.PRIMARY,
            icon_role=Role.ACCENT,
            once=False,
        )
        self.locate = ButtonRow(
            "folder",
            translate("Answers", "Say where it is now"),
            translate(
                "Answers",
                "Choose the file. Rushes looks whether that or one beside it is the clip, and "
                "copies it back into its place. Nothing is charged.",
            ),
            translate("Answers", "Locate…"),
            self.box,
            kind=ButtonKind.PRIMARY,
            icon_role=Role.ACCENT,
            once=False,
        )
        self.fetch_again = ButtonRow(
            "download",
            translate("Answers", "Fetch it again"),
            translate(
                "Answers",
                "Asks the service for the clip once more, if it still has it. Nothing is charged.",
            ),
            translate("Answers", "Fetch again"),
            self.box,
        )
        self.replace = ConfirmRow(
            "download",
            translate("Answers", "Fetch the first one again"),
            translate("Answers", "the file that is there now, if the service still has the clip."),
            translate("Answers", "Fetch again…"),
            self.box,
            lead=translate("Answers", "Replaces"),
            question=translate("Answers", "Replace the file that is there now?"),
            consequence=translate(
                "Answers", "It cannot be brought back. Copy it elsewhere first to keep it."
            ),
            confirm=translate("Answers", "Replace it"),
        )
        self.make_again = make_again_row(self.box)
        self.add_row(self.show_anyway)
        self.add_row(self.locate)
        self.add_row(self.fetch_again, Needs.REPLY)
        self.add_row(self.replace, Needs.REPLY)
        self.add_row(self.make_again)
        self.show_anyway.chosen.connect(lambda: wishes.show_anyway_requested.emit(self.job_id))
        self.locate.chosen.connect(lambda: wishes.locate_requested.emit(self.job_id))
        self.fetch_again.chosen.connect(lambda: wishes.ask_again_requested.emit(self.job_id))
        self.replace.confirmed.connect(lambda: wishes.ask_again_requested.emit(self.job_id))
        self.make_again.chosen.connect(lambda: wishes.use_all_requested.emit(self.job_id))

    @property
    def row_in_trouble(self) -> AnswerRow:
        return self.fetch_again if self.replace.isHidden() else self.replace

    def _tell(self, asked: Asked) -> None:
        translate = QCoreApplication.translate
        job = asked.job
        changed = is_changed(job)
        may_fetch = job.remote_id is not None
        self.show_anyway.setVisible(changed)
        self.locate.setVisible(not changed)
        self.fetch_again.setVisible(may_fetch and not changed)
        self.replace.setVisible(may_fetch and changed)
        self.make_again.say(translate("Answers", "Make it again"), make_again_text(job))
        self.head.icon.set_icon("warn" if changed else "file_missing", Role.WARN)
        if changed:
            self.head.say(
                translate("Answers", "This file is not the one that came"),
                translate(
                    "Answers",
                    "It holds something else than the clip that was fetched. Rushes left it as it "
                    "is, and keeps its prompt and settings. It lies here:",
                ),
                place=asked.path,
            )
        else:
            self.head.say(
                translate("Answers", "The file is not where it was"),
                translate(
                    "Answers",
                    "Connect its drive, or put the file back, and it shows here again by itself. "
                    "Its prompt and settings are kept. It belongs here:",
                ),
                place=asked.path,
            )


def is_changed(job: Job) -> bool:
    """Tell whether a file of the job is there and is another one, and none is simply missing."""
    states = {clip.state for clip in job.clips}
    return FileState.CHANGED in states and FileState.MISSING not in states
