"""Fetches jobs from the library by windows of rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from rushes.domain.marks import Marks
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.history.fetch_queue import FetchQueue
from rushes.ui.history.ordered_jobs import OrderedJobs
from rushes.ui.history.row_cache import RowCache

if TYPE_CHECKING:
    from rushes.library.library import Library

WINDOW = 64
"""Rows that are fetched together."""

_WISHES = 6


class RowKeys(Protocol):
    """A list that knows which job stands in which row."""

    def keys_between(self, first: int, end: int) -> list[int]:
        """Return the keys of the rows from `first` up to, not including, `end`."""
        ...


class JobWindows:
    """Brings the jobs of rows that a view wishes to see.

    Args:
        rows: jobs in it are not fetched again.
        came: called with the jobs of a window.
    """

    def __init__(self, rows: RowCache, came: Callable[[Sequence[JobEntry]], None]) -> None:
        self._rows = rows
        self._came = came
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._jobs: RowKeys = OrderedJobs()
        self._news: dict[int, JobEntry] = {}
        self._new_marks: dict[int, Marks] = {}
        self._queue = FetchQueue("history rows", self._fetch, 1, _WISHES)

    def open(self, library: "Library", tasks: Tasks) -> None:
        """Fetch from this library from now on; `tasks` holds the fetching."""
        self._library, self._tasks = library, tasks

    def close(self) -> None:
        """Fetch nothing any more; an answer under way is dropped."""
        self._library = None
        self._queue.clear()

    def wish(self, row: int, jobs: RowKeys) -> None:
        """Wish for a row of the list; its neighbours come with it."""
        self._jobs = jobs
        if self._library is not None and self._tasks is not None:
            self._queue.wish(row // WINDOW, self._tasks)

    def forget_wishes(self) -> None:
        """The list is another one."""
        self._queue.clear()

    def note_news(self, entry: JobEntry) -> None:
        """A job changed: an older answer that is still on its way must not undo that."""
        self._news[entry.key] = entry
        self._new_marks.pop(entry.key, None)

    def note_marks(self, marks: Mapping[int, Marks]) -> None:
        """Jobs were marked: neither must an older answer undo that."""
        self._new_marks.update(marks)

    async def _fetch(self, windows: Sequence[int]) -> None:
        library, (window,) = self._library, windows
        if library is None:
            return
        around = self._jobs.keys_between(window * WINDOW, (window + 1) * WINDOW)
        keys = [key for key in around if key not in self._rows]
        if not keys:
            return
        self._news.clear()
        self._new_marks.clear()
        entries = await library.jobs(keys)
        if library is self._library:
            self._came([self._newest(entry) for entry in entries])

    def _newest(self, entry: JobEntry) -> JobEntry:
        entry = self._news.get(entry.key, entry)
        return entry.with_marks(self._new_marks.get(entry.key, entry.job.marks))
