"""The history as a list: a line for each job, in columns."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.card_face import CardLook
from rushes.ui.components.painting import mirrored_rect
from rushes.ui.history.grid_layout import GridMeasures
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.jobs_view import JobsView
from rushes.ui.history.line_painter import Line, chevron_place, paint_line, picture_place
from rushes.ui.history.list_columns import ColumnHeader
from rushes.ui.history.stack_box import BoxMeasures
from rushes.ui.theme.metrics import Density
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from rushes.ui.history.job_list_model import JobListModel

_ROW = 28
_ROW_COMPACT = 24
_FIRST_HEAD = 24
_HEAD = 28
_BELOW_HEAD = 2
_BOTTOM = 12


class HistoryList(JobsView):
    """Jobs as lines; the takes of an open stack are lines in a box beneath their shot's.

    Attributes:
        header: names the columns.
    """

    def __init__(self, model: "JobListModel", parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.header = ColumnHeader(self)
        self.header.columns_changed.connect(self.viewport().update)
        self._place_header()

    def measures(self) -> GridMeasures:
        theme = current_theme()
        width = self.viewport().width()
        height = theme.px(_ROW_COMPACT if theme.density is Density.COMPACT else _ROW)
        line = QSize(width, height)
        return GridMeasures(
            width=width,
            columns=1,
            cell=line,
            gap_across=0,
            gap_down=0,
            left=0,
            first_head=theme.px(_FIRST_HEAD),
            head=theme.px(_HEAD),
            below_head=theme.px(_BELOW_HEAD),
            bottom=theme.px(_BOTTOM),
            above_all=theme.px(_BELOW_HEAD),
            mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
            box=BoxMeasures(left=0, width=width, cell=line, padding=1),
        )

    def picture_place(self) -> QSize:
        return picture_place(QRect(QPoint(), self.grid.measures.cell), is_take=False).size()

    def is_badge(self, row: int, point: QPoint) -> bool:
        if self._jobs.count_at(row) < 2:
            return False
        place = self.visualRect(self._jobs.index(row))
        return chevron_place(place, mirrored=self.grid.measures.mirrored).contains(point)

    def paint_row(self, painter: QPainter, place: QRect, row: int) -> None:
        jobs, index = self._jobs, self._jobs.index(row)
        stack = jobs.open_stack
        is_current = index == self.currentIndex()
        line = Line(
            entry=jobs.data(index, JobRole.ENTRY),
            face=jobs.data(index, JobRole.FACE),
            picture=jobs.data(index, JobRole.THUMBNAIL),
            is_take=jobs.is_take(row),
            stack=jobs.count_at(row),
            is_open=stack is not None and stack.row == row,
            look=CardLook(
                hovered=self.is_hovered(row),
                selected=self.selectionModel().isSelected(index),
                in_focus=self.hasFocus() or is_current,
                current=self.shows_ring(row),
            ),
            is_dated=not jobs.groups.has_days,
        )
        mirrored = self.grid.measures.mirrored
        paint_line(painter, place, line, self.header.places(), mirrored=mirrored)
        if line.face is not None and line.face.state is not None and line.face.state.moving:
            self._moving.counts(place)

    def paint_placeholder(self, painter: QPainter, place: QRect) -> None:
        picture = QRectF(picture_place(place, is_take=False))
        picture = mirrored_rect(picture, QRectF(place), self.grid.measures.mirrored)
        painter.fillRect(picture, current_theme().color(Role.BED))

    def look_changed(self) -> None:
        self._place_header()

    def _place_header(self) -> None:
        height = self.header.sizeHint().height()
        self.setViewportMargins(0, height, 0, 0)
        self.header.setGeometry(0, 0, self.viewport().width(), height)
        self.header.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.setGeometry(0, 0, self.viewport().width(), self.header.sizeHint().height())
        self.header.fit()
