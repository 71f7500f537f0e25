"""Check boxes and radio buttons with their words."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, current_theme
from rushes.ui.theme.typography import TextStyle

_SIDE = 16
_GAP = 8
_RING = 5


def _measure(button: QAbstractButton) -> QSize:
    theme = current_theme()
    words = QFontMetricsF(theme.font(TextStyle.CONTROL)).horizontalAdvance(button.text())
    width = theme.px(_SIDE) + (theme.px(_GAP) + words if button.text() else 0)
    return QSize(int(width + 1), theme.px(24))


def _paint_words(painter: QPainter, theme: Theme, button: QAbstractButton) -> QRectF:
    """Paint the words of a button and return where its box belongs."""
    area = QRectF(button.rect())
    side = theme.px(_SIDE)
    mirrored = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
    box = QRectF(0, round(area.center().y() - side / 2), side, side)
    left = side + theme.px(_GAP)
    words = QRectF(left, 0, area.width() - left, area.height())
    align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    ink = theme.color(Role.TEXT if button.isEnabled() else Role.OFF)
    font = theme.font(TextStyle.CONTROL)
    paint_text(painter, mirrored_rect(words, area, mirrored), button.text(), font, ink, align)
    return mirrored_rect(box, area, mirrored)


class CheckBox(QCheckBox):
    """A box of 16 px to tick, with its words.

    Signals:
        value_edited: a person ticked or cleared it; setters do not emit it.
    """

    value_edited = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.value_edited)

    def sizeHint(self) -> QSize:
        return _measure(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        box = _paint_words(painter, theme, self)
        enabled = self.isEnabled()
        if self.isChecked():
            fill = theme.color(Role.FILL if enabled else Role.PRESS)
            paint_box(painter, box, Radius.CONTROL, fill)
            inset = theme.px(2)
            tick = theme.color(Role.ON_FILL if enabled else Role.OFF)
            paint_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), tick)
        else:
            fill = theme.color(Role.WELL)
            line = theme.color(Role.MARK if enabled else Role.EDGE)
            paint_box(painter, box, Radius.CONTROL, fill, line)


class RadioButton(QRadioButton):
    """A round button of 16 px among others of its parent; the chosen one is a thick ring.

    Signals:
        value_edited: a person chose it; setters do not emit it.
    """

    value_edited = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.value_edited)

    def sizeHint(self) -> QSize:
        return _measure(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        box = _paint_words(painter, theme, self)
        enabled = self.isEnabled()
        round_ = box.height() / 2
        if self.isChecked():
            ring = theme.color(Role.ACCENT if enabled else Role.OFF)
            paint_box(painter, box, round_, None, ring, theme.px(_RING))
        else:
            line = theme.color(Role.MARK if enabled else Role.EDGE)
            paint_box(painter, box, round_, theme.color(Role.WELL), line)
