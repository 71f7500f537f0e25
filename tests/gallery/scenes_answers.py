"""The pages that wait for a person's word, each in its states, wide and narrow."""

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from rushes.domain.errors import NotReachable, RemoteIdTaken, RequestGone
from rushes.domain.job import Clip, Job, JobError
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.engine.events import EngineEvent, Reach, ReachChanged, SendingAsked
from rushes.library.announcements import JobEntry
from rushes.ui.answers.answer_page import Asked
from rushes.ui.answers.told import told
from rushes.ui.answers.unknown_page import UnknownPage
from rushes.ui.job_faces.away import Away
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.state_face import state_face
from rushes.ui.viewer.panel import ViewerPanel
from tests.gallery.__main__ import KEEPS_FOCUS
from tests.ui.job_faces.jobs import MODEL, make_clip, make_job

_INPUTS = {
    "prompt": (
        "Lighthouse in a winter storm, the beam sweeps through spray, waves break over the rock, "
        "70 mm"
    ),
    "num_frames": 97,
    "frames_per_second": 16,
    "resolution": "720p",
    "aspect_ratio": "16:9",
    "seed": 731940,
    "enable_prompt_expansion": True,
}
_BEGAN = time.time() - 420
_SIZE, _NARROW = (676, 774), (420, 640)
_PATH = "/media/anna/Northlight/media/2026-11/019a2f6e-41c0-7d1e-9a5e-1d2c3b4a5f60-1.mp4"


def asked_job(state: JobState, code: str = "", detail: str = "", **more: object) -> Job:
    """A job that was sent seven minutes ago and stands so now."""
    error = JobError(code, "", detail) if code else None
    job = make_job(
        state=state,
        request=GenerationRequest(MODEL, _INPUTS),
        error=error,
        sent_at=_BEGAN + 1,
        take=5,
    )
    return replace(job, created_at=_BEGAN, **more)


LOST = asked_job(
    JobState.UNKNOWN,
    "outcome_unknown",
    "RemoteProtocolError: Server disconnected without sending a response.",
    finished_at=_BEGAN + 4,
)


def answer_scene(
    job: Job,
    *,
    size: tuple[int, int] = _SIZE,
    path: str = "",
    successor: Job | None = None,
    away: Away | None = None,
    then: Callable[[ViewerPanel], object] | None = None,
    has_focus: bool = False,
) -> Callable[[], QWidget]:
    """A Viewer of so many pixels that shows the page of a job, after `then` was done to it."""

    def build() -> QWidget:
        panel = ViewerPanel()
        panel.resize(*size)
        panel.show_answers(Asked(job, path, successor, away))
        if then is not None:
            then(panel)
        if has_focus:
            panel.setProperty(KEEPS_FOCUS, True)
            panel.setFocus()
        return panel

    return build


def _unknown(panel: ViewerPanel) -> UnknownPage:
    page = panel.answers.page
    assert isinstance(page, UnknownPage)
    return page


def _typed(panel: ViewerPanel, text: str, *, follows: bool = False) -> None:
    row = _unknown(panel).follow
    row.field.setText(text)
    row.field.textEdited.emit(text)
    if follows:
        row.button.click()


def _gone(panel: ViewerPanel) -> None:
    _typed(panel, "req-4711-a", follows=True)
    panel.answers.show_adopt_problem(LOST.id, RequestGone())


def _taken(panel: ViewerPanel) -> None:
    _typed(panel, "req-4711-a", follows=True)
    panel.answers.show_adopt_problem(LOST.id, RemoteIdTaken("another"))


def _message(job: Job, *events: EngineEvent) -> Callable[[], QWidget]:
    def build() -> QWidget:
        panel = ViewerPanel()
        panel.resize(676, 519)
        entry, circumstances = JobEntry(1, job), Circumstances()
        for event in events:
            circumstances.note_event(event)
        face = state_face(entry, circumstances, _BEGAN + 100)
        said = told(entry, circumstances)
        panel.show_message(
            face.icon,
            face.word,
            said.text or face.detail,
            said.detail,
            offers_settings=said.offers_settings,
        )
        return panel

    return build


_WITH_ID = {"remote_id": "req-4711", "accepted_at": _BEGAN + 2}
_MISSING = asked_job(JobState.READY, **_WITH_ID, clips=(make_clip(state=FileState.MISSING),))
_CHANGED = replace(_MISSING, clips=(make_clip(state=FileState.CHANGED),))
_ASKED_TO_CANCEL = asked_job(JobState.IN_PROGRESS, **_WITH_ID, cancel_asked_at=_BEGAN + 30)
_WAITING = asked_job(JobState.WAITING)
_OFFLINE = ReachChanged(Reach.OFFLINE, _BEGAN, NotReachable())

