"""A calm sea under a low sun or the moon; a sail, or a lighthouse on its rock."""

import math

import numpy as np

from rushes.simulator.pictures.layers import Collage, Layer, Sprite
from rushes.simulator.pictures.light import SOFT, Light, colour, enlarge, smooth
from rushes.simulator.pictures.mountains import Outline, Slopes, paint_range
from rushes.simulator.pictures.noise import Field
from rushes.simulator.pictures.shapes import disc, fill
from rushes.simulator.pictures.sky import Birds, Sky, Weather
from rushes.simulator.pictures.stage import Moment, Stage
from rushes.simulator.pictures.water import StillWater

_MOODS = {
    "dawn sunrise morning pale alba mattino": Weather(
        "#34527e", "#c7a2a4", "#ffd9a8", "#fff0cc", "#ffd9c0", "#7d86a4", 0.50
    ),
    "dusk sunset evening golden gold orange tramonto sera": Weather(
        "#1d1c44", "#a3505f", "#ff9c50", "#ffd590", "#ff9a70", "#4a3050", 0.52
    ),
    "night moon midnight dark notte luna": Weather(
        "#050a18", "#10233c", "#284a5e", "#e4eef6", "#8fa8bc", "#10202f", 0.42, 0.028
    ),
    "storm grey gray cold rain winter tempesta freddo": Weather(
        "#1c2a34", "#4c6470", "#a4b4b4", "#f0f4ee", "#b8c4c4", "#24323c", 0.74
    ),
    "rose pink violet lilac rosa viola": Weather(
        "#2a2656", "#b06a96", "#ffb8a8", "#ffe6d2", "#ffb4bc", "#5c4478", 0.48
    ),
}
_HULL = [(-0.52, -0.13), (0.60, -0.16), (0.42, 0.0), (-0.40, 0.0)]
_MAIN = [(-0.02, -1.30), (-0.06, -0.22), (-0.50, -0.20), (-0.30, -0.62), (-0.12, -1.05)]
_JIB = [(0.02, -1.22), (0.20, -0.85), (0.56, -0.22), (0.03, -0.24)]
_MAST = [(-0.022, -1.34), (0.004, -1.34), (0.004, -0.12), (-0.022, -0.12)]
_TOWER = [(-0.085, 0.02), (-0.052, -0.80), (0.052, -0.80), (0.085, 0.02)]
_BALCONY = [(-0.085, -0.80), (-0.085, -0.83), (0.085, -0.83), (0.085, -0.80)]
_LANTERN = [(-0.042, -0.83), (-0.042, -0.93), (0.042, -0.93), (0.042, -0.83)]
_DOME = [(-0.055, -0.93), (0.0, -1.0), (0.055, -0.93)]
_BANDS = [(-0.20, -0.36), (-0.52, -0.66)]


