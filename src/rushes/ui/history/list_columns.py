"""The columns of the history list: names, widths, and a header to drag and to sort them by."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QWidget

from rushes.domain.job_sort import NEWEST_FIRST, JobSort, SortKey
from rushes.ui.components.painting import mirrored_rect, paint_text
from rushes.ui.history.sort_words import sort_words
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.roles import Role
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
    Column.MARKS: 168,
    Column.LENGTH: 64,
    Column.MODEL: 112,
    Column.DATE: 88,
}
_SORTS = {
    Column.TITLE: SortKey.TITLE,
    Column.MARKS: SortKey.RATING,
    Column.LENGTH: SortKey.LENGTH,
    Column.MODEL: SortKey.MODEL,
    Column.DATE: SortKey.DATE,
}
_LEAST_MARKS = 128
_MARGIN = 8
_MARGIN_OF_FIRST = 16
_ARROW = 12
_NARROWEST = 40
_NARROWEST_TITLE = 148
_USUAL_TITLE = 180
_FIRST_TO_GO = (Column.MODEL, Column.LENGTH, Column.CHANGED, Column.DATE, Column.MARKS)


class ColumnHeader(QHeaderView):
    """Names the columns and lets a person drag their widths; the title takes what is left.

    Where the list is narrow, that of the marks gives the title what it can spare; then columns give
    way, that of the model first. A click sorts
    by a column, another one turns the order round; what changed from take to take has no order.

    Signals:
        columns_changed: columns have other widths, or others are shown.
        sort_requested: the JobSort that a person wishes for.
    """

    columns_changed = Signal()
    sort_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._widths = dict(_USUAL)
        self._fits = False
        self._sort = NEWEST_FIRST
        self._hovered = -1
        self._names = QStandardItemModel(0, len(Column), self)
        self.setModel(self._names)
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.viewport().setMouseTracking(True)
        self.sectionResized.connect(self._on_resized)
        self.sectionClicked.connect(self._on_clicked)
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

    def show_sort(self, sort: JobSort) -> None:
        """Point out the column that the jobs are sorted by."""
        self._sort = sort
        self.setAccessibleDescription(sort_words(sort))
        for column in _SORTS:
            words = sort_words(self._sort_of_click(column))
            self._names.horizontalHeaderItem(column).setToolTip(words)
        self.viewport().update()

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
        widths = {column: px(width) for column, width in self._widths.items()}
        marks = widths[Column.MARKS]
        widths[Column.MARKS] = min(marks, px(_LEAST_MARKS))
        self.setMinimumSectionSize(px(_NARROWEST))
        shown = set(_USUAL)
        for column in _FIRST_TO_GO:
            if room - sum(widths[each] for each in shown) >= px(_NARROWEST_TITLE):
                break
            shown.discard(column)
        spare = room - sum(widths[each] for each in shown) - px(_USUAL_TITLE)
        widths[Column.MARKS] = min(marks, widths[Column.MARKS] + max(spare, 0))
        self._fits = True
        for column in _USUAL:
            self.setSectionHidden(column, column not in shown)
            if column in shown:
                self.resizeSection(column, widths[column])
        left = room - sum(widths[each] for each in shown)
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

    def _sort_of_click(self, column: Column) -> JobSort:
        key = _SORTS[column]
        return self._sort.turned() if key is self._sort.key else JobSort(key)

    def _on_clicked(self, section: int) -> None:
        if section in _SORTS:
            self.sort_requested.emit(self._sort_of_click(Column(section)))

    # Look

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, column = current_theme(), Column(logicalIndex)
        area, px = QRectF(rect), theme.px
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        is_sorted = _SORTS.get(column) is self._sort.key
        is_lit = is_sorted or (column == self._hovered and column in _SORTS)
        ink = theme.color(Role.STRONG if is_lit else Role.MUTED)
        painter.save()
        painter.fillRect(rect, theme.color(Role.PANEL))
        edge = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(edge, theme.color(Role.LINE))
        words = str(self._names.headerData(column, Qt.Orientation.Horizontal))
        side = px(_ARROW) if is_sorted else 0
        # The first name begins where the days over the lines do.
        margin = px(_MARGIN_OF_FIRST if column is Column.TITLE else _MARGIN)
        room = area.width() - margin - side
        width = min(QFontMetricsF(self.font()).horizontalAdvance(words) + 1, room)
        place = QRectF(area.left() + margin, area.top(), width, area.height())
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        paint_text(painter, mirrored_rect(place, area, mirrored), words, self.font(), ink, align)
        if is_sorted:
            box = QRectF(place.right(), area.center().y() - side / 2, side, side)
            name = "chevron_down" if self._sort.falls else "chevron_up"
            paint_icon(painter, name, mirrored_rect(box, area, mirrored), ink)
        painter.restore()

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

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
        self.show_sort(self._sort)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
