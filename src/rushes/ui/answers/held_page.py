"""The page of a job that waited in an older copy of the library."""

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rushes.ui.answers.answer_page import Asked
from rushes.ui.answers.answer_row import ButtonRow
from rushes.ui.answers.confirm_row import ConfirmRow
from rushes.ui.answers.doubt_page import DoubtPage
from rushes.ui.answers.look_row import look_text
from rushes.ui.answers.moments import moment_text
from rushes.ui.answers.obstacle_words import Needs
from rushes.ui.answers.steps_line import Step
from rushes.ui.answers.wishes import AnswerWishes
from rushes.ui.theme.roles import Role


class HeldPage(DoubtPage):
    """Was this job sent since? Look, follow, send now, do not send.

    Attributes:
        send, drop: the answers besides looking and following.
    """

    def __init__(self, wishes: AnswerWishes, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(wishes, parent, translate("Answers", "It was sent: follow it"))
        self.send = ConfirmRow(
            "sending",
            translate("Answers", "It was not sent: send it now"),
            translate("Answers", "if the other copy of this library did send it."),
            translate("Answers", "Send it now…"),
            self.box,
            lead=translate("Answers", "May charge twice"),
            question=translate("Answers", "This may charge twice. Send it now?"),
            consequence=translate("Answers", "If the other copy did send it, both are charged."),
            confirm=translate("Answers", "Send it"),
        )
        self.drop = ButtonRow(
            "cancelled",
            translate("Answers", "Do not send it"),
            translate(
                "Answers",
                "It stays in History as Cancelled, with its prompt and settings. "
                "This copy sends nothing.",
            ),
            translate("Answers", "Do not send"),
            self.box,
        )
        self.add_row(self.look, Needs.BROWSER)
        self.add_row(self.follow, Needs.REPLY)
        self.add_row(self.send, Needs.SEND)
        self.add_row(self.drop)
        self.send.confirmed.connect(self._on_send_confirmed)
        self.drop.chosen.connect(self._on_drop_chosen)

    def _tell(self, asked: Asked) -> None:
        translate = QCoreApplication.translate
        self.head.say(
            translate("Answers", "Was this job sent since?"),
            translate(
                "Answers",
                "This library is an older copy of itself, such as a backup. When the copy was "
                "made, this job was still waiting; the library it was made from may have sent it "
                "since. From here nothing was sent, and nothing is without your word.",
            ),
        )
        now = time.time()
        self.show_steps(
            [
                Step(translate("Answers", "Written down"), moment_text(asked.job.created_at, now)),
                Step(
                    translate("Answers", "Held back here"),
                    "",
                    "needs_you",
                    Role.WARN,
                ),
            ]
        )
        self.look.say(translate("Answers", "Look on the service’s page"), look_text(asked.job))

    def _on_send_confirmed(self) -> None:
        self._asking = self.send
        self.wishes.send_held_requested.emit(self.job_id)

    def _on_drop_chosen(self) -> None:
        self._asking = self.drop
        self.wishes.drop_held_requested.emit(self.job_id)
