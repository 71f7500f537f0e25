"""A mark of 16 px with the words of its button: how large both are, and where they stand."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton

from rushes.ui.components.painting import mirrored_rect, paint_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_MARK = 16
_HEIGHT = 24


def marked_words_size(button: QAbstractButton, room: int, gap: int) -> QSize:
    """Return the pixels that a button needs.

    Args:
        button: its words may be none.
        room: pixels at 100 % kept for the mark, which stands in the middle of them.
        gap: pixels at 100 % between this room and the words.
    """
    theme = current_theme()
    words = QFontMetricsF(theme.font(TextStyle.CONTROL)).horizontalAdvance(button.text())
    width = theme.px(room) + (theme.px(gap) + words if button.text() else 0)
    return QSize(int(width + 1), theme.px(_HEIGHT))


def paint_marked_words(painter: QPainter, button: QAbstractButton, room: int, gap: int) -> QRectF:
    """Paint the words of a button, and return the square where its mark belongs."""
    theme = current_theme()
    area = QRectF(button.rect())
    side, left = theme.px(_MARK), theme.px(room) + theme.px(gap)
    mirrored = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
    top = round(area.center().y() - side / 2)
    mark = QRectF((theme.px(room) - side) / 2, top, side, side)
    words = QRectF(left, 0, area.width() - left, area.height())
    align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    ink = theme.color(Role.TEXT if button.isEnabled() else Role.OFF)
    font = theme.font(TextStyle.CONTROL)
    paint_text(painter, mirrored_rect(words, area, mirrored), button.text(), font, ink, align)
    return mirrored_rect(mark, area, mirrored)
