"""An unfinished download on disk, written on worker threads, and its last step into the library."""

import asyncio
import errno
import os
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import TypeVar

from rushes.domain.errors import (
    DiskFull,
    LibraryNotWritable,
    MediaError,
    MediaKilledDecoder,
    MediaTooLarge,
)
from rushes.domain.job import Clip, Job
from rushes.domain.media_facts import MediaFacts
from rushes.library.media_files import MediaFiles, digest_of

Answer = TypeVar("Answer")

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class PartFile:
    """A part file, open for appending.

    Attributes:
        length: bytes in it, those that are still on their way to the disk included.
    """

    def __init__(self, stream: FileIO, length: int) -> None:
        self._stream = stream
        self.length = length

    @classmethod
    async def open(cls, path: Path, keep: int) -> "PartFile":
        """Open a part, keeping its first `keep` bytes if it has them; raises LibraryError."""

        def open_it() -> tuple[FileIO, int]:
            # Unbuffered: what the disk refuses is told by the write, never by the close.
            stream = FileIO(path, "r+" if path.exists() else "w+")
            try:
                size = stream.seek(0, os.SEEK_END)
                kept = keep if size >= keep else 0
                stream.truncate(kept)
                stream.seek(kept)
            except BaseException:
                stream.close()
                raise
            return stream, kept

        stream, kept = await on_disk(open_it)
        return cls(stream, kept)

    async def write(self, piece: bytes) -> None:
        """Append bytes; raises LibraryError."""

        def append() -> None:
            rest = memoryview(piece)
            while rest:
                written = os.write(self._stream.fileno(), rest)
                self.length += written
                rest = rest[written:]

        await on_disk(append)

    async def restart(self) -> None:
        """Empty the file; raises LibraryError."""

        def empty() -> None:
            self._stream.seek(0)
            self._stream.truncate(0)

        await on_disk(empty)
        self.length = 0

    async def sync(self) -> int:
        """Make what was written survive a loss of power; return its length. Raises LibraryError."""
        length = self.length
        await on_disk(lambda: os.fsync(self._stream.fileno()))
        return length

    async def close(self) -> None:
        """Close the file; it stays where it is. Raises LibraryError."""
        await on_disk(self._stream.close)


async def finish_part(
    path: Path, job: Job, ordinal: int, media: MediaFiles
) -> Callable[[Clip], Clip]:
    """Probe a whole part, write the job's settings into it, and move it into place.

    Returns what makes the clip as it is now; it has no facts where the medium is whole but over
    the limits of decoding, or the program died of it. Raises MediaError when it is not a medium,
    LibraryError when the disk refuses.
    """

    def finish() -> Callable[[Clip], Clip]:
        from rushes.media.decoder_watch import is_suspect, suspect
        from rushes.media.settings_box import embed_settings

        container, facts = _looked_into(path)
        size, sha256 = path.stat().st_size, digest_of(path)
        suspected = facts is None and is_suspect(path)
        embed_settings(path, embedded_settings(job, ordinal, sha256))
        if suspected:
            # The settings have changed it; that makes it no safer.
            suspect(path)
        found = path.stat()
        relative = media.settle(path, container)
        disk = found.st_size, found.st_mtime_ns
        return lambda clip: clip.in_place(relative, size, sha256, facts, disk)

    return await on_disk(finish)


async def drop_part(path: Path) -> None:
    """Remove a part whose bytes are worth nothing; raises LibraryError."""
    await on_disk(lambda: path.unlink(missing_ok=True))


async def thumbnail_of(path: Path) -> bytes | None:
    """Return a small JPEG of a clip, or None for one that has no picture."""

    def make() -> bytes | None:
        from rushes.media.thumbnail import thumbnail

        try:
            return thumbnail(path)
        except (MediaError, OSError):
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


async def on_disk(work: Callable[[], Answer]) -> Answer:
    """Run work on a worker thread; raises LibraryError for what the system refuses."""
    try:
        return await asyncio.to_thread(work)
    except OSError as error:
        detail = f"{type(error).__name__}: {error.strerror}"
        if error.errno in _NO_ROOM:
            raise DiskFull(detail) from error
        raise LibraryNotWritable(detail) from error


def _looked_into(path: Path) -> tuple[str, MediaFacts | None]:
    """Return the short name of a medium's format, and its facts where they can be read.

    Raises MediaError, OSError.
    """
    from rushes.media.file_format import HEAD_BYTES, sniff
    from rushes.media.probe import probe

    try:
        facts = probe(path)
    except (MediaTooLarge, MediaKilledDecoder):
        # Paid for, whole and a medium: it is kept, though it cannot be shown here.
        with path.open("rb") as stream:
            found = sniff(stream.read(HEAD_BYTES))
        if found is None:
            raise
        return found.name, None
    return facts.container, facts
