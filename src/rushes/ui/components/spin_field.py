"""A number in a field, with its unit and two small arrows."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QDoubleSpinBox, QSizePolicy, QWidget

from rushes.ui.components.field_menu import open_field_menu
from rushes.ui.components.painting import paint_box, paint_text, place_line_edit
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_WIDTH = 76
_ARROWS = 18
_PADDING = 8
_UNIT_GAP = 3
# Whole numbers are exact up to here in the number type that Qt's field holds.
_LARGEST = float(2**53)


class _Arrow(QAbstractButton):
    """Up or down; holding it repeats. Keys do the same, so it takes no focus."""

    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        role = Role.STRONG if self.underMouse() or self.isDown() else Role.MUTED
        color = theme.color(role if self.isEnabled() else Role.OFF)
        side = theme.px(10)
        area = QRectF(self.rect())
        box = QRectF(0, 0, side, side)
        box.moveCenter(area.center())
        paint_icon(QPainter(self), self._icon, box, color)


class SpinField(QDoubleSpinBox):
    """A number with its unit; arrows and keys stay in bounds, typing may leave them.

    What is typed is taken as it is, so that a value that the service would refuse can be told as
    such rather than changed behind the person's back: see `set_refused`.

    Signals:
        value_edited: a person changed the number; setters do not emit it.
    """

    value_edited = Signal(float)

    def __init__(
        self,
        minimum: float = 0,
        maximum: float = 100,
        parent: QWidget | None = None,
        *,
        step: float = 1,
        decimals: int = 0,
        unit: str = "",
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._unit = unit
        self._refused = False
        self._quiet = False
        self._bounds = (minimum, maximum)
        self._up = _Arrow("chevron_up", self.tr("More"), self)
        self._down = _Arrow("chevron_down", self.tr("Less"), self)
        self._up.clicked.connect(self.stepUp)
        self._down.clicked.connect(self.stepDown)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setRange(-_LARGEST, _LARGEST)
        self.setDecimals(decimals)
        self.setSingleStep(step)
        self.setKeyboardTracking(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(unit)
        self.lineEdit().setFrame(False)
        self.lineEdit().setTextMargins(0, 0, 0, 0)
        self.valueChanged.connect(self._on_value_changed)
        self.set_value(minimum)
        self._apply_theme()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def set_bounds(self, minimum: float, maximum: float) -> None:
        """Where arrows and keys stop."""
        self._bounds = (minimum, maximum)

    def bounds(self) -> tuple[float, float]:
        """Where arrows and keys stop."""
        return self._bounds

    def set_value(self, value: float) -> None:
        """Show a number."""
        self._quiet = True
        self.setValue(value)
        self._quiet = False

    def set_refused(self, refused: bool) -> None:
        """Show that the number cannot be sent."""
        self._refused = refused
        self.update()

    def _on_value_changed(self, value: float) -> None:
        if not self._quiet:
            self.value_edited.emit(value)

    def stepBy(self, steps: int) -> None:
        low, high = self._bounds
        target = self.value() + steps * self.singleStep()
        self.setValue(max(low, min(target, high)))
        self.selectAll()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_field_menu(self, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _apply_theme(self) -> None:
        theme = current_theme()
        font = theme.font(TextStyle.CONTROL, tabular=True)
        self.setFont(font)
        palette = QPalette(theme.palette)
        clear = palette.color(QPalette.ColorRole.Base)
        clear.setAlpha(0)
        palette.setColor(QPalette.ColorRole.Base, clear)
        self.setPalette(palette)
        self.lineEdit().setPalette(palette)
        self.lineEdit().setFont(font)
        self._place()
        self.updateGeometry()

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _unit_width(self) -> int:
        if not self._unit:
            return 0
        theme = current_theme()
        metrics = QFontMetricsF(theme.font(TextStyle.CONTROL))
        return int(metrics.horizontalAdvance(self._unit) + theme.px(_UNIT_GAP) + 0.99)

    def _place(self) -> None:
        theme = current_theme()
        arrows = theme.px(_ARROWS)
        width, height = self.width(), self.height()
        half = height // 2
        left = 1 if self._is_mirrored() else width - arrows - 1
        self._up.setGeometry(left, 1, arrows, half - 1)
        self._down.setGeometry(left, half, arrows, height - half - 1)
        room = width - arrows - theme.px(_PADDING) - self._unit_width() - theme.px(4)
        start = theme.px(_PADDING) - 2
        if self._is_mirrored():
            start = width - start - room
        place_line_edit(self.lineEdit(), start, room, height)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        low, high = self._bounds
        metrics = QFontMetricsF(theme.font(TextStyle.CONTROL, tabular=True))
        widest = max(metrics.horizontalAdvance(self.textFromValue(value)) for value in (low, high))
        needed = widest + self._unit_width() + theme.px(_ARROWS + _PADDING + 4) + 8
        return QSize(max(theme.px(_WIDTH), int(needed)), theme.metrics.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
        elif event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self._place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        enabled = self.isEnabled()
        if not enabled:
            paint_box(painter, area, Radius.CONTROL, None, color(Role.LINE))
        elif self._refused or self.hasFocus():
            line = color(Role.BAD if self._refused else Role.ACCENT)
            width = theme.focus_width
            paint_box(painter, area, Radius.CONTROL, color(Role.WELL), line, width)
        else:
            paint_box(painter, area, Radius.CONTROL, color(Role.WELL), color(Role.RIM))
        arrows = theme.px(_ARROWS)
        x = arrows + 1 if self._is_mirrored() else self.width() - arrows - 2
        painter.fillRect(QRectF(x, 2, 1, self.height() - 4), color(Role.LINE))
        if self._unit:
            width = self._unit_width()
            left = self.width() - arrows - theme.px(6) - width
            if self._is_mirrored():
                left = arrows + theme.px(6)
            box = QRectF(left, 0, width, self.height())
            unit_color = color(Role.MUTED if enabled else Role.OFF)
            align = Qt.AlignmentFlag.AlignRight
            if self._is_mirrored():
                align = Qt.AlignmentFlag.AlignLeft
            paint_text(painter, box, self._unit, theme.font(TextStyle.CONTROL), unit_color, align)
