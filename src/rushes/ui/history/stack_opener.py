"""Opens the stacks of the job list, and finds jobs in those that are closed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.history.listed_rows import OpenStack
from rushes.ui.history.order_difference import OrderDifference
from rushes.ui.history.ordered_jobs import OrderedJobs

if TYPE_CHECKING:
    from rushes.library.library import Library


class StackedList(Protocol):
    """A list of which one stack can be open; see `rushes.ui.history.job_list_model`."""

    @property
    def words(self) -> str: ...
    @property
    def is_stacked(self) -> bool: ...
    @property
    def open_stack(self) -> OpenStack | None: ...
    def key_at(self, row: int) -> int: ...
    def count_at(self, row: int) -> int: ...
    def row_of(self, entry: JobEntry) -> int: ...
    def places_of(self, keys: Sequence[int]) -> dict[int, int]: ...
    def entry_of(self, key: int) -> JobEntry | None: ...
    def show_stack(self, shot_id: str, row: int, keys: Sequence[int]) -> None: ...
    def set_takes(self, keys: Sequence[int]) -> None: ...
    def close_stack(self) -> None: ...
    def replace_head(self, jobs: OrderedJobs, new_place: int) -> None: ...
    def tell_slipped(self, key: int) -> None: ...


class StackOpener:
    """Asks the library for the takes of shots; a wish that is overtaken is dropped.

    Attributes:
        current_key: tells the key of the current job, or None.
    """

    def __init__(self, jobs: StackedList) -> None:
        self.current_key: Callable[[], int | None] = lambda: None
        self._list = jobs
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._wish = 0

    def open(self, library: "Library", tasks: Tasks) -> None:
        """Ask this library from now on."""
        self._library, self._tasks = library, tasks

    def close(self) -> None:
        """Ask nobody any more."""
        self._library = self._tasks = None
        self._wish += 1

    def forget_wish(self) -> None:
        """Open nothing that was wished for until now."""
        self._wish += 1

    def open_row(self, row: int) -> None:
        """List the takes of the shot for which the job in a row stands."""
        if self._tasks is not None and self._list.count_at(row) > 1:
            self._wish += 1
            self._tasks.spawn(self._open_key(self._list.key_at(row), self._wish), "open stack")

    def find(self, entry: JobEntry, found: Callable[[JobEntry], None]) -> None:
        """Open the stack in which a job lies, and tell; where none is shown, nothing happens."""
        if self._tasks is not None and self._list.is_stacked:
            self._wish += 1
            self._tasks.spawn(self._find(entry, found, self._wish), "find in stack")

    async def _open_key(self, key: int, wish: int) -> None:
        library = self._library
        if library is None:
            return
        entry = self._list.entry_of(key) or next(iter(await library.jobs([key])), None)
        if entry is not None:
            await self._open(library, entry, wish)

    async def _find(self, entry: JobEntry, found: Callable[[JobEntry], None], wish: int) -> None:
        library = self._library
        if library is not None:
            await self._open(library, entry, wish)
            if wish == self._wish and self._list.row_of(entry) >= 0:
                found(entry)

    async def _open(self, library: "Library", entry: JobEntry, wish: int) -> None:
        keys = await self._matching_takes(library, entry.job.shot_id)
        if wish != self._wish or entry.key not in keys:
            return
        for row in self._list.places_of(keys).values():
            if self._list.count_at(row) > 1:
                self._list.show_stack(entry.job.shot_id, row, keys)
                return

    async def _matching_takes(self, library: "Library", shot_id: str) -> list[int]:
        """The takes of a shot that the query finds, the first one first."""
        keys = list((await library.takes(shot_id)).keys)
        rows = self._list.places_of(keys)
        if any(self._list.count_at(row) == len(keys) for row in rows.values()):
            return keys
        matching = set((await library.order(self._list.words)).keys)
        return [key for key in keys if key in matching]

    async def prepare(self, jobs: OrderedJobs, change: OrderDifference) -> None:
        """Before an order changes: the takes of the open stack, and who stands for them.

        A current job that stands for its shot no longer, as when a take was added, becomes a take
        of the open stack, so that it stays the current one.
        """
        library, wish = self._library, self._wish
        if library is None or not self._list.is_stacked:
            return
        leaving = self._leaving_current(jobs, change)
        if leaving is not None and not self._is_open(leaving.job.shot_id):
            takes = await self._takes_in(library, leaving.job.shot_id, jobs)
            row = self._list.row_of(leaving)
            if wish == self._wish and leaving.key in takes and row >= 0 and len(takes) > 1:
                self._list.show_stack(leaving.job.shot_id, row, takes)
        if leaving is not None and self._is_open(leaving.job.shot_id):
            self._list.tell_slipped(leaving.key)
        await self._follow_open_stack(library, jobs)

    def _is_open(self, shot_id: str) -> bool:
        stack = self._list.open_stack
        return stack is not None and stack.shot_id == shot_id

    def _leaving_current(self, jobs: OrderedJobs, change: OrderDifference) -> JobEntry | None:
        key = self.current_key()
        entry = None if key is None else self._list.entry_of(key)
        if entry is None or not change.leaving or jobs.find(entry) >= 0:
            return None
        return entry

    async def _follow_open_stack(self, library: "Library", jobs: OrderedJobs) -> None:
        stack = self._list.open_stack
        if stack is None:
            return
        takes = await self._takes_in(library, stack.shot_id, jobs)
        if self._list.open_stack is not stack:
            return
        places = jobs.rows_of(takes)
        if not places or len(takes) < 2:
            self._list.close_stack()
            return
        self._list.set_takes(takes)
        ((key, place),) = places.items()
        if self._list.key_at(stack.row) != key:
            self._list.replace_head(jobs, place)

    async def _takes_in(self, library: "Library", shot_id: str, jobs: OrderedJobs) -> list[int]:
        """The takes of a shot that match in an order to come."""
        keys = list((await library.takes(shot_id)).keys)
        places = jobs.rows_of(keys)
        if any(jobs.count_at(place) == len(keys) for place in places.values()):
            return keys
        matching = set((await library.order(self._list.words)).keys)
        return [key for key in keys if key in matching]
