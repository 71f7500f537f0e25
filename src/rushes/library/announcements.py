"""How a library tells what changed."""

from collections.abc import Callable
from dataclasses import dataclass

from rushes.domain.job import Job


@dataclass(frozen=True, slots=True)
class JobEntry:
    """A job and the key of its row, by which views know it."""

    key: int
    job: Job


@dataclass(frozen=True, slots=True)
class JobsAdded:
    """Jobs that are new in the library, oldest first."""

    entries: tuple[JobEntry, ...]


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """Jobs whose row is now as given."""

    entries: tuple[JobEntry, ...]


@dataclass(frozen=True, slots=True)
class ThumbnailAdded:
    """There is now a thumbnail for the job of this key."""

    key: int


Announcement = JobsAdded | JobsChanged | ThumbnailAdded
Subscriber = Callable[[Announcement], None]
