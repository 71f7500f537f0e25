"""Painting pictures in pixels of the screen, so that they are exact at every scale."""

from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

_SLACK = 2
"""Pixels of a picture beyond what is seen, so that smoothing has its neighbours."""

_TILE = 256

_LONGEST_RUN = 1024
"""Pixels of the screen that Qt is given to enlarge at once.

It adds up rounded steps along a line (16 bits after the point, qblendfunctions_p.h), so after
some thousands of pixels a border would lie one pixel beside its place.
"""


def count_in_screen_pixels(painter: QPainter, ratio: float) -> QPointF:
    """Let the painter count in pixels of the screen from now on, from the corner of its device.

    Returns where the widget's own corner lies; at fractional scales that is between two pixels.
    `ratio` is the widget's device pixel ratio.
    """
    placed = painter.deviceTransform()
    corner = QPointF(placed.dx(), placed.dy())
    painter.scale(1 / ratio, 1 / ratio)
    painter.translate(-corner)
    return corner


def paint_picture(
    painter: QPainter, image: QImage, area: QRect, seen: QRect, *, sharp: bool
) -> None:
    """Paint a picture into `area`, as far as `seen` shows it.

    All is in pixels of the screen. A picture of the area's own size is copied. Another is
    scaled: `sharp` keeps its pixels as squares where they are enlarged by a whole number.
    """
    seen = seen.intersected(area)
    if seen.isEmpty() or image.isNull():
        return
    if image.size() == area.size():
        painter.drawImage(seen.topLeft(), image, seen.translated(-area.topLeft()))
    elif sharp and area.width() % image.width() == 0 and area.height() % image.height() == 0:
        _paint_squares(painter, image, area, seen)
    else:
        _paint_smooth(painter, image, area, seen)


def paint_pixel_grid(
    painter: QPainter, color: QColor, area: QRect, picture: QSize, seen: QRect
) -> None:
    """Draw a line of one screen pixel where each pixel of a picture that fills `area` begins."""
    seen = seen.intersected(area)
    if seen.isEmpty():
        return
    step = area.width() // picture.width()
    painter.setBrushOrigin(area.topLeft())
    painter.fillRect(seen, QBrush(_grid_tile(step, color.rgba())))


@lru_cache(maxsize=4)
def _grid_tile(step: int, color: int) -> QImage:
    """A part of the grid that can be repeated: large, since a texture costs by its repeats."""
    side = step * max(_TILE // step, 1)
    tile = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for start in range(0, side, step):
        painter.fillRect(start, 0, 1, side, QColor.fromRgba(color))
        painter.fillRect(0, start, side, 1, QColor.fromRgba(color))
    painter.end()
    return tile


def _paint_squares(painter: QPainter, image: QImage, area: QRect, seen: QRect) -> None:
    across, down = area.width() // image.width(), area.height() // image.height()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for left, columns in _runs(seen.left() - area.left(), seen.width(), across):
        for top, rows in _runs(seen.top() - area.top(), seen.height(), down):
            corner = area.topLeft() + QPoint(left * across, top * down)
            target = QRect(corner, QSize(columns * across, rows * down))
            painter.drawImage(target, image, QRect(left, top, columns, rows))


def _runs(start: int, length: int, step: int) -> list[tuple[int, int]]:
    """The picture's pixels that a stretch of the screen shows, in runs: (first, number)."""
    first, stop = start // step, -(-(start + length) // step)
    most = max(_LONGEST_RUN // step, 1)
    return [(at, min(most, stop - at)) for at in range(first, stop, most)]


def _paint_smooth(painter: QPainter, image: QImage, area: QRect, seen: QRect) -> None:
    across, down = area.width() / image.width(), area.height() / image.height()
    left = max(floor((seen.left() - area.left()) / across) - _SLACK, 0)
    top = max(floor((seen.top() - area.top()) / down) - _SLACK, 0)
    right = min(ceil((seen.right() + 1 - area.left()) / across) + _SLACK, image.width())
    bottom = min(ceil((seen.bottom() + 1 - area.top()) / down) + _SLACK, image.height())
    source = QRectF(left, top, right - left, bottom - top)
    target = QRectF(
        area.left() + left * across,
        area.top() + top * down,
        source.width() * across,
        source.height() * down,
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image, source)
