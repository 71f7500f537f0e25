"""Dunes under a low sun: crests one behind another, sand that smokes off them, a caravan."""

import math

import numpy as np

from rushes.simulator.pictures.layers import Sprite
from rushes.simulator.pictures.light import SOFT, Light, bands, colour, enlarge, smooth
from rushes.simulator.pictures.noise import Field, Line, Rng
from rushes.simulator.pictures.shapes import disc, fill
from rushes.simulator.pictures.sky import Sky, Weather
from rushes.simulator.pictures.stage import Moment, Stage

# The sky's weather; sand in the sun and in the shadow.
_MOODS = {
    "dusk sunset evening gold golden orange tramonto sera": (
        Weather("#33406c", "#c08078", "#ffc080", "#ffe0a8", "#ffb890", "#7a5868", 0.34, 0.045),
        "#f0a458", "#5c2a34",
    ),
    "dawn morning rose pink sunrise alba rosa": (
        Weather("#5470a0", "#d8b0b0", "#ffdcc0", "#fff0d8", "#ffd8c8", "#8a86a4", 0.36, 0.040),
        "#f2bc98", "#6c4a66",
    ),
    "noon bright day white hot giorno": (
        Weather("#3a78b8", "#8cbcdc", "#e4ecea", "#fffdf0", "#ffffff", "#a8bccc", 0.28, 0.036),
        "#f4d498", "#a06c48",
    ),
    "night moon cold blue notte luna blu": (
        Weather("#060c1e", "#142644", "#32506c", "#e8f0f8", "#7890ac", "#101c30", 0.30, 0.030),
        "#6c7f98", "#0c1526",
    ),
    "mars red storm martian rosso": (
        Weather("#5c3a34", "#a4684c", "#e0a878", "#fff0dc", "#d8a080", "#7c4a3c", 0.40, 0.026),
        "#cc6a40", "#4c1c18",
    ),
}  # fmt: skip
_ROWS = 6
_CAMEL = [
    (-0.50, -0.62), (-0.42, -0.70), (-0.26, -0.72), (-0.16, -0.90), (-0.06, -0.98), (0.04, -0.92),
    (0.14, -0.74), (0.26, -0.66), (0.34, -0.66), (0.42, -0.80), (0.46, -0.98), (0.50, -1.06),
    (0.60, -1.08), (0.70, -1.02), (0.71, -0.97), (0.60, -0.96), (0.56, -0.92), (0.53, -0.74),
    (0.45, -0.55), (0.34, -0.47), (0.31, -0.40), (-0.28, -0.40), (-0.40, -0.42), (-0.52, -0.40),
]  # fmt: skip
_RIDER = [
    (-0.16, -0.88), (-0.15, -1.10), (-0.10, -1.24), (-0.09, -1.36), (-0.02, -1.42), (0.05, -1.36),
    (0.04, -1.24), (0.10, -1.10), (0.08, -0.90),
]  # fmt: skip


