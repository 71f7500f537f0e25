"""Where frames lie along the timeline, and which of them carry a number on the ruler."""

from dataclasses import dataclass

_STEPS = (1, 2, 5)
_NUMBER_SPACING = 60
_TICK_SPACING = 10


@dataclass(frozen=True, slots=True)
class FrameScale:
    """A clip's frames laid side by side, each as wide as the next.

    Attributes:
        left: where the first frame begins, in pixels.
        width: length of all frames together, in pixels.
        count: number of frames, at least 1.
    """

    left: float
    width: float
    count: int

    @property
    def frame_width(self) -> float:
        """Width of one frame in pixels."""
        return self.width / self.count

    @property
    def right(self) -> float:
        """Where the last frame ends."""
        return self.left + self.width

    def start_of(self, index: int) -> float:
        """Where the frame at `index` begins; of `count`, the end of the last."""
        return self.left + self.width * index / self.count

    def middle_of(self, index: int) -> float:
        """The middle of the frame at `index`."""
        return self.start_of(index) + self.frame_width / 2

    def index_at(self, x: float) -> int:
        """The frame under `x`; the nearest one for places beside the clip."""
        if self.width <= 0:
            return 0
        index = int((x - self.left) // self.frame_width)
        return max(0, min(index, self.count - 1))


def ruler_steps(scale: FrameScale, text_scale: float) -> tuple[int, int]:
    """How many frames lie from one number of the ruler to the next, and from tick to tick.

    `text_scale` is the size of text as a share of 100 %.
    """
    numbers = _step_of_width(scale, _NUMBER_SPACING * text_scale)
    ticks = numbers
    for parts in (10, 2):
        if numbers % parts == 0 and numbers // parts * scale.frame_width >= _TICK_SPACING:
            ticks = numbers // parts
            break
    return numbers, ticks


def _step_of_width(scale: FrameScale, pixels: float) -> int:
    power = 1
    while True:
        for step in _STEPS:
            if step * power * scale.frame_width >= pixels or step * power > 2 * scale.count:
                return step * power
        power *= 10
