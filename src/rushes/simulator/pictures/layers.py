"""Things that are painted once and laid over every frame."""

import math

import numpy as np

from rushes.simulator.pictures.light import Light, lay


class Collage:
    """Pieces laid over one another on a clear sheet; it becomes a `Layer`.

    Attributes:
        light: what is seen, (3, rows, columns).
        alpha: how much of what lies behind is covered, (rows, columns).
    """

    def __init__(self, rows: int, columns: int) -> None:
        self.light: Light = np.zeros((3, rows, columns), np.float32)
        self.alpha: Light = np.zeros((rows, columns), np.float32)

    def put(self, light: Light, alpha: Light, row: int = 0, column: int = 0) -> None:
        """Lay a piece down with its upper left corner at a place; it must lie on the sheet."""
        rows, columns = alpha.shape
        area = np.s_[row : row + rows, column : column + columns]
        lay(self.light[:, area[0], area[1]], np.broadcast_to(light, (3, rows, columns)), alpha)
        np.maximum(self.alpha[area], alpha, out=self.alpha[area])


class Layer:
    """A sheet that is laid over frames; only the rows that it covers cost anything."""

    def __init__(self, sheet: Collage) -> None:
        rows = np.flatnonzero(sheet.alpha.max(axis=1) > 0)
        self._rows = slice(int(rows[0]), int(rows[-1]) + 1) if rows.size else slice(0, 0)
        alpha = sheet.alpha[self._rows]
        self._own = sheet.light[:, self._rows] * alpha
        self._kept = 1 - alpha

    def over(self, frame: Light) -> None:
        """Lay it over a frame; both have the same upper left corner."""
        columns = self._kept.shape[1]
        for plane, own in zip(frame, self._own, strict=True):
            area = plane[self._rows, :columns]
            area *= self._kept
            area += own


class Sprite:
    """A small picture that is laid over frames at any place, to a part of a pixel sideways."""

    def __init__(self, light: Light, alpha: Light) -> None:
        """`light` is (3, rows, columns), `alpha` (rows, columns)."""
        self._light, self._alpha = light.astype(np.float32), alpha.astype(np.float32)

    def over(self, frame: Light, x: float, y: float) -> None:
        """Lay it over a frame with its upper left corner at a place in pixels."""
        left, top = math.floor(x), round(y)
        rows, columns = self._alpha.shape
        x0, x1 = max(0, left), min(frame.shape[2], left + columns)
        y0, y1 = max(0, top), min(frame.shape[1], top + rows)
        if x1 <= x0 or y1 <= y0:
            return
        light, alpha = (_moved(each, x - left) for each in (self._light, self._alpha))
        part = np.s_[y0 - top : y1 - top, x0 - left : x1 - left]
        lay(frame[:, y0:y1, x0:x1], light[:, part[0], part[1]], alpha[part])


def _moved(light: Light, share: float) -> Light:
    """Moved to the right by a part of a pixel."""
    moved = light * (1 - share)
    moved[..., 1:] += light[..., :-1] * share
    return moved


class Glow:
    """A still light around a place that is added to frames, fading to nothing at its reach."""

    def __init__(
        self, tint: Light, x: float, y: float, reach: float, height: int, width: int
    ) -> None:
        """Place and reach in heights of the picture, `height` and `width` in pixels."""
        top, bottom = max(0, int((y - reach) * height)), min(height, int((y + reach) * height) + 1)
        left, right = max(0, int((x - reach) * height)), min(width, int((x + reach) * height) + 1)
        self._area = np.s_[:, top:bottom, left:right]
        rows = (np.arange(top, bottom) + 0.5)[:, None] / height - y
        columns = (np.arange(left, right) + 0.5)[None, :] / height - x
        distance = np.hypot(columns, rows) / reach
        # Close to what a lens does: a small bright core on a wide faint ring.
        shape = np.clip(1 - distance, 0, 1) ** 2 / (1 + 30 * distance**2)
        self._light = (tint * shape).astype(np.float32)

    def add(self, frame: Light, strength: float) -> None:
        """Add it to a frame."""
        frame[self._area] += self._light * np.float32(strength)
