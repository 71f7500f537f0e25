"""Outlines: polygons with smooth edges, conifers, discs, points of light."""

import numpy as np
from numpy.typing import NDArray

from rushes.simulator.pictures.light import Light
from rushes.simulator.pictures.noise import Line, Rng

_SCANLINES = 5


def fill(points: NDArray[np.floating], height: int, width: int) -> Light:
    """Coverage of a polygon, (height, width), 0 to 1. `points` are (x, y) in pixels, in order."""
    start, end = points, np.roll(points, -1, axis=0)
    lines = (np.arange(height * _SCANLINES) + 0.5) / _SCANLINES
    x0, y0, x1, y1 = start[:, :1], start[:, 1:], end[:, :1], end[:, 1:]
    crosses = (np.minimum(y0, y1) <= lines) & (lines < np.maximum(y0, y1))
    edge, line = np.nonzero(crosses)
    rise = (y1 - y0)[edge, 0]
    x = x0[edge, 0] + (lines[line] - y0[edge, 0]) / rise * (x1 - x0)[edge, 0]
    x = np.clip(x, 0, width)
    column = np.minimum(x.astype(np.intp), width)
    share = x - column
    weight = np.sign(rise) / _SCANLINES
    steps = np.zeros((height, width + 2))
    np.add.at(steps, (line // _SCANLINES, column), weight * (1 - share))
    np.add.at(steps, (line // _SCANLINES, column + 1), weight * share)
    return np.clip(np.abs(np.cumsum(steps, axis=1)[:, :width]), 0, 1).astype(np.float32)


class Cutout:
    """A silhouette that can be moved sideways by parts of a pixel.

    The mask is drawn a few times wider than it is shown, and every so many columns are taken.
    """

    FINE = 4

    def __init__(self, height: int, width: int) -> None:
        """Size in pixels; the width includes the room to move in."""
        self.height, self.width = height, width
        self._mask = np.zeros((height, width * self.FINE), np.float32)

    def add_conifer(self, rng: Rng, x: float, base: float, height: float) -> None:
        """Draw a conifer; x, base line and height in pixels."""
        rows, columns = self._mask.shape
        top = max(0, int(base - height) - 1)
        bottom = min(rows, int(base) + 1)
        reach = height * rng.uniform(0.16, 0.22)
        lean = rng.normal(0, 0.06)
        left = max(0, int((x - reach * 1.5) * self.FINE))
        right = min(columns, int((x + reach * 1.5) * self.FINE) + 2)
        if bottom <= top or right <= left:
            return
        t = np.clip((np.arange(top, bottom) + 0.5 - (base - height)) / height, 0, 1)
        middle = x + lean * reach * (1 - t)
        left_edge, right_edge = (
            _branches(rng, t, height) * reach + max(0.35, height * 0.004) for _ in range(2)
        )
        place = (np.arange(left, right) + 0.5) / self.FINE - middle[:, None]
        inside = np.where(place < 0, left_edge[:, None] + place, right_edge[:, None] - place)
        area = self._mask[top:bottom, left:right]
        np.maximum(area, np.clip(inside + 0.5, 0, 1), out=area)

    def add_outline(self, points: NDArray[np.floating]) -> None:
        """Draw a polygon; (x, y) in pixels, in order."""
        rows, columns = self._mask.shape
        cover = fill(points * (self.FINE, 1), rows, columns)
        np.maximum(self._mask, cover, out=self._mask)

    def fill_below(self, ground: Line, level: float, roll: float) -> None:
        """Fill the ground below a rolling line: its level and how far it rolls, in pixels."""
        places = np.arange(self._mask.shape[1], dtype=np.float32) / self._mask.shape[1]
        edge = level - roll * ground.at(places)
        rows = np.arange(self.height)[:, None] + 0.5
        np.maximum(self._mask, np.clip(rows - edge + 0.5, 0, 1), out=self._mask)

    def at(self, shift: float, width: int) -> Light:
        """The mask of `width` pixels that begins `shift` pixels from its left edge."""
        first = int(np.clip(round(shift * self.FINE), 0, (self.width - width) * self.FINE))
        return self._mask[:, first : first + width * self.FINE : self.FINE]


def _branches(rng: Rng, t: NDArray[np.floating], height: float) -> NDArray[np.floating]:
    """Half width of a conifer from tip (t = 0) to foot, in reaches."""
    tiers = int(rng.integers(11, 17))
    # Tiers stand closer towards the tip.
    along = t**0.86 * tiers
    tier = along.astype(np.intp)
    within = along - tier
    reach = rng.uniform(0.66, 1.15, tiers + 1)[tier]
    saw = 0.30 + 0.70 * within**0.9
    # Twigs are about two pixels long on any tree.
    step = max(1, round(height / 130))
    twigs = np.repeat(rng.uniform(0.70, 1.0, t.size // step + 1), step)[: t.size]
    width = t**0.92 * reach * saw * twigs
    return np.where(t > 0.965, 0.06, np.maximum(width, 0))


def disc(u: Light, v: Light, x: float, y: float, radius: float, edge: float) -> Light:
    """Coverage of a disc with an edge so wide; all in heights."""
    distance = np.sqrt((u - np.float32(x)) ** 2 + (v - np.float32(y)) ** 2)
    cover: Light = np.clip((radius - distance) / edge + 0.5, 0, 1)
    return cover


class Points:
    """Small points of light, such as stars: each covers 3 × 3 pixels."""

    def __init__(
        self, x: NDArray[np.floating], y: NDArray[np.floating], height: int, width: int
    ) -> None:
        """`x` and `y` are in pixels; points near the edge are left out."""
        self.kept = (x > 2) & (x < width - 2) & (y > 2) & (y < height - 2)
        x, y = x[self.kept], y[self.kept]
        steps = np.arange(-1, 2)
        column = np.floor(x)[:, None, None] + steps[None, None, :]
        row = np.floor(y)[:, None, None] + steps[None, :, None]
        distance = (column + 0.5 - x[:, None, None]) ** 2 + (row + 0.5 - y[:, None, None]) ** 2
        self._weights = np.exp(-distance * 1.6).astype(np.float32)
        column, row = np.broadcast_arrays(column, row)
        self._places = (row * width + column).astype(np.intp)

    def add(self, frame: Light, tints: Light, brightness: Light) -> None:
        """Add the points to a frame; `tints` is (3, points), `brightness` (points,)."""
        amounts = self._weights * brightness[:, None, None]
        for plane, tint in zip(frame.reshape(3, -1), tints, strict=True):
            np.add.at(plane, self._places, amounts * tint[:, None, None])
