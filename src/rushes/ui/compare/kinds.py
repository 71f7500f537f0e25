"""The ways to look at several takes."""

from enum import Enum


class CompareKind(Enum):
    """How the pictures are put together."""

    SIDE_BY_SIDE = "side_by_side"
    WIPE = "wipe"
    """Two in one place, parted by a line that follows the pointer."""

    OVERLAY = "overlay"
    """One over the other, like glass."""

    DIFFERENCE = "difference"
    """How far the two lie apart."""

    @property
    def is_of_two(self) -> bool:
        """Whether it shows the chosen take against the reference alone."""
        return self is not CompareKind.SIDE_BY_SIDE
