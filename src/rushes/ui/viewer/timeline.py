"""The timeline: shows where the playhead stands, and lets a hand move it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QWidget

from rushes.domain.marks import UNMARKED
from rushes.ui.components.painting import paint_box
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.frame_scale import FrameScale
from rushes.ui.viewer.timeline_marks.mark_places import MarkPlaces
from rushes.ui.viewer.timeline_marks.marked_slider import MarkedSlider
from rushes.ui.viewer.timeline_painter import TimelinePainter
from rushes.ui.viewer.timeline_places import SMALL, TimelineForm, TimelinePlaces


class Timeline(MarkedSlider):
    """A slider over the frames of a clip; its value is the frame's number, counted from 1.

    It shows what it is told and moves nothing by itself: a hand on it is a wish.

    Signals:
        scrub_started, scrub_ended: a hand takes hold of the playhead or a handle, and lets go.
        seek_requested: show the frame at this index.
        step_requested: go on by so many frames, back if negative.
        in_requested, out_requested: set In or Out to this index; None clears it.
        mark_requested: a `MarkWish` for the take.
        strip_changed: the strip of thumbnails is so many pixels of the screen wide and high.
    """

    strip_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = SMALL
        self._count = 1
        self._asked = 0
        self._thumbnails: tuple[QImage | None, ...] = ()
        self._places: TimelinePlaces | None = None
        self._mark_places: MarkPlaces | None = None
        self._painter: TimelinePainter | None = None
        self._strip_size = QSize()
        self._showing = False
        self.setAccessibleName(self.tr("Timeline"))
        self.valueChanged.connect(self._on_value_changed)

    @property
    def form(self) -> TimelineForm:
        """Heights of the parts."""
        return self._form

    def set_form(self, form: TimelineForm) -> None:
        """Take other heights."""
        if form is not self._form:
            self._form = form
            self.updateGeometry()
            self._rebuild()

    def show_clip(self, count: int) -> None:
        """Show a clip of `count` frames: from its first frame, without range, marks, thumbnails."""
        self._count = max(count, 1)
        self._shown = self._asked = 0
        self._range = (None, None)
        self._thumbnails = ()
        self.show_marks(UNMARKED)
        self._set_quietly(1, self._count, 1)
        self._tell_range()
        self._rebuild()

    def show_index(self, index: int, *, tell: bool = True) -> None:
        """Let the playhead stand over a frame; `tell` makes it known to assistive technology."""
        if index != self._shown:
            self._update_around(self._shown)
            self._shown = index
            self._update_around(index)
        if tell:
            self._set_quietly(1, self._count, index + 1)

    def show_asked(self, index: int) -> None:
        """Show where the hand is, while the picture of that frame is still being made."""
        if index != self._asked:
            self._update_around(self._asked)
            self._asked = index
            self._update_around(index)

    def show_range(self, in_index: int | None, out_index: int | None) -> None:
        """Show In and Out; None where one is not set."""
        if (in_index, out_index) != self._range:
            self._range = (in_index, out_index)
            self._tell_range()
            self._rebuild()

    def show_thumbnails(self, images: Sequence[QImage | None]) -> None:
        """Show pictures of equal parts of the clip; None where one is not there yet."""
        self._thumbnails = tuple(images)
        self._rebuild()

    @property
    def thumbnails(self) -> tuple[QImage | None, ...]:
        """The pictures along the strip, None where one is not there yet."""
        return self._thumbnails

    def places(self) -> TimelinePlaces:
        """Where everything lies that is shown."""
        if self._places is None:
            theme = current_theme()
            beside = theme.px(self._form.beside)
            scale = FrameScale(beside, max(self.width() - 2 * beside, 1), self._count)
            self._places = TimelinePlaces(
                theme,
                scale,
                self.size(),
                self.devicePixelRatio(),
                self._form_now(),
                *self._range,
            )
        return self._places

    def mark_places(self) -> MarkPlaces:
        if self._mark_places is None:
            shown = replace(self._marks, ranges=self.shown_ranges)
            self._mark_places = MarkPlaces(self.places(), shown)
        return self._mark_places

    def marks_moved(self) -> None:
        self.updateGeometry()
        self._tell_range()
        self._rebuild()

    def _form_now(self) -> TimelineForm:
        """The form without a row that nothing stands in."""
        form, marks = self._form, self._marks
        is_marked = marks.ranges or any(note.frame is not None for note in marks.notes)
        return form if form.keeps_ranges or is_marked else replace(form, ranges=0)

    def sizeHint(self) -> QSize:
        px = current_theme().px
        form = self._form_now()
        rows = (form.notes, form.ruler, form.strip, form.ranges, form.below)
        return QSize(px(320), sum(px(row) for row in rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(120), self.sizeHint().height())

    def _set_quietly(self, lowest: int, highest: int, value: int) -> None:
        self._showing = True
        self.setRange(lowest, highest)
        self.setValue(value)
        self._showing = False

    def _on_value_changed(self, value: int) -> None:
        if not self._showing:
            # Assistive technology moved the slider.
            self.seek_requested.emit(value - 1)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Repaint nothing: `show_index` repaints the little that changes."""

    def _tell_range(self) -> None:
        in_index, out_index = self._range
        words = []
        if in_index is not None:
            words.append(self.tr("In %1").replace("%1", str(in_index + 1)))
        if out_index is not None:
            words.append(self.tr("Out %1").replace("%1", str(out_index + 1)))
        self.setAccessibleDescription(", ".join([*words, *self.marks_words()]))

    def _rebuild(self) -> None:
        self._places = self._mark_places = self._painter = None
        self.update()

    def _update_around(self, index: int) -> None:
        places = self.places()
        flag = places.flag(index)
        # The numbers beside the flag come and go with it.
        reach = current_theme().px(56)
        area = flag.united(places.playhead(index)).adjusted(-reach, -1, reach, 1)
        self.update(area.toAlignedRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rebuild()
        self.measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._spare_beneath()
            self.updateGeometry()
            self._rebuild()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._rebuild()
            self.measure()
        done = super().event(event)
        if event.type() == QEvent.Type.Polish:
            self._spare_beneath()
        return done

    def _spare_beneath(self) -> None:
        """Have nothing painted beneath, which would cost time with every frame.

        Fusion takes the attribute from every slider when it polishes it.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def measure(self) -> None:
        """See how large the strip is; done by itself while the widget is seen."""
        if self._places is not None and self._places.size != self.size():
            self._places = self._mark_places = self._painter = None
        strip, ratio = self.places().strip, self.devicePixelRatio()
        size = QSize(round(strip.width() * ratio), round(strip.height() * ratio))
        if size != self._strip_size:
            self._strip_size = size
            self.strip_changed.emit(size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        places = self.places()
        if self._painter is None:
            self._painter = TimelinePainter(places, self._thumbnails, self.mark_places())
        self._painter.paint(painter, QRectF(event.rect()), self._shown, self._asked)
        if self._ring:
            width = places.theme.focus_width
            area = places.strip.united(places.ruler).adjusted(-4, 0, 4, 4)
            accent = places.theme.color(Role.ACCENT)
            paint_box(painter, area, 4, line=accent, line_width=width)
