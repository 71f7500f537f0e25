"""The list of models that drops down, with a search where there are many."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QStandardItem
from PySide6.QtGui import QStandardItemModel as ItemModel
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rushes.domain.model_spec import ModelSpec
from rushes.ui.components.line_field import LineField
from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.compose.model_words import model_kind, model_name
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ID_ROLE = Qt.ItemDataRole.UserRole
_KIND_ROLE = Qt.ItemDataRole.UserRole + 1
_SEARCH_ROLE = Qt.ItemDataRole.UserRole + 2
_FEWEST_TO_SEARCH = 8
_MOST_ROWS = 12
_MOST_WIDTH = 440
_LIST_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
_Index = QModelIndex | QPersistentModelIndex


class _ModelRows(QStyledItemDelegate):
    """Paints a model: its name, and its kind at the other end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, current_theme().metrics.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current_theme()
        area = QRectF(option.rect)
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if current:
            paint_box(painter, area, Radius.CONTROL, theme.color(Role.PRESS))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            near, far = far, near
        inner = area.adjusted(theme.px(8), 0, -theme.px(8), 0)
        kind_font, kind = theme.font(TextStyle.CAPTION), str(index.data(_KIND_ROLE))
        width = min(QFontMetricsF(kind_font).horizontalAdvance(kind) + 1, inner.width() / 2)
        box = QRectF(inner.right() - width, inner.top(), width, inner.height())
        placed = mirrored_rect(box, area, mirrored)
        paint_text(painter, placed, kind, kind_font, theme.color(Role.MUTED), far)
        box = QRectF(inner.left(), inner.top(), inner.width() - width - 8, inner.height())
        placed = mirrored_rect(box, area, mirrored)
        ink = theme.color(Role.STRONG if current else Role.TEXT)
        paint_text(painter, placed, str(index.data()), theme.font(TextStyle.CONTROL), ink, near)
        painter.restore()


class ModelChooser(QWidget):
    """A popup with all models; typing narrows it, Enter or a click chooses, Escape closes.

    Signals:
        model_chosen: the id of the model that a person chose.
    """

    model_chosen = Signal(str)

    def __init__(self, models: Sequence[ModelSpec], chosen: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Models"))
        rows = ItemModel(self)
        for spec in models:
            item = QStandardItem(model_name(spec))
            item.setData(spec.model_id, _ID_ROLE)
            item.setData(model_kind(spec), _KIND_ROLE)
            item.setData(f"{model_name(spec)} {model_kind(spec)} {spec.model_id}", _SEARCH_ROLE)
            item.setEditable(False)
            rows.appendRow(item)
        self._narrowed = QSortFilterProxyModel(self)
        self._narrowed.setSourceModel(rows)
        self._narrowed.setFilterRole(_SEARCH_ROLE)
        self._narrowed.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = LineField(self.tr("Search models"), self, icon="search")
        self.search.setVisible(len(models) >= _FEWEST_TO_SEARCH)
        self.list = QListView(self)
        self.list.setModel(self._narrowed)
        self.list.setItemDelegate(_ModelRows(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setAccessibleName(self.tr("Models"))
        layout = QVBoxLayout(self)
        margin = current_theme().px(4)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(margin)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textEdited.connect(self._on_search_edited)
        self.list.clicked.connect(self._choose)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self._go_to(chosen)

    def open_under(self, anchor: QWidget) -> None:
        """Open beneath a widget, as wide as it is, on its screen."""
        theme = current_theme()
        rows = min(self._narrowed.rowCount(), _MOST_ROWS)
        height = rows * theme.metrics.row + 2 * theme.px(4)
        if not self.search.isHidden():
            height += theme.metrics.control + theme.px(4)
        wanted = min(self._widest_row() + 4 * theme.px(8), theme.px(_MOST_WIDTH))
        self.setFixedSize(max(anchor.width(), theme.px(256), wanted), height)
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        room = anchor.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        (self.list if self.search.isHidden() else self.search).setFocus()

    def _widest_row(self) -> int:
        """Pixels that the longest name takes with its kind."""
        theme = current_theme()
        name = QFontMetricsF(theme.font(TextStyle.CONTROL))
        kind = QFontMetricsF(theme.font(TextStyle.CAPTION))
        rows = (self._narrowed.index(row, 0) for row in range(self._narrowed.rowCount()))
        widths = (
            name.horizontalAdvance(str(row.data()))
            + kind.horizontalAdvance(str(row.data(_KIND_ROLE)))
            for row in rows
        )
        return round(max(widths, default=0)) + theme.px(16)

    def _go_to(self, model_id: str) -> None:
        found = self._narrowed.match(self._narrowed.index(0, 0), _ID_ROLE, model_id)
        self.list.setCurrentIndex(found[0] if found else self._narrowed.index(0, 0))

    def _on_search_edited(self, text: str) -> None:
        self._narrowed.setFilterFixedString(text.strip())
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._narrowed.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.model_chosen.emit(str(index.data(_ID_ROLE)))
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._choose(self.list.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        if watched is self.search and event.key() in _LIST_KEYS:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(QPainter(self), QRectF(self.rect()), Radius.CARD, fill, line)
