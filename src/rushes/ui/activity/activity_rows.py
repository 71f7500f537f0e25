"""The rows of the Activity list: one for each job that is under way or asks for a person."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rushes.ui.activity.activity_model import ActivityModel, ActivityRole
from rushes.ui.activity.button_rows import ButtonRows
from rushes.ui.activity.row_painter import RowAct, RowPainting, act_of, act_rect, row_height
from rushes.ui.job_faces.moving_places import MovingPlaces

Index = QModelIndex | QPersistentModelIndex


class ActivityRows(ButtonRows):
    """Rows with a button at their end; Enter shows the job, Delete cancels or dismisses it.

    Attributes:
        moving: keeps bars and times going while they are seen.

    Signals:
        act_requested: index of the row, and what to do.
        delete_requested: index of the row of a job that is to be cancelled, or shown no longer.
    """

    act_requested = Signal(QModelIndex, object)
    delete_requested = Signal(QModelIndex)

    def __init__(self, model: ActivityModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._jobs = model
        self.moving = MovingPlaces(self.viewport())
        self.setItemDelegate(RowDelegate(self))
        self.act_pressed.connect(self._on_act_pressed)
        self.delete_pressed.connect(self._on_delete_pressed)

    def act_place(self, index: Index) -> QRect:
        return act_rect(self.visualRect(index), _act(index), mirrored=self.is_mirrored)

    def movable_rows(self) -> range:
        return self._jobs.waiting_rows()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.moving.scrolled(dy)

    def _on_act_pressed(self, index: QModelIndex) -> None:
        self.act_requested.emit(index, _act(index))

    def _on_delete_pressed(self, index: QModelIndex) -> None:
        if _act(index) in (RowAct.CANCEL, RowAct.TRY_AGAIN):
            self.delete_requested.emit(index)


class RowDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, rows: ActivityRows) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = index.data(ActivityRole.STATE)
        row = option.rect
        title = index.data(ActivityRole.TITLE)
        mirrored = self._rows.is_mirrored
        painting = RowPainting(painter, row, title, state, _act(index), mirrored=mirrored)
        painting.paint(
            hovered=self._rows.is_hovered(index),
            current=self._rows.shows_focus(index),
            act_hovered=self._rows.is_act_hovered(index),
            act_down=self._rows.is_act_down(index),
        )
        if state.moving and state.icon == "download":
            self._rows.moving.moves(row)
        elif state.moving:
            self._rows.moving.counts(row)


def _act(index: Index) -> RowAct:
    entry = index.data(ActivityRole.ENTRY)
    return RowAct.NONE if entry is None else act_of(entry.job)
