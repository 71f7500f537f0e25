"""The title of History, which is also the menu of what it shows."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import Align, mirrored_rect, mix, paint_box, paint_text
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_CHEVRON = 12
_GAP = 4
_PADDING = 6


class SourceButton(PaintedButton):
    """A title with a chevron; a long one is shortened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_title(self, title: str, spoken: str) -> None:
        """Show what is on; `spoken` says that it is a choice."""
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(spoken)
        set_tool_tip(self, spoken)
        self.updateGeometry()
        self.update()

    @property
    def title(self) -> str:
        """What is shown."""
        return self.text().replace("&&", "&")

    def _beside(self) -> int:
        px = current_theme().px
        return 2 * px(_PADDING) + px(_GAP) + px(_CHEVRON)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = QFontMetricsF(theme.font(TextStyle.TITLE)).horizontalAdvance(self.title)
        return QSize(int(width + 1.99) + self._beside(), theme.metrics.small_control)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._beside() + current_theme().px(24), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area, mirrored = QRectF(self.rect()), self.is_mirrored()
        clear, hover = QColor(0, 0, 0, 0), self.hover.value
        fill = mix(clear, theme.color(Role.QUIET_HOVER), hover)
        if self.looks_pressed():
            fill = theme.color(Role.PRESS)
        paint_box(painter, area, Radius.CONTROL, fill)
        left, side = theme.px(_PADDING), theme.px(_CHEVRON)
        font = theme.font(TextStyle.TITLE)
        room = area.width() - self._beside()
        box = mirrored_rect(QRectF(left, 0, room, area.height()), area, mirrored)
        near = Align.AlignRight if mirrored else Align.AlignLeft
        paint_text(painter, box, self.title, font, theme.color(Role.STRONG), near)
        words = min(QFontMetricsF(font).horizontalAdvance(self.title), room)
        top = area.center().y() - side / 2 + 1
        box = QRectF(left + words + theme.px(_GAP), top, side, side)
        ink = mix(theme.color(Role.MUTED), theme.color(Role.STRONG), hover)
        paint_icon(painter, "chevron_down", mirrored_rect(box, area, mirrored), ink)
