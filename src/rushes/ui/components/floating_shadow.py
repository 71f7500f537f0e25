"""The ground of what floats inside of a window: a popup's box with a soft shadow around it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from rushes.ui.components.painting import paint_box
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme


def paint_floating(painter: QPainter, whole: QRectF, shadow: int) -> None:
    """Paint the box into `whole`, which has `shadow` pixels on each side for the shadow."""
    theme = current_theme()
    area = whole.adjusted(shadow, shadow, -shadow, -shadow)
    shade = QColor(theme.color(Role.SHADOW))
    strongest = shade.alphaF()
    if strongest > 0:
        for reach in range(shadow - 2, 0, -1):
            shade.setAlphaF(strongest * 0.16 * (1 - reach / shadow) ** 1.5)
            soft = area.adjusted(-reach, -reach + 4, reach, reach + 2)
            paint_box(painter, soft, Radius.CARD + reach, shade)
    fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
    paint_box(painter, area, Radius.CARD, fill, line)
