"""A planet in space: it turns, with rings or air around it, and a moon passes."""

import math

import numpy as np

from rushes.simulator.pictures.layers import Collage, Layer, Sprite
from rushes.simulator.pictures.light import Light, colour, enlarge, lay, ramp, smooth
from rushes.simulator.pictures.noise import Field, Rng
from rushes.simulator.pictures.shapes import disc
from rushes.simulator.pictures.stage import Moment, Stage
from rushes.simulator.pictures.stars import Stars

_HALF = 2
_MAP_WIDTH, _MAP_HEIGHT = 1024, 512
_SPIN = 0.035
"""Turn of the planet in radians a second."""

# Bands from dark to light, air, two lights of the nebula.
_MOODS = {
    "ochre gold amber warm saturn saturno desert": (
        ("#5a2f1c", "#a8683a", "#d9a468", "#f4dcb0"), "#ffb070", "#3a2440", "#10283c",
    ),
    "ice blue cold neptune teal ghiaccio blu": (
        ("#173048", "#2f6a8c", "#7fb4c8", "#dff0f4"), "#8fd0ff", "#14304a", "#2a1c48",
    ),
    "red mars rose crimson rosso": (
        ("#38100f", "#7c2a1e", "#b8563a", "#e8a880"), "#ff9a70", "#3c1424", "#141c38",
    ),
    "violet purple pink magenta viola": (
        ("#22163c", "#57387c", "#9a74b4", "#e2c4dc"), "#d0a8ff", "#341848", "#0c2a44",
    ),
    "earth ocean green terra orbit astronaut": (
        ("#06182e", "#0d3858", "#2e6450", "#b89c70"), "#80c0ff", "#0c1c34", "#1c1430",
    ),
}  # fmt: skip


