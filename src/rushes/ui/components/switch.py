"""A switch with its state as a word beside it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from rushes.ui.components.motion import Transition
from rushes.ui.components.painting import mirrored_rect, mix, paint_box, paint_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_WIDTH = 32
_HEIGHT = 18
_KNOB = 12
_GAP = 8


class Switch(QCheckBox):
    """On or off, 32 x 18, with the word On or Off on its left.

    `words` replaces On and Off by one text that stays the same.

    Signals:
        value_edited: a person switched it; setters do not emit it.
    """

    value_edited = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None, *, words: str = "") -> None:
        super().__init__(parent)
        self._words = words
        self._knob = Transition(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.value_edited)
        self.toggled.connect(self._on_toggled)

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Show it on or off."""
        self.setChecked(value)

    def _on_toggled(self, on: bool) -> None:
        self._knob.go_to(1.0 if on else 0.0)
        self.update()

    def _word(self) -> str:
        if self._words:
            return self._words
        return self.tr("On") if self.isChecked() else self.tr("Off")

    def _word_width(self) -> float:
        metrics = QFontMetricsF(current_theme().font(TextStyle.CONTROL))
        words = [self._words] if self._words else [self.tr("On"), self.tr("Off")]
        return max(metrics.horizontalAdvance(word) for word in words)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = self._word_width() + theme.px(_GAP) + theme.px(_WIDTH) + 1
        return QSize(int(width), max(theme.px(24), theme.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        mirrored, enabled = self._is_mirrored(), self.isEnabled()
        share = self._knob.value
        body = self._body()
        ink = color(Role.STRONG if self.isChecked() else Role.MUTED)
        gap = theme.px(_GAP)
        words = QRectF(area.left(), area.top(), area.width() - body.width() - gap, area.height())
        # The word stands against the switch, on whichever side that is.
        align = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        font = theme.font(TextStyle.CONTROL)
        words = mirrored_rect(words, area, mirrored)
        paint_text(painter, words, self._word(), font, ink if enabled else color(Role.OFF), align)
        if enabled:
            fill = mix(color(Role.WELL), color(Role.FILL), share)
            line = mix(color(Role.MARK), color(Role.FILL), share)
            knob = mix(color(Role.MUTED), color(Role.ON_FILL), share)
        else:
            fill = color(Role.PRESS if self.isChecked() else Role.WELL)
            line, knob = color(Role.EDGE), color(Role.OFF)
        paint_box(painter, body, body.height() / 2, fill, line)
        side = theme.px(_KNOB)
        inset = (body.height() - side) / 2
        left = body.left() + inset + (body.width() - 2 * inset - side) * share
        dot = mirrored_rect(QRectF(left, body.top() + inset, side, side), body, mirrored)
        paint_box(painter, dot, side / 2, knob)

    def _body(self) -> QRectF:
        """Where the switch itself lies, beside its word."""
        theme = current_theme()
        area = QRectF(self.rect())
        width, height = theme.px(_WIDTH), theme.px(_HEIGHT)
        body = QRectF(area.right() - width, round(area.center().y() - height / 2), width, height)
        return mirrored_rect(body, area, self._is_mirrored())

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def focus_ring_rect(self) -> QRect:
        """The ring goes around the switch, not around its word."""
        return self._body().toRect()

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return current_theme().px(_HEIGHT) / 2
