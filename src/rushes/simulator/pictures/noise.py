"""Noise: endless cloudy fields and mountain outlines."""

import numpy as np

from rushes.simulator.pictures.light import Light, bands

Rng = np.random.Generator
Places = Light | float


class Field:
    """A cloudy field that repeats every 1 × 1, mean 0, deviation 1.

    `roughness` is how fast fine detail fades: 1 is gravel, 2 is clouds, 3 is smoke. `coarsest`
    and `finest` are the longest and shortest waves per unit.
    """

    def __init__(
        self,
        rng: Rng,
        roughness: float = 2.0,
        *,
        size: int = 512,
        coarsest: float = 2.0,
        finest: float = 200.0,
        stretch: float = 1.0,
    ) -> None:
        """`size` is the number of samples across, a power of 2; `stretch` makes waves so many
        times longer sideways than they are high."""
        fx = np.fft.rfftfreq(size, 1 / size)[None, :] * stretch
        fy = np.fft.fftfreq(size, 1 / size)[:, None]
        waves = np.hypot(fx, fy)
        power = np.where(waves >= coarsest, np.maximum(waves, 1) ** -roughness, 0)
        power = power * np.exp(-((waves / finest) ** 2))
        spectrum = np.fft.rfft2(rng.normal(size=(size, size))) * power
        values = np.fft.irfft2(spectrum, s=(size, size))
        self.texture: Light = ((values - values.mean()) / values.std()).astype(np.float32)
        self._values = self.texture.ravel()
        # What the next sample to the right adds.
        self._rises = (np.roll(self.texture, -1, axis=1) - self.texture).ravel()
        self._size = size

    def at(self, x: Places, y: Places) -> Light:
        """Values at places, which may lie anywhere; x and y broadcast to rows and columns."""
        x, y = np.asarray(x, np.float32), np.asarray(y, np.float32)
        height, width = np.broadcast_shapes(x.shape, y.shape)
        value: Light = np.empty((height, width), np.float32)
        for rows in bands(height, width):
            some_x, some_y = (each[rows] if len(each) > 1 else each for each in (x, y))
            self._interpolate(some_x, some_y, value[rows])
        return value

    def _interpolate(self, x: Light, y: Light, out: Light) -> None:
        size = self._size
        x, y = x * np.float32(size), y * np.float32(size)
        left, top = np.floor(x), np.floor(y)
        x -= left
        y -= top
        column = left.astype(np.intp) & (size - 1)
        row = top.astype(np.intp) & (size - 1)
        here = row * size + column
        below = (row + 1 & (size - 1)) * size + column
        upper, lower = self._rises.take(here), self._rises.take(below)
        upper *= x
        upper += self._values.take(here)
        lower *= x
        lower += self._values.take(below)
        lower -= upper
        lower *= y
        np.add(upper, lower, out=out)

    def nearest(self, x: Places, y: Places) -> Light:
        """Values at places, without interpolation: for detail finer than a pixel."""
        size = self._size
        column = np.floor(np.asarray(x) * np.float32(size)).astype(np.intp) & (size - 1)
        row = np.floor(np.asarray(y) * np.float32(size)).astype(np.intp) & (size - 1)
        value: Light = self._values.take(row * size + column)
        return value


class Line:
    """A wavering line that repeats every 1: values around 0, deviation 1."""

    _SIZE = 4096

    def __init__(
        self, rng: Rng, roughness: float = 1.5, *, coarsest: float = 1.0, finest: float = 400.0
    ) -> None:
        size = self._SIZE
        waves = np.fft.rfftfreq(size, 1 / size)
        power = np.where(waves >= coarsest, np.maximum(waves, 1) ** -roughness, 0)
        power = power * np.exp(-((waves / finest) ** 2))
        values = np.fft.irfft(np.fft.rfft(rng.normal(size=size)) * power, n=size)
        values = (values - values.mean()) / values.std()
        self._values: Light = values.astype(np.float32)
        self._rises: Light = (np.roll(values, -1) - values).astype(np.float32)

    def at(self, x: Places) -> Light:
        """Values at places, which may lie anywhere."""
        x = np.asarray(x, np.float32) * np.float32(self._SIZE)
        left = np.floor(x)
        index = left.astype(np.int32)
        index &= self._SIZE - 1
        value: Light = self._rises.take(index)
        value *= x - left
        value += self._values.take(index)
        return value
