"""The history as a grid of cards."""

import dataclasses
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rushes.ui.components.card_face import CardLook
from rushes.ui.components.card_painter import PADDING, picture_size, stack_badge
from rushes.ui.history.card_sizes import CardSize, grid_measures, size_for
from rushes.ui.history.cell_painter import Cell, CellPainter, paint_placeholder
from rushes.ui.history.grid_layout import GridMeasures
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.jobs_view import JobsView
from rushes.ui.job_faces.no_picture import says_no_picture

if TYPE_CHECKING:
    from rushes.ui.history.job_list_model import JobListModel


class HistoryGrid(JobsView):
    """Jobs as cards side by side; the takes of an open stack lie in a box beneath its line."""

    def __init__(self, model: "JobListModel", parent: QWidget | None = None) -> None:
        self._card_size: CardSize | None = None
        self._cells = CellPainter(time.monotonic)
        self._take_cells = CellPainter(time.monotonic)
        super().__init__(model, parent)
        model.modelReset.connect(self.look_changed)
        model.stack_closing.connect(self._take_cells.forget)

    @property
    def card_size(self) -> CardSize | None:
        """The size that was chosen for cards; None lets the width decide."""
        return self._card_size

    def set_card_size(self, size: CardSize | None) -> None:
        """Show larger or smaller cards; None lets the width decide."""
        if size is not self._card_size:
            self._card_size = size
            self.lay_out_again()

    def measures(self) -> GridMeasures:
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        size = self._card_size or size_for(self.width())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return grid_measures(self.viewport().width(), room, size, mirrored=mirrored)

    def picture_place(self) -> QSize:
        return picture_size(self.grid.measures.cell.width())

    def look_changed(self) -> None:
        self._cells.forget()
        self._take_cells.forget()

    def is_badge(self, row: int, point: QPoint) -> bool:
        index = self._jobs.index(row)
        face = self._jobs.data(index, JobRole.FACE)
        if face is None or not face.stack:
            return False
        place = QRectF(self.visualRect(index))
        return stack_badge(place, face, mirrored=self.grid.measures.mirrored).contains(point)

    def paint_row(self, painter: QPainter, place: QRect, row: int) -> None:
        jobs, index = self._jobs, self._jobs.index(row)
        face = jobs.data(index, JobRole.FACE)
        key = jobs.key_at(row)
        picture = jobs.data(index, JobRole.THUMBNAIL)
        played = None if self.play is None else self.play.picture_of(key)
        if played is not None and face is not None:
            picture, share = played
            # A clip that plays has a picture, whatever was known of one.
            state = None if says_no_picture(face) else face.state
            face = dataclasses.replace(face, played=share, state=state)
        is_current = index == self.currentIndex()
        cell = Cell(
            key=key,
            face=face,
            title=jobs.data(index, JobRole.TITLE),
            picture=picture,
            look=CardLook(
                hovered=self.is_hovered(row),
                selected=self.selectionModel().isSelected(index),
                # The take that the Viewer shows keeps the accent wherever the keyboard is.
                in_focus=self.hasFocus() or is_current,
                current=self.shows_ring(row),
            ),
            with_foot=self.is_painted(place.adjusted(0, self._picture_end(place), 0, 0)),
        )
        cells = self._take_cells if jobs.is_take(row) else self._cells
        moves = cells.paint(painter, place, cell, mirrored=self.grid.measures.mirrored)
        if moves:
            self._moving.moves(place)
        elif face is not None and face.state is not None and face.state.moving:
            self._moving.counts(place)

    def paint_placeholder(self, painter: QPainter, place: QRect) -> None:
        paint_placeholder(painter, place)

    def _picture_end(self, place: QRect) -> int:
        """How far below the upper edge of a card its foot begins."""
        return PADDING + picture_size(place.width()).height()

    def update_picture(self, key: int) -> None:
        """Paint the picture of a job again, and nothing else of it."""
        for row in self.visible_rows():
            if self._jobs.key_at(row) == key:
                self.update_row_picture(row)

    def update_row_picture(self, row: int) -> None:
        place = self.visualRect(self._jobs.index(row))
        corner = place.topLeft() + QPoint(PADDING, PADDING)
        self.viewport().update(QRect(corner, picture_size(place.width())))
