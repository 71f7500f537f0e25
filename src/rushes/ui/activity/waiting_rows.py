"""The rows of the jobs that wait for a person's word."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rushes.ui.activity.button_rows import ButtonRows
from rushes.ui.activity.waiting_model import WaitingRole
from rushes.ui.activity.waiting_row_painter import (
    WaitingWords,
    menu_rect,
    paint_waiting_row,
    waiting_row_height,
)

Index = QModelIndex | QPersistentModelIndex


class WaitingRows(ButtonRows):
    """Rows with "…" at their end; Enter shows the first job, Delete cancels all of the row.

    Signals:
        cancel_pressed: index of the row whose jobs a person wants cancelled.
    """

    cancel_pressed = Signal(QModelIndex)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setItemDelegate(WaitingDelegate(self))
        self.act_pressed.connect(self._on_act_pressed)
        self.delete_pressed.connect(self.cancel_pressed)

    def act_place(self, index: Index) -> QRect:
        return menu_rect(self.visualRect(index), mirrored=self.is_mirrored)

    def movable_rows(self) -> range:
        return range(self.model().rowCount())

    def _on_act_pressed(self, index: QModelIndex) -> None:
        below = self.act_place(index).bottomLeft() + QPoint(0, 2)
        self.menu_requested.emit(index, self.viewport().mapToGlobal(below))


class WaitingDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, rows: WaitingRows) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, waiting_row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = index.data(WaitingRole.GROUP)
        if group is None:
            return
        words = WaitingWords(
            prompt=index.data(),
            settings=index.data(WaitingRole.SETTINGS),
            takes=index.data(WaitingRole.TAKES),
            price=index.data(WaitingRole.PRICE),
            is_priced=group.price is not None,
        )
        paint_waiting_row(
            painter,
            option.rect,
            words,
            mirrored=self._rows.is_mirrored,
            hovered=self._rows.is_hovered(index),
            current=self._rows.shows_focus(index),
            act_hovered=self._rows.is_act_hovered(index),
            act_down=self._rows.is_act_down(index),
        )
