"""The main button of a panel: accent fill, its word on the left, its key on the right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.key_cap import key_cap_size, paint_key_cap
from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import mirrored_rect, mix, paint_box, paint_text
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle


class MainButton(PaintedButton):
    """The one accent button of a panel, 40 px high and as wide as its place.

    `key` is the text of its key, as `key_text` makes it.
    """

    def __init__(self, text: str, parent: QWidget | None = None, *, key: str = "") -> None:
        super().__init__(text, parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_key(self, key: str) -> None:
        """Show another key; an empty text shows none."""
        self._key = key
        self.theme_changed()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        font = theme.font(TextStyle.BODY, SEMIBOLD)
        width = QFontMetricsF(font).horizontalAdvance(self.text()) + theme.px(16 + 12)
        if self._key:
            width += key_cap_size(theme, self._key).width() + theme.px(12)
        return QSize(int(width + 1), theme.metrics.main_control)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        mirrored = self.is_mirrored()
        if self.isEnabled():
            fill = mix(color(Role.FILL), color(Role.FILL_HOVER), self.hover.value)
            fill = color(Role.FILL_PRESS) if self.looks_pressed() else fill
            ink, key_line, line = color(Role.ON_FILL), color(Role.KEY_ON_FILL_LINE), None
        else:
            fill, ink = color(Role.RAISED), color(Role.OFF)
            key_line, line = color(Role.LINE), color(Role.LINE)
        paint_box(painter, area, Radius.CARD, fill, line)
        right = area.right() - theme.px(12)
        if self._key:
            size = key_cap_size(theme, self._key)
            right -= size.width()
            top = round(area.center().y() - size.height() / 2)
            box = mirrored_rect(QRectF(right, top, size.width(), size.height()), area, mirrored)
            paint_key_cap(painter, theme, box, self._key, key_line, ink)
            right -= theme.px(8)
        left = area.left() + theme.px(16)
        words = QRectF(left, area.top(), right - left, area.height())
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        font = theme.font(TextStyle.BODY, SEMIBOLD)
        paint_text(painter, mirrored_rect(words, area, mirrored), self.text(), font, ink, align)

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.CARD)
