"""Files of clips: names made from our own ids, unfinished parts, the step into place.

All calls block and belong on a worker thread.
"""

import contextlib
import dataclasses
import hashlib
import os
import time
from pathlib import Path

from rushes.domain.errors import LibraryAway, LibraryNotWritable, MediaMissing
from rushes.domain.ids import is_job_id
from rushes.domain.job import Job
from rushes.domain.states import FileState
from rushes.library.layout import Layout, sync_folder
from rushes.library.presence import Anchor

SUFFIXES = {
    "mp4": ".mp4",
    "mov": ".mov",
    "webm": ".webm",
    "matroska": ".mkv",
    "png": ".png",
    "jpeg": ".jpg",
    "webp": ".webp",
    "gif": ".gif",
    "wav": ".wav",
    "mp3": ".mp3",
    "ogg": ".ogg",
    "flac": ".flac",
}


class MediaFiles:
    """The media folder of a library, which may be a link, or a drive of its own.

    Attributes:
        is_away: whether the folder as a whole was found gone; then no clip of the library can be
            opened, and none can be put into its place.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._anchor = Anchor(layout.media)
        self._is_filled = False
        self._was_elsewhere = False
        self.is_away = False

    def expect(self, *, is_filled: bool, was_elsewhere: bool) -> None:
        """Say what is known of the folder, and find out whether it is there.

        Args:
            is_filled: whether clips were put into it.
            was_elsewhere: whether it was a link or on another drive when it was seen last: then
                an empty folder is what the drive left behind.
        """
        self._is_filled = is_filled
        self._was_elsewhere = was_elsewhere
        self.is_away = not self._is_found()

    @property
    def was_elsewhere(self) -> bool:
        """Whether the folder was a link, or on a drive of its own, when that was seen last."""
        return self._was_elsewhere

    @property
    def is_elsewhere(self) -> bool:
        """Whether the folder is a link or on another drive than the library; raises OSError."""
        media = self._layout.media
        return media.is_symlink() or media.stat().st_dev != self._layout.root.stat().st_dev

    def is_here(self) -> bool:
        """Tell whether the folder is in its place now, be it after it was away."""
        if not self.is_away and self._anchor.holds():
            return True
        return self._is_found()

    def _is_found(self) -> bool:
        media = self._layout.media
        try:
            if not media.is_dir():
                return False
            if self._is_filled and self._was_elsewhere and not any(media.iterdir()):
                return False
            self._anchor.take()
        except OSError:
            return False
        return True

    def part(self, job: Job, ordinal: int) -> Path:
        """Return where an unfinished clip lies; the folder exists afterwards.

        Raises LibraryAway when the media folder is gone: it is never made again here; and
        LibraryNotWritable when the month's folder is a link, which may lead anywhere. Raises
        OSError.
        """
        if self.is_away or not self._anchor.holds():
            raise LibraryAway("the media folder is gone")
        folder = self._layout.media / _month(job)
        try:
            folder.mkdir()
        except FileExistsError:
            pass
        except FileNotFoundError as error:
            raise LibraryAway("the media folder is gone") from error
        else:
            sync_folder(self._layout.media)
        if folder.is_symlink():
            raise LibraryNotWritable("a folder of the media is a link")
        return folder / f"{_stem(job)}-{ordinal + 1}.part"

    def settle(self, part: Path, container: str) -> str:
        """Move a whole, probed file to its final name and make both survive a loss of power.

        Args:
            part: the finished part.
            container: short name of its format, which gives the suffix.

        Returns:
            The path relative to the media folder, with forward slashes.

        Raises OSError.
        """
        final = part.with_suffix(SUFFIXES.get(container, ".bin"))
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(final)
        sync_folder(final.parent)
        self._is_filled = True
        return final.relative_to(self._layout.media).as_posix()

    def absolute(self, relative: str) -> Path:
        """Return the place of a clip's path, with every link on the way resolved.

        Asks the disk: `Library.place_of` does that where nobody waits for it. Raises MediaMissing
        if the path leads out of the library, OSError.
        """
        try:
            path = (self._layout.media / relative).resolve()
        except (RuntimeError, ValueError) as error:
            raise MediaMissing("the path leads in a circle, or is none") from error
        if not path.is_relative_to(self._layout.media.resolve()):
            raise MediaMissing("the path leads out of the library")
        return path

    def free_bytes(self) -> int:
        """Return the room left where the media lie; raises OSError."""
        import shutil

        return shutil.disk_usage(self._layout.media).free

    def as_seen(self, job: Job) -> Job:
        """Return a job as it is to be shown: with the folder gone, none of its clips are there."""
        if not self.is_away or all(clip.state is not FileState.PRESENT for clip in job.clips):
            return job
        clips = tuple(
            dataclasses.replace(clip, state=FileState.MISSING)
            if clip.state is FileState.PRESENT
            else clip
            for clip in job.clips
        )
        return dataclasses.replace(job, clips=clips)

    def remember_place(self) -> bool:
        """Return whether the folder, which is here, is to be known as lying elsewhere."""
        with contextlib.suppress(OSError):
            self._was_elsewhere = self.is_elsewhere
        return self._was_elsewhere


def container_of(path: Path) -> str:
    """Return the container that a file's name stands for; empty where it stands for none."""
    suffix = {".jpeg": ".jpg", ".m4v": ".mp4"}.get(path.suffix.lower(), path.suffix.lower())
    return next((name for name, known in SUFFIXES.items() if known == suffix), "")


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal; raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _stem(job: Job) -> str:
    """Return what the files of a job are called; an id that is not of our form is not trusted."""
    return job.id if is_job_id(job.id) else hashlib.sha256(job.id.encode()).hexdigest()[:32]


def _month(job: Job) -> str:
    try:
        return time.strftime("%Y-%m", time.gmtime(job.created_at))
    except (ValueError, OverflowError, OSError):
        return "undated"
