"""A small whole number between a minus and a plus."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QSizePolicy, QSpinBox, QWidget

from rushes.ui.components.field_menu import open_field_menu
from rushes.ui.components.painting import paint_box, place_line_edit
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_WIDTH = 92
_BUTTON = 28


class _StepButton(QAbstractButton):
    """Minus or plus; holding it repeats. Keys do the same, so it takes no focus."""

    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        over = self.isEnabled() and self.underMouse()
        if over:
            fill = theme.color(Role.PRESS if self.isDown() else Role.QUIET_HOVER)
            paint_box(painter, area.adjusted(1, 1, -1, -1), Radius.SMALL, fill)
        role = Role.STRONG if over else Role.MUTED
        side = theme.px(12)
        box = QRectF(0, 0, side, side)
        box.moveCenter(area.center())
        color = theme.color(role if self.isEnabled() else Role.OFF)
        paint_icon(painter, self._icon, box, color)


class Stepper(QSpinBox):
    """A whole number from `minimum` to `maximum`, 92 x 28; it can be typed as well.

    Signals:
        value_edited: a person changed the number; setters do not emit it.
    """

    value_edited = Signal(int)

    def __init__(
        self, minimum: int = 1, maximum: int = 99, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._quiet = False
        self._less = _StepButton("minus", self.tr("Less"), self)
        self._more = _StepButton("plus", self.tr("More"), self)
        self._less.clicked.connect(self.stepDown)
        self._more.clicked.connect(self.stepUp)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setRange(minimum, maximum)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.lineEdit().setFrame(False)
        self.valueChanged.connect(self._on_value_changed)
        self._apply_theme()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def set_value(self, value: int) -> None:
        """Show a number, kept within the bounds."""
        self._quiet = True
        self.setValue(value)
        self._quiet = False

    def _on_value_changed(self, value: int) -> None:
        self._less.setEnabled(value > self.minimum())
        self._more.setEnabled(value < self.maximum())
        if not self._quiet:
            self.value_edited.emit(value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_field_menu(self, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}.get(Qt.Key(event.key()))
        if steps is not None and self.minimum() >= 0:
            self.stepBy(steps)
            return
        super().keyPressEvent(event)

    def _apply_theme(self) -> None:
        theme = current_theme()
        font = theme.font(TextStyle.CONTROL, SEMIBOLD, tabular=True)
        palette = theme.palette
        clear = palette.color(palette.ColorRole.Base)
        clear.setAlpha(0)
        own = type(palette)(palette)
        own.setColor(palette.ColorRole.Base, clear)
        for widget in (self, self.lineEdit()):
            widget.setFont(font)
            widget.setPalette(own)
        self._less.setEnabled(self.value() > self.minimum())
        self._more.setEnabled(self.value() < self.maximum())
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        button = min(current_theme().px(_BUTTON), self.width() // 3)
        width, height = self.width(), self.height()
        less_left, more_left = 1, width - button - 1
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            less_left, more_left = more_left, less_left
        self._less.setGeometry(less_left, 1, button, height - 2)
        self._more.setGeometry(more_left, 1, button, height - 2)
        place_line_edit(self.lineEdit(), button + 1, width - 2 * button - 2, height)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(_WIDTH), theme.metrics.control)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        if not self.isEnabled():
            paint_box(painter, area, Radius.CONTROL, None, color(Role.LINE))
        elif self.hasFocus():
            width = theme.focus_width
            accent = color(Role.ACCENT)
            paint_box(painter, area, Radius.CONTROL, color(Role.WELL), accent, width)
        else:
            paint_box(painter, area, Radius.CONTROL, color(Role.WELL), color(Role.RIM))
