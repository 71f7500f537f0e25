"""How large a picture is made and painted, in pixels of the screen; `None` as scale fits it."""

from math import ceil, floor

from PySide6.QtCore import QPoint, QPointF, QRect, QSize

from rushes.media.picture import fitted_size
from rushes.ui.viewer.zoom.places import Shares, origin_of


def room_for(shape: QSize, fit_room: QSize, scale: float | None) -> QSize:
    """The room that pictures of a shape are to be made for.

    `shape` is the clip's own size, `fit_room` the room for a fitted picture.
    """
    if scale is None or shape.isEmpty():
        return fit_room
    # What is enlarged is made at its own size, and only what is seen of it is enlarged.
    scale = min(scale, 1.0)
    return QSize(max(round(shape.width() * scale), 1), max(round(shape.height() * scale), 1))


def painted_size(shape: QSize, fit_room: QSize, scale: float | None) -> QSize:
    """How large all of the picture is on the screen; empty while nothing can be seen."""
    if shape.isEmpty() or fit_room.isEmpty():
        return QSize()
    if scale is not None and scale >= 1:
        return QSize(round(shape.width() * scale), round(shape.height() * scale))
    room = room_for(shape, fit_room, scale)
    return QSize(*fitted_size((shape.width(), shape.height()), (room.width(), room.height())))


def area_around(middle: QPointF, size: QSize, centre: Shares) -> QRect:
    """Where a picture lies if the place at `centre` is in the `middle` of the view."""
    if size.isEmpty():
        return QRect()
    x = origin_of(middle.x(), size.width(), centre[0])
    y = origin_of(middle.y(), size.height(), centre[1])
    return QRect(QPoint(x, y), size)


def touched_pixels(rect: QRect, corner: QPointF, ratio: float) -> QRect:
    """The pixels that a part of a widget touches, whose corner lies at `corner`.

    `ratio` is the number of pixels to one of the widget's units.
    """
    left, top = floor(corner.x() + rect.left() * ratio), floor(corner.y() + rect.top() * ratio)
    right = ceil(corner.x() + (rect.right() + 1) * ratio)
    bottom = ceil(corner.y() + (rect.bottom() + 1) * ratio)
    return QRect(left, top, right - left, bottom - top)
