"""What every item model of jobs shares: rows fetched by windows, kept true to the library."""

import time
from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Sequence
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
    MarksChanged,
    ThumbnailAdded,
)
from rushes.ui.history.job_roles import ROLES_OF_JOBS, JobRole
from rushes.ui.history.job_windows import JobWindows, RowKeys
from rushes.ui.history.ordered_jobs import unbroken_runs
from rushes.ui.history.row_cache import CachedRow, RowCache
from rushes.ui.history.row_faces import RowFaces
from rushes.ui.history.thumbnail_windows import ThumbnailWindows
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.job_faces.no_picture import GRACE_SECONDS, is_in_the_making, says_no_picture

if TYPE_CHECKING:
    from rushes.library.library import Library

_PROGRESS_MILLISECONDS = 100
_LATE_MILLISECONDS = round((GRACE_SECONDS + 0.5) * 1_000)
_ROWS = 2_000

AnyIndex = QModelIndex | QPersistentModelIndex


class JobRowsModel(QAbstractListModel):
    """Jobs as rows; which jobs, in which order, the classes made from this one know.

    Qt's metaclass does not refuse to make it; mypy refuses one that lacks its abstract methods.

    What a job is, and its picture, comes by windows when a view asks: a row that is not here says
    so, and `dataChanged` tells when it is.

    Args:
        clock: seconds since the epoch, for times that count up.
        faces: makes cards and words of the rows.

    Signals:
        job_updated: a JobEntry that changed, whether the list shows it or not.
        marks_updated: keys of jobs that are marked otherwise, whether the list shows them or not.
    """

    job_updated = Signal(object)
    marks_updated = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.time,
        faces: Callable[[RowCache, Callable[[], float]], RowFaces] = RowFaces,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._subscriptions: list[Callable[[], None]] = []
        self._line_number = 0
        self._rows = RowCache(_ROWS)
        self._faces = faces(self._rows, clock)
        self._windows = JobWindows(self._rows, self._on_rows_came)
        self._thumbnails = ThumbnailWindows(self._on_thumbnails_came)
        self._is_rushing = False
        self._faces.is_without_picture = self._thumbnails.is_without
        self._progressed: set[int] = set()
        self._progress_timer = QTimer(self)
        self._late: set[int] = set()
        self._late_timer = QTimer(self)
        for timer, pause, tell in (
            (self._progress_timer, _PROGRESS_MILLISECONDS, self._tell_progress),
            (self._late_timer, _LATE_MILLISECONDS, self._tell_late),
        ):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(tell)

    # What the list knows

    @abstractmethod
    def key_at(self, row: int) -> int:
        """The key of the job in a row; known for every row."""

    @abstractmethod
    def _row_keys(self) -> RowKeys:
        """The keys of all rows."""

    @abstractmethod
    def _row_of(self, entry: JobEntry) -> int:
        """The row of a job, or -1 if the list does not show it."""

    def _rows_of_entry(self, entry: JobEntry) -> Iterable[int]:
        """The rows of a job, where it may stand in several."""
        row = self._row_of(entry)
        return () if row < 0 else (row,)

    @abstractmethod
    def _note_added(self, entries: Sequence[JobEntry]) -> None:
        """Follow the library: these jobs are new."""

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
        ahead = self._faces.circumstances.marks_ahead
        self._subscriptions.append(ahead.subscribe(self._on_marks_shown))
        self._windows.open(library, tasks)
        self._thumbnails.open(library, tasks)

    def follow(self, engine: EngineEvents) -> None:
        """Show what an engine tells besides, from now until `close`."""
        self._subscriptions.append(engine.subscribe(self._on_engine_event))

    def close(self) -> None:
        """Let go of library and engine."""
        while self._subscriptions:
            self._subscriptions.pop()()
        self._windows.close()
        self._thumbnails.close()
        self._rows.clear()
        self._progressed.clear()
        self._late.clear()
        self._late_timer.stop()

    def now(self) -> float:
        """Seconds since the epoch, by the clock of this list."""
        return self._clock()

    def set_picture_size(self, size: QSize) -> None:
        """Have pictures decoded to fit into this many pixels."""
        if self._thumbnails.set_place(size):
            self._tell_all([JobRole.THUMBNAIL])

    def set_rushing(self, rushing: bool) -> None:
        """Know whether rows rush by a view, so that what is not here is not worth fetching."""
        self._is_rushing = rushing

    def entry_of(self, key: int) -> JobEntry | None:
        """The job of a key as it is to be shown, if it is here."""
        row = self._rows.peek(key)
        return None if row is None else self._shown(row.entry)

    def retranslate(self) -> None:
        """Make all words anew: the language or the locale is another one."""
        self._rows.forget_faces()
        self._tell_all([])

    # Qt's contract

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not 0 <= row < self.rowCount():
            return None
        key = self.key_at(row)
        if role == JobRole.THUMBNAIL:
            return self._thumbnails.get(key, wishes=not self._is_rushing)
        if role not in ROLES_OF_JOBS:
            return None
        cached = self._rows.get(key)
        if cached is None:
            if not self._is_rushing:
                self._windows.wish(row, self._row_keys())
            return None
        return self._faces.value(cached, role)

    # What comes from the library

    def _shown(self, entry: JobEntry) -> JobEntry:
        return self._faces.circumstances.marks_ahead.over(entry)

    def _forget_wishes(self) -> None:
        self._windows.forget_wishes()
        self._thumbnails.forget_wishes()

    def _on_rows_came(self, entries: Sequence[JobEntry]) -> None:
        renamed = [other for entry in entries for other in self._rows.put(entry)]
        self._tell([*entries, *renamed])

    def _on_thumbnails_came(self, keys: Sequence[int]) -> None:
        rows = self._rows.among(keys)
        self._tell([row.entry for row in rows], [JobRole.THUMBNAIL])
        self._tell_anew([row for row in rows if self._says_wrongly(row)])
        now, lacks = self._clock(), self._thumbnails.is_without
        self._late |= {
            row.entry.key
            for row in rows
            if lacks(row.entry.key) and is_in_the_making(row.entry.job, now)
        }
        if self._late and not self._late_timer.isActive():
            self._late_timer.start()

    def _says_wrongly(self, row: CachedRow) -> bool:
        """Whether a card says that there is no picture though there is one, or the other way."""
        if row.face is None:
            return False
        lacks = self._thumbnails.is_without(row.entry.key)
        return row.face.state is None if lacks else says_no_picture(row.face)

    def _tell_late(self) -> None:
        """Pictures that may have been in the making: those that did not come never will."""
        rows = self._rows.among(self._late)
        self._late.clear()
        self._tell_anew(rows)

    def _on_marks_shown(self, keys: Collection[int]) -> None:
        self._tell_anew(self._rows.among(keys))
        self.marks_updated.emit(keys)

    def _on_announcement(self, announcement: Announcement) -> None:
        self._faces.circumstances.note_announcement(announcement)
        if isinstance(announcement, JobsAdded):
            self._note_added(announcement.entries)
        elif isinstance(announcement, JobsChanged):
            for entry in announcement.entries:
                self._windows.note_news(entry)
                if entry.key in self._rows:
                    self._rows.put(entry)
                    self._tell([entry])
                self.job_updated.emit(self._shown(entry))
        elif isinstance(announcement, MarksChanged):
            self._windows.note_marks(announcement.marks)
            self._tell_anew(self._rows.mark(announcement.marks))
            self.marks_updated.emit(announcement.marks.keys())
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
        rows = self._rows.among(self._progressed)
        self._progressed.clear()
        self._tell_anew(rows)

    def _tell_if_line_moved(self) -> None:
        line_number = self._faces.circumstances.line_number
        if line_number != self._line_number:
            self._line_number = line_number
            self._tell_anew([row for row in self._rows if _waits(row)])

    # Telling the views

    def _tell_anew(self, rows: Sequence[CachedRow]) -> None:
        for row in rows:
            row.face = None
        self._tell([row.entry for row in rows])

    def _tell(self, entries: Iterable[JobEntry], roles: Sequence[int] = ()) -> None:
        rows = sorted({row for entry in entries for row in self._rows_of_entry(entry)})
        for first, last in unbroken_runs(rows):
            self.dataChanged.emit(self.index(first), self.index(last), list(roles))

    def _tell_all(self, roles: list[int]) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), roles)


def _waits(row: CachedRow) -> bool:
    return row.entry.job.state is JobState.WAITING
