"""The line under a picture that is compared: its letter, its take, what differs, its marks."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.domain.marks import UNMARKED, Flag, Marks
from rushes.ui.compare.badge import BADGE, paint_badge
from rushes.ui.components.label_square import paint_label
from rushes.ui.components.painting import paint_text
from rushes.ui.components.stars import StarsPainter
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.job_faces.mark_words import flag_words, mark_words
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Surround, current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

CAPTION_HEIGHT = 32
"""In pixels at 100 %."""

_DIAMOND = 9
_STAR = 12
_ICON = 13
_SQUARE = 13
_DIGIT = 10


class Caption(QWidget):
    """32 px under a picture; what has no room is left out, from its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = ""
        self._title = ""
        self._parts: tuple[str, ...] = ()
        self._marks = UNMARKED
        self._chosen = False
        self._number = ""
        self._standing = ""
        self._remark = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_take(self, letter: str, title: str, parts: Sequence[str]) -> None:
        """Name the take; `parts` say in what it differs from the others."""
        self._letter, self._title, self._parts = letter, title, tuple(parts)
        self._tell()

    def show_marks(self, marks: Marks) -> None:
        """Show a person's verdict."""
        self._marks = marks
        self._tell()

    def show_chosen(self, chosen: bool) -> None:
        """Show whether this is the take that keys and buttons act on."""
        self._chosen = chosen
        self._tell()

    def show_standing(self, number: str, standing: str) -> None:
        """Tell the frame's number where it is not that of all, and whether the clip has ended."""
        if (number, standing) != (self._number, self._standing):
            self._number, self._standing = number, standing
            self._tell()

    def show_remark(self, remark: str) -> None:
        """Say one thing more about this take."""
        self._remark = remark
        self._tell()

    def words(self) -> str:
        """All that is told, in one line."""
        chosen = self.tr("chosen") if self._chosen else ""
        parts = [self._letter, self._title, *self._parts, self._remark]
        parts += [self._frame_words(), self._standing]
        parts += [*mark_words(self._marks), chosen]
        return ", ".join(part for part in parts if part)

    def _frame_words(self) -> str:
        return self.tr("frame %1").replace("%1", self._number) if self._number else ""

    def _tell(self) -> None:
        words = self.words()
        self.setAccessibleName(words)
        set_tool_tip(self, words)
        self.update()

    def sizeHint(self) -> QSize:
        px = current_theme().px
        return QSize(px(160), px(CAPTION_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        px = current_theme().px
        return QSize(px(BADGE), px(CAPTION_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if theme.surround is not Surround.DARK:
            # A surround of one's own choice need not suit the inks of the scheme.
            painter.fillRect(event.rect(), theme.color(Role.PANEL))
        room = QRectF(self.rect())
        badge = theme.px(BADGE)
        box = QRectF(0, round(room.center().y() - badge / 2), badge, badge)
        paint_badge(painter, box, self._letter, chosen=self._chosen)
        room.setLeft(box.right() + theme.px(8))
        room.setRight(room.right() - self._paint_marks(painter, room))
        self._paint_words(painter, room)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        theme = current_theme()
        if self._title:
            font = theme.font(TextStyle.CONTROL, SEMIBOLD)
            used = paint_text(painter, room, self._title, font, theme.color(Role.STRONG))
            room.setLeft(room.left() + used + theme.px(10))
        plain = theme.font(TextStyle.CONTROL, tabular=True)
        metrics = QFontMetricsF(plain)
        if self._remark:
            used = paint_text(painter, room, self._remark, plain, theme.color(Role.ACCENT))
            room.setLeft(room.left() + used + theme.px(10))
        diamond, gap = theme.px(_DIAMOND), theme.px(4)
        for part in self._parts:
            if metrics.horizontalAdvance(part) + diamond + gap > room.width():
                break
            top = round(room.center().y() - diamond / 2)
            icon = QRectF(room.left(), top, diamond, diamond)
            paint_icon(painter, "diamond", icon, theme.color(Role.ACCENT))
            room.setLeft(icon.right() + gap)
            used = paint_text(painter, room, part, plain, theme.color(Role.STRONG))
            room.setLeft(room.left() + used + theme.px(10))
        frame = self._frame_words()
        if metrics.horizontalAdvance(frame) > room.width():
            frame = self._number
        for words, role in (
            (frame, Role.OFF if self._standing else Role.MUTED),
            (self._standing, Role.MUTED),
        ):
            if words and metrics.horizontalAdvance(words) <= room.width():
                used = paint_text(painter, room, words, plain, theme.color(role))
                room.setLeft(room.left() + used + theme.px(8))

    def _paint_marks(self, painter: QPainter, room: QRectF) -> float:
        """Paint the marks at the right end; returns how much room they take."""
        theme, marks = current_theme(), self._marks
        if not marks.is_marked:
            return 0
        text = theme.color(Role.TEXT)
        middle, gap = room.center().y(), theme.px(6)
        right = room.right()
        icon = theme.px(_ICON)
        if marks.label:
            side = theme.px(_SQUARE)
            right -= side
            box = QRectF(right, round(middle - side / 2), side, side)
            paint_label(painter, box, marks.label, Radius.SMALL, theme.px(_DIGIT))
            right -= gap
        if marks.flag is Flag.PICK:
            right -= icon
            paint_icon(painter, "pick", QRectF(right, round(middle - icon / 2), icon, icon), text)
            right -= gap
        elif marks.flag is Flag.REJECT:
            right = self._paint_reject(painter, right, room) - gap
        if marks.rating:
            stars = StarsPainter(theme.px(_STAR), theme.px(1))
            right -= stars.width
            place = QPointF(right, middle)
            stars.paint(painter, place, marks.rating, text, theme.color(Role.MARK))
            right -= gap
        return float(room.right() - right + theme.px(4))

    def _paint_reject(self, painter: QPainter, right: float, room: QRectF) -> float:
        theme = current_theme()
        words, font = flag_words(Flag.REJECT), theme.font(TextStyle.CONTROL)
        width = QFontMetricsF(font).horizontalAdvance(words)
        ink: QColor = theme.color(Role.MUTED)
        box = QRectF(right - width, room.top(), width, room.height())
        paint_text(painter, box, words, font, ink)
        icon = theme.px(_ICON)
        left = box.left() - theme.px(4) - icon
        place = QRectF(left, round(room.center().y() - icon / 2), icon, icon)
        paint_icon(painter, "reject", place, ink)
        return float(left)
