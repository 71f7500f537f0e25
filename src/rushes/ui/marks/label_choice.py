"""The four colour labels as small buttons; the one that is given has a ring."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rushes.domain.marks import LABELS
from rushes.ui.components.label_square import paint_label
from rushes.ui.components.painting import paint_box
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.job_faces.mark_words import label_words
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_SQUARE = 20
_PITCH = 26
_RING = 28


class LabelButton(QAbstractButton):
    """One label; pressed again it is taken away."""

    def __init__(self, label: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = label
        self.setCheckable(True)
        words = label_words(label)
        self.setAccessibleName(words)
        set_tool_tip(self, f"{words}  {label}")

    def sizeHint(self) -> QSize:
        side = current_theme().px(_RING)
        return QSize(side, side)

    def focus_ring_rect(self) -> QRect:
        """The ring goes around the square, or around the ring that tells that it is given."""
        return self.rect() if self.isChecked() else self._square().toRect()

    def _square(self) -> QRectF:
        side = current_theme().px(_SQUARE)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area, box = QRectF(self.rect()), self._square()
        if not self.isEnabled():
            painter.setOpacity(0.5)
        paint_label(painter, box, self.label, Radius.CONTROL, theme.px(11))
        if self.isChecked():
            ring = theme.color(Role.STRONG)
            paint_box(painter, area, Radius.DIALOG, line=ring, line_width=theme.px(2))
        elif self.underMouse() and self.isEnabled():
            paint_box(painter, area, Radius.DIALOG, line=theme.color(Role.EDGE), line_width=1)


class LabelChoice(QWidget):
    """Gives a take one of the labels, or none.

    Signals:
        value_edited: a person chose this label, or 0; setters do not emit it.
    """

    value_edited = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = [LabelButton(label, self) for label in LABELS]
        for button in self.buttons:
            button.clicked.connect(lambda on, label=button.label: self._on_clicked(label, on))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._place()

    def value(self) -> int:
        """The label that is given, or 0."""
        return next((button.label for button in self.buttons if button.isChecked()), 0)

    def set_value(self, label: int) -> None:
        """Show which label is given."""
        for button in self.buttons:
            button.setChecked(button.label == label)

    def _on_clicked(self, label: int, on: bool) -> None:
        self.set_value(label if on else 0)
        self.value_edited.emit(label if on else 0)

    def sizeHint(self) -> QSize:
        px = current_theme().px
        return QSize(px(_PITCH) * (len(self.buttons) - 1) + px(_RING), px(_RING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._place()
            self.updateGeometry()

    def _place(self) -> None:
        """The rings overlap a little: there is one at most."""
        px = current_theme().px
        buttons = self.buttons[::-1] if self.isRightToLeft() else self.buttons
        for place, button in enumerate(buttons):
            button.setGeometry(place * px(_PITCH), 0, px(_RING), px(_RING))
