"""Brings finished clips home: part file, length, probe, name, disk; only then READY."""

import asyncio
import dataclasses
import logging
import random
import time
from collections.abc import Callable
from pathlib import Path

from rushes.api.client import ServiceClient
from rushes.api.media_download import MediaDownload, Transfer
from rushes.domain.error_words import job_error
from rushes.domain.errors import (
    DiskFull,
    DownloadCut,
    FileTooLarge,
    HostNotTrusted,
    LibraryError,
    LinkDead,
    MediaError,
    NotTheMedium,
    RushesError,
    ServiceError,
    TokenMissing,
)
from rushes.domain.job import Clip, Job
from rushes.domain.states import FETCHING_STATES, FileState, JobState
from rushes.engine.events import DownloadProgressed
from rushes.engine.pacing import backoff_delay
from rushes.engine.part_file import PartFile, finish_part, thumbnail_of
from rushes.engine.stopping import Stop
from rushes.engine.tasks import Tasks
from rushes.library.library import Library

_log = logging.getLogger(__name__)

AT_ONCE = 3
"""Downloads under way at the same time."""

WAITS_FOR_PERSON = frozenset({"host_not_trusted", "file_too_large", "unexpected"})
"""Errors after which a finished job is fetched only on a person's word."""

_SPARE_BYTES = 64 * 1024**2
_MOST_TRIES = 8
_DISK_FULL_PAUSE = 10.0


class Stopped(Exception):
    """The program is closing; what came so far is on disk."""


