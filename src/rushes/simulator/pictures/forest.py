"""A forest in the mist: rows of conifers, one behind another, and the sun between them."""

import math

import numpy as np

from rushes.simulator.pictures.light import Light, colour, enlarge, lay, ramp, smooth
from rushes.simulator.pictures.noise import Field, Line, Rng
from rushes.simulator.pictures.shapes import Cutout
from rushes.simulator.pictures.sky import Birds
from rushes.simulator.pictures.stage import Moment, Stage

# Sky high and low, sun, mist, the darkest trees.
_MOODS = {
    "dawn morning gold golden amber autumn sun alba sole": (
        "#8fa0a0", "#f2d7a6", "#fff0c8", "#e2c79c", "#101a18",
    ),
    "green moss summer spring verde": (
        "#86a096", "#d8e6c0", "#fbffe0", "#b4ccae", "#0a1a14",
    ),
    "cold blue winter snow fog grey gray freddo nebbia blu": (
        "#7d90a4", "#d4dde2", "#ffffff", "#b2c0ca", "#101c28",
    ),
    "rose pink dusk violet evening rosa sera": (
        "#76709c", "#f0b8a8", "#ffe4cc", "#c89cac", "#191427",
    ),
    "night moon dark notte luna": (
        "#0c1826", "#27445a", "#dcecf4", "#24404f", "#04090f",
    ),
}  # fmt: skip
_ROWS = 5
_STAG = [
    (-0.46, -0.60), (-0.30, -0.66), (-0.05, -0.63), (0.16, -0.65), (0.25, -0.74), (0.30, -0.88),
    (0.36, -0.98), (0.34, -1.05), (0.40, -1.02), (0.48, -1.00), (0.58, -0.93), (0.57, -0.89),
    (0.47, -0.88), (0.43, -0.76), (0.38, -0.60), (0.31, -0.49), (0.30, -0.30), (0.265, 0.0),
    (0.225, 0.0), (0.235, -0.28), (0.20, -0.46), (0.16, -0.28), (0.17, 0.0), (0.13, 0.0),
    (0.12, -0.30), (0.10, -0.44), (-0.16, -0.42), (-0.27, -0.45), (-0.25, -0.28), (-0.29, -0.16),
    (-0.265, 0.0), (-0.305, 0.0), (-0.335, -0.17), (-0.33, -0.30), (-0.37, -0.18), (-0.36, 0.0),
    (-0.40, 0.0), (-0.415, -0.18), (-0.41, -0.36), (-0.47, -0.46), (-0.50, -0.54),
]  # fmt: skip
_ANTLERS = [
    [
        (0.37, -1.02),
        (0.31, -1.14),
        (0.29, -1.30),
        (0.35, -1.46),
        (0.325, -1.30),
        (0.34, -1.15),
        (0.40, -1.03),
    ],
    [(0.305, -1.16), (0.20, -1.26), (0.21, -1.28), (0.315, -1.19)],
    [(0.295, -1.28), (0.215, -1.42), (0.228, -1.43), (0.31, -1.31)],
    [
        (0.41, -1.02),
        (0.44, -1.14),
        (0.51, -1.28),
        (0.52, -1.45),
        (0.54, -1.27),
        (0.47, -1.13),
        (0.435, -1.02),
    ],
    [(0.475, -1.17), (0.57, -1.26), (0.565, -1.28), (0.48, -1.20)],
]


