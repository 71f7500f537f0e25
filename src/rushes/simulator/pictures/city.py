"""A city street at night in the rain: a tram comes nearer, its lights run down the wet road."""

import math

import numpy as np

from rushes.simulator.pictures.city_street import paint_street, street_lamps
from rushes.simulator.pictures.figure import Figure
from rushes.simulator.pictures.light import SOFT, Light, bands, colour, enlarge, lay, smooth
from rushes.simulator.pictures.noise import Field
from rushes.simulator.pictures.stage import Moment, Stage

_HORIZON = 0.60

# Night above, haze over the road; three neon lights; the tram.
_MOODS = {
    "neon pink magenta rose red violet purple rosa": (
        "#0b0a18", "#3a2036", ("#ff4f79", "#41c8ff", "#b264ff"), "#8c2230",
    ),
    "cold blue teal winter snow ice blu": (
        "#060d18", "#143a4c", ("#4fe0ff", "#6fa0ff", "#f0f6ff"), "#1f5666",
    ),
    "warm amber gold autumn orange old oro": (
        "#100b10", "#46301e", ("#ffb347", "#ff7a4a", "#ffe2a0"), "#7a5a1c",
    ),
    "green emerald jade verde": (
        "#07100f", "#1a3a34", ("#5cffb0", "#ffd25c", "#42b8ff"), "#20503a",
    ),
}  # fmt: skip
_COATS = {
    "red rosso": "#d8232f",
    "yellow giallo": "#e8b21c",
    "black nero": "#15161c",
    "white bianco": "#d8dade",
    "blue blu": "#2458c8",
    "green verde": "#1f8a55",
}


