"""When each frame of a clip is shown: arithmetic between frame indexes and seconds."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

_TOLERANCE = 1e-9
"""Seconds that rounding may take from a time that lies on a frame's start."""

_TICKS_FOR_ROUNDING = 10
"""A frame must last this many ticks before a tick more or less counts as rounding."""

_USUAL_RATES = tuple(
    Fraction(rate * 1000, divisor) for divisor in (1001, 1000) for rate in (24, 25, 30, 48, 60, 120)
)
_NEARLY = Fraction(1, 10_000)
"""Closer to a usual rate than this, a rate is that one, stored in nanoseconds or the like."""


@dataclass(frozen=True, slots=True)
class FrameTimes:
    """Start of every frame of a clip, in seconds from the start of the first.

    Attributes:
        starts: one time for each frame, never falling; the first is 0.
        end: when the last frame ends.
        rate: frames per second, on average when `variable`; 0 for a still image.
        variable: whether frames are shown for different lengths of time.
    """

    starts: tuple[float, ...]
    end: float
    rate: Fraction
    variable: bool = False

    @staticmethod
    def constant(frames: int, rate: Fraction) -> "FrameTimes":
        """The times of *frames* frames of equal length at *rate* frames per second."""
        starts = tuple(index * rate.denominator / rate.numerator for index in range(frames))
        return FrameTimes(starts, frames * rate.denominator / rate.numerator, rate)

    @staticmethod
    def still() -> "FrameTimes":
        """The times of a still image: one frame without length."""
        return FrameTimes((0.0,), 0.0, Fraction(0))

    @property
    def frames(self) -> int:
        """Number of frames."""
        return len(self.starts)

    def start_of(self, index: int) -> float:
        """Seconds at which frame *index* starts; of ``frames``, the end of the clip."""
        return self.starts[index] if index < len(self.starts) else self.end

    def length_of(self, index: int) -> float:
        """Seconds for which frame *index* is shown."""
        return self.start_of(index + 1) - self.starts[index]

    def index_at(self, seconds: float) -> int:
        """Index of the frame that is on the screen at *seconds*; clamped to the clip."""
        return max(0, bisect_right(self.starts, seconds + _TOLERANCE) - 1)

    def index_before(self, seconds: float) -> int:
        """Index of the frame on the screen just before *seconds*, for playing backwards.

        On a frame's start this is the frame before it, elsewhere the same as `index_at`.
        """
        return max(0, bisect_left(self.starts, seconds - _TOLERANCE) - 1)


def times_from_ticks(
    ticks: Sequence[int], last_length: int, time_base: Fraction, told_rate: Fraction | None
) -> FrameTimes:
    """Make `FrameTimes` from presentation times.

    *ticks* are ascending presentation times and *last_length* the length of the last frame, in
    units of *time_base* seconds; *told_rate* is the rate that the container names. Where the
    times are those of a constant rate, but for their rounding to ticks, the exact times of that
    rate are given.
    """
    first, frames = ticks[0], len(ticks)
    rate = _constant_rate(ticks, last_length, time_base, told_rate)
    if rate is not None:
        return FrameTimes.constant(frames, rate)
    starts = tuple(float((tick - first) * time_base) for tick in ticks)
    if last_length <= 0 and frames > 1:
        last_length = ticks[-1] - ticks[-2]
    length = max((ticks[-1] - first + last_length) * time_base, time_base)
    return FrameTimes(starts, float(length), Fraction(frames) / length, variable=True)


def _constant_rate(
    ticks: Sequence[int], last_length: int, time_base: Fraction, told_rate: Fraction | None
) -> Fraction | None:
    """The rate that explains all *ticks* to within one tick, or None."""
    intervals = len(ticks) - 1
    edges = [*ticks, ticks[-1] + last_length] if last_length > 0 else ticks
    candidates = _with_usual(told_rate) if told_rate else []
    if intervals and ticks[-1] > ticks[0]:
        candidates.append(Fraction(intervals) / ((ticks[-1] - ticks[0]) * time_base))
    elif last_length > 0:
        candidates.append(1 / (last_length * time_base))
    for rate in candidates:
        # One frame lasts length / scale ticks; kept in whole numbers for speed.
        length, scale = (1 / (rate * time_base)).as_integer_ratio()
        rounding = scale if length >= _TICKS_FOR_ROUNDING * scale else 0
        if all(
            abs((tick - ticks[0]) * scale - index * length) <= rounding
            for index, tick in enumerate(edges)
        ):
            return rate
    return None


def _with_usual(told: Fraction) -> list[Fraction]:
    """The rate that a container names, behind the usual one that it may have rounded."""
    near = (rate for rate in _USUAL_RATES if abs(told / rate - 1) < _NEARLY)
    return [*near, told]
