"""A row that a hand takes to another place of its list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QListView

from rushes.ui.theme.theme import current_theme

_STEP_MILLISECONDS = 30
_EDGE = 12
"""Pixels at the list's ends in which a row that is held has the list go on by itself."""


class RowDrag:
    """Follows the pointer from the press on a row to where the hand lets it go.

    Held at an end of the list, the row goes on beyond what is in sight.

    Args:
        rows: the list.
    """

    def __init__(self, rows: QListView) -> None:
        self._rows = rows
        self._index = QPersistentModelIndex()
        self._begin = QPoint()
        self._place: int | None = None
        self._pointer, self._range = QPoint(), range(0)
        self._onward = QTimer(rows)
        self._onward.setInterval(_STEP_MILLISECONDS)
        self._onward.timeout.connect(self._go_on)

    @property
    def is_under_way(self) -> bool:
        """Whether a row has left its place."""
        return self._place is not None and self._index.isValid()

    def press(self, index: QModelIndex, position: QPoint) -> None:
        """A hand presses on a row that can be moved, or with an invalid index elsewhere."""
        self._index = QPersistentModelIndex(index)
        self._begin, self._place = position, None

    def move(self, position: QPoint, rows: range) -> None:
        """The hand moves; only between `rows` is there a place."""
        if not self._index.isValid():
            return
        far = (position - self._begin).manhattanLength() >= QApplication.startDragDistance()
        if not (far or self.is_under_way):
            return
        self._pointer, self._range = position, rows
        index = self._rows.indexAt(QPoint(self._rows.viewport().width() // 2, position.y()))
        if index.isValid():
            rect = self._rows.visualRect(index)
            place = index.row() + (position.y() > rect.center().y())
        else:
            place = rows.start if position.y() < 0 else rows.stop
        self._place = min(max(place, rows.start), rows.stop)
        if self._way() and not self._onward.isActive():
            self._onward.start()

    def _way(self) -> int:
        """Where the list is to go on: -1 up, 1 down, 0 nowhere."""
        edge, y = current_theme().px(_EDGE), self._pointer.y()
        return (y > self._rows.viewport().height() - edge) - (y < edge)

    def _go_on(self) -> None:
        bar = self._rows.verticalScrollBar()
        before, way = bar.value(), self._way()
        bar.setValue(before + way * current_theme().px(_EDGE))
        if not self._index.isValid() or bar.value() == before:
            self._onward.stop()
            return
        self.move(self._pointer, self._range)
        self._rows.viewport().update()

    def cancel(self) -> None:
        """The row stays where it was."""
        self._index, self._place = QPersistentModelIndex(), None
        self._onward.stop()

    def release(self) -> tuple[QModelIndex, int] | None:
        """The hand lets go: the row, and before which row it belongs; None if it stays."""
        index = self._rows.model().index(self._index.row(), 0)
        place = self._place
        self.cancel()
        if place is None or not index.isValid() or place in (index.row(), index.row() + 1):
            return None
        return index, place

    def line(self) -> QRect:
        """Where the row would go, in pixels of the viewport; empty while none is moved."""
        if not self.is_under_way or self._place is None:
            return QRect()
        model = self._rows.model()
        if self._place < model.rowCount():
            top = self._rows.visualRect(model.index(self._place, 0)).top()
        else:
            top = self._rows.visualRect(model.index(model.rowCount() - 1, 0)).bottom() + 1
        return QRect(0, max(top - 1, 0), self._rows.viewport().width(), 2)
