"""What lies under the transport while takes are compared: one lane for each on one ruler."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QToolTip, QWidget

from rushes.domain.marks import Note
from rushes.media.compare_times import SharedTimes
from rushes.ui.compare.lane_marks import LaneMarks
from rushes.ui.compare.lane_scale import LaneScale, lane_edges
from rushes.ui.compare.lanes_painter import (
    LANE_HEIGHT,
    LANES_GAP,
    LETTER_WIDTH,
    Lane,
    LanesPainter,
    lane_box,
)
from rushes.ui.components.painting import paint_box
from rushes.ui.components.tool_tips import plain_tool_tip
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.time_slider import TimeSlider
from rushes.ui.viewer.timeline_marks.marked_slider import fill_with_marks
from rushes.ui.viewer.timeline_menu import TimelineMenu
from rushes.ui.viewer.timeline_places import TimelineForm, TimelinePlaces

_RULER = 18
_BESIDE = 12


class CompareLanes(TimeSlider):
    """A slider over the moments of a shared clock; its value is the moment's number, from 1.

    It shows what it is told and moves nothing by itself: a hand on it is a wish.

    Signals:
        scrub_started, scrub_ended: a hand takes hold of the playhead or a handle, and lets go.
        seek_requested: show this moment.
        step_requested: go on by so many frames of the chosen clip, back if negative.
        in_requested, out_requested: set In or Out to this moment.
        mark_requested: a `MarkWish` for the chosen clip.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared: SharedTimes | None = None
        self._edges: tuple[float, ...] = ()
        self._lanes: list[Lane] = []
        self._chosen = 0
        self._tells_moments = False
        self._asked = 0
        self._places: TimelinePlaces | None = None
        self._painter: LanesPainter | None = None
        self._showing = False
        self.setAccessibleName(self.tr("Timeline of all clips"))
        self.valueChanged.connect(self._on_value_changed)

    def show_clock(self, shared: SharedTimes | None, lanes: Sequence[Lane]) -> None:
        """Show another clock, and the clips that run on it."""
        higher = len(lanes) != len(self._lanes)
        self._shared = shared
        self._edges = () if shared is None else lane_edges(shared)
        self._lanes = list(lanes)
        last = self._count - 1
        self._shown, self._asked = min(self._shown, last), min(self._asked, last)
        self._set_quietly(self._shown)
        self._rebuild()
        if higher:
            self.updateGeometry()

    def show_chosen(self, lane: int, *, tells_moments: bool) -> None:
        """Mark a lane as chosen; the ruler counts its frames, or else moments."""
        self._chosen, self._tells_moments = lane, tells_moments
        self._rebuild()

    def show_moment(self, moment: int, *, tell: bool = True) -> None:
        """Let the playhead stand over a moment; `tell` makes it known to assistive technology."""
        if moment != self._shown:
            self._shown = moment
            self.update()
        if tell:
            self._set_quietly(moment)

    def show_asked(self, moment: int) -> None:
        """Show where the hand is, while the pictures of that moment are still being made."""
        if moment != self._asked:
            self._asked = moment
            self.update()

    def show_range(self, first: int | None, last: int | None) -> None:
        """Show In and Out; None where one is not set."""
        if (first, last) != self._range:
            self._range = (first, last)
            self._rebuild()

    @property
    def lanes(self) -> list[Lane]:
        """The clips that are shown, from the highest lane on."""
        return list(self._lanes)

    @property
    def _count(self) -> int:
        return 1 if self._shared is None else self._shared.times.frames

    def places(self) -> TimelinePlaces:
        """Where everything lies that is shown."""
        if self._places is None:
            theme = current_theme()
            left = theme.px(_BESIDE + LETTER_WIDTH)
            width = max(self.width() - left - theme.px(_BESIDE), 1)
            scale = LaneScale(left, width, self._count, self._edges)
            strip = LANES_GAP + LANE_HEIGHT * len(self._lanes)
            form = TimelineForm(ruler=_RULER, strip=strip)
            self._places = TimelinePlaces(
                theme, scale, self.size(), self.devicePixelRatio(), form, *self._range
            )
        return self._places

    def marks_of(self, number: int) -> LaneMarks | None:
        """Where the marks of a lane lie; None for a clip that could not be opened."""
        lane, places = self._lanes[number], self.places()
        if lane.places is None:
            return None
        return LaneMarks(places, lane_box(places, number, lane.places), lane.places, lane.marks)

    def _note_under(self, position: QPointF) -> tuple[Note, int] | None:
        """The note under the pointer and its moment, or None."""
        for number in range(len(self._lanes)):
            marks = self.marks_of(number)
            note = None if marks is None else marks.note_at(position)
            if marks is not None and note is not None:
                return note, marks.moment_of(note)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._note_under(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.seek_requested.emit(found[1])
            event.accept()
            return
        super().mousePressEvent(event)

    def fill_menu(self, menu: TimelineMenu, index: int) -> None:
        chosen = self._lanes[self._chosen] if self._chosen < len(self._lanes) else None
        if chosen is None or chosen.places is None or self._tells_moments:
            return
        frame, has_range = chosen.places.index_of(index), self._range != (None, None)
        fill_with_marks(menu, self, chosen.marks, frame, has_range=has_range)

    def sizeHint(self) -> QSize:
        px = current_theme().px
        lanes = px(LANES_GAP) + px(LANE_HEIGHT) * max(len(self._lanes), 1)
        return QSize(px(320), px(_RULER) + lanes + px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(120), self.sizeHint().height())

    def _set_quietly(self, moment: int) -> None:
        self._showing = True
        self.setRange(1, self._count)
        self.setValue(moment + 1)
        self._showing = False

    def _on_value_changed(self, value: int) -> None:
        if not self._showing:
            # Assistive technology moved the slider.
            self.seek_requested.emit(value - 1)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Repaint nothing: `show_moment` does."""

    def _rebuild(self) -> None:
        self._places = self._painter = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rebuild()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._rebuild()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._rebuild()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._note_under(QPointF(event.pos()))
            words = "" if found is None else plain_tool_tip(found[0].text)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        places = self.places()
        if self._painter is None:
            numbers = None
            if not self._tells_moments and self._chosen < len(self._lanes):
                numbers = self._lanes[self._chosen].places
            self._painter = LanesPainter(places, self._lanes, self._chosen, numbers)
        self._painter.paint(painter, self._shown, self._asked)
        if self._ring:
            area = QRectF(places.strip.united(places.ruler)).adjusted(-4, 0, 4, 4)
            accent = places.theme.color(Role.ACCENT)
            paint_box(painter, area, 4, line=accent, line_width=places.theme.focus_width)
