"""How a take is marked, in one quiet line; nothing where it is not."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.domain.marks import UNMARKED, Flag, Marks
from rushes.ui.components.label_square import LABEL_ROLES, paint_label
from rushes.ui.components.painting import mirrored_rect, paint_text
from rushes.ui.components.stars import StarsPainter
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.job_faces.mark_words import mark_words
from rushes.ui.job_faces.measures import count_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ICON = 12
_LABEL = 13
_HEIGHT = 16
_GAP = 6
_BESIDE_ICON = 2
_FLAG_ICONS = {Flag.PICK: "pick", Flag.REJECT: "reject"}


class MarksSign(QWidget):
    """Shows label, flag, stars, number of tags, note, good range; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = UNMARKED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_marks(self, marks: Marks) -> None:
        """Show how a take is marked."""
        self._marks = marks
        words = ", ".join(mark_words(marks))
        self.setAccessibleName(words)
        set_tool_tip(self, words)
        self.setVisible(marks.is_marked)
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[float]:
        px, marks = current_theme().px, self._marks
        widths: list[float] = []
        if marks.label in LABEL_ROLES:
            widths.append(px(_LABEL))
        if marks.flag in _FLAG_ICONS:
            widths.append(px(_ICON))
        if marks.rating:
            widths.append(StarsPainter(px(_ICON)).width)
        if marks.tags:
            words = QFontMetricsF(_count_font()).horizontalAdvance(count_text(len(marks.tags)))
            widths.append(px(_ICON) + px(_BESIDE_ICON) + words)
        widths += [px(_ICON)] * len(self._words_icons())
        return widths

    def _words_icons(self) -> list[str]:
        """The icons of what there may be several of."""
        marks = self._marks
        return ["note"] * bool(marks.notes) + ["good_range"] * bool(marks.ranges)

    def sizeHint(self) -> QSize:
        theme, widths = current_theme(), self._widths()
        gaps = theme.px(_GAP) * max(len(widths) - 1, 0)
        return QSize(round(sum(widths)) + gaps, theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, marks = current_theme(), self._marks
        painter = QPainter(self)
        area = QRectF(self.rect())
        mirrored, gap, middle = self.isRightToLeft(), theme.px(_GAP), area.center().y()
        ink = theme.color(Role.MUTED)
        left = area.left()

        def box_of(side: float) -> QRectF:
            box = QRectF(left, round(middle - side / 2), side, side)
            return mirrored_rect(box, area, mirrored)

        if marks.label in LABEL_ROLES:
            side = theme.px(_LABEL)
            paint_label(painter, box_of(side), marks.label, Radius.SMALL, theme.px(10))
            left += side + gap
        if marks.flag in _FLAG_ICONS:
            side = theme.px(_ICON)
            paint_icon(painter, _FLAG_ICONS[marks.flag], box_of(side), ink)
            left += side + gap
        if marks.rating:
            stars = StarsPainter(theme.px(_ICON))
            place = mirrored_rect(QRectF(left, 0, stars.width, area.height()), area, mirrored)
            start = QPointF(place.left(), middle)
            stars.paint(painter, start, marks.rating, ink, theme.color(Role.OFF))
            left += stars.width + gap
        side = theme.px(_ICON)
        if marks.tags:
            paint_icon(painter, "tag", box_of(side), ink, mirrored=mirrored)
            left += side + theme.px(_BESIDE_ICON)
            count, font = count_text(len(marks.tags)), _count_font()
            width = QFontMetricsF(font).horizontalAdvance(count)
            place = mirrored_rect(QRectF(left, 0, width, area.height()), area, mirrored)
            paint_text(painter, place, count, font, ink)
            left += width + gap
        for icon in self._words_icons():
            paint_icon(painter, icon, box_of(side), ink)
            left += side + gap


def _count_font() -> QFont:
    return current_theme().font(TextStyle.CAPTION, tabular=True)
