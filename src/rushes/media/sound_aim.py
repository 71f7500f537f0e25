"""Keeps sound in time with a clock, though the device that plays it has a clock of its own."""

from collections import deque
from statistics import median

_READINGS = 8
_FEWEST_READINGS = 5

_FAR = 0.040
"""Seconds of error, late or early, at which sound jumps into time."""

_FAR_AT_BEGINNING = 0.008
"""The same for the first look after a beginning, since nobody is listening yet."""

_NOTICED, _CORRECTED = 0.003, 0.001
"""Seconds of error at which correcting begins, and ends."""

_SHARE_FOR_EACH_SECOND = 0.5
_STRONGEST = 0.005
"""A change of pitch of less than a tenth of a semitone."""

_LONGEST_DELAY = 0.3


class SoundAim:
    """Tells for which moment the next sample of the output is to be made.

    The level of the buffer in front of the device says when that sample will be heard. What it is
    off by is made good by letting samples lie a little closer or further apart in the clip, and
    beyond 40 ms by a jump. The picture is never shifted.

    All times are seconds of one monotonic clock.

    Attributes:
        at: the moment for which the next sample is made.
        error: by how much sound came late at the last looks; negative is early.
    """

    def __init__(self, rate: int, behind: float) -> None:
        """*rate* is in samples a second; *behind* the seconds from the buffer to the ear."""
        self._rate = rate
        self._behind = behind
        self._delay = 0.0
        self._correction = 0.0
        self._errors: deque[float] = deque(maxlen=_READINGS)
        self._settled = False
        self.at = 0.0
        self.error = 0.0

    @property
    def spacing(self) -> float:
        """Seconds of the clock from one sample to the next."""
        return (1 + self._correction) / self._rate

    def begin(self, now: float) -> None:
        """The device is started with an empty buffer."""
        self.at = now + self._behind + self._delay
        self._correction = self.error = 0.0
        self._errors.clear()
        self._settled = False

    def look(self, now: float, waiting: float) -> None:
        """Compare with the device, in front of which *waiting* seconds of sound still lie.

        Called before each writing, from when the device has begun to play.
        """
        error = now + waiting + self._behind - self.at
        if waiting <= 0:
            # There was a gap already; what comes now comes in time.
            self._jump(error)
            return
        self._errors.append(error)
        if len(self._errors) < _FEWEST_READINGS:
            return
        self.error = median(self._errors)
        if not self._settled:
            self._settled = True
            if abs(self.error) > _FAR_AT_BEGINNING:
                # Devices take a while to begin, each time about the same.
                self._delay = min(max(self._delay + self.error, 0.0), _LONGEST_DELAY)
                self._jump(self.error)
        elif abs(self.error) > _FAR:
            self._jump(self.error)
        self._correct()

    def wrote(self, samples: int) -> None:
        """So many samples were made."""
        self.at += samples * self.spacing

    def _jump(self, seconds: float) -> None:
        self.at += seconds
        self.error = 0.0
        self._correction = 0.0
        self._errors.clear()

    def _correct(self) -> None:
        off = abs(self.error)
        if off < _CORRECTED or (self._correction == 0 and off < _NOTICED):
            self._correction = 0.0
            return
        wanted = self.error * _SHARE_FOR_EACH_SECOND
        self._correction = min(max(wanted, -_STRONGEST), _STRONGEST)
