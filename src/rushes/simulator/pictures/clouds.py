"""A sea of clouds with summits standing out of it, and balloons on their way."""

import math
from dataclasses import dataclass

import numpy as np

from rushes.simulator.pictures.layers import Collage, Layer
from rushes.simulator.pictures.light import SOFT, Light, colour, enlarge, lay, smooth
from rushes.simulator.pictures.mountains import Outline, Slopes, paint_range
from rushes.simulator.pictures.noise import Field, Rng
from rushes.simulator.pictures.sky import Birds, Sky, Weather
from rushes.simulator.pictures.stage import Moment, Stage

# The sky's weather; clouds in the light and in the shade; shadow, light and snow of the rocks.
_MOODS = {
    "dawn morning sunrise gold golden alba": (
        Weather("#4a6ea0", "#d4b4b0", "#ffdcae", "#fff0cc", "#ffe0c8", "#9a98b4", 0.30, 0.040),
        ("#fff0dc", "#8d8fb0"), ("#2c3350", "#8c7478", "#ffe2cc"),
    ),
    "dusk sunset evening rose pink tramonto rosa": (
        Weather("#2a2c5c", "#b06c88", "#ffb088", "#ffdcb0", "#ffb0a0", "#5c4878", 0.36, 0.042),
        ("#ffc8b0", "#5a4a80"), ("#1e1c3e", "#7c4c68", "#ffb8a8"),
    ),
    "day blue summer bright clear giorno blu": (
        Weather("#2a68ac", "#78b0dc", "#d8ecf2", "#ffffff", "#ffffff", "#a4bcd0", 0.26, 0.034),
        ("#ffffff", "#8caccc"), ("#28405c", "#7f98ac", "#ffffff"),
    ),
    "night moon stars cold notte luna": (
        Weather("#060d1e", "#12243e", "#2e4a66", "#e6eef8", "#7088a4", "#0e1a2c", 0.24, 0.028),
        ("#8098b4", "#14223a"), ("#070d1a", "#223450", "#8ca4bc"),
    ),
}  # fmt: skip
_SILKS = (
    ("#d83a34", "#f6e6c8"), ("#f0b030", "#c8402c"), ("#2c78b8", "#f4f0e4"),
    ("#e87838", "#3c3c78"), ("#3a9a80", "#f8dc8c"), ("#b03c78", "#f8c8b0"),
)  # fmt: skip
_BANKS = (0.60, 0.665, 0.75, 0.87)


@dataclass(frozen=True, slots=True)
class _Balloon:
    """One balloon: place and radius in heights, colours, its own rhythm."""

    x: float
    y: float
    radius: float
    silks: tuple[Light, Light]
    beat: float
    gores: int


