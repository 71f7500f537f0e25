"""The columns of the history list: their names, their widths, and a header to drag them by."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QWidget

from rushes.ui.theme.theme import current_theme


class Column(IntEnum):
    """What a line of the list tells, in this order."""

    TITLE = 0
    CHANGED = 1
    MARKS = 2
    LENGTH = 3
    MODEL = 4
    DATE = 5


_USUAL = {
    Column.CHANGED: 112,
    Column.MARKS: 128,
    Column.LENGTH: 64,
    Column.MODEL: 112,
    Column.DATE: 88,
}
_NARROWEST = 40
_NARROWEST_TITLE = 148
_FIRST_TO_GO = (Column.MODEL, Column.LENGTH, Column.CHANGED, Column.DATE, Column.MARKS)


class ColumnHeader(QHeaderView):
    """Names the columns and lets a person drag their widths; the title takes what is left.

    Where the list is too narrow for all, columns give way, that of the model first.

    Signals:
        columns_changed: columns have other widths, or others are shown.
    """

    columns_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._widths = dict(_USUAL)
        self._fits = False
        self._names = QStandardItemModel(0, len(Column), self)
        self.setModel(self._names)
        self.setSectionsClickable(False)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sectionResized.connect(self._on_resized)
        self._retranslate()

    def widths(self) -> dict[str, int]:
        """The widths that a person chose, in pixels at 100 %, by the column's name."""
        return {column.name.lower(): width for column, width in self._widths.items()}

    def restore_widths(self, values: object) -> None:
        """Have the widths that were chosen; what cannot be read is left as it is."""
        known: dict[str, Any] = values if isinstance(values, dict) else {}
        for column in _USUAL:
            width = known.get(column.name.lower())
            if isinstance(width, int) and _NARROWEST <= width <= 1_000:
                self._widths[column] = width
        self.fit()

    def places(self) -> dict[Column, tuple[int, int]]:
        """Left edge and width of each column that is shown, in pixels."""
        shown = [column for column in Column if not self.isSectionHidden(column)]
        return {
            column: (self.sectionViewportPosition(column), self.sectionSize(column))
            for column in shown
        }

    def fit(self) -> None:
        """Share the width among the columns."""
        px, room = current_theme().px, self.width()
        self.setMinimumSectionSize(px(_NARROWEST))
        shown = set(_USUAL)
        for column in _FIRST_TO_GO:
            if room - sum(px(self._widths[each]) for each in shown) >= px(_NARROWEST_TITLE):
                break
            shown.discard(column)
        self._fits = True
        for column in _USUAL:
            self.setSectionHidden(column, column not in shown)
            if column in shown:
                self.resizeSection(column, px(self._widths[column]))
        left = room - sum(px(self._widths[each]) for each in shown)
        self.resizeSection(Column.TITLE, max(left, px(_NARROWEST)))
        self._fits = False
        self.columns_changed.emit()

    def _on_resized(self, section: int, before: int, now: int) -> None:
        """A person drags the edge behind a column: the title gives or takes."""
        if self._fits:
            return
        px = current_theme().px
        if section == Column.TITLE:
            # Its right edge is the left one of the column behind it.
            behind = next(each for each in Column if each and not self.isSectionHidden(each))
            wanted = self.sectionSize(behind) + before - now
            self._widths[behind] = max(round(wanted / current_theme().scale), _NARROWEST)
        else:
            self._widths[Column(section)] = max(round(now / current_theme().scale), _NARROWEST)
        others = sum(px(self._widths[each]) for each in _USUAL if not self.isSectionHidden(each))
        if self.width() - others < px(_NARROWEST_TITLE):
            over = px(_NARROWEST_TITLE) - (self.width() - others)
            column = Column(section) if section else Column.CHANGED
            narrower = self._widths.get(column, _NARROWEST) - round(over / current_theme().scale)
            self._widths[column] = max(narrower, _NARROWEST)
        self.fit()

    def _retranslate(self) -> None:
        names = {
            Column.TITLE: self.tr("Take"),
            Column.CHANGED: self.tr("Changed"),
            Column.MARKS: self.tr("State and marks"),
            Column.LENGTH: self.tr("Length"),
            Column.MODEL: self.tr("Model"),
            Column.DATE: self.tr("Date"),
        }
        self._names.setHorizontalHeaderLabels([names[column] for column in Column])
        self.setAccessibleName(self.tr("Columns"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
