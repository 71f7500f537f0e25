"""Northern lights over mountains and a still lake, firs, and a small cabin with its lamp lit."""

import numpy as np

from rushes.simulator.pictures.cabin import Cabin
from rushes.simulator.pictures.layers import Collage, Glow, Layer
from rushes.simulator.pictures.light import SOFT, Light, colour, enlarge, lay, ramp, smooth
from rushes.simulator.pictures.mountains import Outline, Slopes, paint_range
from rushes.simulator.pictures.noise import Field, Line
from rushes.simulator.pictures.shapes import Cutout
from rushes.simulator.pictures.stage import Moment, Stage
from rushes.simulator.pictures.stars import Stars
from rushes.simulator.pictures.water import StillWater

_SHORE = 0.665
_LAMP = "#ffb65c"
_GLOW = "#ffc890"

# Low sky, high sky; foot, middle and top of the curtains; shadow, light and snow of the rocks.
_MOODS = {
    "green classic verde": (
        "#12323f",
        "#0a1030",
        "#b8ffd0",
        "#22e08a",
        "#5a3fd0",
        "#081826",
        "#1c4656",
        "#5b9c9c",
    ),
    "teal blue cold ice milky blu": (
        "#17304a",
        "#0b0a2c",
        "#c8fff0",
        "#20c8b0",
        "#a848c8",
        "#0a1830",
        "#244868",
        "#6c9cb8",
    ),
    "rose pink red magenta violet purple rosa viola": (
        "#2a2148",
        "#0c0a28",
        "#ffd8f0",
        "#e050a8",
        "#4a3ad8",
        "#120e2a",
        "#3a3262",
        "#8a78ac",
    ),
    "emerald lime spring smeraldo": (
        "#102c30",
        "#06141f",
        "#e8ffc0",
        "#58e060",
        "#1fa0a8",
        "#06161c",
        "#1a4444",
        "#5c9484",
    ),
}