class Dunes:
    """The scene."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        rng = stage.rng
        weather, lit, shade = stage.choose(_MOODS)
        self._lit, self._shade = colour(lit), colour(shade)
        self._low, self._radius = colour(weather.low), weather.radius
        self._side = float(rng.choice([-1, 1]))
        self._row = stage.row(0.62)
        self._horizon = 0.575
        self._sun = (
            stage.aspect * (0.5 + self._side * rng.uniform(0.10, 0.30)),
            self._horizon - rng.uniform(0.12, 0.26),
        )
        grid = stage.grid(SOFT, 0, self._row)
        self._sky = Sky(rng, grid, self._horizon, weather, self._sun)
        self._grain = Field(rng, 1.1, size=512, coarsest=10, finest=230)
        self._swell = Field(rng, 2.2, size=512, coarsest=2, finest=24)
        self._crests = [(Line(rng, 2.6, coarsest=2, finest=9), rng.uniform()) for _ in range(_ROWS)]
        self._smoke = Field(rng, 1.7, size=512, coarsest=4, finest=60, stretch=3.0)
        self._rows = [self._make_row(number / (_ROWS - 1)) for number in range(_ROWS)]
        self._camel, self._foot = self._make_camel()
        self._camels = self._place_camels(rng)

    def _outline(self, number: int, u: Light) -> Light:
        """The crest of a row: height of the picture at each place."""
        near = number / (_ROWS - 1)
        line, start = self._crests[number]
        wave = line.at(u * (0.16 - 0.07 * near) + start)
        # Crests are sharper than troughs.
        high = np.exp(0.75 * wave) - 1.1
        crest: Light = self._horizon + 0.012 + 0.36 * near**1.55 - (0.012 + 0.075 * near) * high
        return crest

    def _make_row(self, near: float) -> tuple[Light, Light, int, int]:
        """Light and crest of a row, wider than the picture; its upper pixel row; room to move."""
        stage, number = self._stage, round(near * (_ROWS - 1))
        height = stage.height
        travel = int(height * (0.006 + 0.055 * near**1.4)) + 2
        u = (np.arange(stage.width + travel, dtype=np.float32) + 0.5)[None, :] / height
        crest = self._outline(number, u)
        top = max(0, int(float(crest.min()) * height) - 1)
        nearer = number + 1
        low = stage.height
        if nearer < _ROWS:
            low = min(low, int(float(self._outline(nearer, u).max() + 0.05) * height) + 2)
        v = stage.v[top : max(low, top + 2)]
        depth = np.maximum(v - crest, 0)
        # The faces of a dune part at its crest; the edge between them winds down towards us.
        bend = self._swell.at(u * 0.55 + 0.3 * near, v * 0.5 + near)
        scale = 0.045 + 0.16 * near
        moved = u + depth * (1.5 * self._side + 0.8 * bend)
        rise = np.gradient(crest[0], 1 / height)
        fall = np.interp(moved, u[0], rise).astype(np.float32) * -self._side
        facing = np.tanh((fall - 0.02) * 9 + 0.25 * bend)
        away = 1 / (0.25 + depth / scale)
        ripple = self._grain.at(u * 1.5 + 0.10 * bend, (v * 3.2 + 0.5 * near) * (0.7 + 0.3 * away))
        sunny = smooth(-0.75, 0.75, facing)
        light = 0.10 + 0.78 * sunny + 0.05 * bend
        light = light + (0.03 + 0.07 * near) * ripple * (0.25 + 0.75 * sunny)
        light = np.clip(light - 0.14 * smooth(0, 1.8, depth / scale), 0.02, 1.1)
        rim = np.exp(-depth * height / (1.2 + 1.5 * near)) * sunny * 0.35
        tone = self._shade + (self._lit - self._shade) * light + self._sky.sun_tint * rim * 0.35
        haze = (1 - near) ** 1.5 * 0.74
        tone = tone + (self._low * 0.92 - tone) * haze
        return tone.astype(np.float32), crest, top, travel

    def _make_camel(self) -> tuple[Sprite, tuple[float, float]]:
        size = 0.042 * self._stage.height
        rows, columns = int(size * 1.46) + 1, int(size * 1.5) + 3
        origin = np.array([columns * 0.44, rows - 0.5])
        cover = np.zeros((rows, columns), np.float32)
        legs = [
            [
                (x - 0.035, -0.45),
                (x + 0.035, -0.45),
                (x + lean + 0.022, 0.0),
                (x + lean - 0.022, 0.0),
            ]
            for x, lean in ((0.24, 0.07), (0.15, -0.06), (-0.34, 0.06), (-0.43, -0.05))
        ]
        for outline in (_CAMEL, _RIDER, *legs):
            points = np.array(outline) * (self._side, 1) * size + origin
            np.maximum(cover, fill(points, rows, columns), out=cover)
        tint = np.broadcast_to(self._shade * np.float32(0.22), (3, rows, columns))
        return Sprite(tint, cover), (float(origin[0]), float(origin[1]))

    def _place_camels(self, rng: Rng) -> list[float]:
        asked = self._stage.mentions("caravan camel rider horse cammello cavaliere")
        if not asked and rng.uniform() < 0.4:
            return []
        start = self._stage.aspect * (0.5 - self._side * rng.uniform(0.08, 0.22))
        return [start + 0.075 * number + rng.uniform(-0.01, 0.01) for number in range(5)]

    def _add_sun(self, frame: Light) -> None:
        stage = self._stage
        (x, y), reach = self._sun, self._radius * 1.3
        columns = slice(int((x - reach) * stage.height), int((x + reach) * stage.height) + 1)
        rows = slice(int((y - reach) * stage.height), int((y + reach) * stage.height))
        cover = disc(stage.u[:, columns], stage.v[rows], x, y, self._radius, 2.5 / stage.height)
        frame[:, rows, columns] += self._sky.sun_tint * (cover * np.float32(1.1))

    def _add_camels(self, frame: Light, moment: Moment, shifts: list[float]) -> None:
        """The caravan walks along the sky line, whichever row makes it."""
        height = self._stage.height
        for number, start in enumerate(self._camels):
            x = start + self._side * 0.010 * moment.seconds
            crests = [
                float(self._outline(row, np.array([[x + shift / height]], np.float32))[0, 0])
                for row, shift in enumerate(shifts)
            ]
            y = min(crests) + 0.004 + 0.0012 * math.sin(moment.seconds * 4.2 + number * 1.9)
            self._camel.over(frame, x * height - self._foot[0], y * height - self._foot[1])

    def _lay_row(self, frame: Light, number: int, moment: Moment) -> float:
        """Lay a row over the frame; return how far it has moved, in pixels."""
        light, crest, top, travel = self._rows[number]
        stage = self._stage
        share = moment.progress if self._side > 0 else 1 - moment.progress
        shift = share * (travel - 2)
        left, part = int(shift), np.float32(shift - int(shift))
        width = stage.width
        edge = (
            crest[:, left : left + width] * (1 - part)
            + crest[:, left + 1 : left + 1 + width] * part
        )
        rows = light.shape[1]
        for some in bands(rows, width):
            v = stage.v[top + some.start : top + some.stop]
            cover = np.clip((v - edge) * np.float32(stage.height) + np.float32(0.5), 0, 1)
            for plane, tone in zip(frame, light, strict=True):
                here = tone[some, left : left + width]
                moved = tone[some, left + 1 : left + 1 + width] - here
                moved *= part
                moved += here
                area = plane[top + some.start : top + some.stop]
                moved -= area
                moved *= cover
                area += moved
        return shift

    def _blow(self, frame: Light, seconds: float) -> None:
        """Sand that the wind takes along over the nearer rows."""
        stage = self._stage
        first = stage.row(self._horizon + 0.03)
        u, v = stage.grid(SOFT, first)
        wind = seconds * 0.055 * self._side
        veil = self._smoke.at(u * 0.5 - wind, v * 1.3) + 0.5 * self._smoke.at(
            u * 0.9 - 1.8 * wind, v * 2
        )
        soft = (
            smooth(0.6, 3.2, veil)
            * smooth(self._horizon, self._horizon + 0.12, v)
            * smooth(1.05, 0.8, v)
        )
        cover = enlarge(
            soft.astype(np.float32), np.empty((stage.height - first, stage.width), np.float32)
        )
        tint = (self._low * 0.5 + self._lit * 0.6)[:, 0, 0]
        for plane, shade in zip(frame[:, first:], tint, strict=True):
            plane += (shade - plane) * (cover * np.float32(0.26))

    def paint(self, moment: Moment) -> Light:
        """See `Scene`."""
        stage = self._stage
        frame = np.empty((3, stage.height, stage.width), np.float32)
        enlarge(self._sky.paint(moment.seconds), frame[:, : self._row])
        frame[:, self._row :] = self._low
        self._add_sun(frame)
        shifts = [self._lay_row(frame, number, moment) for number in range(_ROWS)]
        self._add_camels(frame, moment, shifts)
        self._blow(frame, moment.seconds)
        return frame
