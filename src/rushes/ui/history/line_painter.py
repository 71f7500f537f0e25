"""Paints one line of the history list."""

import dataclasses
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from rushes.domain.titles import model_title
from rushes.library.announcements import JobEntry
from rushes.ui.components.card_face import CardFace, CardLook
from rushes.ui.components.card_marks import CardMarks
from rushes.ui.components.label_square import LABEL_ROLES, paint_label
from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.history.list_columns import Column
from rushes.ui.job_faces.card_faces import clip_seconds
from rushes.ui.job_faces.measures import count_text, date_text, seconds_text, time_of_day
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, current_theme
from rushes.ui.theme.typography import TextStyle

_CHEVRON = 24
_INDENT = 16
_GAP = 8
_REJECTED_OPACITY = 0.34
_GONE_OPACITY = 0.18


@dataclass(frozen=True, slots=True)
class Line:
    """A line to paint.

    Attributes:
        entry, face: its job and what that shows, None while it is on its way.
        picture: its thumbnail.
        is_take: whether it is a take of the open stack.
        stack: how many takes it stands for; 1 or 0 if for itself alone.
        is_open: whether they are listed beneath it.
        look: whether it is chosen, visited, under the pointer.
        is_dated: whether it tells its day, rather than its time under that day.
    """

    entry: JobEntry | None
    face: CardFace | None
    picture: QImage | None
    is_take: bool
    stack: int
    is_open: bool
    look: CardLook
    is_dated: bool = False


def chevron_place(place: QRect, *, mirrored: bool) -> QRect:
    """Where, on a line that fills `place`, its stack is opened and closed."""
    side = current_theme().px(_CHEVRON)
    left = place.right() + 1 - side if mirrored else place.left()
    return QRect(left, place.top(), side, place.height())


