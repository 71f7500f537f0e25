"""The page of a job whose outcome nobody knows, with its four answers."""

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.ui.answers.answer_page import Asked
from rushes.ui.answers.answer_row import ButtonRow
from rushes.ui.answers.confirm_row import ConfirmRow
from rushes.ui.answers.doubt_page import DoubtPage
from rushes.ui.answers.look_row import look_text
from rushes.ui.answers.lost_reply import happened_sentence, last_step_title, lost_reply
from rushes.ui.answers.moments import moment_text
from rushes.ui.answers.obstacle_words import Needs
from rushes.ui.answers.steps_line import Step
from rushes.ui.answers.wishes import AnswerWishes
from rushes.ui.job_faces.acts import seed_of
from rushes.ui.job_faces.measures import count_text
from rushes.ui.theme.roles import Role


class UnknownPage(DoubtPage):
    """Did this job arrive? Look, follow, send again, keep.

    Attributes:
        again, keep: the answers besides looking and following.
        successor: leads to the job that was sent in this one's place.
    """

    def __init__(self, wishes: AnswerWishes, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        details = translate("Answers", "Details of the lost reply")
        super().__init__(wishes, parent, translate("Answers", "It is there: follow it"), details)
        self.successor = ButtonRow(
            "stack",
            translate("Answers", "It was sent again"),
            translate("Answers", "The new take has the same prompt and settings."),
            translate("Answers", "Show it"),
            self.box,
            once=False,
        )
        self.again = ConfirmRow(
            "sending",
            translate("Answers", "It is not there: send it again"),
            "",
            translate("Answers", "Send again…"),
            self.box,
            question=translate("Answers", "This may charge twice. Send it again?"),
            consequence=translate("Answers", "If the first one did arrive, both are charged."),
            confirm=translate("Answers", "Send again"),
        )
        self.keep = ButtonRow(
            "waiting",
            translate("Answers", "Keep it for later"),
            "",
            translate("Answers", "Keep"),
            self.box,
        )
        self.add_row(self.look, Needs.BROWSER)
        self.add_row(self.successor)
        self.add_row(self.follow, Needs.REPLY)
        self.add_row(self.again, Needs.SEND)
        self.add_row(self.keep)
        self.successor.chosen.connect(self._on_successor_chosen)
        self.again.confirmed.connect(self._on_again_confirmed)
        self.keep.chosen.connect(self._on_keep_chosen)

    def _tell(self, asked: Asked) -> None:
        translate = QCoreApplication.translate
        job = asked.job
        is_sent_again = job.answer == "sent_again"
        if is_sent_again:
            self.head.say(*_sent_again_words(asked.successor))
        else:
            doubt = translate(
                "Answers",
                "It may be running and charged, or it may never have arrived. "
                "Rushes never sends a paid job twice by itself, so it waits for your word.",
            )
            happened = happened_sentence(lost_reply(job))
            self.head.say(translate("Answers", "Did this job arrive?"), f"{happened} {doubt}")
        self.head.icon.set_icon("needs_you", Role.MUTED if is_sent_again else Role.WARN)
        self.show_steps(unknown_steps(job, time.time()))
        self.look.say(translate("Answers", "Look on the service’s page"), look_text(job))
        same = translate("Answers", "if the first one did arrive. Same prompt, same seed.")
        if seed_of(job) is None:
            same = translate("Answers", "if the first one did arrive. Same prompt and settings.")
        self.again.say(
            translate("Answers", "It is not there: send it again"),
            same,
            lead=translate("Answers", "May charge twice"),
        )
        self._tell_of_keeping(job)
        self.again.setVisible(not is_sent_again)
        self.keep.setVisible(not is_sent_again)
        self.successor.setVisible(is_sent_again and asked.successor is not None)

    def _tell_of_keeping(self, job: Job) -> None:
        translate = QCoreApplication.translate
        is_kept = job.answer == "kept"
        title = translate("Answers", "Keep it for later")
        if is_kept:
            title = translate("Answers", "Kept for later")
        stays = translate(
            "Answers", "It stays in History, marked Needs you. Nothing is sent and nothing is lost."
        )
        self.keep.say(title, stays)
        self.keep.icon.set_icon("check" if is_kept else "waiting", Role.MUTED)
        self.keep.button.setVisible(not is_kept)

    def _on_successor_chosen(self) -> None:
        if self.asked is not None and self.asked.successor is not None:
            self.wishes.take_requested.emit(self.asked.successor.id)

    def _on_again_confirmed(self) -> None:
        self._asking = self.again
        self.wishes.send_again_requested.emit(self.job_id)

    def _on_keep_chosen(self) -> None:
        self._asking = self.keep
        self.wishes.keep_requested.emit(self.job_id)


def unknown_steps(job: Job, now: float) -> list[Step]:
    """The way of a job whose reply was lost: written down, sent, and where the trace ends."""
    translate = QCoreApplication.translate
    steps = [Step(translate("Answers", "Written down"), moment_text(job.created_at, now))]
    lost = lost_reply(job)
    if job.sent_at is not None:
        began = moment_text(job.sent_at, now)
        if lost.sent_whole:
            steps.append(Step(translate("Answers", "Sent whole"), began))
        else:
            title = translate("Answers", "Sending began")
            steps.append(Step(title, began, "sending", Role.MUTED))
    ended = "" if job.finished_at is None else moment_text(job.finished_at, now)
    steps.append(Step(last_step_title(lost), ended, "needs_you", Role.WARN))
    return steps


def _sent_again_words(successor: Job | None) -> tuple[str, str]:
    translate = QCoreApplication.translate
    if successor is None:
        title = translate("Answers", "This job was sent again")
    else:
        title = translate("Answers", "This job was sent again as take {number}")
        title = title.format(number=count_text(successor.take))
    text = translate(
        "Answers",
        "The first one may still have arrived. If you find it on the service’s page, "
        "follow it here, and its clip comes home as well.",
    )
    return title, text
