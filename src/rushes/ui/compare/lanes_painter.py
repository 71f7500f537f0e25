"""How the lanes of a comparison look: ruler, one lane for each clip, In and Out, the playhead."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from rushes.domain.marks import UNMARKED, Marks
from rushes.media.compare_times import ClipPlaces
from rushes.ui.compare.lane_marks import LaneMarks
from rushes.ui.components.painting import paint_box, paint_text
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.typography import SEMIBOLD, TextStyle
from rushes.ui.viewer.timeline_places import TimelinePlaces
from rushes.ui.viewer.timeline_ruler import marked_numbers

LANE_HEIGHT = 19
"""From one lane to the next, in pixels at 100 %."""
LANES_GAP = 3
"""Between ruler and lanes."""
LETTER_WIDTH = 20

_BAR = 16
_HANDLE = 4
_NUMBER_SPACING = 60
_TICK_SPACING = 10
_STEPS = (1, 2, 5)
_VEIL = 0.10


@dataclass(frozen=True)
class Lane:
    """One clip's lane.

    Attributes:
        letter: how the clip is called.
        places: where its frames lie; None where it could not be opened.
        marks: its notes and good ranges are shown in the lane.
    """

    letter: str
    places: ClipPlaces | None
    marks: Marks = UNMARKED


def lane_box(places: TimelinePlaces, number: int, clip: ClipPlaces) -> QRectF:
    """Where the lane of a clip lies, from its first frame to its last; the highest is number 0."""
    theme, scale = places.theme, places.scale
    top = places.strip.top() + theme.px(LANES_GAP) + number * theme.px(LANE_HEIGHT)
    left = places.snapped(scale.start_of(clip.begins))
    right = places.snapped(scale.start_of(clip.ends))
    return QRectF(left, top, max(right - left, 1), theme.px(_BAR))


class LanesPainter:
    """Paints one state of the lanes; all but the playhead is painted once and kept.

    The ruler counts the frames of the clip that is told of, `numbers`; None counts moments.
    """

    def __init__(
        self,
        places: TimelinePlaces,
        lanes: Sequence[Lane],
        chosen: int,
        numbers: ClipPlaces | None,
    ) -> None:
        self._places = places
        self._lanes = list(lanes)
        self._chosen = chosen
        self._numbers = numbers

    def paint(self, painter: QPainter, shown: int, asked: int) -> None:
        """Paint all; `shown` is the moment on the screen, `asked` the one the hand is at."""
        places = self._places
        color = places.theme.color
        painter.drawPixmap(QPointF(0, 0), self._ground)
        flag = self.flag(shown)
        spared = flag.adjusted(-6, 0, 6, 0)
        for area, words, role in self._texts:
            if not area.intersects(spared):
                font = places.number_font if role is Role.ACCENT else self._plain
                paint_text(painter, area, words, font, color(role))
        if asked != shown:
            x = places.snapped(places.scale.middle_of(asked))
            line = QRectF(x, places.strip.top(), 1, places.strip.height())
            painter.fillRect(line, color(Role.STRONG))
        self._paint_playhead(painter, shown, flag)

    def number_of(self, moment: int) -> int:
        """The number, from 1, of the frame that is told for a moment."""
        return (moment if self._numbers is None else self._numbers.index_of(moment)) + 1

    def flag(self, moment: int) -> QRectF:
        """The flag with the frame's number, above the playhead and inside the widget."""
        places = self._places
        words = QLocale().toString(self.number_of(moment))
        width = places.number_metrics.horizontalAdvance(words) + 2 * places.theme.px(5)
        left = places.snapped(places.scale.middle_of(moment) - width / 2)
        left = max(0.0, min(left, places.size.width() - width))
        return QRectF(left, 0, width, places.theme.px(16))

    @cached_property
    def _plain(self) -> QFont:
        return self._places.theme.font(TextStyle.CAPTION, tabular=True)

    @cached_property
    def _ground(self) -> QPixmap:
        places = self._places
        pixmap = QPixmap(places.size * places.ratio)
        pixmap.setDevicePixelRatio(places.ratio)
        pixmap.fill(places.theme.color(Role.PANEL))
        painter = QPainter(pixmap)
        self._paint_ticks(painter)
        for number, lane in enumerate(self._lanes):
            self._paint_lane(painter, number, lane)
        if places.has_range:
            self._paint_range(painter)
        painter.end()
        return pixmap

    def _paint_lane(self, painter: QPainter, number: int, lane: Lane) -> None:
        places = self._places
        theme, scale = places.theme, places.scale
        pitch, bar = theme.px(LANE_HEIGHT), theme.px(_BAR)
        top = places.strip.top() + theme.px(LANES_GAP) + number * pitch
        area = QRectF(scale.left - theme.px(LETTER_WIDTH), top, theme.px(LETTER_WIDTH), bar)
        role = Role.ACCENT if number == self._chosen else Role.MUTED
        font = theme.font(TextStyle.CAPTION, SEMIBOLD)
        paint_text(painter, area, lane.letter, font, theme.color(role))
        if lane.places is None:
            return
        box = lane_box(places, number, lane.places)
        paint_box(painter, box, Radius.SMALL, theme.color(Role.WELL))
        LaneMarks(places, box, lane.places, lane.marks).paint(painter)

    def _ticks(self) -> list[tuple[int, int]]:
        """Every frame that the ruler could mark: (number, moment at which it begins)."""
        scale, numbers = self._places.scale, self._numbers
        if numbers is None:
            return [(moment + 1, moment) for moment in range(scale.count)]
        last = numbers.index_of(numbers.ends - 1)
        return [(index + 1, numbers.moment_of(index)) for index in range(last + 1)]

    @cached_property
    def _spacing(self) -> tuple[int, int]:
        """How many frames lie from one number to the next, and from tick to tick."""
        numbers, scale = self._numbers, self._places.scale
        first, stop = (0, scale.count) if numbers is None else (numbers.begins, numbers.ends)
        frames = stop if numbers is None else numbers.index_of(stop - 1) + 1
        width = (scale.start_of(stop) - scale.start_of(first)) / max(frames, 1)
        least = _NUMBER_SPACING * self._places.theme.scale
        power = 1
        while True:
            for step in _STEPS:
                if step * power * width >= least or step * power > 2 * frames:
                    apart = step * power
                    parts = next(
                        (
                            part
                            for part in (10, 2)
                            if apart % part == 0 and apart // part * width >= _TICK_SPACING
                        ),
                        1,
                    )
                    return apart, apart // parts
            power *= 10

    def _paint_ticks(self, painter: QPainter) -> None:
        places = self._places
        theme, ruler = places.theme, places.ruler
        line, mark = theme.color(Role.LINE), theme.color(Role.MARK)
        painter.fillRect(QRectF(ruler.left(), ruler.bottom() - 1, ruler.width(), 1), line)
        apart, ticks = self._spacing
        for number, moment in self._ticks():
            tall = number == 1 or number % apart == 0
            if not tall and number % ticks:
                continue
            x = places.snapped(places.scale.start_of(moment))
            height = theme.px(6 if tall else 3)
            painter.fillRect(QRectF(x, ruler.bottom() - 1 - height, 1, height), mark)

    @cached_property
    def _texts(self) -> list[tuple[QRectF, str, Role]]:
        places = self._places
        theme, scale = places.theme, places.scale
        height = theme.px(14)
        found = self._range_texts(height)
        metrics = QFontMetricsF(self._plain)
        begins = dict(self._ticks())
        for number in marked_numbers(len(begins), self._spacing[0]):
            words = QLocale().toString(number)
            left = scale.start_of(begins[number]) + theme.px(4)
            area = QRectF(left, 0, metrics.horizontalAdvance(words), height)
            taken = any(area.intersects(other.adjusted(-6, 0, 6, 0)) for other, *_ in found)
            if not taken and area.right() <= scale.right:
                found.append((area, words, Role.MUTED))
        return found

    def _range_texts(self, height: int) -> list[tuple[QRectF, str, Role]]:
        places = self._places
        found: list[tuple[QRectF, str, Role]] = []
        area, metrics = places.range_area, places.number_metrics
        for moment, words, at_end in (
            (places.in_index, _tr("In %1"), False),
            (places.out_index, _tr("Out %1"), True),
        ):
            if moment is None:
                continue
            told = words.replace("%1", QLocale().toString(self.number_of(moment)))
            width = metrics.horizontalAdvance(told)
            left = area.right() - width if at_end else area.left()
            box = QRectF(max(left, places.ruler.left()), 1, width, height)
            if not any(box.intersects(other) for other, *_ in found):
                found.append((box, told, Role.ACCENT))
        return found

    def _paint_range(self, painter: QPainter) -> None:
        places, strip = self._places, self._places.strip
        area, dim = places.range_area, places.theme.color(Role.DIM)
        before, after = QRectF(strip), QRectF(strip)
        before.setRight(area.left())
        after.setLeft(area.right())
        painter.fillRect(before, dim)
        painter.fillRect(after, dim)
        accent, handle = places.theme.color(Role.ACCENT), places.theme.px(_HANDLE)
        paint_box(painter, area, 2, line=accent)
        for left in (area.left(), area.right() - handle):
            paint_box(painter, QRectF(left, area.top(), handle, area.height()) & area, 1, accent)

    def _paint_playhead(self, painter: QPainter, shown: int, flag: QRectF) -> None:
        places = self._places
        strong, ground = places.theme.color(Role.STRONG), places.theme.color(Role.PANEL)
        head = places.playhead(shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        veil = QColor(strong)
        veil.setAlphaF(_VEIL)
        painter.fillRect(head, veil)
        pen = QPen(strong, 1)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = QPointF(0.5, 0.5)
        painter.drawRect(QRectF(head.topLeft() + half, head.bottomRight() - half))
        paint_box(painter, flag, Radius.SMALL, strong)
        words = QLocale().toString(self.number_of(shown))
        align = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, flag, words, places.number_font, ground, align)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimelineRuler", text)
