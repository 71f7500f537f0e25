"""Where the pictures of a comparison lie. Pure arithmetic, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize


def rows_and_columns(count: int) -> tuple[int, int]:
    """How many rows and columns so many pictures lie in."""
    if count <= 2:
        return 1, max(count, 1)
    if count <= 4:
        return 2, 2
    return (2, 3) if count <= 6 else (3, 3)


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where one picture lies, and the line under it."""

    picture: QRect
    foot: QRect


def cell_places(
    area: QRect, shapes: Sequence[QSize], foot: QSize, gap: int, apart: int
) -> list[CellPlace]:
    """Where pictures of these shapes lie in `area`, as large as each cell allows.

    Under each is a foot, as wide as its picture; `foot` is its least width, as far as there is
    room, and its height. `gap` lies between cells, and `apart` is how far pictures that do not
    fill their cells stand from each other. All stand in the middle of the area, and the feet of
    a row are in line.
    """
    rows, columns = rows_and_columns(len(shapes))
    across = (area.width() - gap * (columns - 1)) // columns
    down = (area.height() - gap * (rows - 1)) // rows - foot.height()
    sizes = [_fitted(shape, across, down) for shape in shapes]
    least = min(foot.width(), across)
    widest = max(max(size.width() for size in sizes), least)
    pitch = min(across + gap, widest + apart)
    lines = [sizes[start : start + columns] for start in range(0, len(sizes), columns)]
    heights = [max(size.height() for size in line) for line in lines]
    total = sum(heights) + len(lines) * foot.height() + gap * (len(lines) - 1)
    top = area.top() + max((area.height() - total) // 2, 0)
    places = []
    for line, height in zip(lines, heights, strict=True):
        for column, size in enumerate(line):
            middle = area.left() + area.width() / 2 + pitch * (column - (columns - 1) / 2)
            left = round(middle - size.width() / 2)
            picture = QRect(left, top + height - size.height(), size.width(), size.height())
            wide = max(size.width(), least)
            under = QRect(round(middle - wide / 2), top + height, wide, foot.height())
            places.append(CellPlace(picture, under))
        top += height + foot.height() + gap
    return places


def _fitted(shape: QSize, across: int, down: int) -> QSize:
    if across <= 0 or down <= 0:
        return QSize(1, 1)
    scale = min(across / shape.width(), down / shape.height())
    return QSize(max(int(shape.width() * scale), 1), max(int(shape.height() * scale), 1))
