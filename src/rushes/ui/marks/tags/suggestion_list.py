"""Words that are offered beneath a field, with how many takes have each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.job_faces.measures import count_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_PADDING = 8
_ICON = 12
_GAP = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """One word that is offered.

    Attributes:
        text: the word.
        jobs: how many takes have it; None for one that is not told.
        is_recent: whether it was given a while ago.
    """

    text: str
    jobs: int | None = None
    is_recent: bool = False


class SuggestionList(QWidget):
    """Rows as of a menu; the keys that move in it are those of the field above.

    Signals:
        taken: a row was clicked; its word.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []
        self._chosen = -1
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Suggestions"))
        self.hide()

    @property
    def offers(self) -> list[Offer]:
        """What is offered, from top to bottom."""
        return list(self._offers)

    @property
    def chosen(self) -> Offer | None:
        """The row that the keys have chosen, or None."""
        return self._offers[self._chosen] if self._chosen >= 0 else None

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these; a chosen word stays chosen where it is still offered."""
        before = None if self.chosen is None else self.chosen.text
        self._offers = list(offers)
        texts = [offer.text for offer in self._offers]
        self._chosen = texts.index(before) if before in texts else -1
        self._hovered = -1
        self.setVisible(bool(self._offers))
        self.updateGeometry()
        self.update()

    def choose(self, place: int) -> None:
        """Choose a row; -1 for none."""
        self._chosen = place
        self.update()

    def step(self, rows: int) -> Offer | None:
        """Choose the row so many further down, or up if negative; over the ends is none."""
        count = len(self._offers) + 1
        self._chosen = (self._chosen + 1 + rows) % count - 1
        self.update()
        return self.chosen

    def row_rect(self, place: int) -> QRectF:
        """Where a row lies."""
        height = current_theme().metrics.row
        return QRectF(0, place * height, self.width(), height)

    def _row_at(self, position: QPointF) -> int:
        row = int(position.y() // current_theme().metrics.row)
        inside = self.rect().contains(position.toPoint())
        return row if inside and 0 <= row < len(self._offers) else -1

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(160), current_theme().metrics.row * len(self._offers))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and row >= 0:
            self.taken.emit(self._offers[row].text)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._row_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color, px = theme.color, theme.px
        painter = QPainter(self)
        area, mirrored = QRectF(self.rect()), self.isRightToLeft()
        font = theme.font(TextStyle.CONTROL)
        numbers = theme.font(TextStyle.CONTROL, tabular=True)
        metrics = QFontMetricsF(numbers)
        near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        for place, offer in enumerate(self._offers):
            row = self.row_rect(place)
            chosen = place == self._chosen
            if chosen or place == self._hovered:
                fill = color(Role.PRESS if chosen else Role.HOVER)
                paint_box(painter, row, Radius.CONTROL, fill)
            count = "" if offer.jobs is None else count_text(offer.jobs)
            width = metrics.horizontalAdvance(count)
            end = row.right() - px(_PADDING) - width
            icon = QRectF(px(_PADDING), round(row.center().y() - px(_ICON) / 2), px(_ICON), 0)
            icon.setHeight(px(_ICON))
            name = "recent" if offer.is_recent else "tag"
            paint_icon(painter, name, mirrored_rect(icon, area, mirrored), color(Role.MUTED))
            left = icon.right() + px(_GAP)
            words = QRectF(left, row.top(), end - px(_GAP) - left, row.height())
            ink = color(Role.STRONG if chosen else Role.TEXT)
            paint_text(painter, mirrored_rect(words, area, mirrored), offer.text, font, ink, near)
            box = mirrored_rect(QRectF(end, row.top(), width + 1, row.height()), area, mirrored)
            paint_text(painter, box, count, numbers, color(Role.MUTED))
