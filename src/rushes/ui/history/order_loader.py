"""Asks the library which jobs a query finds, and keeps up with what is added and changed."""

import asyncio
from collections.abc import Awaitable, Sequence
from typing import TYPE_CHECKING, Protocol

from rushes.domain.errors import QueryNotUnderstood
from rushes.domain.job_sort import NEWEST_FIRST, JobSort
from rushes.domain.states import JobState
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.history.order_difference import OrderDifference, difference
from rushes.ui.history.ordered_jobs import OrderedJobs
from rushes.ui.job_faces.circumstances import Circumstances

if TYPE_CHECKING:
    from array import array

    from rushes.library.library import Library


class OrderShower(Protocol):
    """Who shows an order, and is told how it changes."""

    def show_order(self, jobs: OrderedJobs) -> None:
        """Show another order in place of the one before."""
        ...

    def shown_keys(self) -> "array[int]":
        """The keys of the order that is shown."""
        ...

    def insert_jobs(self, entries: Sequence[JobEntry]) -> None:
        """Show new jobs, each in its place in the order."""
        ...

    def prepare(self, jobs: OrderedJobs, change: OrderDifference) -> Awaitable[None]:
        """Get ready for a change of the order, which may be dropped yet."""
        ...

    def change_order(self, jobs: OrderedJobs, change: OrderDifference) -> None:
        """Show what the order has become."""
        ...


class OrderLoader:
    """Loads the order of a list. A load that is overtaken by another one is dropped.

    Attributes:
        words: the query that all shown jobs match; empty for all jobs.
        is_stacked: whether one job stands for all the takes of its shot.
        sort: how the jobs stand.
        is_loaded: whether an order has come since the library was opened.
    """

    def __init__(self, shower: OrderShower) -> None:
        self.words = ""
        self.is_stacked = False
        self.sort = NEWEST_FIRST
        self.is_loaded = False
        self._shower = shower
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._circumstances = Circumstances()
        self._generation = 0
        self._is_loading = False
        self._is_refreshing = False
        self._is_outdated = False
        self._added_meanwhile: list[JobEntry] = []

    def open(self, library: "Library", tasks: Tasks, circumstances: Circumstances) -> None:
        """Load from this library from now on."""
        self._library, self._tasks, self._circumstances = library, tasks, circumstances
        self.load()

    def close(self) -> None:
        """Drop what is under way."""
        self._library = None
        self._generation += 1
        self.is_loaded = self._is_loading = self._is_outdated = False

    def set_words(self, words: str) -> None:
        """Load the jobs that this query finds."""
        words = words.strip()
        if words != self.words:
            self.words = words
            self.load()

    def set_stacked(self, stacked: bool) -> None:
        """Load one job for each shot, or all."""
        if stacked != self.is_stacked:
            self.is_stacked = stacked
            self.load()

    def set_sort(self, sort: JobSort) -> None:
        """Load the same jobs in this order."""
        if sort != self.sort:
            self.sort = sort
            self.load()

    def load(self) -> None:
        """Load anew: another query, or the library may know other jobs than before."""
        if self._library is None or self._tasks is None:
            return
        self._generation += 1
        self._is_loading = True
        self._tasks.spawn(self._load_order(self._library, self._generation), "history order")

    def refresh(self) -> None:
        """Load the same quietly: some jobs may have come to match, or match no more."""
        self._is_outdated = True
        if self.is_loaded and not self._is_refreshing and self._tasks is not None:
            self._is_refreshing = True
            self._tasks.spawn(self._refresh(), "history refresh")

    def note_added(self, entries: Sequence[JobEntry]) -> None:
        """Follow the library: these jobs are new."""
        if self._is_loading or not self.is_loaded:
            self._added_meanwhile.extend(entries)
        elif self._surely_holds(entries):
            self._shower.insert_jobs(entries)
        else:
            self.refresh()

    def _surely_holds(self, entries: Sequence[JobEntry]) -> bool:
        """Whether new jobs belong into the order as they are, which else the library must tell."""
        if self.words or self.sort != NEWEST_FIRST:
            return False
        shots = [entry.job.shot_id for entry in entries]
        begins = all(entry.job.shot_id == entry.job.id for entry in entries)
        return not self.is_stacked or (begins and len(set(shots)) == len(shots))

    async def _load_order(self, library: "Library", generation: int) -> None:
        try:
            if not self._circumstances.has_begun:
                self._circumstances.begin(await library.in_states([JobState.WAITING]))
            while True:
                self._added_meanwhile.clear()
                self._is_outdated = False
                jobs = await self._read(library)
                # Whether a job that was added meanwhile belongs to it, only the library knows.
                if generation != self._generation or self._surely_holds(self._added_meanwhile):
                    break
                if not self._added_meanwhile:
                    break
        except QueryNotUnderstood:
            # Who wrote the query tells what is wrong with it; the list stays as it was.
            return
        finally:
            if generation == self._generation:
                self._is_loading = False
        if generation == self._generation:
            jobs.insert(entry for entry in self._added_meanwhile if jobs.find(entry) < 0)
            self._added_meanwhile.clear()
            self.is_loaded = True
            self._shower.show_order(jobs)
            if self._is_outdated:
                self.refresh()

    async def _refresh(self) -> None:
        try:
            while self._is_outdated and self.is_loaded and not self._is_loading:
                self._is_outdated = False
                await self._refresh_once(self._generation)
        except QueryNotUnderstood:
            return
        finally:
            self._is_refreshing = False

    async def _refresh_once(self, generation: int) -> None:
        library = self._library
        if library is None:
            return
        jobs = await self._read(library)
        keys = self._shower.shown_keys()
        change = await asyncio.to_thread(difference, keys, jobs)
        if generation == self._generation:
            await self._shower.prepare(jobs, change)
        if generation != self._generation:
            return
        if self._shower.shown_keys() == keys:
            self._shower.change_order(jobs, change)
        else:
            self._is_outdated = True

    async def _read(self, library: "Library") -> OrderedJobs:
        sort = self.sort
        order = await library.order(self.words, stacked=self.is_stacked, sort=sort)
        if sort == NEWEST_FIRST:
            return OrderedJobs(order)
        return await asyncio.to_thread(OrderedJobs, order, sort)
