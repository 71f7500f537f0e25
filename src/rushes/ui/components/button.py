"""Buttons with words: normal, quiet, the accent one, and the two weighty ones."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import mirrored_rect, mix, paint_box, paint_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, current_theme
from rushes.ui.theme.typography import MEDIUM, SEMIBOLD, TextStyle

_ICON = 14
_CHEVRON = 12
_GAP = 6


class ButtonKind(Enum):
    """How much a button asks for."""

    NORMAL = "normal"
    QUIET = "quiet"
    """No fill until the pointer is over it."""
    PRIMARY = "primary"
    """The accent fill; one in a panel."""
    WARN = "warn"
    """Weighty: may cost money."""
    BAD = "bad"
    """Weighty: takes something away."""


class Button(PaintedButton):
    """A button with a word, and an icon before it where `icon` names one.

    `small` is 24 px high rather than 28; `drops_down` shows that a list opens. `word_role`
    colours the word of a quiet button.
    """

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        kind: ButtonKind = ButtonKind.NORMAL,
        icon: str = "",
        small: bool = False,
        drops_down: bool = False,
        word_role: Role | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon_name = icon
        self._small = small
        self._drops_down = drops_down
        self._word_role = word_role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def kind(self) -> ButtonKind:
        """How much it asks for."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Show it as another kind."""
        self._kind = kind
        self.theme_changed()

    def set_icon_name(self, name: str) -> None:
        """Show another icon before the word; an empty name shows none."""
        self._icon_name = name
        self.theme_changed()

    def set_word_role(self, role: Role | None) -> None:
        """Colour the word by a role; None brings the usual colour back."""
        self._word_role = role
        self.update()

    def _font(self, theme: Theme) -> QFont:
        weight = SEMIBOLD if self._kind is ButtonKind.PRIMARY else MEDIUM
        return theme.font(TextStyle.CONTROL, weight)

    def _padding(self) -> int:
        return 8 if self._small or self._kind is ButtonKind.QUIET else 12

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = QFontMetricsF(self._font(theme)).horizontalAdvance(self._word())
        width += 2 * theme.px(self._padding()) + 2
        if self._icon_name:
            width += theme.px(_ICON) + (theme.px(_GAP) if self.text() else 0)
        if self._drops_down:
            width += theme.px(_CHEVRON + _GAP)
        metrics = theme.metrics
        return QSize(int(width + 0.99), metrics.small_control if self._small else metrics.control)

    def _word(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _colors(self, theme: Theme) -> tuple[QColor, QColor, QColor]:
        """Fill, outline and word as the button stands now."""
        color = theme.color
        kind, hover = self._kind, self.hover.value
        clear = QColor(0, 0, 0, 0)
        if not self.isEnabled():
            if kind is ButtonKind.QUIET:
                return clear, clear, color(Role.OFF)
            fill = color(Role.RAISED) if kind is ButtonKind.PRIMARY else clear
            return fill, color(Role.LINE), color(Role.OFF)
        pressed = self.looks_pressed()
        if kind is ButtonKind.PRIMARY:
            fill = mix(color(Role.FILL), color(Role.FILL_HOVER), hover)
            return color(Role.FILL_PRESS) if pressed else fill, clear, color(Role.ON_FILL)
        if kind in (ButtonKind.WARN, ButtonKind.BAD):
            word = color(Role.WARN if kind is ButtonKind.WARN else Role.BAD)
            fill = mix(clear, color(Role.QUIET_HOVER), hover)
            return color(Role.PRESS) if pressed else fill, word, word
        rest = color(Role.MUTED if kind is ButtonKind.QUIET else Role.TEXT)
        if self._word_role is not None:
            rest = color(self._word_role)
        chosen = pressed or self.isChecked()
        over = color(Role.STRONG) if self._word_role is None else rest
        word = over if chosen else mix(rest, over, hover)
        if kind is ButtonKind.QUIET:
            fill = mix(clear, color(Role.QUIET_HOVER), hover)
            return color(Role.PRESS) if chosen else fill, clear, word
        fill = mix(color(Role.RAISED), color(Role.HOVER), hover)
        return color(Role.PRESS) if chosen else fill, color(Role.BUTTON_LINE), word

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill, line, word = self._colors(theme)
        paint_box(painter, area, Radius.CONTROL, fill, line)
        font = self._font(theme)
        text = self._word()
        natural = QFontMetricsF(font).horizontalAdvance(text)
        icon = theme.px(_ICON) if self._icon_name else 0
        gap = theme.px(_GAP)
        chevron = theme.px(_CHEVRON) if self._drops_down else 0
        beside = (icon + (gap if text else 0) if icon else 0) + (chevron + gap if chevron else 0)
        room = area.width() - 2 * theme.px(min(self._padding(), 8))
        words = min(natural, room - beside)
        left = area.left() + (area.width() - words - beside) / 2
        mirrored = self.is_mirrored()
        middle = area.center().y()
        if icon:
            box = QRectF(left, middle - icon / 2, icon, icon)
            box = mirrored_rect(box, area, mirrored)
            paint_icon(painter, self._icon_name, box, word, mirrored=mirrored)
            left += icon + gap
        box = mirrored_rect(QRectF(left, area.top(), words, area.height()), area, mirrored)
        paint_text(painter, box, text, font, word)
        if chevron:
            box = QRectF(left + words + gap, middle - chevron / 2, chevron, chevron)
            paint_icon(painter, "chevron_down", mirrored_rect(box, area, mirrored), word)

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.CONTROL)
