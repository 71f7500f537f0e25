"""The Activity list: jobs under way, those that ask for a person, and those that wait for one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.activity.activity_model import ActivityModel, ActivityRole
from rushes.ui.activity.activity_rows import ActivityRows
from rushes.ui.activity.cancel_all_bar import CancelAllBar
from rushes.ui.activity.row_menu import RowMenu
from rushes.ui.activity.row_painter import RowAct, act_of, act_word, row_height
from rushes.ui.activity.waiting_list import WaitingList
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.empty_state import EmptyState
from rushes.ui.components.hairline import Hairline
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.panel_head import PanelHead
from rushes.ui.job_faces.acts import can_cancel
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from rushes.library.library import Library

_FEWEST_ROWS = 2
# Qt takes the empty title bar of a dock for one of -1 px, and gives its content so much less.
_SPARE = 1
_USUAL_ROWS = 6
# Qt's own word for no limit, QWIDGETSIZE_MAX.
_NO_LIMIT = (1 << 24) - 1


class ActivityList(QWidget):
    """What runs, waits and asks, with a way to cancel and to answer.

    Jobs that go out only after one word for them all stand in a part of their own; where there
    are no others, that part is the whole list.

    Args:
        model: the strip's, so that both tell the same; without one, the list follows by itself.

    Signals:
        cancel_requested: id of the job that a person wants cancelled.
        job_chosen: id of the job that a person wants to see, or to answer for.
        send_waiting_requested: the jobs that wait for a person's word are to go out.
        reorder_requested: ids of waiting jobs, in the order in which they are to be sent.
        edit_requested: ids of the waiting jobs of one row, which a person wants to change.
        try_again_requested: id of a job that failed, whose request is to be sent once more.
        cancel_all_requested: everything that has not ended is to be cancelled.
        close_requested: the list should close.
    """

    cancel_requested = Signal(str)
    job_chosen = Signal(str)
    send_waiting_requested = Signal()
    reorder_requested = Signal(object)
    edit_requested = Signal(object)
    try_again_requested = Signal(str)
    cancel_all_requested = Signal()
    close_requested = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, model: ActivityModel | None = None
    ) -> None:
        super().__init__(parent)
        self.model = model or ActivityModel(self)
        self._under_way = QWidget(self)
        self._head = PanelHead("", self._under_way)
        self._close = IconButton("chevron_down", "", self._head)
        self.cancel_all = Button("", self._head, kind=ButtonKind.QUIET, small=True)
        self._head.add_widget(self.cancel_all)
        self._head.add_widget(self._close)
        self.question = CancelAllBar(self._under_way)
        self._nothing = EmptyState("in_queue", "", "", self._under_way)
        self.rows = ActivityRows(self.model, self._under_way)
        self.waiting = WaitingList(self.model, self)
        self._lay_out()
        self.setFocusProxy(self.rows)
        for change in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            change.connect(self._show_page)
        self.model.asked_changed.connect(self._show_page)
        self._close.clicked.connect(self.close_requested)
        self.rows.activated.connect(self._on_activated)
        self.rows.act_requested.connect(self._on_act_requested)
        self.rows.delete_requested.connect(self._on_delete_requested)
        self.rows.move_requested.connect(self._on_move_requested)
        self.rows.menu_requested.connect(self._open_menu)
        self.waiting.close_button.clicked.connect(self.close_requested)
        self.waiting.cancel_requested.connect(self.cancel_requested)
        self.waiting.job_chosen.connect(self.job_chosen)
        self.waiting.reorder_requested.connect(self.reorder_requested)
        self.waiting.edit_requested.connect(self.edit_requested)
        self.cancel_all.clicked.connect(lambda: self.question.ask(*self.model.cancellable()))
        self.question.confirmed.connect(self.cancel_all_requested)
        self.model.facts_changed.connect(self._on_facts_changed)
        self.waiting.send_requested.connect(self.send_waiting_requested)
        self.waiting.keep_requested.connect(self._on_keep_requested)
        self._retranslate()
        self._on_facts_changed()
        self._show_page()

    def _lay_out(self) -> None:
        part = QVBoxLayout(self._under_way)
        part.addWidget(self._head)
        part.addWidget(Hairline(parent=self._under_way))
        self._asking = QVBoxLayout()
        self._asking.addWidget(self.question)
        part.addLayout(self._asking)
        part.addWidget(self._nothing, 1)
        part.addWidget(self.rows, 1)
        layout = self._parts = QVBoxLayout(self)
        layout.addWidget(self._under_way, 1)
        layout.addWidget(self.waiting, 1)
        for each in (part, layout):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        self.question.shown.connect(self._make_room)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def attach(self, library: "Library", circumstances: Circumstances | None, tasks: Tasks) -> None:
        """Follow an open library; only for a list with a model of its own."""
        self.model.open(library, tasks, circumstances)

    def follow(self, engine: EngineEvents) -> None:
        """Follow what an engine tells; only for a list with a model of its own."""
        self.model.follow(engine)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(480), self._height(_USUAL_ROWS))

    def minimumSizeHint(self) -> QSize:
        parts = self._parts.minimumSize().height()
        return QSize(current_theme().px(300), max(self._height(_FEWEST_ROWS), parts + _SPARE))

    def _height(self, rows: int) -> int:
        height = 0
        if not self._under_way.isHidden():
            height = current_theme().metrics.head + 1 + rows * row_height()
            height += self._asking.sizeHint().height()
        if not self.waiting.isHidden():
            is_least = rows == _FEWEST_ROWS
            hint = self.waiting.minimumSizeHint() if is_least else self.waiting.sizeHint()
            height += hint.height()
        return height

    def _show_page(self) -> None:
        has_rows, has_waiting = self.model.rowCount() > 0, self.waiting.has_jobs
        self._nothing.setVisible(not has_rows)
        self.rows.setVisible(has_rows)
        self._under_way.setVisible(has_rows or not has_waiting)
        self.waiting.setVisible(has_waiting)
        self.waiting.set_stands_alone(not has_rows)
        self._limit_height()
        self.setFocusProxy(self.rows if has_rows or not has_waiting else self.waiting)
        self.updateGeometry()

    def _limit_height(self) -> None:
        """Where the part for waiting jobs is all there is, end where it ends."""
        alone = self.waiting.has_jobs and self._under_way.isHidden()
        self.setMaximumHeight(self.waiting.maximumHeight() if alone else _NO_LIMIT)

    def _on_keep_requested(self) -> None:
        self.model.keep_waiting()
        self.close_requested.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        entry = index.data(ActivityRole.ENTRY)
        if entry is not None:
            self.job_chosen.emit(entry.job.id)

    def _on_act_requested(self, index: QModelIndex, act: RowAct) -> None:
        entry = index.data(ActivityRole.ENTRY)
        if entry is not None and act is RowAct.CANCEL:
            self.cancel_requested.emit(entry.job.id)
        elif entry is not None and act is RowAct.TRY_AGAIN:
            self._try_again(entry)
        elif entry is not None:
            self.job_chosen.emit(entry.job.id)

    def _on_delete_requested(self, index: QModelIndex) -> None:
        entry = index.data(ActivityRole.ENTRY)
        if entry is not None and can_cancel(entry.job):
            self.cancel_requested.emit(entry.job.id)
        elif entry is not None:
            self.model.dismiss(entry.key)

    def _on_move_requested(self, index: QModelIndex, row: int) -> None:
        self._move(index.data(ActivityRole.ENTRY), row)

    def _move(self, entry: JobEntry | None, row: int) -> None:
        if entry is not None:
            self.reorder_requested.emit(self.model.moved(entry.key, row))

    def _try_again(self, entry: JobEntry) -> None:
        self.model.dismiss(entry.key)
        self.try_again_requested.emit(entry.job.id)

    def _on_facts_changed(self) -> None:
        waiting, running = self.model.cancellable()
        self.cancel_all.setVisible(waiting + running > 1)
        self.question.follow(waiting, running)

    def _open_menu(self, index: QModelIndex, position: QPoint) -> None:
        entry = index.data(ActivityRole.ENTRY)
        if entry is None:
            return
        job_id, row, rows = entry.job.id, index.row(), self.model.waiting_rows()
        menu = RowMenu(self, lambda: self.job_chosen.emit(job_id))
        if row in rows:
            menu.add_waiting(
                row,
                rows,
                lambda place: self._move(entry, place),
                lambda: self.edit_requested.emit([job_id]),
            )
        if can_cancel(entry.job):
            cancel = act_word(RowAct.CANCEL)
            menu.add(cancel, "cancelled", lambda: self.cancel_requested.emit(job_id))
        elif act_of(entry.job) is RowAct.TRY_AGAIN:
            menu.add(act_word(RowAct.TRY_AGAIN), "reset", lambda: self._try_again(entry))
            menu.add(self.tr("Dismiss"), "close", lambda: self.model.dismiss(entry.key))
        menu.popup(position)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Activity"))
        self._head.set_title(self.tr("Activity"))
        self._close.set_words(self.tr("Close the list"))
        self.cancel_all.setText(self.tr("Cancel all…"))
        self._nothing.set_words(
            "in_queue",
            self.tr("Nothing is running"),
            self.tr("What is sent, waits or needs you is listed here."),
        )
        self.rows.setAccessibleName(self.tr("Jobs under way"))

    def _make_room(self) -> None:
        """Keep the question away from the edges; while it is not asked nothing is left free."""
        px, is_asked = current_theme().px, self.question.isVisible()
        side, above = (px(12), px(8)) if is_asked else (0, 0)
        self._asking.setContentsMargins(side, above, side, above)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._limit_height()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()
            self.rows.scheduleDelayedItemsLayout()
            self._show_page()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().color(Role.PANEL))
