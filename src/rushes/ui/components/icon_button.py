"""A button that is an icon; its words are its tool tip and its accessible name."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import mix, paint_box
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme


class IconButton(PaintedButton):
    """An icon on 28 px, or 24 where `small`; a pressed-in one shows a grey bar.

    `words` say what it does; `key` is the text of its key, shown in the tool tip only.
    `icon_size` is in pixels at 100 %. `on_surface` gives it a fill at rest, as Play has.
    """

    def __init__(
        self,
        icon: str,
        words: str,
        parent: QWidget | None = None,
        *,
        key: str = "",
        checkable: bool = False,
        small: bool = False,
        icon_size: int = 16,
        size: tuple[int, int] | None = None,
        on_surface: bool = False,
    ) -> None:
        super().__init__("", parent)
        self._icon_name = icon
        self._icon_size = icon_size
        self._size = size
        self._small = small
        self._on_surface = on_surface
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words, key)

    @property
    def icon_name(self) -> str:
        """The icon that is shown."""
        return self._icon_name

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        if name != self._icon_name:
            self._icon_name = name
            self.update()

    def set_words(self, words: str, key: str = "") -> None:
        """Say what the button does, and by which key."""
        self.setAccessibleName(words)
        set_tool_tip(self, f"{words}  {key}" if key else words)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        if self._size is not None:
            return QSize(theme.px(self._size[0]), theme.px(self._size[1]))
        side = theme.metrics.small_control if self._small else theme.metrics.control
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        hover = self.hover.value
        pressed = self.looks_pressed() or self.isChecked()
        clear = QColor(0, 0, 0, 0)
        if not self.isEnabled():
            fill, ink = clear, color(Role.OFF)
        elif pressed:
            fill, ink = color(Role.PRESS), color(Role.STRONG)
        elif self._on_surface:
            fill = mix(color(Role.RAISED), color(Role.HOVER), hover)
            ink = color(Role.STRONG)
        else:
            fill = mix(clear, color(Role.QUIET_HOVER), hover)
            ink = mix(color(Role.MUTED), color(Role.STRONG), hover)
        line = color(Role.BUTTON_LINE) if self._on_surface else None
        paint_box(painter, area, self.focus_ring_radius(), fill, line)
        side = theme.px(self._icon_size)
        middle = area.center()
        box = QRectF(round(middle.x() - side / 2), round(middle.y() - side / 2), side, side)
        paint_icon(painter, self._icon_name, box, ink, mirrored=self.is_mirrored())
        if self.isChecked():
            inset = theme.px(7)
            bar = QRectF(area.left() + inset, area.bottom() - 4, area.width() - 2 * inset, 2)
            paint_box(painter, bar, 1, color(Role.MUTED if self.isEnabled() else Role.OFF))

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.CARD if self._on_surface else Radius.CONTROL)
