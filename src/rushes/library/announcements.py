"""How a library tells what changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rushes.domain.job import Job
from rushes.domain.marks import Marks


@dataclass(frozen=True, slots=True)
class JobEntry:
    """A job and the key of its row, by which views know it."""

    key: int
    job: Job

    def with_marks(self, marks: Marks) -> "JobEntry":
        """Return the job marked otherwise."""
        if marks == self.job.marks:
            return self
        return JobEntry(self.key, replace(self.job, marks=marks))


@dataclass(frozen=True, slots=True)
class JobsAdded:
    """Jobs that are new in the library, oldest first."""

    entries: tuple[JobEntry, ...]


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """Jobs whose row is now as given."""

    entries: tuple[JobEntry, ...]


@dataclass(frozen=True, slots=True)
class JobsRemoved:
    """Jobs that the library has no longer: the trash was emptied of them.

    Attributes:
        keys: the keys that their rows had; no other job ever gets one of them.
    """

    keys: frozenset[int]


@dataclass(frozen=True, slots=True)
class MarksChanged:
    """Jobs that are marked as given now, by their keys; nothing else of them has changed.

    Thousands may be marked at once: their rows are not read again for it.
    """

    marks: Mapping[int, Marks]


@dataclass(frozen=True, slots=True)
class AlbumsChanged:
    """There are other albums now, or they have other names or jobs: ask `Library.albums` again.

    Attributes:
        keys: of the albums concerned; one that was removed is among them.
    """

    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ThumbnailAdded:
    """There is now a thumbnail for the job of this key."""

    key: int


@dataclass(frozen=True, slots=True)
class LibraryWentAway:
    """The library's folder is gone, as when its drive is unplugged; its calls raise LibraryAway."""


@dataclass(frozen=True, slots=True)
class LibraryCameBack:
    """The library's folder is there again, and the library was opened anew: read everything again.

    Attributes:
        entries: the jobs that were settled on the way, as by `Library.recover`.
    """

    entries: tuple[JobEntry, ...]


@dataclass(frozen=True, slots=True)
class MediaAway:
    """The media folder as a whole is gone: from now on every clip is read as MISSING.

    No row was changed for it; what is shown is to be read again.
    """


@dataclass(frozen=True, slots=True)
class MediaBack:
    """The media folder is there again, and clips are read as they were."""


@dataclass(frozen=True, slots=True)
class WritingRefused:
    """The disk ceased to take what is to be written down; nothing is sent meanwhile.

    Attributes:
        code: why, as a key of the words for people in `rushes.domain.error_words`.
    """

    code: str


@dataclass(frozen=True, slots=True)
class WritingWorks:
    """The disk takes what is to be written down again."""


Announcement = (
    JobsAdded
    | JobsChanged
    | JobsRemoved
    | MarksChanged
    | AlbumsChanged
    | ThumbnailAdded
    | LibraryWentAway
    | LibraryCameBack
    | MediaAway
    | MediaBack
    | WritingRefused
    | WritingWorks
)
Subscriber = Callable[[Announcement], None]
