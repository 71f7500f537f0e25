"""Ink in water: colours that unfold, drift and curl."""

import math

import numpy as np

from rushes.simulator.pictures.light import Light, colour, enlarge, ramp, smooth
from rushes.simulator.pictures.noise import Field
from rushes.simulator.pictures.stage import Moment, Stage

_HALF = 2
_TONES = 1024

# Ground, then inks from thin to dense, then the glint on their edges.
_MOODS = {
    "blue ocean cold indigo blu": (
        "#050b16", ("#0c2440", "#1c6aa0", "#5cc4e0", "#e8f8ff"), "#ffb48a",
    ),
    "red rose fire crimson passion rosso fuoco": (
        "#12060a", ("#3c0d1e", "#a8223c", "#f0704a", "#ffe0b8"), "#7ec8ff",
    ),
    "violet purple magenta dream viola sogno": (
        "#0a0616", ("#26124a", "#6a35b0", "#d06ad0", "#ffd8f0"), "#6cf0e0",
    ),
    "gold amber honey light oro luce": (
        "#0e0904", ("#33210c", "#94601a", "#e8b048", "#fff0c8"), "#58b4c8",
    ),
    "green emerald moss jade verde": (
        "#040e0c", ("#0a2e28", "#1a7a5c", "#7cd08c", "#f0ffd8"), "#ff9cb4",
    ),
}  # fmt: skip


class Ink:
    """The scene."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        rng = stage.rng
        ground, inks, glint = stage.choose(_MOODS)
        self._ground, self._glint = colour(ground), colour(glint)
        places = [(share / 3, code) for share, code in enumerate(inks)]
        self._tones = ramp(places, np.linspace(0, 1, _TONES, dtype=np.float32))
        u, v = stage.grid(_HALF)
        turn = rng.uniform(0, 2 * math.pi)
        x, y = u - stage.aspect / 2, v - 0.5
        self._x = (x * math.cos(turn) + y * math.sin(turn)) * np.float32(0.34)
        self._y = (y * math.cos(turn) - x * math.sin(turn)) * np.float32(0.34)
        self._slow = Field(rng, 2.6, size=512, coarsest=2, finest=30)
        self._fold = Field(rng, 2.1, size=512, coarsest=2, finest=90)
        lean = rng.uniform(-0.35, 0.35), rng.uniform(-0.12, 0.12)
        distance = np.hypot((x - lean[0]) / (0.62 * stage.aspect), (y - lean[1]) / 0.72)
        self._here = smooth(1.25, 0.15, distance)
        self._places = rng.uniform(0, 1, 6)

    def paint(self, moment: Moment) -> Light:
        """See `Scene`."""
        a, b, c, d, e, f = (float(place) for place in self._places)
        t = moment.seconds * 0.006
        x: Light = self._x
        y: Light = self._y
        p = self._slow.at(x + a + t, y + b - 0.6 * t)
        q = self._slow.at(x + c - 0.8 * t, y + d + t)
        x, y = x + (0.085 * p + 0.010 * moment.progress), y + 0.085 * q
        r = self._fold.at(x * 1.3 + e + t, y * 1.3 + f)
        s = self._fold.at(x * 1.3 + f, y * 1.3 + e - t)
        body = self._fold.at(x * 1.1 + 0.060 * r + b, y * 1.1 + 0.060 * s + t)
        thread = self._fold.at(x * 3.1 + 0.07 * s + t, y * 3.1 + 0.07 * r + c)
        amount = smooth(-1.3, 1.1, body + 0.22 * p + 0.16 * thread) * self._here
        # Sheets of ink are seen from the side where they fold: there they are dense.
        fold = 1 - np.abs(np.tanh(0.8 * (r - s) + 0.5 * thread))
        edge = fold**4 * smooth(0.15, 0.8, amount)
        dense = amount * (0.42 + 0.34 * fold + 0.10 * thread + 0.10 * r)
        place = (np.clip(dense, 0, 1) * (_TONES - 1)).astype(np.intp)
        soft = np.empty((3, *amount.shape), np.float32)
        thin = smooth(0.0, 0.30, amount)
        for number, plane in enumerate(soft):
            ground = self._ground[number, 0, 0]
            tone = self._tones[number].take(place)
            np.multiply(tone - ground, thin, out=plane)
            plane += ground + edge * (self._glint[number, 0, 0] * np.float32(0.10))
        stage = self._stage
        return enlarge(soft, np.empty((3, stage.height, stage.width), np.float32))