class Aurora:
    """The scene."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        rng = stage.rng
        low, high, foot, middle, top, *rocks = stage.choose(_MOODS)
        self._foot, self._middle, self._top = colour(foot), colour(middle), colour(top)
        self._ambient = colour(middle) * np.float32(0.10) + colour(low) * np.float32(0.3)
        self._shore_row = stage.row(_SHORE)
        self._shore = self._shore_row / stage.height
        self._grid = stage.grid(SOFT, 0, self._shore_row)
        u, v = self._grid
        self._sky = ramp([(0, high), (0.62, low), (1, low)], v / self._shore) * np.ones_like(u)
        self._haze = Field(rng, 2.2, size=256).at(u * 0.35, v * 0.8)
        self._folds = [Line(rng, 2.2, coarsest=1, finest=9) for _ in range(3)]
        self._rays = [Line(rng, 0.6, coarsest=6, finest=160) for _ in range(3)]
        self._phase = rng.uniform(0, 1, 6)
        self._heights = np.sort(rng.uniform(0.14, 0.50, 3))
        self._stars = Stars(rng, stage.width, self._shore_row, int(260 * stage.aspect))
        land = Collage(self._shore_row, stage.width)
        self._put_mountains(land, rng, rocks, low)
        self._put_shore(land, rng, colour(rocks[2]))
        self._land = Layer(land)
        self._water = StillWater(stage, self._shore_row, tint=colour(low), clearness=0.6)
        self._make_near_firs(rng)

    def _put_mountains(
        self, land: Collage, rng: np.random.Generator, rocks: list[str], mist: str
    ) -> None:
        stage, rows = self._stage, self._shore_row
        shadow, lit, snow = rocks
        u, v = stage.u, stage.v[:rows]
        side = float(rng.choice([-1, 1]))
        for rise, peaks, slopes in (
            (0.34, 1.3, Slopes(shadow, lit, snow, mist, side)),
            (0.15, 2.2, Slopes(shadow, shadow, lit, mist, side)),
        ):
            outline = np.float32(self._shore) - np.float32(rise) * Outline(rng, peaks).at(u)
            tone, alpha = paint_range(rng, outline, u, v, foot=self._shore, slopes=slopes)
            land.put(tone, alpha)

    def _put_shore(self, land: Collage, rng: np.random.Generator, snow: Light) -> None:
        """Firs along the far shore, and the cabin before them."""
        stage, rows = self._stage, self._shore_row
        firs = Cutout(rows, stage.width)
        thick = Line(rng, 1.5, coarsest=2, finest=8)
        x = 0.0
        while x < stage.width:
            growth = float(thick.at(x / stage.width))
            tall = stage.height * 0.055 * np.exp(0.35 * growth) * rng.uniform(0.55, 1.25)
            if growth > -0.9:
                firs.add_conifer(rng, x, rows - 0.5, tall)
            x += stage.height * rng.uniform(0.006, 0.020) * (1 if growth > -0.3 else 2.2)
        land.put(self._ambient * np.float32(0.16), firs.at(0, stage.width))
        edge = 0.010 + 0.004 * Line(rng, 1.2, coarsest=2, finest=60).at(stage.u * 0.5)
        bank = np.clip((stage.v[:rows] - (self._shore - edge)) * stage.height + 0.5, 0, 1)
        land.put(snow * np.float32(0.20) + self._ambient * np.float32(0.35), bank)
        cabin = Cabin(min(stage.height * 0.15, stage.width * 0.45), self._ambient)
        high, wide = cabin.alpha.shape
        left = max(0, int(stage.width * rng.uniform(0.36, 0.64) - wide / 2))
        land.put(cabin.light, cabin.alpha, rows - high, left)
        self._lamps, self._lamp_area = (
            cabin.lamps * 2.4,
            np.s_[rows - high : rows, left : left + wide],
        )
        self._smoke_from = (
            (left + cabin.smoke_from[0]) / stage.height,
            (rows - high + cabin.smoke_from[1]) / stage.height,
        )
        x = (left + wide / 2) / stage.height
        self._glow = Glow(colour(_GLOW), x, self._shore - 0.03, 0.34, stage.height, stage.width)
        self._smoke = Field(rng, 1.8, size=256, coarsest=3)

    def _make_near_firs(self, rng: np.random.Generator) -> None:
        """Two groups of tall firs that part slowly, as if one came nearer."""
        stage = self._stage
        self._travel = stage.height * 0.05
        self._near_tint = self._ambient * np.float32(0.05)
        self._groups = []
        for side in (-1, 1):
            wide = int(stage.width * rng.uniform(0.20, 0.30))
            group = Cutout(stage.height, wide + int(self._travel) + 1)
            edge = 0 if side < 0 else group.width
            for number in range(int(rng.integers(5, 8))):
                away = abs(rng.normal(0, 0.42)) if number else 0.15
                x = edge - side * away * wide
                tall = stage.height * np.clip(
                    rng.uniform(0.42, 0.80) * (1.1 - 0.75 * away), 0.16, 0.8
                )
                group.add_conifer(rng, x, stage.height * rng.uniform(0.96, 1.06), tall)
            self._groups.append((side, wide, group))

    def _lights(self, seconds: float) -> Light:
        """Sky and curtains, as a soft layer."""
        u, v = self._grid
        light = self._sky * (1 + 0.12 * self._haze)
        for number, (fold, ray) in enumerate(zip(self._folds, self._rays, strict=True)):
            drift = np.float32(seconds * (0.006 + 0.002 * number) + self._phase[number])
            sway = fold.at(u * 0.30 + drift)
            bend = fold.at(u * 0.55 - drift * 1.7 + 0.5)
            foot = self._heights[number] + 0.075 * sway + 0.03 * bend
            up = foot - v
            # Rays lean a little, and lean differently along the curtain.
            lean = u + up * (0.18 * (number - 1) + 0.05 * bend)
            fine = ray.at(lean * 0.5 + drift * 2.5)
            broad = ray.at(lean * 0.11 - drift * 1.3)
            rays = np.exp(0.42 * fine + 0.38 * broad)
            above = np.maximum(up, 0)
            reach = 0.10 + 0.05 * np.exp(0.5 * fold.at(u * 0.8 + drift * 3))
            body = smooth(-0.022, 0.02, up) * np.exp(-above / reach)
            veil = smooth(-0.05, 0.05, up) * np.exp(-above / (reach * 3.2))
            pulse = 0.55 + 0.35 * np.sin(seconds * 0.35 + number * 2 + 5 * self._phase[3])
            gap = smooth(-0.9, 0.5, fold.at(u * 0.21 + drift * 0.8 + 0.25))
            strength = np.float32(pulse * (1.1 - 0.25 * number)) * gap
            glow = body * rays * strength
            light += self._middle * (glow * 0.75)
            light += self._foot * (glow * np.exp(-above / 0.025) * 0.45)
            light += self._top * (veil * np.sqrt(rays) * strength * 0.30)
        return light

    def _add_lamp(self, frame: Light, seconds: float) -> None:
        """The windows, and smoke from the chimney, lit from below."""
        flicker = np.float32(1 + 0.05 * np.sin(seconds * 7.3) * np.sin(seconds * 2.9 + 1))
        for plane, tint in zip(frame, colour(_LAMP)[:, 0, 0], strict=True):
            plane[self._lamp_area] += self._lamps * (tint * flicker)
        stage = self._stage
        x, y = self._smoke_from
        columns = slice(max(0, int((x - 0.10) * stage.height)), int((x + 0.14) * stage.height))
        rows = slice(max(0, int((y - 0.26) * stage.height)), int(y * stage.height))
        u, v = stage.u[:, columns], stage.v[rows]
        up = y - v
        wisp = self._smoke.at(u * 1.5 + 0.2 * up, v * 0.9 + np.float32(seconds * 0.035))
        bend = 0.012 * np.sin(up * 26 - seconds * 0.9) * up * 9 + 0.16 * up * up / 0.1
        wide = 0.005 + 0.11 * up
        shape = np.exp(-(((u - x - bend) / wide) ** 2)) * smooth(0.26, 0.02, up)
        alpha = 0.30 * shape * np.clip(0.65 + 0.35 * wisp, 0, 1) * smooth(0.0, 0.012, up)
        lay(frame[:, rows, columns], (self._ambient * 1.5 + 0.06) * np.ones_like(alpha), alpha)

    def paint(self, moment: Moment) -> Light:
        """See `Scene`."""
        stage = self._stage
        frame = np.empty((3, stage.height, stage.width), np.float32)
        enlarge(self._lights(moment.seconds), frame[:, : self._shore_row])
        self._stars.add(frame, moment.seconds)
        self._land.over(frame)
        self._add_lamp(frame, moment.seconds)
        self._water.reflect(frame, moment.seconds)
        self._glow.add(frame, 0.16)
        for side, wide, group in self._groups:
            away = self._travel * moment.progress
            mask = group.at(away if side < 0 else self._travel - away, wide)
            columns = slice(0, wide) if side < 0 else slice(stage.width - wide, stage.width)
            lay(frame[:, :, columns], self._near_tint, mask)
        return frame
