"""From a job to what its card shows, and to what is read aloud of it."""

from PySide6.QtCore import QCoreApplication, QLocale

from rushes.domain.job import Job
from rushes.domain.marks import Flag
from rushes.library.announcements import JobEntry
from rushes.ui.components.card_face import CardFace, StateFace
from rushes.ui.components.card_marks import new_word
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.mark_words import mark_words
from rushes.ui.job_faces.measures import date_and_time, seconds_text, time_of_day
from rushes.ui.job_faces.state_face import is_shown_by_picture, state_face
from rushes.ui.job_faces.titles import JobTitle


def card_face(
    entry: JobEntry, title: JobTitle, circumstances: Circumstances, now: float
) -> CardFace:
    """Return the card of a job at the moment `now` (seconds since the epoch), without picture."""
    job, marks = entry.job, entry.job.marks
    state = None if is_shown_by_picture(job) else state_face(entry, circumstances, now)
    return CardFace(
        title=title.text,
        second=second_line(job),
        state=state,
        rating=marks.rating,
        pick=marks.flag is Flag.PICK,
        reject=marks.flag is Flag.REJECT,
        label=marks.label,
        tags=len(marks.tags),
        note=bool(marks.notes),
        is_new=is_new(job),
    )


def is_new(job: Job) -> bool:
    """Tell whether there is a clip that nobody has looked at."""
    return is_shown_by_picture(job) and not job.marks.is_seen


def second_line(job: Job) -> str:
    """The length of a clip that is here, else the time of day when the job was written down."""
    seconds = clip_seconds(job)
    return time_of_day(job.created_at) if seconds is None else seconds_text(seconds)


def clip_seconds(job: Job) -> float | None:
    """Seconds of a job's clip, the longest where there are several; None if not known."""
    known = [clip.facts.seconds for clip in job.clips if clip.facts is not None]
    return max(known, default=None) or None


def spoken_text(job: Job, title: JobTitle, state: StateFace) -> str:
    """Title, state, marks and second line as sentences for a screen reader."""
    sentences = [title.text, state_sentence(state), *mark_words(job.marks)]
    if is_new(job):
        sentences.append(new_word())
    seconds = clip_seconds(job)
    if seconds is not None:
        sentences.append(seconds_text(seconds))
    written = QCoreApplication.translate("JobFace", "Written down {moment}")
    sentences.append(written.format(moment=date_and_time(job.created_at)))
    return ". ".join(sentences)


def state_sentence(state: StateFace) -> str:
    """State and detail in a row, as "In queue, position 3"."""
    if not state.detail:
        return state.word
    detail = QLocale().toLower(state.detail[0]) + state.detail[1:]
    return f"{state.word}, {detail}"
