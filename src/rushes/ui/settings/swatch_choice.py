"""The accent colours side by side, each with its name."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from rushes.ui.components.marked_words import marked_words_size, paint_marked_words
from rushes.ui.components.painting import paint_box
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Accent, Role, role_table
from rushes.ui.theme.theme import current_theme

_RING = 2
_ROOM = 24
_GAP = 4


class Swatch(QRadioButton):
    """One accent: a disc in its colour and its name; the chosen one has a ring."""

    def __init__(self, accent: Accent, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.accent = accent
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

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
        enabled = self.isEnabled()
        disc = paint_marked_words(painter, self, _ROOM, _GAP)
        # Each disc shows its own accent, whichever is in force.
        shown = QColor(role_table(theme.scheme, self.accent)[Role.ACCENT])
        paint_box(painter, disc, disc.height() / 2, shown if enabled else theme.color(Role.OFF))
        if self.isChecked() and enabled:
            reach = 2 * _RING
            ring = disc.adjusted(-reach, -reach, reach, reach)
            strong = theme.color(Role.STRONG)
            paint_box(painter, ring, ring.height() / 2, line=strong, line_width=_RING)

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.CONTROL)


class SwatchChoice(QWidget):
    """One accent out of all; arrow keys move.

    Signals:
        value_edited: a person chose this `Accent`; setters do not emit it.
    """

    value_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            Accent.BLUE: self.tr("Blue"),
            Accent.VIOLET: self.tr("Violet"),
            Accent.TEAL: self.tr("Teal"),
            Accent.GREY: self.tr("Grey"),
        }
        self.swatches = [Swatch(accent, names[accent], self) for accent in Accent]
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for swatch in self.swatches:
            swatch.clicked.connect(self._on_clicked)
            self._layout.addWidget(swatch)
        self._apply_theme()

    def value(self) -> Accent | None:
        """The chosen accent."""
        return next((each.accent for each in self.swatches if each.isChecked()), None)

    def set_value(self, accent: object) -> None:
        """Show an accent as chosen; nothing is chosen for a value that is none."""
        for swatch in self.swatches:
            swatch.setAutoExclusive(False)
            swatch.setChecked(swatch.accent == accent)
            swatch.setAutoExclusive(True)

    def _on_clicked(self) -> None:
        self.value_edited.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }
        at = next((i for i, each in enumerate(self.swatches) if each.hasFocus()), None)
        if at is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        step = steps[Qt.Key(event.key())]
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if sideways and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        target = self.swatches[max(0, min(at + step, len(self.swatches) - 1))]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if not target.isChecked():
            target.click()

    def _apply_theme(self) -> None:
        self._layout.setSpacing(current_theme().px(10))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
