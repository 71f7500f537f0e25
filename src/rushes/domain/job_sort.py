"""In which order jobs stand: by what, and which end first."""

from dataclasses import dataclass
from enum import StrEnum


class SortKey(StrEnum):
    """What jobs are sorted by; the values are the words that settings and commands keep."""

    DATE = "date"
    """When it was written down."""
    RATING = "rating"
    """Stars; a job without any has no rating."""
    LENGTH = "length"
    """Seconds of the clip, or those that were asked for."""
    MODEL = "model"
    """The model's title, see `rushes.domain.titles.model_title`."""
    TITLE = "title"
    """The shot's name, see `rushes.domain.titles.shot_name`."""


_FALLING = frozenset({SortKey.DATE, SortKey.RATING, SortKey.LENGTH})


@dataclass(frozen=True, slots=True)
class JobSort:
    """An order of jobs.

    Jobs of one value stand newest first whichever way it goes, and those that have none stand
    last. By date, oldest first, all stand exactly the other way round.

    Attributes:
        key: what they are sorted by.
        is_reversed: whether they stand the other way than is usual for the key. Usual is what a
            person looks for first: the newest, the best, the longest; names from A to Z.
    """

    key: SortKey = SortKey.DATE
    is_reversed: bool = False

    @property
    def falls(self) -> bool:
        """Whether the highest value stands first."""
        return (self.key in _FALLING) is not self.is_reversed

    @property
    def is_by_date(self) -> bool:
        """Whether jobs of one day stand together."""
        return self.key is SortKey.DATE

    def turned(self) -> "JobSort":
        """Return the same the other way round."""
        return JobSort(self.key, not self.is_reversed)


NEWEST_FIRST = JobSort()
"""The order in which jobs stand if nobody says otherwise."""
