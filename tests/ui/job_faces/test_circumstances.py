import itertools
from dataclasses import replace

import pytest

from rushes.domain.errors import NotReachable, ServiceDown, TokenRefused
from rushes.domain.job import Clip
from rushes.domain.states import FileState, JobState
from rushes.engine.events import (
    DownloadProgressed,
    Reach,
    ReachChanged,
    SendingAsked,
    SendingPaused,
)
from rushes.library.announcements import JobEntry, JobsAdded, JobsChanged
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.waiting_words import waiting_detail
from tests.ui.job_faces.jobs import make_clip, make_job


def test_the_line_is_in_the_order_of_sending() -> None:
    circumstances = Circumstances()
    jobs = {key: make_job() for key in (3, 7, 9)}
    entries = [JobEntry(key, jobs[key]) for key in (3, 9, 7)]
    circumstances.begin(entries[:2])
    circumstances.note_announcement(JobsAdded((entries[2],)))
    assert [circumstances.place_in_line(key) for key in (3, 7, 9)] == [1, 2, 3]
    sent = JobEntry(3, replace(entries[0].job, state=JobState.SENDING))
    circumstances.note_announcement(JobsChanged((sent,)))
    assert [circumstances.place_in_line(key) for key in (3, 7, 9)] == [None, 1, 2]
    assert list(circumstances.waiting_keys) == [7, 9]
    first = JobEntry(9, replace(jobs[9], waiting_rank=jobs[7].created_at - 1))
    before = circumstances.line_number
    circumstances.note_announcement(JobsChanged((first,)))
    assert [circumstances.place_in_line(key) for key in (7, 9)] == [2, 1]
    assert circumstances.line_number > before


def test_what_was_announced_is_newer_than_what_the_library_said_at_the_start() -> None:
    circumstances = Circumstances()
    waiting = JobEntry(1, make_job())
    gone = JobEntry(1, replace(waiting.job, state=JobState.CANCELLED))
    circumstances.note_announcement(JobsChanged((gone,)))
    circumstances.begin([waiting])
    assert circumstances.has_begun
    assert circumstances.place_in_line(1) is None
    circumstances.begin([waiting])
    assert circumstances.place_in_line(1) is None


def test_only_what_concerns_waiting_jobs_moves_the_line() -> None:
    circumstances = Circumstances()
    entry = JobEntry(1, make_job())
    numbers = [circumstances.line_number]

    def note() -> None:
        numbers.append(circumstances.line_number)

    circumstances.note_announcement(JobsAdded((entry,)))
    note()
    circumstances.note_announcement(JobsAdded((entry,)))
    note()
    circumstances.note_event(SendingPaused(True))
    note()
    circumstances.note_event(SendingPaused(True))
    note()
    circumstances.note_event(ReachChanged(Reach.OFFLINE, 5.0))
    note()
    circumstances.note_event(DownloadProgressed("x", 1, 2))
    note()
    steps = [after - before for before, after in itertools.pairwise(numbers)]
    assert steps == [1, 0, 1, 0, 1, 0]
    assert circumstances.reach_since == 5.0


def test_bytes_come_from_the_engine_and_before_that_from_the_clips() -> None:
    circumstances = Circumstances()
    whole = make_clip(size=100, received=100, state=FileState.PRESENT)
    half = Clip(1, "u", size=60, received=20)
    job = make_job(state=JobState.DOWNLOADING, clips=(whole, half))
    known = circumstances.received(job)
    assert (known.received, known.total) == (120, 160)
    unknown = replace(job, clips=(whole, Clip(1, "u")))
    assert circumstances.received(unknown).total is None
    circumstances.note_event(DownloadProgressed(job.id, 150, 160))
    assert circumstances.received(job).received == 150
    ended = JobEntry(1, replace(job, state=JobState.READY))
    circumstances.note_announcement(JobsChanged((ended,)))
    assert circumstances.received(job).received == 120


def test_what_waits_for_a_word_is_in_no_line() -> None:
    circumstances = Circumstances()
    entries = [JobEntry(key, make_job()) for key in (1, 2, 3)]
    circumstances.begin(entries)
    asked = SendingAsked((entries[0].job.id,), is_reachable=True, was_offline=False)
    for _ in range(2):
        before = circumstances.line_number
        circumstances.note_event(asked)
    assert circumstances.line_number == before
    assert [circumstances.place_in_line(key) for key in (1, 2, 3)] == [None, 1, 2]
    assert list(circumstances.waiting_keys) == [1, 2, 3]
    assert circumstances.asks(entries[0].job.id)
    circumstances.note_event(SendingAsked((), is_reachable=True, was_offline=False))
    assert [circumstances.place_in_line(key) for key in (1, 2, 3)] == [1, 2, 3]


def test_a_job_may_be_asked_for_before_it_is_announced() -> None:
    circumstances = Circumstances()
    circumstances.begin([])
    entry = JobEntry(4, make_job())
    circumstances.note_event(SendingAsked((entry.job.id,), is_reachable=False, was_offline=True))
    circumstances.note_announcement(JobsAdded((entry,)))
    assert circumstances.place_in_line(4) is None
    gone = JobEntry(4, replace(entry.job, state=JobState.CANCELLED))
    circumstances.note_announcement(JobsChanged((gone,)))
    assert list(circumstances.waiting_keys) == []


@pytest.mark.parametrize(
    ("change", "paused", "asked", "detail"),
    [
        (ReachChanged(Reach.ONLINE, 1.0), False, False, "1st here"),
        (ReachChanged(Reach.ONLINE, 1.0), True, False, "sending is paused"),
        (ReachChanged(Reach.ONLINE, 1.0), True, True, "for your word"),
        (ReachChanged(Reach.OFFLINE, 1.0, NotReachable()), False, True, "for the network"),
        (ReachChanged(Reach.OFFLINE, 1.0, ServiceDown()), False, False, "for the service"),
        (ReachChanged(Reach.TOKEN_NEEDED, 1.0, TokenRefused()), False, True, "for a token"),
    ],
)
def test_it_is_said_what_a_job_waits_for(
    change: ReachChanged, paused: bool, asked: bool, detail: str
) -> None:
    circumstances = Circumstances()
    entry = JobEntry(1, make_job())
    circumstances.begin([entry])
    circumstances.note_event(change)
    circumstances.note_event(SendingPaused(paused))
    ids = (entry.job.id,) if asked else ()
    reachable = change.reach is Reach.ONLINE
    circumstances.note_event(SendingAsked(ids, is_reachable=reachable, was_offline=True))
    assert waiting_detail(entry, circumstances) == detail


def test_what_kind_of_trouble_it_was_is_remembered() -> None:
    circumstances = Circumstances()
    circumstances.note_event(ReachChanged(Reach.OFFLINE, 1.0, ServiceDown()))
    circumstances.note_event(ReachChanged(Reach.ONLINE, 2.0))
    remembered = [circumstances.has_service_trouble]
    circumstances.note_event(ReachChanged(Reach.OFFLINE, 3.0, NotReachable()))
    remembered.append(circumstances.has_service_trouble)
    assert remembered == [True, False]
    assert circumstances.reach_since == 3.0
