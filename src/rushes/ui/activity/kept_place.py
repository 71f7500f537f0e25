"""Rows that come and go above those in sight leave these where they are."""

from PySide6.QtCore import QAbstractItemModel, QObject, QPersistentModelIndex, QPoint
from PySide6.QtWidgets import QListView


class KeptPlace(QObject):
    """Keeps a list's rows under the pointer while jobs above them end or are added.

    A list whose upper end is in sight shows what comes there.

    Args:
        rows: the list.
        model: what it is about to show; not yet, for a list forgets its places before it tells.
    """

    def __init__(self, rows: QListView, model: QAbstractItemModel) -> None:
        super().__init__(rows)
        self._rows = rows
        self._first = QPersistentModelIndex()
        self._top = 0
        model.rowsAboutToBeInserted.connect(self._on_about_to_change)
        model.rowsAboutToBeRemoved.connect(self._on_about_to_be_removed)
        model.rowsAboutToBeMoved.connect(self._on_about_to_be_removed)
        model.rowsInserted.connect(self._on_changed)
        model.rowsMoved.connect(self._on_changed)
        model.rowsRemoved.connect(self._on_changed)

    def _on_about_to_change(self) -> None:
        self._remember(range(0))

    def _on_about_to_be_removed(self, _: object, first: int, last: int) -> None:
        self._remember(range(first, last + 1))

    def _remember(self, leaving: range) -> None:
        rows = self._rows
        self._first = QPersistentModelIndex()
        if rows.verticalScrollBar().value() == 0:
            return
        row = rows.indexAt(QPoint(0, 0)).row()
        while row in leaving:
            row += 1
        index = rows.model().index(row, 0)
        self._first, self._top = QPersistentModelIndex(index), rows.visualRect(index).top()

    def _on_changed(self) -> None:
        rows, first = self._rows, self._first
        if first.isValid():
            rows.doItemsLayout()
            bar = rows.verticalScrollBar()
            bar.setValue(bar.value() + rows.visualRect(first).top() - self._top)
