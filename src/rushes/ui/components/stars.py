"""Five stars for a rating."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from rushes.ui.theme.icons import paint_icon

MOST_STARS = 5


class StarsPainter:
    """Paints a rating as five stars of `size` pixels, `gap` pixels apart."""

    def __init__(self, size: float, gap: float = 1.0) -> None:
        self._size = size
        self._gap = gap

    @property
    def width(self) -> float:
        """How wide five stars are, in pixels."""
        return MOST_STARS * self._size + (MOST_STARS - 1) * self._gap

    def paint(
        self, painter: QPainter, left_middle: QPointF, rating: int, on: QColor, off: QColor
    ) -> None:
        """Paint from the middle of the left edge; `rating` is 0 to 5."""
        for number in range(MOST_STARS):
            left = left_middle.x() + number * (self._size + self._gap)
            box = QRectF(left, left_middle.y() - self._size / 2, self._size, self._size)
            given = number < rating
            paint_icon(painter, "star" if given else "star_outline", box, on if given else off)
