"""What is known of a job besides its inputs: times, price, ids, files.

Texts are translated in the context ``Details``. Nothing is asked of the disk.
"""

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QUrl

from rushes.domain.job import Clip, Job
from rushes.domain.media_facts import MediaFacts
from rushes.domain.states import ENDED_STATES, REMOTE_STATES, FileState, JobState
from rushes.domain.titles import model_title
from rushes.ui.answers.moments import moment_text
from rushes.ui.details.fact import Fact, FactAct
from rushes.ui.job_faces.codec_words import codec_words
from rushes.ui.job_faces.measures import (
    count_text,
    elapsed_text,
    received_text,
    seconds_text,
    time_of_day,
)
from rushes.ui.job_faces.prices import about_text, money_text

_WAITED_HERE = 5.0
"""Seconds between writing a job down and sending it that are worth a row."""

_IS_WRONG = (FileState.MISSING, FileState.CHANGED)


def job_facts(job: Job, media: Path | None, now: float) -> list[Fact]:
    """All facts of a job, those that people look for first.

    Args:
        job: as it stands.
        media: the folder of the library's clips, or None where it is not known.
        now: seconds since the epoch, for times that count.
    """
    facts = [*_time_facts(job, now)]
    for place, clip in enumerate(job.clips):
        number = f" {count_text(place + 1)}" if len(job.clips) > 1 else ""
        facts += _clip_facts(clip, media, number)
    if not job.request.model_id:
        return facts
    facts.append(price_fact(job))
    facts += _request_facts(job)
    return facts


def price_fact(job: Job) -> Fact:
    """What it cost, or what was told before sending; never a number that nobody told."""
    if job.cost is not None:
        return Fact(_tr("Price"), money_text(job.cost), beside=_tr("as the service told"))
    if job.price_shown is None:
        return Fact(_tr("Price"), _tr("not known"), is_quiet=True)
    return Fact(_tr("Price"), about_text(job.price_shown), beside=_tr("as shown before"))


def shown_price(job: Job) -> str:
    """The price that was shown before sending, in words."""
    return about_text(job.price_shown)


def _time_facts(job: Job, now: float) -> list[Fact]:
    facts = []
    sent = job.sent_at if job.sent_at is not None else job.accepted_at
    if not job.request.model_id:
        facts.append(Fact(_tr("Added"), day_and_time(job.created_at, now)))
    elif sent is None:
        facts.append(Fact(_tr("Sent"), _tr("not sent"), is_quiet=True))
        facts.append(_moment(_tr("Written down"), job.created_at, now))
    else:
        facts.append(_moment(_tr("Sent"), sent, now))
        if sent - job.created_at >= _WAITED_HERE:
            facts.append(Fact(_tr("Waited here"), elapsed_text(sent - job.created_at)))
    facts += _service_times(job, sent, now)
    if job.finished_at is not None:
        facts.append(_moment(_tr("Finished"), job.finished_at, now))
    return facts


def _service_times(job: Job, sent: float | None, now: float) -> list[Fact]:
    """How long the service had the job in its queue, and how long it worked on it."""
    accepted = job.accepted_at if job.accepted_at is not None else sent
    if accepted is None:
        return []
    ended, is_there = job.finished_at, job.state in REMOTE_STATES
    if job.started_at is None:
        if ended is None and is_there:
            return [Fact(_tr("In queue"), _so_far(now - accepted))]
        if ended is not None:
            return [Fact(_tr("In queue and running"), elapsed_text(ended - accepted))]
        return []
    queued = elapsed_text(job.started_at - accepted)
    if ended is None:
        if not is_there:
            return [Fact(_tr("In queue"), queued)]
        running = _so_far(now - job.started_at)
    else:
        running = elapsed_text(ended - job.started_at)
    return [Fact(_tr("In queue, running"), f"{queued}, {running}")]


