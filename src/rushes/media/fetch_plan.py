"""Which frames a cache should hold, and which to decode next."""

from collections.abc import Collection
from functools import cached_property
from itertools import islice

from rushes.media.play_order import Wanted, frames_by_need


class FetchPlan:
    """The plan for one position of the playhead; pure arithmetic.

    Attributes:
        wanted: what is looked at.
        generation: number of the wish that it answers.
        frames: number of frames in the clip.
        capacity: how many of them fit into the cache, at least 1.
    """

    def __init__(self, wanted: Wanted, generation: int, frames: int, capacity: int) -> None:
        self.wanted = wanted
        self.generation = generation
        self.frames = frames
        self.capacity = max(1, min(capacity, frames))

    @cached_property
    def _order(self) -> list[int]:
        return list(islice(frames_by_need(self.wanted, self.frames), self.capacity))

    @cached_property
    def _places(self) -> dict[int, int]:
        return {index: place for place, index in enumerate(self._order)}

    def wants(self, index: int) -> bool:
        """Whether frame *index* is among those that the cache should hold."""
        return self.capacity >= self.frames or index in self._places

    def next_missing(self, held: Collection[int], given_up: Collection[int]) -> int | None:
        """The frame that is needed soonest of those that are neither *held* nor *given_up*."""
        if len(held) + len(given_up) >= self.frames:
            return None
        for index in self._order:
            if index not in held and index not in given_up:
                return index
        return None

    def is_urgent(self, index: int) -> bool:
        """Whether frame *index* will be needed within the nearer half of what the cache holds.

        Fetching a frame that needs a new start at a key frame may mean to decode a long way up to
        it. Waiting until it is urgent lets one such way bring in many frames at once, which is
        what makes backward play of a clip that does not fit affordable.
        """
        return self._places.get(index, self.capacity) < (self.capacity + 1) // 2

    def run_up_to(self, index: int, held: Collection[int], given_up: Collection[int]) -> range:
        """The unbroken row of wanted frames, not *held* yet, that ends with frame *index*."""
        first = index
        while (
            first > 0
            and self.wants(first - 1)
            and first - 1 not in held
            and first - 1 not in given_up
        ):
            first -= 1
        return range(first, index + 1)

    def least_needed(self, held: Collection[int]) -> int | None:
        """The frame of *held* that can best be done without; never the playhead's."""
        worst, worst_place = None, 0
        for index in held:
            place = self._places.get(index, self.frames)
            if place > worst_place:
                worst, worst_place = index, place
        return worst

    def prefers(self, index: int, other: int) -> bool:
        """Whether frame *index* is needed sooner than frame *other*."""
        return self._places.get(index, self.frames) < self._places.get(other, self.frames)