class Clouds:
    """The scene."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        rng = stage.rng
        weather, (lit, shade), rocks = stage.choose(_MOODS)
        self._lit, self._shade, self._low = colour(lit), colour(shade), colour(weather.low)
        self._side = float(rng.choice([-1, 1]))
        self._row = stage.row(0.64)
        sun = (stage.aspect * (0.5 + self._side * rng.uniform(0.12, 0.30)), rng.uniform(0.26, 0.42))
        self._sky = Sky(rng, stage.grid(SOFT, 0, self._row), 0.64, weather, sun)
        self._body = Field(rng, 1.75, size=512, coarsest=2, finest=90)
        self._soft_sun = np.exp(-np.abs(stage.soft_u - sun[0]) * 0.9)
        peaks = Collage(stage.height, stage.width)
        u = stage.u
        rows = stage.row(0.78)
        for rise, number, foot, mist in ((0.20, 1.2, 0.66, 0.45), (0.36, 0.9, 0.74, 0.18)):
            outline = foot - np.float32(rise) * Outline(rng, number).at(u) * self._gate(rng, u)
            slopes = Slopes(*rocks, shade, self._side)
            tone, alpha = paint_range(
                rng, outline, u, stage.v[:rows], foot=foot + 0.02, slopes=slopes
            )
            tone += (self._low - tone) * np.float32(mist)
            peaks.put(tone, alpha)
        self._peaks = Layer(peaks)
        self._balloons = self._make_balloons(rng)
        self._birds = Birds(stage, 0.5, colour(rocks[0]))

    def _gate(self, rng: Rng, u: Light) -> Light:
        """Summits stand in groups, with open sky between."""
        middle = self._stage.aspect * (0.5 - self._side * rng.uniform(0.10, 0.32))
        gate: Light = 0.25 + 0.9 * np.exp(-(((u - middle) / 0.62) ** 2))
        return gate

    def _make_balloons(self, rng: Rng) -> list[_Balloon]:
        stage = self._stage
        asked = stage.mentions("balloon hot mongolfiera mongolfiere")
        if not asked and rng.uniform() < 0.30:
            return []
        balloons = []
        for number in range(int(rng.integers(3, 6))):
            radius = rng.uniform(0.105, 0.13) if number == 0 else rng.uniform(0.022, 0.052)
            light, dark = _SILKS[int(rng.integers(len(_SILKS)))]
            x = 0.5 - self._side * 0.06 if number == 0 else rng.uniform(0.06, 0.94)
            balloons.append(
                _Balloon(
                    stage.aspect * x, 0.36 if number == 0 else rng.uniform(0.14, 0.52), radius,
                    (colour(light), colour(dark)), rng.uniform(0, 6.3),
                    int(rng.choice([8, 10, 12])),
                )
            )  # fmt: skip
        return sorted(balloons, key=lambda balloon: balloon.radius)

    def _bank(self, number: int, seconds: float) -> tuple[Light, Light]:
        """One bank of clouds as soft layers: its light and cover, below the sky."""
        u, v = self._grid_of(number)
        base = _BANKS[number]
        near = number / (len(_BANKS) - 1)
        drift = self._side * seconds * (0.004 + 0.010 * near) + 0.31 * number
        scale = 0.55 - 0.26 * near
        squash = 2.1 - 0.5 * near
        y = v * scale * squash + 0.21 * number
        body = self._body.at(u * scale + drift, y - 0.002 * seconds)
        fine = self._body.at(u * scale * 2.7 + 1.4 * drift, y * 2.5 + 0.003 * seconds)
        heap = body + 0.42 * fine
        above = self._body.at(
            u * scale + drift + 0.010 * self._side, y - 0.022 - 0.002 * seconds
        ) + 0.42 * self._body.at(
            u * scale * 2.7 + 1.4 * drift + 0.016 * self._side, y * 2.5 - 0.030 + 0.003 * seconds
        )
        cover = smooth(-0.035, 0.05 + 0.03 * near, v - base + (0.030 + 0.022 * near) * heap)
        light = smooth(-1.2, 1.5, (heap - above) * 1.1 + 0.5 * heap) * (
            0.45 + 0.48 * self._soft_sun
        )
        depth = np.clip((v - base) / 0.16, 0, 1)
        light = light * (1 - 0.32 * depth) + 0.08
        tone = self._shade + (self._lit - self._shade) * light
        tone = tone + (self._low * 0.95 - tone) * np.float32(0.58 * (1 - near) ** 1.5)
        return tone, cover

    def _grid_of(self, number: int) -> tuple[Light, Light]:
        first = self._stage.row(_BANKS[number] - 0.14)
        return self._stage.grid(SOFT, first)

    def _lay_bank(self, frame: Light, number: int, seconds: float) -> None:
        stage = self._stage
        tone, cover = self._bank(number, seconds)
        first = stage.row(_BANKS[number] - 0.14)
        alpha = np.empty((stage.height - first, stage.width), np.float32)
        enlarge(cover.astype(np.float32), alpha)
        light = np.empty((3, *alpha.shape), np.float32)
        enlarge(tone.astype(np.float32), light)
        lay(frame[:, first:], light, alpha)

    def _add_balloon(self, frame: Light, balloon: _Balloon, seconds: float) -> None:
        height, r = self._stage.height, balloon.radius
        x = balloon.x + self._side * 0.10 * r * math.sin(seconds * 0.25 + balloon.beat)
        x += 0.05 * r * seconds * -self._side
        y = balloon.y + 0.10 * r * math.sin(seconds * 0.5 + balloon.beat) - 0.012 * r * seconds
        left, right = int((x - 1.1 * r) * height), int((x + 1.1 * r) * height) + 2
        top, bottom = int((y - 1.15 * r) * height), int((y + 1.95 * r) * height) + 2
        left, top = max(0, left), max(0, top)
        area = frame[:, top:bottom, left:right]
        if not area.size:
            return
        p = ((np.arange(left, left + area.shape[2], dtype=np.float32) + 0.5) / height - x)[
            None, :
        ] / r
        q = ((np.arange(top, top + area.shape[1], dtype=np.float32) + 0.5) / height - y)[
            :, None
        ] / r
        # A sphere above, drawn in to the mouth below.
        taper = np.clip((q - 0.25) / 1.05, 0, 1)
        wide = np.where(
            q < 0.25, np.sqrt(np.clip(1 - q * q, 0, 1)), 0.968 * (1 - 0.84 * taper**1.25)
        )
        wide = np.where(q > 1.30, 0, wide)
        edge = 1 / (r * height)
        cover = np.clip((wide - np.abs(p)) / edge + 0.5, 0, 1) * (wide > 0)
        across = np.clip(p / np.maximum(wide, 1e-3), -1, 1)
        turn = np.arcsin(across) + 0.10 * seconds + balloon.beat
        gore = smooth(-0.12, 0.12, np.sin(turn * balloon.gores / 2))
        band = smooth(0.02, 0.0, np.abs(q - 0.18) - 0.16) * 0.75
        first, second = balloon.silks
        silk = first + (second - first) * np.clip(gore * (1 - band) + band * (1 - gore), 0, 1)
        normal = across * self._side * 0.75 - np.clip(q, -1, 1) * 0.40
        seam = 1 - 0.22 * np.exp(-((np.sin(turn * balloon.gores / 2) / 0.10) ** 2))
        shade = (0.28 + 0.72 * smooth(-0.9, 0.8, normal)) * seam
        rim = np.clip(np.abs(across) - 0.86, 0, 1) * 2.2 * smooth(0, 0.6, normal)
        burn = max(0.0, math.sin(seconds * 1.1 + balloon.beat)) ** 3
        inner = np.exp(-(((q - 1.2) / 0.75) ** 2)) * (0.10 + 0.8 * burn)
        tone = silk * shade + self._lit * (rim * 0.30) + colour("#ff9a40") * inner * 0.5
        away = min(0.62, max(0.0, 0.75 - r * 9))
        tone = tone + (self._low * 0.9 - tone) * np.float32(away)
        lay(area, tone.astype(np.float32), cover.astype(np.float32))
        dark = self._shade * np.float32(0.22) + (self._low * 0.9) * np.float32(away)
        rope = np.abs(np.abs(p) - (0.155 - 0.05 * (q - 1.30) / 0.30)) < max(0.012, 0.6 * edge)
        ropes = 0.8 * (rope & (q > 1.29) & (q < 1.62))
        basket = np.clip((0.125 - 0.02 * (q - 1.6) - np.abs(p)) / edge + 0.5, 0, 1)
        basket = (
            basket * np.clip((q - 1.60) / edge + 0.5, 0, 1) * np.clip((1.80 - q) / edge + 0.5, 0, 1)
        )
        lay(area, dark, np.maximum(ropes, basket).astype(np.float32))
        flame = np.exp(-((p / 0.05) ** 2 + ((q - 1.42) / 0.10) ** 2)) * burn
        area += colour("#ffd890") * (flame * 1.6).astype(np.float32)

    def paint(self, moment: Moment) -> Light:
        """See `Scene`."""
        stage, seconds = self._stage, moment.seconds
        frame = np.empty((3, stage.height, stage.width), np.float32)
        enlarge(self._sky.paint(seconds), frame[:, : self._row])
        frame[:, self._row :] = self._low
        self._birds.over(frame, seconds)
        self._lay_bank(frame, 0, seconds)
        self._peaks.over(frame)
        small = [balloon for balloon in self._balloons if balloon.radius < 0.09]
        for balloon in small:
            self._add_balloon(frame, balloon, seconds)
        for number in range(1, len(_BANKS)):
            self._lay_bank(frame, number, seconds)
        for balloon in self._balloons[len(small) :]:
            self._add_balloon(frame, balloon, seconds)
        return frame
