"""What a hand on the timeline has hold of, and which frame it is taken to."""

from enum import Enum

from PySide6.QtCore import QPoint

from rushes.ui.viewer.timeline_places import TimelinePlaces

_REACH = 6


class Grip(Enum):
    """What can be moved."""

    PLAYHEAD = "playhead"
    IN = "in"
    OUT = "out"


def grip_at(places: TimelinePlaces, position: QPoint) -> Grip:
    """What is under the pointer: a handle of In or Out near its line, else the playhead."""
    if not places.has_range or position.y() < places.strip.top():
        return Grip.PLAYHEAD
    area = places.range_area
    to_in, to_out = abs(position.x() - area.left()), abs(position.x() - area.right())
    if min(to_in, to_out) > places.theme.px(_REACH):
        return Grip.PLAYHEAD
    return Grip.IN if to_in < to_out else Grip.OUT


def index_under(places: TimelinePlaces, grip: Grip, x: float) -> int:
    """The frame to which `grip` goes when the hand is at `x`; In and Out never cross."""
    scale = places.scale
    half = scale.frame_width / 2
    if grip is Grip.IN:
        # Its handle lies where its frame begins, that of Out where its frame ends.
        return min(scale.index_at(x + half), places.last)
    if grip is Grip.OUT:
        return max(scale.index_at(x - half), places.first)
    return scale.index_at(x)
