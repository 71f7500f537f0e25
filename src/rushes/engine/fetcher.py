"""Brings finished clips home, however often that takes, and tells why when it cannot."""

import asyncio
import dataclasses
import logging
import random
import time
from collections.abc import Callable

from rushes.api.client import ServiceClient
from rushes.api.media_download import MediaDownload
from rushes.domain.error_words import job_error
from rushes.domain.errors import (
    DiskFull,
    DownloadCut,
    DownloadError,
    FileTooLarge,
    HostNotTrusted,
    JobNotFound,
    LibraryAway,
    LibraryError,
    LinkDead,
    MediaError,
    NotTheMedium,
    RushesError,
)
from rushes.domain.job import Job
from rushes.domain.states import FETCHING_STATES, FileState, JobState
from rushes.engine.clip_transfer import ClipTransfer, NoRoom, NothingCame, Stopped
from rushes.engine.events import DownloadProgressed, Reach
from rushes.engine.link_renewal import LinkRenewal, Renewal
from rushes.engine.pacing import backoff_delay, restart_delay
from rushes.engine.part_file import on_disk, thumbnail_of
from rushes.engine.reachability import Reachability
from rushes.engine.stopping import Stop
from rushes.engine.tasks import Tasks
from rushes.library.library import Library

_log = logging.getLogger(__name__)

AT_ONCE = 3
"""Downloads under way at the same time."""

WAITS_FOR_PERSON = frozenset({"host_not_trusted", "file_too_large", "unexpected"})
"""Errors after which a finished job is fetched only on a person's word."""

_MOST_NOT_MEDIA = 8
_MOST_DEAD = 8
_MOST_SLIPS = 4
_MOST_BUGS = 5
_LIBRARY_LOOK = 1.0
_ROOM_LOOK = 2.0

# What another try may mend comes before what needs a person.
_FIRST_TOLD = (DownloadCut, NotTheMedium, LinkDead, HostNotTrusted, FileTooLarge)


@dataclasses.dataclass(slots=True)
class _Course:
    """What is remembered of one job between two tries; times are monotonic seconds."""

    anyway: bool = False
    tries: int = 0
    received: int = 0
    not_media: int = 0
    dead: int = 0
    slips: int = 0
    bugs: int = 0
    due: float = 0.0
    wanted: int = 0

    def note_progress(self, received: int) -> None:
        """Begin to count anew once more bytes are here than ever before."""
        if received > self.received:
            self.received = received
            self.tries = self.dead = self.slips = 0


