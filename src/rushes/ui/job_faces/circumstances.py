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
    SendingAsked,
    SendingPaused,
)
from rushes.library.announcements import Announcement, JobEntry, JobsAdded, JobsChanged
from rushes.ui.job_faces.marks_ahead import MarksAhead


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


_Place = tuple[float, int]
"""Where a job stands in the order of sending, and its key."""


class Circumstances:
    """Follows announcements and engine events, and answers what a face needs besides the job.

    Several item models may share one and each pass on what it hears: hearing twice changes
    nothing. `line_number` tells each of them whether waiting jobs look another way than before.

    Attributes:
        line_number: grows whenever waiting jobs look another way: places, network, pause.
        reach: whether the service answers.
        reach_since: since when it is so, seconds since the epoch; 0 before anything was told.
        has_service_trouble: whether it was the service itself, and not the way to it, that
            failed the last time it did not answer.
        is_sending_paused: whether a person holds waiting jobs back.
        asked: the waiting jobs that go out only after a person's word.
        marks_ahead: marks that are not written down yet.
    """

    def __init__(self) -> None:
        self.line_number = 0
        self.reach = Reach.NOT_TRIED
        self.reach_since = 0.0
        self.has_service_trouble = False
        self.is_sending_paused = False
        self.asked = SendingAsked((), is_reachable=False, was_offline=False)
        self.marks_ahead = MarksAhead()
        self._asked_ids: frozenset[str] = frozenset()
        self._waiting: list[_Place] = []
        self._places: dict[int, _Place] = {}
        self._ids: dict[int, str] = {}
        self._line: list[_Place] = []
        self._downloads: dict[str, Received] = {}
        self._heard_of: set[int] | None = set()

    @property
    def waiting_keys(self) -> Sequence[int]:
        """Keys of the jobs that wait here, for whatever it is, in the order of sending."""
        return [key for _, key in self._waiting]

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
        elif isinstance(event, ReachChanged):
            self._note_reach(event)
        elif isinstance(event, SendingAsked) and event != self.asked:
            self.asked = event
            self._asked_ids = frozenset(event.job_ids)
            self._line = [
                place for place in self._waiting if self._ids[place[1]] not in self._asked_ids
            ]
            self.line_number += 1
        elif isinstance(event, SendingPaused) and event.paused != self.is_sending_paused:
            self.is_sending_paused = event.paused
            self.line_number += 1

    def asks(self, job_id: str) -> bool:
        """Tell whether a waiting job goes out only after a person's word."""
        return job_id in self._asked_ids

    def place_in_line(self, key: int) -> int | None:
        """Place of a waiting job in the order of sending, from 1.

        None if it does not wait, or waits for a person's word and so is in no line.
        """
        place = self._places.get(key)
        at = len(self._line) if place is None else bisect.bisect_left(self._line, place)
        return at + 1 if at < len(self._line) and self._line[at] == place else None

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

    def _note_reach(self, event: ReachChanged) -> None:
        trouble = self.has_service_trouble
        if event.reach is Reach.OFFLINE:
            trouble = event.error is not None and event.error.code == "service_down"
        if (event.reach, trouble) != (self.reach, self.has_service_trouble):
            self.reach, self.reach_since = event.reach, event.since
            self.has_service_trouble = trouble
            self.line_number += 1

    def _follow(self, entry: JobEntry) -> None:
        if self._heard_of is not None:
            self._heard_of.add(entry.key)
        if entry.job.state not in FETCHING_STATES:
            self._downloads.pop(entry.job.id, None)
        waits = entry.job.state is JobState.WAITING
        before = self._places.get(entry.key)
        place = (entry.job.sending_order, entry.key) if waits else None
        if place == before:
            return
        if before is not None:
            del self._places[entry.key], self._ids[entry.key]
            self._waiting.remove(before)
            if before in self._line:
                self._line.remove(before)
        if place is not None:
            self._places[entry.key], self._ids[entry.key] = place, entry.job.id
            bisect.insort(self._waiting, place)
            if entry.job.id not in self._asked_ids:
                bisect.insort(self._line, place)
        self.line_number += 1
