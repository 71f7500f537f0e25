"""Asks the library which jobs hold the words looked for, and keeps up with what is added."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rushes.domain.states import JobState
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.history.ordered_jobs import OrderedJobs
from rushes.ui.job_faces.circumstances import Circumstances

if TYPE_CHECKING:
    from rushes.library.library import Library


class OrderLoader:
    """Loads the order of a list. A load that is overtaken by another one is dropped.

    Args:
        show: called with every order that is to be shown in place of the one before.
        insert: called with jobs that were added since and belong into the order.

    Attributes:
        words: the words that all shown jobs hold; empty for all jobs.
        is_loaded: whether an order has come since the library was opened.
    """

    def __init__(
        self,
        show: Callable[[OrderedJobs], None],
        insert: Callable[[Sequence[JobEntry]], None],
    ) -> None:
        self.words = ""
        self.is_loaded = False
        self._show = show
        self._insert = insert
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._circumstances = Circumstances()
        self._generation = 0
        self._is_loading = False
        self._added_meanwhile: list[JobEntry] = []

    def open(self, library: "Library", tasks: Tasks, circumstances: Circumstances) -> None:
        """Load from this library from now on."""
        self._library, self._tasks, self._circumstances = library, tasks, circumstances
        self._load()

    def close(self) -> None:
        """Drop what is under way."""
        self._library = None
        self._generation += 1
        self.is_loaded = self._is_loading = False

    def set_words(self, words: str) -> None:
        """Load the jobs whose prompts hold all of these words."""
        words = " ".join(words.split())
        if words != self.words:
            self.words = words
            self._load()

    def load_again(self) -> None:
        """Load the same anew: the library may know other jobs than before."""
        self._load()

    def note_added(self, entries: Sequence[JobEntry]) -> None:
        """Follow the library: these jobs are new."""
        if self._is_loading or not self.is_loaded:
            self._added_meanwhile.extend(entries)
        elif not self.words:
            self._insert(entries)
        elif self._tasks is not None:
            self._tasks.spawn(self._admit(entries, self._generation), "history admission")

    def _load(self) -> None:
        if self._library is None or self._tasks is None:
            return
        self._generation += 1
        self._is_loading = True
        self._tasks.spawn(self._load_order(self._library, self._generation), "history order")

    async def _load_order(self, library: "Library", generation: int) -> None:
        words = self.words
        try:
            if not self._circumstances.has_begun:
                self._circumstances.begin(await library.in_states([JobState.WAITING]))
            while True:
                self._added_meanwhile.clear()
                jobs = OrderedJobs(await library.order(words))
                # Whether a job that was added meanwhile holds the words, only the library knows.
                if generation != self._generation or not (words and self._added_meanwhile):
                    break
        finally:
            if generation == self._generation:
                self._is_loading = False
        if generation == self._generation:
            jobs.insert(entry for entry in self._added_meanwhile if jobs.find(entry) < 0)
            self._added_meanwhile.clear()
            self.is_loaded = True
            self._show(jobs)

    async def _admit(self, entries: Sequence[JobEntry], generation: int) -> None:
        """Insert those of the new jobs that hold the words looked for."""
        if self._library is None:
            return
        matching = OrderedJobs(await self._library.order(self.words))
        if generation == self._generation:
            self._insert([entry for entry in entries if matching.find(entry) >= 0])
