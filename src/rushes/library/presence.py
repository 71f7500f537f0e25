"""Whether files are where they were, told by what the disk says of them.

All calls block and belong on a worker thread.
"""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

import apsw

from rushes.domain.states import FileState


class Anchor:
    """Which very file or folder lay at a path when that was known to be right.

    A drive that was unplugged leaves another folder at its place, or none; a file that was
    replaced has another identity than the one that is open.

    Args:
        path: where it lies.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity: tuple[int, int] | None = None

    def take(self) -> None:
        """Remember what lies there now; raises OSError."""
        self._identity = _identity(self._path)

    def holds(self) -> bool:
        """Tell whether the same thing lies there; also true before `take`."""
        if self._identity is None:
            return True
        try:
            return _identity(self._path) == self._identity
        except OSError:
            return False


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


@dataclass(frozen=True, slots=True)
class SettledClip:
    """What the database says of a clip that has, or had, a file in its place.

    Attributes:
        job_key: key of its job's row.
        ordinal: position among the job's files, from 0.
        path: relative to the media folder.
        state: PRESENT, MISSING or CHANGED.
        size: bytes as they came.
        sha256: digest of these, in hexadecimal.
        disk_size: bytes in its place, settings included, None where nobody noted them.
        disk_mtime_ns: when it was written last, in nanoseconds since the epoch, or None.
    """

    job_key: int
    ordinal: int
    path: str
    state: FileState
    size: int | None
    sha256: str | None
    disk_size: int | None
    disk_mtime_ns: int | None


_COLUMNS = "job_key, ordinal, path, state, size, sha256, disk_size, disk_mtime_ns"
_SETTLED = "path IS NOT NULL AND state IN ('present', 'missing', 'changed')"


def settled_clips(
    connection: apsw.Connection, after: tuple[int, int], limit: int
) -> list[SettledClip]:
    """Return the next clips that have a place, behind a job's key and an ordinal."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM clips WHERE {_SETTLED} "
        "AND (job_key, ordinal) > (?, ?) ORDER BY job_key, ordinal LIMIT ?",
        (*after, limit),
    )
    return [_settled(row) for row in rows]


def settled_clips_of(connection: apsw.Connection, key: int) -> list[SettledClip]:
    """Return the clips of one job that have a place."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM clips WHERE {_SETTLED} AND job_key = ? ORDER BY ordinal", (key,)
    )
    return [_settled(row) for row in rows]


def has_settled_clips(connection: apsw.Connection) -> bool:
    """Tell whether any clip of the library has a place; taken for true where it cannot be read."""
    try:
        found = connection.execute("SELECT 1 FROM clips WHERE path IS NOT NULL LIMIT 1").get
    except apsw.CorruptError:
        # Whoever needs the rows finds out, and has them made again.
        return True
    return found is not None


def _settled(row: Sequence[object]) -> SettledClip:
    return SettledClip(row[0], row[1], row[2], FileState(row[3]), *row[4:])  # type: ignore[arg-type]


class Sight(Enum):
    """What a look at a clip's place shows."""

    AS_IT_WAS = auto()
    """Length and time are those that were noted."""

    UNNOTED = auto()
    """A file that may be the one: nobody noted its length and time yet."""

    TOUCHED = auto()
    """As long as it was, but written since: its bytes have to tell."""

    ANOTHER = auto()
    """Another length: another file."""

    GONE = auto()
    """There is no file."""

    UNTOLD = auto()
    """The system does not say, as for want of rights."""


@dataclass(frozen=True, slots=True)
class Look:
    """A clip's row beside what lies in its place.

    Attributes:
        clip: the row.
        sight: how they compare.
        size: bytes found, 0 without a file.
        mtime_ns: when the file was written last, in nanoseconds since the epoch.
    """

    clip: SettledClip
    sight: Sight
    size: int = 0
    mtime_ns: int = 0


def look_at(media: Path, clip: SettledClip) -> Look:
    """Compare a clip's row with the file in its place; opens and reads nothing."""
    place = _inside(media, clip.path)
    if place is None:
        return Look(clip, Sight.UNTOLD)
    try:
        # Through os, for a hundred thousand of them.
        found = os.stat(place)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return Look(clip, Sight.GONE)
    except OSError:
        return Look(clip, Sight.UNTOLD)
    if not stat.S_ISREG(found.st_mode):
        return Look(clip, Sight.GONE)
    return Look(clip, _sight(clip, found), found.st_size, found.st_mtime_ns)


def _sight(clip: SettledClip, found: os.stat_result) -> Sight:
    if clip.disk_size is None:
        return Sight.UNNOTED if found.st_size >= (clip.size or 0) else Sight.ANOTHER
    if found.st_size != clip.disk_size:
        return Sight.ANOTHER
    return Sight.AS_IT_WAS if found.st_mtime_ns == clip.disk_mtime_ns else Sight.TOUCHED


def _inside(media: Path, relative: str) -> str | None:
    """Return a clip's place, or None for a path that leads out of the media folder."""
    parts = relative.split("/")
    if ".." in parts or os.path.isabs(relative) or "\\" in relative:  # noqa: PTH117
        return None
    return os.path.join(media, *parts)  # noqa: PTH118
