"""Paints one take of a strip with the card of the history grid."""

import time

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rushes.ui.components.card_face import CardLook
from rushes.ui.components.card_painter import OVERHANG, PADDING, card_size, picture_size
from rushes.ui.filmstrip.take_list_model import TakeListModel
from rushes.ui.history.cell_painter import Cell, CellPainter
from rushes.ui.history.job_roles import JobRole
from rushes.ui.job_faces.moving_places import MovingPlaces
from rushes.ui.theme.theme import current_theme

Index = QModelIndex | QPersistentModelIndex


class TakeDelegate(QStyledItemDelegate):
    """Paints cards of one size; the view says how each is looked at.

    Attributes:
        card_width: in pixels as drawn.
        gap: between cards, in pixels as drawn.
        hovered: row under the pointer, or -1.
        in_focus: whether the view has the keyboard.
        shows_ring: whether the take that the keyboard is at shows that.
        current: its row, or -1.
    """

    def __init__(self, model: TakeListModel, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.card_width = 0
        self.gap = 0
        self.hovered = -1
        self.in_focus = False
        self.shows_ring = False
        self.current = -1
        self._model = model
        self._cells = CellPainter(time.monotonic)
        self._moving = MovingPlaces(viewport)
        model.modelReset.connect(self.forget)

    def forget(self) -> None:
        """The takes are others, or look another way: nothing fades."""
        self._cells.forget()

    def place_of(self, item: QRect) -> QRect:
        """Where the card lies in the place of an item."""
        corner = item.topLeft() + QPoint(self.gap // 2, OVERHANG)
        return QRect(corner, card_size(self.card_width))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = card_size(self.card_width)
        return QSize(size.width() + self.gap, size.height() + 2 * OVERHANG)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.row()
        place = self.place_of(option.rect)
        face = self._model.data(index, JobRole.FACE)
        is_current = row == self.current
        state = option.state
        cell = Cell(
            key=self._model.key_at(row),
            face=face,
            title=self._model.data(index, JobRole.TITLE),
            picture=self._model.data(index, JobRole.THUMBNAIL),
            look=CardLook(
                hovered=row == self.hovered,
                selected=bool(state & QStyle.StateFlag.State_Selected),
                in_focus=self.in_focus or is_current,
                current=is_current and self.in_focus and self.shows_ring,
            ),
        )
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        moves = self._cells.paint(painter, place, cell, mirrored=mirrored)
        # No more than the picture: rings of neighbours reach to the card's edge.
        picture = QRect(place.topLeft() + QPoint(PADDING, PADDING), picture_size(place.width()))
        if moves:
            self._moving.moves(picture)
        elif face is not None and face.state is not None and face.state.moving:
            self._moving.counts(picture)

    def width_for(self, height: int) -> int:
        """How wide cards are that fill a strip of this height, in pixels as drawn."""
        px = current_theme().px
        foot = card_size(px(100)).height() - picture_size(px(100)).height()
        return max(round((height - 2 * OVERHANG - foot) * 16 / 9) + 2 * PADDING, px(72))
