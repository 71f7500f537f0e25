"""The time and the frame's number at the left of the transport.

A click on the time changes the unit; one on the frame's number asks for another number.
"""

from fractions import Fraction

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rushes.media.frame_times import FrameTimes
from rushes.ui.components.painting import paint_text
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.number_entry import NumberEntry
from rushes.ui.viewer.time_text import (
    TimeUnit,
    brief_place_words,
    place_words,
    timecode_words,
)

_GAP = 10


class PositionReadout(QAbstractButton):
    """Tells where the picture on the screen stands in its clip, and takes where it should go.

    Attributes:
        entry: asks for another frame in the place of the number.

    Signals:
        seek_requested: the index, from 0, of the frame that a person typed.
        entry_ended: the field is gone, and the keyboard that it had is to go somewhere.
    """

    seek_requested = Signal(int)
    entry_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = NumberEntry(self)
        self._unit = TimeUnit.TIMECODE
        self._index = 0
        self._count = 0
        self._seconds = 0.0
        self._rate = Fraction(0)
        self._times: FrameTimes | None = None
        self._message = ""
        self._remark = self._longest_remark = ""
        self._state = ""
        self._words = ("", "")
        self._brief = False
        self._pressed_on_number = False
        self._over_number = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._tell_meaning()
        self.clicked.connect(self._on_clicked)
        self.entry.changed.connect(self._on_entry_changed)
        self.entry.seek_requested.connect(self.seek_requested)
        self.entry.ended.connect(self.entry_ended)

    def words(self) -> str:
        """All that is told, in one line."""
        return self._message or ", ".join(part for part in self._words if part)

    def set_unit(self, unit: TimeUnit) -> None:
        """Tell the place in another unit."""
        self._unit = unit
        self._compose()
        self.updateGeometry()

    def set_brief(self, brief: bool) -> None:
        """Tell the frame's number and the count only, where there is little room."""
        if brief != self._brief:
            self._brief = brief
            self._compose()
            self._place_field()

    def set_times(self, times: FrameTimes | None) -> None:
        """Know when the frames of the clip that is told of are shown."""
        self._times = times
        self._tell_meaning()
        self._compose()
        self.updateGeometry()

    def show_place(self, index: int, count: int, seconds: float, rate: Fraction) -> None:
        """Tell the place of the frame at `index` of `count`, which starts at `seconds`."""
        if (count, rate) != (self._count, self._rate):
            self.updateGeometry()
        self._index, self._count, self._seconds, self._rate = index, count, seconds, rate
        self._message = ""
        self.entry.index = index
        self._compose()

    def set_remark(self, words: str, longest: str = "") -> None:
        """Add words to the frame's number, such as "all four"; `longest` is what they may be."""
        longest = max(words, longest, key=len)
        if longest != self._longest_remark:
            self._longest_remark = longest
            self.updateGeometry()
        self._remark = words

    def show_message(self, text: str) -> None:
        """Say something in the place's stead until the next `show_place`."""
        self.entry.close()
        self._message = text
        self.update()

    def show_state(self, words: str) -> None:
        """Know how it plays, for those who listen: "playing", "paused"."""
        self._state = words
        self.tell_accessibility()

    def tell_accessibility(self) -> None:
        """Give the present words to those who listen rather than look."""
        self.setAccessibleName(self.words())
        self.setAccessibleDescription(self._state)

    def ask_number(self) -> None:
        """Ask for another number, in the place of the present one."""
        if self._count and not self._message:
            self.entry.open(self._index, self._known_times())

    def _known_times(self) -> FrameTimes:
        times = self._times
        if times is not None and times.frames == self._count:
            return times
        if not self._rate:
            return FrameTimes.still()
        return FrameTimes.constant(self._count, self._rate)

    def _on_entry_changed(self) -> None:
        self._place_field()
        self.update()

    def _place_field(self) -> None:
        self.entry.place_over(self.number_rect())
        if self.entry.field is not None:
            self.entry.room_beside = int(self._beside(self.entry.field).width())

    @property
    def _is_variable(self) -> bool:
        times = self._times
        return times is not None and times.variable and times.frames == self._count

    def _tell_meaning(self) -> None:
        rate, variable = (self._times.rate, self._times.variable) if self._times else (None, False)
        tips = [self.tr("Timecode, seconds or frames; the number goes to a frame")]
        if rate is not None:
            tips.append(timecode_words(rate, variable=variable))
        set_tool_tip(self, "\n".join(tip for tip in tips if tip))

    def _compose(self) -> None:
        if self._count == 0:
            self._words = ("", "")
        elif self._brief:
            self._words = (brief_place_words(self._index, self._count), "")
        else:
            lead, rest = place_words(
                self._unit,
                self._index,
                self._count,
                self._seconds,
                self._rate,
                variable=self._is_variable,
            )
            self._words = (lead, ", ".join(part for part in (rest, self._remark) if part))
        self.update()

    def _on_clicked(self) -> None:
        if self._pressed_on_number:
            self._pressed_on_number = False
            self.ask_number()
            return
        self.set_unit(self._unit.following)
        self._place_field()
        self.tell_accessibility()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_on_number = self.number_rect().contains(event.position())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._show_over(self.number_rect().contains(event.position()))
        super().mouseMoveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_over(self.number_rect().contains(event.position()))
        super().enterEvent(event)

    def _show_over(self, over_number: bool) -> None:
        if over_number != self._over_number:
            self._over_number = over_number
            self.setCursor(
                Qt.CursorShape.IBeamCursor if over_number else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def number_rect(self) -> QRectF:
        """Where the frame's number stands, in pixels of this widget; empty where it does not."""
        if self._message or self._count == 0:
            return QRectF()
        area = QRectF(self.rect())
        lead = QFontMetricsF(self._lead_font()).horizontalAdvance(self._words[0])
        if self._number_leads:
            return QRectF(area.left(), area.top(), lead, area.height())
        start = area.left() + lead + current_theme().px(_GAP)
        width = QFontMetricsF(self._quiet_font()).horizontalAdvance(self._words[1])
        return QRectF(start, area.top(), width, area.height())

    @property
    def _number_leads(self) -> bool:
        return self._brief or self._unit is TimeUnit.FRAMES

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_field()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._spare_beneath()
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Polish:
            self._spare_beneath()
        return done

    def _spare_beneath(self) -> None:
        """Have nothing painted beneath, which would cost time with every frame.

        Fusion takes the attribute from every button when it polishes it.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        """Room for the longest words of this clip, so that nothing moves while it plays."""
        return self._size_of(self._longest_words())

    def brief_size_hint(self) -> QSize:
        """Room for the number and the count alone."""
        last = max(self._count - 1, 0)
        return self._size_of((brief_place_words(last, self._count), ""))

    def _longest_words(self) -> tuple[str, str]:
        last = max(self._count - 1, 0)
        seconds = last / self._rate if self._rate else 0
        lead, rest = place_words(
            self._unit, last, self._count, float(seconds), self._rate, variable=self._is_variable
        )
        return lead, ", ".join(part for part in (rest, self._longest_remark) if part)

    def _size_of(self, words: tuple[str, str]) -> QSize:
        theme = current_theme()
        width = QFontMetricsF(self._lead_font()).horizontalAdvance(words[0])
        if words[1]:
            width += theme.px(_GAP) + QFontMetricsF(self._quiet_font()).horizontalAdvance(words[1])
        return QSize(int(width + 2), theme.px(28))

    def _lead_font(self) -> QFont:
        return current_theme().font(TextStyle.HEADING, tabular=True)

    def _quiet_font(self) -> QFont:
        return current_theme().font(TextStyle.CONTROL, tabular=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        painter.fillRect(event.rect(), theme.color(Role.PANEL))
        quiet = theme.color(Role.STRONG if self.underMouse() else Role.MUTED)
        if self._message:
            paint_text(painter, area, self._message, self._quiet_font(), quiet)
            return
        lead, rest = self._words
        if self.entry.field is not None:
            self._paint_beside(self.entry.field, painter)
            return
        strong = theme.color(Role.STRONG)
        used = paint_text(painter, area, lead, self._lead_font(), strong)
        area.setLeft(area.left() + used + theme.px(_GAP))
        paint_text(painter, area, rest, self._quiet_font(), quiet)

    def _beside(self, field: QWidget) -> QRectF:
        """The part of the words that the field leaves free."""
        area, gap = QRectF(self.rect()), current_theme().px(_GAP)
        if self._number_leads:
            area.setLeft(min(field.geometry().right() + 1 + gap, self.width()))
        else:
            area.setRight(max(field.geometry().left() - gap / 2, 0))
        return area

    def _paint_beside(self, field: QWidget, painter: QPainter) -> None:
        """While a number is typed: the other words, or why it is none."""
        theme, area = current_theme(), self._beside(field)
        if self.entry.refusal and self.entry.has_room_beside:
            bad = theme.color(Role.BAD)
            paint_text(painter, area, self.entry.refusal, self._quiet_font(), bad)
        elif not self._number_leads:
            strong = theme.color(Role.STRONG)
            paint_text(painter, area, self._words[0], self._lead_font(), strong)

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.CONTROL)
