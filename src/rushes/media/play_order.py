"""In which order frames will be needed, seen from the playhead."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice

_AHEAD_FOR_EACH_BEHIND = 3
"""So many frames ahead are more likely to be needed than one more behind the playhead."""


class LoopKind(Enum):
    """What happens at the end of the range that is played."""

    ONCE = "once"
    LOOP = "loop"
    PING_PONG = "ping_pong"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks at: the playhead and where it is going.

    Attributes:
        index: the frame at the playhead; within the clip, not always within the range.
        direction: 1 when time runs forwards, -1 backwards.
        first: first frame of the range that is played.
        stop: the frame behind the last of the range.
        loop: what happens at the range's ends.
    """

    index: int
    direction: int
    first: int
    stop: int
    loop: LoopKind = LoopKind.LOOP

    def within(self, frames: int) -> "Wanted":
        """The same wish for a clip of *frames* frames: nothing lies outside of the clip."""
        first = min(max(self.first, 0), frames - 1)
        return Wanted(
            index=min(max(self.index, 0), frames - 1),
            direction=1 if self.direction >= 0 else -1,
            first=first,
            stop=min(max(self.stop, first + 1), frames),
            loop=self.loop,
        )


def frames_by_need(wanted: Wanted, frames: int) -> Iterator[int]:
    """Every frame of a clip of *frames* frames once, the one that is needed soonest first.

    Ahead in the direction of play come three frames for each one behind, since a hand on the
    wheel goes back as well. Ahead goes across the seam of a loop. The frames out of the range
    come last, nearest to the playhead first.
    """
    seen = set()
    ahead, behind = frames_ahead(wanted), _behind(wanted)
    while True:
        batch = [*islice(ahead, _AHEAD_FOR_EACH_BEHIND), *islice(behind, 1)]
        if not batch:
            break
        for index in batch:
            if index not in seen and 0 <= index < frames:
                seen.add(index)
                yield index
    for distance in range(frames):
        for index in (wanted.index + distance, wanted.index - distance):
            if 0 <= index < frames and index not in seen:
                seen.add(index)
                yield index


def frames_ahead(wanted: Wanted) -> Iterator[int]:
    """The frames that play from the playhead on, itself first, each once."""
    index, first, stop = wanted.index, wanted.first, wanted.stop
    if not first <= index < stop:
        # Play begins at the range's edge, wherever the playhead was left.
        yield index
        index = first if wanted.direction > 0 else stop - 1
    forwards, backwards = range(index, stop), range(index, first - 1, -1)
    yield from forwards if wanted.direction > 0 else backwards
    if wanted.loop is LoopKind.LOOP:
        yield from range(first, index) if wanted.direction > 0 else range(stop - 1, index, -1)
    elif wanted.loop is LoopKind.PING_PONG:
        yield from backwards[1:] if wanted.direction > 0 else forwards[1:]


def _behind(wanted: Wanted) -> Iterator[int]:
    """The frames behind the playhead, nearest first, within the range and across no seam."""
    if wanted.direction > 0:
        yield from range(min(wanted.index, wanted.stop) - 1, wanted.first - 1, -1)
    else:
        yield from range(max(wanted.index + 1, wanted.first), wanted.stop)
