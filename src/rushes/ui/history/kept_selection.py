"""Keeps what is chosen while the list becomes another one."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from rushes.ui.history.history_grid import HistoryGrid
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.ordered_jobs import unbroken_runs

_Command = QItemSelectionModel.SelectionFlag


class KeptSelection:
    """Remembers the chosen jobs of a grid by key, and chooses them again in the next list.

    A job that the next list does not show stays remembered until something else is chosen, so
    that it is chosen again when the words that hid it are gone.
    """

    def __init__(self, grid: HistoryGrid, model: JobListModel) -> None:
        self._grid = grid
        self._model = model
        self._chosen: list[int] = []
        self._current: int | None = None
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._choose_again)

    def forget(self) -> None:
        """Choose nothing in the next list."""
        self._chosen, self._current = [], None

    def chosen_keys(self) -> list[int]:
        """The keys of all chosen jobs; that of the current one where none is chosen."""
        current = self._grid.currentIndex()
        return self._selected_keys() or (
            [self._model.key_at(current.row())] if current.isValid() else []
        )

    def _selected_keys(self) -> list[int]:
        keys: list[int] = []
        spans = self._grid.selectionModel().selection().toList()
        for span in sorted(spans, key=lambda span: span.top()):
            keys += self._model.keys_between(span.top(), span.bottom() + 1)
        return keys

    def _remember(self) -> None:
        chosen, current = self._selected_keys(), self._grid.currentIndex()
        if chosen or current.isValid():
            self._chosen = chosen
            self._current = self._model.key_at(current.row()) if current.isValid() else None

    def _choose_again(self) -> None:
        wanted = {*self._chosen, *([self._current] if self._current is not None else [])}
        rows = self._model.rows_of(wanted)
        if not rows:
            return
        selection = self._grid.selectionModel()
        chosen = QItemSelection()
        for first, last in unbroken_runs(sorted(rows[key] for key in self._chosen if key in rows)):
            chosen.select(self._model.index(first), self._model.index(last))
        selection.select(chosen, _Command.ClearAndSelect)
        row = rows.get(self._current) if self._current is not None else None
        if row is not None:
            index = self._model.index(row)
            selection.setCurrentIndex(index, _Command.NoUpdate)
            self._grid.scrollTo(index, HistoryGrid.ScrollHint.PositionAtCenter)
