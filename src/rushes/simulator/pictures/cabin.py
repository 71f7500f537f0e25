"""A small log cabin in the snow, its windows lit."""

import numpy as np

from rushes.simulator.pictures.light import Light, colour, lay
from rushes.simulator.pictures.shapes import fill

_WIDTH, _HEIGHT = 1.5, 1.05
"""Size of the drawing in cabin widths; the cabin stands on its lower edge, in the middle."""

_WALL = [(-0.42, 0), (-0.42, -0.33), (0.42, -0.33), (0.42, 0)]
_ROOF = [
    (-0.52, -0.30),
    (-0.30, -0.62),
    (0.34, -0.62),
    (0.54, -0.30),
    (0.50, -0.28),
    (-0.50, -0.28),
]
_EAVES = [(-0.50, -0.30), (0.52, -0.30), (0.50, -0.265), (-0.48, -0.265)]
_CHIMNEY = [(0.16, -0.60), (0.16, -0.76), (0.25, -0.76), (0.25, -0.60)]
_CAP = [(0.145, -0.75), (0.145, -0.785), (0.265, -0.785), (0.265, -0.75)]
_BANK = [(-0.75, 0.02), (-0.62, -0.03), (-0.3, -0.055), (0.1, -0.045), (0.5, -0.06), (0.75, 0.02)]
_DOOR = [(0.10, 0), (0.10, -0.22), (0.22, -0.22), (0.22, 0)]
_WINDOWS = [(-0.33, -0.23, 0.15, 0.13), (-0.11, -0.23, 0.15, 0.13), (0.28, -0.21, 0.09, 0.11)]


class Cabin:
    """The cabin, drawn once.

    Attributes:
        light, alpha: its light (3, rows, columns) and coverage.
        lamps: the light of its windows alone, (rows, columns).
        smoke_from: where the smoke leaves, in pixels from the drawing's left and upper edge.
    """

    def __init__(self, width: float, ambient: Light) -> None:
        """`width` of the cabin in pixels; `ambient` is the light of the sky around, (3, 1, 1)."""
        self._width = width
        columns, rows = int(width * _WIDTH) + 2, int(width * _HEIGHT) + 2
        self._left, self._foot = columns / 2, rows - 1.0
        self.light = np.zeros((3, rows, columns), np.float32)
        self.alpha = np.zeros((rows, columns), np.float32)
        shade = ambient * np.float32(0.5)
        y = np.arange(rows, dtype=np.float32)[:, None]
        logs = 0.75 + 0.25 * np.abs(np.sin((y - self._foot) / width * np.pi * 17))
        wood = (colour("#3a2415") + shade * 0.25) * logs
        self._put(_WALL, np.broadcast_to(wood, (3, rows, 1)))
        self._put(_CHIMNEY, colour("#241b1a"))
        self._put(_CAP, colour("#56686f") + shade)
        self._put(_ROOF, colour("#33505c") + ambient * 0.9)
        self._put(_EAVES, colour("#120c0a"))
        self._put(_DOOR, colour("#20120a"))
        self._put(_BANK, colour("#2a4450") + ambient * 0.6)
        self.lamps = np.zeros_like(self.alpha)
        for x, top, wide, high in _WINDOWS:
            pane = self._cover([(x, top), (x + wide, top), (x + wide, top + high), (x, top + high)])
            cross = self._cover(_bar(x + wide / 2, top, high)) + self._cover(
                _sill(x, top + high / 2, wide)
            )
            self.lamps += pane * np.clip(1 - 0.8 * cross, 0, 1)
        self.smoke_from = (self._left + 0.205 * width, self._foot - 0.785 * width)

    def _put(self, outline: list[tuple[float, float]], tint: Light) -> None:
        cover = self._cover(outline)
        lay(self.light, np.broadcast_to(tint, self.light.shape), cover)
        np.maximum(self.alpha, cover, out=self.alpha)

    def _cover(self, outline: list[tuple[float, float]]) -> Light:
        points = np.array(outline) * self._width + (self._left, self._foot)
        return fill(points, *self.alpha.shape)


def _bar(x: float, top: float, high: float) -> list[tuple[float, float]]:
    return [(x - 0.008, top), (x + 0.008, top), (x + 0.008, top + high), (x - 0.008, top + high)]


def _sill(x: float, y: float, wide: float) -> list[tuple[float, float]]:
    return [(x, y - 0.008), (x + wide, y - 0.008), (x + wide, y + 0.008), (x, y + 0.008)]
