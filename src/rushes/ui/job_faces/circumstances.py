"""What shows on a job's card without being part of the job: its place in line, bytes, network."""

import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from rushes.domain.job import Job
from rushes.domain.states import FETCHING_STATES, FileState, JobState
from rushes.engine.events import (
    DownloadProgressed,
    EngineEvent,
    EventSubscriber,
    Reach,
    ReachChanged,
    SendingPaused,
)
from rushes.library.announcements import Announcement, JobEntry, JobsAdded, JobsChanged


class EngineEvents(Protocol):
    """Who tells of passing things: the engine."""

    def subscribe(self, subscriber: EventSubscriber) -> Callable[[], None]:
        """Have a function called with every event; returns what ends that."""
        ...


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes of a job's files: what came so far, and the whole, None while not told."""

    received: int
    total: int | None


class Circumstances:
    """Follows announcements and engine events, and answers what a face needs besides the job.

    Several item models may share one and each pass on what it hears: hearing twice changes
    nothing. `line_number` tells each of them whether waiting jobs look another way than before.

    Attributes:
        line_number: grows whenever waiting jobs look another way: places, network, pause.
        reach: whether the service answers.
        reach_since: since when it is so, seconds since the epoch; 0 before anything was told.
        is_sending_paused: whether a person holds waiting jobs back.
    """

    def __init__(self) -> None:
        self.line_number = 0
        self.reach = Reach.NOT_TRIED
        self.reach_since = 0.0
        self.is_sending_paused = False
        self._waiting: list[int] = []
        self._downloads: dict[str, Received] = {}
        self._heard_of: set[int] | None = set()

    @property
    def waiting_keys(self) -> Sequence[int]:
        """Keys of the jobs that wait here, in the order in which they will be sent."""
        return self._waiting

    @property
    def has_begun(self) -> bool:
        """Whether the jobs that waited at the start are known."""
        return self._heard_of is None

    def begin(self, entries: Iterable[JobEntry]) -> None:
        """Take in the jobs that the library says wait, once; what was announced is newer."""
        if self._heard_of is None:
            return
        heard_of, self._heard_of = self._heard_of, None
        for entry in entries:
            if entry.key not in heard_of:
                self._follow(entry)

    def note_announcement(self, announcement: Announcement) -> None:
        """Follow an announcement of the library."""
        if isinstance(announcement, JobsAdded | JobsChanged):
            for entry in announcement.entries:
                self._follow(entry)

    def note_event(self, event: EngineEvent) -> None:
        """Follow an event of the engine."""
        if isinstance(event, DownloadProgressed):
            self._downloads[event.job_id] = Received(event.received, event.total)
        elif isinstance(event, ReachChanged) and event.reach is not self.reach:
            self.reach, self.reach_since = event.reach, event.since
            self.line_number += 1
        elif isinstance(event, SendingPaused) and event.paused != self.is_sending_paused:
            self.is_sending_paused = event.paused
            self.line_number += 1

    def place_in_line(self, key: int) -> int | None:
        """Place of a waiting job in the order of sending, from 1; None if it does not wait."""
        at = bisect.bisect_left(self._waiting, key)
        if at < len(self._waiting) and self._waiting[at] == key:
            return at + 1
        return None

    def received(self, job: Job) -> Received:
        """Bytes of a job's clips: as told last, or as the library knows."""
        told = self._downloads.get(job.id)
        if told is not None:
            return told
        sizes = [clip.size for clip in job.clips]
        total = sum(size or 0 for size in sizes) if sizes and None not in sizes else None
        done = sum(
            (clip.size or 0) if clip.state is FileState.PRESENT else clip.received
            for clip in job.clips
        )
        return Received(done, total)

    def _follow(self, entry: JobEntry) -> None:
        if self._heard_of is not None:
            self._heard_of.add(entry.key)
        if entry.job.state not in FETCHING_STATES:
            self._downloads.pop(entry.job.id, None)
        at = bisect.bisect_left(self._waiting, entry.key)
        known = at < len(self._waiting) and self._waiting[at] == entry.key
        waits = entry.job.state is JobState.WAITING
        if waits and not known:
            self._waiting.insert(at, entry.key)
        elif known and not waits:
            del self._waiting[at]
        if known != waits:
            self.line_number += 1
