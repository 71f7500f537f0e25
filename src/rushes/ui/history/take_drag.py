"""Taking chosen jobs in hand and carrying them to another place of the window.

Qt's own drags run a loop inside the loop, which this program has none of; the button that is held
brings every move to the view in which it went down.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from rushes.ui.components.painting import paint_box, paint_text
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

if TYPE_CHECKING:
    from rushes.ui.history.grid_view import GridView

_BESIDE = QPoint(14, 14)
_PADDING = 8


class TakeDrag(QObject):
    """From the press on a job to where the hand lets go; words beside the pointer tell how many.

    Attributes:
        words: tells what is carried; None while nothing can be carried anywhere.

    Signals:
        begun: jobs are in hand.
        moved, dropped: where the pointer is, on the screen (QPoint).
        ended: none are any more, whether they were dropped or not.
    """

    begun = Signal()
    moved = Signal(QPoint)
    dropped = Signal(QPoint)
    ended = Signal()

    def __init__(self, view: "GridView") -> None:
        super().__init__(view)
        self.words: Callable[[], str] | None = None
        self._view = view
        self._pressed = QPersistentModelIndex()
        self._start = QPoint()
        self._sign: _Sign | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether jobs are in hand."""
        return self._sign is not None

    def press(self, index: QPersistentModelIndex, point: QPoint) -> None:
        """The button went down on a job, at a point of the viewport."""
        self._pressed, self._start = index, point

    def move(self, point: QPoint) -> None:
        """The pointer is elsewhere, with the button down."""
        if not self._pressed.isValid() or self.words is None:
            return
        if self._sign is None:
            is_far = (point - self._start).manhattanLength() >= QApplication.startDragDistance()
            if not is_far or not self._view.selectionModel().isSelected(self._pressed):
                return
            self._sign = _Sign(self.words(), self._view.window())
            self._sign.show()
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.begun.emit()
        place = self._view.viewport().mapToGlobal(point)
        self._sign.follow(place)
        self.moved.emit(place)

    def release(self, point: QPoint) -> bool:
        """The button is up; tells whether anything was in hand."""
        was_under_way = self.is_under_way
        if was_under_way:
            self.dropped.emit(self._view.viewport().mapToGlobal(point))
        self.cancel()
        return was_under_way

    def cancel(self) -> None:
        """Have nothing in hand."""
        self._pressed = QPersistentModelIndex()
        if self._sign is not None:
            self._sign.hide()
            self._sign.deleteLater()
            self._sign = None
            self._view.viewport().unsetCursor()
            self.ended.emit()


class _Sign(QWidget):
    """The words beside the pointer."""

    def __init__(self, words: str, window: QWidget) -> None:
        super().__init__(window)
        self._words, self._window = words, window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        theme = current_theme()
        width = QFontMetricsF(self._font()).horizontalAdvance(words) + 2 * theme.px(_PADDING)
        self.resize(QSize(int(width + 1), theme.px(24)))
        self.raise_()

    def follow(self, place: QPoint) -> None:
        """Stand beside a place of the screen, within the window."""
        window = self._window
        corner = window.mapFromGlobal(place) + _BESIDE
        x = min(max(corner.x(), 0), window.width() - self.width())
        y = min(max(corner.y(), 0), window.height() - self.height())
        self.move(x, y)

    def _font(self) -> QFont:
        return current_theme().font(TextStyle.CAPTION, SEMIBOLD)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, Radius.CONTROL, theme.color(Role.FILL))
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, area, self._words, self._font(), theme.color(Role.ON_FILL), middle)
