"""The request word by word as it went out, on request."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rushes.domain.job import Job
from rushes.ui.components.button import Button
from rushes.ui.details.body_well import BodyWell
from rushes.ui.details.fact import Fact, FactAct
from rushes.ui.details.fact_list import FactList
from rushes.ui.details.fact_row import MARGIN
from rushes.ui.details.job_facts import shown_price
from rushes.ui.details.section import DetailsSection
from rushes.ui.theme.theme import current_theme


class SentSection(DetailsSection):
    """The body of the request, its digest, and the price that was shown. The token is in no body.

    Nothing is written out before it is opened: a body may hold pictures.

    Attributes:
        list: where it went, its digest, its price.
        well: the body.
        copy: copies all of it.

    Signals:
        copied: what has this title is on the clipboard, all of it.
    """

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sent", "", parent, is_wide=True)
        self._job: Job | None = None
        self._written: bytes | None = None
        self.list = FactList(self)
        self.well = BodyWell(self.tr("What was sent"), self)
        self.copy = Button(self.tr("Copy all"), self, icon="copy", small=True)
        self._wells = QHBoxLayout()
        self._wells.addWidget(self.well)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.copy)
        self._foot.addStretch(1)
        self.body.addLayout(self._wells)
        self.body.addLayout(self._foot)
        self.body.addWidget(self.list)
        self.copy.clicked.connect(self._copy)
        self.title.toggled.connect(self._write)
        self.set_folded(True)
        self._apply_margins()

    @property
    def text(self) -> str:
        """All of the body, exactly as it is sent; empty before a job is shown."""
        return "" if self._job is None else self._job.request.body.decode("utf-8")

    def show_job(self, job: Job) -> None:
        """Tell of another job."""
        self._job = job
        is_out = job.sent_at is not None
        title = self.tr("What was sent") if is_out else self.tr("What is to be sent")
        self.set_title(title)
        self.well.editor.setAccessibleName(title)
        self.setVisible(bool(job.request.model_id))
        self._write()

    def _write(self) -> None:
        job = self._job
        if job is None or self.is_folded:
            return
        body = job.request.body
        if self._written != body:
            self._written = body
            self.well.show_text(self.text)
        facts = [
            Fact(self.tr("Model id"), job.request.model_id, is_name=True, act=FactAct.COPY),
            Fact(self.tr("Digest"), job.request.digest, is_name=True, act=FactAct.COPY),
            Fact(self.tr("Price shown"), shown_price(job)),
        ]
        self.list.show_facts(facts)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copied.emit(self.well.editor.accessibleName())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_margins()

    def _apply_margins(self) -> None:
        px = current_theme().px
        self.well.apply_theme()
        self._wells.setContentsMargins(px(MARGIN), px(4), px(MARGIN), px(8))
        self._foot.setContentsMargins(px(MARGIN), 0, px(MARGIN), px(6))
