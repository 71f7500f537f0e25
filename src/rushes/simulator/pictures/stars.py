"""A night sky's stars: they twinkle and may drift."""

import math

import numpy as np

from rushes.simulator.pictures.light import Light
from rushes.simulator.pictures.noise import Rng
from rushes.simulator.pictures.shapes import Points


class Stars:
    """Stars over a part of a frame."""

    def __init__(self, rng: Rng, width: int, rows: int, count: int, strength: float = 1.0) -> None:
        """`width` and `rows` in pixels of the part, which begins in the upper left corner."""
        self._width, self._rows = width, rows
        self._x, self._y = rng.uniform(0, width, count), rng.uniform(0, rows, count)
        light = (rng.pareto(2.2, count) * 0.10 + 0.03).clip(0, 1.6) * strength
        # Blue-white to amber, as real stars are.
        warmth = rng.uniform(-1, 1, count)
        tints = np.stack([0.88 + 0.12 * warmth, np.full(count, 0.90), 0.92 - 0.16 * warmth])
        self._tints, self._light = tints.astype(np.float32), light.astype(np.float32)
        self._phase = rng.uniform(0, 2 * math.pi, count)

    def add(self, frame: Light, seconds: float, shift: float = 0.0) -> None:
        """Add them to a frame, moved to the left by so many pixels."""
        x = (self._x - shift) % self._width
        points = Points(x, self._y, self._rows, self._width)
        twinkle = (1 + 0.45 * np.sin(seconds * 2.6 + self._phase)).astype(np.float32)
        kept = points.kept
        points.add(frame, self._tints[:, kept], (self._light * twinkle)[kept])
