"""Where the cards and date rows of the history grid lie: arithmetic on days, never on jobs."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QSize

from rushes.ui.history.date_groups import DateGroups


@dataclass(frozen=True, slots=True)
class GridMeasures:
    """Sizes of a grid in pixels, as they are drawn.

    Attributes:
        width: of the viewport, without the room for the scroll bar.
        columns: cards side by side, 1 or more.
        cell: size of every card.
        gap_across, gap_down: between cards.
        left: before the first card of a line.
        first_head, head: height of the first date row and of the others.
        below_head: between a date row and its cards.
        bottom: below the last line.
        mirrored: whether lines run from right to left.
    """

    width: int
    columns: int
    cell: QSize
    gap_across: int
    gap_down: int
    left: int
    first_head: int
    head: int
    below_head: int
    bottom: int
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class VisibleDay:
    """The part of a day that lies in a stretch of the grid.

    Attributes:
        index: which day, by its place in the groups.
        head: rectangle of its date row, in content coordinates.
        first, end: its rows in the stretch; `end` is not included.
    """

    index: int
    head: QRect
    first: int
    end: int


class GridLayout:
    """Places rows and dates in content coordinates, whose origin is the top left of the grid.

    Making one takes as many steps as there are days; every question takes as many as their number
    has binary digits.
    """

    def __init__(self, groups: DateGroups, measures: GridMeasures) -> None:
        self.groups = groups
        self.measures = measures
        heights = [self._day_height(index) for index in range(len(groups))]
        self._tops = [0, *accumulate(heights)]

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return self.groups.starts[-1] + self.groups.counts[-1] if self.groups.starts else 0

    @property
    def height(self) -> int:
        """Height of all, in pixels."""
        return self._tops[-1] + self.measures.bottom if len(self.groups) else 0

    def rect(self, row: int) -> QRect:
        """The rectangle of a row's card."""
        index = self._day_of(row)
        measures = self.measures
        line, column = divmod(row - self.groups.starts[index], measures.columns)
        x = measures.left + column * (measures.cell.width() + measures.gap_across)
        if measures.mirrored:
            x = measures.width - x - measures.cell.width()
        y = self._lines_top(index) + line * self._pitch
        return QRect(QPoint(x, y), measures.cell)

    def head_rect(self, index: int) -> QRect:
        """The rectangle of a day's date row, as wide as the grid."""
        return QRect(0, self._tops[index], self.measures.width, self._head_height(index))

    def row_at(self, point: QPoint) -> int:
        """The row whose card holds the point, or -1."""
        index = bisect.bisect_right(self._tops, point.y()) - 1
        if not 0 <= index < len(self.groups):
            return -1
        line = (point.y() - self._lines_top(index)) // self._pitch
        measures = self.measures
        x = measures.width - 1 - point.x() if measures.mirrored else point.x()
        column = (x - measures.left) // (measures.cell.width() + measures.gap_across)
        if line < 0 or not 0 <= column < measures.columns:
            return -1
        offset = line * measures.columns + column
        if offset >= self.groups.counts[index]:
            return -1
        row = self.groups.starts[index] + offset
        return row if self.rect(row).contains(point) else -1

    def visible_days(self, top: int, bottom: int) -> Iterator[VisibleDay]:
        """The days, and of each the rows, that touch the stretch from `top` to `bottom`."""
        index = max(bisect.bisect_right(self._tops, top) - 1, 0)
        while index < len(self.groups) and self._tops[index] < bottom:
            start, count = self.groups.starts[index], self.groups.counts[index]
            lines_top = self._lines_top(index)
            first_line = max((top - lines_top) // self._pitch, 0)
            end_line = max(-((lines_top - bottom) // self._pitch), 0)
            first = min(first_line * self.measures.columns, count)
            end = min(end_line * self.measures.columns, count)
            yield VisibleDay(index, self.head_rect(index), start + first, start + end)
            index += 1

    def row_above(self, row: int) -> int:
        """The row of the card above, the nearest one where that line is shorter; -1 at the top."""
        index = self._day_of(row)
        columns = self.measures.columns
        offset = row - self.groups.starts[index]
        if offset >= columns:
            return row - columns
        if index == 0:
            return -1
        count = self.groups.counts[index - 1]
        last_line = (count - 1) // columns * columns
        return self.groups.starts[index - 1] + min(last_line + offset % columns, count - 1)

    def row_below(self, row: int) -> int:
        """The row of the card below, the nearest one where that line is shorter; -1 at the end."""
        index = self._day_of(row)
        columns = self.measures.columns
        offset, count = row - self.groups.starts[index], self.groups.counts[index]
        if offset // columns < (count - 1) // columns:
            return self.groups.starts[index] + min(offset + columns, count - 1)
        if index + 1 == len(self.groups):
            return -1
        below = min(offset % columns, self.groups.counts[index + 1] - 1)
        return self.groups.starts[index + 1] + below

    @property
    def _pitch(self) -> int:
        return self.measures.cell.height() + self.measures.gap_down

    def _day_of(self, row: int) -> int:
        return bisect.bisect_right(self.groups.starts, row) - 1

    def _head_height(self, index: int) -> int:
        return self.measures.head if index else self.measures.first_head

    def _lines_top(self, index: int) -> int:
        return self._tops[index] + self._head_height(index) + self.measures.below_head

    def _day_height(self, index: int) -> int:
        lines = -(-self.groups.counts[index] // self.measures.columns)
        head = self._head_height(index) + self.measures.below_head
        return head + lines * self._pitch - self.measures.gap_down
