"""An unfinished download on disk, written on worker threads, and its last step into the library."""

import asyncio
import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

from rushes.domain.errors import DiskFull, LibraryNotWritable, MediaError
from rushes.domain.job import Job
from rushes.domain.media_facts import MediaFacts
from rushes.library.media_files import MediaFiles, digest_of

Answer = TypeVar("Answer")


class PartFile:
    """A part file, open for appending.

    Attributes:
        length: bytes in it, those that are still on their way to the disk included.
    """

    def __init__(self, stream: BinaryIO, length: int) -> None:
        self._stream = stream
        self.length = length

    @classmethod
    async def open(cls, path: Path, keep: int) -> "PartFile":
        """Open a part, keeping its first `keep` bytes if it has them; raises LibraryError."""

        def open_it() -> tuple[BinaryIO, int]:
            stream = path.open("r+b" if path.exists() else "w+b")
            size = stream.seek(0, os.SEEK_END)
            kept = keep if size >= keep else 0
            stream.truncate(kept)
            stream.seek(kept)
            return stream, kept

        stream, kept = await _on_disk(open_it)
        return cls(stream, kept)

    async def write(self, piece: bytes) -> None:
        """Append bytes; raises LibraryError."""
        await _on_disk(lambda: self._stream.write(piece))
        self.length += len(piece)

    async def restart(self) -> None:
        """Empty the file; raises LibraryError."""

        def empty() -> None:
            self._stream.seek(0)
            self._stream.truncate(0)

        await _on_disk(empty)
        self.length = 0

    async def sync(self) -> int:
        """Make what was written survive a loss of power; return its length. Raises LibraryError."""

        def to_disk() -> None:
            self._stream.flush()
            os.fsync(self._stream.fileno())

        await _on_disk(to_disk)
        return self.length

    async def close(self) -> None:
        """Close the file; it stays where it is."""
        await asyncio.to_thread(self._stream.close)


@dataclass(frozen=True, slots=True)
class SettledFile:
    """A clip in its final place.

    Attributes:
        path: relative to the media folder.
        size: bytes as they came from the service.
        sha256: digest of these bytes, in hexadecimal.
        facts: what the file is.
    """

    path: str
    size: int
    sha256: str
    facts: MediaFacts


async def finish_part(path: Path, job: Job, ordinal: int, media: MediaFiles) -> SettledFile:
    """Probe a whole part, write the job's settings into it, and move it into place.

    Raises MediaError when it is not a medium, LibraryError when the disk refuses.
    """

    def finish() -> SettledFile:
        from rushes.media.probe import probe
        from rushes.media.settings_box import embed_settings

        facts = probe(path)
        size, sha256 = path.stat().st_size, digest_of(path)
        embed_settings(path, embedded_settings(job, ordinal, sha256))
        return SettledFile(media.settle(path, facts.container), size, sha256, facts)

    return await _on_disk(finish)


async def thumbnail_of(path: Path) -> bytes | None:
    """Return a small JPEG of a clip, or None for one that has no picture."""

    def make() -> bytes | None:
        from rushes.media.thumbnail import thumbnail

        try:
            return thumbnail(path)
        except MediaError:
            return None

    return await asyncio.to_thread(make)


def embedded_settings(job: Job, ordinal: int, sha256: str) -> dict[str, object]:
    """Return what a clip's file knows of itself: enough to make it again, and no link or token."""
    return {
        "program": "rushes",
        "version": 1,
        "job": job.id,
        "shot": job.shot_id,
        "take": job.take,
        "parent": job.parent_id,
        "clip": ordinal + 1,
        "request_id": job.remote_id,
        "model": job.request.model_id,
        "inputs": dict(job.request.inputs),
        "created": job.created_at,
        "sha256": sha256,
    }


async def _on_disk(work: Callable[[], Answer]) -> Answer:
    try:
        return await asyncio.to_thread(work)
    except OSError as error:
        detail = f"{type(error).__name__}: {error.strerror}"
        if error.errno == errno.ENOSPC:
            raise DiskFull(detail) from error
        raise LibraryNotWritable(detail) from error
