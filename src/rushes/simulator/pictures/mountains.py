"""Mountain ranges: an outline, faces in light and shadow, snow, and mist at their feet."""

from dataclasses import dataclass

import numpy as np

from rushes.simulator.pictures.light import Light, colour, smooth
from rushes.simulator.pictures.noise import Field, Line, Rng


@dataclass(frozen=True, slots=True)
class Slopes:
    """How a range looks.

    Attributes:
        shadow, lit: rock away from the light and towards it.
        snow: what lies on faces towards the light; the same as `lit` for none.
        mist: what the feet vanish in.
        light_from: -1 for light from the left, 1 from the right.
    """

    shadow: str
    lit: str
    snow: str
    mist: str
    light_from: float = -1.0


class Outline:
    """The sky line of a range: heights from 0 to about 1, without an end."""

    def __init__(self, rng: Rng, peaks: float = 2.0, roughness: float = 1.35) -> None:
        """`peaks` is about the number of large summits a height of the picture."""
        self._scale = np.float32(peaks / 8)
        self._start = np.float32(rng.uniform())
        self._massif = Line(rng, 2.0, coarsest=1, finest=4)
        self._summits = Line(rng, 2.0, coarsest=3, finest=6)
        self._shoulders = Line(rng, 2.0, coarsest=8, finest=18)
        self._rocks = Line(rng, roughness, coarsest=24, finest=1100)

    def at(self, u: Light) -> Light:
        """Heights at places given in heights of the picture."""
        x = u * self._scale + self._start
        # Summits are pointed, valleys round.
        summit = 1 - np.abs(np.tanh(0.62 * self._summits.at(x)))
        shoulder = 1 - np.abs(np.tanh(0.7 * self._shoulders.at(x)))
        high: Light = 0.10 + 0.13 * self._massif.at(x) + 0.55 * summit + 0.30 * shoulder * summit
        high += (0.018 + 0.030 * summit) * self._rocks.at(x)
        return np.maximum(high, 0.02, out=high)


def paint_range(
    rng: Rng, outline: Light, u: Light, v: Light, *, foot: float, slopes: Slopes
) -> tuple[Light, Light]:
    """Paint a range whose sky line is `outline` (v for each u) and whose feet stand at `foot`.

    Returns its light (3, rows, columns) and its coverage (rows, columns).
    """
    step = float(u[0, 1] - u[0, 0])
    depth = v - outline
    wander = Field(rng, 2.0, size=256, coarsest=2, finest=60).at(u * 0.8, v * 0.8)
    streak = Field(rng, 1.5, size=512, coarsest=3, finest=220)
    down = np.maximum(depth, 0)
    # Edges between faces start at the sky line and wander on their way down.
    moved = u + down * 0.30 * wander
    faces = np.zeros_like(depth)
    for reach, share in ((0.05, 0.6), (0.016, 0.4)):
        rise = _slope(outline, u, step, reach)
        faces += share * np.tanh(np.interp(moved, u[0], rise[0]).astype(np.float32) * 2.2)
    side = np.tanh(faces * 5) * np.float32(slopes.light_from)
    gully = streak.at(u * 1.6 + side * down * 0.5, v * 0.45)
    fine = streak.at(u * 4.1 - down * 0.6, v * 1.6)
    light = smooth(-0.75, 0.85, faces * np.float32(slopes.light_from) + 0.22 * gully + 0.10 * fine)
    cover = smooth(-0.5, 0.7, gully * 0.7 + fine * 0.35 + 0.5 - down * 3.2)
    bright = colour(slopes.lit) + (colour(slopes.snow) - colour(slopes.lit)) * cover
    tone = colour(slopes.shadow) + (bright - colour(slopes.shadow)) * light
    haze = smooth(0.15, 1.0, (v - outline.min()) / (foot - outline.min())) ** 1.6
    tone += (colour(slopes.mist) - tone) * (0.82 * haze)
    return tone.astype(np.float32), np.clip(depth / np.float32(step) + 0.5, 0, 1)


def _slope(outline: Light, u: Light, step: float, reach: float) -> Light:
    """Rise of a smoothed sky line; positive where it falls to the right."""
    width = max(1, int(reach / step))
    kernel = np.hanning(2 * width + 3)
    padded = np.pad(outline[0], width + 1, mode="edge")
    smoothed = np.convolve(padded, kernel / kernel.sum(), mode="valid")
    rise = np.asarray(np.gradient(smoothed, step), dtype=np.float32)
    return rise[None, : u.shape[1]]
