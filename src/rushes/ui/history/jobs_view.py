"""What grid and list of the history share besides places: keys, mouse, focus, open stacks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from rushes.ui.history.grid_selection import GridSelection, asked_place
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.painted_view import PaintedView
from rushes.ui.history.rubber_band import RubberBand
from rushes.ui.history.stack_motion import StackMotion
from rushes.ui.history.take_drag import TakeDrag
from rushes.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from rushes.ui.history.hover_play import HoverPlay
    from rushes.ui.history.job_list_model import JobListModel

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
_AT_A_TAKE = (_Key.Key_Space, _Key.Key_F11)
_BY_KEY = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class JobsView(PaintedView):
    """Jobs in their order; by date they stand under the days on which they were written down.

    Enter opens a stack, and plays a take; Escape closes the stack that the keyboard is in. Where
    arrows to the side go nowhere else they open and close as well. Space plays and F11 fills the
    screen as in the Viewer, with the take that the keyboard is at.

    Attributes:
        play: plays clips in place under the resting pointer; None where nothing plays.
        drag: carries what is chosen to another place of the window.

    Signals:
        menu_requested: a QPoint on the screen; what the menu speaks of is chosen by then.
        activated: Qt's own, for a double click, and for Enter at a take.
        play_requested: the index of the take that is to play, or to pause, in the Viewer.
        full_screen_requested: the index of the take that is to fill the screen.
    """

    menu_requested = Signal(QPoint)
    play_requested = Signal(QModelIndex)
    full_screen_requested = Signal(QModelIndex)

    def __init__(self, model: "JobListModel", parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.play: HoverPlay | None = None
        self._selection = GridSelection(self)
        self._band = RubberBand(self)
        self.drag = TakeDrag(self)
        self._chosen_later = QPersistentModelIndex()
        self._stack = StackMotion(self, model)
        self.setProperty("ownFocusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Takes"))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        current = self.currentIndex()
        if self.drag.is_under_way and key == _Key.Key_Escape:
            self.drag.cancel()
        elif self._band.is_held:
            # While the button is down, the mouse alone chooses.
            if key == _Key.Key_Escape:
                self._band.cancel()
        elif not modifiers and current.isValid() and self._stack.take_key(key, current):
            self._visited_by_key = True
        elif key in _MOVES:
            index = self.moveCursor(_MOVES[key], modifiers)
            if index.isValid():
                self._visited_by_key = True
                self._selection.step(index, modifiers)
                self.scrollTo(index)
                self.update_row(index.row())
        elif key in (_Key.Key_Return, _Key.Key_Enter) and current.isValid():
            self.activated.emit(current)
        elif key == _Key.Key_Space and control:
            self._selection.toggle_current()
        elif key == _Key.Key_A and control:
            self._selection.choose_all()
        elif key in _AT_A_TAKE and not modifiers and current.isValid():
            if not event.isAutoRepeat():
                self._take_viewer_key(key, current)
        else:
            # Any other key belongs to whoever is around; letters never search here.
            event.ignore()

    def _take_viewer_key(self, key: Qt.Key, current: QModelIndex) -> None:
        if key == _Key.Key_F11:
            self.full_screen_requested.emit(current)
        elif not self._plays_by_key(current):
            self.play_requested.emit(current)

    def _plays_by_key(self, current: QModelIndex) -> bool:
        """Where nothing plays by itself, Space plays the current take in place."""
        if self.play is None or not current_theme().reduced_motion:
            return False
        self._measure_play()
        return self.play.toggle(self._jobs.data(current, JobRole.ENTRY))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._visited_by_key = event.reason() in _BY_KEY
        if self._visited_by_key and not self.currentIndex().isValid() and self._jobs.rowCount():
            self._selection.step(self._jobs.index(0), Qt.KeyboardModifier.ControlModifier)
        # Not the item view's own: it would choose a job for anybody who only passes by.
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._band.release()
        self.drag.cancel()
        self._stop_playing()
        self.viewport().update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        self._visited_by_key = False
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            if self.is_badge(index.row(), point):
                self._stack.toggle(index)
            else:
                self._press_job(index, point, event.modifiers())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._band.press(point, event.modifiers())
        event.accept()

    def _press_job(self, index: QModelIndex, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """A press on one of several chosen jobs may take all of them in hand."""
        chosen = self.selectionModel()
        if not modifiers and chosen.isSelected(index):
            self._chosen_later = QPersistentModelIndex(index)
        else:
            self._selection.choose(index, modifiers)
        self.scrollTo(index)
        self.drag.press(QPersistentModelIndex(index), point)

    def _choose_later(self, *, dragged: bool) -> None:
        index, self._chosen_later = self._chosen_later, QPersistentModelIndex()
        if index.isValid() and not dragged:
            self._selection.choose(self._jobs.index(index.row()), Qt.KeyboardModifier.NoModifier)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose_later(dragged=self.drag.release(event.position().toPoint()))
        if event.button() == Qt.MouseButton.LeftButton and self._band.is_held:
            self._band.release()
            self._hover(self.indexAt(event.position().toPoint()))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            if self.is_badge(index.row(), point):
                self._stack.toggle(index)
            else:
                self.activated.emit(index)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._band.is_held:
            self._band.move(point)
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self.drag.move(point)
        if self._band.is_drawn or self.drag.is_under_way:
            self._hover(QModelIndex())
        else:
            self._hover(self.indexAt(point))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, position = asked_place(self, event)
        if index.isValid():
            self._selection.prepare_menu(index)
            self.menu_requested.emit(position)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._moving.scrolled(dy)
        self._rush.scrolled(dy)
        self._stop_playing()
        self._hover_again()

    def lay_out_again(self, moved: tuple[int, int] | None = None) -> None:
        super().lay_out_again(moved)
        self._hover_again()

    def laid_out_anew(self) -> None:
        self._hover_again()

    def _hover_again(self) -> None:
        """What lies under the pointer has moved."""
        if self._hovered.isValid():
            self._hover(self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())), rests=False)

    def _hover(self, index: QModelIndex, *, rests: bool = True) -> None:
        if self._hovered == index:
            return
        before, self._hovered = self._hovered, QPersistentModelIndex(index)
        for changed in (before, self._hovered):
            if changed.isValid():
                self.update_row(changed.row())
        if self.play is not None:
            self._measure_play()
            entry = self._jobs.data(index, JobRole.ENTRY) if index.isValid() and rests else None
            self.play.rest_on(entry)

    def _measure_play(self) -> None:
        if self.play is not None:
            self.play.set_size(self.picture_place() * self.viewport().devicePixelRatioF())

    def _stop_playing(self) -> None:
        if self.play is not None:
            self.play.stop()

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
            self.look_changed()
            self.lay_out_again()
        elif event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Takes"))
            self.look_changed()

    def look_changed(self) -> None:
        """What was made for painting is made anew: theme, language or direction are others."""

    def hideEvent(self, event: QEvent) -> None:
        self._stop_playing()
