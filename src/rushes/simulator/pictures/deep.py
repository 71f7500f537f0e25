"""Under water: shafts of light from above, jellyfish that drift and beat, motes."""

import math
from dataclasses import dataclass

import numpy as np

from rushes.simulator.pictures.light import Light, colour, enlarge, ramp, smooth
from rushes.simulator.pictures.noise import Field, Line, Rng
from rushes.simulator.pictures.shapes import Points
from rushes.simulator.pictures.stage import Moment, Stage

_HALF = 2

# Water from the surface down; shafts; bell, its heart and its glow.
_MOODS = {
    "blue ocean sea deep blu mare": (
        ("#2a86b4", "#0c3f74", "#04142e"), "#a8ecff", ("#7cc4ff", "#ff9ad0", "#4aa0ff"),
    ),
    "teal green lagoon tropical reef coral verde": (
        ("#3aa89c", "#0d5560", "#03191f"), "#d8ffe0", ("#8cf0dc", "#ffd08a", "#40d0c0"),
    ),
    "violet purple pink glow bioluminescent night dark viola rosa": (
        ("#3a2c7c", "#1a1448", "#070618"), "#b8a8ff", ("#c090ff", "#ff86c8", "#7860ff"),
    ),
    "warm amber gold red rosso": (
        ("#2c6a80", "#173a52", "#07131f"), "#ffe8b8", ("#ffb080", "#ffe2a0", "#ff7858"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Jelly:
    """One jellyfish: place in heights, size of its bell, and its own rhythm."""

    x: float
    y: float
    size: float
    lean: float
    beat: float
    speed: float
    strength: float
    drift: float


class Deep:
    """The scene."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        rng = stage.rng
        water, shafts, (bell, heart, glow) = stage.choose(_MOODS)
        self._shaft_tint = colour(shafts)
        self._bell, self._heart, self._glow = colour(bell), colour(heart), colour(glow)
        u, v = stage.soft_u, stage.soft_v
        x = stage.aspect * rng.uniform(0.25, 0.75)
        distance = np.hypot((u - x) * 0.75, v + 0.25)
        places = [(0.10, water[0]), (0.62, water[1]), (1.25, water[2])]
        self._water = ramp(places, distance.astype(np.float32))
        self._angle = (u - x) / (v + 0.55)
        self._deep = np.exp(-v * 2.1) * np.exp(-(((u - x) / (0.45 + 0.55 * v)) ** 2))
        self._shafts = [Line(rng, 0.9, coarsest=3, finest=40) for _ in range(2)]
        self._cloud = Field(rng, 2.1, size=256)
        self._make_floor(rng)
        self._jellies = self._make_jellies(rng)
        self._make_motes(rng)

    def _make_floor(self, rng: Rng) -> None:
        """Dark rocks and weed at the bottom."""
        u, v = self._stage.soft_u, self._stage.soft_v
        edge = 1.0 - 0.05 * np.exp(0.8 * Line(rng, 2.2, coarsest=1, finest=12).at(u * 0.4))
        self._floor = smooth(-0.02, 0.05, v - edge) * 0.85

    def _make_jellies(self, rng: Rng) -> list[_Jelly]:
        stage = self._stage
        side = float(rng.choice([-1, 1]))
        jellies = [
            _Jelly(
                stage.aspect * (0.5 + side * rng.uniform(0.04, 0.16)), rng.uniform(0.36, 0.44),
                0.155, side * rng.uniform(0.10, 0.28), rng.uniform(0, 6.3), 0.95, 1.0, 0.010,
            )
        ]  # fmt: skip
        for _ in range(int(rng.integers(2, 5))):
            size = rng.uniform(0.035, 0.085)
            jellies.append(
                _Jelly(
                    stage.aspect * rng.uniform(0.08, 0.92), rng.uniform(0.16, 0.62), size,
                    float(rng.normal(0, 0.3)), rng.uniform(0, 6.3), rng.uniform(1.1, 1.6),
                    0.25 + 3.2 * size, 0.006,
                )
            )  # fmt: skip
        return sorted(jellies, key=lambda jelly: jelly.size)

    def _make_motes(self, rng: Rng) -> None:
        stage = self._stage
        count = int(150 * stage.aspect)
        self._mote_x = rng.uniform(0, stage.width, count)
        self._mote_y = rng.uniform(0, stage.height, count)
        self._mote_speed = rng.uniform(0.004, 0.020, count) * stage.height
        self._mote_phase = rng.uniform(0, 6.3, count)
        self._mote_light = (rng.pareto(2.5, count) * 0.05 + 0.015).clip(0, 0.35).astype(np.float32)

    def _paint_water(self, seconds: float) -> Light:
        u, v = self._stage.soft_u, self._stage.soft_v
        t = seconds * 0.010
        fine = self._shafts[0].at(self._angle * 0.16 + t) + self._shafts[1].at(
            self._angle * 0.23 - t
        )
        broad = self._shafts[0].at(self._angle * 0.05 - 0.6 * t + 0.3)
        shafts = np.exp(0.55 * fine + 0.5 * broad) * self._deep
        cloud = self._cloud.at(u * 0.3 + t, v * 0.3 - 0.5 * t)
        light: Light = self._water * (1 + 0.10 * cloud) + self._shaft_tint * (shafts * 0.16)
        light *= 1 - self._floor
        return light

    def _add_jelly(self, frame: Light, jelly: _Jelly, seconds: float) -> None:
        """Add one to a layer of half size."""
        u, v = self._stage.grid(_HALF)
        pulse = math.sin(seconds * jelly.speed * 2 + jelly.beat)
        lift = 0.010 * math.sin(seconds * jelly.speed * 2 + jelly.beat - 0.9) * jelly.size / 0.15
        x0 = jelly.x + jelly.lean * jelly.drift * seconds
        y0 = jelly.y - jelly.drift * seconds + lift
        size = jelly.size
        columns = _span(u[0], x0 - 1.75 * size, x0 + 1.75 * size)
        rows = _span(v[:, 0], y0 - 1.5 * size, y0 + 3.9 * size)
        if columns is None or rows is None:
            return
        lean = jelly.lean * 0.6
        dx, dy = (u[:, columns] - x0) / size, (v[rows] - y0) / size
        p = dx * math.cos(lean) + dy * math.sin(lean)
        q = dy * math.cos(lean) - dx * math.sin(lean)
        wide, tall = 1.0 - 0.10 * pulse, 0.86 + 0.09 * pulse
        # The bell: a dome whose lower rim is curled in and out by its beat.
        dome = np.hypot(p / wide, np.where(q < 0, q / tall, q / (0.30 + 0.06 * pulse)))
        rim = 1 + 0.035 * np.cos(p * 16) * smooth(-0.2, 0.25, q)
        inside = smooth(1.03, 0.95, dome / rim)
        shell = inside * (0.10 + 0.75 * np.clip(dome, 0, 1) ** 5)
        ribs = 0.5 + 0.5 * np.cos(np.arctan2(p, 0.9 - q) * 22)
        shell = shell + inside * ribs * 0.10 * np.clip(dome, 0, 1) ** 2
        light = self._bell * (shell * 0.75)
        core = np.exp(-((p / 0.36) ** 2 + ((q + 0.28) / 0.26) ** 2)) * inside
        four = 0.65 + 0.35 * np.cos(np.arctan2(p, q + 0.30) * 4 + 0.6)
        light = light + self._heart * (core * four * 0.55)
        below = smooth(0.0, 0.25, q)
        threads = np.zeros_like(p)
        sway = seconds * 1.1 + jelly.beat
        for number in range(9):
            place = (number - 4) / 4.4
            wave = 0.10 * np.sin(q * 2.6 - sway + number * 1.7) + 0.05 * np.sin(
                q * 5.3 - 1.7 * sway + number
            )
            path = place * wide * (0.92 - 0.10 * q) + wave * q * 0.8 - 0.05 * pulse * place
            length = 2.3 + 1.2 * math.sin(number * 2.4 + jelly.beat)
            thin = 0.017 + 0.004 * number % 0.009
            threads += np.exp(-(((p - path) / thin) ** 2)) * smooth(length, 0.3 * length, q)
        arms = np.zeros_like(p)
        for number in range(4):
            wave = 0.12 * np.sin(q * 3.4 - 1.3 * sway + number * 2.1)
            frill = 0.10 * np.exp(-q * 0.7) * (1 + 0.4 * np.sin(q * 13 - sway + number * 3))
            path = (number - 1.5) * 0.17 * (1 - 0.15 * q) + wave * q * 0.6
            arms += np.exp(-(((p - path) / np.maximum(frill, 0.015)) ** 2)) * smooth(2.5, 0.4, q)
        light = light + self._bell * (threads * below * 0.34) + self._heart * (arms * below * 0.20)
        halo = np.exp(-np.hypot(p, q * 0.9 - 0.1) * 1.9) * smooth(1.75, 0.6, np.abs(p))
        halo = halo * smooth(-1.5, -0.8, q) * smooth(3.6, 1.5, q)
        light = light + self._glow * (halo * 0.20)
        frame[:, rows, columns] += light.astype(np.float32) * np.float32(jelly.strength)

    def paint(self, moment: Moment) -> Light:
        """See `Scene`."""
        stage, seconds = self._stage, moment.seconds
        frame = np.empty((3, stage.height, stage.width), np.float32)
        enlarge(self._paint_water(seconds), frame)
        u, v = stage.grid(_HALF)
        living = np.zeros((3, v.shape[0], u.shape[1]), np.float32)
        for jelly in self._jellies:
            self._add_jelly(living, jelly, seconds)
        large = enlarge(living, np.empty_like(frame))
        frame += large
        x = self._mote_x + np.sin(seconds * 0.5 + self._mote_phase) * 0.006 * stage.height
        y = (self._mote_y - self._mote_speed * seconds) % stage.height
        points = Points(x, y, stage.height, stage.width)
        light = self._mote_light[points.kept]
        points.add(frame, np.broadcast_to(self._shaft_tint[:, :, 0], (3, light.size)), light)
        return frame


def _span(places: Light, low: float, high: float) -> slice | None:
    """The samples between two places, or None if there are none."""
    first, last = np.searchsorted(places, [low, high])
    return slice(int(first), int(last)) if last > first else None
