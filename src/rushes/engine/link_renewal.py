"""Asks the service for the result of a job once more, because a link to its clip is dead."""

import dataclasses
from collections.abc import Sequence
from enum import Enum, auto

from rushes.api.client import ServiceClient
from rushes.domain.errors import (
    ConnectionLost,
    NotAllowed,
    NotReachable,
    Refused,
    ResultNotReady,
    ServiceDown,
    ServiceError,
    TokenMissing,
    TokenRefused,
    TooManyCalls,
)
from rushes.domain.job import Clip, Job
from rushes.domain.states import FETCHING_STATES, FileState
from rushes.engine.reachability import Reachability
from rushes.library.library import Library

_CONCERNS_ALL = (ConnectionLost, NotReachable, ServiceDown, TooManyCalls)


class Renewal(Enum):
    """What asking again came to."""

    NEW_LINKS = auto()
    """There are new links to try."""

    NOTHING_NEW = auto()
    """The service named the same links, none, or does not know the job: perhaps a slip."""

    NO_ANSWER = auto()
    """Nobody could be asked, so nothing is known."""


class LinkRenewal:
    """Brings fresh links to jobs; `reachability` hears how the asking went, if there is one."""

    def __init__(
        self, library: Library, service: ServiceClient, reachability: Reachability | None
    ) -> None:
        self._library = library
        self._service = service
        self._reachability = reachability

    async def renew(self, job_id: str) -> Renewal:
        """Ask for the result, and write down the links that are new. Raises LibraryError."""
        job = (await self._library.job(job_id)).job
        if job.remote_id is None:
            return Renewal.NOTHING_NEW
        try:
            result = await self._service.result(job.remote_id)
        except (TokenMissing, TokenRefused) as error:
            if self._reachability is not None:
                self._reachability.note_trouble(error)
            return Renewal.NO_ANSWER
        except (NotAllowed, ResultNotReady):
            # Another account's token, or a service that is not sure itself: no word on the clip.
            return Renewal.NO_ANSWER
        except Refused:
            is_ours = job.is_with(self._service.origin)
            return Renewal.NOTHING_NEW if is_ours else Renewal.NO_ANSWER
        except ServiceError as error:
            if self._reachability is not None and isinstance(error, _CONCERNS_ALL):
                self._reachability.note_trouble(error)
            return Renewal.NO_ANSWER
        if self._reachability is not None:
            self._reachability.note_answer()
        before = [clip.url for clip in job.clips]
        after = await self._library.change(job_id, lambda now: with_links(now, result.urls))
        is_new = [clip.url for clip in after.clips] != before
        return Renewal.NEW_LINKS if is_new else Renewal.NOTHING_NEW


def with_links(job: Job, urls: Sequence[str]) -> Job:
    """Return a job with these links, in their order, for the clips that are not here yet."""
    if job.state not in FETCHING_STATES or not urls:
        return job
    clips = list(job.clips)
    for ordinal, url in enumerate(urls):
        if ordinal >= len(clips):
            clips.append(Clip(ordinal, url))
        elif clips[ordinal].state is not FileState.PRESENT and clips[ordinal].url != url:
            clips[ordinal] = dataclasses.replace(clips[ordinal], url=url, received=0, etag="")
    return dataclasses.replace(job, clips=tuple(clips))
