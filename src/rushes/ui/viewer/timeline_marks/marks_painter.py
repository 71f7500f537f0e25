"""How notes and good ranges look along the timeline."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from rushes.domain.marks import GoodRange, Note
from rushes.ui.components.painting import paint_box, paint_text
from rushes.ui.job_faces.mark_words import range_numbers
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle
from rushes.ui.viewer.timeline_marks.mark_places import GAP, ICON, MarkPlaces, one_line
from rushes.ui.viewer.timeline_places import number_text

_PADDING = 6
_FEWEST_WORDS = 28


def paint_marks(painter: QPainter, theme: Theme, marks: MarkPlaces, *, brief: bool) -> None:
    """Paint all marks of a timeline; `brief` leaves out the numbers of ranges."""
    signs = [note.area for note in marks.notes if not note.has_words]
    for good in marks.ranges:
        paint_range(painter, theme, good.good, good.area, brief=brief, taken=signs)
    for note in marks.notes:
        if note.has_words:
            paint_note(painter, theme, note.note, note.area)
        else:
            is_over_bar = any(note.area.intersects(good.area) for good in marks.ranges)
            if is_over_bar:
                ground = note.area.adjusted(-1, 2, 1, -2)
                painter.fillRect(ground, theme.color(Role.RAISED))
            sign = note.area.adjusted(1, 1, -1, -1)
            paint_icon(painter, "note", sign, theme.color(Role.STRONG))


def paint_range(
    painter: QPainter,
    theme: Theme,
    good: GoodRange,
    area: QRectF,
    *,
    brief: bool = False,
    taken: Sequence[QRectF] = (),
) -> None:
    """Paint a good range as a bar: an outline, a tick, and which frames, where there is room.

    `taken` are places on it that something else is painted on.
    """
    color, px = theme.color, theme.px
    paint_box(painter, area, Radius.SMALL, color(Role.RAISED), color(Role.OK))
    icon, gap, padding = px(ICON), px(GAP), px(_PADDING)
    if area.width() < icon + 2 * px(2):
        return
    left = area.left() + (padding if area.width() >= icon + 2 * padding else px(2))
    box = QRectF(left, round(area.center().y() - icon / 2), icon, icon)
    if any(box.intersects(other) for other in taken):
        return
    paint_icon(painter, "check", box, color(Role.OK))
    font = theme.font(TextStyle.CAPTION, SEMIBOLD, tabular=True)
    metrics = QFontMetricsF(font)
    room = QRectF(box.right() + gap, area.top(), 0, area.height())
    room.setRight(area.right() - padding)
    for words in _range_words(good, brief=brief):
        width = metrics.horizontalAdvance(words)
        needed = QRectF(room.left(), room.top(), width + gap, room.height())
        if width <= room.width() and not any(needed.intersects(other) for other in taken):
            paint_text(painter, room, words, font, color(Role.STRONG))
            return


def paint_note(
    painter: QPainter, theme: Theme, note: Note, area: QRectF, *, numbered: bool = True
) -> None:
    """Paint a note as a bubble, the frame's number and its words, shortened to the room."""
    color, px = theme.color, theme.px
    icon, gap = px(ICON), px(GAP)
    middle = area.center().y()
    box = QRectF(area.left(), round(middle - icon / 2), icon, icon)
    paint_icon(painter, "note", box, color(Role.STRONG))
    bold = theme.font(TextStyle.CAPTION, SEMIBOLD, tabular=True)
    room = QRectF(box.right() + gap, area.top(), 0, area.height())
    room.setRight(area.right())
    if numbered and note.frame is not None:
        number = number_text(note.frame)
        if QFontMetricsF(bold).horizontalAdvance(number) > room.width() + 0.5:
            return
        used = paint_text(painter, room, number, bold, color(Role.STRONG))
        room.setLeft(room.left() + used + gap)
    plain = theme.font(TextStyle.CAPTION)
    words = one_line(note.text)
    # A letter and an ellipsis tell nothing that the bubble does not.
    if room.width() >= min(px(_FEWEST_WORDS), QFontMetricsF(plain).horizontalAdvance(words)):
        role = Role.MUTED if numbered else Role.TEXT
        paint_text(painter, room, words, plain, color(role))


def _range_words(good: GoodRange, *, brief: bool) -> list[str]:
    """What is told of a range, the longest first."""
    word = QCoreApplication.translate("TimelineMarks", "Good")
    whole = QCoreApplication.translate("TimelineMarks", "Good {frames}")
    return [word] if brief else [whole.format(frames=range_numbers(good)), word]
