"""One clip on its way: part file, room on the disk, pieces, probe, and its place in the library."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

from rushes.api.media_download import MediaDownload, Transfer
from rushes.domain.errors import DiskFull, DownloadCut, MediaError, NotTheMedium
from rushes.domain.job import Clip, Job
from rushes.domain.states import FileState
from rushes.engine.events import DownloadProgressed
from rushes.engine.part_file import PartFile, drop_part, finish_part, on_disk
from rushes.engine.stopping import Stop
from rushes.library.library import Library

SPARE_BYTES = 64 * 1024**2
"""Room that a download leaves on the disk, for the database above all."""

_LOOK_EVERY_BYTES = 16 * 1024**2


class Stopped(Exception):
    """The program is closing; what came so far is on disk."""


class NoRoom(DiskFull):
    """The disk has less room than a download needs.

    Attributes:
        wanted: bytes that must be free before it is worth another try.
    """

    def __init__(self, detail: str, wanted: int) -> None:
        super().__init__(detail)
        self.wanted = wanted


class NothingCame(DownloadCut):
    """The download broke off before a byte of it came: a connection is the trouble, not a file."""


class ClipTransfer:
    """Brings single clips home.

    Args:
        on_progress: told of bytes that came in.
    """

    def __init__(
        self,
        library: Library,
        download: MediaDownload,
        on_progress: Callable[[DownloadProgressed], None],
    ) -> None:
        self._library = library
        self._download = download
        self._on_progress = on_progress

    async def bring(self, job: Job, clip: Clip, stop: Stop, *, anyway: bool) -> Job:
        """Fetch a clip to the end, or from where it broke off, and put it in its place.

        Args:
            anyway: whether a person said that any host and any size will do.

        Raises DownloadError, LibraryError; Stopped when it is time to stop.
        """
        path = await on_disk(lambda: self._library.media.part(job, clip.ordinal))
        part = await PartFile.open(path, clip.received if clip.etag else 0)
        try:
            if part.length == 0 or part.length != clip.size:
                await self._download_into(part, job, clip, stop, anyway)
        finally:
            await part.close()
        return await self._settle(job, clip, path)

    async def _download_into(
        self, part: PartFile, job: Job, clip: Clip, stop: Stop, anyway: bool
    ) -> None:
        begun = part.length
        has_begun = False
        try:
            async with self._download.open(
                clip.url, begun, clip.etag, any_host=anyway, any_size=anyway
            ) as transfer:
                has_begun = True
                await self._check_room((transfer.total or 0) - transfer.offset)
                await self._receive(job, clip, transfer, part, stop)
        except DownloadCut as error:
            if begun and part.length <= begun:
                # Resuming gets nowhere; the next try begins anew.
                await self._library.change(job.id, with_clip(clip.ordinal, received=0, etag=""))
            if not has_begun:
                raise NothingCame(error.detail) from error
            raise

    async def _receive(
        self, job: Job, clip: Clip, transfer: Transfer, part: PartFile, stop: Stop
    ) -> None:
        if transfer.offset != part.length:
            await part.restart()

        async def checkpoint() -> None:
            length = await part.sync()
            await self._library.change(
                job.id,
                with_clip(clip.ordinal, received=length, etag=transfer.etag, size=transfer.total),
            )

        await checkpoint()
        looked_at = part.length
        try:
            async for piece in transfer.pieces:
                if part.length - looked_at >= _LOOK_EVERY_BYTES:
                    # Others write to this disk too, and a length may never have been told.
                    looked_at = part.length
                    await self._check_room((transfer.total or 0) - part.length)
                await part.write(piece)
                self._tell(job, clip, part.length, transfer.total)
                if stop.is_set:
                    raise Stopped
        finally:
            await checkpoint()

    async def _settle(self, job: Job, clip: Clip, path: Path) -> Job:
        """Probe the whole part, write the settings into it, and move it into place."""
        try:
            settled = await finish_part(path, job, clip.ordinal, self._library.media)
        except MediaError as error:
            await drop_part(path)
            await self._library.change(job.id, with_clip(clip.ordinal, received=0, etag=""))
            raise NotTheMedium(error.detail) from error
        return await self._library.change(job.id, _with(clip.ordinal, settled))

    async def _check_room(self, wanted: int) -> None:
        free = await on_disk(self._library.media.free_bytes)
        needed = max(0, wanted) + SPARE_BYTES
        if free < needed:
            raise NoRoom(f"{free} bytes are free, {needed} are needed", needed)

    def _tell(self, job: Job, clip: Clip, received: int, total: int | None) -> None:
        others = [each for each in job.clips if each.ordinal != clip.ordinal]
        whole = None if total is None else total + sum(each.size or 0 for each in others)
        done = received + sum(each.size or 0 for each in others if each.state is FileState.PRESENT)
        self._on_progress(DownloadProgressed(job.id, done, whole))


def with_clip(ordinal: int, **changes: object) -> Callable[[Job], Job]:
    """Return what makes a job anew with these fields of one of its clips changed."""
    return _with(ordinal, lambda clip: dataclasses.replace(clip, **changes))  # type: ignore[arg-type]


def _with(ordinal: int, change: Callable[[Clip], Clip]) -> Callable[[Job], Job]:
    def changed(job: Job) -> Job:
        clips = tuple(change(clip) if clip.ordinal == ordinal else clip for clip in job.clips)
        return dataclasses.replace(job, clips=clips)

    return changed
