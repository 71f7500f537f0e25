"""What an order depends on: which changes of the library may change what is found, or where."""

import datetime
from collections.abc import Mapping, Sequence

from rushes.domain.job_sort import NEWEST_FIRST, SortKey
from rushes.domain.marks import Marks
from rushes.domain.states import EDITABLE_STATES
from rushes.library.announcements import JobEntry
from rushes.ui.history.row_cache import RowCache


class QueryReach:
    """Tells whether a list has to be read again after a change.

    Attributes:
        sort: the order in which the list is shown.
    """

    def __init__(self) -> None:
        self.sort = NEWEST_FIRST
        self._words = ""
        self._marks = False

    def follow(self, words: str) -> None:
        """Speak of this query from now on."""
        from rushes.domain.search import parse

        self._words = words.strip()
        today = datetime.datetime.now().astimezone().date()
        self._marks = parse(self._words, today).depends_on_marks if self._words else False

    def jobs_matter(self, entries: Sequence[JobEntry]) -> bool:
        """Whether jobs that changed may match otherwise, or stand elsewhere.

        Fields may speak of their state. Titles and models are those of the request, which is
        edited only before it is sent; a length comes with the clip as well.
        """
        if ":" in self._words:
            return True
        jobs = [entry.job for entry in entries]
        if self.sort.key is SortKey.LENGTH:
            return any(job.clips or job.state in EDITABLE_STATES for job in jobs)
        if self.sort.key in (SortKey.TITLE, SortKey.MODEL):
            return any(job.state in EDITABLE_STATES for job in jobs)
        return False

    @property
    def albums_matter(self) -> bool:
        """Whether jobs that came into an album or left one may match otherwise."""
        return ":" in self._words

    def marks_matter(self, marks: Mapping[int, Marks], known: RowCache) -> bool:
        """Whether jobs that are marked as given now may match otherwise than before, or stand so.

        Without a query what counts is whether they are in the trash. `known` has jobs as they
        were marked before.
        """
        if self.sort.key is SortKey.RATING:
            return True
        if self._words:
            return self._marks
        for key, now in marks.items():
            row = known.peek(key)
            if row is None or row.entry.job.marks.is_trashed != now.is_trashed:
                return True
        return False
