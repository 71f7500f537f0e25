"""One value of a segmented control."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from rushes.ui.components.motion import Transition
from rushes.ui.components.option import Option
from rushes.ui.components.painting import mirrored_rect, mix, paint_box, paint_text
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

PADDING = 8
"""Beside the words, in pixels at 100 %."""
_ICON = 14
_ICON_GAP = 6
_STEP_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


def segment_width(option: Option) -> int:
    """The width that shows one value in full, chosen or not, in pixels."""
    theme = current_theme()
    font = theme.font(TextStyle.CONTROL, SEMIBOLD)
    width = QFontMetricsF(font).horizontalAdvance(option.text) + 2 * theme.px(PADDING)
    if option.icon:
        width += theme.px(_ICON) + (theme.px(_ICON_GAP) if option.text else 0)
    return int(width + 0.99)


class Segment(QRadioButton):
    """Paints its words; the track beneath it paints what tells that it is chosen.

    Signals:
        choice_requested: a person wants this value.
        step_requested: an arrow key, Home or End was pressed on it.
    """

    choice_requested = Signal(object)
    step_requested = Signal(object, int)

    def __init__(self, option: Option, track: QWidget) -> None:
        super().__init__(option.text, track)
        self.option = option
        self.hover = Transition(self)
        self._track = track
        self.setEnabled(option.enabled)
        set_tool_tip(self, option.help)

    def focus_ring_target(self) -> QWidget:
        """The ring goes around the whole track."""
        return self._track

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.TRACK)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hover.go_to(1.0 if self.isEnabled() else 0.0)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hover.go_to(0.0)
        super().leaveEvent(event)

    def hitButton(self, pos: object) -> bool:
        return True

    def nextCheckState(self) -> None:
        self.choice_requested.emit(self.option.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEP_KEYS:
            self.step_requested.emit(self, event.key())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        chosen = self.isChecked()
        hover = 0.0 if chosen else self.hover.value
        if hover > 0:
            fill = mix(color(Role.TRACK), color(Role.QUIET_HOVER), hover)
            paint_box(painter, area, Radius.SMALL, fill)
        if not self.isEnabled():
            ink = color(Role.OFF)
        elif chosen:
            ink = color(Role.STRONG)
        else:
            ink = mix(color(Role.MUTED), color(Role.STRONG), hover)
        font = theme.font(TextStyle.CONTROL, SEMIBOLD if chosen else None)
        words = QFontMetricsF(font).horizontalAdvance(self.text())
        icon = theme.px(_ICON) if self.option.icon else 0
        gap = theme.px(_ICON_GAP) if icon and self.text() else 0
        words = min(words, area.width() - 4 - icon - gap)
        left = area.left() + (area.width() - words - icon - gap) / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if icon:
            box = QRectF(left, area.center().y() - icon / 2, icon, icon)
            box = mirrored_rect(box, area, mirrored)
            paint_icon(painter, self.option.icon, box, ink, mirrored=mirrored)
        box = QRectF(left + icon + gap, area.top(), words, area.height())
        paint_text(painter, mirrored_rect(box, area, mirrored), self.text(), font, ink)
