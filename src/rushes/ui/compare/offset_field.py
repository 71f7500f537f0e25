"""How many frames a clip is ahead of the others, to be changed in place."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QSpinBox, QWidget

from rushes.ui.components.field_menu import open_field_menu
from rushes.ui.components.painting import paint_box, place_line_edit
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import REGULAR, SEMIBOLD, TextStyle

_PADDING = 6


class OffsetField(QSpinBox):
    """A whole number with its sign, "+2"; arrow keys and the wheel go by one.

    Signals:
        value_edited: a person changed the number; setters do not emit it.
    """

    value_edited = Signal(int)

    def __init__(self, most: int, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._quiet = False
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setRange(-most, most)
        # While "-" is typed on the way to "-12", nothing is to move.
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().setFrame(False)
        self.lineEdit().setTextMargins(0, 0, 0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.valueChanged.connect(self._on_value_changed)
        self._apply_theme()

    def set_value(self, value: int) -> None:
        """Show a number."""
        self._quiet = True
        self.setValue(value)
        self._quiet = False
        self._apply_theme()

    def textFromValue(self, value: int) -> str:
        return f"+{value}" if value > 0 else str(value)

    def valueFromText(self, text: str) -> int:
        try:
            return int(text)
        except ValueError:
            return self.value()

    def _on_value_changed(self, value: int) -> None:
        if not self._quiet:
            self.value_edited.emit(value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_field_menu(self, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _apply_theme(self) -> None:
        theme = current_theme()
        weight = SEMIBOLD if self.value() else REGULAR
        font = theme.font(TextStyle.CONTROL, weight, tabular=True)
        palette = QPalette(theme.palette)
        clear = palette.color(QPalette.ColorRole.Base)
        clear.setAlpha(0)
        palette.setColor(QPalette.ColorRole.Base, clear)
        for widget in (self, self.lineEdit()):
            widget.setFont(font)
            widget.setPalette(palette)
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        padding = current_theme().px(_PADDING) - 2
        place_line_edit(self.lineEdit(), padding, self.width() - padding, self.height())

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(44), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.hasFocus():
            line, width = theme.color(Role.ACCENT), theme.focus_width
            paint_box(painter, area, Radius.CONTROL, theme.color(Role.WELL), line, width)
        elif self.underMouse() and self.isEnabled():
            paint_box(painter, area, Radius.CONTROL, theme.color(Role.WELL), theme.color(Role.RIM))
