"""Where the moments of a shared clock lie along the lanes."""

from bisect import bisect_right
from dataclasses import dataclass

from rushes.media.compare_times import Lock, SharedTimes
from rushes.ui.viewer.frame_scale import FrameScale


@dataclass(frozen=True, slots=True)
class LaneScale(FrameScale):
    """Moments side by side, each as wide as it is long.

    Attributes:
        edges: where each moment begins, and the last ends, as shares of the width; none where
            all are equally wide.
    """

    edges: tuple[float, ...] = ()

    def start_of(self, index: int) -> float:
        """Where a moment begins; of `count`, the end of the last."""
        if not self.edges:
            return self.left + self.width * index / self.count
        return self.left + self.width * self.edges[index]

    def middle_of(self, index: int) -> float:
        """The middle of a moment."""
        return (self.start_of(index) + self.start_of(index + 1)) / 2

    def index_at(self, x: float) -> int:
        """The moment under `x`; the nearest one for places beside the lanes."""
        if self.width <= 0:
            return 0
        share = (x - self.left) / self.width
        index = bisect_right(self.edges, share) - 1 if self.edges else int(share * self.count // 1)
        return max(0, min(index, self.count - 1))


def lane_edges(shared: SharedTimes) -> tuple[float, ...]:
    """Where the moments of a clock begin, as shares of its length; none where all are alike."""
    times = shared.times
    if shared.lock is Lock.FRAME or times.end <= 0 or not times.variable:
        return ()
    return tuple(times.start_of(moment) / times.end for moment in range(times.frames + 1))
