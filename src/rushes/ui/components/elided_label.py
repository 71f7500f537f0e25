"""One line of plain text that is shortened to the room there is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent

from rushes.ui.components.long_texts import shown_part
from rushes.ui.components.painting import paint_text
from rushes.ui.components.text_label import TextLabel
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_LONGEST = 2_000
"""Characters that are kept of a text: one line of a screen holds far fewer."""


class ElidedLabel(TextLabel):
    """Ends in "…" where the text is too long, and then shows all of it as a tool tip.

    It takes part of the width that is left over, and asks for little.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(24), super().sizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(shown_part(" ".join(shown_part(text).split()), _LONGEST))
        self._update_tool_tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tool_tip()

    def is_elided(self) -> bool:
        """Tell whether a part of the text is left out now."""
        room = self.contentsRect().width()
        return QFontMetricsF(self.font()).horizontalAdvance(self.text()) > room + 0.5

    def _update_tool_tip(self) -> None:
        set_tool_tip(self, self.text() if self.is_elided() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        alignment = self.alignment()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            right = not alignment & Qt.AlignmentFlag.AlignRight
            alignment = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        color = theme.color(self.role if self.isEnabled() else Role.OFF)
        area = QRectF(self.contentsRect())
        paint_text(QPainter(self), area, self.text(), self.font(), color, alignment)
