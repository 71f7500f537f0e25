"""Marks that are shown before the library has written them down."""

from collections.abc import Callable, Collection

from rushes.domain.mark_changes import MarkStep
from rushes.domain.subscribers import Subscribers
from rushes.library.announcements import JobEntry


class MarksAhead:
    """Lays the changes that are under way over what the library has told.

    Each stays until it is settled, in the order in which they were made. Laid over marks that
    have it already, a change does nothing: so it does no harm that the library's announcement
    comes before its answer, and an answer to an older change does not undo a newer one.
    """

    def __init__(self) -> None:
        self._under_way: list[tuple[frozenset[int], MarkStep]] = []
        self._subscribers = Subscribers[Collection[int]]()

    def add(self, step: MarkStep) -> None:
        """Show a change from now on."""
        keys = frozenset(step.keys)
        self._under_way.append((keys, step))
        self._subscribers.tell(keys)

    def settle(self, step: MarkStep) -> None:
        """The library has answered: from now on, what it tells counts."""
        for place, (keys, each) in enumerate(self._under_way):
            if each is step:
                del self._under_way[place]
                self._subscribers.tell(keys)
                return

    def over(self, entry: JobEntry) -> JobEntry:
        """Return a job as it is to be shown."""
        marks = entry.job.marks
        for keys, step in self._under_way:
            if entry.key in keys:
                marks = step.change.applied_to(marks)
        return entry.with_marks(marks)

    def subscribe(self, subscriber: Callable[[Collection[int]], None]) -> Callable[[], None]:
        """Have a function called with the keys of jobs that look another way now.

        Returns what ends that.
        """
        return self._subscribers.add(subscriber)
