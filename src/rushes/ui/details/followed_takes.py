"""Which takes are told of, with the one before: read from the library and kept true to it."""

from collections.abc import Callable, Collection, Coroutine, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from rushes.domain.errors import RushesError
from rushes.engine.events import EngineEvent
from rushes.engine.tasks import Tasks
from rushes.library.announcements import (
    Announcement,
    JobEntry,
    JobsAdded,
    JobsChanged,
    LibraryCameBack,
    MarksChanged,
    MediaAway,
    MediaBack,
)
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents

if TYPE_CHECKING:
    from rushes.library.library import Library

    _Reading = Callable[[Library, int], Coroutine[Any, Any, None]]

MOST_READ = 500
"""Of more chosen takes than this, what they have in common is told of the first ones alone."""

_SOON_MILLISECONDS = 100


@dataclass(frozen=True, slots=True)
class ToldTakes:
    """What is told of.

    Attributes:
        entries: the takes, as they are to be shown; none, one, or those that were chosen, of
            which `MOST_READ` are here at most.
        keys: the keys of all of them.
        before: the take before, where it is one take and not the first of its shot.
        takes: how many takes the shot of a single one has.
    """

    entries: tuple[JobEntry, ...] = ()
    keys: tuple[int, ...] = ()
    before: JobEntry | None = None
    takes: int = 1

    @property
    def single(self) -> JobEntry | None:
        """The take, where it is one."""
        return self.entries[0] if len(self.keys) == 1 and self.entries else None


class FollowedTakes(QObject):
    """Reads what is to be told, and tells when it is another.

    Attributes:
        circumstances: what decides how a job stands besides itself.

    Signals:
        changed: `told` is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.circumstances = Circumstances()
        self._told = ToldTakes()
        self._wanted: tuple[int, ...] = ()
        self._reading = 0
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._subscriptions: list[Callable[[], None]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MILLISECONDS)
        self._soon.timeout.connect(self.changed)

    @property
    def told(self) -> ToldTakes:
        """What is told of, with marks as they are to be shown."""
        ahead, told = self.circumstances.marks_ahead, self._told
        entries = tuple(ahead.over(entry) for entry in told.entries)
        return ToldTakes(entries, told.keys, told.before, told.takes)

    @property
    def library(self) -> "Library | None":
        """The library that is open."""
        return self._library

    # From outside

    def open(self, library: "Library", circumstances: Circumstances | None, tasks: Tasks) -> None:
        """Read from an open library, until `close`."""
        self._library, self._tasks = library, tasks
        self.circumstances = circumstances or Circumstances()
        self._subscriptions = [
            library.subscribe(self._on_announcement),
            self.circumstances.marks_ahead.subscribe(self._on_marks_ahead),
        ]

    def follow(self, engine: EngineEvents) -> None:
        """Hear what an engine tells, until `close`."""
        self._subscriptions.append(engine.subscribe(self._on_engine_event))

    def close(self) -> None:
        """Let go of library and engine, and tell of nothing."""
        for each in self._subscriptions:
            each()
        self._subscriptions = []
        self._library = self._tasks = None
        self.show_none()

    def show_none(self) -> None:
        """Tell of no take."""
        self._reading += 1
        self._wanted = ()
        self._put(ToldTakes())

    def show_one(self, entry: JobEntry) -> None:
        """Tell of a take; it is told once it is known what came before it."""
        single = self._told.single
        if single is not None and single.key == entry.key and self._wanted == (entry.key,):
            if single != entry:
                told = self._told
                self._put(ToldTakes((entry,), told.keys, told.before, told.takes))
            return
        self._wanted = (entry.key,)
        self._read(self._read_one(entry))

    def show_many(self, keys: Sequence[int]) -> None:
        """Tell of takes that were chosen together."""
        wanted = tuple(keys)
        if wanted != self._wanted:
            self._wanted = wanted
            self._read(self._read_many(wanted))

    # What comes from the library

    def _read(self, work: "_Reading") -> None:
        self._reading += 1
        if self._library is not None and self._tasks is not None:
            self._tasks.spawn(work(self._library, self._reading), "details")

    def _read_one(self, entry: JobEntry) -> "_Reading":
        async def read(library: "Library", turn: int) -> None:
            before, takes = None, 1
            try:
                found = await library.takes(entry.job.shot_id)
                takes = max(len(found.keys), 1)
                place = found.keys.index(entry.key) if entry.key in found.keys else 0
                if place:
                    before = next(iter(await library.jobs([found.keys[place - 1]])), None)
            except RushesError:
                # The take itself is here: it is told of without the one before.
                before = None
            if turn == self._reading:
                self._put(ToldTakes((entry,), (entry.key,), before, takes))

        return read

    def _read_many(self, keys: tuple[int, ...]) -> "_Reading":
        async def read(library: "Library", turn: int) -> None:
            try:
                entries = await library.jobs(keys[:MOST_READ])
            except RushesError:
                return
            if turn == self._reading:
                self._put(ToldTakes(tuple(entries), keys))

        return read

    def _put(self, told: ToldTakes) -> None:
        if told != self._told:
            self._told = told
            self.changed.emit()

    def _read_again(self) -> None:
        single = self._told.single
        if single is not None:
            self._read(self._read_one(single))
        elif self._wanted:
            self._read(self._read_many(self._wanted))

    def _on_announcement(self, announcement: Announcement) -> None:
        line = self.circumstances.line_number
        self.circumstances.note_announcement(announcement)
        if line != self.circumstances.line_number:
            self._change_soon()
        if isinstance(announcement, JobsChanged):
            self._replace({entry.key: entry for entry in announcement.entries})
        elif isinstance(announcement, MarksChanged):
            marks = announcement.marks
            entries = [each for each in self._told.entries if each.key in marks]
            self._replace({each.key: each.with_marks(marks[each.key]) for each in entries})
        elif isinstance(announcement, JobsAdded):
            single = self._told.single
            shots = {entry.job.shot_id for entry in announcement.entries}
            if single is not None and single.job.shot_id in shots:
                self._read_again()
        elif isinstance(announcement, LibraryCameBack | MediaAway | MediaBack):
            self._read_again()

    def _replace(self, newer: dict[int, JobEntry]) -> None:
        told = self._told
        before = told.before
        if before is not None:
            before = newer.get(before.key, before)
        entries = tuple(newer.get(entry.key, entry) for entry in told.entries)
        self._put(ToldTakes(entries, told.keys, before, told.takes))

    def _on_marks_ahead(self, keys: Collection[int]) -> None:
        if any(entry.key in keys for entry in self._told.entries):
            self.changed.emit()

    def _on_engine_event(self, event: EngineEvent) -> None:
        self.circumstances.note_event(event)
        self._change_soon()

    def _change_soon(self) -> None:
        """How a job stands may have changed; much is told while a clip comes."""
        if self._told.single is not None and not self._soon.isActive():
            self._soon.start()
