"""A job and its clips, as the library keeps them."""

import dataclasses
from dataclasses import dataclass
from decimal import Decimal

from rushes.domain.marks import UNMARKED, Marks
from rushes.domain.media_facts import MediaFacts
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState


@dataclass(frozen=True, slots=True)
class JobError:
    """Why a job stopped or waits.

    Attributes:
        code: key of `rushes.domain.error_words.WORDS`.
        message: one sentence in English for a person.
        detail: what the service or the system said; text from outside, shown on request only.
    """

    code: str
    message: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Clip:
    """One media file of a job.

    Attributes:
        ordinal: position among the job's files, from 0.
        url: where the service offers it; signed, so never logged or shown.
        path: file inside the library, relative to its media folder, or None before it is here.
        state: whether the file is where it should be.
        size: bytes of the whole file as it came, or None while not told.
        received: bytes that are safely on disk so far.
        etag: the server's strong name of these very bytes, to resume with; empty if none.
        sha256: digest of the bytes that came, in hexadecimal, or None before they are whole.
        facts: what the file is, or None before it was probed.
        disk_size: bytes of the file as it was put in its place, its settings included, or None
            where nobody noted them.
        disk_mtime_ns: when the file was written last then, in nanoseconds since the epoch, or None.
    """

    ordinal: int
    url: str
    path: str | None = None
    state: FileState = FileState.EXPECTED
    size: int | None = None
    received: int = 0
    etag: str = ""
    sha256: str | None = None
    facts: MediaFacts | None = None
    disk_size: int | None = None
    disk_mtime_ns: int | None = None

    def in_place(
        self,
        path: str,
        size: int,
        sha256: str,
        facts: MediaFacts | None,
        disk: tuple[int, int],
    ) -> "Clip":
        """Return the clip as it is with its whole file in the library.

        Args:
            path, size, sha256, facts: see the attributes.
            disk: bytes of the file in its place, and when it was written last, in nanoseconds.
        """
        return dataclasses.replace(
            self,
            path=path,
            state=FileState.PRESENT,
            size=size,
            received=size,
            sha256=sha256,
            facts=facts,
            disk_size=disk[0],
            disk_mtime_ns=disk[1],
        )


@dataclass(frozen=True, slots=True)
class Job:
    """The life of one paid submission. Times are seconds since the epoch, UTC.

    Attributes:
        id: our own id (UUIDv7), made before sending.
        shot_id: id of the first job of the shot; remixes and counted takes share it.
        take: number of the job within its shot, from 1.
        parent_id: the job that this one was remixed from.
        request: what was or will be sent.
        state: see `rushes.domain.states`.
        remote_id: the service's request id.
        service: origin of the service that it was sent to; None where that was not written down.
        service_word: the last state in the service's own word.
        queue_position: place in the service's queue, when told.
        created_at: when it was written down.
        sent_at: when sending began, last time.
        accepted_at: when the service's id came.
        started_at: when the service was first seen working on it.
        finished_at: when the service was seen to have ended it.
        ready_at: when the last file was in place.
        cancel_asked_at: when a person asked to cancel.
        cancel_answer: the service's answer: ``cancelled`` or ``not_cancellable``.
        price_shown: US dollars told before sending, None for "not known".
        cost: US dollars that the service told afterwards.
        error: why it stopped or waits.
        answer: what a person said to an unknown outcome: ``kept`` or ``sent_again``.
        waiting_rank: where it stands among the jobs that wait, as a time; None for when it was
            written down.
        clips: its files, in the service's order.
        marks: a person's verdict on it; written apart from all else.
    """

    id: str
    shot_id: str
    take: int
    request: GenerationRequest
    state: JobState
    created_at: float
    parent_id: str | None = None
    remote_id: str | None = None
    service_word: str | None = None
    queue_position: int | None = None
    sent_at: float | None = None
    accepted_at: float | None = None
    started_at: float | None = None
    finished_at: float | None = None
    ready_at: float | None = None
    cancel_asked_at: float | None = None
    cancel_answer: str | None = None
    price_shown: Decimal | None = None
    cost: Decimal | None = None
    error: JobError | None = None
    answer: str | None = None
    service: str | None = None
    waiting_rank: float | None = None
    clips: tuple[Clip, ...] = ()
    marks: Marks = UNMARKED

    def is_with(self, service: str) -> bool:
        """Tell whether the job was sent to the service of this origin, as far as is known."""
        return self.service is None or self.service == service

    @property
    def sending_order(self) -> float:
        """Waiting jobs with a lower one are sent first; those of the same by age."""
        return self.created_at if self.waiting_rank is None else self.waiting_rank

    @property
    def prompt(self) -> str:
        """The words of the prompt."""
        return self.request.prompt
