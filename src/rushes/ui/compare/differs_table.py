"""The table of what differs: takes are columns, the chosen one stands out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from rushes.ui.compare.badge import Badge
from rushes.ui.compare.offset_field import OffsetField
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_HEAD = 36
_ROW = 30
_LABEL = 76
_COLUMN = 58
_WIDEST = 104
_PADDING = 6


@dataclass(frozen=True)
class TableRow:
    """One row: what it is about, and what each take has.

    Attributes:
        label: its title.
        values: one for each column.
        wholes: the same in full, for those who ask.
        differs: whether the values are not the same.
    """

    label: str
    values: tuple[str, ...]
    wholes: tuple[str, ...]
    differs: bool = True


class _Value(ElidedLabel):
    """A value that is shown shortened to what sets it apart."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._whole = ""
        super().__init__(*arguments, **options)

    def set_tip(self, whole: str) -> None:
        """Tell all of it to those who ask."""
        self._whole = whole
        set_tool_tip(self, whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole:
            set_tool_tip(self, self._whole)


class DiffersTable(QWidget):
    """Shows rows of values, and a last one of offsets that can be changed.

    Signals:
        offset_edited: (column, frames) a clip is to be so many frames ahead.
    """

    offset_edited = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._chosen = -1
        self._columns = 0
        self._rows = 0
        self._badges: list[Badge] = []
        self._cells: list[QWidget] = []
        self.offsets: list[OffsetField] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(
        self,
        letters: Sequence[str],
        rows: Sequence[TableRow],
        offsets: Sequence[int | None],
        most_offset: int,
    ) -> None:
        """Show other rows; a clip without offset has None."""
        for widget in (*self._cells, *self._badges, *self.offsets):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._cells, self._badges, self.offsets = [], [], []
        self._columns, self._rows = len(letters), len(rows) + 1
        for column, letter in enumerate(letters):
            badge = Badge(letter, self)
            # In line with the values beneath.
            badge.setContentsMargins(current_theme().px(_PADDING), 0, 0, 0)
            self._badges.append(badge)
            self._put(badge, 0, column)
        for number, row in enumerate(rows, start=1):
            self._put_label(row.label, number)
            texts = zip(row.values, row.wholes, strict=True)
            for column, (value, whole) in enumerate(texts):
                self._put_value(value, whole, number, column, row.differs)
        last = len(rows) + 1
        self._put_label(self.tr("Offset"), last)
        for column, (letter, offset) in enumerate(zip(letters, offsets, strict=True)):
            name = self.tr("Offset of %1 in frames").replace("%1", letter)
            field = OffsetField(most_offset, self, name=name)
            field.set_value(offset or 0)
            field.setEnabled(offset is not None)
            field.value_edited.connect(
                lambda frames, column=column: self.offset_edited.emit(column, frames)
            )
            self.offsets.append(field)
            self._grid.addWidget(field, last, column + 1)
        self._apply_theme()
        self.show_chosen(self._chosen)
        for widget in (*self._cells, *self._badges, *self.offsets):
            widget.show()

    def show_offsets(self, offsets: Sequence[int | None]) -> None:
        """Show other offsets."""
        for field, offset in zip(self.offsets, offsets, strict=True):
            field.set_value(offset or 0)

    def show_chosen(self, column: int) -> None:
        """Let the column of the chosen take stand out."""
        self._chosen = column
        for place, badge in enumerate(self._badges):
            badge.show_letter(badge.letter, chosen=place == column)
        self.update()

    def column_span(self, column: int) -> tuple[int, int]:
        """Where a column lies: its left and its width, in pixels."""
        self._grid.activate()
        rect = self._column_rect(column)
        return rect.left(), rect.width()

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(widget, row, column + 1, middle)

    def _put_label(self, words: str, row: int) -> None:
        label = ElidedLabel(words, TextStyle.CONTROL, Role.MUTED, self)
        self._cells.append(label)
        self._grid.addWidget(label, row, 0)

    def _put_value(self, value: str, whole: str, row: int, column: int, differs: bool) -> None:
        role = Role.STRONG if differs else Role.TEXT
        weight = SEMIBOLD if differs else None
        label = _Value(value, TextStyle.CONTROL, role, self, weight=weight, tabular=True)
        label.setContentsMargins(current_theme().px(_PADDING), 0, 2, 0)
        label.setAccessibleName(whole)
        label.setAccessibleDescription(self._badges[column].letter)
        if whole != value:
            # The words that set it apart are shown; all of them are a tool tip.
            label.set_tip(whole)
        self._cells.append(label)
        self._grid.addWidget(label, row, column + 1)

    def _column_rect(self, column: int) -> QRect:
        return self._grid.cellRect(0, column + 1).united(
            self._grid.cellRect(self._rows, column + 1)
        )

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._grid.setRowMinimumHeight(0, px(_HEAD))
        for row in range(1, self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, px(_ROW) if row <= self._rows else 0)
        self._grid.setColumnMinimumWidth(0, px(_LABEL))
        width = self._column_width()
        for column in range(1, self._grid.columnCount()):
            used = column <= self._columns
            self._grid.setColumnMinimumWidth(column, width if used else 0)
            self._grid.setColumnStretch(column, 1 if used else 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        px = current_theme().px
        width = px(_LABEL) + self._columns * self._column_width()
        return QSize(width, px(_HEAD) + self._rows * px(_ROW))

    def _column_width(self) -> int:
        """Of every column: what sets one seed apart from the next is its end."""
        px = current_theme().px
        widest = max((value.sizeHint().width() for value in self._values()), default=0)
        return min(max(widest, px(_COLUMN)), px(_WIDEST))

    def _values(self) -> list[_Value]:
        return [cell for cell in self._cells if isinstance(cell, _Value)]

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if 0 <= self._chosen < self._columns:
            painter.fillRect(self._column_rect(self._chosen), theme.color(Role.RAISED))
        line = theme.color(Role.LINE)
        for row in range(1, self._rows + 1):
            top = self._grid.cellRect(row, 0).top()
            painter.fillRect(0, top, self.width(), 1, line)
