"""The states of a job and the steps between them.

::

    DRAFT → WAITING → SENDING ──accepted──▶ IN_QUEUE ⇄ IN_PROGRESS → FINISHED → DOWNLOADING → READY
                         │ ├─ surely refused ──────▶ REJECTED
                         │ ├─ surely never left ───▶ WAITING
                         │ └─ anything else ───────▶ UNKNOWN ──a person's id──▶ IN_QUEUE
    IN_* → FAILED | CANCELLED        FINISHED, DOWNLOADING → EXPIRED
    EXPIRED, FAILED → FINISHED | IN_QUEUE when a person asks the service again.
    WAITING → HELD, UNKNOWN or IN_QUEUE in a library that is an older copy of itself: the job may
    have been sent since. HELD waits for a person's word.
"""

from enum import StrEnum


class JobState(StrEnum):
    """Where a job is in its life; the values are what the command line prints."""

    DRAFT = "draft"
    WAITING = "waiting"
    SENDING = "sending"
    IN_QUEUE = "in_queue"
    IN_PROGRESS = "in_progress"
    FINISHED = "finished"
    DOWNLOADING = "downloading"
    READY = "ready"
    REJECTED = "rejected"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    HELD = "held"


class FileState(StrEnum):
    """Whether the media of a clip is where the library says; apart from the job's state."""

    EXPECTED = "expected"
    PRESENT = "present"
    MISSING = "missing"
    CHANGED = "changed"
    TRASHED = "trashed"


REMOTE_STATES = frozenset({JobState.IN_QUEUE, JobState.IN_PROGRESS})
"""Accepted by the service and not known to have ended: asked about until they end."""

FETCHING_STATES = frozenset({JobState.FINISHED, JobState.DOWNLOADING})
"""Ended well at the service; the clip is not here yet."""

ACTIVE_STATES = REMOTE_STATES | FETCHING_STATES | {JobState.WAITING, JobState.SENDING}
"""States that the engine moves on by itself."""

ENDED_STATES = frozenset(
    {
        JobState.READY,
        JobState.REJECTED,
        JobState.FAILED,
        JobState.CANCELLED,
        JobState.EXPIRED,
    }
)

TRIED_IN_VAIN = ENDED_STATES - {JobState.READY}
"""States of a job that ended without a clip, and may be tried again as a new one."""

EDITABLE_STATES = frozenset({JobState.WAITING, JobState.HELD, JobState.SENDING})
"""Out of these a job may yet be edited: it was surely not sent, or may turn out not to be."""

_S = JobState
_AFTER_ACCEPTANCE = frozenset(
    {_S.IN_QUEUE, _S.IN_PROGRESS, _S.FINISHED, _S.FAILED, _S.CANCELLED, _S.EXPIRED}
)

STEPS: dict[JobState, frozenset[JobState]] = {
    _S.DRAFT: frozenset({_S.WAITING}),
    _S.WAITING: frozenset({_S.SENDING, _S.CANCELLED, _S.HELD, _S.UNKNOWN, _S.IN_QUEUE}),
    _S.SENDING: frozenset({_S.IN_QUEUE, _S.WAITING, _S.REJECTED, _S.UNKNOWN}),
    _S.IN_QUEUE: _AFTER_ACCEPTANCE,
    _S.IN_PROGRESS: _AFTER_ACCEPTANCE,
    _S.FINISHED: frozenset({_S.DOWNLOADING, _S.READY, _S.EXPIRED, _S.FAILED}),
    _S.DOWNLOADING: frozenset({_S.FINISHED, _S.READY, _S.EXPIRED, _S.FAILED}),
    _S.READY: frozenset({_S.FINISHED}),
    _S.REJECTED: frozenset(),
    _S.FAILED: frozenset({_S.FINISHED, _S.IN_QUEUE}),
    _S.CANCELLED: frozenset(),
    _S.UNKNOWN: frozenset({_S.IN_QUEUE, _S.CANCELLED}),
    _S.EXPIRED: frozenset({_S.FINISHED, _S.IN_QUEUE}),
    _S.HELD: frozenset({_S.WAITING, _S.IN_QUEUE, _S.UNKNOWN, _S.CANCELLED}),
}
"""Every step that a job may take; staying where it is needs no step."""


def may_step(now: JobState, then: JobState) -> bool:
    """Tell whether a job in state `now` may move to `then` (or stay)."""
    return now == then or then in STEPS[now]
