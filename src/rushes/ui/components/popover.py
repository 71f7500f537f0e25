"""A small floating box with a few words; it closes on Escape or a click elsewhere."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.ui.components.painting import paint_box
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_WIDTH = 260


class Popover(QWidget):
    """Words in a popup beside the widget that they explain."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(text)
        theme = current_theme()
        label = TextLabel(text, TextStyle.CONTROL, Role.TEXT, self, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        layout.addWidget(label)
        room = theme.px(_WIDTH) - 2 * theme.px(12)
        width = min(label.sizeHint().width(), room)
        self.setFixedSize(width + 2 * theme.px(12), label.heightForWidth(width) + 2 * theme.px(8))

    def show_beside(self, anchor: QWidget) -> None:
        """Open under `anchor`, on its screen."""
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        room = anchor.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        if place.y() + self.height() > room.bottom():
            place.setY(anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4)
        self.move(place)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        area = QRectF(self.rect())
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(QPainter(self), area, Radius.CARD, fill, line)
