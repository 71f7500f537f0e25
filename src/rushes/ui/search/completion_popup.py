"""The list under the search field; it never takes the keyboard from it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.ui.components.painting import paint_box
from rushes.ui.search.popup_rows import PopupRow, PopupRowList
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_MOST_ROWS = 10
_LEAST_WIDTH = 240
_MOST_WIDTH = 420
_BELOW = 2


class CompletionPopup(QWidget):
    """Rows that lie over the window under an anchor, as a part of the window.

    A window of its own would take the keyboard on some systems, and its place on others.

    Signals:
        chosen: the row that a person clicked (PopupRow).
    """

    chosen = Signal(object)

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.list = PopupRowList(self)
        self.list.setAccessibleName(self.tr("What completes the search"))
        layout = QVBoxLayout(self)
        margin = current_theme().px(4) + 1
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(self.list)
        self.list.clicked.connect(self._on_clicked)
        self.hide()

    def show_rows(self, rows: list[PopupRow]) -> None:
        """Show these rows, none of them on; without any it hides."""
        if not rows:
            self.hide()
            return
        self.list.rows.show(rows)
        self.list.set_current(-1)
        window = self._anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        self._anchor.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        theme, window = current_theme(), self._anchor.window()
        margin = 2 * (theme.px(4) + 1)
        least = max(self._anchor.width(), theme.px(_LEAST_WIDTH))
        wanted = max(least, min(self.list.rows_width() + margin, theme.px(_MOST_WIDTH)))
        top = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + _BELOW)).y()
        height = min(self.list.rows_height(_MOST_ROWS) + margin, max(window.height() - top, 0))
        width = min(wanted, window.width())
        left = self._anchor.mapTo(window, QPoint(0, 0)).x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left += self._anchor.width() - width
        self.setGeometry(max(0, min(left, window.width() - width)), top, width, height)

    def _on_clicked(self) -> None:
        row = self.list.current
        if row is not None:
            self.chosen.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible() and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() == QEvent.Type.Hide and watched is self._anchor:
            self.hide()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Nothing under it is meant.
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(QPainter(self), QRectF(self.rect()), Radius.CARD, fill, line)