def picture_place(place: QRect, *, is_take: bool) -> QRect:
    """Where, on a line that fills `place`, the thumbnail lies; without regard to mirroring."""
    theme = current_theme()
    height = place.height() - theme.px(6)
    left = place.left() + theme.px(_CHEVRON + (_INDENT if is_take else 0))
    corner = QPoint(left, place.top() + (place.height() - height) // 2)
    return QRect(corner.x(), corner.y(), round(height * 16 / 9), height)


def paint_line(
    painter: QPainter,
    place: QRect,
    line: Line,
    columns: dict[Column, tuple[int, int]],
    *,
    mirrored: bool = False,
) -> None:
    """Paint a line into `place`; `columns` are left edge and width of those that are shown."""
    theme = current_theme()
    painter.save()
    painting = _LinePainting(painter, theme, place, line, mirrored)
    painting.paint_ground()
    painting.paint_picture()
    if line.face is not None and line.entry is not None:
        for column, (left, width) in columns.items():
            painting.paint_column(column, left, width, line.face, line.entry)
    painter.restore()


class _LinePainting:
    """One painting of one line."""

    def __init__(
        self, painter: QPainter, theme: Theme, place: QRect, line: Line, mirrored: bool
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._place = place
        self._line = line
        self._mirrored = mirrored
        strong = line.look.selected and line.look.in_focus
        lit = line.look.hovered or line.look.selected
        quiet = Role.STRONG if strong else Role.MUTED if lit else Role.FAINT
        self._quiet = theme.color(quiet)
        rejected = line.face is not None and line.face.reject
        self._ink = theme.color(Role.STRONG if strong else Role.FAINT if rejected else Role.TEXT)

    def _mirror(self, box: QRectF) -> QRectF:
        return mirrored_rect(box, QRectF(self._place), self._mirrored)

    def paint_ground(self) -> None:
        theme, look = self._theme, self._line.look
        inset = theme.px(4)
        box = QRectF(self._place).adjusted(inset, 0, -inset, 0)
        if look.selected:
            edge = theme.color(Role.ACCENT if look.in_focus else Role.MARK)
            fill = theme.color(Role.CARD_SELECTED)
            paint_box(self._painter, box, Radius.CONTROL, fill, edge)
        elif look.hovered:
            paint_box(self._painter, box, Radius.CONTROL, theme.color(Role.CARD_HOVER))
        if look.current:
            accent, width = theme.color(Role.ACCENT), theme.focus_width
            paint_box(self._painter, box, Radius.CONTROL, line=accent, line_width=width)

    def paint_picture(self) -> None:
        line, theme, painter = self._line, self._theme, self._painter
        if line.stack > 1:
            side = theme.px(14)
            box = QRectF(chevron_place(self._place, mirrored=self._mirrored))
            box = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            name = "chevron_down" if line.is_open else "chevron_right"
            paint_icon(painter, name, box, theme.color(Role.MUTED), mirrored=self._mirrored)
        bed = self._mirror(QRectF(picture_place(self._place, is_take=line.is_take)))
        paint_box(painter, bed, Radius.SMALL, theme.color(Role.BED))
        state = None if line.face is None else line.face.state
        if line.picture is not None and not line.picture.isNull():
            painter.save()
            rejected = line.face is not None and line.face.reject
            gone = _GONE_OPACITY if state is not None else 1.0
            painter.setOpacity(_REJECTED_OPACITY if rejected else gone)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = line.picture.size().scaled(
                bed.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            shown = QRectF(0, 0, size.width(), size.height())
            shown.moveCenter(bed.center())
            painter.drawImage(shown, line.picture)
            painter.restore()
        if state is not None:
            side = theme.px(14)
            box = QRectF(bed.center().x() - side / 2, bed.center().y() - side / 2, side, side)
            ink = theme.color(state.tone.value[0])
            paint_icon(painter, state.icon, box, ink, mirrored=self._mirrored)

    def paint_column(
        self, column: Column, left: int, width: int, face: CardFace, entry: JobEntry
    ) -> None:
        gap = self._theme.px(_GAP)
        box = QRectF(left + gap, self._place.top(), width - 2 * gap, self._place.height())
        if column is Column.TITLE:
            self._paint_title(left, width, face)
        elif column is Column.CHANGED:
            self._paint_changed(box, face)
        elif column is Column.MARKS:
            self._paint_marks(box, face)
        elif column is Column.LENGTH:
            seconds = clip_seconds(entry.job)
            self._text(box, "" if seconds is None else seconds_text(seconds), self._quiet)
        elif column is Column.MODEL:
            self._text(box, model_title(entry.job.request.model_id), self._quiet)
        else:
            moment = entry.job.created_at
            words = date_text(moment) if self._line.is_dated else time_of_day(moment)
            self._text(box, words, self._quiet)

    def _text(
        self, box: QRectF, words: str, ink: QColor, *, style: TextStyle = TextStyle.CAPTION
    ) -> None:
        """Paint words into a box that is in place already, mirrored with the header."""
        align = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        font = self._theme.font(style, tabular=True)
        paint_text(self._painter, box, words, font, ink, align)

    def _paint_title(self, left: int, width: int, face: CardFace) -> None:
        theme = self._theme
        picture = picture_place(self._place, is_take=self._line.is_take)
        start = picture.right() + 1 - self._place.left() + theme.px(_GAP)
        box = QRectF(left + start, self._place.top(), width - start - theme.px(4), picture.height())
        box.moveCenter(QPoint(round(box.center().x()), QRectF(self._place).center().toPoint().y()))
        if self._mirrored:
            box.moveLeft(left + theme.px(4))
        if face.label in LABEL_ROLES:
            side = theme.px(13)
            square = QRectF(box.left(), box.center().y() - side / 2, side, side)
            square = mirrored_rect(square, box, self._mirrored)
            paint_label(self._painter, square, face.label, Radius.SMALL, theme.px(10))
            more = side + theme.px(5)
            box.adjust(0 if self._mirrored else more, 0, -more if self._mirrored else 0, 0)
        self._text(box, face.title, self._ink, style=TextStyle.CONTROL)

    def _paint_changed(self, box: QRectF, face: CardFace) -> None:
        theme = self._theme
        if self._line.stack > 1:
            self._icon_and_words(box, "stack", 12, count_text(self._line.stack), Role.MUTED)
        elif face.changed:
            self._icon_and_words(box, "diamond", 9, face.changed, Role.ACCENT)
        elif self._line.is_take and face.second:
            self._text(box, face.second, theme.color(Role.FAINT))

    def _icon_and_words(self, box: QRectF, icon: str, size: int, words: str, role: Role) -> None:
        theme = self._theme
        side = theme.px(size)
        place = QRectF(box.left(), box.center().y() - side / 2, side, side)
        place = mirrored_rect(place, box, self._mirrored)
        paint_icon(self._painter, icon, place, theme.color(role), mirrored=self._mirrored)
        more = side + theme.px(5)
        rest = QRectF(box.left() + more, box.top(), box.width() - more, box.height())
        self._text(mirrored_rect(rest, box, self._mirrored), words, self._ink)

    def _paint_marks(self, box: QRectF, face: CardFace) -> None:
        """A state in words where there is no picture, else the marks."""
        theme = self._theme
        if face.state is not None:
            word = face.state.word
            words = f"{word} · {face.state.detail}" if face.state.detail else word
            metrics = QFontMetricsF(theme.font(TextStyle.CAPTION, tabular=True))
            # Half of a detail tells nothing.
            fits = metrics.horizontalAdvance(words) <= box.width()
            self._text(box, words if fits else word, theme.color(face.state.tone.value[1]))
            return
        marks = CardMarks(theme, without_stack(face), wide=False, room=box.width())
        if marks.width > 0:
            area = QRectF(box.left(), box.top(), min(marks.width, box.width()), box.height())
            self._painter.save()
            self._painter.setClipRect(box)
            marks.paint(self._painter, mirrored_rect(area, box, self._mirrored), self._mirrored)
            self._painter.restore()


def without_stack(face: CardFace) -> CardFace:
    """What a card shows, but for the number of takes, which has a column of its own."""
    return dataclasses.replace(face, stack=0) if face.stack else face
