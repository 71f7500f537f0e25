"""The rows of the popups of search: an icon, words, and a remark at the other end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `PopupRow` itself."""
_ICON = 14
_GAP = 8
_PADDING = 8
_SEPARATOR = 9
_HEADING = 24
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PopupRow:
    """One row of a popup.

    Attributes:
        text: what it offers; empty for a line that parts rows.
        remark: muted, at the other end: a count, or what a name means.
        icon: name of an icon, or "".
        bold: start and end of the part of `text` that was typed already.
        wish: what it stands for; None for what cannot be chosen, a heading or a line.
        checked: it is what is on now.
        spoken: what a screen reader says, if not text and remark.
    """

    text: str = ""
    remark: str = ""
    icon: str = ""
    bold: tuple[int, int] = (0, 0)
    wish: Any = None
    checked: bool = False
    spoken: str = ""

    @property
    def words(self) -> str:
        """What a screen reader says."""
        return self.spoken or (f"{self.text}, {self.remark}" if self.remark else self.text)


class PopupRows(QAbstractListModel):
    """Rows as an item model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PopupRow, ...] = ()

    def show(self, rows: Sequence[PopupRow]) -> None:
        """Show these rows in place of those before."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.rows[index.row()].wish is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words
        return row if role == ROW_ROLE else None


class PopupRowsDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme, row = current_theme(), index.data(ROW_ROLE)
        if not row.text:
            return QSize(0, theme.px(_SEPARATOR))
        return QSize(0, theme.px(_HEADING) if row.wish is None else theme.metrics.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, row = current_theme(), index.data(ROW_ROLE)
        area, state = QRectF(option.rect), option.state
        painter.save()
        if row.text:
            is_on = bool(state & QStyle.StateFlag.State_Selected) and row.wish is not None
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            self._paint_row(painter, area, row, is_on, mirrored)
        else:
            line = QRectF(area.left(), round(area.center().y()), area.width(), 1)
            painter.fillRect(line, theme.color(Role.LINE))
        painter.restore()

    def _paint_row(
        self, painter: QPainter, area: QRectF, row: PopupRow, is_on: bool, mirrored: bool
    ) -> None:
        theme = current_theme()
        if is_on:
            paint_box(painter, area, Radius.CONTROL, theme.color(Role.PRESS))
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            near, far = far, near
        left, right = area.left() + theme.px(_PADDING), area.right() - theme.px(_PADDING)
        muted = theme.color(Role.MUTED)
        if row.wish is None:
            box = QRectF(left, area.top(), right - left, area.height())
            font = theme.font(TextStyle.CAPTION, SEMIBOLD)
            paint_text(painter, box, row.text, font, muted, near)
            return
        icon, side = "check" if row.checked else row.icon, theme.px(_ICON)
        if icon:
            box = QRectF(left, area.center().y() - side / 2, side, side)
            paint_icon(painter, icon, mirrored_rect(box, area, mirrored), muted, mirrored=mirrored)
        left += side + theme.px(_GAP)
        words = widths(row)
        room = max(right - left, 0.0)
        # What is chosen by comes first; what it means has the room that is left.
        first = min(words[0], room)
        rest = room - first - theme.px(_GAP)
        if words[1] and rest > theme.px(24):
            box = QRectF(right - rest, area.top(), rest, area.height())
            box = mirrored_rect(box, area, mirrored)
            paint_text(painter, box, row.remark, _remark_font(), muted, far)
        box = mirrored_rect(QRectF(left, area.top(), first, area.height()), area, mirrored)
        ink = theme.color(Role.STRONG if is_on else Role.TEXT)
        start, end = row.bold
        if mirrored or not start < end or words[0] > room:
            paint_text(painter, box, row.text, theme.font(TextStyle.CONTROL), ink, near)
            return
        for text, weight in (
            (row.text[:start], None),
            (row.text[start:end], SEMIBOLD),
            (row.text[end:], None),
        ):
            box.setLeft(
                box.left()
                + paint_text(painter, box, text, theme.font(TextStyle.CONTROL, weight), ink, near)
            )


def _remark_font() -> QFont:
    return current_theme().font(TextStyle.CAPTION, tabular=True)


def widths(row: PopupRow) -> tuple[float, float]:
    """How wide text and remark of a row are, in pixels."""
    theme = current_theme()
    plain = QFontMetricsF(theme.font(TextStyle.CONTROL))
    bold = QFontMetricsF(theme.font(TextStyle.CONTROL, SEMIBOLD))
    start, end = row.bold
    text = plain.horizontalAdvance(row.text[:start]) + plain.horizontalAdvance(row.text[end:])
    text += bold.horizontalAdvance(row.text[start:end]) + 1
    remark = QFontMetricsF(_remark_font()).horizontalAdvance(row.remark)
    return text, remark + 1 if row.remark else 0.0


class PopupRowList(QListView):
    """The rows as a list that never takes the keyboard; Up and Down are told to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = PopupRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(PopupRowsDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.entered.connect(self._on_entered)

    @property
    def current(self) -> PopupRow | None:
        """The row that is on."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def set_current(self, row: int) -> None:
        """Have a row on, or with -1 none."""
        self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())

    def _on_entered(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.setCurrentIndex(index)

    def step(self, by: int) -> bool:
        """Go to the next row that can be chosen (1) or the one before (-1); False at the end."""
        at = self.currentIndex().row() if self.currentIndex().isValid() else -1
        if at < 0 and by < 0:
            at = len(self.rows.rows)
        row = at + by
        while 0 <= row < len(self.rows.rows):
            if self.rows.rows[row].wish is not None:
                self.set_current(row)
                return True
            row += by
        return False

    def rows_height(self, most: int) -> int:
        """How high all rows are, as far as `most` rows of the usual height reach."""
        option = QStyleOptionViewItem()
        delegate = self.itemDelegate()
        heights = (
            delegate.sizeHint(option, self.rows.index(row)).height()
            for row in range(len(self.rows.rows))
        )
        return min(sum(heights), most * current_theme().metrics.row)

    def rows_width(self) -> int:
        """How wide the widest row is, in pixels."""
        theme = current_theme()
        widest = max((sum(widths(row)) for row in self.rows.rows), default=0.0)
        return round(widest) + theme.px(2 * _PADDING + _ICON + 3 * _GAP)
