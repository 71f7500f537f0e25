"""A sentence whose first words can stand out."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.asked_heights import AskedHeights
from rushes.ui.components.painting import baseline
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_STYLE = TextStyle.CONTROL
_PLEASANT_WIDTH = 420


class LeadText(QWidget):
    """Plain text, broken into lines; its `lead` is heavier and in the colour of a warning."""

    def __init__(self, text: str, parent: QWidget | None = None, *, lead: str = "") -> None:
        super().__init__(parent)
        self._lead = ""
        self._rest = ""
        self._heights = AskedHeights()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text, lead=lead)

    @property
    def text(self) -> str:
        """Lead and rest in a row."""
        return " ".join(part for part in (self._lead, self._rest) if part)

    def set_text(self, text: str, *, lead: str = "") -> None:
        """Say something else."""
        if (text, lead) == (self._rest, self._lead):
            return
        self._rest, self._lead = text, lead
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        asked = (self._lead, self._rest, current_theme().font(_STYLE).key(), width)
        return self._heights.of(
            asked, lambda: self._laid_out(width).lineCount() * self._line_height()
        )

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(current_theme().font(_STYLE, SEMIBOLD if self._lead else None))
        natural = int(metrics.horizontalAdvance(self.text) + 1)
        width = min(natural, current_theme().px(_PLEASANT_WIDTH))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(80), self._line_height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setPen(theme.color(Role.MUTED if self.isEnabled() else Role.OFF))
        metrics = QFontMetricsF(theme.font(_STYLE))
        layout = self._laid_out(self.width())
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            box = QRectF(0, index * self._line_height(), self.width(), self._line_height())
            spare = self.width() - line.naturalTextWidth() if from_right else 0.0
            top = baseline(box, metrics) - line.ascent() - line.y()
            line.draw(painter, QPointF(spare - line.naturalTextRect().x(), top))

    def _line_height(self) -> int:
        return current_theme().line_height(_STYLE)

    def _laid_out(self, width: int) -> QTextLayout:
        theme = current_theme()
        layout = QTextLayout(self.text, theme.font(_STYLE))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if self._lead:
            loud = QTextLayout.FormatRange()
            loud.start, loud.length = 0, len(self._lead)
            look = QTextCharFormat()
            look.setFont(theme.font(_STYLE, SEMIBOLD))
            look.setForeground(theme.color(Role.WARN))
            loud.format = look
            layout.setFormats([loud])
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
        layout.endLayout()
        return layout
