"""The jobs that are under way or ask for a person, as an item model."""

import bisect
import time
from collections.abc import Awaitable, Callable, Iterable
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from rushes.domain.job import Job
from rushes.domain.states import ACTIVE_STATES, JobState
from rushes.engine.events import DownloadProgressed, EngineEvent, SendingAsked
from rushes.engine.tasks import Tasks
from rushes.library.announcements import (
    Announcement,
    JobEntry,
    JobsAdded,
    JobsChanged,
    JobsRemoved,
)
from rushes.ui.activity.activity_counts import ActivityCounts, count_jobs
from rushes.ui.activity.activity_order import (
    cancellable,
    moved_order,
    place_of,
    waiting_rows,
    waits,
)
from rushes.ui.activity.followed_jobs import FollowedJobs
from rushes.ui.activity.sending_question import SendingQuestion
from rushes.ui.components.tool_tips import plain_tool_tip
from rushes.ui.job_faces.card_faces import spoken_text
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.job_faces.reasons import waits_for_person
from rushes.ui.job_faces.state_face import state_face
from rushes.ui.job_faces.titles import JobTitle, job_title

if TYPE_CHECKING:
    from rushes.library.library import Library

_PROGRESS_MILLISECONDS = 100
_SHOWN_STATES = ACTIVE_STATES | {JobState.UNKNOWN, JobState.HELD}

AnyIndex = QModelIndex | QPersistentModelIndex


