"""The takes of a shot in one row, scrolled sideways."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
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
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFrame, QListView, QWidget

from rushes.ui.components.card_painter import OVERHANG, picture_size
from rushes.ui.components.painting import paint_text
from rushes.ui.filmstrip.take_delegate import Index, TakeDelegate
from rushes.ui.filmstrip.take_list_model import TakeListModel
from rushes.ui.history.grid_selection import GridSelection, asked_place
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.keyboard_focus import ring_after

_Key = Qt.Key
_BACK, _ON = frozenset({_Key.Key_Left, _Key.Key_Up}), frozenset({_Key.Key_Right, _Key.Key_Down})


class StripView(QListView):
    """Cards side by side; the one that is chosen stays in sight.

    Args:
        gap: between cards, in pixels at 100 %.

    Signals:
        menu_requested: a QPoint on the screen; what the menu speaks of is chosen by then.
        activated: Qt's own, for a double click and for Enter.
        chosen_changed: other takes are chosen than before.
    """

    menu_requested = Signal(QPoint)
    chosen_changed = Signal()

    def __init__(self, model: TakeListModel, parent: QWidget | None = None, *, gap: int) -> None:
        super().__init__(parent)
        self._gap = gap
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setProperty("ownFocusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setModel(model)
        self._cards = TakeDelegate(model, self.viewport())
        self.setItemDelegate(self._cards)
        self._takes = model
        self._selection = GridSelection(self)
        self._name()

    @property
    def chosen_rows(self) -> list[int]:
        """The rows of the chosen takes, from first to last."""
        spans = self.selectionModel().selection().toList()
        return sorted(row for span in spans for row in range(span.top(), span.bottom() + 1))

    def show_row(self, row: int) -> None:
        """Have a take be the current one; others stay chosen if it was among them."""
        index = self._takes.index(row)
        if not self.selectionModel().isSelected(index):
            self._selection.choose(index, Qt.KeyboardModifier.NoModifier)
        elif self.currentIndex() != index:
            self._selection.prepare_menu(index)
        self.scrollTo(index)

    def choose_row(self, row: int) -> None:
        """Choose a take alone, as a click on it does."""
        index = self._takes.index(row)
        self._selection.choose(index, Qt.KeyboardModifier.NoModifier)
        self.scrollTo(index)

    # Layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
        elif event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._takes.retranslate()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Takes of the shot"))

    def _measure(self) -> None:
        """Make the cards as large as the strip is high."""
        cards, px = self._cards, current_theme().px
        width, gap = cards.width_for(self.viewport().height()), px(self._gap)
        if (width, gap) != (cards.card_width, cards.gap):
            cards.card_width, cards.gap = width, gap
            cards.forget()
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())
        self.horizontalScrollBar().setSingleStep(max(width // 3, 1))
        ratio = self.viewport().devicePixelRatioF()
        self._takes.set_picture_size(picture_size(width) * ratio)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a take in sight, with a part of its neighbour where there is one."""
        if not index.isValid():
            return
        bar, place = self.horizontalScrollBar(), self.visualRect(index)
        beyond = place.width() // 3 if 0 < index.row() < self._takes.rowCount() - 1 else OVERHANG
        left, right = place.left() - beyond, place.right() + beyond - self.viewport().width()
        mirrored = -1 if self.isRightToLeft() else 1
        if left < 0:
            bar.setValue(bar.value() + mirrored * left)
        elif right > 0:
            bar.setValue(bar.value() + mirrored * right)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        pixels, angle = event.pixelDelta(), event.angleDelta()
        if not pixels.isNull():
            moved: float = pixels.x() or pixels.y()
        else:
            # One step of a wheel is 120 eighths of a degree, and one card.
            step = self._cards.card_width + self._cards.gap
            moved = (angle.x() or angle.y()) / 120 * step
        bar.setValue(bar.value() - round(moved))
        event.accept()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme = current_theme()
        painter.fillRect(event.rect(), theme.color(Role.PANEL))
        if not self._takes.shot_id:
            words = self.tr("Choose a take: all takes of its shot stand here.")
            area, font = QRectF(self.viewport().rect()), theme.font(TextStyle.CONTROL)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint_text(painter, area, words, font, theme.color(Role.MUTED), middle)
        painter.end()
        cards = self._cards
        cards.in_focus = self.hasFocus()
        cards.current = self.currentIndex().row()
        super().paintEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # Rings and outlines reach into the places of the neighbours.
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.chosen_changed.emit()

    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        self.viewport().update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        row, last = self.currentIndex().row(), self._takes.rowCount() - 1
        target = self._target(key, row, last)
        if target is not None and last >= 0:
            self._show_ring(True)
            index = self._takes.index(max(0, min(target, last)))
            self._selection.step(index, modifiers)
            self.scrollTo(index)
        elif key in (_Key.Key_Return, _Key.Key_Enter) and row >= 0:
            self.activated.emit(self.currentIndex())
        elif key == _Key.Key_Space and control:
            self._selection.toggle_current()
        elif key == _Key.Key_A and control:
            self._selection.choose_all()
        else:
            event.ignore()

    def _target(self, key: Qt.Key, row: int, last: int) -> int | None:
        """The row that a key leads to; it may lie beyond the ends."""
        page = max(self.viewport().width() // max(self._cards.card_width, 1), 1)
        mirrored = -1 if self.isRightToLeft() else 1
        steps = {
            _Key.Key_Home: -row,
            _Key.Key_End: last - row,
            _Key.Key_PageUp: -page,
            _Key.Key_PageDown: page,
            **{each: -mirrored if each == _Key.Key_Left else -1 for each in _BACK},
            **{each: mirrored if each == _Key.Key_Right else 1 for each in _ON},
        }
        return row + steps[key] if key in steps else None

    def _show_ring(self, shown: bool) -> None:
        self._cards.shows_ring = shown
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_ring(ring_after(event, self._cards.shows_ring))
        # Not the item view's own: it would choose a take for anybody who only passes by.
        QAbstractScrollArea.focusInEvent(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Mouse

    def indexAt(self, point: QPoint) -> QModelIndex:
        index = super().indexAt(point)
        place = self._cards.place_of(self.visualRect(index)) if index.isValid() else QRect()
        return index if place.contains(point) else QModelIndex()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._show_ring(False)
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
        self._hover(self.indexAt(event.position().toPoint()).row())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._measure()
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._cards.hovered:
            self._cards.hovered = row
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, position = asked_place(self, event)
        if index.isValid():
            self._selection.prepare_menu(index)
            self.menu_requested.emit(position)
