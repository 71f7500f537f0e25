"""Painting what grid and list of the history share: date rows, the box of a stack, the rows."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QRegion, QShowEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.card_painter import OVERHANG
from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.history.date_groups import day_words
from rushes.ui.history.grid_view import GridView, Index
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.scroll_rush import ScrollRush
from rushes.ui.job_faces.measures import count_text
from rushes.ui.job_faces.moving_places import MovingPlaces
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

if TYPE_CHECKING:
    from rushes.ui.history.job_list_model import JobListModel


class PaintedView(GridView):
    """Paints date rows and boxes, and has what stands in each row painted."""

    def __init__(self, model: "JobListModel", parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._moving = MovingPlaces(self.viewport())
        self._rush = ScrollRush(self, model)
        self._hovered = QPersistentModelIndex()
        self._visited_by_key = False
        self._painted = QRegion()
        self._midnight = QTimer(self)
        self._midnight.setSingleShot(True)
        self._midnight.timeout.connect(self._on_midnight)
        # Opaque, so that scrolling moves what is painted already.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing in the view moves, so that it is not painted again by itself."""
        return self._moving.is_at_rest

    def paint_row(self, painter: QPainter, place: QRect, row: int) -> None:
        """Paint what stands in a row."""
        raise NotImplementedError

    def paint_placeholder(self, painter: QPainter, place: QRect) -> None:
        """Paint what stands for a row that is not here yet."""
        raise NotImplementedError

    def is_badge(self, row: int, point: QPoint) -> bool:
        """Tell whether a point of the viewport is on what opens and closes the stack of a row."""
        raise NotImplementedError

    def is_painted(self, area: QRect) -> bool:
        """Tell whether a part of an area of the viewport is to be painted just now."""
        return self._painted.intersects(area)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event.region())
        finally:
            # An error must not leave a painter behind on a device that is gone.
            painter.end()

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        if self._holds:
            return
        self._rush.begin_paint()
        self._painted = region
        grid, top = self.grid, self.verticalOffset()
        bounds = region.boundingRect()
        painter.fillRect(bounds, current_theme().color(Role.PANEL))
        first, last = top + bounds.top() - OVERHANG, top + bounds.bottom() + OVERHANG + 1
        today = datetime.date.fromtimestamp(self._jobs.now())
        for index, head in grid.heads_between(first, last):
            self._paint_head(painter, head.translated(0, -top), index, today)
        if grid.box is not None:
            painter.save()
            shown = QRect(0, grid.box.top - top, self.viewport().width(), grid.box.height)
            painter.setClipRect(shown)
            outline = QRectF(grid.box.outline.translated(0, -top))
            color = current_theme().color
            paint_box(painter, outline, Radius.CARD, color(Role.WELL), color(Role.EDGE))
            self._paint_rows(painter, region, first, last, takes=True)
            painter.restore()
        self._paint_rows(painter, region, first, last, takes=False)

    def _paint_rows(
        self, painter: QPainter, region: QRegion, first: int, last: int, *, takes: bool
    ) -> None:
        grid, top = self.grid, self.verticalOffset()
        for row in grid.rows_between(first, last):
            if grid.is_take(row) is not takes:
                continue
            place = grid.rect(row).translated(0, -top)
            if region.intersects(place.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)):
                if self._rush.has_time(place):
                    self.paint_row(painter, place, row)
                else:
                    self.paint_placeholder(painter, place)

    def _paint_head(self, painter: QPainter, head: QRect, index: int, today: datetime.date) -> None:
        theme = current_theme()
        words = day_words(self.grid.groups.days[index], today)
        count = count_text(self.grid.groups.counts[index])
        area = QRectF(head)
        mirrored = self.grid.measures.mirrored
        line = theme.line_height(TextStyle.CAPTION)
        left = theme.px(16)
        bold = theme.font(TextStyle.CAPTION, SEMIBOLD)
        plain = theme.font(TextStyle.CAPTION, tabular=True)
        width = QFontMetricsF(bold).horizontalAdvance(words) + 1
        row = QRectF(left, area.top() + theme.px(8 if index else 6), width, line)
        strong, muted = theme.color(Role.STRONG), theme.color(Role.MUTED)
        paint_text(painter, mirrored_rect(row, area, mirrored), words, bold, strong)
        room = QFontMetricsF(plain).horizontalAdvance(count) + 1
        row = QRectF(row.right() + theme.px(8), row.top(), room, line)
        paint_text(painter, mirrored_rect(row, area, mirrored), count, plain, muted)

    def is_hovered(self, row: int) -> bool:
        """Whether the pointer is over a row."""
        return self._hovered.isValid() and self._hovered.row() == row

    def shows_ring(self, row: int) -> bool:
        """Whether the keyboard is at a row, and shows that."""
        return row == self.currentIndex().row() and self.hasFocus() and self._visited_by_key

    def update_row(self, row: int) -> None:
        """Paint a row again."""
        if 0 <= row < self._jobs.rowCount() and not self._holds:
            place = self.visualRect(self._jobs.index(row))
            self.viewport().update(place.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG))

    def update_row_picture(self, row: int) -> None:
        """Paint the picture in a row again; here with all of the row."""
        self.update_row(row)

    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        if self._holds:
            return
        first, last = topLeft.row(), bottomRight.row()
        only_picture = list(roles) == [JobRole.THUMBNAIL]
        update = self.update_row_picture if only_picture else self.update_row
        for row in self.visible_rows():
            if first <= row <= last:
                update(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # Qt repaints the cards, but not the focus ring around them.
        for index in (current, previous):
            self.update_row(index.row())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_midnight()

    def _on_midnight(self) -> None:
        """Today has become yesterday: the date rows say so."""
        now = datetime.datetime.fromtimestamp(self._jobs.now())
        tomorrow = datetime.datetime.combine(
            now.date() + datetime.timedelta(days=1), datetime.time.min
        )
        self._midnight.start(int((tomorrow - now).total_seconds() * 1000) + 1_000)
        self.viewport().update()
