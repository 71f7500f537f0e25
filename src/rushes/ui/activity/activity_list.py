"""The Activity list: a row for each job that is under way or asks for a person."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from rushes.engine.tasks import Tasks
from rushes.ui.activity.activity_model import ActivityModel, ActivityRole
from rushes.ui.activity.activity_rows import ActivityRows
from rushes.ui.activity.row_painter import RowAct, act_word, row_height
from rushes.ui.components.hairline import Hairline
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.menu import Menu
from rushes.ui.components.panel_head import PanelHead
from rushes.ui.components.text_label import TextLabel
from rushes.ui.job_faces.acts import can_cancel
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.theme.icons import icon
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

if TYPE_CHECKING:
    from rushes.library.library import Library

_FEWEST_ROWS = 2
_USUAL_ROWS = 6


class ActivityList(QWidget):
    """What runs, waits and asks, with a way to cancel and to answer.

    Args:
        model: the strip's, so that both tell the same; without one, the list follows by itself.

    Signals:
        cancel_requested: id of the job that a person wants cancelled.
        job_chosen: id of the job that a person wants to see, or to answer for.
        close_requested: the list should close.
    """

    cancel_requested = Signal(str)
    job_chosen = Signal(str)
    close_requested = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, model: ActivityModel | None = None
    ) -> None:
        super().__init__(parent)
        self.model = model or ActivityModel(self)
        self._head = PanelHead("", self)
        self._close = IconButton("chevron_down", "", self)
        self._head.add_widget(self._close)
        self._nothing = TextLabel("", TextStyle.CONTROL, Role.MUTED, self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rows = ActivityRows(self.model, self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(Hairline(parent=self))
        layout.addLayout(self._pages, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self.rows)
        for change in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            change.connect(self._show_page)
        self._close.clicked.connect(self.close_requested)
        self.rows.activated.connect(self._on_activated)
        self.rows.act_requested.connect(self._on_act_requested)
        self.rows.menu_requested.connect(self._open_menu)
        self._retranslate()
        self._show_page()

    def attach(self, library: "Library", circumstances: Circumstances | None, tasks: Tasks) -> None:
        """Follow an open library; only for a list with a model of its own."""
        self.model.open(library, tasks, circumstances)

    def follow(self, engine: EngineEvents) -> None:
        """Follow what an engine tells; only for a list with a model of its own."""
        self.model.follow(engine)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(480), self._height(_USUAL_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(300), self._height(_FEWEST_ROWS))

    def _height(self, rows: int) -> int:
        return current_theme().metrics.head + 1 + rows * row_height()

    def _show_page(self) -> None:
        self._pages.setCurrentWidget(self.rows if self.model.rowCount() else self._nothing)

    def _on_activated(self, index: QModelIndex) -> None:
        entry = index.data(ActivityRole.ENTRY)
        if entry is not None:
            self.job_chosen.emit(entry.job.id)

    def _on_act_requested(self, index: QModelIndex, act: RowAct) -> None:
        entry = index.data(ActivityRole.ENTRY)
        if entry is not None and act is RowAct.CANCEL:
            self.cancel_requested.emit(entry.job.id)
        elif entry is not None:
            self.job_chosen.emit(entry.job.id)

    def _open_menu(self, index: QModelIndex, position: QPoint) -> None:
        entry = index.data(ActivityRole.ENTRY)
        if entry is None:
            return
        job_id = entry.job.id
        menu = Menu("", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        show = menu.addAction(self.tr("Show in History"), lambda: self.job_chosen.emit(job_id))
        show.setIcon(icon("grid"))
        if can_cancel(entry.job):
            words = act_word(RowAct.CANCEL)
            cancel = menu.addAction(words, lambda: self.cancel_requested.emit(job_id))
            cancel.setIcon(icon("cancelled"))
        menu.popup(position)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Activity"))
        self._head.set_title(self.tr("Activity"))
        self._close.set_words(self.tr("Close the list"))
        self._nothing.setText(self.tr("Nothing is running"))
        self.rows.setAccessibleName(self.tr("Jobs under way"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.rows.scheduleDelayedItemsLayout()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().color(Role.PANEL))
