"""How the timeline looks: marks, ruler, thumbnails, In and Out, and the playhead over them."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from rushes.ui.components.painting import paint_box, paint_text
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.viewer.frame_scale import ruler_steps
from rushes.ui.viewer.timeline_marks.mark_places import MarkPlaces
from rushes.ui.viewer.timeline_marks.marks_painter import paint_marks
from rushes.ui.viewer.timeline_places import TimelinePlaces, number_text
from rushes.ui.viewer.timeline_ruler import RulerText, marked_numbers, ruler_texts

_HANDLE = 4
_PLAYHEAD_OPACITY = 0.10


class TimelinePainter:
    """Paints one state of the timeline; all but the playhead is painted once and kept.

    `thumbnails` are pictures of equal parts of the clip, None where one is not there yet; `marks`
    are laid out over the same places.
    """

    def __init__(
        self,
        places: TimelinePlaces,
        thumbnails: Sequence[QImage | None],
        marks: MarkPlaces,
    ) -> None:
        self._places = places
        self._thumbnails = thumbnails
        self._marks = marks

    def paint(self, painter: QPainter, dirty: QRectF, shown: int, asked: int) -> None:
        """Paint what lies in `dirty`.

        `shown` is the frame on the screen, where the playhead stands; `asked` is the one that the
        hand is at, told by a thin line while it is another one.
        """
        places = self._places
        color = places.theme.color
        # Whole, whatever is dirty: a part would begin between two pixels at 150 %.
        painter.drawPixmap(QPointF(0, 0), self._ground)
        flag = places.flag(shown)
        spared = flag.adjusted(-4, 0, 4, 0)
        for text in self._texts:
            if text.area.intersects(dirty) and not text.area.intersects(spared):
                if text.role is Role.ACCENT:
                    # No tick stands in these words.
                    beneath = text.area.adjusted(-2, 0, 2, 0) & places.ruler
                    painter.fillRect(beneath, color(Role.PANEL))
                paint_text(painter, text.area, text.text, text.font, color(text.role))
        if asked != shown:
            x = places.snapped(places.scale.middle_of(asked))
            line = QRectF(x, places.strip.top(), 1, places.strip.height())
            painter.fillRect(line, color(Role.STRONG))
        self._paint_playhead(painter, shown, flag)

    @cached_property
    def _ground(self) -> QPixmap:
        """Ticks, thumbnails, the range's frame and the marks."""
        places = self._places
        pixmap = QPixmap(places.size * places.ratio)
        pixmap.setDevicePixelRatio(places.ratio)
        pixmap.fill(places.theme.color(Role.PANEL))
        painter = QPainter(pixmap)
        self._paint_ticks(painter)
        self._paint_strip(painter)
        if places.has_range:
            self._paint_range(painter)
        paint_marks(painter, places.theme, self._marks, brief=not places.notes.height())
        painter.end()
        return pixmap

    @cached_property
    def _texts(self) -> list[RulerText]:
        return ruler_texts(self._places)

    def _paint_ticks(self, painter: QPainter) -> None:
        places = self._places
        px, ruler = places.theme.px, places.ruler
        line = QRectF(ruler.left(), ruler.bottom() - 1, ruler.width(), 1)
        painter.fillRect(line, places.theme.color(Role.LINE))
        numbers, ticks = ruler_steps(places.scale, places.theme.scale)
        color = places.theme.color(Role.MARK)
        for number in marked_numbers(places.scale.count, ticks):
            tall = number == 1 or number % numbers == 0
            height = px(6) if tall else px(3)
            x = places.snapped(places.scale.start_of(number - 1))
            painter.fillRect(QRectF(x, ruler.bottom() - height, 1, height), color)

    def _paint_strip(self, painter: QPainter) -> None:
        places, strip = self._places, self._places.strip
        painter.fillRect(strip, places.theme.color(Role.WELL))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        count = len(self._thumbnails)
        for slot, image in enumerate(self._thumbnails):
            if image is None:
                continue
            left = places.snapped(strip.left() + strip.width() * slot / count)
            right = places.snapped(strip.left() + strip.width() * (slot + 1) / count)
            painter.setClipRect(QRectF(left, strip.top(), right - left, strip.height()))
            width = strip.height() * image.width() / image.height()
            # A part that is wider than its picture, as in a clip of few frames, repeats it.
            while left < right:
                painter.drawImage(QRectF(left, strip.top(), width, strip.height()), image)
                left += width
        painter.restore()

    def _paint_range(self, painter: QPainter) -> None:
        places, strip = self._places, self._places.strip
        area = places.range_area
        dim = places.theme.color(Role.DIM)
        before, after = QRectF(strip), QRectF(strip)
        before.setRight(area.left())
        after.setLeft(area.right())
        painter.fillRect(before, dim)
        painter.fillRect(after, dim)
        accent = places.theme.color(Role.ACCENT)
        handle = places.theme.px(_HANDLE)
        paint_box(painter, area, 2, line=accent)
        for left in (area.left(), area.right() - handle):
            bar = QRectF(left, area.top(), handle, area.height())
            paint_box(painter, bar & area, 1, accent)

    def _paint_playhead(self, painter: QPainter, shown: int, flag: QRectF) -> None:
        places = self._places
        strong, ground = places.theme.color(Role.STRONG), places.theme.color(Role.PANEL)
        head = places.playhead(shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A rim in the ground's colour keeps the outline apart from thumbnails of its own tone.
        _outline(painter, (head & places.strip).adjusted(-1, 0, 1, 1), ground)
        veil = QColor(strong)
        veil.setAlphaF(_PLAYHEAD_OPACITY)
        painter.fillRect(head, veil)
        _outline(painter, head, strong)
        paint_box(painter, flag, Radius.SMALL, strong)
        align = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, flag, number_text(shown), places.number_font, ground, align)


def _outline(painter: QPainter, area: QRectF, color: QColor) -> None:
    pen = QPen(color, 1)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    half = QPointF(0.5, 0.5)
    painter.drawRect(QRectF(area.topLeft() + half, area.bottomRight() - half))
