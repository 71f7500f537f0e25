"""Asks the library how many takes the facets would find, now and then, never at every change."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rushes.domain.errors import RushesError
from rushes.engine.tasks import Tasks
from rushes.library.announcements import (
    Announcement,
    JobsAdded,
    JobsChanged,
    LibraryCameBack,
    MarksChanged,
    MediaAway,
    MediaBack,
)

if TYPE_CHECKING:
    from rushes.library.library import Library

_SOON = 0.06
"""Seconds, as all times here."""
_LEAST_PAUSE = 0.4
_SHARE = 20
"""Counting again takes no more of the database thread's time than one part in this many."""
_TYPING_PAUSE = 0.25
"""How long nobody types before another query is counted."""
_CHANGING = (JobsAdded, JobsChanged, MarksChanged, LibraryCameBack, MediaAway, MediaBack)


class FacetCounts:
    """Counts queries again after what may have changed them, with growing pauses if that is slow.

    Args:
        queries: called for what is to be counted: query texts by the name of each.
        show: called with the counts by name.
    """

    def __init__(
        self,
        queries: Callable[[], Mapping[str, str]],
        show: Callable[[Mapping[str, int]], object],
    ) -> None:
        self._queries, self._show = queries, show
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._counting: asyncio.Task[None] | None = None
        self._is_waiting = self._is_wanted = False
        self._not_before = 0.0

    def follow(self, library: "Library", tasks: Tasks) -> None:
        """Count in this library from now on."""
        self._library, self._tasks = library, tasks
        self.refresh()

    def let_go(self) -> None:
        """Count nothing more."""
        self._library = self._tasks = None
        self._is_wanted = False
        if self._counting is not None and self._is_waiting:
            self._counting.cancel()
        self._counting = None

    def note_announcement(self, announcement: Announcement) -> None:
        """Follow what the library says of itself."""
        if isinstance(announcement, _CHANGING):
            self.refresh()

    def query_changed(self) -> None:
        """Count for another query, as soon as nobody types: what is shown is not of it."""
        self._not_before = time.monotonic() + _TYPING_PAUSE
        if self._counting is not None and self._is_waiting:
            self._counting.cancel()
            self._counting, self._is_waiting = None, False
        self.refresh()

    def refresh(self) -> None:
        """Count again soon."""
        self._is_wanted = True
        if self._library is not None and self._tasks is not None and self._counting is None:
            self._counting = self._tasks.spawn(self._run(self._library), "facet counts")

    async def _run(self, library: "Library") -> None:
        while self._is_wanted and library is self._library:
            self._is_waiting = True
            await asyncio.sleep(max(self._not_before - time.monotonic(), _SOON))
            self._is_waiting = self._is_wanted = False
            await self._count(library)
        if library is self._library:
            self._counting = None

    async def _count(self, library: "Library") -> None:
        queries, began = self._queries(), time.monotonic()
        try:
            counts = await library.count(list(queries.values()))
        except RushesError:
            # The list tells what is wrong with query or library.
            return
        now = time.monotonic()
        self._not_before = now + max(_LEAST_PAUSE, (now - began) * _SHARE)
        if library is not self._library:
            return
        if queries == self._queries():
            self._show(dict(zip(queries, counts, strict=True)))
        else:
            self._not_before, self._is_wanted = now + _TYPING_PAUSE, True
