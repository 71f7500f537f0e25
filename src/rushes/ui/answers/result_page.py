"""The page of a job that ended without a clip: expired or failed, and known to the service."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rushes.domain.error_words import words_for
from rushes.domain.job import Job
from rushes.domain.states import JobState
from rushes.ui.answers.answer_page import AnswerPage, Asked
from rushes.ui.answers.answer_row import ButtonRow
from rushes.ui.answers.make_again_row import make_again_row, make_again_text
from rushes.ui.answers.obstacle_words import Needs
from rushes.ui.answers.wishes import AnswerWishes
from rushes.ui.components.button import ButtonKind
from rushes.ui.theme.roles import Role
from rushes.ui.translation import translated_words


class ResultPage(AnswerPage):
    """What happened, and what can still be done: ask once more, or make it again.

    Attributes:
        ask, make_again: the answers.
    """

    def __init__(self, wishes: AnswerWishes, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        details = translate("Answers", "What the service said")
        super().__init__(wishes, parent, icon="failed", role=Role.BAD, details=details)
        self.ask = ButtonRow(
            "reset",
            translate("Answers", "Ask the service again"),
            translate(
                "Answers",
                "Asks for the result of this very job once more. Nothing is sent anew and "
                "nothing is charged.",
            ),
            translate("Answers", "Ask again"),
            self.box,
            kind=ButtonKind.PRIMARY,
            icon_role=Role.ACCENT,
        )
        self.make_again = make_again_row(self.box)
        self.add_row(self.ask, Needs.REPLY)
        self.add_row(self.make_again)
        self.ask.chosen.connect(lambda: wishes.ask_again_requested.emit(self.job_id))
        self.make_again.chosen.connect(lambda: wishes.use_all_requested.emit(self.job_id))

    def _tell(self, asked: Asked) -> None:
        is_expired = asked.job.state is JobState.EXPIRED
        self.head.icon.set_icon(
            "expired" if is_expired else "failed", Role.WARN if is_expired else Role.BAD
        )
        self.head.say(*_words(asked.job))
        self.make_again.say(
            QCoreApplication.translate("Answers", "Make it again"), make_again_text(asked.job)
        )


def _words(job: Job) -> tuple[str, str]:
    """What happened as a title, and sentences on what is kept and why."""
    translate = QCoreApplication.translate
    code = job.error.code if job.error is not None else ""
    kept = translate("Answers", "Its prompt and settings are kept.")
    match code:
        case "request_gone":
            title = translate("Answers", "The service does not know this job any more")
            text = translate(
                "Answers",
                "It took the job on and later forgot it, so the clip cannot be fetched now.",
            )
        case "link_dead":
            title = translate("Answers", "The link to this clip has died")
            text = translate(
                "Answers",
                "The service made the clip, but its file was gone before it was fetched, and no "
                "new link came.",
            )
        case "result_empty":
            title = translate("Answers", "The service finished, and gave no file")
            text = translate(
                "Answers", "It says that all went well, but its answer names no clip to fetch."
            )
        case "not_the_medium":
            title = translate("Answers", "What came is not a clip")
            text = translate(
                "Answers",
                "Rushes fetched it several times, and each time it was something else. "
                "The link is kept.",
            )
        case "job_failed" | "":
            title = translate("Answers", "The service could not make this clip")
            text = translate("Answers", "It took the job on and ended it with an error of its own.")
        case _:
            words = translated_words(words_for(code))
            title = words.happened.rstrip(".")
            text = words.kept
    return title, f"{text} {kept}" if text != kept else kept
