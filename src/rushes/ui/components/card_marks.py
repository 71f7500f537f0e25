"""The marks at the end of a card's second line: stack, tags, note, stars, pick or reject, new."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from rushes.ui.components.card_face import CardFace
from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.components.stars import StarsPainter
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle


def reject_word() -> str:
    """A person's verdict; the service's no is called Refused."""
    return QCoreApplication.translate("CardPainter", "Reject")


def new_word() -> str:
    """What stands at a clip that nobody has seen."""
    return QCoreApplication.translate("CardPainter", "New")


class CardMarks:
    """Measured when they are made, so that the words before them know their room.

    `wide` cards show five stars, others a star and a number. Where `room` (pixels) is too narrow,
    words give way to their signs, and then those marks that a person needs least at a glance.
    Words also give way to what stands `beside` (pixels) the marks.

    Attributes:
        width: all of them together, in pixels; 0 if there are none.
        stack_width: of the number of takes, which comes first; 0 without.
    """

    def __init__(
        self,
        theme: Theme,
        face: CardFace,
        *,
        wide: bool,
        room: float = float("inf"),
        beside: float = 0.0,
    ) -> None:
        self._theme = theme
        # Each entry: icon, its size, words, role, and the gap between icon and words.
        entries: list[tuple[str, int, str, Role, int]] = []
        if face.stack:
            entries.append(("stack", 12, str(face.stack), Role.MUTED, 3))
        if face.tags:
            entries.append(("tag", 11, str(face.tags), Role.MUTED, 2))
        if face.note:
            entries.append(("note", 11, "", Role.MUTED, 0))
        if face.rating:
            entries.append(("star", 10, "" if wide else str(face.rating), Role.TEXT, 2))
        if face.pick:
            entries.append(("pick", 11, "", Role.TEXT, 0))
        if face.reject:
            entries.append(("reject", 11, reject_word(), Role.TEXT, 3))
        if face.is_new:
            entries.append(("", 6, new_word(), Role.ACCENT, 4))
        self._entries = entries
        self._rating = face.rating if wide else 0
        self._stars = StarsPainter(theme.px(10))
        self._font = theme.font(TextStyle.CAPTION, tabular=True)
        self._new_font = theme.font(TextStyle.CAPTION, SEMIBOLD)
        self._gap = theme.px(5)
        self._measure()
        if self.width > room - beside:
            self._spare_words()
        if self.width > room:
            self._spare_notes()
        self.stack_width = self._widths[0] if face.stack else 0.0

    def _measure(self) -> None:
        self._widths = [self._entry_width(entry) for entry in self._entries]
        self.width = sum(self._widths) + self._gap * max(len(self._entries) - 1, 0)

    def _spare_words(self) -> None:
        """A cross says Reject and a dot New; five stars become one and their number."""
        self._entries = [
            (icon, size, str(self._rating) if icon == "star" and self._rating else words, role, gap)
            if icon not in ("reject", "")
            else (icon, size, "", role, gap)
            for icon, size, words, role, gap in self._entries
        ]
        self._rating = 0
        self._measure()

    def _spare_notes(self) -> None:
        """Tags and notes are told by Details."""
        self._entries = [each for each in self._entries if each[0] not in ("tag", "note")]
        self._measure()

    def _words_font(self, icon: str) -> QFont:
        return self._font if icon else self._new_font

    def _entry_width(self, entry: tuple[str, int, str, Role, int]) -> float:
        icon, size, words, _, gap = entry
        if icon == "star" and self._rating:
            return self._stars.width
        width = float(self._theme.px(size))
        if words:
            metrics = QFontMetricsF(self._words_font(icon))
            width += self._theme.px(gap) + metrics.horizontalAdvance(words)
        return width

    def paint(self, painter: QPainter, area: QRectF, mirrored: bool) -> None:
        """Paint them into `area`, which is as wide as they are."""
        theme = self._theme
        left = area.left()
        middle = area.center().y()
        for entry, width in zip(self._entries, self._widths, strict=True):
            icon, size, words, role, gap = entry
            color = theme.color(role)
            whole = mirrored_rect(QRectF(left, area.top(), width, area.height()), area, mirrored)
            side = theme.px(size)
            if icon == "star" and self._rating:
                start = QPointF(whole.left(), middle)
                self._stars.paint(painter, start, self._rating, color, theme.color(Role.OFF))
            else:
                box = QRectF(whole.left(), middle - side / 2, side, side)
                box = mirrored_rect(box, whole, mirrored)
                if icon:
                    paint_icon(painter, icon, box, color, mirrored=mirrored)
                else:
                    paint_box(painter, box, side / 2, color)
                if words:
                    start_x = whole.left() + side + theme.px(gap)
                    row = QRectF(start_x, whole.top(), whole.right() - start_x, whole.height())
                    row = mirrored_rect(row, whole, mirrored)
                    paint_text(painter, row, words, self._words_font(icon), color)
            left += width + self._gap
