"""The box of an open stack: a well beneath the line of its shot, in which the takes lie."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QSize


@dataclass(frozen=True, slots=True)
class BoxMeasures:
    """Sizes of an open stack in pixels, as they are drawn.

    Attributes:
        left, width: of the box.
        columns: takes side by side, 1 or more.
        cell: size of every take.
        gap_across, gap_down: between takes.
        padding: from the edge of the box to the takes.
        gap: between the box and the line above it.
    """

    left: int = 0
    width: int = 1
    columns: int = 1
    cell: QSize = field(default_factory=lambda: QSize(1, 1))
    gap_across: int = 0
    gap_down: int = 0
    padding: int = 0
    gap: int = 0


class _Around(Protocol):
    """The grid in which a box lies; see `rushes.ui.history.grid_layout.GridMeasures`."""

    @property
    def width(self) -> int: ...
    @property
    def mirrored(self) -> bool: ...
    @property
    def box(self) -> BoxMeasures: ...


class StackBox:
    """Places the takes of a stack, counted from 0, in content coordinates of the grid.

    Attributes:
        top: lower edge of the line above.
        height: by how much all that follows lies lower, as far as the box is open.
    """

    def __init__(self, around: _Around, takes: int, top: int, share: float) -> None:
        self._around = around
        self._takes = takes
        self.top = top
        sizes = around.box
        lines = -(-takes // sizes.columns)
        inner = lines * self._pitch - sizes.gap_down if takes else 0
        self._height = inner + 2 * sizes.padding
        self.height = round((sizes.gap + self._height) * share)

    @property
    def outline(self) -> QRect:
        """The rectangle of the whole box, which may be open in part only."""
        sizes = self._around.box
        return self._mirrored(QRect(sizes.left, self.top + sizes.gap, sizes.width, self._height))

    def rect(self, place: int) -> QRect:
        """The rectangle of a take's card."""
        sizes = self._around.box
        line, column = divmod(place, sizes.columns)
        x = sizes.left + sizes.padding + column * (sizes.cell.width() + sizes.gap_across)
        y = self.top + sizes.gap + sizes.padding + line * self._pitch
        return self._mirrored(QRect(QPoint(x, y), sizes.cell))

    def place_at(self, point: QPoint) -> int:
        """The take whose card holds the point, or -1."""
        lines_top = self.rect(0).top()
        line = (point.y() - lines_top) // self._pitch
        columns = self._around.box.columns
        places = range(max(line, 0) * columns, min((line + 1) * columns, self._takes))
        return next((place for place in places if self.rect(place).contains(point)), -1)

    def places_between(self, top: int, bottom: int) -> Iterator[int]:
        """The takes that touch the stretch from `top` to `bottom`, as far as the box is open."""
        bottom = min(bottom, self.top + self.height)
        lines_top, columns = self.rect(0).top(), self._around.box.columns
        first = max((top - lines_top) // self._pitch, 0)
        end = max(-((lines_top - bottom) // self._pitch), 0)
        yield from range(min(first * columns, self._takes), min(end * columns, self._takes))

    def place_above(self, place: int) -> int:
        """The take above, or -1 where the first line is."""
        return max(place - self._around.box.columns, -1)

    def place_below(self, place: int) -> int:
        """The take below, the last one where that line is shorter; -1 where the last line is."""
        columns = self._around.box.columns
        if place // columns == (self._takes - 1) // columns:
            return -1
        return min(place + columns, self._takes - 1)

    def nearest(self, x: int, *, last_line: bool) -> int:
        """The take of the first or the last line that is nearest to `x`."""
        columns = self._around.box.columns
        first = (self._takes - 1) // columns * columns if last_line else 0
        places = range(first, min(first + columns, self._takes))
        return min(places, key=lambda place: abs(self.rect(place).center().x() - x))

    @property
    def _pitch(self) -> int:
        return self._around.box.cell.height() + self._around.box.gap_down

    def _mirrored(self, rect: QRect) -> QRect:
        if self._around.mirrored:
            rect.moveLeft(self._around.width - rect.left() - rect.width())
        return rect
