"""What became of a job: times, files, price, ids, and whether it can be repeated."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.domain.model_spec import ModelSpec
from rushes.domain.repeatability import Reason, Verdict, repeatability
from rushes.ui.components.text_label import TextLabel
from rushes.ui.details.fact_list import FactList
from rushes.ui.details.fact_row import MARGIN
from rushes.ui.details.job_facts import job_facts
from rushes.ui.details.repeat_words import (
    reason_words,
    verdict_and_reason,
    verdict_icon,
    verdict_words,
)
from rushes.ui.details.section import DetailsSection
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class JobSection(DetailsSection):
    """Tells of one job; whether it can be repeated stands in its head, with the reason.

    Attributes:
        list: a row for each fact.
        reason: why it can be repeated or not, where there is no room for that in the head.

    Signals:
        reveal_requested: a person wants to see where the take lies.
    """

    reveal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("job", "", parent, is_wide=True)
        self._verdict: Verdict | None = None
        self.reason = TextLabel("", TextStyle.CAPTION, Role.MUTED, self, wrap=True)
        self.list = FactList(self)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.list)
        self.list.reveal_requested.connect(self.reveal_requested)
        self.set_title(self.tr("Job"))
        self._apply_margins()

    def show_job(self, job: Job, spec: ModelSpec | None, media: Path | None, now: float) -> None:
        """Tell of a job; `media` is the folder of clips, `now` seconds since the epoch."""
        self._verdict = repeatability(job.request, spec)
        self.list.show_facts(job_facts(job, media, now))
        self._show_verdict()

    def _show_verdict(self) -> None:
        verdict = self._verdict
        if verdict is None:
            return
        icon, role = verdict_icon(verdict)
        whole = verdict_and_reason(verdict)
        fits = self.room_for_remark(whole)
        self.set_remark(whole if fits else verdict_words(verdict), icon, role)
        self.reason.setText(reason_words(verdict)[:1].upper() + reason_words(verdict)[1:])
        self.reason.setVisible(not fits)
        # Of a file that came by itself there is nothing to repeat.
        if verdict.reason is Reason.NOTHING_KNOWN:
            self.set_remark("")
            self.reason.setVisible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_verdict()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_margins()
            self._show_verdict()

    def _apply_margins(self) -> None:
        px = current_theme().px
        self.reason.setContentsMargins(px(MARGIN), 0, px(MARGIN), px(4))
