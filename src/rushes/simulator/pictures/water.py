"""Still water: the picture above the shore, mirrored and broken by ripples."""

import numpy as np

from rushes.simulator.pictures.light import Light, bands, enlarge, smooth
from rushes.simulator.pictures.noise import Field, Line
from rushes.simulator.pictures.stage import Stage

_HALF = 2


class StillWater:
    """Mirrors what is above a row into the rows below it."""

    def __init__(
        self,
        stage: Stage,
        shore_row: int,
        *,
        tint: Light,
        clearness: float = 0.8,
        ripple: float = 1.0,
    ) -> None:
        """`tint` is the water's own light, (3, 1, 1); `clearness` how much it mirrors near by;
        `ripple` how far the mirrored rows are thrown about."""
        rng = stage.rng
        self._shore = shore_row
        rows = stage.height - shore_row
        self._depth = (np.arange(rows, dtype=np.float32) + 0.5) / stage.height
        self._height = stage.height
        nearness = smooth(0.0, float(self._depth[-1]), self._depth)
        self._mirror = (1 - (1 - clearness) * nearness)[:, None].astype(np.float32)
        self._own = (tint[:, 0] * (0.25 + 0.75 * nearness))[:, :, None] * (1 - clearness)
        self._sway = [Line(rng, 0.9, coarsest=4, finest=120) for _ in range(2)]
        self._ripple = np.float32(ripple)
        self._mask = np.empty((rows, stage.width), np.float32)
        self._field = Field(rng, 1.2, size=512, coarsest=8, finest=140)
        u, v = stage.grid(_HALF, shore_row)
        below = np.maximum(v - np.float32(shore_row / stage.height), 0.001)
        far = 1 / (below + np.float32(0.03))
        self._x = (u - np.float32(stage.aspect / 2)) * far * np.float32(0.030)
        self._y = far * np.float32(0.055) + 0 * u

    def reflect(self, frame: Light, seconds: float) -> None:
        """Fill the rows below the shore."""
        near, far = (self._source_rows(number, seconds) for number in range(2))
        drift = np.float32(seconds * 0.010)
        field = self._field.nearest(self._x + drift, self._y - 2 * drift)
        mask = enlarge(smooth(-0.7, 0.7, field), self._mask)
        for rows in bands(*mask.shape):
            for plane, own in zip(frame, self._own, strict=True):
                mirrored, broken = plane[near[rows]], plane[far[rows]]
                broken -= mirrored
                broken *= mask[rows]
                mirrored += broken
                mirrored *= self._mirror[rows]
                mirrored += own[rows]
                plane[self._shore + rows.start : self._shore + rows.stop] = mirrored

    def _source_rows(self, number: int, seconds: float) -> np.ndarray:
        depth = self._depth
        wave = self._sway[number].at(0.06 / (depth + 0.02) + seconds * (0.010 + 0.006 * number))
        throw = (0.05 + 0.30 * depth) * wave * self._ripple * 0.12
        mirrored = depth * np.float32(1.05) + throw + 0.012 * number * self._ripple
        row = self._shore - 1 - mirrored * self._height
        return np.clip(row, 0, self._shore - 1).astype(np.intp)
