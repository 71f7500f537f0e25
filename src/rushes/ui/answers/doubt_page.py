"""What the pages share on which nobody knows whether a job was paid for: look, and follow it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from rushes.domain.errors import RushesError
from rushes.ui.answers.answer_page import AnswerPage
from rushes.ui.answers.answer_row import AnswerRow
from rushes.ui.answers.follow_row import FollowRow
from rushes.ui.answers.look_row import look_row
from rushes.ui.answers.problem_words import follow_problem
from rushes.ui.answers.wishes import AnswerWishes


class DoubtPage(AnswerPage):
    """Look on the service's page; if the job is there, follow it by its request id.

    Attributes:
        look, follow: the answers; the page adds them to its rows.
    """

    def __init__(
        self, wishes: AnswerWishes, parent: QWidget, follow_title: str, details: str = ""
    ) -> None:
        super().__init__(wishes, parent, details=details)
        self._asking: AnswerRow | None = None
        self.look = look_row(self.box)
        self.follow = FollowRow(
            follow_title,
            QCoreApplication.translate(
                "Answers",
                "Paste its request id. Rushes watches it and brings the clip home. "
                "Nothing new is sent.",
            ),
            self.box,
        )
        self.look.chosen.connect(lambda: wishes.open_page_requested.emit(self.job_id))
        self.follow.follow_requested.connect(self._on_follow_requested)
        self.follow.left.connect(self._on_field_left)

    @property
    def row_in_trouble(self) -> AnswerRow | None:
        return self._asking

    def show_adopt_problem(self, error: RushesError) -> None:
        """Say beneath the field why the request cannot be followed."""
        self.tell_problem(self.follow, error, follow_problem(error))

    def show_problem(self, error: RushesError) -> None:
        if self._asking is self.follow:
            self.show_adopt_problem(error)
        else:
            super().show_problem(error)

    def _on_follow_requested(self, remote_id: str) -> None:
        self._asking = self.follow
        self.wishes.adopt_requested.emit(self.job_id, remote_id)

    def _on_field_left(self) -> None:
        self.main_button.setFocus(Qt.FocusReason.OtherFocusReason)
