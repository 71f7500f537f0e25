"""What all pages of answers have: a question, what happened, the request, and the answers."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rushes.domain.errors import RemoteIdTaken, RushesError
from rushes.domain.job import Job
from rushes.ui.answers.answer_row import AnswerRow, ButtonRow
from rushes.ui.answers.details_fold import DetailsFold
from rushes.ui.answers.obstacle_words import Needs, obstacle_icon, obstacle_words
from rushes.ui.answers.problem_words import ask_problem, remedy_word
from rushes.ui.answers.request_summary import RequestSummary
from rushes.ui.answers.steps_line import Step, StepsLine
from rushes.ui.answers.wishes import AnswerWishes
from rushes.ui.components.button import Button
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.painting import paint_box
from rushes.ui.components.text_label import TextLabel
from rushes.ui.job_faces.away import Away
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


@dataclass(frozen=True, slots=True)
class Asked:
    """A job that a page is about, and what the page tells besides it.

    Attributes:
        job: as it stands now.
        path: where its missing or changed file belongs, as people read paths; else empty.
        successor: the job that was sent in its place, where that is known.
        away: what keeps the service from being asked now.
    """

    job: Job
    path: str = ""
    successor: Job | None = None
    away: Away | None = None


class PageHead(QWidget):
    """An icon, a question or statement, and sentences."""

    def __init__(self, icon: str, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self.icon = IconPicture(icon, 24, role, self)
        self.title = TextLabel("", TextStyle.PAGE_TITLE, Role.STRONG, self, wrap=True)
        self.text = TextLabel("", TextStyle.BODY, Role.TEXT, self, wrap=True)
        self.place = TextLabel("", TextStyle.CONTROL, Role.STRONG, self, wrap=True)
        self._words = QVBoxLayout()
        for label in (self.title, self.text, self.place):
            self._words.addWidget(label)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self._apply_theme()

    def say(self, title: str, text: str, *, place: str = "") -> None:
        """Say something; `place` is a path."""
        self.title.setText(title)
        self.text.setText(text)
        self.place.setText(place)
        self.place.setVisible(bool(place))

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._row.setSpacing(px(14))
        self._words.setSpacing(px(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()


class AnswerBox(QWidget):
    """The request, and beneath it one row for each answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.request = RequestSummary(self)
        self.rows: dict[AnswerRow, Needs] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.request)

    def add_row(self, row: AnswerRow, needs: Needs) -> None:
        """Put a row at the end; `needs` is what its answer needs."""
        self.rows[row] = needs
        self._column.addWidget(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        line = current_theme().color(Role.EDGE)
        paint_box(QPainter(self), QRectF(self.rect()), Radius.CARD, line=line)


class AnswerPage(QWidget):
    """The frame of a page. Each kind of page fills it and tells of a job in its own words.

    Qt’s metaclass does not refuse to make it; mypy refuses one that lacks its abstract methods.

    Args:
        wishes: what the answers are told through.
        icon, role: of the question.
        details: what the raw text of others is called.
    """

    def __init__(
        self,
        wishes: AnswerWishes,
        parent: QWidget,
        *,
        icon: str = "needs_you",
        role: Role = Role.WARN,
        details: str = "",
    ) -> None:
        super().__init__(parent)
        self.wishes = wishes
        self.asked: Asked | None = None
        self._problem: RushesError | None = None
        self.head = PageHead(icon, role, self)
        self._way = QWidget(self)
        self.steps = StepsLine(self._way)
        way = QVBoxLayout(self._way)
        way.addWidget(self.steps)
        self._way.hide()
        self.box = AnswerBox(self)
        self.details = DetailsFold(
            details or QCoreApplication.translate("Answers", "Details"), self
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.head, self._way, self.box, self.details):
            self._column.addWidget(part)
        self._apply_theme()

    @property
    def main_button(self) -> Button:
        """What has the keyboard when the page has it: the first button that answers."""
        rows = (row for row in self.box.rows if isinstance(row, ButtonRow))
        return next(row.button for row in rows if not row.isHidden())

    @property
    def row_in_trouble(self) -> AnswerRow | None:
        """The row beneath which a problem is told: that of the answer given last."""
        return next(iter(self.box.rows), None)

    @property
    def job_id(self) -> str:
        """Our own id of the job that is told of; empty before there is one."""
        return "" if self.asked is None else self.asked.job.id

    def show_asked(self, asked: Asked) -> None:
        """Tell of a job; one that is as it was before changes nothing that a person has begun."""
        if asked == self.asked:
            return
        if self._stands_elsewhere(asked.job):
            for row in self.box.rows:
                row.begin_anew()
        self.asked = asked
        self.box.request.show_job(asked.job)
        self.details.show_text(self._raw_text(asked.job))
        self._tell(asked)
        for row, needs in self.box.rows.items():
            row.show_obstacle(obstacle_words(needs, asked.away), obstacle_icon(asked.away))
        self.setAccessibleName(self.head.title.text())
        self.setAccessibleDescription(self.head.text.text())

    def show_problem(self, error: RushesError) -> None:
        """Say beneath the answer why it could not be carried out."""
        if self.row_in_trouble is not None:
            self.tell_problem(self.row_in_trouble, error, ask_problem(error))

    def tell_problem(self, row: AnswerRow, error: RushesError, sentence: str) -> None:
        """Say beneath a row what went wrong, with what puts it right."""
        self._problem = error
        row.show_problem(sentence, remedy_word(error))

    def add_row(self, row: AnswerRow, needs: Needs = Needs.NOTHING) -> None:
        """Put an answer at the end; `needs` is what it takes to give it."""
        self.box.add_row(row, needs)
        row.remedy_requested.connect(self._on_remedy_requested)

    def set_narrow(self, narrow: bool) -> None:
        """Put the acts beneath their words."""
        self.steps.set_narrow(narrow)
        for row in self.box.rows:
            row.set_narrow(narrow)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Tell the way that the job went."""
        self.steps.show_steps(steps)
        self._way.setVisible(bool(steps))

    @abstractmethod
    def _tell(self, asked: Asked) -> None:
        """Say what happened, and show the answers that fit."""

    def _raw_text(self, job: Job) -> str:
        """What others said of it, for those who ask."""
        return job.error.detail if job.error is not None else ""

    def _on_remedy_requested(self) -> None:
        if isinstance(self._problem, RemoteIdTaken):
            self.wishes.take_requested.emit(self._problem.detail)
        else:
            self.wishes.settings_requested.emit()

    def _stands_elsewhere(self, job: Job) -> bool:
        before = None if self.asked is None else self.asked.job
        if before is None:
            return True
        return (before.id, before.state, before.answer, before.error) != (
            job.id,
            job.state,
            job.answer,
            job.error,
        )

    def _apply_theme(self) -> None:
        px = current_theme().px
        self.head.setContentsMargins(0, 0, 0, px(20))
        self.details.setContentsMargins(0, px(8), 0, 0)
        way = self._way.layout()
        if way is not None:
            way.setContentsMargins(0, 0, 0, px(12))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
