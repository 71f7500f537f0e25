"""What is said in the Viewer's place of a job that has no picture and asks for no answer."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rushes.domain.error_words import words_for
from rushes.domain.job import Job
from rushes.domain.replies import Phase, phase_of
from rushes.domain.states import REMOTE_STATES, JobState
from rushes.library.announcements import JobEntry
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.state_face import is_cancel_asked
from rushes.ui.job_faces.waiting_words import (
    Awaited,
    awaited,
    waiting_detail,
    waiting_sentences,
)
from rushes.ui.translation import translated_words

_TOKEN_CODES = frozenset({"token_missing", "token_refused", "not_allowed"})


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a job.

    Attributes:
        text: what happened, and on lines of their own what was kept and what to do; may be empty.
        detail: raw text of others, for those who ask.
        offers_settings: whether the settings are where it is put right.
    """

    text: str = ""
    detail: str = ""
    offers_settings: bool = False


def told(entry: JobEntry, circumstances: Circumstances) -> Told:
    """Return what is said of a job as it stands."""
    job = entry.job
    if job.state is JobState.WAITING:
        return _waiting(entry, circumstances)
    if job.state in REMOTE_STATES:
        return Told(_remote_text(job))
    if job.state is JobState.CANCELLED:
        return Told(_cancelled_text(job))
    if job.error is None:
        return Told()
    words = translated_words(words_for(job.error))
    text = f"{words.happened}\n{words.kept} {words.todo}".strip()
    return Told(text, job.error.detail, job.error.code in _TOKEN_CODES)


def _waiting(entry: JobEntry, circumstances: Circumstances) -> Told:
    """What it waits for, in the words of its card: why it could not go out once is past."""
    job, detail = entry.job, waiting_detail(entry, circumstances)
    text = f"{detail}\n{waiting_sentences(entry, circumstances)}".strip()
    raw = job.error.detail if job.error is not None else ""
    return Told(text, raw, awaited(entry, circumstances) is Awaited.TOKEN)


def _remote_text(job: Job) -> str:
    translate = QCoreApplication.translate
    if is_cancel_asked(job):
        return translate(
            "Answers",
            "You asked to cancel this job, and the service has not answered yet.\n"
            "Until it does, the job may still run and be charged. Rushes goes on asking.",
        )
    if job.cancel_asked_at is not None and job.cancel_answer is not None:
        return _not_cancelled_text(job.cancel_answer)
    word = job.service_word
    if word and phase_of(word) is Phase.UNRECOGNISED:
        return translate(
            "Answers",
            "The service calls this “{word}”, a state that Rushes does not know.\n"
            "Rushes goes on asking until the job ends.",
        ).format(word=word)
    return ""


def _not_cancelled_text(answer: str) -> str:
    translate = QCoreApplication.translate
    match answer:
        case "not_cancellable":
            return translate(
                "Answers",
                "The service says that this job cannot be cancelled any more.\n"
                "It goes on and may be charged. Its clip comes home when it is ready.",
            )
        case "refused":
            return translate(
                "Answers",
                "The service refused to cancel this job.\n"
                "It goes on and may be charged. Its clip comes home when it is ready.",
            )
        case _:
            return translate(
                "Answers",
                "The service answered “{answer}” when it was asked to cancel, which Rushes does "
                "not know.\nThe job counts as going on. You can ask once more.",
            ).format(answer=answer)


def _cancelled_text(job: Job) -> str:
    translate = QCoreApplication.translate
    if job.remote_id is None and job.accepted_at is None:
        return translate(
            "Answers",
            "This job was cancelled here and not sent.\nIts prompt and settings are kept.",
        )
    if job.cancel_asked_at is None:
        text = translate("Answers", "The service cancelled this job by itself.")
    elif job.started_at is None:
        text = translate("Answers", "The service cancelled this job before it ran.")
    else:
        text = translate("Answers", "The service cancelled this job while it ran.")
    kept = translate(
        "Answers",
        "Whether anything was charged is not told. Its prompt and settings are kept.",
    )
    return f"{text}\n{kept}"
