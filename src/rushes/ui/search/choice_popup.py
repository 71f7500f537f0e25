"""A popup with a list to choose from, narrowed by typing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.ui.components.announcement import announce
from rushes.ui.components.line_field import LineField
from rushes.ui.components.painting import paint_box
from rushes.ui.search.popup_rows import PopupRow, PopupRowList
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_MOST_ROWS = 14
_LEAST_WIDTH = 220
_MOST_WIDTH = 400


class ChoicePopup(QWidget):
    """Rows under a field; typing narrows them, Enter or a click chooses, Escape closes.

    Args:
        rows: called with what is typed for the rows that it leaves.
        name: what the list is, for a screen reader.
        placeholder: what the field says while it is empty; without one there is no field.

    Signals:
        chosen: the wish of the row that a person chose; the popup is closed by then.
    """

    chosen = Signal(object)

    def __init__(
        self,
        rows: Callable[[str], Sequence[PopupRow]],
        name: str,
        parent: QWidget,
        *,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._rows = rows
        self._anchor = QRect()
        self.field = LineField(placeholder, self, icon="search")
        self.field.setVisible(bool(placeholder))
        self.list = PopupRowList(self)
        self.list.setAccessibleName(name)
        if not placeholder:
            self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.list.setProperty("ownFocusRing", True)
        layout = QVBoxLayout(self)
        margin = current_theme().px(4) + 1
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(margin)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textEdited.connect(self.show_rows)
        self.list.clicked.connect(self._choose)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)

    def show_rows(self) -> None:
        """Ask for the rows again: what they are made of may have changed."""
        before = self.list.current
        rows = self._rows(self.field.text().strip())
        self.list.rows.show(rows)
        wishes = [row.wish for row in rows]
        if before is not None and before.wish in wishes:
            self.list.set_current(wishes.index(before.wish))
        else:
            self.list.step(1)
        self._fit()

    def open_under(self, anchor: QWidget) -> None:
        """Open beneath a widget, on its screen."""
        self._anchor = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size())
        self.show_rows()
        checked = next((n for n, row in enumerate(self.list.rows.rows) if row.checked), -1)
        if checked >= 0:
            self.list.set_current(checked)
        self.show()
        (self.list if self.field.isHidden() else self.field).setFocus()

    def open_at(self, place: QPoint) -> None:
        """Open at a place on the screen."""
        self._anchor = QRect(place, QSize(1, 1))
        self.show_rows()
        self.show()
        (self.list if self.field.isHidden() else self.field).setFocus()

    def _fit(self) -> None:
        theme = current_theme()
        margin = theme.px(4) + 1
        wanted = max(self.list.rows_width(), theme.px(_LEAST_WIDTH))
        height = self.list.rows_height(_MOST_ROWS) + 2 * margin
        if not self.field.isHidden():
            height += self.field.height() + margin
        parent = self.parentWidget()
        room = (parent or self).screen().availableGeometry()
        self.setFixedSize(min(wanted, theme.px(_MOST_WIDTH), room.width()) + 2 * margin, height)
        left = self._anchor.left()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self._anchor.right() - self.width()
        top = self._anchor.bottom() + 4
        if top + height > room.bottom():
            top = max(min(self._anchor.top() - 4 - height, room.bottom() - height), room.top())
        self.move(max(room.left(), min(left, room.right() - self.width())), top)

    def _choose(self, index: QModelIndex | None = None) -> None:
        row = self.list.current
        if row is not None and row.wish is not None and (index is None or index.isValid()):
            self.close()
            self.chosen.emit(row.wish)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._choose()
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.list.step(-1 if key == Qt.Key.Key_Up else 1)
            if self.list.current is not None:
                announce(self.field, self.list.current.words)
        else:
            return super().eventFilter(watched, event)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(QPainter(self), QRectF(self.rect()), Radius.CARD, fill, line)
