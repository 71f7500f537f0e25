"""The houses of a night street, their windows and signs, and the lamps between them."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rushes.simulator.pictures.light import SOFT, Light, colour, enlarge
from rushes.simulator.pictures.noise import Rng
from rushes.simulator.pictures.shapes import fill
from rushes.simulator.pictures.stage import Stage

_PANES = ("#ffd9a4", "#ffe6c2", "#ffcf92", "#d4e6f4", "#fff0da")
_HALF_STREET = 0.62
_STOREY = 0.155


@dataclass(frozen=True, slots=True)
class Walls:
    """The painted houses: their light at full size and as a soft layer."""

    light: Light
    soft: Light


def paint_street(
    stage: Stage, rows: int, vanish: float, sky: tuple[str, str], neon: tuple[str, ...]
) -> Walls:
    """Paint the houses on both sides of a street that runs to `vanish`, above pixel row `rows`."""
    rng, width, height = stage.rng, stage.width, stage.height
    night, haze = colour(sky[0]), colour(sky[1])
    light = np.zeros((3, rows, width), np.float32)
    light += night + haze * (0.10 + 0.75 * (stage.v[:rows] / stage.v[rows - 1]) ** 3)
    horizon = rows / height
    for side in (-1, 1):
        # The nearest house reaches the picture's edge.
        edges = [0.98 * _HALF_STREET / (vanish if side < 0 else stage.aspect - vanish)]
        while edges[-1] < 7:
            edges.append(edges[-1] + rng.uniform(0.45, 0.95))
        for near, far in reversed(list(pairwise(edges))):
            storeys = int(rng.integers(4, 9))
            house = _House(stage, rows, vanish, horizon, side, near, far, storeys * _STOREY + 0.1)
            distance = min(1.0, near / 5)
            house.paint_wall(light, night * 0.35 + haze * (0.03 + 0.40 * distance))
            house.paint_windows(light, rng, storeys, haze)
            if rng.uniform() < 0.75:
                house.paint_sign(light, rng, colour(str(rng.choice(neon))))
    light = _blurred(light, max(1, height // 400))
    soft = _shrunk(light)
    for _ in range(3):
        soft = _blurred(soft, max(2, height // 90))
    bloom = enlarge(soft, np.empty_like(light))
    light += bloom * np.float32(0.6)
    return Walls(light, _shrunk(light))


class _House:
    """One house front, in perspective."""

    def __init__(
        self, stage: Stage, rows: int, vanish: float, horizon: float, side: int,
        near: float, far: float, tall: float,
    ) -> None:  # fmt: skip
        self._scale, self._rows, self._width = stage.height, rows, stage.width
        self._vanish, self._horizon, self._side = vanish, horizon, side
        self._near, self._far, self._tall = near, far, tall

    def paint_wall(self, light: Light, tint: Light) -> None:
        self._paint(light, tint, self._near, self._far, -0.02, self._tall, cover=1.0)

    def paint_windows(self, light: Light, rng: Rng, storeys: int, haze: Light) -> None:
        columns = max(2, int((self._far - self._near) / 0.13))
        step = (self._far - self._near) / columns
        for storey in range(storeys):
            for number in range(columns):
                if rng.uniform() > (0.34 if self._near > 0.9 else 0.16):
                    continue
                near = self._near + step * (number + 0.24)
                low = 0.06 + _STOREY * (storey + 0.30)
                tint = colour(str(rng.choice(_PANES))) * float(rng.gamma(2.0, 0.05) + 0.015)
                tint = tint / (1 + 0.25 * near) + haze * 0.1
                self._paint(light, tint, near, near + step * 0.5, low, low + _STOREY * 0.48)

    def paint_sign(self, light: Light, rng: Rng, tint: Light) -> None:
        near = self._near + (self._far - self._near) * rng.uniform(0.05, 0.5)
        low, tall = rng.uniform(0.14, 0.30), rng.uniform(0.16, 0.34)
        self._paint(light, tint * 0.75, near, near + 0.10, low, low + tall)
        for number in range(4):
            bottom = low + tall * (0.09 + 0.225 * number)
            self._paint(
                light, tint * 0.12, near + 0.025, near + 0.075, bottom, bottom + tall * 0.13, 0.85
            )

    def _paint(
        self, light: Light, tint: Light, near: float, far: float, low: float, high: float,
        cover: float = 0.92,
    ) -> None:  # fmt: skip
        corners = np.array(
            [
                self._place(near, low),
                self._place(near, high),
                self._place(far, high),
                self._place(far, low),
            ]
        )
        left, top = np.floor(corners.min(axis=0)).astype(int) - 1
        right, bottom = np.ceil(corners.max(axis=0)).astype(int) + 1
        left, top = max(0, left), max(0, top)
        right, bottom = min(self._width, right), min(self._rows, bottom)
        if right <= left or bottom <= top:
            return
        mask = fill(corners - (left, top), bottom - top, right - left) * np.float32(cover)
        area = light[:, top:bottom, left:right]
        area += (tint - area) * mask

    def _place(self, depth: float, tall: float) -> tuple[float, float]:
        x = self._vanish + self._side * _HALF_STREET / depth
        return x * self._scale, (self._horizon - tall / depth) * self._scale


@dataclass(frozen=True, slots=True)
class StreetLamp:
    """A light out of focus: a disc with a soft rim.

    Attributes:
        x, y: place from the vanishing point, in heights.
        radius: of the disc.
        tint: its light, (3, 1, 1).
        blinks: whether it is a sign that flickers now and then.
    """

    x: float
    y: float
    radius: float
    tint: Light
    blinks: bool

    def add(
        self, light: Light, u: Light, v: Light, vanish: float, horizon: float,
        nearer: float, seconds: float, beat: float,
    ) -> None:  # fmt: skip
        """Add it to a soft layer; `nearer` is how much closer the camera has come, from 1."""
        x, y, radius = vanish + self.x * nearer, horizon + self.y * nearer, self.radius * nearer
        step = float(v[1, 0] - v[0, 0])
        reach = radius * 3.2
        left = max(0, int((x - reach - float(u[0, 0])) / step))
        right = max(left, int((x + reach - float(u[0, 0])) / step) + 2)
        top = max(0, int((y - reach - float(v[0, 0])) / step))
        bottom = max(top, int((y + reach - float(v[0, 0])) / step) + 2)
        distance = np.hypot(u[:, left:right] - x, v[top:bottom] - y) / radius
        rim = 0.72 + 0.28 * np.clip(distance, 0, 1) ** 3
        disc = np.clip((1 - distance) * radius / step + 0.5, 0, 1) * rim
        halo = 0.10 * np.exp(-distance * 1.5)
        pulse = 1 + 0.06 * np.sin(seconds * 3.1 + beat)
        if self.blinks and np.sin(seconds * 1.3 + beat) * np.sin(seconds * 7.7 + 2 * beat) > 0.86:
            pulse = 0.45
        light[:, top:bottom, left:right] += self.tint * ((disc + halo) * pulse)


def street_lamps(
    rng: Rng, aspect: float, vanish: float, horizon: float, neon: tuple[str, ...]
) -> list[StreetLamp]:
    """Scatter lights along the street, most of them far away and low."""
    lamps = []
    for _ in range(int(34 + 14 * aspect)):
        depth = rng.uniform(0.12, 1.0) ** 1.6
        side = rng.choice([-1, 1])
        x = side * (0.02 + 0.62 * depth * rng.uniform(0.55, 1.05))
        y = -rng.gamma(1.6, 0.035) * (0.5 + 1.6 * depth) - 0.004
        warm = rng.uniform() < 0.55
        tint = colour("#ffbe78" if warm else str(rng.choice(neon)))
        radius = 0.006 + 0.021 * depth * rng.uniform(0.6, 1.2)
        light = tint * float(rng.uniform(0.10, 0.45))
        lamps.append(StreetLamp(float(x), float(max(y, -horizon)), float(radius), light, not warm))
    return lamps


def _blurred(light: Light, radius: int) -> Light:
    """A small blur, as of a lens that is focused nearer."""
    for axis in (1, 2):
        margin = [(0, 0)] * 3
        margin[axis] = (radius + 1, radius)
        total = np.cumsum(np.pad(light, margin, mode="edge"), axis=axis, dtype=np.float64)
        span = light.shape[axis]
        ahead = total.take(np.arange(2 * radius + 1, 2 * radius + 1 + span), axis)
        light = (ahead - total.take(np.arange(span), axis)) / (2 * radius + 1)
    return light.astype(np.float32)


def _shrunk(light: Light) -> Light:
    """The same as a soft layer, with its surplus samples at the edges."""
    _, rows, columns = light.shape
    soft = light.reshape(3, rows // SOFT, SOFT, columns // SOFT, SOFT).mean((2, 4))
    return np.pad(soft, ((0, 0), (1, 1), (1, 1)), mode="edge").astype(np.float32)
