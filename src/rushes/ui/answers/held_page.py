"""The page of a job that waited in an older copy of the library."""

import time

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from rushes.domain.errors import RushesError
from rushes.ui.answers.answer_page import AnswerPage, Asked
from rushes.ui.answers.answer_row import AnswerRow, ButtonRow
from rushes.ui.answers.confirm_row import ConfirmRow
from rushes.ui.answers.follow_row import FollowRow
from rushes.ui.answers.look_row import look_row, look_text
from rushes.ui.answers.moments import moment_text
from rushes.ui.answers.problem_words import follow_problem
from rushes.ui.answers.steps_line import Step
from rushes.ui.answers.wishes import AnswerWishes
from rushes.ui.components.button import Button
from rushes.ui.theme.roles import Role


class HeldPage(AnswerPage):
    """Was this job sent since? Look, follow, send now, do not send.

    Attributes:
        look, follow, send, drop: the answers.
    """

    def __init__(self, wishes: AnswerWishes, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(wishes, parent)
        self._asking: AnswerRow | None = None
        self.look = look_row(self.box)
        self.follow = FollowRow(
            translate("Answers", "It was sent: follow it"),
            translate(
                "Answers",
                "Paste its request id. Rushes watches it and brings the clip home. "
                "Nothing new is sent.",
            ),
            self.box,
        )
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
        for row in (self.look, self.follow, self.send, self.drop):
            self.add_row(row)
        self.look.chosen.connect(lambda: wishes.open_page_requested.emit(self.job_id))
        self.follow.follow_requested.connect(self._on_follow_requested)
        self.follow.left.connect(lambda: self.main_button.setFocus(Qt.FocusReason.OtherFocusReason))
        self.send.confirmed.connect(self._on_send_confirmed)
        self.drop.chosen.connect(self._on_drop_chosen)

    @property
    def main_button(self) -> Button:
        return self.look.button

    def show_adopt_problem(self, error: RushesError) -> None:
        """Say beneath the field why the request cannot be followed."""
        self.tell_problem(self.follow, error, follow_problem(error))

    @property
    def row_in_trouble(self) -> AnswerRow | None:
        return self._asking

    def show_problem(self, error: RushesError) -> None:
        if self._asking is self.follow:
            self.show_adopt_problem(error)
        else:
            super().show_problem(error)

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

    def _on_follow_requested(self, remote_id: str) -> None:
        self._asking = self.follow
        self.wishes.adopt_requested.emit(self.job_id, remote_id)

    def _on_send_confirmed(self) -> None:
        self._asking = self.send
        self.wishes.send_held_requested.emit(self.job_id)

    def _on_drop_chosen(self) -> None:
        self._asking = self.drop
        self.wishes.drop_held_requested.emit(self.job_id)
