"""What lies around the picture, and under pictures that let something shine through."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QBrush, QPainter, QPixmap, QRegion

from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Surround, Theme

_SQUARE = 8

_ORDER = tuple(Surround)


def surround_after(surround: Surround) -> Surround:
    """The one that comes next when its key is pressed."""
    return _ORDER[(_ORDER.index(surround) + 1) % len(_ORDER)]


def surround_brush(theme: Theme, ratio: float) -> QBrush:
    """One colour, or squares of two; for painting in pixels of the screen.

    `ratio` is the number of these to one of the window's units.
    """
    if theme.surround is Surround.CHECKER:
        return checker_brush(theme, ratio)
    return QBrush(theme.color(Role.SURROUND))


def checker_brush(theme: Theme, ratio: float) -> QBrush:
    """Squares of two greys; for painting in pixels of the screen."""
    side = max(round(theme.px(_SQUARE) * ratio), 1)
    tile = QPixmap(2 * side, 2 * side)
    tile.fill(theme.color(Role.CHECKER_A))
    painter = QPainter(tile)
    for x, y in ((0, 0), (side, side)):
        painter.fillRect(QRect(x, y, side, side), theme.color(Role.CHECKER_B))
    painter.end()
    return QBrush(tile)


def paint_surround(painter: QPainter, region: QRegion, theme: Theme, ratio: float) -> None:
    """Paint the surround over a region in pixels of the screen."""
    brush = surround_brush(theme, ratio)
    for rect in region:  # type: ignore[attr-defined]
        painter.fillRect(rect, brush)
