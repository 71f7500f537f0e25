"""Where the cards and date rows of the history lie: arithmetic on days, never on jobs."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QSize

from rushes.ui.history.date_groups import DateGroups
from rushes.ui.history.row_runs import joined_runs
from rushes.ui.history.stack_box import BoxMeasures, StackBox


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
        above_all: above the first cards where there are no date rows, besides `below_head`.
        bottom: below the last line.
        mirrored: whether lines run from right to left.
        box: of the box of an open stack.
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
    above_all: int = 0
    mirrored: bool = False
    box: BoxMeasures = field(default_factory=BoxMeasures)


@dataclass(frozen=True, slots=True)
class OpenedAt:
    """A stack that is open: the row of its shot, how many takes follow, how far it is open."""

    row: int
    takes: int
    share: float = 1.0


class GridLayout:
    """Places rows and dates in content coordinates, whose origin is the top left of the grid.

    The takes of an open stack are the rows behind its shot's; they lie in a box beneath the line
    of that, and all that follows lies lower by its height.

    Making one takes as many steps as there are days; every question takes as many as their number
    has binary digits.
    """

    def __init__(
        self, groups: DateGroups, measures: GridMeasures, opened: OpenedAt | None = None
    ) -> None:
        self.groups = groups
        self.measures = measures
        self._tops = [0, *accumulate(self._day_heights())]
        self._open(opened)

    def opened(self, opened: OpenedAt | None) -> "GridLayout":
        """The same with another stack open, or none; takes no steps for the days."""
        made = GridLayout.__new__(GridLayout)
        made.groups, made.measures, made._tops = self.groups, self.measures, self._tops
        made._open(opened)
        return made

    def _open(self, opened: OpenedAt | None) -> None:
        self._shot, self._takes = (-1, 0) if opened is None else (opened.row, opened.takes)
        self.box: StackBox | None = None
        if opened is not None:
            top = self._flat_rect(opened.row).bottom() + 1
            self.box = StackBox(self.measures, opened.takes, top, opened.share)

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        cells = self.groups.starts[-1] + self.groups.counts[-1] if self.groups.starts else 0
        return cells + self._takes

    @property
    def height(self) -> int:
        """Height of all, in pixels."""
        box = self.box.height if self.box else 0
        return self._tops[-1] + self.measures.bottom + box if len(self.groups) else 0

    def is_take(self, row: int) -> bool:
        """Tell whether a row lies in the box."""
        return self._shot < row <= self._shot + self._takes

    def rect(self, row: int) -> QRect:
        """The rectangle of a row's card."""
        if self.box is not None and self.is_take(row):
            return self.box.rect(row - self._shot - 1)
        return self._lowered(self._flat_rect(self._cell(row)))

    def head_rect(self, index: int) -> QRect:
        """The rectangle of a day's date row, as wide as the grid."""
        height = self._head_height(index)
        return self._lowered(QRect(0, self._tops[index], self.measures.width, height))

    def row_at(self, point: QPoint) -> int:
        """The row whose card holds the point, or -1."""
        box = self.box
        if box is not None and box.top <= point.y() < box.top + box.height:
            place = box.place_at(point)
            return -1 if place < 0 else self._shot + 1 + place
        cell = self._cell_at(QPoint(point.x(), self._flat_y(point.y())))
        return -1 if cell < 0 else self._row(cell)

    def heads_between(self, top: int, bottom: int) -> Iterator[tuple[int, QRect]]:
        """The days, by their index, with their date rows, in the stretch from `top` to `bottom`."""
        if not self.groups.has_days:
            return
        for index, _, _ in self._days_between(self._flat_y(top), self._flat_y(bottom)):
            head = self.head_rect(index)
            if head.top() < bottom and head.bottom() >= top:
                yield index, head

    def rows_between(self, top: int, bottom: int) -> Iterator[int]:
        """The rows that touch the stretch from `top` to `bottom`."""
        for _, first, end in self._days_between(self._flat_y(top), self._flat_y(bottom)):
            yield from (self._row(cell) for cell in range(first, end))
        if self.box is not None:
            yield from (self._shot + 1 + place for place in self.box.places_between(top, bottom))

    def runs_in(self, area: QRect) -> list[tuple[int, int]]:
        """The rows whose cards an area touches, as first and last row of each unbroken run.

        It takes a step for each day, and where the area leaves out columns, for each line.
        """
        box, shot = self.box, self._shot
        inside = box is not None and box.top <= area.bottom() < box.top + box.height
        bottom = box.top - 1 if box is not None and inside else self._flat_y(area.bottom())
        runs = list(self._cell_runs(self._flat_y(area.top()), bottom, area))
        rows = [(self._row(first), self._row(last)) for first, last in runs]
        if box is not None:
            split = next((at for at, (a, b) in enumerate(runs) if a <= shot < b), None)
            if split is not None:
                rows[split : split + 1] = [
                    (rows[split][0], shot),
                    (shot + 1 + self._takes, rows[split][1]),
                ]
            places = box.places_between(area.top(), area.bottom() + 1)
            touched = (shot + 1 + each for each in places if box.rect(each).intersects(area))
            rows = sorted([*rows, *((row, row) for row in touched)])
        return list(joined_runs(rows))

    def _cell_runs(self, top: int, bottom: int, area: QRect) -> Iterator[tuple[int, int]]:
        """First and last of the cells that lie in a stretch, and touch the area in its width."""
        sizes, width = self.measures, self.measures.cell.width()
        left, right = area.left(), area.right()
        if sizes.mirrored:
            left, right = sizes.width - 1 - right, sizes.width - 1 - left
        across = width + sizes.gap_across
        first_column = max((left - sizes.left - width) // across + 1, 0)
        last_column = min((right - sizes.left) // across, sizes.columns - 1)
        if first_column > last_column or top > bottom:
            return
        is_whole = last_column - first_column + 1 == sizes.columns
        for index, _, _ in self._days_between(top, bottom + 1):
            start, count = self.groups.starts[index], self.groups.counts[index]
            above, below = top - self._lines_top(index), bottom - self._lines_top(index)
            first_line = max((above - sizes.cell.height()) // self._pitch + 1, 0)
            last_line = min(below // self._pitch, (count - 1) // sizes.columns)
            step = last_line - first_line + 1 if is_whole else 1
            for line in range(first_line, last_line + 1, max(step, 1)):
                first = line * sizes.columns + first_column
                last = min((line + step - 1) * sizes.columns + last_column, count - 1)
                if first <= last:
                    yield start + first, start + last

    def is_first_line(self, row: int) -> bool:
        """Tell whether a card lies directly under a date row."""
        if self.is_take(row):
            return False
        cell = self._cell(row)
        return cell - self.groups.starts[self._day_of(cell)] < self.measures.columns

    def row_above(self, row: int) -> int:
        """The row of the card above, the nearest one where that line is shorter; -1 at the top."""
        if self.box is not None and self.is_take(row):
            place = self.box.place_above(row - self._shot - 1)
            return self._shot + 1 + place if place >= 0 else self._nearest_beside_shot(row)
        above = self._cell_above(self._cell(row))
        if above >= 0 and self._shot >= 0 and self._line(above) == self._line(self._shot):
            is_below = self._line(self._cell(row)) != self._line(self._shot)
            if is_below and self.box is not None:
                x = self.rect(row).center().x()
                return self._shot + 1 + self.box.nearest(x, last_line=True)
        return self._row(above) if above >= 0 else -1

    def row_below(self, row: int) -> int:
        """The row of the card below, the nearest one where that line is shorter; -1 at the end."""
        if self.box is not None and self.is_take(row):
            place = self.box.place_below(row - self._shot - 1)
            if place >= 0:
                return self._shot + 1 + place
            below = self._cell_below(self._cell(self._nearest_beside_shot(row)))
            return self._row(below) if below >= 0 else -1
        cell = self._cell(row)
        if self.box is not None and self._line(cell) == self._line(self._shot):
            return self._shot + 1 + self.box.nearest(self.rect(row).center().x(), last_line=False)
        below = self._cell_below(cell)
        return self._row(below) if below >= 0 else -1

    # Rows and cells: the takes in the box are rows, but no cells

    def _cell(self, row: int) -> int:
        return row if row <= self._shot or self._shot < 0 else row - self._takes

    def _row(self, cell: int) -> int:
        return cell if cell <= self._shot or self._shot < 0 else cell + self._takes

    def _lowered(self, rect: QRect) -> QRect:
        if self.box is not None and rect.top() >= self.box.top:
            rect.translate(0, self.box.height)
        return rect

    def _flat_y(self, y: int) -> int:
        """Where a height lies while no stack is open."""
        if self.box is None or y < self.box.top:
            return y
        return max(y - self.box.height, self.box.top)

    def _line(self, cell: int) -> tuple[int, int]:
        day = self._day_of(cell)
        return day, (cell - self.groups.starts[day]) // self.measures.columns

    def _nearest_beside_shot(self, row: int) -> int:
        """The row of the card in the shot's line that is nearest to a take."""
        day, line = self._line(self._shot)
        first = self.groups.starts[day] + line * self.measures.columns
        end = min(first + self.measures.columns, self.groups.starts[day] + self.groups.counts[day])
        x = self.rect(row).center().x()
        cells = range(first, end)
        return self._row(min(cells, key=lambda each: abs(self._flat_rect(each).center().x() - x)))

    # Cells under their days

    def _flat_rect(self, cell: int) -> QRect:
        index = self._day_of(cell)
        measures = self.measures
        line, column = divmod(cell - self.groups.starts[index], measures.columns)
        x = measures.left + column * (measures.cell.width() + measures.gap_across)
        if measures.mirrored:
            x = measures.width - x - measures.cell.width()
        y = self._lines_top(index) + line * self._pitch
        return QRect(QPoint(x, y), measures.cell)

    def _cell_at(self, point: QPoint) -> int:
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
        cell = self.groups.starts[index] + offset
        return cell if self._flat_rect(cell).contains(point) else -1

    def _days_between(self, top: int, bottom: int) -> Iterator[tuple[int, int, int]]:
        """Days with their first cell in a stretch, and the one behind the last."""
        index = max(bisect.bisect_right(self._tops, top) - 1, 0)
        while index < len(self.groups) and self._tops[index] < bottom:
            start, count = self.groups.starts[index], self.groups.counts[index]
            lines_top = self._lines_top(index)
            first_line = max((top - lines_top) // self._pitch, 0)
            end_line = max(-((lines_top - bottom) // self._pitch), 0)
            first = min(first_line * self.measures.columns, count)
            end = min(end_line * self.measures.columns, count)
            yield index, start + first, start + end
            index += 1

    def _cell_above(self, cell: int) -> int:
        index = self._day_of(cell)
        columns = self.measures.columns
        offset = cell - self.groups.starts[index]
        if offset >= columns:
            return cell - columns
        if index == 0:
            return -1
        count = self.groups.counts[index - 1]
        last_line = (count - 1) // columns * columns
        return self.groups.starts[index - 1] + min(last_line + offset % columns, count - 1)

    def _cell_below(self, cell: int) -> int:
        index = self._day_of(cell)
        columns = self.measures.columns
        offset, count = cell - self.groups.starts[index], self.groups.counts[index]
        if offset // columns < (count - 1) // columns:
            return self.groups.starts[index] + min(offset + columns, count - 1)
        if index + 1 == len(self.groups):
            return -1
        below = min(offset % columns, self.groups.counts[index + 1] - 1)
        return self.groups.starts[index + 1] + below

    @property
    def _pitch(self) -> int:
        return self.measures.cell.height() + self.measures.gap_down

    def _day_of(self, cell: int) -> int:
        return bisect.bisect_right(self.groups.starts, cell) - 1

    def _head_height(self, index: int) -> int:
        if not self.groups.has_days:
            return self.measures.above_all
        return self.measures.head if index else self.measures.first_head

    def _lines_top(self, index: int) -> int:
        return self._tops[index] + self._head_height(index) + self.measures.below_head

    def _day_heights(self) -> list[int]:
        # A search lays out a thousand days: what is alike for them is found once.
        columns, pitch = self.measures.columns, self._pitch
        first, other = self._head_height(0), self._head_height(1)
        around = other + self.measures.below_head - self.measures.gap_down
        heights = [around - (-count // columns) * pitch for count in self.groups.counts]
        if heights:
            heights[0] += first - other
        return heights
