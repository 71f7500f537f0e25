"""Files of clips: names made from our own ids, unfinished parts, the step into place.

All calls block and belong on a worker thread.
"""

import hashlib
import os
import time
from pathlib import Path

from rushes.domain.job import Job
from rushes.library.layout import Layout, sync_folder

_SUFFIXES = {
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
    """The media folder of a library."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def part(self, job: Job, ordinal: int) -> Path:
        """Return where an unfinished clip lies; the folder exists afterwards. Raises OSError."""
        folder = self._layout.media / _month(job)
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{job.id}-{ordinal + 1}.part"

    def settle(self, part: Path, container: str) -> str:
        """Move a whole, probed file to its final name and make both survive a loss of power.

        Args:
            part: the finished part.
            container: short name of its format, which gives the suffix.

        Returns:
            The path relative to the media folder, with forward slashes.

        Raises OSError.
        """
        final = part.with_suffix(_SUFFIXES.get(container, ".bin"))
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(final)
        sync_folder(final.parent)
        return final.relative_to(self._layout.media).as_posix()

    def absolute(self, relative: str) -> Path:
        """Return the place of a clip's path; raises ValueError if it leads out of the library."""
        path = (self._layout.media / relative).resolve()
        if not path.is_relative_to(self._layout.media.resolve()):
            raise ValueError("the path leads out of the library")
        return path

    def free_bytes(self) -> int:
        """Return the room left where the media lie; raises OSError."""
        import shutil

        return shutil.disk_usage(self._layout.media).free


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal; raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _month(job: Job) -> str:
    return time.strftime("%Y-%m", time.gmtime(job.created_at))
