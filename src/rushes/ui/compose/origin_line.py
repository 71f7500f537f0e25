"""Which take the draft came from, or which waiting jobs it is to change."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.domain.job import Job
from rushes.domain.titles import shot_name
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class OriginLine(QWidget):
    """ "Remix of Log cabin, take 3", with a cross that cuts the tie; hidden while there is none.

    Or "Changing Log cabin, take 3, which waits", with a cross that leaves it as it was.

    Signals:
        cut_requested: the cross was pressed.
    """

    cut_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconPicture("remix", 13, Role.MUTED, self)
        self._words = TextLabel("", TextStyle.CAPTION, Role.MUTED, self, wrap=True)
        self.cross = IconButton(
            "close", self.tr("Begin a new shot instead"), self, small=True, icon_size=12
        )
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self.cross)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.cross.clicked.connect(self.cut_requested)
        self.show_job(None)
        self._apply_theme()

    def show_job(self, job: Job | None) -> None:
        """Name the take that the draft came from; None hides the line."""
        self._say("remix", "" if job is None else self._sentence(job))
        self.cross.set_words(self.tr("Begin a new shot instead"))

    def show_edited(self, jobs: Sequence[Job]) -> None:
        """Name the jobs that are being changed."""
        shot = self._name(jobs[0])
        if len(jobs) == 1:
            words = self.tr("Changing {shot}, take {take}, which waits")
            words = words.format(shot=shot, take=jobs[0].take)
        else:
            words = self.tr("Changing {count} takes of {shot}, which wait")
            words = words.format(count=len(jobs), shot=shot)
        self._say("waiting", words)
        self.cross.set_words(self.tr("Leave as it was"))

    def _say(self, icon: str, words: str) -> None:
        self._icon.set_icon(icon)
        self._words.setText(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """What is said now."""
        return self._words.text()

    def _sentence(self, job: Job) -> str:
        words = self.tr("Remix of {shot}, take {take}")
        return words.format(shot=self._name(job), take=job.take)

    def _name(self, job: Job) -> str:
        return shot_name(job.prompt) or self.tr("a take without words")

    def _apply_theme(self) -> None:
        self._layout.setSpacing(current_theme().px(6))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
