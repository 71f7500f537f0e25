"""Several clips on one clock: which frame of each belongs to which moment. Pure arithmetic."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from rushes.media.frame_times import FrameTimes

_ONE_MOMENT = 1e-7
"""Seconds within which frames of different clips start at the same moment: rounding only."""


class Lock(Enum):
    """What holds clips together."""

    FRAME = "frame"
    """Frame by frame, whatever the rates."""

    TIME = "time"
    """Second by second."""


@dataclass(frozen=True, slots=True)
class ClipPlaces:
    """Where one clip's frames lie among the moments of a shared clock.

    Attributes:
        indexes: the clip's frame at each moment; before its beginning its first, and after its
            end its last.
        begins: the first moment at which the clip runs.
        ends: the moment behind the last at which it runs.
    """

    indexes: Sequence[int] = field(repr=False)
    begins: int
    ends: int

    @property
    def moments(self) -> int:
        """Number of moments of the clock."""
        return len(self.indexes)

    def index_of(self, moment: int) -> int:
        """The clip's frame at a moment; moments out of the clock count as its ends."""
        return self.indexes[min(max(moment, 0), len(self.indexes) - 1)]

    def runs_at(self, moment: int) -> bool:
        """Whether the clip has begun at a moment, and has not ended."""
        return self.begins <= moment < self.ends

    def span_of(self, first: int, stop: int) -> tuple[int, int]:
        """The first frame of the clip between two moments, and the one behind its last there."""
        return self.index_of(first), self.index_of(max(stop, first + 1) - 1) + 1

    def moment_of(self, index: int) -> int:
        """The first moment at which the clip runs and shows frame *index*, clamped to it."""
        last = max(self.ends - 1, self.begins)
        return bisect_left(self.indexes, index, self.begins, last)

    def stepped(self, moment: int, frames: int) -> int:
        """The moment that lies *frames* frames of this clip further on, or back if negative.

        A step comes to the first moment of the clip's next frame; where the clip does not run, a
        step is one moment. The ends of the clock stop it.
        """
        stops = self._stops()
        at = bisect_right(stops, moment) - 1
        return stops[min(max(at + frames, 0), len(stops) - 1)]

    def _stops(self) -> list[int]:
        running = range(self.begins, self.ends)
        indexes = self.indexes
        if running and indexes[running[0]] == indexes[running[-1]]:
            # A single frame leads nowhere.
            return list(range(self.moments))
        changes = [
            moment
            for moment in running
            if moment == self.begins or indexes[moment] != indexes[moment - 1]
        ]
        return [*range(self.begins), *changes, *range(self.ends, self.moments)]

    def kept(self, moment: int, later: "ClipPlaces") -> int:
        """The moment of another clock at which this clip stands as it does at *moment* here."""
        if moment < self.begins:
            found = later.begins - (self.begins - moment)
        elif moment >= self.ends:
            found = later.ends + (moment - self.ends)
        else:
            index = self.indexes[moment]
            found = later.moment_of(index)
            into = moment - self.moment_of(index)
            while into and found + 1 < later.ends and later.indexes[found + 1] == index:
                found, into = found + 1, into - 1
        return min(max(found, 0), later.moments - 1)


@dataclass(frozen=True, slots=True)
class SharedTimes:
    """The moments of several clips on one clock.

    Attributes:
        lock: what holds the clips together.
        times: when each moment is on; what a playback clock runs over.
        clips: each clip's frames among the moments, in the order of the clips.
    """

    lock: Lock
    times: FrameTimes
    clips: tuple[ClipPlaces, ...]


def natural_lock(clips: Sequence[FrameTimes]) -> Lock:
    """Time where rates differ, else frame; still images go with either."""
    moving = [times for times in clips if times.rate]
    if any(times.variable for times in moving):
        same = all(times.starts == moving[0].starts for times in moving)
        return Lock.FRAME if same else Lock.TIME
    return Lock.TIME if len({times.rate for times in moving}) > 1 else Lock.FRAME


