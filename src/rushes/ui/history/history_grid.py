"""The grid of cards with its date rows, as it is painted and used by key and mouse."""

import datetime
import time
from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from rushes.ui.components.card_face import CardLook
from rushes.ui.components.card_painter import OVERHANG
from rushes.ui.components.painting import mirrored_rect, paint_text
from rushes.ui.history.cell_painter import Cell, CellPainter
from rushes.ui.history.date_groups import day_words
from rushes.ui.history.grid_selection import GridSelection
from rushes.ui.history.grid_view import GridView, Index
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.job_roles import JobRole
from rushes.ui.job_faces.measures import count_text
from rushes.ui.job_faces.moving_places import MovingPlaces
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_Key = Qt.Key
_Move = QAbstractItemView.CursorAction
_MOVES = {
    _Key.Key_Left: _Move.MoveLeft,
    _Key.Key_Right: _Move.MoveRight,
    _Key.Key_Up: _Move.MoveUp,
    _Key.Key_Down: _Move.MoveDown,
    _Key.Key_Home: _Move.MoveHome,
    _Key.Key_End: _Move.MoveEnd,
    _Key.Key_PageUp: _Move.MovePageUp,
    _Key.Key_PageDown: _Move.MovePageDown,
}
_BY_KEY = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class HistoryGrid(GridView):
    """All jobs as cards, newest first, under the days on which they were written down.

    Signals:
        menu_requested: a QPoint on the screen; what the menu speaks of is chosen by then.
        activated: Qt's own, for a double click and for Enter.
    """

    menu_requested = Signal(QPoint)

    def __init__(self, model: JobListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._selection = GridSelection(self)
        self._cells = CellPainter(time.monotonic)
        self._moving = MovingPlaces(self.viewport())
        self._hovered = QPersistentModelIndex()
        self._visited_by_key = False
        self._midnight = QTimer(self)
        self._midnight.setSingleShot(True)
        self._midnight.timeout.connect(self._on_midnight)
        self.setProperty("ownFocusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        # Opaque, so that scrolling moves what is painted already.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Takes"))
        model.modelReset.connect(self._cells.forget)

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing in the grid moves, so that it is not painted again by itself."""
        return self._moving.is_at_rest

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event.region())
        finally:
            # An error must not leave a painter behind on a device that is gone.
            painter.end()

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        grid, top = self.grid, self.verticalOffset()
        painter.fillRect(region.boundingRect(), current_theme().color(Role.PANEL))
        exposed = region.boundingRect().adjusted(0, -OVERHANG, 0, OVERHANG)
        today = datetime.date.fromtimestamp(self._jobs.now())
        for day in grid.visible_days(top + exposed.top(), top + exposed.bottom() + 1):
            head = day.head.translated(0, -top)
            if region.intersects(head):
                self._paint_head(painter, head, day.index, today)
            for row in range(day.first, day.end):
                place = grid.rect(row).translated(0, -top)
                around = place.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)
                if region.intersects(around):
                    self._paint_cell(painter, place, row)

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

    def _paint_cell(self, painter: QPainter, place: QRect, row: int) -> None:
        index = self._jobs.index(row)
        face = self._jobs.data(index, JobRole.FACE)
        is_current = index == self.currentIndex()
        cell = Cell(
            key=self._jobs.key_at(row),
            face=face,
            title=self._jobs.data(index, JobRole.TITLE),
            picture=self._jobs.data(index, JobRole.THUMBNAIL),
            look=CardLook(
                hovered=self._hovered.isValid() and self._hovered.row() == row,
                selected=self.selectionModel().isSelected(index),
                # The take that the Viewer shows keeps the accent wherever the keyboard is.
                in_focus=self.hasFocus() or is_current,
                current=is_current and self.hasFocus() and self._visited_by_key,
            ),
        )
        moves = self._cells.paint(painter, place, cell, mirrored=self.grid.measures.mirrored)
        if moves:
            self._moving.moves(place)
        elif face is not None and face.state is not None and face.state.moving:
            self._moving.counts(place)

    def _update_row(self, row: int) -> None:
        if 0 <= row < self.grid.row_count:
            place = self.visualRect(self._jobs.index(row))
            self.viewport().update(place.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG))

    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        first, last = topLeft.row(), bottomRight.row()
        for row in self.visible_rows():
            if first <= row <= last:
                self._update_row(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # Qt repaints the cards, but not the focus ring around them.
        for index in (current, previous):
            self._update_row(index.row())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key in _MOVES:
            index = self.moveCursor(_MOVES[key], modifiers)
            if index.isValid():
                self._visited_by_key = True
                self._selection.step(index, modifiers)
                self.scrollTo(index)
                self._update_row(index.row())
        elif key in (_Key.Key_Return, _Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif key == _Key.Key_Space and control:
            self._selection.toggle_current()
        elif key == _Key.Key_A and control:
            self._selection.choose_all()
        else:
            # Any other key belongs to whoever is around; letters never search here.
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._visited_by_key = event.reason() in _BY_KEY
        if self._visited_by_key and not self.currentIndex().isValid() and self._jobs.rowCount():
            self._selection.step(self._jobs.index(0), Qt.KeyboardModifier.ControlModifier)
        # Not the item view's own: it would choose a job for anybody who only passes by.
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._visited_by_key = False
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._selection.choose(index, event.modifiers())
            self.scrollTo(index)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.activated.emit(index)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            position = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index = self.indexAt(event.pos())
            position = event.globalPos()
        if index.isValid():
            self._selection.prepare_menu(index)
            self.menu_requested.emit(position)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._moving.scrolled(dy)
        self._hover_again()

    def lay_out_again(self, moved: tuple[int, int] | None = None) -> None:
        super().lay_out_again(moved)
        self._hover_again()

    def _hover_again(self) -> None:
        """What lies under the pointer has moved."""
        if self._hovered.isValid():
            self._hover(self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())))

    def _hover(self, index: QModelIndex) -> None:
        if self._hovered == index:
            return
        before, self._hovered = self._hovered, QPersistentModelIndex(index)
        for changed in (before, self._hovered):
            if changed.isValid():
                self._update_row(changed.row())

    # What happens around

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(QModelIndex())
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self.lay_out_again()
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._cells.forget()
            self.lay_out_again()
        elif event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Takes"))
            self._jobs.retranslate()

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
