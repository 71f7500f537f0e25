"""The jobs of the history as a grid or as a list, in one place with one selection."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from rushes.domain.job_sort import NEWEST_FIRST, JobSort, SortKey
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.history.card_sizes import CardSize
from rushes.ui.history.history_grid import HistoryGrid
from rushes.ui.history.history_list import HistoryList
from rushes.ui.history.hover_play import HoverPlay
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.jobs_view import JobsView
from rushes.ui.history.kept_place import KeptPlace

if TYPE_CHECKING:
    from rushes.library.library import Library

GRID, LIST = "grid", "list"
_Command = QItemSelectionModel.SelectionFlag


class HistoryViews(QWidget):
    """Holds grid and list over one model; what is chosen, current and in sight stays the same.

    Attributes:
        grid, list: the two views; one of them is shown.
        play: plays clips under the pointer.
        kept: keeps what is chosen and in sight while the list becomes another.

    Signals:
        activated: the index of a double click, or of Enter.
        menu_requested: a QPoint on the screen; what the menu speaks of is chosen by then.
        play_requested, full_screen_requested: the index of a take; see `JobsView`.
        kind_changed: the other one is shown; its name, ``grid`` or ``list``.
        stacked_changed: whether takes are stacked from now on.
        sort_changed: the JobSort in which they stand from now on.
    """

    activated = Signal(QModelIndex)
    menu_requested = Signal(QPoint)
    play_requested = Signal(QModelIndex)
    full_screen_requested = Signal(QModelIndex)
    kind_changed = Signal(str)
    stacked_changed = Signal(bool)
    sort_changed = Signal(object)

    def __init__(self, model: JobListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.grid = HistoryGrid(model, self)
        self.list = HistoryList(model, self)
        self.list.setSelectionModel(self.grid.selectionModel())
        self.kept = KeptPlace(self.grid, model)
        self.play = HoverPlay(self)
        self.grid.play = self.play
        self.play.changed.connect(self.grid.update_picture)
        self.list.header.sort_requested.connect(self.set_sort)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        for view in (self.grid, self.list):
            self._pages.addWidget(view)
            view.activated.connect(self.activated)
            view.menu_requested.connect(self.menu_requested)
            view.play_requested.connect(self.play_requested)
            view.full_screen_requested.connect(self.full_screen_requested)
        self.setFocusProxy(self.grid)
        model.set_stacked(True)

    # From outside

    def attach(self, library: "Library", tasks: Tasks) -> None:
        """Play clips of a library that is open now."""
        self.play.open(library, tasks)

    def detach(self) -> None:
        """Let go of the library, and choose nothing in the next one."""
        self.play.close()
        self.kept.forget()

    @property
    def kind(self) -> str:
        """Which is shown: ``grid`` or ``list``."""
        return LIST if self.view is self.list else GRID

    @property
    def view(self) -> JobsView:
        """The one that is shown."""
        return self.list if self._pages.currentWidget() is self.list else self.grid

    def set_kind(self, kind: str) -> None:
        """Show the jobs as ``grid`` or as ``list``."""
        if kind == self.kind or kind not in (GRID, LIST):
            return
        had_focus = self.view.hasFocus()
        self.play.stop()
        view = self.list if kind == LIST else self.grid
        self.setFocusProxy(view)
        # Not before the layout has given it its size can a view show a place.
        view.resize(self.size())
        view.lay_out_again()
        self.kept.use(view)
        self._pages.setCurrentWidget(view)
        view.ask_for_pictures()
        if had_focus:
            view.setFocus()
        self.kind_changed.emit(kind)

    @property
    def is_stacked(self) -> bool:
        """Whether one job stands for all the takes of its shot."""
        return self.model.is_stacked

    def set_stacked(self, stacked: bool) -> None:
        """Show one job for each shot, or all."""
        if stacked != self.model.is_stacked:
            self.model.set_stacked(stacked)
            self.stacked_changed.emit(stacked)

    @property
    def sort(self) -> JobSort:
        """In which order the jobs stand."""
        return self.model.wished_sort

    def set_sort(self, sort: JobSort) -> None:
        """Show the jobs in another order."""
        if sort != self.model.wished_sort:
            self.model.set_sort(sort)
            self.list.header.show_sort(sort)
            self.sort_changed.emit(sort)

    def shape(self) -> dict[str, Any]:
        """How a person has it, as plain values."""
        return {
            "kind": self.kind,
            "stacked": self.is_stacked,
            "sort": {"by": self.sort.key.value, "reversed": self.sort.is_reversed},
            "columns": self.list.header.widths(),
            "card_size": size.name if (size := self.grid.card_size) is not None else None,
        }

    def restore_shape(self, values: object) -> None:
        """Have it as it was; what cannot be read is as at first: a grid of shots, newest first."""
        known = values if isinstance(values, dict) else {}
        self.list.header.restore_widths(known.get("columns"))
        self.set_stacked(known.get("stacked") is not False)
        self.set_sort(_read_sort(known.get("sort")))
        self.set_kind(LIST if known.get("kind") == LIST else GRID)
        name = known.get("card_size")
        self.grid.set_card_size(next((each for each in CardSize if each.name == name), None))

    # What is chosen

    def selectionModel(self) -> QItemSelectionModel:
        """What is chosen, in the one as in the other."""
        return self.grid.selectionModel()

    def currentIndex(self) -> QModelIndex:
        """The current job."""
        return self.grid.currentIndex()

    def chosen_keys(self) -> list[int]:
        """The keys of all chosen jobs in the order of the list; the current one's if none is."""
        return self.kept.chosen_keys()

    def choose_row(self, row: int) -> None:
        """Choose the job in a row alone, and show where it lies."""
        index = self.model.index(row)
        self.model.opener.forget_wish()
        self.selectionModel().setCurrentIndex(index, _Command.ClearAndSelect)
        self.view.scrollTo(index)

    def choose(self, entry: JobEntry, *, keep_chosen: bool = False) -> bool:
        """Choose a job where the list shows it; tells whether it does.

        With `keep_chosen` others stay chosen if it is one of them. A job in a closed stack is
        chosen once that is open; until then nothing changes.
        """
        row = self.model.row_of(entry)
        if row < 0:
            self.model.opener.find(entry, lambda found: self._on_found(found, keep_chosen))
            return False
        index = self.model.index(row)
        if keep_chosen and self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, _Command.NoUpdate)
            self.view.scrollTo(index)
        else:
            self.choose_row(row)
        return True

    def _on_found(self, entry: JobEntry, keep_chosen: bool) -> None:
        if self.model.row_of(entry) >= 0:
            self.choose(entry, keep_chosen=keep_chosen)


def _read_sort(value: object) -> JobSort:
    known = value if isinstance(value, dict) else {}
    key = next((each for each in SortKey if each.value == known.get("by")), None)
    return NEWEST_FIRST if key is None else JobSort(key, known.get("reversed") is True)
