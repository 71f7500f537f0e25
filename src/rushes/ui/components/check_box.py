"""Check boxes and radio buttons with their words."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from rushes.ui.components.marked_words import marked_words_size, paint_marked_words
from rushes.ui.components.painting import paint_box
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_ROOM = 16
_GAP = 8
_RING = 5


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
        return marked_words_size(self, _ROOM, _GAP)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        box = paint_marked_words(painter, self, _ROOM, _GAP)
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
        return marked_words_size(self, _ROOM, _GAP)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        box = paint_marked_words(painter, self, _ROOM, _GAP)
        enabled = self.isEnabled()
        round_ = box.height() / 2
        if self.isChecked():
            ring = theme.color(Role.ACCENT if enabled else Role.OFF)
            paint_box(painter, box, round_, None, ring, theme.px(_RING))
        else:
            line = theme.color(Role.MARK if enabled else Role.EDGE)
            paint_box(painter, box, round_, theme.color(Role.WELL), line)
