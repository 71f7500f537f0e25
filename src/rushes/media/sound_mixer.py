"""Samples for the output: picked from a track, interpolated, and faded where they jump."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rushes.media.sound import SoundTrack
from rushes.media.sound_path import Run

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

FADE_SECONDS = 0.003
"""For so long the sound before a jump is heard on, under the one behind it."""

_SAME_PLACE = 2.0
"""Samples by which a run may miss the end of the one before and still be its continuation."""

_WHOLE = 1e-6
"""What is nearer to a whole number is one."""

_FULL_SCALE = 32768.0


class SoundMixer:
    """Makes the output's samples, one block after the other.

    At the speed and rate of the track samples pass unchanged; else they lie on a smooth curve
    through the nearest four, and when played faster are averaged, so that nothing folds over.

    Attributes:
        track: what is heard, or None.
    """

    def __init__(self, rate: int) -> None:
        """*rate* is that of the output, in samples a second."""
        self.track: SoundTrack | None = None
        self._fade = max(1, round(FADE_SECONDS * rate))
        # The index in the track that would come next; None after silence.
        self._next: float | None = None
        self._stride = 1.0
        # What is fading out: index, stride, and samples that are left.
        self._tail: tuple[float | None, float, int] = (None, 1.0, 0)

    def forget(self) -> None:
        """Begin anew: what was given last is not heard any more."""
        self._next = None
        self._tail = (None, 1.0, 0)

    def mix(self, runs: Iterable[Run]) -> "Samples":
        """The samples of *runs*: samples × (left, right), from -1 to 1."""
        import numpy as np

        pieces = [self._piece(run) for run in runs]
        return np.concatenate(pieces) if pieces else np.zeros((0, 2), np.float32)

    def _piece(self, run: Run) -> "Samples":
        track = self.track
        index: float | None = None
        stride = 1.0
        if track is not None and run.step != 0:
            stride = _whole(run.step * track.rate)
            index = self._enter(run.position * track.rate, stride)
        elif self._next is not None:
            self._leave()
        piece = _pick(track, index, stride, run.samples, hold=False)
        self._next = None if index is None else index + stride * run.samples
        self._stride = stride
        return self._faded(piece, silent=index is None)

    def _enter(self, index: float, stride: float) -> float:
        """Where a run begins in the track: right behind the one before, if it goes on."""
        if self._next is not None and abs(index - self._next) <= _SAME_PLACE:
            return self._next
        self._leave()
        return round(index) if abs(stride) == 1 else index

    def _leave(self) -> None:
        """Let what was heard until now fade out; beyond the track's ends that was nothing."""
        going = self._next
        if going is not None and self.track is not None:
            last = going - self._stride
            if not -1 < last < len(self.track.samples):
                going = None
        self._tail = (going, self._stride, self._fade)

    def _faded(self, piece: "Samples", *, silent: bool) -> "Samples":
        import numpy as np

        index, stride, left = self._tail
        count = min(left, len(piece))
        if count == 0:
            return piece
        leaving = (left - np.arange(count, dtype=np.float32)[:, None]) / (self._fade + 1)
        old = _pick(self.track, index, stride, count, hold=True)
        piece[:count] = old * leaving + (0 if silent else piece[:count] * (1 - leaving))
        self._tail = (None if index is None else index + stride * count, stride, left - count)
        return piece


def _whole(number: float) -> float:
    return float(round(number)) if abs(number - round(number)) < _WHOLE else number


def _pick(
    track: SoundTrack | None, index: float | None, stride: float, count: int, *, hold: bool
) -> "Samples":
    """*count* samples from *index* on, *stride* apart; beyond the ends silence, or the last one."""
    import numpy as np

    if track is None or index is None or count == 0:
        return np.zeros((count, 2), np.float32)
    if abs(stride) == 1 and float(index).is_integer():
        first = int(index) if stride > 0 else int(index) - count + 1
        piece = _stretch(track, first, first + count, hold=hold)
        return piece if stride > 0 else np.ascontiguousarray(piece[::-1])
    together = max(1, round(abs(stride)))
    places = index + stride * np.arange(count, dtype=np.float64)
    if together == 1:
        return _between(track, places, hold=hold)
    spread = stride / together
    offsets = spread * (np.arange(together, dtype=np.float64) - (together - 1) / 2)
    fine = _between(track, np.add.outer(places, offsets).ravel(), hold=hold)
    mean: Samples = fine.reshape(count, together, 2).mean(axis=1)
    return mean


def _between(track: SoundTrack, places: "NDArray[np.float64]", *, hold: bool) -> "Samples":
    """The sound at *places* between the samples, on a Catmull-Rom curve."""
    import numpy as np

    below = np.floor(places).astype(np.int64)
    lowest, highest = int(below.min()) - 1, int(below.max()) + 3
    # The curve of the first and last samples must not bend towards the silence beyond them.
    near = _stretch(track, lowest, highest, hold=True)
    at = below - lowest
    part = (places - below).astype(np.float32)[:, None]
    before, here, after, beyond = near[at - 1], near[at], near[at + 1], near[at + 2]
    slope, bend = after - before, 2 * before - 5 * here + 4 * after - beyond
    curve: Samples = here + 0.5 * part * (
        slope + part * (bend + part * (3 * (here - after) + beyond - before))
    )
    if not hold:
        curve[(places <= -1) | (places >= len(track.samples))] = 0
    return curve


def _stretch(track: SoundTrack, first: int, stop: int, *, hold: bool) -> "Samples":
    """The samples from *first* to before *stop*, which may lie beyond the ends."""
    import numpy as np

    samples = track.samples
    low, high = min(max(first, 0), len(samples)), min(max(stop, 0), len(samples))
    stretch = np.zeros((stop - first, 2), np.float32)
    stretch[low - first : high - first] = samples[low:high] / np.float32(_FULL_SCALE)
    if hold:
        stretch[: max(0, min(-first, stop - first))] = samples[0] / np.float32(_FULL_SCALE)
        beyond = max(0, len(samples) - first)
        stretch[beyond:] = samples[-1] / np.float32(_FULL_SCALE)
    return stretch
