"""A board that shows components side by side, with a caption for each."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from rushes.ui.components.focus_ring import RingOverlay
from rushes.ui.components.hairline import Hairline
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class Board(QWidget):
    """A panel with titled columns."""

    def __init__(self, columns: int, spacing: int = 32) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(32, 24, 32, 32)
        self._grid.setHorizontalSpacing(spacing)
        self._grid.setVerticalSpacing(28)
        self._columns = columns
        self._next = 0
        self.rings: list[QWidget] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().color(Role.PANEL))

    def section(self, title: str, span: int = 1) -> "Section":
        """A titled column, in the next free place."""
        section = Section(title, self)
        row, column = divmod(self._next, self._columns)
        self._grid.addWidget(section, row, column, 1, span)
        self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(row, 0)
        self._next += span
        return section

    def end(self) -> None:
        """Let spare height go below everything."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def showEvent(self, event: object) -> None:
        for widget in self.rings:
            RingOverlay(widget)


class Section(QWidget):
    """One titled column of a board."""

    def __init__(self, title: str, board: Board) -> None:
        super().__init__(board)
        self.board = board
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(TextLabel(title, TextStyle.HEADING, Role.STRONG))
        self.column.addWidget(Hairline())
        self.column.addSpacing(6)
        self.column.addStretch(1)

    def add(self, widget: QWidget) -> QWidget:
        """A widget on its own, as wide as the column."""
        self.column.insertWidget(self.column.count() - 1, widget)
        return widget

    def caption(self, text: str) -> None:
        """A small line of explanation."""
        self.add(TextLabel(text, TextStyle.CAPTION, Role.MUTED))

    def line(self, caption: str, *widgets: QWidget, spacing: int = 12) -> None:
        """Widgets in a row behind a caption."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(spacing)
        label = TextLabel(caption, TextStyle.CAPTION, Role.MUTED)
        label.setFixedWidth(84)
        row.addWidget(label)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.add(holder)

    def focused(self, widget: QWidget) -> QWidget:
        """Draw the focus ring around a widget, as if the keyboard were there."""
        self.board.rings.append(widget)
        return widget


class Painted(QWidget):
    """A place where something that is no widget is painted."""

    def __init__(
        self, width: int, height: int, paint: Callable[[QPainter, QRectF], object]
    ) -> None:
        super().__init__()
        self._paint = paint
        self.setFixedSize(width, height)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(QPainter(self), QRectF(self.rect()))
