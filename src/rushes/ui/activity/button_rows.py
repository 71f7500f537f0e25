"""A list whose painted rows end in a button: pointer, keys, focus and menu of such rows."""

from abc import abstractmethod

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from rushes.ui.activity.kept_place import KeptPlace
from rushes.ui.activity.row_drag import RowDrag
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

Index = QModelIndex | QPersistentModelIndex
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ButtonRows(QListView):
    """Rows with a button at their end, which a delegate paints where `act_place` says it lies.

    Qt’s metaclass does not refuse to make it; mypy refuses one that lacks its abstract methods.

    Signals:
        activated (Qt's own): a click beside the button, or Enter.
        act_pressed: index of the row whose button was pressed.
        delete_pressed: index of the row in which Delete was pressed.
        menu_requested: index of the row, and where on the screen.
        move_requested: index of the row that was taken elsewhere, by hand or by Alt and an arrow,
            and the row before which it is to stand.
    """

    act_pressed = Signal(QModelIndex)
    delete_pressed = Signal(QModelIndex)
    menu_requested = Signal(QModelIndex, QPoint)
    move_requested = Signal(QModelIndex, int)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer: QPoint | None = None
        self._pressed = QPersistentModelIndex()
        self._visited_by_key = False
        self._drag = RowDrag(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocusRing", True)
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        # A row that goes would have the list jump to the one that is current next.
        self.setAutoScroll(False)
        KeptPlace(self, model)
        self.setModel(model)

    def act_at(self, position: QPoint) -> QModelIndex:
        """The row whose button holds a point of the viewport; invalid if none does."""
        index = self.indexAt(position)
        if index.isValid() and self.act_place(index).contains(position):
            return index
        return QModelIndex()

    @abstractmethod
    def act_place(self, index: Index) -> QRect:
        """Where the button of a row lies in the viewport; empty if it has none."""

    def movable_rows(self) -> range:
        """The rows that can change places with each other; none by default."""
        return range(0)

    @property
    def is_mirrored(self) -> bool:
        """Whether the text runs from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def is_hovered(self, index: Index) -> bool:
        """Tell whether the pointer is over a row."""
        return self._pointer is not None and self.visualRect(index).contains(self._pointer)

    def is_act_hovered(self, index: Index) -> bool:
        """Tell whether the pointer is over a row's button."""
        return self._pointer is not None and self.act_place(index).contains(self._pointer)

    def is_act_down(self, index: Index) -> bool:
        """Tell whether a row's button is held down."""
        return self._pressed.isValid() and self._pressed == index and self.is_act_hovered(index)

    def shows_focus(self, index: Index) -> bool:
        """Tell whether a row has the focus ring: the keyboard is there, and was used."""
        return self.hasFocus() and self._visited_by_key and index == self.currentIndex()

    def minimumSizeHint(self) -> QSize:
        # Qt's own asks for more than two rows, at the cost of what stands beneath the list.
        return QSize(super().minimumSizeHint().width(), max(self.sizeHintForRow(0), 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._visited_by_key = False
        self._pointer = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = QPersistentModelIndex(self.act_at(self._pointer))
            self.setCurrentIndex(self.indexAt(self._pointer))
            index = self.currentIndex()
            can_move = not self._pressed.isValid() and index.row() in self.movable_rows()
            self._drag.press(index if can_move else QModelIndex(), self._pointer)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().toPoint()
        self._drag.move(self._pointer, self.movable_rows())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        self._pointer = event.position().toPoint()
        self.viewport().update()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        was_dragged, target = self._drag.is_under_way, self._drag.release()
        if target is not None:
            self.move_requested.emit(*target)
        if was_dragged:
            return
        index = self.indexAt(self._pointer)
        if pressed.isValid():
            if self.act_at(self._pointer) == pressed:
                self.act_pressed.emit(index)
        elif index.isValid():
            self.activated.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # A fast second click on a button is a click like the first.
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        self._visited_by_key = True
        self.viewport().update()
        if key == Qt.Key.Key_Escape and self._drag.is_under_way:
            self._drag.cancel()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self._move(index, _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.activated.emit(index)
        elif key == Qt.Key.Key_Delete and index.isValid():
            self.delete_pressed.emit(index)
        elif key in _MOVES:
            super().keyPressEvent(event)
            self.scrollTo(self.currentIndex())
        else:
            event.ignore()

    def _move(self, index: QModelIndex, step: int) -> None:
        target = index.row() + step
        if {index.row(), target} <= set(self.movable_rows()):
            self.move_requested.emit(index, target + (step > 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        line = self._drag.line()
        if not line.isEmpty():
            QPainter(self.viewport()).fillRect(line, current_theme().color(Role.ACCENT))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(index, place if by_key else event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._visited_by_key = event.reason() in _BY_KEY
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        if self._visited_by_key:
            self.scrollTo(self.currentIndex())
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._pointer = None
            self.viewport().update()
        return super().viewportEvent(event)


_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
