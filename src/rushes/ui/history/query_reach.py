"""What a query depends on: which changes of the library may change what it finds."""

import datetime
from collections.abc import Mapping

from rushes.domain.marks import Marks
from rushes.ui.history.row_cache import RowCache


class QueryReach:
    """Tells whether a list has to be read again after a change."""

    def __init__(self) -> None:
        self._words = ""
        self._marks = False

    def follow(self, words: str) -> None:
        """Speak of this query from now on."""
        from rushes.domain.search import parse

        self._words = words.strip()
        today = datetime.datetime.now().astimezone().date()
        self._marks = parse(self._words, today).depends_on_marks if self._words else False

    @property
    def states_matter(self) -> bool:
        """Whether a job that changed may match otherwise: fields may speak of its state."""
        return ":" in self._words

    @property
    def albums_matter(self) -> bool:
        """Whether jobs that came into an album or left one may match otherwise."""
        return ":" in self._words

    def marks_matter(self, marks: Mapping[int, Marks], known: RowCache) -> bool:
        """Whether jobs that are marked as given now may match otherwise than before.

        Without a query what counts is whether they are in the trash. `known` has jobs as they
        were marked before.
        """
        if self._words:
            return self._marks
        for key, now in marks.items():
            row = known.peek(key)
            if row is None or row.entry.job.marks.is_trashed != now.is_trashed:
                return True
        return False