class Forest:
    """The scene."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        rng = stage.rng
        high, low, sun, mist, dark = stage.choose(_MOODS)
        self._sun, self._mist, self._dark = colour(sun), colour(mist), colour(dark)
        self._sun_at = stage.aspect * rng.uniform(0.30, 0.70), rng.uniform(0.16, 0.34)
        u, v = stage.soft_u, stage.soft_v
        distance = np.hypot(u - self._sun_at[0], v - self._sun_at[1])
        self._sky = ramp([(0, high), (0.55, low), (1, mist)], v + 0 * u)
        glow = 0.95 * np.exp(-distance * 9) + 0.40 * np.exp(-distance * 2.6)
        disc = smooth(0.055, 0.043, distance) * 0.9
        self._sky = (self._sky + self._sun * (glow + disc)).astype(np.float32)
        self._angle = np.arctan2(u - self._sun_at[0], v - self._sun_at[1] + 0.12)
        self._away = np.exp(-distance * 1.15) * smooth(0.02, 0.25, distance)
        # Rays need bright air: in a dark mist they would be the brightest thing.
        self._shine = 0.05 + 0.08 * float(self._mist.mean())
        self._rays = Line(rng, 0.8, coarsest=2, finest=26)
        self._fog = Field(rng, 2.0, size=512, coarsest=2, finest=60)
        self._side = float(rng.choice([-1, 1]))
        self._rows = [self._make_row(rng, number / (_ROWS - 1)) for number in range(_ROWS)]
        self._birds = Birds(stage, 0.30, colour(dark) + self._mist * 0.2)

    def _make_row(self, rng: Rng, near: float) -> tuple[Cutout, Light, int, float]:
        """One row of trees: its silhouette, light, uppermost pixel row, and room to move."""
        stage = self._stage
        height = stage.height
        travel = height * (0.010 + 0.070 * near**1.5)
        base = 0.66 + 0.40 * near**1.2
        tall = 0.15 + 0.72 * near**1.35
        top = max(0, int((base - tall * 1.35) * height))
        row = Cutout(height - top, stage.width + int(travel) + 2)
        ground = Line(rng, 2.0, coarsest=1, finest=6)
        x = -0.1 * height
        while x < row.width + 0.1 * height:
            middle = abs(x / stage.width - self._sun_at[0] / stage.aspect)
            open_view = near > 0.6 and middle < 0.20 + 0.06 * near
            size = tall * rng.uniform(0.62, 1.25) * (0.55 if near > 0.4 and middle < 0.2 else 1.0)
            if not open_view:
                dip = float(ground.at(x / row.width)) * 0.018
                row.add_conifer(rng, x, (base + dip) * height - top, size * height)
            x += height * size * rng.uniform(0.10, 0.34)
        if near == 0.75 and self._wants_stag():
            self._add_stag(rng, row, (base - 0.004) * height - top, 0.19 * height)
        row.fill_below(ground, (base - 0.012) * height - top, 0.012 * height)
        v = stage.v[top:]
        depth = smooth(base - tall, base + 0.06, v)
        body = self._dark + (self._mist - self._dark) * ((1 - near) ** 1.1 * 0.86)
        light = body + (self._mist - body) * (depth * (0.80 - 0.62 * near))
        return row, light.astype(np.float32), top, travel

    def _wants_stag(self) -> bool:
        asked = self._stage.mentions("deer stag elk animal cervo")
        return asked or self._stage.rng.uniform() < 0.35

    def _add_stag(self, rng: Rng, row: Cutout, foot: float, size: float) -> None:
        x = self._sun_at[0] * self._stage.height + rng.uniform(-0.12, 0.12) * self._stage.height
        flip = rng.choice([-1, 1])
        for outline in (_STAG, *_ANTLERS):
            row.add_outline(np.array(outline) * (flip * size, size) + (x, foot))

    def _paint_air(self, seconds: float) -> tuple[Light, Light]:
        """Light of the rays, and the drifting fog's cover, as soft layers."""
        u, v = self._stage.soft_u, self._stage.soft_v
        t = seconds * 0.006
        rays = self._rays.at(self._angle * 0.16 + t) + 0.7 * self._rays.at(
            self._angle * 0.31 - 1.4 * t
        )
        beam = np.exp(0.75 * rays) * self._away * smooth(-0.1, 0.5, np.cos(self._angle) + 0.25)
        drift = seconds * 0.012 * self._side
        fog = self._fog.at(u * 0.30 + drift, v * 0.75) + 0.6 * self._fog.at(
            u * 0.7 + 1.7 * drift, v * 1.5
        )
        cover = smooth(-0.8, 2.4, fog) * smooth(0.34, 0.72, v) * smooth(1.08, 0.80, v)
        return beam * (0.75 + 0.25 * np.tanh(fog)), cover.astype(np.float32)

    def paint(self, moment: Moment) -> Light:
        """See `Scene`."""
        stage = self._stage
        frame = np.empty((3, stage.height, stage.width), np.float32)
        enlarge(self._sky, frame)
        self._birds.over(frame, moment.seconds)
        beam, cover = self._paint_air(moment.seconds)
        fog = enlarge(cover, np.empty((stage.height, stage.width), np.float32))
        for number, (row, light, top, travel) in enumerate(self._rows):
            share = moment.progress if self._side > 0 else 1 - moment.progress
            lay(frame[:, top:], light, row.at(travel * share, stage.width))
            if number in (1, 3):
                low = max(top, int(0.34 * stage.height))
                strength = np.float32(0.55 if number == 1 else 0.34)
                tint = self._mist + self._sun * np.float32(0.05)
                lay(frame[:, low:], tint, fog[low:] * strength)
        rays = enlarge(beam.astype(np.float32), fog)
        pulse = self._shine * (1 + 0.1 * math.sin(moment.seconds * 0.7))
        for plane, tint in zip(frame, self._sun[:, 0, 0], strict=True):
            plane += rays * (tint * np.float32(pulse))
        return frame
