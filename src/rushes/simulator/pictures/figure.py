"""Somebody with an umbrella, seen from behind."""

import math

import numpy as np

from rushes.simulator.pictures.layers import Sprite
from rushes.simulator.pictures.light import Light, colour, smooth
from rushes.simulator.pictures.shapes import fill
from rushes.simulator.pictures.stage import Moment, Stage

# Outlines in figure heights; 0 is between the feet, -1 the umbrella's tip.
_COAT = [
    (-0.030, -0.655), (-0.075, -0.628), (-0.094, -0.56), (-0.098, -0.44), (-0.104, -0.30),
    (-0.118, -0.155), (-0.06, -0.142), (0.05, -0.142), (0.112, -0.158), (0.100, -0.30),
    (0.094, -0.44), (0.108, -0.52), (0.104, -0.585), (0.072, -0.630), (0.030, -0.655),
]  # fmt: skip
_LEGS = [
    [(-0.060, -0.16), (-0.052, -0.02), (-0.070, 0.0), (-0.022, 0.0), (-0.014, -0.16)],
    [(0.014, -0.16), (0.024, 0.006), (0.072, 0.006), (0.054, -0.014), (0.060, -0.16)],
]
_ARM = [(0.080, -0.60), (0.118, -0.545), (0.128, -0.50), (0.098, -0.475), (0.078, -0.52)]
_POLE_X = 0.075


class Figure:
    """The figure, drawn once; it sways a little."""

    def __init__(
        self, stage: Stage, x: float, foot: float, tall: float, *, canopy: Light, lit_from: int
    ) -> None:
        """`x`, `foot` and `tall` in heights of the picture; `lit_from` -1 left or 1 right."""
        self._stage, self._x, self._foot = stage, x, foot
        scale = tall * stage.height
        rows, columns = int(scale * 1.10) + 2, int(scale * 0.66) + 4
        self._origin = columns / 2, scale * 1.05
        cover = np.zeros((rows, columns), np.float32)
        for outline in (_COAT, _ARM, *_LEGS, _head(), _pole()):
            np.maximum(cover, self._cover(outline, scale, cover.shape), out=cover)
        shifted = np.roll(cover, -lit_from * max(1, round(scale * 0.005)), axis=1)
        rim = np.clip(cover - shifted, 0, 1)
        light = colour("#07070c") + colour("#ffb880") * (0.30 * rim)
        canopy_cover, shade = self._canopy(scale, cover.shape, lit_from)
        light = light * (1 - canopy_cover) + canopy * shade * canopy_cover
        cover = np.maximum(cover, canopy_cover)
        self._upright = Sprite(light, cover)
        fade = np.linspace(0.25, 0.75, rows, dtype=np.float32)[:, None]
        self._mirrored = Sprite(
            np.broadcast_to(colour("#050508"), light.shape), (cover * fade)[::-1]
        )

    def over(self, frame: Light, moment: Moment) -> None:
        """Lay it over a frame, and its image in the wet ground below it."""
        height = self._stage.height
        sway = 0.0016 * math.sin(moment.seconds * 0.9)
        left = (self._x + sway) * height - self._origin[0]
        foot = round(self._foot * height)
        self._mirrored.over(frame, left, foot)
        self._upright.over(frame, left, foot - self._origin[1])

    def _cover(
        self, outline: list[tuple[float, float]], scale: float, size: tuple[int, ...]
    ) -> Light:
        return fill(np.array(_rounded(outline)) * scale + self._origin, size[0], size[1])

    def _canopy(self, scale: float, size: tuple[int, ...], lit_from: int) -> tuple[Light, Light]:
        """Cover and shading of the umbrella: ribs run from the tip to a scalloped rim."""
        turn = np.linspace(0, np.pi, 61)
        top = np.stack([_POLE_X - 0.235 * np.cos(turn), -0.765 - 0.190 * np.sin(turn)], 1)
        rim = []
        for number in range(6):
            x0 = _POLE_X + 0.235 - number * 0.47 / 6
            for t in np.linspace(0, 1, 9)[1:]:
                rim.append((x0 - t * 0.47 / 6, -0.765 - 0.022 * np.sin(np.pi * t)))
        cover = fill(np.concatenate([top, np.array(rim)]) * scale + self._origin, size[0], size[1])
        x = (np.arange(size[1])[None, :] + 0.5 - self._origin[0]) / scale - _POLE_X
        y = (np.arange(size[0])[:, None] + 0.5 - self._origin[1]) / scale + 0.765
        height = np.sqrt(np.clip(1 - (x / 0.235) ** 2, 0, 1)) * 0.190
        up = np.clip(-y / np.maximum(height, 1e-3), 0, 1)
        panel = x / np.maximum(0.235 * np.sqrt(np.clip(1 - up * up, 0.02, 1)), 1e-3) * 3
        seam = np.abs((panel + 0.5) % 1 - 0.5)
        shade = 0.26 + 0.30 * smooth(-0.235, 0.235, x * lit_from) + 0.30 * up
        shade = shade * (0.62 + 0.38 * smooth(0.0, 0.16, seam))
        tip = fill(np.array(_tip()) * scale + self._origin, size[0], size[1])
        return np.maximum(cover, tip), shade.astype(np.float32)


def _rounded(outline: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Cut the corners twice, which rounds them."""
    points = np.array(outline)
    for _ in range(2):
        ahead = np.roll(points, -1, axis=0)
        points = np.stack([points * 0.75 + ahead * 0.25, points * 0.25 + ahead * 0.75], 1)
        points = points.reshape(-1, 2)
    return [(float(x), float(y)) for x, y in points]


def _head() -> list[tuple[float, float]]:
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    return [(float(0.047 * np.cos(a)), float(-0.700 + 0.062 * np.sin(a))) for a in turn]


def _pole() -> list[tuple[float, float]]:
    x = _POLE_X
    return [(x - 0.004, -0.78), (x + 0.004, -0.78), (x + 0.030, -0.47), (x + 0.022, -0.47)]


def _tip() -> list[tuple[float, float]]:
    x = _POLE_X
    return [(x - 0.006, -0.945), (x + 0.006, -0.945), (x + 0.002, -1.0), (x - 0.002, -1.0)]