def shared_times(clips: Sequence[FrameTimes], offsets: Sequence[int], lock: Lock) -> SharedTimes:
    """Put *clips*, at least one, on one clock that covers every frame of each.

    *offsets* are in frames of each clip: one of 2 shows its third frame where others show their
    first. Still images have no beginning and no end, and so no offset.

    Locked by frame, all go at the pace of the first clip that has one. Locked by time, there is a
    moment for each start of a frame of any clip, and those at the same time are one; an offset
    counts for as long as so many first frames of its clip.
    """
    moving = [place for place, times in enumerate(clips) if times.rate]
    if not moving:
        places = ClipPlaces(range(1), 0, 1)
        return SharedTimes(lock, FrameTimes.still(), (places,) * len(clips))
    if lock is Lock.FRAME:
        times, found = _by_frame(clips, offsets, moving)
    else:
        times, found = _by_time(clips, offsets, moving)
    always = ClipPlaces((0,) * times.frames, 0, times.frames)
    return SharedTimes(lock, times, tuple(found.get(place, always) for place in range(len(clips))))


def _by_frame(
    clips: Sequence[FrameTimes], offsets: Sequence[int], moving: Sequence[int]
) -> tuple[FrameTimes, dict[int, ClipPlaces]]:
    ahead = max(offsets[place] for place in moving)
    begins = {place: ahead - offsets[place] for place in moving}
    moments = max(begins[place] + clips[place].frames for place in moving)
    found = {}
    for place in moving:
        begin, frames = begins[place], clips[place].frames
        rest = moments - begin - frames
        indexes = (*(0,) * begin, *range(frames), *(frames - 1,) * rest)
        found[place] = ClipPlaces(indexes, begin, begin + frames)
    leader = moving[0]
    return _paced(clips[leader], begins[leader], moments), found


def _paced(leader: FrameTimes, begin: int, moments: int) -> FrameTimes:
    """Times of *moments* moments at the pace of a clip, the first of whose frames is *begin*."""
    if not leader.variable:
        return FrameTimes.constant(moments, leader.rate)
    # Where the clip does not run there is its average pace.
    length = leader.end / leader.frames
    before = [length * moment for moment in range(begin)]
    start = length * begin
    running = [start + own for own in leader.starts]
    end = start + leader.end
    rest = moments - begin - leader.frames
    after = [end + length * moment for moment in range(rest)]
    return FrameTimes((*before, *running, *after), end + length * rest, leader.rate, variable=True)


def _by_time(
    clips: Sequence[FrameTimes], offsets: Sequence[int], moving: Sequence[int]
) -> tuple[FrameTimes, dict[int, ClipPlaces]]:
    shifts = {place: offset_seconds(clips[place], offsets[place]) for place in moving}
    ahead = max(shifts.values())
    waits = {place: ahead - shifts[place] for place in moving}
    # Frames of one clip that start together keep their order, since sorting is stable.
    starts = sorted(
        ((start + waits[place], place) for place in moving for start in clips[place].starts),
        key=lambda each: each[0],
    )
    moments: list[float] = []
    rows: dict[int, list[int]] = {place: [] for place in moving}
    shown = dict.fromkeys(moving, -1)
    changed: set[int] = set()
    for start, place in starts:
        # Each frame of a clip has its own moment, however close it follows.
        if not moments or start - moments[-1] > _ONE_MOMENT or place in changed:
            if moments:
                _write_row(rows, shown)
            moments.append(start)
            changed = set()
        shown[place] += 1
        changed.add(place)
    _write_row(rows, shown)
    end = max(clips[place].end + waits[place] for place in moving)
    found = {}
    for place in moving:
        begins = bisect_left(rows[place], 0)
        over = waits[place] + clips[place].end
        ends = max(bisect_left(moments, over - _ONE_MOMENT), begins + 1)
        ends = max(ends, bisect_left(rows[place], clips[place].frames - 1) + 1)
        indexes = tuple(max(index, 0) for index in rows[place])
        found[place] = ClipPlaces(indexes, begins, ends)
    same = {clips[place].rate for place in moving}
    even = len(moments) == max(clips[place].frames for place in moving) and len(same) == 1
    variable = not even or any(clips[place].variable for place in moving)
    rate = same.pop() if even else Fraction(len(moments)) / Fraction(end)
    return FrameTimes(tuple(moments), end, rate, variable), found


def _write_row(rows: dict[int, list[int]], shown: dict[int, int]) -> None:
    for place, row in rows.items():
        row.append(shown[place])


def offset_seconds(times: FrameTimes, frames: int) -> float:
    """How long *frames* first frames of a clip last; negative for a negative number."""
    count = abs(frames)
    if count <= times.frames:
        seconds = times.start_of(count)
    else:
        seconds = times.end + (count - times.frames) * times.end / times.frames
    return seconds if frames >= 0 else -seconds
