"""What stands in the picture's place while takes are compared: a bar and the pictures."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from rushes.ui.compare.bar import CompareBar
from rushes.ui.compare.caption import CAPTION_HEIGHT
from rushes.ui.compare.cell import RING_REACH, CompareCell
from rushes.ui.compare.grid_places import cell_places
from rushes.ui.compare.kinds import CompareKind
from rushes.ui.compare.pair_view import PairView
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.zoom.view_zoom import ViewZoom

_BESIDE = 8
_ABOVE = 6
_GAP = 4
_APART = 32
_NARROWEST_CAPTION = 200
_CONTROL = Qt.KeyboardModifier.ControlModifier


class CellGrid(QWidget):
    """The pictures side by side, in rows that stand closely together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: list[CompareCell] = []
        self._order: list[int] = []

    def set_cells(self, cells: Sequence[CompareCell]) -> None:
        """Show these cells in place of those before."""
        for cell in self.cells:
            cell.hide()
            cell.deleteLater()
        self.cells = list(cells)
        self._order = list(range(len(cells)))
        for cell in cells:
            cell.show()
        self.arrange()

    def set_order(self, order: Sequence[int]) -> None:
        """Let the cells lie in another order, told by their places."""
        self._order = list(order)
        self.arrange()

    def arrange(self) -> None:
        """Give the cells their places."""
        if not self.cells:
            return
        px = current_theme().px
        beside = px(_BESIDE) + RING_REACH
        area = QRect(0, 0, self.width(), self.height())
        area.adjust(beside, px(_ABOVE) + RING_REACH, -beside, 0)
        ordered = [self.cells[place] for place in self._order]
        shapes = [cell.shape for cell in ordered]
        gap = px(_GAP) + 2 * RING_REACH
        foot = QSize(px(_NARROWEST_CAPTION), px(CAPTION_HEIGHT))
        places = cell_places(area, shapes, foot, gap, px(_APART))
        for cell, place in zip(ordered, places, strict=True):
            cell.place(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().color(Role.SURROUND))


class CompareBoard(QWidget):
    """Shows takes side by side, or two of them in one place.

    It has the keyboard for all of its pictures.

    Attributes:
        bar: how the pictures are put together and held together.
        grid: the pictures side by side.
        pair: two pictures in one place.

    Signals:
        step_requested: choose another take: 1 the next, -1 the one before.
        menu_requested: a key asks what can be done with the chosen picture.
    """

    step_requested = Signal(int)
    menu_requested = Signal()

    def __init__(self, zoom: ViewZoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = zoom
        self.bar = CompareBar(self)
        self.grid = CellGrid(self)
        self.pair = PairView(zoom, self)
        self._bodies = QStackedLayout()
        self._bodies.addWidget(self.grid)
        self._bodies.addWidget(self.pair)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(self._bodies, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The ring around the chosen picture tells where the keyboard is.
        self.setProperty("ownFocusRing", True)
        self.setAccessibleName(self.tr("Pictures that are compared"))

    @property
    def cells(self) -> list[CompareCell]:
        """The cells in the order of the takes, wherever they lie."""
        return self.grid.cells

    def set_count(self, count: int) -> list[CompareCell]:
        """Make room for so many takes; returns their cells."""
        cells = [CompareCell(self.zoom, self.grid) for _ in range(count)]
        self.grid.set_cells(cells)
        self.bar.show_count(count)
        return cells

    def show_kind(self, kind: CompareKind, opacity: float) -> None:
        """Put the pictures together in another way."""
        self.pair.show_kind(kind, opacity)
        self._bodies.setCurrentWidget(self.pair if kind.is_of_two else self.grid)
        # The views are to know their sizes before pictures are asked for.
        self._bodies.activate()
        self.pair.arrange()
        for view in (self.pair.reference, self.pair.other):
            view.measure()
        self.bar.show_kind(kind)

    def measure(self) -> None:
        """Give the pictures their places now, though the board may be hidden."""
        column = self.layout()
        if column is not None:
            column.activate()
            # A hidden widget hears of its size only when it is shown.
            column.setGeometry(self.rect())
        self.grid.arrange()
        for cell in self.cells:
            cell.picture.measure()

    def sizeHint(self) -> QSize:
        px = current_theme().px
        return QSize(px(676), px(411))

    def minimumSizeHint(self) -> QSize:
        px = current_theme().px
        return QSize(px(320), px(160))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # Qt takes these keys for the focus before keyPressEvent could see them.
            if event.key() == Qt.Key.Key_Tab and not event.modifiers():
                self.step_requested.emit(1)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self.step_requested.emit(-1)
                return True
            if event.key() == Qt.Key.Key_Tab and event.modifiers() == _CONTROL:
                # The way on to what lies behind the pictures.
                return self.focusNextPrevChild(True)
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit()
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().color(Role.SURROUND))