class Fetcher:
    """Downloads the clips of finished jobs.

    Args:
        on_progress: told of bytes that came in.
        chance: source of jitter.
        note_bug: told what a bug broke off.
        reachability: how the service does; while it is out of reach, nothing is tried again.
    """

    def __init__(
        self,
        library: Library,
        service: ServiceClient,
        download: MediaDownload,
        on_progress: Callable[[DownloadProgressed], None],
        chance: random.Random,
        note_bug: Callable[[str, BaseException], None],
        reachability: Reachability | None = None,
    ) -> None:
        self._library = library
        self._transfer = ClipTransfer(library, download, on_progress)
        self._links = LinkRenewal(library, service, reachability)
        self._chance = chance
        self._note_bug = note_bug
        self._reachability = reachability
        self._places = asyncio.Semaphore(AT_ONCE)
        self._courses: dict[str, _Course] = {}
        self._tasks = Tasks()
        self._wake = asyncio.Event()
        self._failures = 0
        self._quiet_until = 0.0

    def fetch(self, job: Job, stop: Stop, *, anyway: bool = False) -> None:
        """Begin to bring a finished job's clips home, unless that is under way.

        Args:
            anyway: whether a person said that this job's clips may come from any public host
                and have any size.
        """
        course = self._courses.get(job.id)
        if course is None:
            course = self._courses[job.id] = _Course()
            self._tasks.spawn(self._bring_home(job.id, course, stop), f"fetch {job.id}")
        course.anyway = course.anyway or anyway

    def poke(self) -> None:
        """Try again now what waits: the network changed, or the computer woke."""
        self._failures, self._quiet_until = 0, 0.0
        for course in self._courses.values():
            course.due = 0.0
        wake, self._wake = self._wake, asyncio.Event()
        wake.set()

    async def finish(self, grace: float) -> None:
        """Wait for downloads to reach a stop, `grace` seconds at most."""
        await self._tasks.finish(grace)

    async def _bring_home(self, job_id: str, course: _Course, stop: Stop) -> None:
        try:
            while not stop.is_set:
                await self._wait_for_calm(course, stop)
                try:
                    async with self._places:
                        if not stop.is_set:
                            await self._fetch_all(job_id, course, stop)
                    return
                except (Stopped, JobNotFound):
                    return
                except LibraryAway:
                    course.due = time.monotonic() + _LIBRARY_LOOK
                except (DownloadError, LibraryError) as error:
                    _log.info("clip of job %s: %s", job_id, error.code)
                    if not await self._may_go_on(job_id, course, error):
                        return
                except Exception as error:
                    # A bug: the clip is still at the service.
                    self._note_bug(f"the fetching of job {job_id}", error)
                    course.bugs += 1
                    if course.bugs >= _MOST_BUGS:
                        await self._note(job_id, JobState.FINISHED, RushesError("see the log"))
                        return
                    course.due = time.monotonic() + restart_delay(course.bugs)
        finally:
            del self._courses[job_id]

    async def _wait_for_calm(self, course: _Course, stop: Stop) -> None:
        while not stop.is_set:
            now = time.monotonic()
            pause = max(course.due, self._quiet_until) - now
            if self._library.is_away:
                pause = max(pause, _LIBRARY_LOOK)
            elif course.tries and self._is_unreachable:
                pause = max(pause, self._reachability.pause if self._reachability else 0.0)
            if pause <= 0.0 and course.wanted and not await self._has_room(course):
                pause = _ROOM_LOOK
            if pause <= 0.0:
                return
            await stop.wait_for(self._wake, pause)

    @property
    def _is_unreachable(self) -> bool:
        return self._reachability is not None and self._reachability.reach is Reach.OFFLINE

    async def _has_room(self, course: _Course) -> bool:
        try:
            free = await on_disk(self._library.media.free_bytes)
        except LibraryError:
            return False
        if free >= course.wanted:
            course.wanted = 0
        return course.wanted == 0

    async def _may_go_on(
        self, job_id: str, course: _Course, error: DownloadError | LibraryError
    ) -> bool:
        """Write down what went wrong, and tell whether to try again, which `course` says when."""
        end = None
        renewed = False
        try:
            if isinstance(error, HostNotTrusted | FileTooLarge):
                end = JobState.FINISHED
            elif isinstance(error, NotTheMedium):
                course.not_media += 1
                if course.not_media >= _MOST_NOT_MEDIA:
                    end = JobState.FAILED
                else:
                    await self._links.renew(job_id)
            elif isinstance(error, LinkDead):
                renewal = await self._links.renew(job_id)
                course.dead += renewal is not Renewal.NO_ANSWER
                course.slips += renewal is Renewal.NOTHING_NEW
                renewed = renewal is Renewal.NEW_LINKS and course.dead == 1
                if course.dead >= _MOST_DEAD or course.slips >= _MOST_SLIPS:
                    end = JobState.EXPIRED
        except LibraryError as trouble:
            # What was learned is learned again at the next try.
            _log.info("job %s: %s", job_id, trouble.code)
            end = None
        is_noted = await self._note(job_id, end or JobState.FINISHED, error)
        if end is not None and is_noted:
            return False
        self._put_off(course, error, renewed)
        return True

    def _put_off(self, course: _Course, error: RushesError, renewed: bool) -> None:
        now = time.monotonic()
        if isinstance(error, NoRoom):
            course.wanted = error.wanted
            return
        course.tries += 1
        pause = backoff_delay(course.tries, None, self._chance)
        if isinstance(error, NothingCame) and now >= self._quiet_until:
            # Downloads that were under way together fail together: one failure of the network.
            self._failures += 1
            self._quiet_until = now + backoff_delay(self._failures, None, self._chance)
        if isinstance(error, DiskFull):
            pause = min(pause, 30.0)
        course.due = now if renewed else now + pause

    async def _fetch_all(self, job_id: str, course: _Course, stop: Stop) -> None:
        entry = await self._library.job(job_id)
        if entry.job.state not in FETCHING_STATES:
            return
        job = await self._library.change(job_id, _step_to(JobState.DOWNLOADING, None))
        errors: list[DownloadError] = []
        for clip in job.clips:
            if clip.state is FileState.PRESENT:
                continue
            try:
                job = await self._transfer.bring(job, clip, stop, anyway=course.anyway)
                self._failures, self._quiet_until = 0, 0.0
            except DownloadError as error:
                # The other files of the job may be well.
                errors.append(error)
            course.note_progress(await self._received(job_id))
        if errors:
            raise min(errors, key=_rank)
        job = await self._library.change(job_id, _to_ready)
        try:
            await self._make_thumbnail(entry.key, job)
        except (LibraryError, MediaError) as error:
            _log.info("no thumbnail of job %s: %s", job_id, error.code)

    async def _received(self, job_id: str) -> int:
        return sum(clip.received for clip in (await self._library.job(job_id)).job.clips)

    async def _make_thumbnail(self, key: int, job: Job) -> None:
        path = next((clip.path for clip in job.clips if clip.path is not None), None)
        if path is not None:
            picture = await thumbnail_of(await self._library.place_of(path))
            if picture is not None:
                await self._library.add_thumbnail(key, picture)

    async def _note(self, job_id: str, state: JobState, error: RushesError) -> bool:
        """Write down what went wrong; return whether that worked."""
        try:
            await self._library.change(job_id, _step_to(state, error))
        except LibraryError as trouble:
            _log.info("job %s: %s is not written down: %s", job_id, error.code, trouble.code)
            return False
        return True


def _rank(error: DownloadError) -> int:
    return next(
        (i for i, kind in enumerate(_FIRST_TOLD) if isinstance(error, kind)), len(_FIRST_TOLD)
    )


def _step_to(state: JobState, error: RushesError | None) -> Callable[[Job], Job]:
    def stepped(job: Job) -> Job:
        if job.state not in FETCHING_STATES:
            return job
        kept = job_error(error) if error is not None else None
        return dataclasses.replace(job, state=state, error=kept)

    return stepped


def _to_ready(job: Job) -> Job:
    if job.state not in FETCHING_STATES:
        return job
    return dataclasses.replace(job, state=JobState.READY, ready_at=time.time(), error=None)
