"""A colour label: a small square with its digit, so that it is never told by colour alone."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from rushes.ui.components.painting import paint_box, paint_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

LABEL_ROLES = {6: Role.LABEL_6, 7: Role.LABEL_7, 8: Role.LABEL_8, 9: Role.LABEL_9}
"""The colour of each label, by its digit."""


def paint_label(
    painter: QPainter, box: QRectF, label: int, radius: float, digit_pixels: int
) -> None:
    """Paint one of `LABEL_ROLES` into `box`; `digit_pixels` is the height of its letters."""
    theme = current_theme()
    color, outline = theme.color(LABEL_ROLES[label]), theme.color(Role.LABEL_LINE)
    paint_box(painter, box, radius, color, outline)
    font = QFont(theme.font(TextStyle.CAPTION, SEMIBOLD, tabular=True))
    font.setPixelSize(digit_pixels)
    middle = Qt.AlignmentFlag.AlignHCenter
    paint_text(painter, box, str(label), font, theme.color(Role.ON_LABEL), middle)
