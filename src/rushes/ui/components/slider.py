"""A slider: groove, knob, and a tick under the value it starts with."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from rushes.ui.components.painting import paint_box
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_GROOVE = 4
_KNOB = 14
_HALO = 3
_TICK = 4
_KEYBOARD_REASONS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class Slider(QSlider):
    """Whole steps from `minimum` to `maximum`; the knob goes where the pointer presses.

    Signals:
        value_edited: a person moved the knob; setters do not emit it.
    """

    value_edited = Signal(int)

    def __init__(
        self, minimum: int = 0, maximum: int = 100, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._default: int | None = None
        self._shows_focus = False
        self.setRange(minimum, maximum)
        self.setAccessibleName(name)
        self.setProperty("ownFocusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(self._on_action)

    def set_default(self, value: int | None) -> None:
        """Put the tick under the value that it starts with; None shows no tick."""
        self._default = value
        self.update()

    def set_value(self, value: int) -> None:
        """Show a value, kept within the range."""
        self.setValue(value)

    def show_keyboard_focus(self, shown: bool) -> None:
        """Draw the focus ring around the knob, or not."""
        self._shows_focus = shown
        self.update()

    def _on_action(self) -> None:
        # Qt announces a key or the wheel before it takes the new position over.
        if self.sliderPosition() != self.value():
            self.value_edited.emit(self.sliderPosition())

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(120), theme.metrics.control)

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(60), theme.metrics.control)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _is_mirrored(self) -> bool:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return rtl != self.invertedAppearance()

    def _x_of(self, value: int) -> float:
        """Where the middle of the knob stands for a value."""
        half = current_theme().px(_KNOB) / 2
        reach = self.width() - 2 * half
        span = max(self.maximum() - self.minimum(), 1)
        x = half + reach * (value - self.minimum()) / span
        return self.width() - x if self._is_mirrored() else x

    def _value_at(self, x: float) -> int:
        half = current_theme().px(_KNOB) / 2
        reach = max(self.width() - 2 * half, 1.0)
        share = (x - half) / reach
        share = 1 - share if self._is_mirrored() else share
        span = self.maximum() - self.minimum()
        return self.minimum() + round(max(0.0, min(share, 1.0)) * span)

    def _drag_to(self, position: QPointF) -> None:
        value = self._value_at(position.x())
        if value != self.value():
            self.setValue(value)
            self.value_edited.emit(value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setSliderDown(True)
        self._drag_to(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._drag_to(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._default is not None and self._default != self.value():
            self.setValue(self._default)
            self.value_edited.emit(self._default)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a panel must not change what lies under the pointer.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_keyboard_focus(True)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.show_keyboard_focus(event.reason() in _KEYBOARD_REASONS)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.show_keyboard_focus(False)
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        enabled = self.isEnabled()
        middle = float(self.height() // 2)
        thick = theme.px(_GROOVE)
        top = middle - thick / 2
        groove = QRectF(0, top, self.width(), thick)
        paint_box(painter, groove, thick / 2, color(Role.GROOVE), color(Role.GROOVE_LINE))
        x = self._x_of(self.sliderPosition())
        done = QRectF(x, top, self.width() - x, thick)
        if not self._is_mirrored():
            done = QRectF(0, top, x, thick)
        paint_box(painter, done, thick / 2, color(Role.MUTED if enabled else Role.OFF))
        if self._default is not None:
            tick = round(self._x_of(self._default))
            below = middle + theme.px(_KNOB) / 2 + 1
            painter.fillRect(QRectF(tick, below, 1, theme.px(_TICK)), color(Role.MARK))
        side = theme.px(_KNOB)
        knob = QRectF(x - side / 2, middle - side / 2, side, side)
        radius = theme.px(Radius.CONTROL)
        around = knob.adjusted(-_HALO, -_HALO, _HALO, _HALO)
        paint_box(painter, around, radius + _HALO, color(Role.PANEL))
        paint_box(painter, knob, radius, color(Role.KNOB if enabled else Role.OFF))
        if self._shows_focus:
            reach = 2 + theme.focus_width
            ring = knob.adjusted(-reach, -reach, reach, reach)
            accent = color(Role.ACCENT)
            paint_box(painter, ring, radius + reach, line=accent, line_width=theme.focus_width)