class Fetcher:
    """Downloads the clips of finished jobs.

    Args:
        on_progress: told of bytes that came in.
        chance: source of jitter.
    """

    def __init__(
        self,
        library: Library,
        service: ServiceClient,
        download: MediaDownload,
        on_progress: Callable[[DownloadProgressed], None],
        chance: random.Random,
    ) -> None:
        self._library = library
        self._service = service
        self._download = download
        self._on_progress = on_progress
        self._chance = chance
        self._places = asyncio.Semaphore(AT_ONCE)
        self._under_way: set[str] = set()
        self._tasks = Tasks()

    def fetch(self, job: Job, stop: Stop) -> None:
        """Begin to bring a finished job's clips home, unless that is under way."""
        if job.id not in self._under_way:
            self._under_way.add(job.id)
            self._tasks.spawn(self._bring_home(job.id, stop), f"fetch {job.id}")

    async def finish(self, grace: float) -> None:
        """Wait for downloads to reach a stop, `grace` seconds at most."""
        await self._tasks.finish(grace)

    async def _bring_home(self, job_id: str, stop: Stop) -> None:
        tries = 0
        try:
            while not stop.is_set:
                try:
                    async with self._places:
                        await self._fetch_all(job_id, stop)
                    return
                except Stopped:
                    return
                except (DownloadCut, DiskFull, NotTheMedium, LinkDead) as error:
                    tries += 1
                    _log.info("clip of job %s: %s, try %d", job_id, error.code, tries)
                    if not await self._may_go_on(job_id, error, tries):
                        return
                    pause = backoff_delay(tries, None, self._chance)
                    await stop.sleep(_DISK_FULL_PAUSE if isinstance(error, DiskFull) else pause)
                except (HostNotTrusted, FileTooLarge) as error:
                    await self._note(job_id, JobState.FINISHED, error)
                    return
                except LibraryError as error:
                    tries += 1
                    await self._note(job_id, JobState.FINISHED, error)
                    await stop.sleep(backoff_delay(tries, None, self._chance))
                except Exception:
                    # A bug: the clip is still at the service, and the next start tries again.
                    await self._note(job_id, JobState.FINISHED, RushesError("see the log"))
                    raise
        finally:
            self._under_way.discard(job_id)

    async def _may_go_on(self, job_id: str, error: RushesError, tries: int) -> bool:
        """Write down what went wrong and ask for fresh links; tell whether to try again."""
        if isinstance(error, DiskFull):
            await self._note(job_id, JobState.FINISHED, error)
            return True
        if isinstance(error, LinkDead) and not await self._renew_links(job_id):
            await self._note(job_id, JobState.EXPIRED, error)
            return False
        if isinstance(error, NotTheMedium):
            if tries >= _MOST_TRIES:
                await self._note(job_id, JobState.FAILED, error)
                return False
            await self._renew_links(job_id)
        await self._note(job_id, JobState.FINISHED, error)
        return True

    async def _fetch_all(self, job_id: str, stop: Stop) -> None:
        entry = await self._library.job(job_id)
        if entry.job.state not in FETCHING_STATES:
            return
        job = await self._note(job_id, JobState.DOWNLOADING, None)
        for clip in job.clips:
            if clip.state is not FileState.PRESENT:
                job = await self._fetch_one(job, clip, stop)
        await self._library.journal_ready(job_id, _to_ready)
        first = job.clips[0]
        if first.path is not None:
            picture = await thumbnail_of(self._library.media.absolute(first.path))
            if picture is not None:
                await self._library.add_thumbnail(entry.key, picture)

    async def _fetch_one(self, job: Job, clip: Clip, stop: Stop) -> Job:
        path = await asyncio.to_thread(self._library.media.part, job, clip.ordinal)
        part = await PartFile.open(path, clip.received if clip.etag else 0)
        begun = part.length
        try:
            if begun == 0 or begun != clip.size:
                async with self._download.open(clip.url, begun, clip.etag) as transfer:
                    await self._check_room(transfer)
                    await self._receive(job, clip, transfer, part, stop)
        except DownloadCut:
            if begun and part.length <= begun:
                # Resuming gets nowhere; the next try begins anew.
                await self._library.change(job.id, _with_clip(clip.ordinal, received=0, etag=""))
            raise
        finally:
            await part.close()
        return await self._settle(job, clip, path)

    async def _receive(
        self, job: Job, clip: Clip, transfer: Transfer, part: PartFile, stop: Stop
    ) -> None:
        if transfer.offset != part.length:
            await part.restart()

        async def checkpoint() -> None:
            length = await part.sync()
            await self._library.change(
                job.id,
                _with_clip(clip.ordinal, received=length, etag=transfer.etag, size=transfer.total),
            )

        await checkpoint()
        try:
            async for piece in transfer.pieces:
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
            await asyncio.to_thread(path.unlink, missing_ok=True)
            await self._library.change(job.id, _with_clip(clip.ordinal, received=0, etag=""))
            raise NotTheMedium(error.detail) from error
        return await self._library.change(
            job.id,
            _with_clip(
                clip.ordinal,
                path=settled.path,
                state=FileState.PRESENT,
                size=settled.size,
                received=settled.size,
                sha256=settled.sha256,
                facts=settled.facts,
            ),
        )

    async def _check_room(self, transfer: Transfer) -> None:
        free = await asyncio.to_thread(self._library.media.free_bytes)
        if free < (transfer.total or 0) - transfer.offset + _SPARE_BYTES:
            raise DiskFull(f"{free} bytes are free")

    async def _renew_links(self, job_id: str) -> bool:
        """Ask for the result again; return whether it brought a link that is new."""
        job = (await self._library.job(job_id)).job
        if job.remote_id is None:
            return False
        try:
            result = await self._service.result(job.remote_id)
        except (ServiceError, TokenMissing):
            return False
        old = [clip.url for clip in job.clips]
        if len(result.urls) != len(old) or list(result.urls) == old:
            return False

        def with_links(job: Job) -> Job:
            clips = tuple(
                clip
                if clip.state is FileState.PRESENT
                else dataclasses.replace(clip, url=url, received=0, etag="")
                for clip, url in zip(job.clips, result.urls, strict=True)
            )
            return dataclasses.replace(job, clips=clips)

        await self._library.change(job_id, with_links)
        return True

    async def _note(self, job_id: str, state: JobState, error: RushesError | None) -> Job:
        def to_state(job: Job) -> Job:
            if job.state not in FETCHING_STATES:
                return job
            kept = job_error(error) if error is not None else None
            return dataclasses.replace(job, state=state, error=kept)

        try:
            return await self._library.change(job_id, to_state)
        except LibraryError:
            if error is None:
                raise
            _log.warning("job %s: %s could not be written down", job_id, error.code)
            return (await self._library.job(job_id)).job

    def _tell(self, job: Job, clip: Clip, received: int, total: int | None) -> None:
        others = [each for each in job.clips if each.ordinal != clip.ordinal]
        whole = None if total is None else total + sum(each.size or 0 for each in others)
        done = received + sum(each.size or 0 for each in others if each.state is FileState.PRESENT)
        self._on_progress(DownloadProgressed(job.id, done, whole))


def _with_clip(ordinal: int, **changes: object) -> Callable[[Job], Job]:
    def changed(job: Job) -> Job:
        clips = tuple(
            dataclasses.replace(clip, **changes) if clip.ordinal == ordinal else clip  # type: ignore[arg-type]
            for clip in job.clips
        )
        return dataclasses.replace(job, clips=clips)

    return changed


def _to_ready(job: Job) -> Job:
    if job.state not in FETCHING_STATES:
        return job
    return dataclasses.replace(job, state=JobState.READY, ready_at=time.time(), error=None)