SCENES = {
    "answers-unknown": answer_scene(LOST, has_focus=True),
    "answers-unknown-offline": answer_scene(LOST, away=Away.NETWORK, size=(676, 860)),
    "answers-unknown-narrow": answer_scene(LOST, size=_NARROW),
    "answers-unknown-narrow-high": answer_scene(LOST, size=(420, 1000)),
    "answers-unknown-low": answer_scene(LOST, size=(660, 480)),
    "answers-unknown-ended": answer_scene(
        asked_job(JobState.UNKNOWN, "outcome_unknown", "Rushes ended while the job was being sent.")
    ),
    "answers-unknown-redirect": answer_scene(
        asked_job(JobState.UNKNOWN, "outcome_unknown", "HTTP 302: <html>Moved</html>"),
        then=lambda panel: _unknown(panel).details.button.click(),
        size=(676, 900),
    ),
    "answers-unknown-not-an-id": answer_scene(LOST, then=lambda panel: _typed(panel, "no id!")),
    "answers-unknown-checking": answer_scene(
        LOST, then=lambda panel: _typed(panel, "req-4711-a", follows=True)
    ),
    "answers-unknown-gone": answer_scene(LOST, then=_gone),
    "answers-unknown-taken": answer_scene(LOST, then=_taken, size=_NARROW),
    "answers-unknown-confirm": answer_scene(
        LOST, then=lambda panel: _unknown(panel).again.button.click()
    ),
    "answers-unknown-confirm-narrow": answer_scene(
        LOST, then=lambda panel: _unknown(panel).again.button.click(), size=(420, 1000)
    ),
    "answers-unknown-kept": answer_scene(replace(LOST, answer="kept")),
    "answers-unknown-sent-again": answer_scene(
        replace(LOST, answer="sent_again"), successor=make_job(take=6)
    ),
    "answers-held": answer_scene(asked_job(JobState.HELD, "held", sent_at=None)),
    "answers-host": answer_scene(
        asked_job(JobState.FINISHED, "host_not_trusted", "clips.example.org")
    ),
    "answers-host-long": answer_scene(
        asked_job(JobState.FINISHED, "host_not_trusted", "a-very-long-name." * 8 + "example.org"),
        size=_NARROW,
    ),
    "answers-large": answer_scene(
        asked_job(JobState.FINISHED, "file_too_large", clips=(Clip(0, "u", size=5_300_000_000),))
    ),
    "answers-unexpected": answer_scene(asked_job(JobState.FINISHED, "unexpected", "see the log")),
    "answers-expired": answer_scene(
        asked_job(JobState.EXPIRED, "link_dead", "HTTP 403", **_WITH_ID)
    ),
    "answers-gone": answer_scene(
        asked_job(JobState.EXPIRED, "request_gone", "HTTP 404", **_WITH_ID)
    ),
    "answers-failed-offline": answer_scene(
        asked_job(JobState.FAILED, "job_failed", "worker ran out of memory", **_WITH_ID),
        away=Away.NETWORK,
    ),
    "answers-failed": answer_scene(
        asked_job(JobState.FAILED, "job_failed", "worker ran out of memory", **_WITH_ID)
    ),
    "answers-not-a-clip": answer_scene(
        asked_job(JobState.FAILED, "not_the_medium", "", **_WITH_ID)
    ),
    "answers-no-file": answer_scene(asked_job(JobState.FAILED, "result_empty", "", **_WITH_ID)),
    "answers-missing": answer_scene(_MISSING, path=_PATH),
    "answers-missing-offline": answer_scene(_MISSING, path=_PATH, away=Away.SERVICE),
    "answers-missing-narrow": answer_scene(_MISSING, path=_PATH, size=_NARROW),
    "answers-changed": answer_scene(_CHANGED, path=_PATH),
    "answers-told-token": _message(
        asked_job(JobState.REJECTED, "token_refused", "HTTP 401: invalid token")
    ),
    "answers-told-balance": _message(
        asked_job(JobState.REJECTED, "balance_empty", "HTTP 402: insufficient balance")
    ),
    "answers-told-inputs": _message(
        asked_job(JobState.REJECTED, "inputs_refused_by_service", "HTTP 422: num_frames: too many")
    ),
    "answers-told-waiting-offline": _message(_WAITING, _OFFLINE),
    "answers-told-waiting-asked": _message(
        _WAITING, SendingAsked((_WAITING.id,), is_reachable=True, was_offline=True)
    ),
    "answers-told-cancel-asked": _message(_ASKED_TO_CANCEL),
    "answers-told-not-cancellable": _message(
        replace(_ASKED_TO_CANCEL, cancel_answer="not_cancellable")
    ),
    "answers-told-cancelled": _message(
        replace(_ASKED_TO_CANCEL, state=JobState.CANCELLED, cancel_answer="cancelled")
    ),
    "answers-told-unknown-word": _message(
        asked_job(JobState.IN_PROGRESS, **_WITH_ID, service_word="warming_up")
    ),
}
