"""Keeps what is chosen, what is current, and what is in sight, while the list becomes another."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject

from rushes.library.announcements import JobEntry
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.jobs_view import JobsView
from rushes.ui.history.ordered_jobs import unbroken_runs

_Command = QItemSelectionModel.SelectionFlag
_MOST_QUERIES = 32


@dataclass(frozen=True, slots=True)
class _Place:
    """What lies at the upper edge: a job, when it was written down, and how far below it is.

    Attributes:
        key, time, row: of the first job that is wholly in sight.
        distance: pixels from the upper edge.
        current_distance: of the current job, where that is in sight, else None.
    """

    key: int
    time: float
    row: int
    distance: int
    current_distance: int | None


class KeptPlace(QObject):
    """Remembers chosen jobs by key, and the place in each query's list.

    A job that the next list does not show stays remembered until something else is chosen, so
    that it is chosen again when the query that hid it is gone.

    Args:
        view: shares its selection with every other view of the model; `use` tells which is seen.
    """

    def __init__(self, view: JobsView, model: JobListModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._chosen: list[int] = []
        self._current: int | None = None
        self._current_entry: JobEntry | None = None
        self._places: OrderedDict[str, _Place | None] = OrderedDict()
        self._words: str | None = None
        self._had_choice = False
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._come_back)
        model.stack_closing.connect(self._on_stack_closing)
        model.slipped.connect(self._on_slipped)
        model.leaving.connect(self._on_leaving)
        model.rowsRemoved.connect(self._on_rows_left)
        model.opener.current_key = self.current_key

    def use(self, view: JobsView) -> None:
        """Another view of the same jobs is seen: it shows what the one before did."""
        place = self._place()
        self._view = view
        self._go_to(place)

    def forget(self) -> None:
        """Choose nothing in the next list, and begin at its top."""
        self._chosen, self._current, self._current_entry = [], None, None
        self._places.clear()
        self._words = None

    def current_key(self) -> int | None:
        """The key of the current job, or None."""
        index = self._view.currentIndex()
        return self._model.key_at(index.row()) if index.isValid() else None

    def chosen_keys(self) -> list[int]:
        """The keys of all chosen jobs, each once; that of the current one where none is chosen."""
        current = self.current_key()
        return self._selected_keys() or ([] if current is None else [current])

    def _selected_keys(self) -> list[int]:
        keys: list[int] = []
        spans = self._view.selectionModel().selection().toList()
        for span in sorted(spans, key=lambda span: span.top()):
            keys += self._model.keys_between(span.top(), span.bottom() + 1)
        # The job that stands for an open stack is one of its takes, too.
        return keys if self._model.open_stack is None else list(dict.fromkeys(keys))

    # Another list

    def _remember(self) -> None:
        chosen, current = self._selected_keys(), self.current_key()
        if chosen or current is not None:
            self._chosen, self._current = chosen, current
            self._current_entry = None if current is None else self._model.entry_of(current)
        self._words = self._model.shown_words
        self._places[self._words] = self._place()
        self._places.move_to_end(self._words)
        if len(self._places) > _MOST_QUERIES:
            self._places.popitem(last=False)

    def _place(self) -> _Place | None:
        view, model = self._view, self._model
        top = view.verticalOffset()
        if not top or not model.rowCount():
            return None
        rows = [row for row in view.visible_rows() if not model.is_take(row)]
        rows = [row for row in rows if row < model.rowCount()]
        if not rows:
            return None
        whole = [row for row in rows if view.grid.rect(row).top() >= top]
        row = (whole or rows)[0]
        current = view.currentIndex().row()
        is_seen = current >= 0 and view.viewport().rect().intersects(
            view.visualRect(view.currentIndex())
        )
        return _Place(
            model.key_at(row),
            model.data(model.index(row), JobRole.TIME),
            row,
            view.grid.rect(row).top() - top,
            view.grid.rect(current).top() - top if is_seen else None,
        )

    def _come_back(self) -> None:
        model = self._model
        is_same = model.shown_words == self._words
        before = self._places.get(self._words or "")
        row = self._choose_again()
        place = self._places.get(model.shown_words)
        if is_same and row >= 0 and before is not None and before.current_distance is not None:
            self._view.hold_at(row, before.current_distance)
        elif place is not None:
            self._go_to(place)
        elif row >= 0 and not (is_same and before is None):
            self._view.scrollTo(model.index(row), JobsView.ScrollHint.PositionAtCenter)

    def _go_to(self, place: _Place | None) -> None:
        if place is None or not self._model.rowCount():
            self._view.verticalScrollBar().setValue(0)
            return
        row = self._model.places_of([place.key]).get(place.key)
        if row is None:
            by_date = self._model.shown_sort.is_by_date
            row = self._model.row_of_time(place.time) if by_date else place.row
            row = min(row, self._model.rowCount() - 1)
        self._view.hold_at(row, place.distance)

    def _choose_again(self) -> int:
        """Choose what was chosen; returns the row of the current job, or -1."""
        model = self._model
        wanted = {*self._chosen, *([self._current] if self._current is not None else [])}
        rows = model.rows_of(wanted)
        if not rows:
            self._look_in_stacks()
            return -1
        selection = self._view.selectionModel()
        chosen = QItemSelection()
        for first, last in unbroken_runs(sorted(rows[key] for key in self._chosen if key in rows)):
            chosen.select(model.index(first), model.index(last))
        selection.select(chosen, _Command.ClearAndSelect)
        row = rows.get(self._current, -1) if self._current is not None else -1
        if row >= 0:
            selection.setCurrentIndex(model.index(row), _Command.NoUpdate)
        else:
            self._look_in_stacks()
        return row

    def _look_in_stacks(self) -> None:
        """The current job may be one of the takes that another one stands for."""
        if self._current_entry is not None and self._model.is_stacked:
            self._model.opener.find(self._current_entry, self._on_found)

    def _on_found(self, entry: JobEntry) -> None:
        if self.current_key() is None:
            index = self._model.index(self._model.row_of(entry))
            self._view.selectionModel().setCurrentIndex(index, _Command.Select)

    # The same list, with other rows

    def _on_stack_closing(self, row: int) -> None:
        """The takes go: what is current or chosen among them is so as their shot."""
        selection, model = self._view.selectionModel(), self._model
        if not model.is_take(selection.currentIndex().row()):
            return
        chosen = any(model.is_take(span.top()) for span in selection.selection().toList())
        command = _Command.Select if chosen else _Command.NoUpdate
        selection.setCurrentIndex(model.index(row), command)

    def _on_slipped(self, key: int) -> None:
        """The current job stood for its shot, and is one of the takes now."""
        stack, selection = self._model.open_stack, self._view.selectionModel()
        current = selection.currentIndex()
        if stack is None or key not in stack.keys or current.row() != stack.row:
            return
        index = self._model.index(stack.row + 1 + stack.keys.index(key))
        was_chosen = selection.isSelected(current)
        selection.setCurrentIndex(index, _Command.Select if was_chosen else _Command.NoUpdate)
        selection.select(current, _Command.Deselect)

    def _on_leaving(self, first: int, last: int) -> None:
        """The current job leaves: what comes behind it is the current one, or what came before."""
        selection, model = self._view.selectionModel(), self._model
        self._had_choice = selection.hasSelection()
        if first <= selection.currentIndex().row() <= last:
            row = last + 1 if last + 1 < model.rowCount() else first - 1
            if row >= 0:
                selection.setCurrentIndex(model.index(row), _Command.NoUpdate)

    def _on_rows_left(self) -> None:
        """What was chosen left: the neighbour that is the current one now is chosen."""
        selection = self._view.selectionModel()
        current = selection.currentIndex()
        if self._had_choice and current.isValid() and not selection.hasSelection():
            selection.select(current, _Command.Select)
