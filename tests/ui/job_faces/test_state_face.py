from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from rushes.domain.job import Clip, Job, JobError
from rushes.domain.states import FileState, JobState
from rushes.engine.events import DownloadProgressed, Reach, ReachChanged, SendingPaused
from rushes.library.announcements import JobEntry
from rushes.ui.components.card_face import StateFace, Tone
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.reasons import needs_person, waits_for_person
from rushes.ui.job_faces.state_face import counts_time, is_shown_by_picture, state_face
from tests.ui.job_faces.jobs import NOON, make_clip, make_job

S = JobState
NOW = NOON + 1000


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Words are translated by the application."""


def face(job: Job, circumstances: Circumstances | None = None, key: int = 1) -> StateFace:
    return state_face(JobEntry(key, job), circumstances or Circumstances(), NOW)


def because(code: str) -> JobError:
    return JobError(code, "")


READY = make_job(state=S.READY, clips=(make_clip(),))
REMOTE = make_job(state=S.IN_PROGRESS, accepted_at=NOW - 200, started_at=NOW - 102)

# State by state: icon, word, second line, tone.
TABLE: list[tuple[Job, str, str, str, Tone]] = [
    (make_job(state=S.SENDING), "sending", "Sending", "written down first", Tone.LIVE),
    (make_job(state=S.IN_QUEUE, queue_position=3), "in_queue", "In queue", "Position 3", Tone.LIVE),
    (make_job(state=S.IN_QUEUE), "in_queue", "In queue", "", Tone.LIVE),
    (REMOTE, "in_progress", "In progress", "1:42 so far", Tone.LIVE),
    (replace(REMOTE, started_at=None), "in_progress", "In progress", "3:20 so far", Tone.LIVE),
    (replace(REMOTE, service_word="warming"), "in_progress", "warming", "1:42 so far", Tone.LIVE),
    (
        replace(REMOTE, cancel_asked_at=NOW),
        "cancelled",
        "Cancel asked",
        "until it answers",
        Tone.QUIET,
    ),
    (
        replace(REMOTE, cancel_asked_at=NOW, cancel_answer="not_cancellable"),
        "in_progress",
        "In progress",
        "cannot be cancelled",
        Tone.LIVE,
    ),
    (
        replace(REMOTE, cancel_asked_at=NOW, cancel_answer="refused"),
        "in_progress",
        "In progress",
        "not cancelled",
        Tone.LIVE,
    ),
    (make_job(state=S.REJECTED), "refused", "Refused", "nothing charged", Tone.BAD),
    (
        make_job(state=S.REJECTED, error=because("balance_empty")),
        "refused",
        "Refused",
        "no balance left",
        Tone.BAD,
    ),
    (make_job(state=S.FAILED), "failed", "Failed", "Service error", Tone.BAD),
    (
        make_job(state=S.FAILED, error=because("result_empty")),
        "failed",
        "Failed",
        "No file came",
        Tone.BAD,
    ),
    (make_job(state=S.CANCELLED), "cancelled", "Cancelled", "before sending", Tone.QUIET),
    (
        make_job(state=S.CANCELLED, sent_at=1),
        "cancelled",
        "Cancelled",
        "before sending",
        Tone.QUIET,
    ),
    (
        make_job(state=S.CANCELLED, remote_id="r"),
        "cancelled",
        "Cancelled",
        "before it ran",
        Tone.QUIET,
    ),
    (
        make_job(state=S.CANCELLED, remote_id="r", started_at=2),
        "cancelled",
        "Cancelled",
        "while it ran",
        Tone.QUIET,
    ),
    (make_job(state=S.EXPIRED), "expired", "Expired", "Link died", Tone.WARN),
    (
        make_job(state=S.EXPIRED, error=because("request_gone")),
        "expired",
        "Expired",
        "Result gone",
        Tone.WARN,
    ),
    (
        make_job(state=S.UNKNOWN, error=because("outcome_unknown")),
        "needs_you",
        "Needs you",
        "Reply lost",
        Tone.WARN,
    ),
    (
        make_job(state=S.UNKNOWN, answer="kept"),
        "needs_you",
        "Needs you",
        "kept for later",
        Tone.WARN,
    ),
    (
        make_job(state=S.UNKNOWN, answer="sent_again"),
        "needs_you",
        "Unknown",
        "sent again",
        Tone.QUIET,
    ),
    (make_job(state=S.HELD), "needs_you", "Held", "needs your word", Tone.WARN),
    (
        make_job(state=S.FINISHED, error=because("host_not_trusted")),
        "needs_you",
        "Needs you",
        "Another server",
        Tone.WARN,
    ),
    (
        make_job(state=S.FINISHED, error=because("unexpected")),
        "needs_you",
        "Needs you",
        "Error in Rushes",
        Tone.WARN,
    ),
    (
        make_job(state=S.FINISHED, error=because("disk_full")),
        "download",
        "Downloading",
        "The disk is full",
        Tone.LIVE,
    ),
    (
        replace(READY, clips=(make_clip(state=FileState.MISSING),)),
        "file_missing",
        "File missing",
        "",
        Tone.WARN,
    ),
    (
        replace(READY, clips=(make_clip(state=FileState.CHANGED),)),
        "warn",
        "File changed",
        "",
        Tone.WARN,
    ),
    (
        replace(READY, clips=(make_clip(state=FileState.TRASHED),)),
        "trash",
        "In Trash",
        "",
        Tone.QUIET,
    ),
]


@pytest.mark.parametrize(
    ("job", "icon", "word", "detail", "tone"),
    TABLE,
    ids=[f"{row[2]}, {row[3]}".replace(" ", "_") for row in TABLE],
)
def test_every_state_has_its_words(job: Job, icon: str, word: str, detail: str, tone: Tone) -> None:
    shown = face(job)
    assert (shown.icon, shown.word, shown.detail, shown.tone) == (icon, word, detail, tone)
    assert shown.outlined == (word in ("Needs you", "Held")) == needs_person(job)


def test_what_was_put_off_is_not_asked_for_but_stays_marked() -> None:
    unknown = make_job(state=S.UNKNOWN)
    assert waits_for_person(unknown)
    kept = replace(unknown, answer="kept")
    assert (waits_for_person(kept), needs_person(kept)) == (False, True)
    sent_again = replace(unknown, answer="sent_again")
    assert (waits_for_person(sent_again), needs_person(sent_again)) == (False, False)
    for job in (
        make_job(state=S.HELD),
        make_job(state=S.FINISHED, error=because("file_too_large")),
    ):
        assert waits_for_person(job)


def test_no_state_is_without_a_face() -> None:
    for state in JobState:
        shown = face(make_job(state=state))
        assert shown.icon
        assert shown.word


def test_a_ready_clip_is_told_by_its_picture() -> None:
    assert is_shown_by_picture(READY)
    assert face(READY).word == "Ready"
    for state in (FileState.MISSING, FileState.CHANGED):
        assert not is_shown_by_picture(replace(READY, clips=(make_clip(state=state),)))
    assert not is_shown_by_picture(make_job(state=S.DOWNLOADING))


def test_waiting_jobs_tell_their_place_or_what_they_wait_for() -> None:
    circumstances = Circumstances()
    jobs = [make_job() for _ in range(3)]
    circumstances.begin([JobEntry(key, job) for key, job in enumerate(jobs, start=5)])
    assert face(jobs[1], circumstances, key=6).detail == "2nd here"
    circumstances.note_event(SendingPaused(True))
    assert face(jobs[1], circumstances, key=6).detail == "sending is paused"
    circumstances.note_event(ReachChanged(Reach.OFFLINE, NOON))
    assert face(jobs[1], circumstances, key=6).detail == "for the network"
    circumstances.note_event(ReachChanged(Reach.TOKEN_NEEDED, NOON))
    assert face(jobs[1], circumstances, key=6).detail == "for a token"


def test_a_download_tells_bytes_and_share() -> None:
    circumstances = Circumstances()
    job = make_job(state=S.DOWNLOADING, clips=(Clip(0, "u", size=8_400_000, received=2_100_000),))
    shown = face(job, circumstances)
    assert (shown.detail, shown.share, shown.moving) == ("2.1 of 8.4 MB", 0.25, False)
    circumstances.note_event(DownloadProgressed(job.id, 4_200_000, 8_400_000))
    assert face(job, circumstances).share == 0.5
    circumstances.note_event(DownloadProgressed(job.id, 4_200_000, None))
    shown = face(job, circumstances)
    assert (shown.detail, shown.share, shown.moving) == ("4.2 MB", None, True)


def test_a_download_that_has_not_begun_moves_without_numbers() -> None:
    shown = face(make_job(state=S.FINISHED, clips=(Clip(0, "u"),)))
    assert (shown.detail, shown.share, shown.moving) == ("", None, True)


def test_time_counts_only_while_a_job_runs() -> None:
    assert counts_time(REMOTE)
    assert not counts_time(replace(REMOTE, cancel_asked_at=NOW))
    assert not counts_time(READY)
