"""The icon family: drawn from paths in the text's colour, so that they are sharp at any scale.

The drawings are in `resources/icons/icons.json`: a 16 pixel grid, lines of 1.5 pixels with round
ends; `paint` says whether a path is filled, drawn as a line, or both, and `mirrors` whether it
turns round in a window that runs from right to left.
"""

import json
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from rushes.domain.resources import resource_path
from rushes.ui.theme.roles import Role
from rushes.ui.theme.svg_path import parse_path
from rushes.ui.theme.theme import current_theme

_GRID = 16.0
_STROKE = 1.5


@dataclass(frozen=True)
class _Drawing:
    path: QPainterPath
    filled: bool
    lined: bool
    mirrors: bool


@cache
def _table() -> dict[str, dict[str, str | bool]]:
    text = resource_path("icons", "icons.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, str | bool]] = json.loads(text)
    return table


@cache
def _drawing(name: str) -> _Drawing:
    entry = _table()[name]
    paint = entry["paint"]
    return _Drawing(
        path=parse_path(str(entry["path"])),
        filled=paint in ("fill", "both"),
        lined=paint in ("line", "both"),
        mirrors=bool(entry.get("mirrors", False)),
    )


def icon_names() -> list[str]:
    """The names of all icons, in order."""
    return sorted(_table())


def paint_icon(
    painter: QPainter, name: str, rect: QRectF, color: QColor, *, mirrored: bool = False
) -> None:
    """Paint an icon into the middle of `rect`, as large as its shorter side.

    `mirrored` says that the text runs from right to left; only arrows that point along the text
    turn round. Raises KeyError for a name that is not in the family.
    """
    drawing = _drawing(name)
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corner = rect.center() - QPointF(side / 2, side / 2)
    painter.translate(corner)
    painter.scale(side / _GRID, side / _GRID)
    if mirrored and drawing.mirrors:
        painter.translate(_GRID, 0)
        painter.scale(-1, 1)
    if drawing.lined:
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(color, _STROKE, Qt.PenStyle.SolidLine, cap, join))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color if drawing.filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(drawing.path)
    painter.restore()


def _pixmap(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    paint_icon(painter, name, QRectF(0, 0, size, size), color, mirrored=mirrored)
    painter.end()
    return pixmap


def icon(name: str, role: Role = Role.TEXT, size: int = 16) -> QIcon:
    """An icon for Qt's own widgets, menus above all, in the colours of the theme in force.

    `size` is in pixels at 100 %. It does not follow a later change of theme: whoever keeps one
    asks again on `QEvent.Type.StyleChange`.
    """
    theme = current_theme()
    drawn = theme.px(size)
    ratios = {1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
    result = QIcon()
    for ratio in sorted(ratios):
        result.addPixmap(_pixmap(name, theme.color(role), drawn, ratio))
        off = _pixmap(name, theme.color(Role.OFF), drawn, ratio)
        result.addPixmap(off, QIcon.Mode.Disabled)
    return result


_BACK_FRAMES = (
    (QRectF(7, 2, 14, 13), 0.40),
    (QRectF(4.6, 5, 14.2, 13), 0.70),
)
_FRONT_FRAME = QRectF(2, 8, 14.6, 14)
_MARK_PLAY = "M7.4 11.9v6.2a.5.5 0 0 0 .8.4l4.7-3.1a.5.5 0 0 0 0-.8l-4.7-3.1a.5.5 0 0 0-.8.4z"


def paint_mark(painter: QPainter, rect: QRectF, color: QColor, ground: QColor) -> None:
    """Paint the mark of Rushes: three frames one behind the other, the front one playing.

    `ground` is what the mark stands on; it shows through the gaps.
    """
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / 24, side / 24)
    for frame, opacity in _BACK_FRAMES:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(frame, 2.5, 2.5)
        line = QColor(color)
        line.setAlphaF(opacity)
        painter.setPen(QPen(line, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 2.5, 2.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(_FRONT_FRAME, 2.8, 2.8)
    painter.setBrush(ground)
    painter.drawPath(parse_path(_MARK_PLAY))
    painter.restore()


def application_icon() -> QIcon:
    """The icon of the program's windows: the mark on a dark tile, whatever the theme."""
    from rushes.ui.theme.roles import Scheme, role_table

    table = role_table(Scheme.DARK)
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground, front = QColor(table[Role.PANEL]), QColor(table[Role.STRONG])
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.21, size * 0.21)
        inset = size * 0.125
        area = QRectF(inset, inset, size - 2 * inset, size - 2 * inset)
        paint_mark(painter, area, front, ground)
        painter.end()
        result.addPixmap(pixmap)
    return result
