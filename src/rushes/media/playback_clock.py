"""Which frame is on the screen at a moment: index arithmetic, without a timer and without Qt."""

import math
from dataclasses import dataclass

from rushes.media.frame_times import FrameTimes
from rushes.media.play_order import LoopKind

SLOWEST, FASTEST = 0.1, 4.0
"""Bounds of the speed, forwards and backwards."""

_TOLERANCE = 1e-9
"""Seconds that rounding may take from a time that lies on a frame's edge."""

_WITHIN = 1e-6
"""Seconds from a frame's end that are surely still within it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clock shows.

    Attributes:
        index: the frame that is on the screen.
        direction: 1 when time runs forwards, -1 backwards.
        playing: whether time runs.
        position: seconds of the clip, for sound and for clips of other rates on the same clock.
        seconds_to_next: seconds of real time until this frame has had its time, or None while
            time stands.
    """

    index: int
    direction: int
    playing: bool
    position: float
    seconds_to_next: float | None


@dataclass(frozen=True, slots=True)
class _Moment:
    """A frame, the way time runs, and the seconds of clip time for which it has been on."""

    index: int
    direction: int
    into: float


class PlaybackClock:
    """One clock for a group of views.

    Every method takes *now*, a monotonic time in seconds; nothing is measured or waited for here.
    While time runs, the frame follows from how long it has run since the last change, so neither
    late nor left-out readings add up.

    Each frame of the range is on for its own length, in turn, forwards or backwards; back and
    forth shows the frames at the two ends once each. Stepping and seeking may leave the range;
    playing begins within it.
    """

    def __init__(self, times: FrameTimes, loop: LoopKind = LoopKind.LOOP) -> None:
        self._times = times
        self._loop = loop
        self._first, self._stop = 0, times.frames
        self._speed = 1.0
        self._playing = False
        self._anchor = _Moment(0, 1, 0.0)
        self._since = 0.0

    @property
    def times(self) -> FrameTimes:
        """When the frames are shown."""
        return self._times

    @property
    def loop(self) -> LoopKind:
        """What happens at the range's ends."""
        return self._loop

    @property
    def range(self) -> tuple[int, int]:
        """First frame that is played, and the frame behind the last."""
        return self._first, self._stop

    @property
    def speed(self) -> float:
        """Seconds of the clip for each second of real time; negative is backwards."""
        return self._speed

    @property
    def playing(self) -> bool:
        """Whether time ran at the last reading."""
        return self._playing

    def read(self, now: float) -> Reading:
        """What is on the screen at *now*. Playing once ends here, on its last frame."""
        moment, ended = self._moment(now)
        if ended:
            self._anchor, self._playing = moment, False
        return self._reading(moment, self._playing)

    def peek(self, at: float) -> Reading:
        """What will be on the screen at the time *at*, unless somebody acts until then."""
        moment, ended = self._moment(at)
        return self._reading(moment, self._playing and not ended)

    def _reading(self, moment: _Moment, playing: bool) -> Reading:
        position = self._times.start_of(moment.index)
        if not playing:
            return Reading(moment.index, moment.direction, False, position, None)
        length = self._times.length_of(moment.index)
        left = length - moment.into
        # Backwards a frame begins at its end, which would already be the next one's start.
        position += moment.into if moment.direction > 0 else min(left, length - _WITHIN)
        return Reading(moment.index, moment.direction, True, position, left / abs(self._speed))

    def play(self, now: float) -> None:
        """Let time run; from the range's beginning when the playhead is outside of it or has
        played it once. A clip without length, such as a still image, stays as it is."""
        if self._playing or self._length() <= 0:
            return
        index, direction = self._anchor.index, self._anchor.direction
        begin, end = self._ends(direction)
        done = self._loop is LoopKind.ONCE and index == end
        if done or not self._first <= index < self._stop:
            index = begin
        self._anchor, self._since, self._playing = _Moment(index, direction, 0.0), now, True

    def pause(self, now: float) -> None:
        """Let time stand on the frame that is on the screen."""
        self._hold(now)
        self._anchor = _Moment(self._anchor.index, self._anchor.direction, 0.0)
        self._playing = False

    def toggle(self, now: float) -> None:
        """Play or pause."""
        # A reading first: playing once may have come to its end since the last.
        if self.read(now).playing:
            self.pause(now)
        else:
            self.play(now)

    def seek(self, index: int, now: float) -> None:
        """Put frame *index*, clamped to the clip, on the screen.

        Time goes on if it ran, unless the frame is outside of the range that is played.
        """
        self._hold(now)
        index = min(max(index, 0), self._times.frames - 1)
        self._anchor = _Moment(index, self._anchor.direction, 0.0)
        if self._playing and not self._first <= index < self._stop:
            self._playing = False

    def step(self, frames: int, now: float) -> None:
        """Pause, and go *frames* frames on, or back when negative, within the clip."""
        self.pause(now)
        self.seek(self._anchor.index + frames, now)

    def set_speed(self, speed: float, now: float) -> None:
        """Set the speed, brought between `SLOWEST` and `FASTEST`; negative is backwards.

        Between the ends of back and forth, a change of sign turns round. Raises ValueError for 0
        and for what is no number.
        """
        if speed == 0 or math.isnan(speed):
            raise ValueError(speed)
        self._hold(now)
        bounded = math.copysign(min(max(abs(speed), SLOWEST), FASTEST), speed)
        if bounded * self._speed < 0:
            self._turn()
        self._speed = bounded

    def set_loop(self, loop: LoopKind, now: float) -> None:
        """Set what happens at the range's ends."""
        self._hold(now)
        self._loop = loop
        if loop is not LoopKind.PING_PONG and self._anchor.direction * self._speed < 0:
            self._turn()

    def set_range(self, first: int, stop: int, now: float) -> None:
        """Play from frame *first* to before *stop*; at least one frame is kept.

        While time runs, a playhead that is left outside goes to the range's beginning.
        """
        self._hold(now)
        self._first = min(max(first, 0), self._times.frames - 1)
        self._stop = min(max(stop, self._first + 1), self._times.frames)
        if self._playing and not self._first <= self._anchor.index < self._stop:
            self._playing = False
            self.play(now)

    def _hold(self, now: float) -> None:
        """Begin to count anew from what is on the screen at *now*."""
        self._anchor, ended = self._moment(now)
        self._since = now
        self._playing = self._playing and not ended

    def _turn(self) -> None:
        """Let time run the other way from within the same frame."""
        anchor = self._anchor
        length = self._times.length_of(anchor.index)
        into = length - anchor.into if self._playing else 0.0
        self._anchor = _Moment(anchor.index, -anchor.direction, into)

    def _moment(self, now: float) -> tuple[_Moment, bool]:
        """What is on at *now*, and whether playing once has come to its end."""
        anchor = self._anchor
        if not self._playing:
            return anchor, False
        run = max(0.0, now - self._since) * abs(self._speed)
        played = self._offset(anchor.index, anchor.direction) + anchor.into + run
        direction, length = anchor.direction, self._length()
        if self._loop is LoopKind.LOOP:
            played = _wrapped(played, length)
        elif self._loop is LoopKind.ONCE:
            if played > length - _TOLERANCE:
                return _Moment(self._ends(direction)[1], direction, 0.0), True
        else:
            first, last = (self._times.length_of(end) for end in self._ends(direction))
            played = _wrapped(played, length + max(0.0, length - first - last))
            if played > length - _TOLERANCE:
                # On the way back, which begins behind the frame at the end.
                played, direction = played - length + last, -direction
        return self._at(played, direction), False

    def _at(self, played: float, direction: int) -> _Moment:
        """What is on when *played* seconds of the range have run in *direction*."""
        times = self._times
        if direction > 0:
            index = times.index_at(times.start_of(self._first) + played)
        else:
            index = times.index_before(times.start_of(self._stop) - played)
        index = min(max(index, self._first), self._stop - 1)
        return _Moment(index, direction, max(0.0, played - self._offset(index, direction)))

    def _offset(self, index: int, direction: int) -> float:
        """Seconds from the range's beginning, as seen in *direction*, to that of frame *index*."""
        if direction > 0:
            return self._times.start_of(index) - self._times.start_of(self._first)
        return self._times.start_of(self._stop) - self._times.start_of(index + 1)

    def _length(self) -> float:
        return self._times.start_of(self._stop) - self._times.start_of(self._first)

    def _ends(self, direction: int) -> tuple[int, int]:
        """The frames at which the range begins and ends, as seen in *direction*."""
        if direction > 0:
            return self._first, self._stop - 1
        return self._stop - 1, self._first


def _wrapped(seconds: float, length: float) -> float:
    """*seconds* modulo *length*; what rounding left just short of the seam is behind it."""
    rest = seconds % length
    return 0.0 if length - rest < _TOLERANCE else rest
