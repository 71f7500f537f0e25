"""What the engine tells besides the library's announcements: passing things, never stored."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from rushes.domain.errors import RushesError


class Reach(StrEnum):
    """Whether the service answers."""

    NOT_TRIED = "not_tried"
    ONLINE = "online"
    OFFLINE = "offline"
    TOKEN_NEEDED = "token_needed"


@dataclass(frozen=True, slots=True)
class ReachChanged:
    """The service began or ceased to answer.

    Attributes:
        reach: how it is now.
        since: seconds since the epoch, UTC.
        error: why, if it is not well.
    """

    reach: Reach
    since: float
    error: RushesError | None = None


@dataclass(frozen=True, slots=True)
class DownloadProgressed:
    """Bytes of a clip came in.

    Attributes:
        job_id: our own id.
        received: bytes so far, of all files of the job.
        total: bytes of them all, None while not told.
    """

    job_id: str
    received: int
    total: int | None


@dataclass(frozen=True, slots=True)
class SendingPaused:
    """A person stopped the sending of waiting jobs, or let it go on."""

    paused: bool


EngineEvent = ReachChanged | DownloadProgressed | SendingPaused
EventSubscriber = Callable[[EngineEvent], None]
