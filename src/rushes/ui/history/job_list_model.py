"""The jobs of a library as an item model: the one contract between the library and its views."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)

from rushes.domain.states import JobState
from rushes.engine.events import DownloadProgressed, EngineEvent
from rushes.engine.tasks import Tasks
from rushes.library.announcements import (
    Announcement,
    JobEntry,
    JobsAdded,
    JobsChanged,
    ThumbnailAdded,
)
from rushes.ui.history.date_groups import DateGroups
from rushes.ui.history.job_roles import ROLES_OF_JOBS, JobRole
from rushes.ui.history.job_windows import JobWindows
from rushes.ui.history.order_loader import OrderLoader
from rushes.ui.history.ordered_jobs import OrderedJobs, unbroken_runs
from rushes.ui.history.row_cache import CachedRow, RowCache
from rushes.ui.history.row_faces import RowFaces
from rushes.ui.history.thumbnail_windows import ThumbnailWindows
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents

if TYPE_CHECKING:
    from rushes.library.library import Library

_PROGRESS_MILLISECONDS = 100
_ROWS = 2_000

AnyIndex = QModelIndex | QPersistentModelIndex


class JobListModel(QAbstractListModel):
    """All jobs of a library that hold the words looked for, newest first.

    The order is here at once and whole, 16 bytes a job. What a job is, and its picture, comes by
    windows when a view asks: a row that is not here says so, and `dataChanged` tells when it is.

    Args:
        clock: seconds since the epoch, for times that count up.

    Signals:
        loaded: an order came: at the start, and after other words were looked for.
        total_changed: the library has more jobs than before.
        job_updated: a JobEntry that changed, whether the list shows it or not.
    """

    loaded = Signal()
    total_changed = Signal()
    job_updated = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._subscriptions: list[Callable[[], None]] = []
        self._jobs = OrderedJobs()
        self._groups = DateGroups()
        self._total: int | None = None
        self._line_number = 0
        self._rows = RowCache(_ROWS)
        self._faces = RowFaces(self._rows, clock)
        self._order = OrderLoader(self._on_order_came, self._insert)
        self._windows = JobWindows(self._rows, self._on_rows_came)
        self._thumbnails = ThumbnailWindows(self._on_thumbnails_came)
        self._progressed: set[int] = set()
        self._progress_timer = QTimer(self)
        self._progress_timer.setSingleShot(True)
        self._progress_timer.setInterval(_PROGRESS_MILLISECONDS)
        self._progress_timer.timeout.connect(self._tell_progress)

    # From outside

    def open(
        self, library: "Library", tasks: Tasks, circumstances: Circumstances | None = None
    ) -> None:
        """Show an open library, from now until `close`.

        `tasks` holds the work in the background; `circumstances` may be shared with other models.
        """
        self.close()
        self._faces.circumstances = circumstances or Circumstances()
        self._line_number = self._faces.circumstances.line_number
        self._subscriptions.append(library.subscribe(self._on_announcement))
        self._windows.open(library, tasks)
        self._thumbnails.open(library, tasks)
        self._order.open(library, tasks, self._faces.circumstances)

    def follow(self, engine: EngineEvents) -> None:
        """Show what an engine tells besides, from now until `close`."""
        self._subscriptions.append(engine.subscribe(self._on_engine_event))

    def close(self) -> None:
        """Let go of library and engine, and show nothing."""
        while self._subscriptions:
            self._subscriptions.pop()()
        self._order.close()
        self._windows.close()
        self._thumbnails.close()
        self._rows.clear()
        self._progressed.clear()
        self._total = None
        self._show(OrderedJobs())

    def read_again(self) -> None:
        """Read every shown row anew: the library was away, or its files were."""
        self._rows.clear()
        self._windows.forget_wishes()
        self._thumbnails.forget_wishes()
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

    def now(self) -> float:
        """Seconds since the epoch, by the clock of this list."""
        return self._clock()

    def set_picture_size(self, size: QSize) -> None:
        """Have pictures decoded to fit into this many pixels."""
        if self._thumbnails.set_place(size):
            self._tell_all([JobRole.THUMBNAIL])

    def row_of(self, entry: JobEntry) -> int:
        """The row of a job, or -1 if the list does not show it."""
        return self._jobs.find(entry)

    def key_at(self, row: int) -> int:
        """The key of the job in a row; known for every row."""
        return self._jobs.key_at(row)

    def keys_between(self, first: int, end: int) -> list[int]:
        """The keys of the rows from `first` up to, not including, `end`."""
        return self._jobs.keys_between(first, end)

    def rows_of(self, keys: Iterable[int]) -> dict[int, int]:
        """Rows by key, for those of the keys that the list shows."""
        return self._jobs.rows_of(keys)

    def retranslate(self) -> None:
        """Make all words anew: the language or the locale is another one."""
        self._rows.forget_faces()
        self._tell_all([])

    # Qt's contract

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._jobs)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not 0 <= row < len(self._jobs):
            return None
        key = self._jobs.key_at(row)
        if role == JobRole.THUMBNAIL:
            return self._thumbnails.get(key)
        if role == JobRole.TIME:
            return self._jobs.times[row]
        if role not in ROLES_OF_JOBS:
            return None
        cached = self._rows.get(key)
        if cached is None:
            self._windows.wish(row, self._jobs)
            return None
        return self._faces.value(cached, role)

    # What comes from the library

    def _on_order_came(self, jobs: OrderedJobs) -> None:
        if not self._order.words:
            self._total = len(jobs)
        self._show(jobs)
        self.loaded.emit()

    def _show(self, jobs: OrderedJobs) -> None:
        self._windows.forget_wishes()
        self._thumbnails.forget_wishes()
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

    def _on_rows_came(self, entries: Sequence[JobEntry]) -> None:
        renamed = [other for entry in entries for other in self._rows.put(entry)]
        self._tell([*entries, *renamed])

    def _on_thumbnails_came(self, keys: Sequence[int]) -> None:
        self._tell([row.entry for row in self._cached(keys)], [JobRole.THUMBNAIL])

    def _on_announcement(self, announcement: Announcement) -> None:
        self._faces.circumstances.note_announcement(announcement)
        if isinstance(announcement, JobsAdded):
            if self._total is not None:
                self._total += len(announcement.entries)
            renamed = [other for entry in announcement.entries for other in self._rows.put(entry)]
            self._order.note_added(announcement.entries)
            self._tell(renamed)
            self.total_changed.emit()
        elif isinstance(announcement, JobsChanged):
            for entry in announcement.entries:
                self._windows.note_news(entry)
                if entry.key in self._rows:
                    self._rows.put(entry)
                    self._tell([entry])
                self.job_updated.emit(entry)
        elif isinstance(announcement, ThumbnailAdded):
            self._thumbnails.forget(announcement.key)
            self._on_thumbnails_came([announcement.key])
        self._tell_if_line_moved()

    # What comes from the engine

    def _on_engine_event(self, event: EngineEvent) -> None:
        self._faces.circumstances.note_event(event)
        if isinstance(event, DownloadProgressed):
            cached = self._rows.by_job(event.job_id)
            if cached is not None:
                self._progressed.add(cached.entry.key)
                if not self._progress_timer.isActive():
                    self._progress_timer.start()
        self._tell_if_line_moved()

    def _tell_progress(self) -> None:
        rows = self._cached(self._progressed)
        self._progressed.clear()
        self._tell_anew(rows)

    def _tell_if_line_moved(self) -> None:
        line_number = self._faces.circumstances.line_number
        if line_number != self._line_number:
            self._line_number = line_number
            self._tell_anew([row for row in self._rows if _waits(row)])

    # Telling the views

    def _cached(self, keys: Iterable[int]) -> list[CachedRow]:
        return [row for key in keys if (row := self._rows.peek(key)) is not None]

    def _tell_anew(self, rows: Sequence[CachedRow]) -> None:
        for row in rows:
            row.face = None
        self._tell([row.entry for row in rows])

    def _tell(self, entries: Sequence[JobEntry], roles: Sequence[int] = ()) -> None:
        rows = sorted({self._jobs.find(entry) for entry in entries} - {-1})
        for first, last in unbroken_runs(rows):
            self.dataChanged.emit(self.index(first), self.index(last), list(roles))

    def _tell_all(self, roles: list[int]) -> None:
        if self._jobs:
            self.dataChanged.emit(self.index(0), self.index(len(self._jobs) - 1), roles)


def _waits(row: CachedRow) -> bool:
    return row.entry.job.state is JobState.WAITING
