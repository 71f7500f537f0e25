"""The Activity strip: one line that is always there, and says how all jobs stand."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.engine.events import Reach
from rushes.engine.tasks import Tasks
from rushes.ui.activity.activity_model import ActivityModel
from rushes.ui.activity.activity_summary import ActivitySummary
from rushes.ui.activity.strip_facts import strip_facts
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from rushes.library.library import Library

_HEIGHT = 28


class ActivityStrip(QWidget):
    """Counts by state, one bar for all downloads, the network, and the switch for sending.

    Attributes:
        model: the jobs under way, for the list that this opens.

    Signals:
        open_requested: whether the list should be open.
        pause_requested: whether waiting jobs should be held back.
        job_chosen: id of the first job that asks for a person, whose count was clicked.
    """

    open_requested = Signal(bool)
    pause_requested = Signal(bool)
    job_chosen = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, model: ActivityModel | None = None
    ) -> None:
        super().__init__(parent)
        self.model = model or ActivityModel(self)
        self._summary = ActivitySummary(self)
        self._pause = Button("", self, kind=ButtonKind.QUIET, icon="pause_outline", small=True)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._summary, 1)
        self._layout.addWidget(self._pause)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.model.facts_changed.connect(self._show_facts)
        self.model.asks_anew.connect(self._on_asks_anew)
        self._summary.clicked.connect(self._on_summary_clicked)
        self._summary.asking_clicked.connect(self._on_asking_clicked)
        self._pause.clicked.connect(self._on_pause_clicked)
        self._retranslate()
        self._apply_theme()

    def attach(
        self,
        library: "Library",
        circumstances: Circumstances | None,
        tasks: Tasks,
        *,
        after: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        """Follow an open library; `circumstances` may be shared with other panels.

        What is under way is read once what `after` returns is over.
        """
        self.model.open(library, tasks, circumstances, after=after)

    def follow(self, engine: EngineEvents) -> None:
        """Follow what an engine tells: progress, network, pause."""
        self.model.follow(engine)

    def detach(self) -> None:
        """Let go of library and engine; before the library is closed."""
        self.model.close()

    def show_open(self, is_open: bool) -> None:
        """Show that the list is open, or closed."""
        self._summary.setChecked(is_open)

    @property
    def facts(self) -> list[str]:
        """What it says, from left to right."""
        return [fact.text for fact in self._summary.facts]

    def _show_facts(self) -> None:
        circumstances = self.model.circumstances
        known = self.model.is_loaded
        kept = self.model.is_kept_waiting
        facts = strip_facts(self.model.counts(), circumstances, is_kept_waiting=kept)
        self._summary.show_facts(facts if known else [])
        paused = circumstances.is_sending_paused
        self._pause.setText(self.tr("Resume sending") if paused else self.tr("Pause sending"))
        self._pause.set_icon_name("play" if paused else "pause_outline")
        self._pause.setEnabled(known)
        # Where nothing goes out by itself there is nothing to pause.
        stands = circumstances.reach is Reach.OFFLINE or bool(circumstances.asked.job_ids)
        self._pause.setVisible(paused or not stands)

    def _on_asks_anew(self) -> None:
        self.open_requested.emit(True)

    def _on_asking_clicked(self) -> None:
        job_id = self.model.first_that_asks()
        if job_id is not None:
            self.job_chosen.emit(job_id)

    def _on_summary_clicked(self) -> None:
        self.open_requested.emit(not self._summary.isChecked())

    def _on_pause_clicked(self) -> None:
        self.pause_requested.emit(not self.model.circumstances.is_sending_paused)

    def _retranslate(self) -> None:
        self._summary.setText(self.tr("Activity"))
        self.setAccessibleName(self.tr("Activity"))
        self._show_facts()

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setFixedHeight(theme.px(_HEIGHT))
        self._layout.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        self._layout.setSpacing(theme.px(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
        elif event.type() == QEvent.Type.LanguageChange:
            self.model.retranslate()
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().color(Role.PANEL))
