"""What the engine tells besides the library's announcements: passing things, never stored."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from rushes.domain.errors import RushesError
from rushes.domain.replies import Balance


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


@dataclass(frozen=True, slots=True)
class SendingAsked:
    """Waiting jobs that go out only after a person's word: those queued while there was no
    network, and those of an earlier session. Told again whenever anything of it changes.

    Attributes:
        job_ids: our own ids, in the order of sending; empty once none asks any more.
        is_reachable: whether the service answers now, so that the word has an effect at once.
        was_offline: whether they wait because there was no network.
    """

    job_ids: tuple[str, ...]
    is_reachable: bool
    was_offline: bool


@dataclass(frozen=True, slots=True)
class BalanceTold:
    """What is left on the account, as the service said just now."""

    balance: Balance


@dataclass(frozen=True, slots=True)
class LibraryUnsound:
    """The database was found to be damaged; the next opening makes it again."""


@dataclass(frozen=True, slots=True)
class WorkBroken:
    """A bug broke off a part of the work, which goes on by itself; told once for each bug."""


EngineEvent = (
    ReachChanged
    | DownloadProgressed
    | SendingPaused
    | SendingAsked
    | BalanceTold
    | LibraryUnsound
    | WorkBroken
)
EventSubscriber = Callable[[EngineEvent], None]
