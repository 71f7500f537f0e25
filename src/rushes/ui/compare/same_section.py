"""The inputs that are the same in all takes, folded into one line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.compare.input_words import InputRow
from rushes.ui.compare.letters import all_words
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import mix, paint_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_HEIGHT = 34
_LINE = 24
_LABEL = 120


class FoldButton(PaintedButton):
    """A quiet line with a small arrow that opens and closes what lies beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = QFontMetricsF(theme.font(TextStyle.CONTROL)).horizontalAdvance(self.text())
        return QSize(int(width) + theme.px(20), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        ink = mix(theme.color(Role.MUTED), theme.color(Role.STRONG), self.hover.value)
        side = theme.px(12)
        box = QRectF(0, round((self.height() - side) / 2), side, side)
        paint_icon(painter, "chevron_down" if self.isChecked() else "chevron_right", box, ink)
        area = QRectF(self.rect()).adjusted(side + theme.px(6), 0, 0, 0)
        paint_text(painter, area, self.text(), theme.font(TextStyle.CONTROL), ink)

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.CONTROL)


class SameSection(QWidget):
    """Says how many inputs are the same, and shows them when it is opened.

    Attributes:
        fold: opens and closes it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fold = FoldButton(self)
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._labels: list[ElidedLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.fold)
        column.addWidget(self._rows)
        self._rows.hide()
        self.fold.toggled.connect(self._rows.setVisible)
        self._apply_theme()

    def show_rows(self, rows: Sequence[InputRow], takes: int) -> None:
        """Tell which inputs are the same in so many takes."""
        count = self.tr("%n input(s)", "", len(rows))
        words = self.tr("Same in %1: %2").replace("%1", all_words(takes)).replace("%2", count)
        self.fold.setText(words)
        self.fold.setEnabled(bool(rows))
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for number, row in enumerate(rows):
            for column, (text, role) in enumerate(
                ((row.label, Role.MUTED), (row.wholes[0], Role.TEXT))
            ):
                label = ElidedLabel(text, TextStyle.CONTROL, role, self._rows, tabular=column == 1)
                self._labels.append(label)
                self._grid.addWidget(label, number, column)
                self._grid.setRowMinimumHeight(number, current_theme().px(_LINE))

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._grid.setContentsMargins(px(18), 0, 0, px(8))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, px(_LABEL))
        self._grid.setColumnStretch(1, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, current_theme().color(Role.LINE))
