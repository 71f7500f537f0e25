"""Where the parts of the timeline lie."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLocale, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF

from rushes.ui.theme.theme import Theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle
from rushes.ui.viewer.frame_scale import FrameScale

_FLAG_HEIGHT = 16
_FLAG_PADDING = 5
_NARROWEST_PLAYHEAD = 3


def number_text(index: int) -> str:
    """The number of the frame at `index`, counted from 1."""
    return QLocale().toString(index + 1)


@dataclass(frozen=True)
class TimelineForm:
    """Heights of the timeline's parts, in pixels at 100 %.

    Attributes:
        notes: the row of notes above the ruler; 0 for none.
        ranges: the row of good ranges under the strip; 0 for none. Where there is no row of notes
            they are told there too, by their signs alone.
        keeps_ranges: whether that row is there even where nothing is marked.
    """

    ruler: int
    strip: int
    below: int = 8
    beside: int = 12
    notes: int = 0
    ranges: int = 0
    keeps_ranges: bool = False


SMALL = TimelineForm(ruler=16, strip=36, ranges=16)
LARGE = TimelineForm(ruler=18, strip=48, notes=18, ranges=20, keeps_ranges=True)
LOW = TimelineForm(ruler=16, strip=24)


@dataclass(frozen=True, eq=False)
class TimelinePlaces:
    """Where everything on the timeline lies, in the widget's pixels.

    Attributes:
        scale: where the frames lie.
        size: the widget's size in pixels.
        ratio: pixels of the screen to a pixel of the widget.
        form: heights of the parts.
        in_index, out_index: first and last frame of the range, or None where it is not set.
    """

    theme: Theme
    scale: FrameScale
    size: QSize
    ratio: float
    form: TimelineForm
    in_index: int | None = None
    out_index: int | None = None

    @cached_property
    def notes(self) -> QRectF:
        """The row of notes; without height where there is none."""
        return QRectF(self.scale.left, 0, self.scale.width, self.theme.px(self.form.notes))

    @cached_property
    def ruler(self) -> QRectF:
        """Where ticks and numbers stand."""
        height = self.theme.px(self.form.ruler)
        return QRectF(self.scale.left, self.notes.bottom(), self.scale.width, height)

    @cached_property
    def strip(self) -> QRectF:
        """Where the thumbnails lie."""
        height = self.theme.px(self.form.strip)
        return QRectF(self.scale.left, self.ruler.bottom(), self.scale.width, height)

    @cached_property
    def ranges(self) -> QRectF:
        """The row of good ranges; without height where there is none."""
        height = self.theme.px(self.form.ranges)
        return QRectF(self.scale.left, self.strip.bottom(), self.scale.width, height)

    @property
    def first(self) -> int:
        """The first frame that is played."""
        return self.in_index or 0

    @property
    def last(self) -> int:
        """The last frame that is played."""
        return self.scale.count - 1 if self.out_index is None else self.out_index

    @property
    def has_range(self) -> bool:
        """Whether In or Out is set."""
        return self.in_index is not None or self.out_index is not None

    @cached_property
    def range_area(self) -> QRectF:
        """The frame around what lies between In and Out."""
        left = self.snapped(self.scale.start_of(self.first))
        right = self.snapped(self.scale.start_of(self.last + 1))
        return QRectF(left, self.strip.top(), max(right - left, 1), self.strip.height())

    def playhead(self, index: int) -> QRectF:
        """The playhead over a frame: as wide as it, and never too thin to see."""
        left = self.snapped(self.scale.start_of(index))
        right = self.snapped(self.scale.start_of(index + 1))
        narrowest = self.theme.px(_NARROWEST_PLAYHEAD)
        if right - left < narrowest:
            left = self.snapped(self.scale.middle_of(index) - narrowest / 2)
            left = max(self.scale.left, min(left, self.scale.right - narrowest))
            right = left + narrowest
        top = self.ruler.top() + 1
        return QRectF(left, top, right - left, self.strip.bottom() + 1 - top)

    def flag(self, index: int) -> QRectF:
        """The flag with the frame's number, above the playhead and inside the widget."""
        words = self.number_metrics.horizontalAdvance(number_text(index))
        width = words + 2 * self.theme.px(_FLAG_PADDING)
        left = self.snapped(self.scale.middle_of(index) - width / 2)
        left = max(0.0, min(left, self.size.width() - width))
        return QRectF(left, self.ruler.top(), width, self.theme.px(_FLAG_HEIGHT))

    @cached_property
    def number_font(self) -> QFont:
        """The font of the flag, In and Out."""
        return self.theme.font(TextStyle.CAPTION, SEMIBOLD, tabular=True)

    @cached_property
    def number_metrics(self) -> QFontMetricsF:
        """The measures of that font."""
        return QFontMetricsF(self.number_font)

    def snapped(self, x: float) -> float:
        """The nearest border between two pixels of the screen."""
        return round(x * self.ratio) / self.ratio
