"""Skies with drifting clouds, lit by a low sun or moon; birds in them."""

import math
from dataclasses import dataclass

import numpy as np

from rushes.simulator.pictures.light import Light, colour, ramp, smooth
from rushes.simulator.pictures.noise import Field, Rng
from rushes.simulator.pictures.stage import Stage


@dataclass(frozen=True, slots=True)
class Weather:
    """How a sky looks.

    Attributes:
        high, middle, low: colours from the zenith to the horizon.
        sun: the light of the sun or moon.
        lit, shade: clouds towards it and away from it.
        cover: how much of the sky is clouded, 0 to 1.
        radius: of the disc, in heights.
    """

    high: str
    middle: str
    low: str
    sun: str
    lit: str
    shade: str
    cover: float = 0.5
    radius: float = 0.035


class Sky:
    """A sky above a horizon, as a soft layer.

    Attributes:
        sun: place of the sun in heights; `sun_tint` its light, (3, 1, 1).
    """

    def __init__(
        self, rng: Rng, grid: tuple[Light, Light], horizon: float, weather: Weather,
        sun: tuple[float, float],
    ) -> None:  # fmt: skip
        u, v = grid
        self.sun, self.sun_tint = sun, colour(weather.sun)
        codes = [(0.0, weather.high), (0.62, weather.middle), (1.0, weather.low)]
        self._clear = ramp(codes, v / np.float32(horizon)) * np.ones_like(u)
        distance = np.hypot(u - sun[0], (v - sun[1]) * 1.15)
        self._clear = self._clear + self.sun_tint * (
            0.42 * np.exp(-distance * 3.6) + 0.75 * np.exp(-distance * 13)
        )
        self._lit, self._shade = colour(weather.lit), colour(weather.shade)
        self._near_sun = np.exp(-distance * 1.7)
        # Clouds lie on a plane above us: they grow small and dense towards the horizon.
        far = 1 / (np.maximum(horizon - v, 0) + 0.13)
        self._x = (u - float(u.mean())) * far * np.float32(0.075)
        self._y = far * np.float32(0.085) + 0 * u
        self._thin = smooth(0.0, 0.10, horizon - v)
        self._cover = 1.25 - 2.3 * weather.cover
        self._large = Field(rng, 1.9, size=512, coarsest=3, finest=40)
        self._fine = Field(rng, 1.5, size=512, coarsest=8, finest=200)
        self._wind = float(rng.choice([-1, 1]) * rng.uniform(0.0035, 0.006))
        to_sun = np.hypot(sun[0] - u, sun[1] - v) + 0.05
        self._sun_x = (sun[0] - u) / to_sun * 0.012
        self._sun_y = (v - sun[1]) / to_sun * 0.010

    def paint(self, seconds: float) -> Light:
        """The light of the sky at a moment, (3, rows, columns) of its grid."""
        drift = self._wind * seconds
        x, y = self._x + drift, self._y - abs(drift) * 0.4
        warp = self._large.at(x * 1.9 + 0.4, y * 1.9) * 0.012
        body = self._large.at(x + warp, y - warp)
        fine = self._fine.at(x * 2.0 + warp - drift, y * 2.0)
        towards = self._large.at(x + warp + self._sun_x, y - warp + self._sun_y)
        dense = smooth(self._cover - 0.35, self._cover + 1.15, body + 0.30 * fine)
        cloud = dense * self._thin
        bright = smooth(-0.5, 0.9, (body - towards) * 1.4 + 0.25 * fine + 0.75 * self._near_sun)
        tone = self._shade + (self._lit - self._shade) * (bright * (0.35 + 0.65 * self._near_sun))
        edge = cloud * (1 - cloud) * 4 * self._near_sun**2
        light: Light = self._clear * (1 - 0.92 * cloud) + tone * (0.92 * cloud)
        light += self.sun_tint * (0.30 * edge)
        return light


class Birds:
    """A few birds that cross the sky."""

    def __init__(self, stage: Stage, low: float, tint: Light) -> None:
        """`low` is the height that they stay above."""
        rng = stage.rng
        self._stage, self._tint = stage, tint
        side = float(rng.choice([-1, 1]))
        middle = rng.uniform(0.25, 0.75) * stage.aspect, rng.uniform(0.35, 0.75) * low
        self._birds = [
            (
                middle[0] + float(rng.normal(0, 0.12)),
                middle[1] + float(rng.normal(0, 0.045)),
                rng.uniform(0.008, 0.016),
                side * rng.uniform(0.016, 0.022),
                rng.uniform(0, 6.3),
            )
            for _ in range(int(rng.integers(4, 9)))
        ]

    def over(self, frame: Light, seconds: float) -> None:
        """Lay them over a frame."""
        height = self._stage.height
        for x, y, span, speed, beat in self._birds:
            x, y = x + speed * seconds, y + 0.003 * math.sin(seconds * 0.9 + beat)
            left, right = int((x - span) * height), int((x + span) * height) + 2
            top, bottom = int((y - span) * height), int((y + span) * height) + 2
            if left < 0 or top < 0 or right > frame.shape[2] or bottom > frame.shape[1]:
                continue
            p = ((np.arange(left, right) + 0.5) / height - x) / span
            q = ((np.arange(top, bottom) + 0.5) / height - y)[:, None] / span
            flap = 0.45 * math.sin(seconds * 5.5 + beat)
            wing = -flap * np.abs(p) ** 1.2 + 0.35 * p * p * (0.6 + flap)
            thick = np.clip(0.13 * (1 - np.abs(p)) + 0.02, 0.02, 0.13)
            cover = np.clip((thick - np.abs(q - wing)) * span * height + 0.5, 0, 1)
            cover = cover * np.clip((1 - np.abs(p)) * 6, 0, 1) * 0.85
            area = frame[:, top:bottom, left:right]
            area += (self._tint - area) * cover.astype(np.float32)