class Sea:
    """The scene."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        rng = stage.rng
        weather = stage.choose(_MOODS)
        self._row = stage.row(rng.uniform(0.54, 0.62))
        self._horizon = self._row / stage.height
        self._radius = weather.radius
        side = float(rng.choice([-1, 1]))
        sun_x = stage.aspect * (0.5 + side * rng.uniform(0.06, 0.24))
        self._sun = (sun_x, self._horizon - rng.uniform(0.06, 0.20))
        self._sky = Sky(rng, stage.grid(SOFT, 0, self._row), self._horizon, weather, self._sun)
        self._low, self._dark = colour(weather.low), colour(weather.shade) * np.float32(0.35)
        self._lighthouse = self._wants_lighthouse()
        self._across = -side
        land = Collage(self._row, stage.width)
        self._put_land(land, weather)
        self._beam_at: tuple[float, float] | None = None
        if self._lighthouse:
            self._put_lighthouse(land)
        self._land = Layer(land)
        self._boat, self._boat_size = self._make_boat(rng)
        self._boat_x = stage.aspect * (0.5 - side * rng.uniform(0.08, 0.26))
        self._water = StillWater(
            stage, self._row, tint=colour(weather.middle) * np.float32(0.5),
            clearness=0.55, ripple=2.2,
        )  # fmt: skip
        self._make_glitter(rng)
        self._birds = Birds(stage, self._horizon - 0.10, self._dark * np.float32(0.5))

    def _wants_lighthouse(self) -> bool:
        stage = self._stage
        if stage.mentions("lighthouse faro cliff coast scogliera"):
            return True
        boat = "boat sail ship yacht sailing barca vela nave fisherman pescatore"
        return not stage.mentions(boat) and stage.rng.uniform() < 0.35

    def _put_land(self, land: Collage, weather: Weather) -> None:
        """Far hills on one side."""
        stage, rng = self._stage, self._stage.rng
        u, v = stage.u, stage.v[: self._row]
        near_side = u if self._across < 0 else stage.aspect - u
        fall = smooth(stage.aspect * rng.uniform(0.5, 0.9), 0.0, near_side)
        outline = self._horizon - 0.15 * Outline(rng, 1.4).at(u) * fall + 0.003
        slopes = Slopes(weather.shade, weather.shade, weather.middle, weather.low, self._across)
        tone, alpha = paint_range(rng, outline, u, v, foot=self._horizon, slopes=slopes)
        tone += (self._low - tone) * np.float32(0.30)
        land.put(tone, alpha)

    def _put_lighthouse(self, land: Collage) -> None:
        stage, rng = self._stage, self._stage.rng
        height, u, v = stage.height, stage.u, stage.v[: self._row]
        x = stage.aspect * (0.5 + self._across * rng.uniform(0.20, 0.30))
        rock = Outline(rng, 5.0, roughness=1.2).at(u)
        mound = np.exp(-(((u - x) / 0.22) ** 2)) * 0.085
        top = self._horizon - mound * (0.55 + 0.75 * rock) + 0.004
        slopes = Slopes("#0a0d12", "#2a2e34", "#4a4c4e", "#15191e", -self._across)
        tone, alpha = paint_range(rng, top, u, v, foot=self._horizon, slopes=slopes)
        land.put(tone, alpha)
        size = 0.27 * height
        foot = float(np.interp(x, u[0], top[0])) * height + 0.01 * size
        origin = np.array([x * height, foot])
        shape = land.alpha.shape
        round_by = smooth(0.085, -0.085, (u - x) / 0.27 * -self._across)
        white = colour("#e8e4da") * (0.10 + 0.45 * round_by) * np.ones_like(v)
        land.put(white, fill(np.array(_TOWER) * size + origin, *shape))
        for low, high in _BANDS:
            band = fill(np.array(_TOWER) * size + origin, *shape)
            inside = (v > (foot + high * size) / height) & (v < (foot + low * size) / height)
            red = colour("#b03428") * (0.10 + 0.45 * round_by) * np.ones_like(v)
            land.put(red, (band * inside).astype(np.float32))
        for outline in (_BALCONY, _DOME):
            land.put(colour("#14161a"), fill(np.array(outline) * size + origin, *shape))
        lamp = fill(np.array(_LANTERN) * size + origin, *shape)
        land.put(colour("#fff2c4") * np.float32(1.6), lamp)
        self._beam_at = (x, (foot - 0.88 * size) / height)

    def _make_boat(self, rng: np.random.Generator) -> tuple[Sprite | None, float]:
        if self._lighthouse:
            return None, 0.0
        size = rng.uniform(0.085, 0.125) * self._stage.height
        rows, columns = int(size * 1.36) + 1, int(size * 1.3) + 3
        origin = np.array([columns * 0.46, rows])
        alpha = np.zeros((rows, columns), np.float32)
        light = np.zeros((3, rows, columns), np.float32)
        sheet = Collage(rows, columns)
        sail = self._low * np.float32(0.40) + self._dark
        for outline, tint in ((_MAST, self._dark), (_MAIN, sail), (_JIB, sail * np.float32(0.8))):
            sheet.put(tint, fill(np.array(outline) * size + origin, rows, columns))
        sheet.put(
            self._dark * np.float32(0.5), fill(np.array(_HULL) * size + origin, rows, columns)
        )
        light, alpha = sheet.light, sheet.alpha
        return Sprite(light, alpha), float(rows)

    def _make_glitter(self, rng: np.random.Generator) -> None:
        """Sparks of the sun on the ripples, as a layer of half size."""
        stage = self._stage
        u, v = stage.grid(2, self._row)
        below = np.maximum(v - self._horizon, 0.001)
        far = 1 / (below + 0.025)
        self._spark = Field(rng, 0.8, size=512, coarsest=8, finest=190)
        self._spark_x = (u - self._sun[0]) * far * np.float32(0.045)
        self._spark_y = far * np.float32(0.070) + 0 * u
        wide = 0.035 + 0.34 * below
        path = np.exp(-(((u - self._sun[0]) / wide) ** 2))
        self._path = (path * (1.25 - 0.7 * smooth(0.0, 0.4, below))).astype(np.float32)
        self._sparks = np.empty((stage.height - self._row, stage.width), np.float32)

    def _add_sun(self, frame: Light) -> None:
        stage = self._stage
        x, y = self._sun
        reach = self._radius * 1.3
        columns = slice(int((x - reach) * stage.height), int((x + reach) * stage.height) + 1)
        rows = slice(
            int((y - reach) * stage.height), min(self._row, int((y + reach) * stage.height))
        )
        cover = disc(stage.u[:, columns], stage.v[rows], x, y, self._radius, 2.5 / stage.height)
        frame[:, rows, columns] += self._sky.sun_tint * (cover * np.float32(1.1))

    def _add_beam(self, light: Light, seconds: float) -> None:
        if self._beam_at is None:
            return
        u, v = self._stage.grid(SOFT, 0, self._row)
        du, dv = u - self._beam_at[0], v - self._beam_at[1]
        distance = np.hypot(du, dv)
        turn = math.cos(seconds * 0.85 + 0.6)
        # A beam that turns level is seen from the side: it grows long and short.
        length = 0.06 + 0.95 * abs(turn)
        along = du * math.copysign(1.0, turn)
        thin = np.exp(-((dv + 0.03 * du) ** 2) / (0.004 + 0.055 * np.maximum(along, 0)) ** 2)
        beam = thin * smooth(-0.01, 0.03, along) * np.exp(-np.maximum(along, 0) / length * 1.8)
        flash = 0.5 + 1.6 * max(0.0, -math.sin(seconds * 0.85 + 0.6)) ** 12
        halo = 0.5 * np.exp(-distance * 26) + 0.08 * np.exp(-distance * 6)
        light += colour("#fff8e8") * (0.36 * beam + halo * flash)

    def _add_glitter(self, frame: Light, seconds: float) -> None:
        drift = seconds * 0.012
        ripple = self._spark.at(self._spark_x + drift, self._spark_y - 1.6 * drift)
        ripple = ripple + self._spark.at(self._spark_x * 0.6 - drift, self._spark_y * 0.6)
        enlarge(smooth(0.7, 2.4, ripple + 0.5 * self._path) * self._path, self._sparks)
        for plane, tint in zip(frame[:, self._row :], self._sky.sun_tint[:, 0, 0], strict=True):
            plane += self._sparks * (tint * np.float32(1.15))

    def paint(self, moment: Moment) -> Light:
        """See `Scene`."""
        stage = self._stage
        sky = self._sky.paint(moment.seconds)
        self._add_beam(sky, moment.seconds)
        frame = np.empty((3, stage.height, stage.width), np.float32)
        upper = frame[:, : self._row]
        enlarge(sky, upper)
        self._add_sun(upper)
        self._birds.over(upper, moment.seconds)
        self._land.over(upper)
        if self._boat is not None:
            x = (self._boat_x + 0.008 * moment.seconds * self._across) * stage.height
            self._boat.over(upper, x, self._row - self._boat_size)
        self._water.reflect(frame, moment.seconds)
        self._add_glitter(frame, moment.seconds)
        return frame
