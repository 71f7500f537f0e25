"""Where a picture lies under a view, along one axis, in whole pixels of the screen.

A place in the picture is told as a share of its length, 0 to 1, so that it means the same in
pictures of different sizes.
"""

from math import floor

Shares = tuple[float, float]
"""A place in a picture: share of its width, share of its height."""

MIDDLE: Shares = (0.5, 0.5)


def origin_of(middle: float, length: int, share: float) -> int:
    """Where a picture of `length` begins if the place at `share` lies in the view's `middle`."""
    return floor(middle - share * length + 0.5)


def share_at(place: float, origin: float, length: int) -> float:
    """Which share of a picture, which begins at `origin`, lies at a place of the screen."""
    return min(max((place - origin) / length, 0.0), 1.0) if length else 0.5


def share_for_origin(middle: float, length: int, origin: float) -> float:
    """What to look at so that the picture begins at `origin`, as far as it can.

    What lies in the middle of the view is always a part of the picture: so it is never lost.
    """
    return share_at(middle, origin, length)


def origin_under(pointer: float, origin: int, length: int, new_length: int, pixels: int) -> int:
    """Where a picture of another length begins if what is under the pointer stays there.

    `pointer` is the middle of the screen's pixel that it points at, `pixels` the picture's own
    length. The pixel of the picture under it is kept exactly, unless several share one of the
    screen's.
    """
    share = (pointer - origin) / length if length else 0.5
    nearest = floor(pointer - share * new_length + 0.5)
    under = floor(share * pixels)
    for candidate in (nearest, nearest + 1, nearest - 1):
        if new_length and floor((pointer - candidate) / new_length * pixels) == under:
            return candidate
    return nearest
