"""Sound for outputs that have some: a soft chord that breathes."""

import numpy as np
from numpy.typing import NDArray

from rushes.media.encode import Sound

_LOUDNESS = 0.16
_FADE_SECONDS = 0.8
# Degrees of a pentatonic scale over a root, in semitones: any of them sound well together.
_SCALE = (0, 2, 4, 7, 9, 12, 14, 16)
_LOWEST_HERTZ = 110.0


def soft_tone(seed: int, seconds: float, rate: int) -> Sound:
    """Make a stereo chord of that length; the seed chooses its notes."""
    rng = np.random.default_rng(seed)
    times = np.arange(max(1, round(seconds * rate)), dtype=np.float32) / np.float32(rate)
    root = _LOWEST_HERTZ * 2 ** (int(rng.integers(0, 12)) / 12)
    samples = np.zeros((2, times.size), np.float32)
    for degree in (0, 7, *rng.choice(_SCALE, 3, replace=False)):
        samples += _voice(rng, times, float(root * 2 ** (int(degree) / 12)))
    samples *= _LOUDNESS / max(1e-6, float(np.abs(samples).max()))
    edge = np.minimum(times, times[-1] - times) / _FADE_SECONDS
    return Sound(samples * np.clip(edge, 0, 1), rate)


def _voice(
    rng: np.random.Generator, times: NDArray[np.float32], hertz: float
) -> NDArray[np.float32]:
    """One note on two channels, slightly apart in pitch, swelling slowly."""
    breath = 0.6 + 0.4 * np.sin(times * rng.uniform(0.5, 1.3) + rng.uniform(0, 6.3))
    pan = rng.uniform(0.3, 0.7)
    left = np.sin(times * np.float32(hertz * 0.999 * 2 * np.pi))
    right = np.sin(times * np.float32(hertz * 1.001 * 2 * np.pi))
    return np.stack([left * breath * (1 - pan), right * breath * pan]).astype(np.float32)
