"""Choosing jobs in the grid by key and by mouse, as lists of files do it."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
)
from PySide6.QtCore import Qt as QtNames
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView

_Command = QItemSelectionModel.SelectionFlag
_Modifier = QtNames.KeyboardModifier


class GridSelection:
    """Applies clicks and steps to a view's selection model.

    A range reaches from the job that was chosen last without Shift. It is remembered as a job, not
    as a place, so that new jobs and other column counts do not move it.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self._anchor = QPersistentModelIndex()

    def choose(self, index: QModelIndex, modifiers: QtNames.KeyboardModifier) -> None:
        """A job was clicked: alone, with Ctrl beside the others, with Shift up to here."""
        if modifiers & _Modifier.ShiftModifier:
            self._extend(index, keep=bool(modifiers & _Modifier.ControlModifier))
        elif modifiers & _Modifier.ControlModifier:
            self._set(index, _Command.Toggle)
        else:
            self._set(index, _Command.ClearAndSelect)

    def step(self, index: QModelIndex, modifiers: QtNames.KeyboardModifier) -> None:
        """A key leads to a job: chosen alone, with Ctrl only visited, with Shift up to here."""
        if modifiers & _Modifier.ShiftModifier:
            self._extend(index, keep=bool(modifiers & _Modifier.ControlModifier))
        elif modifiers & _Modifier.ControlModifier:
            self._model.setCurrentIndex(index, _Command.NoUpdate)
        else:
            self._set(index, _Command.ClearAndSelect)

    def toggle_current(self) -> None:
        """Choose the visited job beside the others, or let it go."""
        current = self._model.currentIndex()
        if current.isValid():
            self._set(current, _Command.Toggle)

    def choose_all(self) -> None:
        """Choose every job of the list."""
        model = self._view.model()
        last = model.rowCount() - 1
        if last >= 0:
            everything = QItemSelection(model.index(0, 0), model.index(last, 0))
            self._model.select(everything, _Command.ClearAndSelect)

    def prepare_menu(self, index: QModelIndex) -> None:
        """A menu opens over a job: it speaks of the chosen ones if this is one of them."""
        if self._model.isSelected(index):
            self._model.setCurrentIndex(index, _Command.NoUpdate)
        else:
            self._set(index, _Command.ClearAndSelect)

    @property
    def _model(self) -> QItemSelectionModel:
        return self._view.selectionModel()

    def _set(self, index: QModelIndex, command: QItemSelectionModel.SelectionFlag) -> None:
        self._anchor = QPersistentModelIndex(index)
        self._model.setCurrentIndex(index, command)

    def _extend(self, index: QModelIndex, *, keep: bool) -> None:
        model = self._view.model()
        if not self._anchor.isValid():
            self._anchor = QPersistentModelIndex(self._model.currentIndex())
        start = self._anchor.row() if self._anchor.isValid() else index.row()
        first, last = sorted((start, index.row()))
        span = QItemSelection(model.index(first, 0), model.index(last, 0))
        self._model.select(span, _Command.Select if keep else _Command.ClearAndSelect)
        self._model.setCurrentIndex(index, _Command.NoUpdate)


def asked_place(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
    """For which index a menu was asked, and where on the screen it is to open.

    The current one by key, that under the pointer by hand; invalid where there is none.
    """
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        index = view.currentIndex()
        return index, view.viewport().mapToGlobal(view.visualRect(index).center())
    return view.indexAt(event.pos()), event.globalPos()
