"""What grid and list of the history share of places: layout, scrolling, and keeping one's place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from rushes.ui.components.card_painter import OVERHANG
from rushes.ui.history.grid_layout import GridLayout, GridMeasures, OpenedAt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rushes.ui.history.job_list_model import JobListModel

_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_PICTURE_SIZE_PAUSE = 150

Index = QModelIndex | QPersistentModelIndex


class GridView(QListView):
    """Jobs in places of one size under full-width date rows, scrolled by pixels.

    It is a QListView for the sake of screen readers, to whom Qt shows one as a list; laying out,
    painting and scrolling are its own, for Qt's icon mode lays out every job there is.

    Args:
        model: jobs, with the days that they fall on.
    """

    def __init__(self, model: "JobListModel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = model
        self._layout: GridLayout | None = None
        self._share_open = 1.0
        self._holds = 0
        self._held: tuple[QPersistentModelIndex, int] | None = None
        self._picture_timer = QTimer(self)
        self._picture_timer.setSingleShot(True)
        self._picture_timer.setInterval(_PICTURE_SIZE_PAUSE)
        self._picture_timer.timeout.connect(self.ask_for_pictures)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setModel(model)
        for begins in (
            model.order_changing,
            model.rowsAboutToBeInserted,
            model.rowsAboutToBeMoved,
        ):
            begins.connect(self._hold)
        model.moving.connect(self._on_moving)
        for ends in (
            model.order_changed,
            model.rowsInserted,
            model.rowsMoved,
            model.rowsRemoved,
        ):
            ends.connect(self._release)

    def measures(self) -> GridMeasures:
        """The sizes of places, date rows and gaps, for the room there is."""
        raise NotImplementedError

    def picture_place(self) -> QSize:
        """The size of a picture, in pixels as laid out."""
        raise NotImplementedError

    @property
    def grid(self) -> GridLayout:
        """Where everything lies now."""
        if self._layout is None:
            self._layout = GridLayout(self._jobs.groups, self.measures(), self._opened())
        return self._layout

    def _opened(self) -> OpenedAt | None:
        stack = self._jobs.open_stack
        return None if stack is None else OpenedAt(stack.row, len(stack.keys), self._share_open)

    def open_to(self, share: float) -> None:
        """Show an open stack as far as `share` (0 to 1) tells."""
        self._share_open = share
        if self._layout is not None:
            self._layout = self._layout.opened(self._opened())
            self.updateGeometries()
            self.viewport().update()

    def lay_out_again(self, moved: "tuple[int, int] | None" = None) -> None:
        """Take new measures and keep what is looked at in its place.

        `moved` is a row and how many pixels its card should lie below the upper edge; by default
        they are as they are now.
        """
        if self._holds:
            return
        held = moved or self._held_row()
        self._layout = None
        self.updateGeometries()
        if held is not None:
            row, distance = held
            self.verticalScrollBar().setValue(self.grid.rect(row).top() - distance)
        self.viewport().update()

    def visible_rows(self) -> "Iterator[int]":
        """The rows whose cards are at least partly seen."""
        top = self.verticalOffset()
        yield from self.grid.rows_between(top, top + self.viewport().height())

    def _held_row(self) -> tuple[int, int] | None:
        """The row to keep in its place, and its distance from the upper edge; None at the top."""
        top = self.verticalOffset()
        if self._layout is None or top == 0 or not self._layout.row_count:
            return None
        visible = [row for row in self.visible_rows() if row < self._layout.row_count]
        if not visible:
            return None
        whole = [row for row in visible if self._layout.rect(row).top() >= top]
        current = self.currentIndex().row()
        row = current if current in visible else (whole or visible)[0]
        return row, self._layout.rect(row).top() - top

    def _hold(self) -> None:
        """Rows are about to change: know what is to stay in its place, and lay out afterwards."""
        self._holds += 1
        if self._holds == 1:
            held = self._held_row()
            if held is not None:
                self._held = QPersistentModelIndex(self._jobs.index(held[0])), held[1]

    def _release(self) -> None:
        """Rows have changed."""
        self._holds = max(self._holds - 1, 0)
        if self._holds:
            return
        held, self._held = self._held, None
        if held is None or not held[0].isValid():
            self._layout = None
            self.updateGeometries()
            self.viewport().update()
        else:
            self.lay_out_again((held[0].row(), held[1]))
        self.laid_out_anew()

    def hold_at(self, row: int, distance: int) -> None:
        """Scroll so that a row lies so many pixels below the upper edge."""
        self.updateGeometries()
        self.verticalScrollBar().setValue(self.grid.rect(row).top() - distance)

    def show_box(self, row: int) -> None:
        """Have the box of an open stack in sight, as far as its shot's row stays so as well."""
        box, bar = self.grid.box, self.verticalScrollBar()
        if box is None:
            return
        below = box.top + box.height - self.viewport().height()
        above = self.grid.rect(row).top() - self.grid.measures.gap_down
        if bar.value() < below:
            bar.setValue(max(min(below, above), bar.value()))

    def laid_out_anew(self) -> None:
        """Rows lie elsewhere than before."""

    def ask_for_pictures(self) -> None:
        """Have pictures in the size in which this view shows them, if it is seen."""
        if not self.isVisible():
            return
        self._jobs.set_picture_size(self.picture_place() * self.viewport().devicePixelRatioF())

    # What Qt asks of a view

    def doItemsLayout(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        if self._holds:
            return
        grid, height = self.grid, self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setSingleStep(max(grid.measures.cell.height() // 3, 1))
        bar.setPageStep(height)
        bar.setRange(0, max(grid.height - height, 0))
        self._picture_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay_out_again()

    def reset(self) -> None:
        self._layout, self._held, self._holds = None, None, 0
        super().reset()
        # At once: after its delay, all would be painted a second time.
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(0)

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """Laying out is done by `_release`."""

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        self._hold()
        if self._held is not None and start <= self._held[0].row() <= end:
            # What comes behind those that leave comes to lie where the first of them was.
            row = end + 1 if end + 1 < self._jobs.rowCount() else max(start - 1, 0)
            self._held = QPersistentModelIndex(self._jobs.index(row)), self._held[1]
        super().rowsAboutToBeRemoved(parent, start, end)

    def _on_moving(self, first: int, last: int) -> None:
        """What is in sight stays where it is, though a row of it should go elsewhere."""
        if self._held is not None and first <= self._held[0].row() <= last:
            row = last + 1 if last + 1 < self._jobs.rowCount() else max(first - 1, 0)
            self._held = QPersistentModelIndex(self._jobs.index(row)), self._held[1]

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= self.grid.row_count:
            return QRect()
        return self.grid.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.grid.row_at(point + QPoint(0, self.verticalOffset()))
        return QModelIndex() if row < 0 else self._jobs.index(row)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        grid, row = self.grid, index.row()
        rect = grid.rect(row)
        top, bottom = rect.top() - grid.measures.gap_down, rect.bottom() + grid.measures.gap_down
        if grid.is_first_line(row):
            # It takes the date row with it.
            top -= grid.measures.head
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if hint == _Hint.PositionAtCenter:
            bar.setValue((top + bottom - height) // 2)
        elif hint == _Hint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif hint == _Hint.PositionAtBottom or bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta().y()
        if pixels:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - pixels)
            event.accept()
        else:
            super().wheelEvent(event)

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        area = rect.normalized().translated(0, self.verticalOffset())
        self.choose_runs(self.grid.runs_in(area), command)

    def choose_runs(
        self, runs: "Iterable[tuple[int, int]]", command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Apply a command to runs of rows, each told by its first and its last."""
        chosen = QItemSelection()
        for first, last in runs:
            chosen.select(self._jobs.index(first), self._jobs.index(last))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        top = self.verticalOffset()
        spans = [(span.top(), span.bottom()) for span in selection.toList()]
        for row in self.visible_rows():
            if any(first <= row <= last for first, last in spans):
                place = self.grid.rect(row).translated(0, -top)
                region += place.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)
        return region

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        count = self._jobs.rowCount()
        row = self.currentIndex().row()
        if count == 0:
            return QModelIndex()
        if row < 0:
            return self._jobs.index(count - 1 if action == _Move.MoveEnd else 0)
        forward = self.layoutDirection() != Qt.LayoutDirection.RightToLeft
        target = row
        if action == _Move.MoveHome:
            target = 0
        elif action == _Move.MoveEnd:
            target = count - 1
        elif action == _Move.MoveUp:
            target = self.grid.row_above(row)
        elif action == _Move.MoveDown:
            target = self.grid.row_below(row)
        elif action in (_Move.MovePageUp, _Move.MovePageDown):
            target = self._a_page_on(row, up=action == _Move.MovePageUp)
        else:
            on = action == _Move.MoveNext or (action == _Move.MoveRight) == forward
            on = on and action != _Move.MovePrevious
            target = row + 1 if on else row - 1
        return self._jobs.index(target if 0 <= target < count else row)

    def _a_page_on(self, row: int, *, up: bool) -> int:
        """The row a viewport's height further, in about the same column."""
        grid = self.grid
        start = grid.rect(row).top()
        while abs(grid.rect(row).top() - start) < self.viewport().height():
            following = grid.row_above(row) if up else grid.row_below(row)
            if following < 0:
                break
            row = following
        return row
