"""Light: linear colours, smooth enlargement of soft layers, and development into a picture."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Light = NDArray[np.floating[Any]]
"""Planes of linear light, (3, height, width), or a single plane, (height, width)."""

SOFT = 4
"""Soft layers have one sample for so many pixels in each direction."""

_BAND_SAMPLES = 1 << 16
_GRAIN = 1.2


def colour(code: str) -> Light:
    """Turn a colour as people write it (``#ffcc88``) into light, shape (3, 1, 1).

    It is the inverse of the film's curve in `develop`: alone on a pixel it comes out as written.
    """
    digits = code.removeprefix("#")
    shown = np.array([int(digits[i : i + 2], 16) for i in (0, 2, 4)], np.float64) / 255
    exposed: Light = -np.log1p(-(np.minimum(shown, 0.996) ** 2))
    return exposed.astype(np.float32).reshape(3, 1, 1)


def ramp(codes: list[tuple[float, str]], places: Light) -> Light:
    """Colours along a line: `codes` are places with their colours, rising.

    Returns light of shape (3, *places.shape), eased between the given places.
    """
    stops = np.array([place for place, _ in codes])
    lights = np.stack([colour(code)[:, 0, 0] for _, code in codes])
    step = np.clip(np.searchsorted(stops, places) - 1, 0, len(stops) - 2)
    share = np.clip((places - stops[step]) / (stops[step + 1] - stops[step]), 0, 1)
    # Mixed as shown, not as light: mixing light makes the darker half of a ramp vanish.
    shown = np.sqrt(-np.expm1(-lights))
    mixed = shown[step] + (shown[step + 1] - shown[step]) * share[..., None]
    exposed: Light = -np.log1p(-(np.minimum(mixed, 0.996) ** 2))
    return np.moveaxis(exposed, -1, 0).astype(np.float32)


def smooth(low: float, high: float, value: Light) -> Light:
    """0 below `low`, 1 above `high`, an S-curve between; `low` may be the larger one."""
    share: Light = np.clip((value - np.float32(low)) / np.float32(high - low), 0, 1)
    return share * share * (3 - 2 * share)


def bands(rows: int, columns: int) -> Iterator[slice]:
    """Cut rows into bands that stay in a core's cache while several steps pass over them."""
    step = max(SOFT, _BAND_SAMPLES // max(1, columns) // SOFT * SOFT)
    for top in range(0, rows, step):
        yield slice(top, min(rows, top + step))


def lay(frame: Light, tint: Light, alpha: Light) -> None:
    """Lay a tint over a frame in place: `alpha` is the share that it covers, 0 to 1."""
    tint = np.broadcast_to(tint, frame.shape)
    for rows in bands(*alpha.shape):
        share = np.ascontiguousarray(alpha[rows])
        for plane, shade in zip(frame, tint, strict=True):
            difference = shade[rows] - plane[rows]
            difference *= share
            plane[rows] += difference


def enlarge(soft: Light, out: Light) -> Light:
    """Enlarge a soft layer by 2 or 4 through quadratic splines, without a visible grid.

    The layer has one sample too many at each edge: (h + 2, w + 2) fills (h * times, w * times).
    Layers of three planes are enlarged plane by plane. Returns `out`.
    """
    times = out.shape[-1] // (soft.shape[-1] - 2)
    for small, large in zip(_planes(soft), _planes(out), strict=True):
        for rows in bands(*large.shape):
            first, last = rows.start // times, rows.stop // times
            _enlarge_band(small[first : last + 2], large[rows], times)
    return out


def _planes(light: Light) -> Light:
    return light if light.ndim == 3 else light[None]


def _enlarge_band(soft: Light, out: Light, times: int) -> None:
    if times > 2:
        soft = _subdivide(soft)
    rows = np.empty((out.shape[0], soft.shape[1]), np.float32)
    near, far = soft[1:-1] * np.float32(0.75), soft * np.float32(0.25)
    np.add(near, far[:-2], out=rows[0::2])
    np.add(near, far[2:], out=rows[1::2])
    near, far = rows[:, 1:-1] * np.float32(0.75), rows * np.float32(0.25)
    np.add(near, far[:, :-2], out=out[:, 0::2])
    np.add(near, far[:, 2:], out=out[:, 1::2])


def _subdivide(soft: Light) -> Light:
    """Double a layer, again with one sample too many at each edge."""
    height, width = soft.shape
    near, far = soft * np.float32(0.75), soft * np.float32(0.25)
    rows = np.empty((2 * height - 2, width), np.float32)
    np.add(near[:-1], far[1:], out=rows[0::2])
    np.add(near[1:], far[:-1], out=rows[1::2])
    near, far = rows * np.float32(0.75), rows * np.float32(0.25)
    out = np.empty((2 * height - 2, 2 * width - 2), np.float32)
    np.add(near[:, :-1], far[:, 1:], out=out[:, 0::2])
    np.add(near[:, 1:], far[:, :-1], out=out[:, 1::2])
    return out


class Film:
    """Develops light into pictures: exposure, a soft shoulder, vignette, fine grain.

    The grain also breaks up the steps of eight bits, which would show as bands in skies.
    """

    def __init__(
        self, height: int, width: int, rng: np.random.Generator, vignette: float = 0.34
    ) -> None:
        """`vignette` is how much light the corners lose, 0 to 1."""
        y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
        x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
        self._exposure = -(1 - vignette * smooth(0.35, 1.5, np.sqrt(x * x + y * y)))
        self._rng = rng
        grain = rng.normal(0.0, _GRAIN, (height + 64, width + 64)).astype(np.float32)
        self._grain = grain + np.float32(0.5)

    def develop(self, light: Light) -> NDArray[np.uint8]:
        """Return the picture of a frame of light, shape (height, width, 3)."""
        _, height, width = light.shape
        picture = np.empty((height, width, 3), np.uint8)
        y0, x0 = self._rng.integers(0, 64, 2)
        for rows in bands(height, width):
            grain = self._grain[rows.start + y0 : rows.stop + y0, x0 : x0 + width]
            for channel in range(3):
                shade = light[channel, rows] * self._exposure[rows]
                np.exp(shade, out=shade)
                np.subtract(1, shade, out=shade)
                np.sqrt(np.maximum(shade, 0, out=shade), out=shade)
                shade *= 255
                shade += grain
                np.clip(shade, 0, 255.5, out=shade)
                picture[rows, :, channel] = shade
        return picture
