"""The jobs that wait for the network or for a person's word, and the one confirmation for them."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.activity import waiting_words as words
from rushes.ui.activity.activity_model import ActivityModel
from rushes.ui.activity.row_menu import RowMenu
from rushes.ui.activity.row_painter import RowAct, act_word
from rushes.ui.activity.waiting_foot import WaitingFoot
from rushes.ui.activity.waiting_groups import WaitingGroup
from rushes.ui.activity.waiting_model import WaitingModel, WaitingRole
from rushes.ui.activity.waiting_row_painter import waiting_row_height
from rushes.ui.activity.waiting_rows import WaitingRows
from rushes.ui.components.hairline import Hairline
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.panel_head import PanelHead
from rushes.ui.theme.theme import current_theme

_MOST_ROWS = 6
_FEWEST_ROWS = 4
_NARROW = 520
# Qt takes the empty title bar of a dock for one of -1 px, and gives its content so much less.
_SPARE = 1


class WaitingList(QWidget):
    """Rows by request, and beneath them count, price and the button that sends them all.

    Args:
        model: tells which jobs wait, and for what.

    Attributes:
        rows: the list of requests.
        foot: question and buttons.
        close_button: closes the panel that holds this.

    Signals:
        cancel_requested: id of a job that a person wants cancelled; once for each of a row.
        job_chosen: id of the job that a person wants to see.
        send_requested: all jobs are to go out.
        keep_requested: they are to wait on.
        reorder_requested: ids of all jobs, in the order in which they are to be sent.
        edit_requested: ids of the jobs of one row, which a person wants to change.
    """

    cancel_requested = Signal(str)
    job_chosen = Signal(str)
    send_requested = Signal()
    keep_requested = Signal()
    reorder_requested = Signal(object)
    edit_requested = Signal(object)

    def __init__(self, model: ActivityModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._activity = model
        self._model = WaitingModel(self)
        self._fewest_rows = _FEWEST_ROWS
        self._head = PanelHead("", self)
        self.close_button = IconButton("chevron_down", self.tr("Close the list"), self)
        self._head.add_widget(self.close_button)
        self.rows = WaitingRows(self._model, self)
        self.foot = WaitingFoot(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(Hairline(parent=self))
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self.rows)
        model.asked_changed.connect(self._show_asked)
        model.asks_anew.connect(self._on_asks_anew)
        self.rows.activated.connect(self._on_activated)
        self.rows.cancel_pressed.connect(self._cancel)
        self.rows.menu_requested.connect(self._open_menu)
        self.rows.move_requested.connect(self._on_move_requested)
        self.foot.send_requested.connect(self.send_requested)
        self.foot.keep_requested.connect(self.keep_requested)
        self._show_asked()

    @property
    def has_jobs(self) -> bool:
        """Whether any job waits here."""
        return self._model.rowCount() > 0

    def set_stands_alone(self, alone: bool) -> None:
        """Show it as the whole panel, or beneath other jobs, with less room for its rows."""
        self._fewest_rows = _FEWEST_ROWS if alone else _FEWEST_ROWS // 2
        self.close_button.setVisible(alone)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(480), self._height(_MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(300), self._height(self._fewest_rows))

    def _height(self, most_rows: int) -> int:
        rows = max(min(self._model.rowCount(), most_rows), 1) * waiting_row_height()
        lines = 1 + _SPARE
        return current_theme().metrics.head + lines + rows + self.foot.sizeHint().height()

    def _measure(self) -> None:
        """No higher than all its rows, so that its foot stands right beneath them."""
        self.setMaximumHeight(self._height(self._model.rowCount()))
        self.updateGeometry()

    def _show_asked(self) -> None:
        circumstances = self._activity.circumstances
        entries = self._activity.asked_entries()
        self._model.show(entries)
        self._head.set_title(words.waiting_title(circumstances))
        self.rows.setAccessibleName(words.waiting_title(circumstances))
        price, send = words.price_sentence(entries), words.send_word(len(entries))
        if circumstances.asked.is_reachable:
            sentence = self.tr("{price}. Nothing has been sent so far.")
            below = sentence.format(price=price[:1].upper() + price[1:])
            self.foot.show_question(words.question(len(entries), circumstances), below, send)
        else:
            below = words.nothing_sent(circumstances)
            icon = words.obstacle_icon(circumstances)
            self.foot.show_wait(words.jobs_text(len(entries)), price, below, send, icon)
        self._measure()

    def _on_asks_anew(self) -> None:
        # After the panel has opened: what is hidden cannot take the keyboard.
        QTimer.singleShot(0, self, self._offer_focus)

    def _offer_focus(self) -> None:
        if self.isVisible():
            self.foot.offer_focus()

    def _on_activated(self, index: QModelIndex) -> None:
        group = index.data(WaitingRole.GROUP)
        if group is not None:
            self.job_chosen.emit(group.first.id)

    def _cancel(self, index: QModelIndex) -> None:
        group = index.data(WaitingRole.GROUP)
        if group is not None:
            self._cancel_all(group)

    def _cancel_all(self, group: WaitingGroup) -> None:
        for entry in group.entries:
            self.cancel_requested.emit(entry.job.id)

    def _open_menu(self, index: QModelIndex, position: QPoint) -> None:
        group = index.data(WaitingRole.GROUP)
        if group is None:
            return
        menu = RowMenu(self, lambda: self.job_chosen.emit(group.first.id))
        menu.add_waiting(
            index.row(),
            self.rows.movable_rows(),
            lambda place: self._move(group, place),
            lambda: self.edit_requested.emit([entry.job.id for entry in group.entries]),
        )
        menu.add(act_word(RowAct.CANCEL), "cancelled", lambda: self._cancel_all(group))
        menu.popup(position)

    def _on_move_requested(self, index: QModelIndex, row: int) -> None:
        group = index.data(WaitingRole.GROUP)
        if group is not None:
            self._move(group, row)

    def _move(self, group: WaitingGroup, row: int) -> None:
        self.reorder_requested.emit(self._model.moved(group, row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.foot.set_narrow(event.size().width() < current_theme().px(_NARROW))
            self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.rows.scheduleDelayedItemsLayout()
            self._measure()
        elif event.type() == QEvent.Type.LanguageChange:
            self.close_button.set_words(self.tr("Close the list"))
            self._show_asked()