class Planet:
    """The scene."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        rng = stage.rng
        bands, air, *nebula = stage.choose(_MOODS)
        watery = bands == _MOODS["earth ocean green terra orbit astronaut"][0]
        self._air = colour(air)
        ringed = stage.mentions("saturn ring saturno anello")
        self._near = watery or (rng.uniform() < 0.25 and not ringed)
        if self._near:
            self._radius = rng.uniform(1.15, 1.5)
            self._centre = stage.aspect * rng.uniform(0.35, 0.65), 0.55 + self._radius
        else:
            self._radius = rng.uniform(0.30, 0.38)
            self._centre = stage.aspect * rng.uniform(0.34, 0.66), rng.uniform(0.46, 0.56)
        side = float(rng.choice([-1, 1]))
        sun = (
            np.array([0.80 * side, -0.42, 0.40])
            if not self._near
            else np.array([0.5 * side, -0.75, 0.42])
        )
        self._sun = sun / np.linalg.norm(sun)
        self._tilt = rng.uniform(0.18, 0.42) * side
        self._map = _watery(rng, bands) if watery else _banded(rng, bands)
        self._stars = Stars(rng, stage.width, stage.height, int(520 * stage.aspect), 1.1)
        self._sky = self._paint_sky(rng, nebula)
        self._make_globe(rng)
        self._moon, self._moon_size = self._make_moon(rng)
        self._moon_at = rng.uniform(0.1, 0.3), side
        self._rings = None if self._near or rng.uniform() < 0.2 else self._make_rings(rng, bands)

    def _paint_sky(self, rng: Rng, nebula: list[str]) -> Light:
        """Faint clouds of light, and the glow of the air around the planet."""
        stage = self._stage
        u, v = stage.soft_u, stage.soft_v
        large = Field(rng, 2.0, size=256)
        band = np.exp(-(((v - 0.35 - 0.25 * (u - stage.aspect / 2)) / 0.42) ** 2))
        light = colour("#04050a") * np.ones_like(band)
        for number, code in enumerate(nebula):
            cloud = smooth(-0.4, 2.2, large.at(u * 0.4 + number * 0.37, v * 0.4 + 0.11 * number))
            light = light + colour(code) * (cloud * (0.25 + 0.75 * band) * 0.9)
        x, y = u - self._centre[0], v - self._centre[1]
        distance = np.hypot(x, y)
        out = np.maximum(distance - self._radius, 0) / self._radius
        day = np.clip(0.25 + (x * self._sun[0] + y * self._sun[1]) / self._radius, 0, 1.3)
        thin, faint = (26, 0.03) if self._near else (20, 0.05)
        light = light + self._air * ((np.exp(-out * thin) * 0.5 + np.exp(-out * 5) * faint) * day)
        full = np.empty((3, stage.height, stage.width), np.float32)
        return enlarge(light.astype(np.float32), full)

    def _make_globe(self, rng: Rng) -> None:
        """Where each sample of the globe lies on the map, and how much light falls on it."""
        stage, radius = self._stage, self._radius
        u, v = stage.grid(_HALF)
        x0, y0 = self._centre
        columns = np.flatnonzero(np.abs(u[0] - x0) < radius + 0.02)
        rows = np.flatnonzero(np.abs(v[:, 0] - y0) < radius + 0.02)
        self._columns = slice(int(columns[0]), int(columns[-1]) + 1)
        self._rows = slice(int(rows[0]), int(rows[-1]) + 1)
        x = (u[:, self._columns] - x0) / radius
        y = (v[self._rows] - y0) / radius
        x, y = np.broadcast_arrays(x, y)
        z = np.sqrt(np.clip(1 - x * x - y * y, 0.0, 1))
        lean, rise = math.cos(self._tilt), math.sin(self._tilt)
        latitude = np.arcsin(np.clip(y * lean - x * rise, -1, 1))
        longitude = np.arctan2(x * lean + y * rise, z)
        self._longitude = longitude * (_MAP_WIDTH / (2 * math.pi))
        self._line = ((latitude / math.pi + 0.5) * (_MAP_HEIGHT - 1)).astype(np.intp) * _MAP_WIDTH
        day = x * self._sun[0] + y * self._sun[1] + z * self._sun[2]
        lit = smooth(-0.12, 0.75, day) ** 1.2 * 1.15
        rim = (1 - z) ** 3
        self._lit = (lit * (1 - 0.45 * rim)).astype(np.float32)
        self._veil = (rim * np.clip(day + 0.15, 0, 1) * (0.5 if self._near else 0.7)).astype(
            np.float32
        )
        self._start = rng.uniform(0, _MAP_WIDTH)

    def _make_rings(self, rng: Rng, bands: tuple[str, ...]) -> tuple[Layer, Layer]:
        """The rings behind and before the globe."""
        stage, radius = self._stage, self._radius
        x, y = stage.u - self._centre[0], stage.v - self._centre[1]
        lean, rise = math.cos(self._tilt), math.sin(self._tilt)
        across, flat = x * lean + y * rise, rng.uniform(0.16, 0.26)
        depth = (y * lean - x * rise) / flat
        distance = np.hypot(across, depth) / radius
        grooves = Field(rng, 0.9, size=512, coarsest=4, finest=60).texture[0]
        at = np.clip((distance - 1.28) / 1.0, 0, 0.999)
        dense = np.interp(at, np.linspace(0, 1, 512), 0.62 + 0.30 * grooves).astype(np.float32)
        gap = 1 - 0.85 * np.exp(-(((distance - 1.86) / 0.018) ** 2))
        dense = (
            np.clip(dense, 0.04, 1)
            * gap
            * smooth(1.30, 1.36, distance)
            * smooth(2.22, 2.10, distance)
        )
        # The globe's shadow falls on the part that lies away from the sun.
        along = across * self._sun[0] + depth * self._sun[1] * 0.5
        beside = np.abs(across * self._sun[1] * 0.5 - depth * self._sun[0])
        shadow = smooth(radius * 1.02, radius * 0.94, beside) * (along < 0)
        tint = (colour(bands[3]) * 0.55 + colour(bands[2]) * 0.15) * (1 - 0.94 * shadow)
        sheets = []
        for behind in (True, False):
            sheet = Collage(stage.height, stage.width)
            part = (
                smooth(1.5, -1.5, depth * stage.height)
                if behind
                else smooth(-1.5, 1.5, depth * stage.height)
            )
            sheet.put(tint.astype(np.float32), (dense * part * 0.85).astype(np.float32))
            sheets.append(Layer(sheet))
        return sheets[0], sheets[1]

    def _make_moon(self, rng: Rng) -> tuple[Sprite, int]:
        size = int(self._stage.height * rng.uniform(0.035, 0.065))
        place = (np.arange(size * 2 + 4) + 0.5 - size - 2) / size
        x, y = place[None, :], place[:, None]
        z = np.sqrt(np.clip(1 - x * x - y * y, 0, 1))
        day = smooth(-0.05, 0.7, x * self._sun[0] + y * self._sun[1] + z * self._sun[2])
        rough = Field(rng, 1.4, size=128, coarsest=2).at(x * 0.3 + z * 0.1, y * 0.3)
        tone = colour("#b8aea4") * (day * (1 + 0.16 * rough)) + colour("#05060a")
        edge = np.clip((1 - np.hypot(x, y)) * size + 0.5, 0, 1)
        return Sprite(tone, edge), size + 2

    def _paint_globe(self, seconds: float) -> Light:
        turned = self._longitude + (self._start + seconds * _SPIN * _MAP_WIDTH / (2 * math.pi))
        left = np.floor(turned)
        share = (turned - left).astype(np.float32)
        column = left.astype(np.intp) % _MAP_WIDTH
        here = self._line + column
        next_to = self._line + np.where(column == _MAP_WIDTH - 1, 0, column + 1)
        globe = np.empty((3, *here.shape), np.float32)
        for plane, surface, air in zip(globe, self._map, self._air[:, 0, 0], strict=True):
            tone = surface.take(here)
            tone += (surface.take(next_to) - tone) * share
            np.multiply(tone, self._lit, out=plane)
            plane += self._veil * air
        return globe

    def paint(self, moment: Moment) -> Light:
        """See `Scene`."""
        stage = self._stage
        frame = self._sky.copy()
        self._stars.add(frame, moment.seconds, shift=moment.seconds * 0.0022 * stage.height)
        if self._rings is not None:
            self._rings[0].over(frame)
        globe = self._paint_globe(moment.seconds)
        rows, columns = (globe.shape[1] - 2) * _HALF, (globe.shape[2] - 2) * _HALF
        large = enlarge(globe, np.empty((3, rows, columns), np.float32))
        top, left = self._rows.start * _HALF, self._columns.start * _HALF
        area = np.s_[:, top : top + rows, left : left + columns]
        part = frame[area]
        cover = disc(
            stage.u[:, left : left + part.shape[2]], stage.v[top : top + part.shape[1]],
            *self._centre, self._radius, 1.4 / stage.height,
        )  # fmt: skip
        lay(part, large[:, : part.shape[1], : part.shape[2]], cover)
        if self._rings is not None:
            self._rings[1].over(frame)
        height, side = self._moon_at
        x = stage.aspect * (0.5 - side * 0.30) + side * 0.012 * moment.seconds
        corner = np.array([x, height]) * stage.height - self._moon_size
        self._moon.over(frame, float(corner[0]), float(corner[1]))
        return frame


def _banded(rng: Rng, bands: tuple[str, ...]) -> Light:
    """The map of a gas giant: bands torn by storms."""
    x = np.linspace(0, 1, _MAP_WIDTH, endpoint=False, dtype=np.float32)[None, :]
    y = np.linspace(0, 1, _MAP_HEIGHT, dtype=np.float32)[:, None]
    field = Field(rng, 1.9, size=512, coarsest=2, finest=180)
    belts = Field(rng, 1.3, size=512, coarsest=3, finest=40).texture[:, :1]
    curl = field.at(x * 2, y * 1.5)
    curl = field.at(x * 4 + 0.035 * curl, y * 5 + 0.02 * curl)
    fine = field.at(x * 6 + 0.05 * curl, y * 16 + 0.04 * curl)
    place = np.clip(y + 0.012 * curl, 0, 1) * 511
    belt = np.interp(place, np.arange(512), belts[:, 0])
    tone = np.clip(0.52 + 0.24 * belt + 0.09 * curl + 0.06 * fine, 0, 1)
    return ramp([(0, bands[0]), (0.35, bands[1]), (0.68, bands[2]), (1, bands[3])], tone)


def _watery(rng: Rng, bands: tuple[str, ...]) -> Light:
    """The map of a world with seas, land and clouds."""
    x = np.linspace(0, 1, _MAP_WIDTH, endpoint=False, dtype=np.float32)[None, :]
    y = np.linspace(0, 1, _MAP_HEIGHT, dtype=np.float32)[:, None]
    field = Field(rng, 1.7, size=512, coarsest=2, finest=220)
    height = field.at(x * 2, y) + 0.25 * field.at(x * 6, y * 3 + 0.3)
    land = smooth(0.35, 0.45, height)
    sea = ramp([(0, bands[0]), (1, bands[1])], smooth(-1.2, 0.4, height))
    ground = ramp([(0, bands[2]), (1, bands[3])], smooth(0.4, 1.6, height))
    light = sea + (ground - sea) * land
    warp = field.at(x * 3 + 0.2, y * 3) * 0.03
    cloud = field.at(x * 4 + warp, y * 5 + 0.7 * warp) + 0.5 * field.at(x * 9 + warp, y * 9 - warp)
    cover = smooth(0.35, 1.9, cloud) * 0.95
    return (light + (colour("#f2f6fa") * 0.8 - light) * cover).astype(np.float32)
