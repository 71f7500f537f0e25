"""The hand on the notes and good ranges of a timeline: what it takes hold of, and what it asks."""

from PySide6.QtCore import QPointF

from rushes.domain.good_ranges import Ranges, resized
from rushes.domain.marks import Marks
from rushes.ui.viewer.timeline_marks.mark_places import Edge, MarkPlaces
from rushes.ui.viewer.timeline_places import TimelinePlaces


class MarksHand:
    """Has hold of an end of a good range, or of nothing.

    Attributes:
        edge: the end that it has hold of.
        ranges: the ranges as they would be if it let go now.
    """

    def __init__(self) -> None:
        self.edge: Edge | None = None
        self.ranges: Ranges = ()
        self._before: Ranges = ()

    def take(self, places: MarkPlaces, marks: Marks, position: QPointF) -> bool:
        """Take hold of an end of a range under the pointer; tells whether there is one."""
        self.edge = places.edge_at(position)
        self._before = self.ranges = marks.ranges
        return self.edge is not None

    def move(self, places: TimelinePlaces, x: float) -> int:
        """Move the end to where the hand is; returns the frame that is the end now."""
        edge, scale = self.edge, places.scale
        if edge is None:
            return 0
        half = scale.frame_width / 2
        if edge.is_first:
            index = min(scale.index_at(x + half), edge.good.last)
            self.ranges = resized(self._before, edge.good, first=index)
        else:
            index = max(scale.index_at(x - half), edge.good.first)
            self.ranges = resized(self._before, edge.good, last=index)
        return index

    def let_go(self) -> Ranges | None:
        """Let go; returns the ranges if they are others now."""
        self.edge = None
        return self.ranges if self.ranges != self._before else None