def _clip_facts(clip: Clip, media: Path | None, number: str) -> list[Fact]:
    label = _tr("File") + number
    if clip.state is FileState.EXPECTED:
        return [Fact(label, _received(clip), is_quiet=True)]
    facts = []
    if clip.state in _IS_WRONG:
        is_gone = clip.state is FileState.MISSING
        words = _tr("missing") if is_gone else _tr("not the one that came")
        facts.append(Fact(label, words, is_bad=True))
        label = _tr("As it came")
    size = [] if clip.size is None else [received_text(clip.size, None)]
    known = clip.facts
    if known is not None and known.width:
        size.append(f"{known.width} × {known.height}")
    facts.append(Fact(label, ", ".join(size) or _tr("not known"), is_quiet=not size))
    if known is not None:
        facts += _media_facts(known)
    if clip.path:
        place = str(media / clip.path) if media is not None else clip.path
        can_show = clip.state in (FileState.PRESENT, FileState.CHANGED)
        facts.append(Fact(_tr("Name"), Path(clip.path).name, is_name=True, act=FactAct.COPY))
        act = FactAct.REVEAL if can_show else FactAct.COPY
        told = _tr("Lies in") if can_show else _tr("Belongs in")
        facts.append(Fact(told, str(Path(place).parent), place, is_name=True, act=act))
    if clip.sha256:
        facts.append(Fact("SHA-256", clip.sha256, is_name=True, act=FactAct.COPY))
    return facts


def _media_facts(known: MediaFacts) -> list[Fact]:
    facts = []
    if known.frames > 1:
        count = QCoreApplication.translate("TakeInfo", "%n frame(s)", "", known.frames)
        rate = QLocale().toString(float(known.rate), "g", 5)
        pace = _tr("%1 at %2 fps").replace("%1", count).replace("%2", rate)
        facts.append(Fact(_tr("Length"), f"{seconds_text(known.seconds)}, {pace}"))
    elif known.kind == "audio":
        facts.append(Fact(_tr("Length"), seconds_text(known.seconds)))
    codec = codec_words(known.codec)
    parts = [codec] if codec.casefold() == known.container.casefold() else [codec, known.container]
    if known.kind == "video":
        parts.append(_tr("with sound") if known.has_sound else _tr("no sound"))
    facts.append(Fact(_tr("Format"), ", ".join(part for part in parts if part)))
    return facts


def _request_facts(job: Job) -> list[Fact]:
    model = job.request.model_id
    facts = [Fact(_tr("Model"), model_title(model), model)]
    if job.remote_id:
        facts.append(Fact(_tr("Request id"), job.remote_id, is_name=True, act=FactAct.COPY))
    elif job.state not in (JobState.WAITING, JobState.DRAFT) and job.sent_at is not None:
        facts.append(Fact(_tr("Request id"), _tr("the service did not tell"), is_quiet=True))
    if job.service:
        host = QUrl(job.service).authority()
        facts.append(Fact(_tr("Service"), host or job.service, job.service if host else ""))
    return facts


def _received(clip: Clip) -> str:
    if not clip.received:
        return _tr("not here yet")
    return _tr("%1 so far").replace("%1", received_text(clip.received, clip.size))


def _moment(label: str, moment: float, now: float) -> Fact:
    return Fact(label, day_and_time(moment, now), moment_text(moment, now))


def day_and_time(moment: float, now: float) -> str:
    """A moment as "today 13:22", "yesterday 13:22", or with its date."""
    day = datetime.date.fromtimestamp(moment)
    days = (datetime.date.fromtimestamp(now) - day).days
    clock = time_of_day(moment)
    if days == 0:
        return _tr("today %1").replace("%1", clock)
    if days == 1:
        return _tr("yesterday %1").replace("%1", clock)
    date = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
    return f"{date}, {clock}"


def _so_far(seconds: float) -> str:
    return _tr("%1 so far").replace("%1", elapsed_text(seconds))


def counts_time(job: Job) -> bool:
    """Whether some fact of the job is another one every second."""
    return job.state in REMOTE_STATES and job.state not in ENDED_STATES


def plain_lines(facts: Sequence[Fact]) -> list[str]:
    """Facts as lines of text, for the clipboard."""
    return [f"{fact.label}: {fact.text}" for fact in facts]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Details", text)
