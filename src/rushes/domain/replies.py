"""What the service answers, once read: values without HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Phase(StrEnum):
    """What a state word of the service means for us."""

    QUEUED = "queued"
    RUNNING = "running"
    ENDED = "ended"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNRECOGNISED = "unrecognised"


_PHASES = {
    "in_queue": Phase.QUEUED,
    "queued": Phase.QUEUED,
    "in_progress": Phase.RUNNING,
    "completed": Phase.ENDED,
    "succeeded": Phase.SUCCEEDED,
    "failed": Phase.FAILED,
    "cancelled": Phase.CANCELLED,
    "canceled": Phase.CANCELLED,
}


def phase_of(word: str) -> Phase:
    """Return the phase of a state word; any word not known is `Phase.UNRECOGNISED`.

    ``completed`` means ended, not success: only the result tells which.
    """
    return _PHASES.get(word.strip().lower(), Phase.UNRECOGNISED)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The service took a submit on, and gave it this id."""

    remote_id: str


@dataclass(frozen=True, slots=True)
class StatusReply:
    """The answer to a status call; `queue_position` counts from the service, None if not told."""

    phase: Phase
    word: str
    queue_position: int | None = None


@dataclass(frozen=True, slots=True)
class ResultReply:
    """The answer to a result call.

    Attributes:
        phase: what the state word means.
        word: the service's own word.
        urls: every URL of ``output``, in order; signed, never to be logged.
        cost: US dollars, None if not told.
        failure: what the service says of a failure; text from outside.
    """

    phase: Phase
    word: str
    urls: Sequence[str] = ()
    cost: Decimal | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class CancelReply:
    """The answer to a cancel call: `outcome` is ``cancelled``, ``not_cancellable`` or unknown."""

    outcome: str


@dataclass(frozen=True, slots=True)
class Balance:
    """What is left on the account; may be zero or negative."""

    amount: Decimal
    currency: str = "USD"
