"""A floating sheet over the window with a title and a body; Escape or a click elsewhere closes."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from rushes.ui.components.painting import paint_box
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class Sheet(QWidget):
    """The frame of a sheet; fill `body`, then call `show_over`."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        theme = current_theme()
        side = theme.px(20)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(side, theme.px(16), side, side)
        self.body.setSpacing(theme.px(8))
        self.body.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self.body.addWidget(TextLabel(title, TextStyle.HEADING, Role.STRONG, self))

    def show_over(self, window: QWidget) -> None:
        """Open in the middle of a window."""
        self.adjustSize()
        middle = window.mapToGlobal(window.rect().center())
        self.move(middle - self.rect().center())
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(QPainter(self), QRectF(self.rect()), Radius.DIALOG, fill, line)
