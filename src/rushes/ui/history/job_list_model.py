"""The jobs of a library as an item model: the one contract between the library and its views."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.history.date_groups import DateGroups
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.job_rows_model import AnyIndex, JobRowsModel
from rushes.ui.history.job_windows import RowKeys
from rushes.ui.history.order_loader import OrderLoader
from rushes.ui.history.ordered_jobs import OrderedJobs
from rushes.ui.job_faces.circumstances import Circumstances

if TYPE_CHECKING:
    from rushes.library.library import Library


class JobListModel(JobRowsModel):
    """All jobs of a library that hold the words looked for, newest first.

    The order is here at once and whole, 16 bytes a job; see `JobRowsModel` for the rest.

    Signals:
        loaded: an order came: at the start, and after other words were looked for.
        total_changed: the library has more jobs than before.
    """

    loaded = Signal()
    total_changed = Signal()

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent, clock=clock)
        self._jobs = OrderedJobs()
        self._groups = DateGroups()
        self._total: int | None = None
        self._order = OrderLoader(self._on_order_came, self._insert)

    # From outside

    def open(
        self, library: "Library", tasks: Tasks, circumstances: Circumstances | None = None
    ) -> None:
        super().open(library, tasks, circumstances)
        self._order.open(library, tasks, self._faces.circumstances)

    def close(self) -> None:
        self._order.close()
        super().close()
        self._total = None
        self._show(OrderedJobs())

    def read_again(self) -> None:
        """Read every shown row anew: the library was away, or its files were."""
        self._rows.clear()
        self._forget_wishes()
        self._order.load_again()

    @property
    def words(self) -> str:
        """The words that all shown jobs hold; empty for all jobs."""
        return self._order.words

    def set_words(self, words: str) -> None:
        """Show the jobs whose prompts hold all of these words; `loaded` tells when it is so."""
        self._order.set_words(words)

    @property
    def is_loaded(self) -> bool:
        """Whether the library's order has come."""
        return self._order.is_loaded

    @property
    def total(self) -> int | None:
        """How many jobs the library has, whatever words are looked for; None while not known."""
        return self._total

    @property
    def groups(self) -> DateGroups:
        """The days of the rows."""
        return self._groups

    def row_of(self, entry: JobEntry) -> int:
        """The row of a job, or -1 if the list does not show it."""
        return self._jobs.find(entry)

    def key_at(self, row: int) -> int:
        return self._jobs.key_at(row)

    def keys_between(self, first: int, end: int) -> list[int]:
        """The keys of the rows from `first` up to, not including, `end`."""
        return self._jobs.keys_between(first, end)

    def rows_of(self, keys: Iterable[int]) -> dict[int, int]:
        """Rows by key, for those of the keys that the list shows."""
        return self._jobs.rows_of(keys)

    def _row_keys(self) -> RowKeys:
        return self._jobs

    def _row_of(self, entry: JobEntry) -> int:
        return self._jobs.find(entry)

    # Qt's contract

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._jobs)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == JobRole.TIME and 0 <= index.row() < len(self._jobs):
            return self._jobs.times[index.row()]
        return super().data(index, role)

    # What comes from the library

    def _on_order_came(self, jobs: OrderedJobs) -> None:
        if not self._order.words:
            self._total = len(jobs)
        self._show(jobs)
        self.loaded.emit()

    def _show(self, jobs: OrderedJobs) -> None:
        self._forget_wishes()
        self.beginResetModel()
        self._jobs = jobs
        self._groups = DateGroups(jobs.times)
        self.endResetModel()

    def _insert(self, entries: Sequence[JobEntry]) -> None:
        new = [entry for entry in entries if self._jobs.find(entry) < 0]
        places = {self._jobs.place_for(entry) for entry in new}
        # Jobs that were added together mostly come to lie side by side.
        for batch in [new] if len(places) == 1 else [[entry] for entry in new]:
            first = self._jobs.place_for(batch[0])
            self.beginInsertRows(QModelIndex(), first, first + len(batch) - 1)
            self._jobs.insert(batch)
            self._groups = self._groups.with_rows(entry.job.created_at for entry in batch)
            self.endInsertRows()

    def _note_added(self, entries: Sequence[JobEntry]) -> None:
        if self._total is not None:
            self._total += len(entries)
        renamed = [other for entry in entries for other in self._rows.put(entry)]
        self._order.note_added(entries)
        self._tell(renamed)
        self.total_changed.emit()
