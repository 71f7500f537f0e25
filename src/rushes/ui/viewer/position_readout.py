"""The time and the frame's number at the left of the transport; a click changes the unit."""

from fractions import Fraction

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rushes.ui.components.painting import paint_text
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.time_text import TimeUnit, brief_place_words, place_words

_GAP = 10


class PositionReadout(QAbstractButton):
    """Tells where the picture on the screen stands in its clip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = TimeUnit.TIMECODE
        self._index = 0
        self._count = 0
        self._seconds = 0.0
        self._rate = Fraction(0)
        self._message = ""
        self._words = ("", "")
        self._brief = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_tool_tip(self, self.tr("Timecode, seconds or frames"))
        self.clicked.connect(self._on_clicked)

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

    def show_place(self, index: int, count: int, seconds: float, rate: Fraction) -> None:
        """Tell the place of the frame at `index` of `count`, which starts at `seconds`."""
        if (count, rate) != (self._count, self._rate):
            self.updateGeometry()
        self._index, self._count, self._seconds, self._rate = index, count, seconds, rate
        self._message = ""
        self._compose()

    def show_message(self, text: str) -> None:
        """Say something in the place's stead until the next `show_place`."""
        self._message = text
        self.update()

    def tell_accessibility(self) -> None:
        """Give the present words to those who listen rather than look."""
        self.setAccessibleName(self.words())

    def _compose(self) -> None:
        if self._count == 0:
            self._words = ("", "")
        elif self._brief:
            self._words = (brief_place_words(self._index, self._count), "")
        else:
            self._words = place_words(
                self._unit, self._index, self._count, self._seconds, self._rate
            )
        self.update()

    def _on_clicked(self) -> None:
        self.set_unit(self._unit.following)
        self.tell_accessibility()

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
        return place_words(self._unit, last, self._count, float(seconds), self._rate)

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
        strong = theme.color(Role.STRONG)
        used = paint_text(painter, area, lead, self._lead_font(), strong)
        area.setLeft(area.left() + used + theme.px(_GAP))
        paint_text(painter, area, rest, self._quiet_font(), quiet)

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.CONTROL)
