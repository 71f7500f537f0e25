"""The jobs of a library as an item model: the one contract between the library and its views."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Signal

from rushes.domain.job_sort import JobSort
from rushes.engine.tasks import Tasks
from rushes.library.announcements import (
    AlbumsChanged,
    Announcement,
    JobEntry,
    JobsChanged,
    JobsRemoved,
    MarksChanged,
)
from rushes.ui.history.date_groups import DateGroups
from rushes.ui.history.listed_rows import ListedRows
from rushes.ui.history.order_difference import OrderDifference
from rushes.ui.history.order_loader import OrderLoader
from rushes.ui.history.ordered_jobs import OrderedJobs
from rushes.ui.history.query_reach import QueryReach
from rushes.ui.history.stack_opener import StackOpener
from rushes.ui.history.stacked_rows_model import StackedRowsModel
from rushes.ui.job_faces.circumstances import Circumstances

if TYPE_CHECKING:
    from array import array

    from rushes.library.library import Library

_ROOT = QModelIndex()


class JobListModel(StackedRowsModel):
    """The jobs of a library that a query finds, in an order; on wish one for each shot.

    The order is here at once and whole, 16 bytes a job, 20 if not newest first; see
    `JobRowsModel` for the rest. One stack can be open: the takes of its shot are the rows behind
    the job that stands for it.

    What changes in the library changes rows: the order is read again quietly where marks or
    states decide what matches or where it stands, and only what leaves, moves, enters is told.

    Attributes:
        shown_words: the query of the order that is shown; `words` is that of the one wished for.
        opener: opens stacks, and finds jobs in those that are closed.

    Signals:
        loaded: an order came: at the start, and after another query.
        total_changed: the library has more jobs than before, or fewer.
        counts_changed: the list stands for more jobs than before, or for fewer.
    """

    loaded = Signal()
    total_changed = Signal()
    counts_changed = Signal()

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent, clock=clock)
        self._total: int | None = None
        self._reach = QueryReach()
        self.shown_words = ""
        self._order = OrderLoader(self)
        self.opener = StackOpener(self)

    # From outside

    def open(
        self, library: "Library", tasks: Tasks, circumstances: Circumstances | None = None
    ) -> None:
        super().open(library, tasks, circumstances)
        self._takes.faces.circumstances = self._faces.circumstances
        self.opener.open(library, tasks)
        self._order.open(library, tasks, self._faces.circumstances)

    def close(self) -> None:
        self._order.close()
        self.opener.close()
        super().close()
        self._total = None
        self.show_order(OrderedJobs())

    def read_again(self) -> None:
        """Read every shown row anew: the library was away, or its files were."""
        self._rows.clear()
        self._takes.clear()
        self._forget_wishes()
        self._tell_all([])
        self._order.refresh()

    @property
    def words(self) -> str:
        """The query that all shown jobs match; empty for all jobs that are not in the trash."""
        return self._order.words

    def set_words(self, words: str) -> None:
        """Show the jobs that a query finds; `loaded` tells when it is so."""
        self._order.set_words(words)
        self._reach.follow(words)

    @property
    def is_stacked(self) -> bool:
        """Whether one job stands for all the takes of its shot that match."""
        return self._order.is_stacked

    def set_stacked(self, stacked: bool) -> None:
        """List one job for each shot, or all; `loaded` tells when it is so."""
        self._order.set_stacked(stacked)

    @property
    def wished_sort(self) -> JobSort:
        """In which order the jobs are wished for; `shown_sort` is that of those shown."""
        return self._order.sort

    @property
    def shown_sort(self) -> JobSort:
        """In which order the jobs stand that are shown."""
        return self._listed.jobs.sort

    def set_sort(self, sort: JobSort) -> None:
        """List the jobs in another order; `loaded` tells when it is so."""
        self._reach.sort = sort
        self._order.set_sort(sort)

    def newest_row(self) -> int:
        """The row of the job that was written down last, of those that stand in the order."""
        return self._listed.row_of_place(self._listed.jobs.newest_row())

    @property
    def is_loaded(self) -> bool:
        """Whether the library's order has come."""
        return self._order.is_loaded

    @property
    def total(self) -> int | None:
        """How many jobs the library has outside its trash, whatever the query; None if unknown."""
        return self._total

    @property
    def job_count(self) -> int:
        """How many jobs the query has found; in a list of shots there are fewer rows."""
        return self._listed.jobs.job_count

    # The order, as `OrderLoader` tells it

    def show_order(self, jobs: OrderedJobs) -> None:
        self._note_total(jobs)
        self._forget_wishes()
        self.beginResetModel()
        self._listed = ListedRows(jobs)
        self._takes.clear()
        self._groups = DateGroups(jobs.times, jobs.sort)
        self._faces.tells_days = not jobs.sort.is_by_date
        self._rows.forget_faces()
        self.shown_words = self._order.words
        self.endResetModel()
        if self._order.is_loaded:
            self.loaded.emit()

    def shown_keys(self) -> "array[int]":
        return self._listed.jobs.copied_keys()

    def insert_jobs(self, entries: Sequence[JobEntry]) -> None:
        jobs = self._listed.jobs
        new = [entry for entry in entries if jobs.find(entry) < 0]
        places = {jobs.place_for(entry) for entry in new}
        # Jobs that were added together mostly come to lie side by side.
        for batch in [new] if len(places) == 1 else [[entry] for entry in new]:
            self._begin_insert(jobs.place_for(batch[0]), len(batch))
            jobs.insert(batch)
            self._groups = self._groups.with_rows(entry.job.created_at for entry in batch)
            self.endInsertRows()
        self.counts_changed.emit()

    async def prepare(self, jobs: OrderedJobs, change: OrderDifference) -> None:
        """See to the open stack, and to a current job that is to stand for its shot no longer."""
        await self.opener.prepare(jobs, change)

    def change_order(self, jobs: OrderedJobs, change: OrderDifference) -> None:
        if not change.is_small:
            self.show_order(jobs)
            return
        self._note_total(jobs)
        if change.leaving or change.moving or change.entering:
            self.order_changing.emit()
            for first, last in reversed(change.leaving):
                self._take_out(first, last + 1)
            for place, to in change.moving:
                self._move(place, to)
            for first, last in change.entering:
                self._put_in(jobs, first, last + 1)
            self.order_changed.emit()
        if not self._listed.jobs.holds_same(jobs):
            self.show_order(jobs)
            return
        self._recount(jobs)
        # Where each job stands was found out on another thread for this one.
        self._listed.jobs = jobs
        self.counts_changed.emit()

    def _note_total(self, jobs: OrderedJobs) -> None:
        if not self._order.words:
            self._total = jobs.job_count
            self.total_changed.emit()

    # What comes from the library

    def _note_added(self, entries: Sequence[JobEntry]) -> None:
        if self._total is not None:
            self._total += len(entries)
        renamed = [other for entry in entries for other in self._rows.put(entry)]
        self._order.note_added(entries)
        self._tell(renamed)
        self.total_changed.emit()

    def _on_announcement(self, announcement: Announcement) -> None:
        if isinstance(announcement, MarksChanged):
            self._takes.mark(announcement.marks)
            if self._reach.marks_matter(announcement.marks, self._rows):
                self._order.refresh()
        elif isinstance(announcement, JobsChanged):
            self._takes.put(announcement.entries)
            if self._reach.jobs_matter(announcement.entries):
                self._order.refresh()
        elif isinstance(announcement, JobsRemoved) or self._moves_albums(announcement):
            self._order.refresh()
        super()._on_announcement(announcement)

    def _moves_albums(self, announcement: Announcement) -> bool:
        return isinstance(announcement, AlbumsChanged) and self._reach.albums_matter
