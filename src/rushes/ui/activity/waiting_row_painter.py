"""Paints one row of the jobs that wait for a person's word."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_HEIGHT = 28
_LEFT = 16
_RIGHT = 8
_ICON = 14
_GAP = 10
_SETTINGS = 196
_TAKES = 56
_PRICE = 88
# Below these widths a column is left out; the prompt and the price stay.
_WIDE_ENOUGH_FOR_SETTINGS = 620
_WIDE_ENOUGH_FOR_TAKES = 420


@dataclass(frozen=True, slots=True)
class WaitingWords:
    """What a row says, from left to right; `is_priced` tells that the price is a sum."""

    prompt: str
    settings: str
    takes: str
    price: str
    is_priced: bool


def waiting_row_height() -> int:
    """Height of a row in pixels, under the theme in force."""
    return current_theme().px(_HEIGHT)


def menu_rect(row: QRect, *, mirrored: bool) -> QRect:
    """Where a row's "…" button lies."""
    theme = current_theme()
    side = theme.metrics.small_control
    left = row.right() + 1 - theme.px(_RIGHT) - side
    box = QRectF(left, row.top() + (row.height() - 1 - side) // 2, side, side)
    return mirrored_rect(box, QRectF(row), mirrored).toRect()


def paint_waiting_row(
    painter: QPainter,
    row: QRect,
    words: WaitingWords,
    *,
    mirrored: bool,
    hovered: bool,
    current: bool,
    act_hovered: bool,
    act_down: bool,
) -> None:
    """Paint a row: under the pointer, with the keyboard, and its button likewise."""
    theme = current_theme()
    color, px, area = theme.color, theme.px, QRectF(row)
    if hovered:
        painter.fillRect(row, color(Role.QUIET_HOVER))
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), color(Role.LINE))
    if current:
        ring = area.adjusted(2, 2, -2, -3)
        accent = color(Role.ACCENT)
        paint_box(painter, ring, Radius.CONTROL, line=accent, line_width=theme.focus_width)

    def place(left: float, width: float) -> QRectF:
        box = QRectF(left, area.top(), width, area.height() - 1)
        return mirrored_rect(box, area, mirrored)

    button = menu_rect(row, mirrored=mirrored)
    fill = color(Role.PRESS) if act_down else color(Role.HOVER) if act_hovered else None
    ink = color(Role.STRONG) if act_hovered or act_down else color(Role.MUTED)
    paint_box(painter, QRectF(button), Radius.CONTROL, fill)
    middle, side = QRectF(button).center(), px(16)
    dots = QRectF(round(middle.x() - side / 2), round(middle.y() - side / 2), side, side)
    paint_icon(painter, "more", dots, ink)

    side = px(_ICON)
    left = area.left() + px(_LEFT)
    box = place(left, side)
    box = QRectF(box.left(), round(box.center().y() - side / 2), side, side)
    paint_icon(painter, "waiting", box, color(Role.MUTED), mirrored=mirrored)
    left += side + px(_GAP)

    end = area.right() - px(_RIGHT) - theme.metrics.small_control - px(_GAP)
    far = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
    near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    columns = [(words.price, _PRICE, far, Role.TEXT if words.is_priced else Role.MUTED)]
    if area.width() >= px(_WIDE_ENOUGH_FOR_TAKES):
        columns.append((words.takes, _TAKES, far, Role.TEXT))
    if area.width() >= px(_WIDE_ENOUGH_FOR_SETTINGS):
        columns.append((words.settings, _SETTINGS, near, Role.MUTED))
    font = theme.font(TextStyle.CONTROL, tabular=True)
    for text, width, align, role in columns:
        end -= px(width)
        paint_text(painter, place(end, px(width)), text, font, color(role), align)
        end -= px(_GAP)
    paint_text(
        painter, place(left, max(end - left, 0.0)), words.prompt, font, color(Role.TEXT), near
    )
