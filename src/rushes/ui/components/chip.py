"""A word in a small box: what a search is narrowed by, a tag, a facet."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import mirrored_rect, mix, paint_box, paint_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_HEIGHT = 22
_PADDING = 8
_ICON = 12
_GAP = 5


class Chip(PaintedButton):
    """A word, 22 px high; a checked one is filled and has a firmer outline.

    `outlined` has no fill at rest, for facets; `role` colours word and outline, for *Needs you*;
    `removable` ends in a cross, and Delete or Backspace removes it too.

    Signals:
        remove_requested: a person wants it gone.
    """

    remove_requested = Signal()

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        checkable: bool = False,
        removable: bool = False,
        outlined: bool = False,
        role: Role | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._removable = removable
        self._outlined = outlined
        self._role = role
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if removable:
            self.setAccessibleDescription(self.tr("Delete removes it"))

    def set_role(self, role: Role | None) -> None:
        """Colour word and outline by a role; None brings the usual colours back."""
        if role is not self._role:
            self._role = role
            self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = QFontMetricsF(theme.font(TextStyle.CAPTION, tabular=True)).horizontalAdvance(
            self.text()
        )
        width += 2 * theme.px(_PADDING) + 2
        if self._icon_name:
            width += theme.px(_ICON + _GAP)
        if self._removable:
            width += theme.px(_ICON + _GAP) - theme.px(4)
        return QSize(int(width + 0.99), theme.px(_HEIGHT))

    def _cross_box(self) -> QRectF:
        side = current_theme().px(_ICON)
        area = QRectF(self.rect())
        box = QRectF(area.right() - current_theme().px(4) - 1 - side, 0, side, area.height())
        return mirrored_rect(box, area, self.is_mirrored())

    def _is_on_cross(self, position: QPointF) -> bool:
        return self._removable and self._cross_box().adjusted(-4, 0, 5, 0).contains(position)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isDown() and self._is_on_cross(event.position()):
            self.setDown(False)
            self.remove_requested.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        mirrored = self.is_mirrored()
        hover = self.hover.value
        clear = QColor(0, 0, 0, 0)
        rest = clear if self._outlined else color(Role.RAISED)
        if not self.isEnabled():
            fill, line, ink = clear, color(Role.LINE), color(Role.OFF)
        elif self.isChecked() or self.looks_pressed():
            fill, line, ink = color(Role.PRESS), color(Role.MARK), color(Role.STRONG)
        elif self._outlined:
            fill = mix(rest, color(Role.QUIET_HOVER), hover)
            line, ink = color(Role.EDGE), mix(color(Role.MUTED), color(Role.STRONG), hover)
        else:
            fill = mix(rest, color(Role.HOVER), hover)
            line, ink = color(Role.BUTTON_LINE), color(Role.TEXT)
        if self._role is not None and self.isEnabled():
            line = ink = color(self._role)
        paint_box(painter, area, Radius.CONTROL, fill, line)
        left = area.left() + theme.px(_PADDING) + 1
        side = theme.px(_ICON)
        if self._icon_name:
            box = QRectF(left, area.center().y() - side / 2, side, side)
            placed = mirrored_rect(box, area, mirrored)
            paint_icon(painter, self._icon_name, placed, ink, mirrored=mirrored)
            left += side + theme.px(_GAP)
        end = area.right() - theme.px(_PADDING) - 1
        if self._removable:
            end = area.right() - theme.px(4) - 1 - side - theme.px(_GAP)
            cross = self._cross_box()
            cross.adjust(0, (cross.height() - side) / 2, 0, -(cross.height() - side) / 2)
            paint_icon(painter, "close", cross, ink)
        words = mirrored_rect(QRectF(left, 0, end - left, area.height()), area, mirrored)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        font = theme.font(TextStyle.CAPTION, tabular=True)
        paint_text(painter, words, self.text(), font, ink, align)