class ActivityRole(IntEnum):
    """What a row can be asked for, besides Qt's own text roles."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    """JobEntry."""
    TITLE = Qt.ItemDataRole.UserRole + 2
    """JobTitle."""
    STATE = Qt.ItemDataRole.UserRole + 3
    """StateFace at this moment."""


class ActivityModel(QAbstractListModel):
    """Jobs under way, those that wait, those that ask for a person, those that failed.

    The ones that wait stand in the order of sending. One that failed stays until it is dismissed
    or the program ends. Those that go out only after one word for them all have no rows here:
    `asked_entries` has them.

    Args:
        clock: seconds since the epoch, for times that count up.

    Attributes:
        circumstances: network, pause, places in line, bytes that came.

    Signals:
        facts_changed: counts, network or pause are other ones.
        asked_changed: the jobs that wait for the one word are others, or wait for another thing.
        asks_anew: they can go out now and could not before, or more of them can.
    """

    facts_changed = Signal()
    asked_changed = Signal()
    asks_anew = Signal()

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self.circumstances = Circumstances()
        self._clock = clock
        self._subscriptions: list[Callable[[], None]] = []
        self._library: Library | None = None
        self._is_loaded = False
        self._entries: list[JobEntry] = []
        self._followed = FollowedJobs()
        self._question = SendingQuestion()
        self._heard_of: set[int] = set()
        self._line_number = 0
        self._progressed: set[str] = set()
        self._progress_timer = QTimer(self)
        self._progress_timer.setSingleShot(True)
        self._progress_timer.setInterval(_PROGRESS_MILLISECONDS)
        self._progress_timer.timeout.connect(self._tell_progress)

    # From outside

    def open(
        self,
        library: "Library",
        tasks: Tasks,
        circumstances: Circumstances | None = None,
        *,
        after: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        """Follow an open library, from now until `close`.

        `tasks` holds the work in the background; `circumstances` may be shared with other models;
        what is under way is read once what `after` returns is over.
        """
        self.close()
        self._library = library
        self.circumstances = circumstances or Circumstances()
        self._line_number = self.circumstances.line_number
        self._subscriptions.append(library.subscribe(self._on_announcement))
        tasks.spawn(self._load(library, after), "activity")

    def follow(self, engine: EngineEvents) -> None:
        """Follow what an engine tells besides, from now until `close`."""
        self._subscriptions.append(engine.subscribe(self._on_engine_event))

    def close(self) -> None:
        """Let go of library and engine, and show nothing."""
        while self._subscriptions:
            self._subscriptions.pop()()
        self._library = None
        self._is_loaded = False
        self._heard_of.clear()
        self._progressed.clear()
        self._followed.clear()
        self._question = SendingQuestion()
        self.beginResetModel()
        self._entries = []
        self.endResetModel()
        self.asked_changed.emit()
        self.facts_changed.emit()

    @property
    def is_loaded(self) -> bool:
        """Whether it is known what is under way."""
        return self._is_loaded

    def counts(self) -> ActivityCounts:
        """How many jobs are in which state."""
        return count_jobs((entry.job for entry in self._followed), self.circumstances)

    def cancellable(self) -> tuple[int, int]:
        """How many jobs that wait here, and how many that the service has, can be cancelled."""
        return cancellable(entry.job for entry in self._followed)

    def asked_entries(self) -> list[JobEntry]:
        """The jobs that go out only after one word for them all, in the order of sending."""
        waiting = {entry.job.id: entry for entry in self._followed if self._is_asked(entry.job)}
        ids = self.circumstances.asked.job_ids
        return sorted((waiting[job_id] for job_id in ids if job_id in waiting), key=place_of)

    def waiting_rows(self) -> range:
        """The rows of jobs that wait, and may change places."""
        return waiting_rows(self._entries)

    def moved(self, key: int, row: int) -> list[str]:
        """The ids of all waiting jobs that have rows, as if that of `key` stood before a row."""
        return moved_order(self._entries, key, row)

    def dismiss(self, key: int) -> None:
        """Show a job that failed no longer."""
        entry = self._followed.dismissed(key)
        if entry is not None:
            self._place(entry)
            self.facts_changed.emit()

    @property
    def is_kept_waiting(self) -> bool:
        """Whether a person has said that they are to wait on."""
        return self._question.is_kept_waiting

    def keep_waiting(self) -> None:
        """A person wants them to wait on: nothing asks until something changes."""
        self._question.keep_waiting()
        self.facts_changed.emit()

    def first_that_asks(self) -> str | None:
        """The id of the oldest job that goes on only after a person's answer, or None."""
        found = [entry for entry in self._entries if waits_for_person(entry.job)]
        return found[0].job.id if found else None

    def retranslate(self) -> None:
        """All words are other ones: the language or the locale has changed."""
        self._tell(self._entries)
        self.asked_changed.emit()
        self.facts_changed.emit()

    # Qt's contract

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ActivityRole.ENTRY:
            return entry
        if role == ActivityRole.TITLE:
            return self._title(entry.job)
        if role == ActivityRole.STATE:
            return state_face(entry, self.circumstances, self._clock())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(entry.job).text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(entry.job.prompt)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = state_face(entry, self.circumstances, self._clock())
            return spoken_text(entry.job, self._title(entry.job), state)
        return None

    def _title(self, job: Job) -> JobTitle:
        several = any(
            other.job.shot_id == job.shot_id and other.job.id != job.id for other in self._followed
        )
        return job_title(job, has_siblings=several)

    # What others tell

    async def _load(
        self, library: "Library", after: Callable[[], Awaitable[object]] | None
    ) -> None:
        if after is not None and library is self._library:
            await after()
        if library is not self._library:
            return
        entries = await library.in_states(_SHOWN_STATES)
        if library is not self._library:
            return
        self.circumstances.begin(entry for entry in entries if waits(entry.job))
        # What was announced while the library was asked is newer than its answer.
        for entry in entries:
            if entry.key not in self._heard_of:
                self._follow(entry)
        self._heard_of.clear()
        self._is_loaded = True
        self.asked_changed.emit()
        self.facts_changed.emit()
        self._ask_if_new()

    def _on_announcement(self, announcement: Announcement) -> None:
        self.circumstances.note_announcement(announcement)
        if isinstance(announcement, JobsRemoved):
            # Of what is here, only what failed can have been in the trash that was emptied.
            for key in self._followed.failed_of(announcement.keys):
                self.dismiss(key)
        if not isinstance(announcement, JobsAdded | JobsChanged):
            return
        for entry in announcement.entries:
            if not self._is_loaded:
                self._heard_of.add(entry.key)
            self._follow(entry)
        self._tell_if_line_moved()
        if any(self.circumstances.asks(entry.job.id) for entry in announcement.entries):
            self.asked_changed.emit()
        self.facts_changed.emit()

    def _on_engine_event(self, event: EngineEvent) -> None:
        self.circumstances.note_event(event)
        if isinstance(event, DownloadProgressed):
            self._progressed.add(event.job_id)
            if not self._progress_timer.isActive():
                self._progress_timer.start()
            return
        if isinstance(event, SendingAsked):
            for entry in self._followed:
                if waits(entry.job):
                    self._follow(entry)
            self._ask_if_new()
        self._tell_if_line_moved()
        self.asked_changed.emit()
        self.facts_changed.emit()

    def _ask_if_new(self) -> None:
        if self._is_loaded and self._question.note(self.circumstances.asked):
            self.asks_anew.emit()

    def _is_asked(self, job: Job) -> bool:
        return waits(job) and self.circumstances.asks(job.id)

    def _follow(self, entry: JobEntry) -> None:
        """Put a job where it belongs now, or leave it out."""
        was_followed = entry.key in self._followed
        self._followed.note(entry)
        if was_followed or entry.key in self._followed:
            self._place(entry)

    def _place(self, entry: JobEntry) -> None:
        row = next((at for at, each in enumerate(self._entries) if each.key == entry.key), -1)
        shown = entry.key in self._followed and not self._is_asked(entry.job)
        if row < 0 and shown:
            place = bisect.bisect_left(self._entries, place_of(entry), key=place_of)
            self.beginInsertRows(QModelIndex(), place, place)
            self._entries.insert(place, entry)
            self.endInsertRows()
        elif row >= 0 and not shown:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._entries[row]
            self.endRemoveRows()
        elif row >= 0:
            self._replace(row, entry)

    def _replace(self, row: int, entry: JobEntry) -> None:
        others = [*self._entries[:row], *self._entries[row + 1 :]]
        place = bisect.bisect_left(others, place_of(entry), key=place_of)
        if place != row:
            # Qt counts the place before which a row goes with the row still where it was.
            before = place + 1 if place > row else place
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), before)
            self._entries = [*others[:place], entry, *others[place:]]
            self.endMoveRows()
        self._entries[place] = entry
        self._tell([entry])

    # Telling the views

    def _tell_progress(self) -> None:
        told, self._progressed = self._progressed, set()
        self._tell([entry for entry in self._entries if entry.job.id in told])
        self.facts_changed.emit()

    def _tell_if_line_moved(self) -> None:
        if self.circumstances.line_number != self._line_number:
            self._line_number = self.circumstances.line_number
            self._tell([entry for entry in self._entries if waits(entry.job)])

    def _tell(self, entries: Iterable[JobEntry]) -> None:
        keys = {entry.key for entry in entries}
        for row in (row for row, entry in enumerate(self._entries) if entry.key in keys):
            self.dataChanged.emit(self.index(row), self.index(row))