class City:
    """The scene."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        rng = stage.rng
        night, haze, neon, tram = stage.choose(_MOODS)
        self._row = stage.row(_HORIZON)
        self._horizon = self._row / stage.height
        self._vanish = stage.aspect * rng.uniform(0.40, 0.58)
        self._walls = paint_street(stage, self._row, self._vanish, (night, haze), neon)
        self._lamps = street_lamps(rng, stage.aspect, self._vanish, self._horizon, neon)
        self._grid = stage.grid(SOFT, 0, self._row)
        self._haze = self._make_haze(colour(haze))
        self._tram = colour(tram)
        self._tram_at = self._vanish + rng.uniform(-0.03, 0.06)
        self._beat = rng.uniform(0, 6.3, len(self._lamps))
        self._make_road(rng)
        self._make_rain(rng)
        self._figure = self._make_figure(rng)

    def _make_haze(self, tint: Light) -> Light:
        u, v = self._grid
        distance = np.hypot((u - self._vanish) * 0.55, v - self._horizon)
        haze: Light = tint * (0.9 * np.exp(-distance * 4.2) + 0.10)
        return haze

    def _make_road(self, rng: np.random.Generator) -> None:
        stage = self._stage
        u, v = stage.grid(SOFT, self._row)
        below = np.maximum(v - self._horizon, 0.002)
        far = 1 / (below + 0.04)
        self._depth = below
        field = Field(rng, 1.5, size=512, coarsest=3, finest=110)
        x, y = (u - stage.aspect / 2) * far * 0.05, far * 0.05
        self._wet = 0.22 + 0.78 * smooth(-0.9, 0.8, field.at(x, y + 0 * u))
        self._wave, self._wave_x, self._wave_y = (
            Field(rng, 1.0, size=512, finest=170),
            x * 2,
            y * 2.6,
        )
        self._road = colour("#0a0a10") * np.ones_like(self._wet)
        rails = np.zeros_like(self._wet)
        for side in (-0.085, 0.085):
            place = self._tram_at + side * below * 7.5
            wide = 0.0015 + 0.014 * below
            rails += np.exp(-(((u - place) / wide) ** 2))
        self._rails = np.clip(rails, 0, 1)

    def _make_rain(self, rng: np.random.Generator) -> None:
        """A sheet of falling streaks, twice as high as the picture so that it can be rolled."""
        stage = self._stage
        height, width = stage.height, stage.width
        sheet = np.zeros((height, width), np.float32)
        count = int(420 * stage.aspect)
        for size in (0.022, 0.045):
            length = max(3, int(size * height))
            x, y = rng.integers(0, width, count), rng.integers(0, height, count)
            light = rng.uniform(0.2, 1.0, count) * (0.03 if size < 0.03 else 0.05)
            for step in range(length):
                fade = math.sin(math.pi * (step + 0.5) / length)
                column = (x - step // 7) % width
                np.add.at(sheet, ((y + step) % height, column), light * fade)
        self._rain = np.concatenate([sheet, sheet])

    def _make_figure(self, rng: np.random.Generator) -> Figure | None:
        stage = self._stage
        asked = stage.mentions("woman man person girl boy umbrella walker stop donna uomo ombrello")
        if not asked and rng.uniform() < 0.35:
            return None
        coat = stage.choose(_COATS) if stage.mentions(" ".join(_COATS)) else _COATS["red rosso"]
        side = -1 if self._vanish > stage.aspect * 0.5 else 1
        x = self._vanish + side * stage.aspect * rng.uniform(0.17, 0.26)
        return Figure(stage, x, 0.94, 0.50, canopy=colour(coat), lit_from=-side)

    def _backdrop(self, moment: Moment) -> Light:
        """Walls, haze, lamps and the tram's lights out of focus: the soft upper half."""
        u, v = self._grid
        light = self._haze * np.float32(1 + 0.04 * math.sin(moment.seconds * 0.8))
        x, foot, size = self._tram_box(moment)
        distance = np.hypot(u - x, (v - foot) * 1.3) / size
        light += colour("#ffdcb0") * (0.30 * np.exp(-distance * 1.5))
        nearer = 1 + 0.10 * moment.progress
        for lamp, beat in zip(self._lamps, self._beat, strict=True):
            lamp.add(light, u, v, self._vanish, self._horizon, nearer, moment.seconds, beat)
        return light

    def _tram_box(self, moment: Moment) -> tuple[float, float, float]:
        """Middle, foot and width of the tram."""
        size = 0.20 * (1 + 0.42 * moment.progress)
        return self._tram_at, self._horizon + 0.012 + 0.05 * (size - 0.20), size

    def _add_tram(self, frame: Light, moment: Moment) -> None:
        stage = self._stage
        x, foot, size = self._tram_box(moment)
        rows = slice(int((foot - size * 1.35) * stage.height), self._row)
        columns = slice(int((x - size) * stage.height), int((x + size) * stage.height))
        u, v = stage.u[:, columns], stage.v[rows]
        area = frame[:, rows, columns]
        p, q = (u - x) / size, (v - foot) / size
        edge = 0.030
        body = _box(p, q, 0, -0.58, 0.42, 0.60, 0.12, edge)
        lay(area, self._tram * (0.30 + 0.5 * smooth(-1.1, -0.1, q)) * np.ones_like(p), body * 0.96)
        pane = _box(p, q, 0, -0.66, 0.34, 0.20, 0.06, edge)
        post = 1 - 0.85 * np.exp(-((p / 0.018) ** 2))
        heads = np.exp(-(((p - 0.17) / 0.07) ** 2 + ((q + 0.52) / 0.11) ** 2)) + np.exp(
            -(((p + 0.15) / 0.06) ** 2 + ((q + 0.53) / 0.10) ** 2)
        )
        area += colour("#ffd9a0") * (pane * post * np.clip(1 - 0.75 * heads, 0, 1) * 1.5)
        sign = _box(p, q, 0, -1.02, 0.20, 0.045, 0.02, edge)
        area += colour("#ffc060") * (sign * 1.4)
        self._add_headlights(area, u, v, moment)

    def _add_headlights(self, light: Light, u: Light, v: Light, moment: Moment) -> None:
        x, foot, size = self._tram_box(moment)
        for side in (-0.27, 0.27):
            distance = np.hypot(u - (x + side * size), v - (foot - 0.20 * size)) / size
            light += colour("#fff0d0") * (
                2.6 * np.exp(-((distance / 0.06) ** 2)) + 0.5 * np.exp(-distance * 6.5)
            )

    def _reflection(self, soft: Light, moment: Moment) -> Light:
        """The wet road as a soft layer: what is above, drawn out towards us and broken up."""
        depth, rows = self._depth[:, 0], soft.shape[1]
        total = np.cumsum(np.pad(soft, ((0, 0), (1, 0), (0, 0))), axis=1, dtype=np.float32)
        cells = depth * self._stage.height / SOFT
        low = np.clip(rows - 1 - cells * 0.55, 1, rows)
        high = np.clip(rows - 1 - cells * 1.75 - 3, 0, low - 1)
        wave = self._wave.at(self._wave_x, self._wave_y - np.float32(moment.seconds * 0.05))
        shift = wave * (1.2 + 11 * self._depth)
        stretch = (low - high)[:, None]
        drawn = (total[:, low.astype(np.intp)] - total[:, high.astype(np.intp)]) / stretch
        place = np.clip(np.arange(soft.shape[2]) + shift, 0, soft.shape[2] - 1.001)
        column = place.astype(np.intp)
        share = (place - column).astype(np.float32)
        line = np.arange(drawn.shape[1])[:, None]
        broken = drawn[:, line, column]
        broken += (drawn[:, line, column + 1] - broken) * share
        fade = np.exp(-self._depth * 2.4)
        light: Light = self._road + broken * (self._wet * fade * 1.15)
        light += drawn * (self._rails * 0.55)
        return light

    def paint(self, moment: Moment) -> Light:
        """See `Scene`."""
        stage = self._stage
        u, v = self._grid
        soft = self._backdrop(moment)
        frame = np.empty((3, stage.height, stage.width), np.float32)
        upper = frame[:, : self._row]
        enlarge(soft, upper)
        for rows in bands(self._row, stage.width):
            upper[:, rows] += self._walls.light[:, rows]
        self._add_tram(frame, moment)
        seen = soft + self._walls.soft
        self._add_headlights(seen, u, v, moment)
        enlarge(self._reflection(seen, moment), frame[:, self._row :])
        start = stage.height - int(moment.seconds * 1.35 * stage.height) % stage.height
        rain = self._rain[start : start + stage.height]
        for rows in bands(stage.height, stage.width):
            streaks = rain[rows]
            for plane in frame:
                # Rain is seen where there is light behind it.
                plane[rows] += streaks * (plane[rows] + np.float32(0.10)) * np.float32(6)
        if self._figure is not None:
            self._figure.over(frame, moment)
        return frame


def _box(
    p: Light, q: Light, x: float, y: float, wide: float, high: float, round_by: float, edge: float
) -> Light:
    """Coverage of a box with round corners; half sizes."""
    dx = np.maximum(np.abs(p - x) - (wide - round_by), 0)
    dy = np.maximum(np.abs(q - y) - (high - round_by), 0)
    cover: Light = np.clip((round_by - np.hypot(dx, dy)) / edge + 0.5, 0, 1)
    return cover
